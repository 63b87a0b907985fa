"""The translation memory at 100,000 segments: suggestions and concordance, against brute force.

    python -m benchmarks.memory [--segments 100000] [--queries 400] [--locales 2]

The segments are the blocks of the real English help centre beside the checkout, and those with some
words changed by a seeded dice until there are enough. So are the queries. Recall counts how many of
the five best scores that comparing with every segment finds are among those suggested.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.units import MemoryUnit
from kbeditor.translation.memory import CUTOFF, normalised
from kbeditor.translation.splitting import split

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "campaign" / "content"
LOCALES = ("fr", "de", "es", "it", "ja")


def corpus_segments() -> list[tuple[str, str]]:
    """English blocks, each once, with a French one of the same place (only to fill the rows)."""
    found: dict[str, str] = {}
    for english in sorted((CORPUS / "en").rglob("*.md")):
        french = CORPUS / "fr" / english.relative_to(CORPUS / "en")
        source = [each.text for each in split(english.read_text("utf-8")).segments]
        target = [each.text for each in split(french.read_text("utf-8")).segments]
        for place, text in enumerate(source):
            if len(text) <= 2_000 and text.strip():
                found.setdefault(text, target[min(place, len(target) - 1)])
    return list(found.items())


def changed(dice: random.Random, text: str, share: float, words: Sequence[str]) -> str:
    """The text with a share of its words replaced, left out, or followed by another one."""
    made: list[str] = []
    for word in text.split():
        thrown = dice.random() / share if share else 1
        if thrown < 0.6:
            made.append(dice.choice(words))
        elif thrown < 0.8:
            continue
        else:
            made += [word, dice.choice(words)] if thrown < 1 else [word]
    return " ".join(made) or text


def multiplied(pairs: Sequence[tuple[str, str]], count: int) -> list[tuple[str, str]]:
    """As many different segments as asked for."""
    dice = random.Random(1)
    words = [word for source, _ in pairs for word in source.split()]
    made = dict(pairs[:count])
    while len(made) < count:
        source, target = dice.choice(pairs)
        made.setdefault(changed(dice, source, dice.choice((0.05, 0.1, 0.2, 0.3)), words), target)
    return list(made.items())


def queries(pairs: Sequence[tuple[str, str]], count: int) -> Iterator[str]:
    """Blocks as they come to a translator: some known, most of them changed."""
    dice = random.Random(5)
    words = [word for source, _ in pairs for word in source.split()]
    for _ in range(count):
        share = dice.choice((0.0, 0.05, 0.1, 0.2, 0.3))
        yield changed(dice, dice.choice(pairs)[0], share, words)


def measure(ws: Workspace, wanted: Sequence[str], segments: Sequence[str]) -> None:
    """Time the suggestions, and hold them against comparing with every segment."""
    began = time.perf_counter()
    ws.memory.suggest_for(wanted[0], "fr")
    print(f"first suggestion {1000 * (time.perf_counter() - began):.0f} ms")
    times, held, there = [], 0, 0
    lines = list({normalised(each) for each in segments})
    for query in wanted:
        began = time.perf_counter()
        found = ws.memory.suggest_for(query, "fr")
        times.append(1000 * (time.perf_counter() - began))
        line = normalised(query)
        best = process.extract(
            line,
            lines,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=CUTOFF / 100,
            limit=5,
        )
        expected = Counter(round(score, 6) for _, score, _ in best)
        got = Counter(
            round(Levenshtein.normalized_similarity(line, normalised(each.source)), 6)
            for each in found
        )
        held += (expected & got).total()
        there += expected.total()
    print(_figures("suggestions", times) + f", recall {held / there:.4f} of {there}")


def measure_concordance(ws: Workspace, wanted: Sequence[str]) -> None:
    """Time the search for one, two and three words of a block, in the source and in the target."""
    dice = random.Random(9)
    for in_target in (False, True):
        times = []
        for query in wanted[:: 8 if in_target else 1]:
            words = query.split()
            start = dice.randrange(len(words))
            asked = " ".join(words[start : start + dice.randint(1, 3)])
            began = time.perf_counter()
            ws.memory.concordance(asked, "fr", in_target=in_target)
            times.append(1000 * (time.perf_counter() - began))
        print(_figures("concordance in the " + ("target" if in_target else "source"), times))


def _figures(name: str, times: Sequence[float]) -> str:
    p95 = statistics.quantiles(times, n=20)[-1]
    return f"{name}: median {statistics.median(times):.1f} ms, p95 {p95:.1f} ms"


def main() -> None:
    """Build the memory, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--locales", type=int, default=2, help="each with as many segments")
    options = parser.parse_args()
    real = corpus_segments()
    pairs = multiplied(real, options.segments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "memory.kb")
        locales = LOCALES[: options.locales]
        ws = create_library(path, "Memory", "en", locales)
        empty = path.stat().st_size
        for locale in locales:
            began = time.perf_counter()
            units = (MemoryUnit(*pair, "benchmark", "2026-01-01T00:00:00Z") for pair in pairs)
            ws.memory.add({locale: units}, "benchmark.tmx")
            print(f"{len(pairs)} added to {locale} in {time.perf_counter() - began:.1f} s")
        ws.close()
        print(f"{(path.stat().st_size - empty) / 1e6 / len(locales):.0f} MB a locale")
        ws = open_workspace(path)
        wanted = list(queries(real, options.queries))
        measure(ws, wanted, [source for source, _ in pairs])
        measure_concordance(ws, wanted)
        ws.close()


if __name__ == "__main__":
    main()
