"""In which order pages and categories stand: by their number, else their table, else by name."""

import re
from collections.abc import Sequence

from kbeditor.exchange.folder import fold
from kbeditor.exchange.markdown_folder.tree import Branch, Leaf

_NUMBER = re.compile(r"(\d+)")
Key = tuple[int, float, tuple[tuple[int, int, str], ...]]


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A name's rank as people count: `page2` stands before `page10`."""
    return tuple(
        (0, int(part[:15]), part) if part.isdecimal() else (1, 0, part)
        for part in _NUMBER.split(fold(name))
        if part
    )


def arrange(root: Branch, locales: Sequence[str]) -> None:
    """Sort everything beneath a branch. A position counts in the first locale that has one."""

    def key(owner: Branch | Leaf) -> Key:
        for locale in locales:
            source = owner.files.get(locale)
            if source and source.position is not None:
                return 0, source.position, natural(owner.name)
        if owner.place is not None:
            return 1, owner.place, ()
        return 2, 0, natural(owner.name)

    for branch in root.walk():
        branch.leaves.sort(key=key)
        branch.branches.sort(key=key)
