"""Every write of every work fails once, each in three ways; then hundreds of damaged libraries.

    python -m benchmarks.faults [--step 1] [--seeds 100]

Prints how many writes were made to fail and what was the matter afterwards, and for each kind of
damage how much of a library a repair kept.
"""

import argparse
import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kbeditor.app.opening import create_library, create_sample, open_workspace
from kbeditor.domain.errors import KbError
from kbeditor.services.repairing import repair
from kbeditor.storage.checking_file import full_check
from tests.helpers.damaging import KINDS, damage

ROOT = Path(__file__).parents[1]
WORKS = ("save", "import", "html", "zip", "json", "json_zip", "backup", "repair")
ERRORS = ((errno.ENOSPC, 0), (errno.EIO, 1), (errno.EROFS, 1))


def _small(folder: Path) -> tuple[Path, Path]:
    """A library of three articles, and the folder it was made of."""
    content = folder / "content"
    (content / "en").mkdir(parents=True)
    for number in range(3):
        (content / "en" / f"page-{number}.md").write_text(f"# Page {number}\n\nWords.\n")
    path = folder / "small.kb"
    create_library(path, "Small", "en", ["fr"]).close()
    workspace = open_workspace(path)
    workspace.importing.apply(workspace.importing.plan(content))
    workspace.close()
    return path, content


def faults(folder: Path, step: int) -> None:
    """Make writes fail; one line for each work and error."""
    shim = folder / "write_faults.so"
    source = ROOT / "tests" / "helpers" / "write_faults.c"
    options = ["-shared", "-fPIC", "-O1", "-ldl", "-lpthread"]
    subprocess.run(["cc", source, "-o", shim, *options], check=True)
    library, content = _small(folder)
    scratch = folder / "scratch"
    for work in WORKS:
        for error, every in ERRORS:
            scratch.mkdir(exist_ok=True)
            environment = os.environ | {"LD_PRELOAD": str(shim), "KB_FAULT_UNDER": str(scratch)}
            arguments = (work, library, content, scratch, error, every, step, 1)
            done = subprocess.run(
                [sys.executable, "-m", "tests.helpers.faulty_work", *map(str, arguments)],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
            first, *answers = map(json.loads, done.stdout.splitlines())
            bad = [each for each in answers if each["bad"]]
            refused = sum(bool(each["code"]) for each in answers)
            print(
                f"{work:9} {errno.errorcode[error]:6} {first['writes']:4} writes, "
                f"{len(answers):4} failed, {refused:4} told of it, {len(bad)} bad"
            )
            for each in bad[:3]:
                print("   ", each["at"], each["bad"])
            shutil.rmtree(scratch)


def damages(folder: Path, seeds: int) -> None:
    """Damage the sample in many ways and repair it; one line for each kind."""
    sound = folder / "sample.kb"
    create_sample(sound).close()
    for kind in KINDS:
        started, kept, refused, unsound, silent = time.monotonic(), [], 0, 0, 0
        for seed in range(seeds):
            bad = damage(sound, folder / "bad.kb", kind, seed)
            new = folder / "new.kb"
            new.unlink(missing_ok=True)
            try:
                silent += not full_check(bad)
                report = repair(bad, new)
            except KbError:
                refused += 1
                continue
            unsound += bool(full_check(new))
            counts = dict(report.counts)
            kept.append(counts["texts"] + counts["revisions"])
        seconds = time.monotonic() - started
        print(
            f"{kind:17} {seeds} libraries: texts and versions kept {min(kept)} at least, "
            f"{sum(kept) / len(kept):.1f} on average; {refused} refused, {unsound} unsound after, "
            f"{silent} not noticed; {seconds:.0f} s"
        )


def main() -> None:
    """Both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=100)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        faults(Path(folder), chosen.step)
        damages(Path(folder), chosen.seeds)


if __name__ == "__main__":
    main()
