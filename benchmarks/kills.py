"""Kills the program at random moments: `python -m benchmarks.kills [--runs N] [WORK …]`.

Each run begins one work (typing, importing, exporting, restoring, migrating, replacing) in a
process of its own, kills it at a random moment and checks what is left: no confirmed change may be
lost, no library damaged, no export half there. The works are those of `tests.helpers.kill_cases`;
the tests kill each a few times, this does it two hundred times. Prints the counts.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.helpers.kill_cases import CASES, Case, kill_once
from tests.helpers.kill_window import LIMIT, type_and_kill


def run(case: Case, runs: int, seed: int) -> int:
    """Kill one work so many times; how many runs lost something."""
    chance = random.Random(f"{case.name} {seed}")
    reached: Counter[str] = Counter()
    lost = 0
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as holder:
        (Path(holder) / "made").mkdir()
        scene = case.prepare(Path(holder) / "made")
        for number in range(runs):
            copy = scene.copied(Path(holder) / "copy")
            try:
                said = kill_once(case, copy, chance)
            except AssertionError as error:
                lost += 1
                print(f"{case.name}, run {number}: {error}", file=sys.stderr)
            else:
                reached[said[-1].split()[0] if said else "nothing"] += 1
            shutil.rmtree(copy.folder)
    moments = ", ".join(f"{count} at “{word}”" for word, count in reached.most_common())
    took = time.monotonic() - started
    print(f"{case.name}: {runs} kills, {lost} with a loss; {moments} ({took:.0f} s)", flush=True)
    return lost


def run_window(runs: int, seed: int) -> int:
    """Type into the real window and kill it so many times; how many runs lost too much."""
    chance = random.Random(f"window {seed}")
    losses: list[float] = []
    lost = 0
    for number in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            try:
                losses.append(type_and_kill(Path(folder), chance.choice(("en", "fr")), chance))
            except AssertionError as error:
                lost += 1
                print(f"window, run {number}: {error}", file=sys.stderr)
    losses.sort()
    print(
        f"typing in the window: {runs} kills, {lost} with a loss of over {LIMIT:.0f} s; "
        f"lost at most {losses[-1]:.2f} s, in the middle {losses[len(losses) // 2]:.2f} s",
        flush=True,
    )
    return lost


def main() -> int:
    """Kill all works, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "work", nargs="*", help="beginnings of works' names, or “window”; none: all"
    )
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2026)
    wanted = parser.parse_args()
    chosen = [
        case
        for case in CASES
        if not wanted.work or any(case.name.startswith(each) for each in wanted.work)
    ]
    lost = sum(run(case, wanted.runs, wanted.seed) for case in chosen)
    if not wanted.work or "window" in wanted.work:
        lost += run_window(wanted.runs, wanted.seed)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
