"""Whether what was kept of a release is as it was saved."""

import hashlib
import zlib
from collections.abc import Iterator

_CHUNK = 1 << 20
_MOST = 4 << 30
"""Bytes that are unpacked at most: no release of ours is so large."""


def releases_sound(snapshot: object, manifest: object, digest: object) -> bool:
    """Whether both can be unpacked, and the manifest is the one that `digest` was made of."""
    if not isinstance(snapshot, bytes) or not isinstance(manifest, bytes):
        return False
    found = hashlib.sha256()
    try:
        for _ in _unpacked(snapshot):
            pass
        for part in _unpacked(manifest):
            found.update(part)
    except zlib.error:
        return False
    return found.hexdigest() == digest


def _unpacked(data: bytes) -> Iterator[bytes]:
    unpack, total = zlib.decompressobj(), 0
    while data and not unpack.eof:
        part = unpack.decompress(data, _CHUNK)
        data = unpack.unconsumed_tail
        total += len(part)
        if total > _MOST:
            raise zlib.error("larger than any release")
        yield part
    if not unpack.eof:
        raise zlib.error("cut off")
