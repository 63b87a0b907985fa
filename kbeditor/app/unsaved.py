"""A copy on disk of words that could not be saved, until they could."""

import logging
import os
from pathlib import Path

from kbeditor.domain.records import TextRef

log = logging.getLogger(__name__)


class Unsaved:
    """One Markdown file per text, in a folder of this person's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, ref: TextRef) -> Path:
        """Where a text's words are kept."""
        return self.folder / f"{ref.owner.id}-{ref.locale}.md"

    def keep(self, ref: TextRef, title: str, body: str) -> None:
        """Write the words; a disk that takes none is logged, for they are still in the window."""
        path = self.path(ref)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(f".{os.getpid()}.new")
            with fresh.open("w", encoding="utf-8") as file:
                file.write(f"# {title}\n\n{body}\n")
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, path)
        except OSError as error:
            log.error("%s cannot be written: %s", path, error)

    def drop(self, ref: TextRef) -> None:
        """The words are saved: the copy is no longer needed."""
        try:
            self.path(ref).unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s cannot be removed: %s", self.path(ref), error)
