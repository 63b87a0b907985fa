"""Moved and removed addresses in the words of web servers, which then answer with 301 and 410."""

from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urlsplit

from kbeditor.domain.site import ServerFile
from kbeditor.publishing.addresses import INDEX, as_url

NGINX, APACHE, HOSTED = "redirects.nginx.conf", ".htaccess", "_redirects"

_Moves = Sequence[tuple[str, str]]
"""Pairs of old and new address, from the site's root."""


def server_files(
    wanted: frozenset[ServerFile], base_url: str, moves: _Moves, removed: Sequence[str]
) -> Mapping[str, str]:
    """The files asked for, by address. `base_url`: only its path matters ("" is the root).

    A folder's page is reached with and without its index.html, a moved one without its slash, too.
    """
    base = urlsplit(base_url).path.rstrip("/")
    pairs = sorted((f"{base}/{old}", _public(base, new)) for old, new in moves)
    gone = sorted(f"{base}/{address}" for address in removed)
    made: dict[str, str] = {}
    if ServerFile.NGINX in wanted:
        made[NGINX] = _nginx(pairs, gone)
    if ServerFile.APACHE in wanted:
        made[APACHE] = _apache(pairs, gone)
    hosts = wanted & {ServerFile.NETLIFY, ServerFile.CLOUDFLARE}
    if hosts:
        made[HOSTED] = _hosted(hosts, pairs)
    return made


def _is_index(address: str) -> bool:
    return address == INDEX or address.endswith(f"/{INDEX}")


def _names(address: str) -> tuple[str, ...]:
    """What readers may have written for an address."""
    if not _is_index(address):
        return (address,)
    folder = address.removesuffix(INDEX)
    return (address, folder, folder.removesuffix("/"))


def _public(base: str, address: str) -> str:
    return f"{base}/{as_url(address.removesuffix(INDEX) if _is_index(address) else address)}"


def _nginx(moves: _Moves, removed: Sequence[str]) -> str:
    """Locations compare decoded paths; a page that is gone is still shown, with status 410.

    It is asked for with a second slash, which names the same file but none of these locations, so
    that it is found wherever the server's own locations say that the site lies.
    """
    lines = ["# Include this file in the server block of the help centre."]
    lines += [
        f"location = {_quoted(name)} {{ return 301 {new}; }}"
        for old, new in moves
        for name in _names(old)
    ]
    for old in removed:
        folder, _, file = old.rpartition("/")
        lines += [
            f"location = {_quoted(name)} "
            f"{{ error_page 410 {_quoted(f'{folder}//{file}')}; return 410; }}"
            for name in _names(old)
        ]
    return "\n".join(lines) + "\n"


def _apache(moves: _Moves, removed: Sequence[str]) -> str:
    """By patterns: `Redirect` would take all addresses that begin alike. Apache encodes the new
    address itself.

    The page that stands where one was removed is the error's document itself: it is asked for a
    second time, and then no rule may say 410 again.
    """
    lines = ["# Apache (2.4.13 or later) reads this file where AllowOverride permits FileInfo."]
    lines += [
        f"RedirectMatch 301 {_exactly(old, '/?')} {_quoted(unquote(new))}" for old, new in moves
    ]
    if removed:
        lines.append("ErrorDocument 410 /%{REQUEST_URI}")
        lines.append('<If "-z %{ENV:REDIRECT_STATUS}">')
        lines += [f"RedirectMatch 410 {_exactly(old, '/')}" for old in removed]
        lines.append("</If>")
    return "\n".join(lines) + "\n"


def _hosted(hosts: frozenset[ServerFile], moves: _Moves) -> str:
    """Netlify needs the mark to pass over our own page; Cloudflare takes no line that has one.

    Cloudflare serves pages without their .html and would lead there in a second step. Neither
    could say 410 with our page: it stands there, and tells search engines to forget it.
    """
    lines = []
    for old, new in moves:
        for name in _names(old):
            path = as_url(name)
            if ServerFile.NETLIFY in hosts:
                lines.append(f"{path} {new} 301!")
            if ServerFile.CLOUDFLARE in hosts:
                lines.append(f"{path} {new.removesuffix('.html')} 301")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Addresses hold no quote; a backslash or blank neither (see `addresses.clean_slug`)."""
    return f'"{text}"'


def _exactly(path: str, slash: str) -> str:
    """A pattern for one path: of what slugs may hold only the dot means something else."""
    folder = path.removesuffix(f"/{INDEX}")
    ends = "" if folder == path else f"(?:{slash}|/index\\.html)"
    return _quoted(f"^{folder.replace('.', chr(92) + '.')}{ends}$")
