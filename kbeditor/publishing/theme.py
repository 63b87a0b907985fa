"""How a site looks: templates, style and script files, and what a company made its own of them."""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kbeditor.domain.errors import KbError
from kbeditor.domain.site import SiteTheme
from kbeditor.publishing.accent import shades
from kbeditor.publishing.assets import Assets
from kbeditor.publishing.compiled import CompiledTemplates
from kbeditor.publishing.own_blocks import OwnBlocks
from kbeditor.publishing.reporting import Reporter
from kbeditor.publishing.search.script import search_script
from kbeditor.publishing.words import word_faults

STATIC = "static"
STYLE = f"{STATIC}/site.css"
SCRIPT = f"{STATIC}/site.js"
SEARCH_SCRIPT = f"{STATIC}/search.js"
SEARCH = f"{STATIC}/search"
ICON = f"{STATIC}/icon.svg"

POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "font-src 'self'; connect-src {connect}; base-uri 'none'; form-action 'none'; "
    "frame-src 'none'; object-src 'none'"
)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)  # of a style sheet
_NOTE = re.compile(r"^\s*//.*$", re.M)  # of a script: a line of its own
_INDENT = re.compile(r"\n\s+")
_FONT = re.compile(r"""[\w\s,"'-]+""")
_ENDPOINT = re.compile(r"(?:https?:/)?/[^\s\"'<>;,\\]+")
_OWN_FILE = re.compile(r"""url\(\s*["']?kb:([A-Za-z0-9-]+)["']?\s*\)""")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the theme. Sizes in pixels, None where they are not known."""

    address: str
    media_type: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Brand:
    """The company's marks. `logo` None: the icon and the site's name stand there."""

    icon: Picture
    logo: Picture | None = None
    logo_dark: Picture | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates ready to use, and the files to copy, by address.

    `digest` changes with everything that a page gets from here.
    """

    environment: Environment
    files: Mapping[str, bytes]
    words: Path  # the folder of interface words
    digest: str
    blocks: OwnBlocks
    look: SiteTheme = field(default_factory=SiteTheme)

    def render(self, page: str, values: Mapping[str, object]) -> str:
        """A page from its template. Raises KbError `bad_template` for a block of the library's."""
        try:
            return self.environment.get_template(self.blocks.template(page)).render(values)
        except Exception as error:  # a block may fail in every way that Python knows
            fault = self.blocks.fault(page, error)
            if fault is None:
                raise
            raise fault from error


