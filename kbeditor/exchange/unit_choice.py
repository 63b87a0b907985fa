"""What of a job goes out: the blocks that were asked for, article by article."""

from collections.abc import Iterator
from dataclasses import replace

from kbeditor.domain.blocks import BlockState, Freshness
from kbeditor.domain.errors import KbError
from kbeditor.domain.progress import Progress
from kbeditor.domain.units import Unit, UnitFile, UnitJob, UnitOptions

STEP_UNITS = "export_units"


def chosen(job: UnitJob, options: UnitOptions, progress: Progress) -> Iterator[UnitFile]:
    """The files of a job with the units that were asked for; files without any are left out.

    Raises KbError "nothing_to_hand_out" when nothing is left, Cancelled.
    """
    count = 0
    for file in job.files():
        progress.step(STEP_UNITS, count, 0)
        units = tuple(unit for unit in file.units if is_wanted(unit, options.only))
        # Code and HTML go along for their place in the text, but are no reason to send it.
        if any(unit.kind.translatable for unit in units):
            count += 1
            yield replace(file, units=units)
    if not count:
        raise KbError(
            "nothing_to_hand_out",
            "There is nothing to hand out: no block of {locale} is {only}.",
            locale=job.target_locale,
            only={"all": "to be translated", "todo": "missing or outdated"}.get(
                options.only, options.only
            ),
        )


def is_wanted(unit: Unit, only: str) -> bool:
    """Whether a unit belongs to "all", "missing" (drafts, too), "outdated" or "todo" (both).

    What is no longer in the source is never handed out.
    """
    if not unit.source or unit.freshness is Freshness.ORPHAN:
        return False
    outdated = unit.freshness is Freshness.OUTDATED
    missing = not outdated and (
        unit.freshness is Freshness.NEW or unit.state < BlockState.TRANSLATED
    )
    return {
        "all": True,
        "missing": missing,
        "outdated": outdated,
        "todo": missing or outdated,
    }[only]
