"""Reads the pages that a write-ahead log holds, without SQLite."""

import struct
from pathlib import Path

_MAGIC = (0x377F0682, 0x377F0683)
_HEAD, _FRAME = 32, 24


def read_log(path: Path) -> tuple[int, dict[int, bytes]]:
    """(page size, newest committed content by page); (0, {}) when the log holds nothing sound.

    A frame counts when its salt and its running checksum fit, up to the last commit.
    Raises OSError.
    """
    data = path.read_bytes()
    if len(data) < _HEAD:
        return 0, {}
    magic, _, size, _, *salts, first, second = struct.unpack(">8I", data[:_HEAD])
    if magic not in _MAGIC or size < 512 or size & (size - 1):
        return 0, {}
    order = ">" if magic & 1 else "<"
    sums = _checksum(data[: _HEAD - 8], order, (0, 0))
    if sums != (first, second):
        return 0, {}
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    for at in range(_HEAD, len(data) - _FRAME - size + 1, _FRAME + size):
        number, commit, one, other, *found = struct.unpack_from(">6I", data, at)
        page = data[at + _FRAME : at + _FRAME + size]
        sums = _checksum(page, order, _checksum(data[at : at + 8], order, sums))
        if [one, other] != salts or tuple(found) != sums:
            break
        pending[number] = page
        if commit:
            committed |= pending
            pending = {}
    return (size, committed) if committed else (0, {})


def _checksum(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    numbers = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for number in numbers:
        one = (one + number + two) & 0xFFFFFFFF
        two = (two + next(numbers) + one) & 0xFFFFFFFF
    return one, two
