"""Damages copies of a library the way disks, sticks and careless programs do, from a seed."""

import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

PAGE = 4096


def _pages(data: bytearray) -> int:
    return len(data) // PAGE


def overwrite_pages(data: bytearray, dice: random.Random) -> None:
    """One to eight pages become rubbish."""
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(_pages(data)) * PAGE
        data[at : at + PAGE] = dice.randbytes(PAGE)


def zero_pages(data: bytearray, dice: random.Random) -> None:
    """A run of pages becomes zeros, as after a lost sector."""
    count = dice.randint(1, 12)
    at = dice.randrange(max(1, _pages(data) - count)) * PAGE
    data[at : at + count * PAGE] = bytes(count * PAGE)


def truncate(data: bytearray, dice: random.Random) -> None:
    """The end is missing, as after a broken copy."""
    del data[int(len(data) * dice.uniform(0.2, 0.98)) :]


def zero_header(data: bytearray, _dice: random.Random) -> None:
    """The first hundred bytes are gone."""
    data[:100] = bytes(100)


def lose_first_page(data: bytearray, dice: random.Random) -> None:
    """The first page, with the list of tables, is rubbish."""
    data[:PAGE] = dice.randbytes(PAGE)


def flip_bits(data: bytearray, dice: random.Random) -> None:
    """One to forty bits are others."""
    for _ in range(dice.randint(1, 40)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def swap_pages(data: bytearray, dice: random.Random) -> None:
    """Some pages stand where others should: misdirected writes."""
    for _ in range(dice.randint(1, 4)):
        one, other = (dice.randrange(_pages(data)) * PAGE for _ in range(2))
        data[one : one + PAGE] = data[other : other + PAGE]


def overwrite_middle(data: bytearray, dice: random.Random) -> None:
    """A piece of another file is written over, at no page's border."""
    piece = b"<p>not yours</p>" * dice.randint(6, 2_000)
    at = dice.randrange(max(1, len(data) - len(piece)))
    data[at : at + len(piece)] = piece


KINDS: Mapping[str, Callable[[bytearray, random.Random], None]] = {
    each.__name__: each
    for each in (
        overwrite_pages,
        zero_pages,
        truncate,
        zero_header,
        lose_first_page,
        flip_bits,
        swap_pages,
        overwrite_middle,
    )
}


def damage(sound: Path, target: Path, kind: str, seed: int) -> Path:
    """A copy of a closed library, damaged in one way; the same seed does the same."""
    shutil.copy(sound, target)
    data = bytearray(target.read_bytes())
    KINDS[kind](data, random.Random(f"{kind} {seed}"))
    target.write_bytes(data)
    return target
