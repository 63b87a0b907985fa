"""Moved and removed addresses in the words of web servers, which then answer with 301 and 410."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from kbeditor.domain.site import ServerFile
from kbeditor.publishing.addresses import INDEX, as_url

NGINX, APACHE, NETLIFY = "redirects.nginx.conf", ".htaccess", "_redirects"

_Moves = Sequence[tuple[str, str]]
"""Pairs of old and new address, from the site's root."""


def server_files(
    wanted: frozenset[ServerFile], base_url: str, moves: _Moves, removed: Sequence[str]
) -> Mapping[str, str]:
    """The files asked for, by address. `base_url`: only its path matters ("" is the root).

    A folder's page is reached with and without its index.html.
    """
    base = urlsplit(base_url).path.rstrip("/")
    pairs = [
        (f"{base}/{old}", _public(base, new)) for address, new in moves for old in _names(address)
    ]
    gone = [f"{base}/{old}" for address in removed for old in _names(address)]
    made = {
        ServerFile.NGINX: (NGINX, _nginx),
        ServerFile.APACHE: (APACHE, _apache),
        ServerFile.NETLIFY: (NETLIFY, _netlify),
    }
    return {
        name: write(sorted(pairs), sorted(gone), base)
        for each, (name, write) in made.items()
        if each in wanted
    }


def _names(address: str) -> tuple[str, ...]:
    return (address, address.removesuffix(INDEX)) if address.endswith(f"/{INDEX}") else (address,)


def _public(base: str, address: str) -> str:
    path = address.removesuffix(INDEX) if address.endswith(f"/{INDEX}") else address
    return f"{base}/{as_url(path)}"


def _nginx(moves: _Moves, removed: Sequence[str], base: str) -> str:
    """Locations compare decoded paths; a page that is gone is still shown, with status 410."""
    lines = ["# Include this file in the server block of the help centre."]
    lines += [f"location = {_quoted(old)} {{ return 301 {new}; }}" for old, new in moves]
    lines += [
        f"location = {_quoted(old)} {{ error_page 410 @kb_removed; return 410; }}"
        for old in removed
    ]
    if removed:
        lines.append("location @kb_removed { try_files $uri $uri/index.html =410; }")
    return "\n".join(lines) + "\n"


def _apache(moves: _Moves, removed: Sequence[str], base: str) -> str:
    """By patterns: `Redirect` would take all addresses that begin alike."""
    lines = ["# Apache reads this file where AllowOverride permits FileInfo."]
    lines += [f"RedirectMatch 301 {_exactly(old)} {_quoted(new)}" for old, new in moves]
    lines += [f"RedirectMatch 410 {_exactly(old)}" for old in removed]
    if removed:
        lines.append(f"ErrorDocument 410 {base}/404.html")
    return "\n".join(lines) + "\n"


def _netlify(moves: _Moves, removed: Sequence[str], base: str) -> str:
    """Twice each: Netlify needs the mark to pass over our own page, Cloudflare reads none."""
    lines = ["# Read by Netlify (lines with !) and by Cloudflare Pages (lines without)."]
    for old, new in moves:
        path = as_url(old)
        lines += [f"{path} {new} 301!", f"{path} {new} 301"]
    lines += [f"{as_url(old)} {as_url(old)} 410!" for old in removed]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Addresses hold no quote; a backslash or blank neither (see `addresses.clean_slug`)."""
    return f'"{text}"'


def _exactly(path: str) -> str:
    """A pattern for one path: of what slugs may hold only the dot means something else."""
    return _quoted(f"^{path.replace('.', chr(92) + '.')}$")
