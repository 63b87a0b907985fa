"""How often the checks hold something against right translations, and how many errors they find.

python -m benchmarks.checks CORPUS [--show CHECK]
"""

import argparse
import random
import statistics
import time
from collections import Counter
from pathlib import Path

from kbeditor.translation.checks import check_block
from kbeditor.translation.glossary import Glossary
from tests.helpers.translation_errors import LOCALES, SEEDS, TERMS, RealPair, real_pairs


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", help="print what this check flags")
    arguments = parser.parse_args()
    glossary = Glossary(TERMS)
    flagged: Counter[str] = Counter()
    times: list[float] = []
    right: list[RealPair] = []
    pairs = list(real_pairs(arguments.corpus))
    for pair in pairs:
        start = time.process_time()
        issues = check_block(pair.source, pair.target, pair.kind, LOCALES, glossary)
        times.append(1000 * (time.process_time() - start))
        flagged.update({issue.check for issue in issues})
        if not issues:
            right.append(pair)
        for issue in issues:
            if issue.check == arguments.show:
                print(f"{pair.page}\n  {issue.detail!r}\n  {pair.source}\n  {pair.target}")
    share = 1 - len(right) / len(pairs)
    print(f"{len(pairs)} blocks, {share:.2%} flagged; ms a block: ", end="")
    print(f"median {statistics.median(times):.3f}, p99 {sorted(times)[len(times) * 99 // 100]:.3f}")
    for check, count in flagged.most_common():
        print(f"  {check:20}{count:6}{count / len(pairs):8.2%}")
    print("errors put in, found by the check that is for them:")
    for name, (check, seed) in SEEDS.items():
        rng = random.Random(name)
        wrong = [found for pair in right if (found := seed(pair, rng))]
        caught = sum(
            any(
                issue.check == check
                for issue in check_block(each.source, each.target, each.kind, LOCALES, glossary)
            )
            for each in wrong
        )
        print(f"  {name:34}{caught:6} of {len(wrong):6}{caught / max(1, len(wrong)):9.2%}")


if __name__ == "__main__":
    main()
