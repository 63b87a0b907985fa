"""A `TOC.md` or `SUMMARY.md`: its nested list, which names categories and orders articles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kbeditor.domain.limits import LONGEST_TITLE
from kbeditor.domain.words import plain_text

_ITEM = re.compile(r"([ \t]*)(?:[-+*]|\d{1,9}[.)])[ \t]+(\S.*)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_LINK = re.compile(
    r"\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    r"\([ \t]*(?:<(?P<angle>[^<>]*)>|(?P<plain>(?:[^\s()]|\([^\s()]*\))*+))[^)]*\)"
)
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_ANCHOR = re.compile(r"\{:?[ ]*#([^\s{}]+)")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")


@dataclass(slots=True)
class Item:
    """One line of the list. `target` is the link's destination as written, None without one."""

    title: str
    target: str | None
    anchor: str
    line: int
    children: "list[Item]" = field(default_factory=list)

    def walk(self) -> "Iterator[Item]":
        """This item and all beneath it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def title_words(markdown: str) -> str:
    """A heading's or a link's words as plain text, in one line."""
    text = _INVISIBLE.sub("", plain_text(_ATTRIBUTES.sub("", markdown)))
    return " ".join(text.split())


def _title(markdown: str) -> str:
    """A category's title; a list item that is a whole paragraph is cut."""
    return title_words(markdown)[:LONGEST_TITLE].rstrip()


def parse(body: str, first_line: int = 1) -> Item:
    """The tree of a table of contents; the root has the first heading's words as its title.

    Nesting is by indentation of whatever width. A later heading groups the items after it, as in
    the tables of GitBook and mdBook. `{hide-from-toc}` and other braces are passed over.
    """
    root = Item("", None, "", first_line)
    group = root
    open_items: list[tuple[int, Item]] = []
    for number, text in enumerate(body.split("\n"), first_line):
        line = text.expandtabs(4)
        if heading := _HEADING.fullmatch(line.rstrip()):
            open_items.clear()
            if not root.title and not root.children:
                root.title, root.anchor = _title(heading[2]), _anchor(heading[2])
                continue
            group = Item(_title(heading[2]), None, _anchor(heading[2]), number)
            root.children.append(group)
        elif (found := _ITEM.fullmatch(line)) or line.startswith("["):
            indent = len(found[1]) if found else 0
            item = _item(found[2] if found else line, number)
            while open_items and open_items[-1][0] >= indent:
                open_items.pop()
            # Forty levels are more than anybody reads, and keep recursion over the tree short.
            parent = open_items[-1][1] if open_items else group
            parent.children.append(item)
            if len(open_items) < 40:
                open_items.append((indent, item))
    return root


def is_table(root: Item) -> bool:
    """Whether the file lists pages at all; else it is an article that has this name."""
    return any(item.target is not None for item in root.walk())


def _item(content: str, line: int) -> Item:
    link = _LINK.match(_ATTRIBUTES.sub("", content).strip()) if "](" in content else None
    if not link:
        return Item(_title(content), None, _anchor(content), line)
    target = link["angle"] if link["angle"] is not None else link["plain"]
    return Item(_title(link["words"]), target or None, _anchor(content), line)


def _anchor(content: str) -> str:
    found = _ANCHOR.search(content)
    return found[1] if found else ""
