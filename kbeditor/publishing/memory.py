"""What a build remembers beside its site, so that the next one sees at once what changed.

It lies in a folder of its own in the target, is no part of the site, and only saves time: where it
is missing or belongs to another manifest, more is compared.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kbeditor.domain.finding import ReportLine

FOLDER = ".kbeditor"
FILE = f"{FOLDER}/build.json"
SHOWN = f"{FOLDER}/shown.json"
PLAN = f"{FOLDER}/plan.json"


@dataclass(frozen=True, slots=True)
class Memory:
    """`made_of` and `structure` are digests (see `fingerprints`); `ids` those that search numbered.

    `sizes` is a digest of all files' addresses and sizes, `counts` and `lines` are what the build
    reported.
    """

    made_of: str
    structure: str
    ids: "Ids"
    sizes: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    lines: tuple[ReportLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Ids:
    """How many ids there were, in order, and their digest."""

    count: int
    digest: str

    @classmethod
    def of(cls, ids: Sequence[str]) -> "Ids":
        """Of these ids."""
        return cls(len(ids), hashlib.sha256("\n".join(ids).encode()).hexdigest())

    def begin(self, ids: Sequence[str]) -> bool:
        """Whether `ids` begin with these, so that the place of each is what it was."""
        return Ids.of(ids[: self.count]) == self


@dataclass(frozen=True, slots=True)
class Shown:
    """What pages showed, to find edited texts: by locale, in the order of the locale's plan.

    `contents` name the texts, `updated` are their times of change; `assets` ids of the attachments
    that the site holds.
    """

    contents: Mapping[str, Sequence[str]]
    updated: Mapping[str, Sequence[str]]
    assets: Sequence[str]


def write_shown(shown: Shown, manifest: bytes) -> bytes:
    """What the build that wrote this manifest shows."""
    data = {
        "manifest": hashlib.sha256(manifest).hexdigest(),
        "contents": shown.contents,
        "updated": shown.updated,
        "assets": shown.assets,
    }
    return json.dumps(data, ensure_ascii=False).encode()


def read_shown(data: bytes, manifest: bytes) -> Shown | None:
    """The reverse; None for what is damaged or belongs to another manifest."""
    try:
        found = json.loads(data)
        if found["manifest"] != hashlib.sha256(manifest).hexdigest():
            return None
        return Shown(found["contents"], found["updated"], found["assets"])
    except (ValueError, KeyError, TypeError):
        return None


def digest_of_sizes(sizes: Iterable[tuple[str, int]]) -> str:
    """A digest of pairs of address and size, whatever their order."""
    made = hashlib.sha256()
    for address, size in sorted(sizes):
        made.update(f"{size} {address}\n".encode("utf-8", "surrogateescape"))
    return made.hexdigest()


def write_memory(memory: Memory, manifest: bytes) -> bytes:
    """The memory of the build that wrote this manifest."""
    data = {
        "manifest": hashlib.sha256(manifest).hexdigest(),
        "made_of": memory.made_of,
        "structure": memory.structure,
        "ids": [memory.ids.count, memory.ids.digest],
        "sizes": memory.sizes,
        "counts": [list(each) for each in memory.counts],
        "lines": [[it.level, it.code, it.place, it.line, it.text] for it in memory.lines],
    }
    return json.dumps(data, ensure_ascii=False).encode()


def read_memory(data: bytes, manifest: bytes) -> Memory | None:
    """The reverse; None for one that is damaged or belongs to another manifest."""
    try:
        found = json.loads(data)
        if found["manifest"] != hashlib.sha256(manifest).hexdigest():
            return None
        return Memory(
            found["made_of"],
            found["structure"],
            Ids(*found["ids"]),
            found["sizes"],
            tuple((code, number) for code, number in found["counts"]),
            tuple(ReportLine(*line) for line in found["lines"]),
        )
    except (ValueError, KeyError, TypeError):
        return None
