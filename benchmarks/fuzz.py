"""Fuzzes what reads others' files: bytes changed at random, led by the code that they reach.

Run by hand: `python -m benchmarks.fuzz READER [--minutes 10] [--keep FOLDER]`, READER one of those
that `--help` names, or `all`. Needs atheris (Linux: `pip install atheris`). A finding is an error
that is no KbError, an input that takes 25 seconds by the clock, or one that takes the process
beyond a gigabyte; each is kept in FOLDER, and the next round begins without it. Exit code 1: there
were any.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from benchmarks import fuzz_readers

ROOT = Path(__file__).resolve().parents[1]
_SECONDS_EACH, _MEGABYTES = 25, 1_000
_DONE = re.compile(r"Done (\d+) runs|#(\d+)\s+\w+ +cov: (\d+)")


def main() -> int:
    """Fuzz for a while; print what was run and found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("reader", choices=["all", *fuzz_readers.NAMES])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--keep", type=Path, default=ROOT / "build" / "fuzz")
    arguments = parser.parse_args()
    names = fuzz_readers.NAMES if arguments.reader == "all" else (arguments.reader,)
    return int(sum(fuzz(name, arguments.minutes, arguments.keep / name) for name in names) > 0)


def fuzz(name: str, minutes: float, folder: Path) -> int:
    """Fuzz one reader in rounds, as each finding ends one; how many findings."""
    corpus, found = folder / "corpus", folder / "found"
    for each in (corpus, found):
        each.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(fuzz_readers.seeds(name)):
        (corpus / f"seed-{number:03d}").write_bytes(seed)
    words = folder / "words"
    words.write_text("\n".join(map(_quoted, fuzz_readers.words(name))) + "\n", encoding="utf-8")
    before, runs, covered = set(found.iterdir()), 0, 0
    end = time.monotonic() + minutes * 60
    while (left := int(end - time.monotonic())) > 0:
        command = [
            *(sys.executable, "-m", "benchmarks.fuzz_round", name),
            *(str(corpus), f"-dict={words}", f"-artifact_prefix={found}{os.sep}"),
            *(f"-max_total_time={left}", f"-timeout={_SECONDS_EACH}"),
            *(f"-rss_limit_mb={_MEGABYTES}", "-print_final_stats=1"),
            f"-max_len={fuzz_readers.LONGEST.get(name, 20_000)}",
        ]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace")
        said = list(_DONE.finditer(ended.stderr))
        runs += max((int(each[1] or each[2]) for each in said), default=0)
        covered = max((int(each[3] or 0) for each in said), default=covered)
        log = folder / "last.log"
        log.write_text(ended.stdout + ended.stderr, encoding="utf-8")
        if ended.returncode:
            new = set(found.iterdir()) - before
            log.rename(found.parent / f"round-{len(new)}.log")
            if not new:
                sys.exit(f"{name}: the round ended with {ended.returncode}; see {folder}")
    new = set(found.iterdir()) - before
    print(
        f"{name}: {minutes:g} min, {runs:,} runs, {covered:,} places reached, "
        f"{len(list(corpus.iterdir()))} inputs kept, {len(new)} findings",
        flush=True,
    )
    return len(new)


def _quoted(word: str) -> str:
    """A word as libFuzzer's dictionaries have it."""
    data = word.encode()
    return '"' + "".join(f"\\x{each:02x}" for each in data) + '"'


if __name__ == "__main__":
    sys.exit(main())
