"""Files that an import takes along as attachments: each read once, stored once by its bytes."""

import hashlib
from collections.abc import Callable, Mapping
from functools import partial

from uuid6 import uuid7

from kbeditor.domain.exchange import NewAttachment
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import Files, read_limited
from kbeditor.exchange.media import NotTaken, examine, limit_for

MOST_BYTES = 4 * 1024**3
MOST_ATTACHMENTS = 100_000


class Shelf:
    """Attachments by path. `stored` maps SHA-256 to the id of what the library has already."""

    def __init__(self, files: Files, stored: Mapping[str, str]) -> None:
        self._files = files
        self._ids: dict[str, str] = dict(stored)
        self._by_path: dict[str, str | NotTaken] = {}
        self._new: list[NewAttachment] = []
        self._size = 0

    @property
    def new(self) -> tuple[NewAttachment, ...]:
        """What the library does not have yet, in the order in which it was asked for."""
        return tuple(self._new)

    def take(self, path: str) -> str:
        """The attachment's id for a file. Raises NotTaken, each time the same; BadFile."""
        known = self._by_path.get(path)
        if known is None:
            known = self._by_path[path] = self._examine(path)
        if isinstance(known, NotTaken):
            raise known
        return known

    def _examine(self, path: str) -> str | NotTaken:
        data = read_limited(self._files.at(path), path, limit_for(path))
        try:
            media = examine(path.rpartition("/")[2], data)
        except NotTaken as reason:
            return reason
        digest = hashlib.sha256(media.data).hexdigest()
        if digest in self._ids:
            return self._ids[digest]
        new_id = self._ids[digest] = str(uuid7())
        self._size += len(media.data)
        if self._size > MOST_BYTES or len(self._new) >= MOST_ATTACHMENTS:
            raise BadFile(
                "too_much",
                path,
                "with this one the attachments are more than {count:,} or {size:,} bytes",
                count=MOST_ATTACHMENTS,
                size=MOST_BYTES,
            )
        read: Callable[[], bytes] = partial(_read_again, self._files, path, digest)
        self._new.append(
            NewAttachment(
                new_id,
                digest,
                media.name,
                media.media_type,
                len(media.data),
                media.width,
                media.height,
                read,
            )
        )
        return new_id


def _read_again(files: Files, path: str, digest: str) -> bytes:
    data = read_limited(files.at(path), path, limit_for(path))
    try:
        data = examine(path.rpartition("/")[2], data).data
    except NotTaken:
        data = b""  # whatever it is now, it is not what was examined
    if hashlib.sha256(data).hexdigest() != digest:
        raise BadFile("changed_meanwhile", path, "the file was changed during the import")
    return data
