"""The templates, style and script files that every site carries."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

STATIC = "static"
STYLE = f"{STATIC}/site.css"
SCRIPT = f"{STATIC}/site.js"
SEARCH_SCRIPT = f"{STATIC}/search.js"
SEARCH = f"{STATIC}/search"
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-src 'none'; object-src 'none'"
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates ready to use, and the files to copy, by address."""

    environment: Environment
    files: Mapping[str, bytes]
    words: Path  # the folder of interface words


def load_theme(folder: Path) -> Theme:
    """The theme in resources/site. The article's style, which the preview uses too, comes first."""
    style = b"".join(
        (folder / "static" / name).read_bytes() for name in ("article.css", "site.css")
    )
    files = {
        STYLE: style,
        SCRIPT: (folder / "static" / "site.js").read_bytes(),
        SEARCH_SCRIPT: (folder / "static" / "search.js").read_bytes(),
        f"{STATIC}/minisearch.js": (
            folder / "vendor" / "minisearch" / "minisearch.js"
        ).read_bytes(),
        f"{STATIC}/icon.svg": (folder / "static" / "icon.svg").read_bytes(),
    }
    environment = Environment(
        loader=FileSystemLoader(folder / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        policy=Markup(CONTENT_SECURITY_POLICY),
        style=_versioned(STYLE, files),
        script=_versioned(SCRIPT, files),
        search_script=_versioned(SEARCH_SCRIPT, files),
    )
    return Theme(environment, files, folder / "words")


def _versioned(address: str, files: Mapping[str, bytes]) -> str:
    """With a mark of its content, so that no browser keeps showing an old one."""
    return f"{address}?v={hashlib.sha256(files[address]).hexdigest()[:8]}"
