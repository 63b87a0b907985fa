"""Where a link between files leads in the library: `kb:` and the id of a page or attachment."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from kbeditor.exchange.folder import Files, fold
from kbeditor.exchange.markdown_folder import links
from kbeditor.exchange.markdown_folder.layout import LocaleRoot, is_markdown
from kbeditor.exchange.markdown_folder.source_file import SourceFile
from kbeditor.exchange.markdown_folder.tree import Branch, Leaf, Tree
from kbeditor.exchange.media import PICTURE_ENDINGS, NotTaken
from kbeditor.exchange.shelf import Shelf

# Where site generators look for `/picture.png`.
_SITE_ROOTS = ("", "static/", "public/", "assets/")
_UNSAFE = re.compile(r"[\s\"'<>()`\\&]")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a link stays as it was written: a code and a sentence."""

    code: str
    text: str


class Targets:
    """Resolves links of Markdown files; each place is looked up once."""

    def __init__(
        self, files: Files, roots: tuple[LocaleRoot, ...], tree: Tree, shelf: Shelf
    ) -> None:
        self._files, self._tree, self._shelf = files, tree, shelf
        self._prefixes = {root.locale: root.prefix for root in roots}
        self._source_prefix = roots[0].prefix
        self._known: dict[tuple[str, str], Branch | Leaf | str | Problem] = {}

    def resolve(self, source: SourceFile, raw: str) -> str | Problem | None:
        """The new destination of a link in `source`; None where it leads elsewhere."""
        wanted = links.destination(raw)
        if wanted is None:
            return None
        if not wanted.path:
            own = unquote(wanted.fragment) in source.anchors
            return f"kb:{self._tree.owners[source.path].id}" if own else None
        folder = posixpath.dirname(source.path)
        key = folder, wanted.path
        if key not in self._known:
            self._known[key] = self._look_up(source, folder, wanted.path, raw)
        found = self._known[key]
        if isinstance(found, Problem):
            return found
        if isinstance(found, str):
            return f"kb:{found}"
        fragment = wanted.fragment
        if not fragment or _is_top(found, unquote(fragment)):
            return f"kb:{found.id}"
        return f"kb:{found.id}#{_UNSAFE.sub(lambda sign: quote(sign[0]), fragment)}"

    def _look_up(
        self, source: SourceFile, folder: str, path: str, raw: str
    ) -> Branch | Leaf | str | Problem:
        prefix = self._prefixes[source.locale]
        if path.startswith("/"):
            inside = posixpath.normpath(path.lstrip("/"))
            candidates = [prefix + inside, *(root + inside for root in _SITE_ROOTS)]
        else:
            candidates = [posixpath.normpath(posixpath.join(folder, path))]
        if candidates[0].startswith("../") or candidates[0] == "..":
            text = f"“{raw}” leads out of the imported folder."
            return Problem("outside_folder", text)
        # Translators often keep one set of pictures: what is not here may lie with the source.
        candidates += [
            self._source_prefix + each[len(prefix) :]
            for each in candidates
            if prefix != self._source_prefix and each.startswith(prefix)
        ]
        for candidate in candidates:
            found = self._at(candidate, raw)
            if found is not None:
                return found
        kind = _kind(path)
        return Problem(f"missing_{kind}", f"“{raw}” leads to no file: the {kind} is missing.")

    def _at(self, path: str, raw: str) -> Branch | Leaf | str | Problem | None:
        for spelling in (path, f"{path}.md"):
            found = self._files.find(spelling)
            if found is None:
                continue
            if is_markdown(found):
                owner = self._tree.owners.get(found)
                text = f"“{raw}” leads to a file that is not part of the import."
                return owner or Problem("missing_page", text)
            try:
                return self._shelf.take(found)
            except NotTaken as reason:
                return Problem("not_taken", f"“{raw}” was not taken along: {reason}.")
        return self._tree.folders.get(fold(path))


def _is_top(owner: Branch | Leaf, fragment: str) -> bool:
    return any(fragment in source.anchors for source in owner.files.values())


def _kind(path: str) -> str:
    if path.lower().endswith(PICTURE_ENDINGS):
        return "picture"
    name = path.rstrip("/").rpartition("/")[2]
    return "page" if is_markdown(name) or "." not in name else "file"
