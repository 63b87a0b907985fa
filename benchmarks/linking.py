"""How well and how fast existing translations are linked: the whole campaign, damaged by a script.

Run by hand: `python -m benchmarks.linking [CAMPAIGN] [SEED]` (default: the campaign beside the
checkout, 1). Of each French page whose blocks go with the English one's one by one, 10 % of the
blocks are deleted, 5 % merged, 3 % inserted; prints precision, recall and CPU time a page.
"""

import random
import statistics
import sys
import time
from pathlib import Path

from kbeditor.translation.linking import link
from tests.helpers.corpus_pages import damage, parallel_pairs

CAMPAIGN = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "campaign"
TIMES = 3  # the best of so many runs: others use this machine, too


def main(campaign: Path, seed: random.Random) -> None:
    """Print the figures."""
    pages = list(parallel_pairs(campaign))
    foreign = [each for page in pages for each in page.target if each.words]
    right = wrong = missed = 0
    times = []
    for page in pages:
        damaged = damage(page.target, foreign, seed)
        taken = []
        for _ in range(TIMES):
            started = time.process_time()
            links = link(page.source, damaged.target)
            taken.append(time.process_time() - started)
        times.append((min(taken), len(page.source), page.name))
        found = {(one, other) for each in links for one in each.sources for other in each.targets}
        right += len(found & damaged.truth)
        wrong += len(found - damaged.truth)
        missed += len(damaged.truth - found)
    print(f"{len(pages)} pages, {sum(len(page.source) for page in pages)} blocks of the source")
    print(f"precision {right / (right + wrong):.4f}, recall {right / (right + missed):.4f}")
    print(f"a page: median {statistics.median(each[0] for each in times) * 1000:.1f} ms")
    for seconds, blocks, name in sorted(times)[-3:]:
        print(f"slowest: {seconds * 1000:.0f} ms, {blocks} blocks, {name}")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else CAMPAIGN,
        random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1),
    )
