"""A copy on disk of words that could not be saved, until they could: to read, and to put back."""

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kbeditor.domain.records import Kind, Ref, TextRef

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """Words of one text that are in no library. `fields` are those of a save that were typed;
    `blocks` the texts of blocks, by id; `version` is the text's that they were typed upon.
    """

    ref: TextRef
    title: str
    fields: Mapping[str, Any]
    blocks: tuple[tuple[str, str], ...]
    version: int
    kept_at: datetime


class Unsaved:
    """Two files per text, in a folder of this person's own: Markdown to read, JSON to put back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, ref: TextRef) -> Path:
        """Where a text's words are kept, to read them."""
        return self.folder / f"{ref.owner.id}-{ref.locale}.md"

    def keep(
        self,
        ref: TextRef,
        title: str,
        body: str,
        fields: Mapping[str, Any],
        blocks: tuple[tuple[str, str], ...] = (),
        version: int = 0,
    ) -> None:
        """Write the words; a disk that takes none is logged, for they are still in the window.

        `title` and `body` are all that there is to read; for the rest see `Kept`.
        """
        words = {
            "kind": ref.owner.kind.value,
            "id": ref.owner.id,
            "locale": ref.locale,
            "title": title,
            "fields": dict(fields),
            "blocks": [list(each) for each in blocks],
            "version": version,
            "kept_at": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        self._write(self.path(ref), f"# {title}\n\n{body}\n")
        self._write(self._data(ref), json.dumps(words, ensure_ascii=False))

    def drop(self, ref: TextRef) -> None:
        """The words are saved: the copy is no longer needed."""
        for path in (self._data(ref), self.path(ref)):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                log.warning("%s cannot be removed: %s", path, error)

    def all(self) -> tuple[Kept, ...]:
        """What is kept, the newest first, of all libraries."""
        found = (_read(path) for path in self.folder.glob("*.json"))
        return tuple(
            sorted((each for each in found if each), key=lambda each: each.kept_at, reverse=True)
        )

    def _data(self, ref: TextRef) -> Path:
        return self.path(ref).with_suffix(".json")

    def _write(self, path: Path, words: str) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
            with fresh.open("w", encoding="utf-8") as file:
                file.write(words)
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, path)
        except OSError as error:
            log.error("%s cannot be written: %s", path, error)


def _read(path: Path) -> Kept | None:
    try:
        words = json.loads(path.read_text(encoding="utf-8"))
        fields = {
            name: tuple(value) if isinstance(value, list) else str(value)
            for name, value in words["fields"].items()
            if name in ("title", "summary", "keywords", "body")
        }
        return Kept(
            TextRef(Ref(Kind(words["kind"]), str(words["id"])), str(words["locale"])),
            str(words["title"]),
            fields,
            tuple((str(block), str(text)) for block, text in words["blocks"]),
            int(words["version"]),
            datetime.fromisoformat(words["kept_at"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        log.warning("%s cannot be read: %s", path, error)
        return None
