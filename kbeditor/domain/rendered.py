"""What rendering a text gives: safe HTML, contents, links and warnings; and their JSON form.

The stored HTML does not depend on other articles: links and pictures of the library stay
`kb:ID` and are resolved when a page is laid out or previewed (`kbeditor.rendering.resolve`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ID_PREFIX = "h-"
"""Stands before every id of a rendered text, so that no text can take over an id of the page
around it. Fragments (`#h-install`) carry it too."""


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What rendering needs to know besides the text: the locale (titles of call-outs)."""

    locale: str = "en"


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of the table of contents. `id` is as in the HTML (with `ID_PREFIX`)."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture of a text, in reading order.

    `kind` is "article" (a `kb:` link), "picture" (any picture), "external", "relative" or
    "anchor" (within the page). `target` is the id for `kb:` links and pictures, else the address
    without its fragment. `fragment` is as in the HTML: with `ID_PREFIX` for "article" and
    "anchor". `line` counts from 1.
    """

    target: str
    line: int
    kind: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class RenderWarning:
    """Something the writer may want to know; `line` counts from 1, `details` are name and value."""

    code: str
    line: int
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A whole text, rendered: what a published revision stores."""

    html: str
    toc: tuple[Heading, ...]
    links: tuple[Link, ...]
    warnings: tuple[RenderWarning, ...]
    words: int
    plain: str


@dataclass(frozen=True, slots=True)
class Block:
    """One top-level piece of a preview: equal keys mean equal HTML. `line` counts from 1."""

    line: int
    key: str
    html: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The same page as `Rendered`, cut into blocks: their HTML joined is `Rendered.html`."""

    blocks: tuple[Block, ...]
    toc: tuple[Heading, ...]
    links: tuple[Link, ...]
    warnings: tuple[RenderWarning, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What a `kb:` link or picture leads to; `title` fills a link without words of its own."""

    address: str
    title: str
    width: int | None = None
    height: int | None = None


def toc_to_json(toc: Sequence[Heading]) -> list[list[Any]]:
    """Headings as `[level, id, text]` lists."""
    return [[heading.level, heading.id, heading.text] for heading in toc]


def toc_from_json(data: Sequence[Sequence[Any]]) -> tuple[Heading, ...]:
    """The reverse of `toc_to_json`."""
    return tuple(Heading(*item) for item in data)


def links_to_json(links: Sequence[Link]) -> list[list[Any]]:
    """Links as `[target, line, kind, fragment]` lists."""
    return [[link.target, link.line, link.kind, link.fragment] for link in links]


def links_from_json(data: Sequence[Sequence[Any]]) -> tuple[Link, ...]:
    """The reverse of `links_to_json`."""
    return tuple(Link(*item) for item in data)


def warnings_to_json(warnings: Sequence[RenderWarning]) -> list[list[Any]]:
    """Warnings as `[code, line, {name: value}]` lists."""
    return [[warning.code, warning.line, dict(warning.details)] for warning in warnings]


def warnings_from_json(data: Sequence[Sequence[Any]]) -> tuple[RenderWarning, ...]:
    """The reverse of `warnings_to_json`."""
    return tuple(RenderWarning(code, line, tuple(details.items())) for code, line, details in data)


def rendered_to_json(rendered: Rendered) -> dict[str, Any]:
    """A rendered text as plain JSON data."""
    return {
        "html": rendered.html,
        "toc": toc_to_json(rendered.toc),
        "links": links_to_json(rendered.links),
        "warnings": warnings_to_json(rendered.warnings),
        "words": rendered.words,
        "plain": rendered.plain,
    }


def rendered_from_json(data: Mapping[str, Any]) -> Rendered:
    """The reverse of `rendered_to_json`."""
    return Rendered(
        html=data["html"],
        toc=toc_from_json(data["toc"]),
        links=links_from_json(data["links"]),
        warnings=warnings_from_json(data["warnings"]),
        words=data["words"],
        plain=data["plain"],
    )


def preview_to_json(preview: Preview) -> dict[str, Any]:
    """A preview as plain JSON data."""
    return {
        "blocks": [[block.line, block.key, block.html] for block in preview.blocks],
        "toc": toc_to_json(preview.toc),
        "links": links_to_json(preview.links),
        "warnings": warnings_to_json(preview.warnings),
    }


def preview_from_json(data: Mapping[str, Any]) -> Preview:
    """The reverse of `preview_to_json`."""
    return Preview(
        blocks=tuple(Block(*item) for item in data["blocks"]),
        toc=toc_from_json(data["toc"]),
        links=links_from_json(data["links"]),
        warnings=warnings_from_json(data["warnings"]),
    )