def load_theme(
    folder: Path,
    look: SiteTheme | None = None,
    vote_endpoint: str = "",
    assets: Assets | None = None,
    reporter: Reporter | None = None,
    compiled: CompiledTemplates | None = None,
) -> Theme:
    """The theme in resources/site with a library's own look. Pictures are taken from `assets`.

    Raises KbError `bad_accent`, `bad_font`, `bad_endpoint`, `unknown_block`, `bad_template`.
    """
    look = look or SiteTheme()
    reporter = reporter or Reporter()
    files = {
        STYLE: _style(folder / "static", look, assets, reporter),
        SCRIPT: _packed((folder / "static" / "site.js").read_text("utf-8"), _NOTE).encode(),
        SEARCH_SCRIPT: search_script(folder / "static" / "search"),
        f"{STATIC}/minisearch.js": (
            folder / "vendor" / "minisearch" / "minisearch.js"
        ).read_bytes(),
        ICON: (folder / "static" / "icon.svg").read_bytes(),
    }
    policy = POLICY.format(connect=" ".join(_connected(vote_endpoint)))
    brand = _brand(look, assets, reporter)
    for locale, key, fault in word_faults(folder / "words", look.words):
        reporter.own_word(locale, key, fault)
    blocks = OwnBlocks(look.templates)
    environment = blocks.environment(
        FileSystemLoader(folder / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    if not environment.sandboxed:
        environment.bytecode_cache = compiled
    environment.globals.update(
        policy=Markup(policy),
        policy_with=partial(_policy_with, policy),
        style=_versioned(STYLE, files),
        script=_versioned(SCRIPT, files),
        search_script=_versioned(SEARCH_SCRIPT, files),
        vote_endpoint=vote_endpoint,
        marks=brand,
    )
    seen = [*sorted(files.items()), *sorted(_sources(folder)), ("look", repr(look).encode())]
    seen += [("brand", repr(brand).encode()), ("policy", policy.encode())]
    digest = hashlib.sha256(b"\0".join(name.encode() + b"\0" + data for name, data in seen))
    return Theme(environment, files, folder / "words", digest.hexdigest(), blocks, look)


def _policy_with(policy: str, structured: Markup) -> Markup:
    """The policy of a page with a block of data, named by its hash.

    Browsers let data stand without that, as nothing in it runs; checkers count it as a script.
    """
    data = structured.partition(">")[2].rpartition("</script>")[0]
    if not data:
        return Markup(policy)
    digest = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
    return Markup(policy.replace("script-src 'self'", f"script-src 'self' 'sha256-{digest}'"))


def _style(folder: Path, look: SiteTheme, assets: Assets | None, reporter: Reporter) -> bytes:
    """The article's style, which the preview uses too, the site's, and the library's own."""
    shipped = ((folder / name).read_text("utf-8") for name in ("article.css", "site.css"))
    parts = [_packed(text, _COMMENT) for text in shipped]
    if look.accent:
        made = shades(look.accent)
        parts.append(made.properties())
        if made.corrected:
            reporter.accent_corrected(look.accent, made.accent[0])
    if look.font:
        if not _FONT.fullmatch(look.font):
            raise KbError(
                "bad_font",
                "“{font}” is not a list of fonts. Write names with commas between them.",
                font=look.font,
            )
        parts.append(f":root{{--font:{look.font.strip(' ,')},var(--font-system)}}\n")
    if look.css:
        parts.append(_OWN_FILE.sub(lambda found: _file(found[1], assets, reporter), look.css))
    return "\n".join(parts).encode()


def _packed(source: str, comment: re.Pattern[str]) -> str:
    """Our own style or script without comments and indentation: readers pay for each byte."""
    return _INDENT.sub("\n", comment.sub("", source)).strip()


def _file(attachment_id: str, assets: Assets | None, reporter: Reporter) -> str:
    picture = _picture(attachment_id, assets, reporter)
    return f'url("../{picture.address}")' if picture else "none"


def _picture(attachment_id: str, assets: Assets | None, reporter: Reporter) -> Picture | None:
    if not attachment_id:
        return None
    asset = None if assets is None else assets.use(attachment_id, "")
    if asset is None:
        reporter.theme_file_missing(attachment_id)
        return None
    record = asset.attachment
    return Picture(asset.address, record.media_type, record.width, record.height)


def _brand(look: SiteTheme, assets: Assets | None, reporter: Reporter) -> Brand:
    return Brand(
        _picture(look.favicon, assets, reporter) or Picture(ICON, "image/svg+xml", 32, 32),
        _picture(look.logo, assets, reporter),
        _picture(look.logo_dark, assets, reporter),
    )


def _connected(vote_endpoint: str) -> list[str]:
    """Where scripts of the site may send to: votes go to their endpoint."""
    if not vote_endpoint:
        return ["'self'"]
    if not _ENDPOINT.fullmatch(vote_endpoint):
        raise KbError(
            "bad_endpoint",
            "“{address}” cannot take votes. Write an address with https://, or one that begins"
            " with /.",
            address=vote_endpoint,
        )
    parts = urlsplit(vote_endpoint)
    return ["'self'", f"{parts.scheme}://{parts.netloc}"] if parts.scheme else ["'self'"]


def _sources(folder: Path) -> list[tuple[str, bytes]]:
    """Templates and words, as they go into every page."""
    found = [*(folder / "templates").glob("*.html"), *(folder / "words").glob("*.json")]
    return [(file.name, file.read_bytes()) for file in found]


def _versioned(address: str, files: Mapping[str, bytes]) -> str:
    """With a mark of its content, so that no browser keeps showing an old one."""
    return f"{address}?v={hashlib.sha256(files[address]).hexdigest()[:8]}"
