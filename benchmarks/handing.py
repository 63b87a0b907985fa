"""How long it takes to hand out a whole library, and to take it in again.

Run by hand: `python -m benchmarks.handing [CAMPAIGN]` (default: the campaign beside the checkout).
French, which is there, goes out in each format and is compared when it comes back untouched.
German, which is missing, is translated by a script as a whole and taken in. Prints CPU times.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import polib

from kbeditor.app.opening import create_library
from kbeditor.domain.handing import Verdict

CAMPAIGN = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "campaign"
T = TypeVar("T")


def timed(what: str, work: Callable[[], T]) -> T:
    """What the work gives; prints its time."""
    started = time.process_time()
    result = work()
    print(f"{what}: {time.process_time() - started:.1f} s CPU")
    return result


def main(campaign: Path) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ws = create_library(folder / "campaign.kb", "Campaign", "en", ["fr", "de"])
        ws.importing.apply(ws.importing.plan(campaign))
        timed("linking", ws.linking.fill)
        for info in ws.handing.formats():
            if info.id in ("glossary-csv", "tbx", "tmx"):
                continue
            out = folder / f"{info.id}{info.suffix}"
            report = timed(f"{info.id} out", lambda: ws.handing.export(info.id, "fr", out))  # noqa: B023
            plan = timed(f"{info.id} compared", lambda: ws.handing.plan(out))  # noqa: B023
            wrong = sum(each.verdict is not Verdict.UNCHANGED for each in plan.blocks)
            print(f"  {dict(report.counts)['units']:,} blocks, {wrong} not as they were")
        out = folder / "de.po"
        ws.handing.export("po", "de", out)
        translated = polib.pofile(str(out), wrapwidth=0)
        for entry in translated:
            entry.msgstr = f"Ü {entry.msgid}"
        translated.save(str(out))
        plan = timed("a missing language compared", lambda: ws.handing.plan(out))
        outcome = timed("taken in", lambda: ws.handing.apply(plan))
        print(f"  {dict(outcome.value.counts)}")
        timed("undone", ws.history.undo)
        ws.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CAMPAIGN)
