"""Reading an exported site as a strict visitor: every page, link, picture and id."""

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_VOID |= {"circle", "path"}  # of our icons: they are closed in place


@dataclass
class PageFacts:
    """What one page holds. `tags` are (name, attributes) in order, `text` all its words."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list[dict[str, str]]:
        """The attributes of all elements of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    def addresses(self) -> list[str]:
        """Everything that the page links to or loads."""
        return [
            attributes[name]
            for _, attributes in self.tags
            for name in ("href", "src", "action")
            if name in attributes
        ]


class _Reader(HTMLParser):
    def __init__(self, facts: PageFacts) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = facts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if len(attributes) != len(attrs):
            self.facts.wrong.append(f"<{tag}> has an attribute twice")
        self.facts.tags.append((tag, attributes))
        if "id" in attributes:
            self.facts.ids.append(attributes["id"])
        if tag not in _VOID:
            self.facts.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.facts.open or self.facts.open.pop() != tag:
            self.facts.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.facts.text += data


def read_page(html: str) -> PageFacts:
    """What a page holds; `wrong` tells of elements that do not nest and ids that stand twice."""
    facts = PageFacts()
    reader = _Reader(facts)
    reader.feed(html)
    reader.close()
    if facts.open:
        facts.wrong.append(f"never closed: {facts.open}")
    twice = {each for each in facts.ids if facts.ids.count(each) > 1}
    if twice:
        facts.wrong.append(f"ids that stand twice: {sorted(twice)}")
    return facts


def read_site(folder: Path) -> dict[str, PageFacts]:
    """All pages of a site by address."""
    return {
        file.relative_to(folder).as_posix(): read_page(file.read_text("utf-8"))
        for file in sorted(folder.rglob("*.html"))
    }


def broken_addresses(folder: Path, pages: dict[str, PageFacts]) -> list[str]:
    """Links, pictures and fragments within the site that lead nowhere, as "page: address"."""
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    found = []
    for page, facts in pages.items():
        for address in facts.addresses():
            path, _, fragment = address.partition("#")
            if path.startswith(("http:", "https:", "mailto:", "tel:", "data:")):
                continue
            path = unquote(path.partition("?")[0])
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            )
            missing = target not in files
            if not missing and fragment and target in pages:
                missing = unquote(fragment) not in pages[target].ids
            if missing:
                found.append(f"{page}: {address}")
    return found
