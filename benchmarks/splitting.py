"""How well and how fast texts are split into blocks and put together again.

Run by hand: `python -m benchmarks.splitting [FOLDER]`, FOLDER with Markdown files (default: the
corpus beside the checkout). Times are CPU time.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kbeditor.translation.splitting import Document, insert_block, split
from kbeditor.translation.splitting.source import Source
from tests.helpers.splitting import (
    FRONT_MATTER,
    damaged,
    kept_structure,
    renderer_blocks,
    retold,
    splitter_blocks,
)

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
DAMAGED = 5_000
REMOVED = 1_500


def milliseconds(action: Callable[[], object], times: int = 9) -> float:
    """The median CPU time of several runs."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        action()
        taken.append(time.process_time() - started)
    return statistics.median(taken) * 1000


def faithful(texts: Sequence[str]) -> None:
    """Byte-identity, structure after every block is changed, agreement with the renderer."""
    documents = [split(text) for text in texts]
    count = sum(len(document.segments) for document in documents)
    same = sum(_identical(document) for document in documents)
    kept = 0
    for document in documents:
        new = [retold(segment) for segment in document.segments]
        kept += kept_structure(document, new, document.replaced(dict(enumerate(new))))
    print(f"{len(texts)} files, {count} segments")
    print(f"  byte-identical when nothing is translated {same}")
    print(f"  same structure and texts, all changed     {kept} ({kept / len(texts):.2%})")
    bodies = [FRONT_MATTER.sub("", text, count=1) for text in texts]
    blocks = [(renderer_blocks(body), splitter_blocks(body)) for body in bodies]
    total = sum(theirs.total() for theirs, _ in blocks)
    off = sum((theirs - ours).total() + (ours - theirs).total() for theirs, ours in blocks)
    print(f"  blocks the renderer sees otherwise        {off} of {total}")


def _identical(document: Document) -> bool:
    same = {index: segment.text for index, segment in enumerate(document.segments)}
    return document.body == document.replaced({}) == document.replaced(same)


def robust(texts: Sequence[str]) -> None:
    """The same of damaged texts. An exception ends the run."""
    chance = random.Random(5)
    bodies = [damaged(chance.choice(texts)[:20_000], chance) for _ in range(DAMAGED)]
    same = sum(_identical(split(body)) for body in bodies)
    starts = [FRONT_MATTER.sub("", text, count=1)[:4_000] for text in texts]
    sample = [damaged(chance.choice(starts), chance) for _ in range(DAMAGED)]
    off = sum(renderer_blocks(body) != splitter_blocks(body) for body in sample)
    print(f"{DAMAGED} damaged texts, no exception")
    print(f"  byte-identical when nothing is translated {same}")
    print(f"  seen otherwise by the renderer            {off} of {len(sample)}")


def mended(texts: Sequence[str]) -> None:
    """Segments taken out and put in again, in any order."""
    chance = random.Random(4)
    taken = right = back = 0
    places = 0
    for _ in range(REMOVED):
        text = chance.choice(texts)
        at = text.find("\n", chance.randrange(max(1, len(text) - 5_000))) + 1
        document = split(text[at : at + 4_000])
        indexes = range(len(document.segments))
        gone = set(chance.sample(indexes, min(len(indexes), chance.choice([1, 2, 5]))))
        left = [index for index in indexes if index not in gone]
        target = split(document.without(gone))
        taken += 1
        if _said(target) != [_said(document)[index] for index in left]:
            continue
        right += 1
        for index in sorted(gone, key=lambda _: chance.random()):
            links = {source: number for number, source in enumerate(left)}
            new = document.segments[index].text
            target = split(insert_block(document, index, target, links, new))
            left = sorted([*left, index])
            places += 1
            if _said(target) != [_said(document)[number] for number in left]:
                break
            back += 1
    print(f"{taken} times some segments taken out: {right} times just those went")
    print(f"  put in again at the same place            {back} of {places} ({back / places:.2%})")


def _said(document: Document) -> list[tuple[str, list[str]]]:
    return [(segment.kind.value, segment.text.split()) for segment in document.segments]


def quick(texts: Sequence[str]) -> None:
    """Time for a page."""
    article = "\n\n".join(FRONT_MATTER.sub("", text, count=1) for text in texts)
    article = article[500_000:520_000]
    document = split(article)
    changed = {index: f"{it.text} x" for index, it in enumerate(document.segments)}
    started = time.process_time()
    for text in texts:
        split(text)
    taken = time.process_time() - started
    print(f"20 KB article, {len(document.segments)} segments")
    print(f"  split                 {milliseconds(lambda: split(article)):6.1f} ms")
    print(f"  without words, hashes {milliseconds(lambda: Source(article)):6.1f} ms")
    print(f"  one replaced          {milliseconds(lambda: document.replaced({3: 'x'})):6.1f} ms")
    print(f"  all replaced          {milliseconds(lambda: document.replaced(changed)):6.1f} ms")
    print(f"all files: {taken:.2f} s, {taken / len(texts) * 1000:.2f} ms each")


def main() -> None:
    """Print all figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    texts = [file.read_bytes().decode() for file in sorted(folder.rglob("*.md"))]
    faithful(texts)
    robust(texts)
    mended(texts)
    quick(texts)


if __name__ == "__main__":
    main()
