"""What publishing several changed sources costs their translators, in sum; no Qt here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kbeditor.domain.blocks import LocaleCost, PublishCost, SourceChange
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import Significance

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Costs:
    """`changes` stand with the title of their article; blocks that only moved are left out.

    `proposed`: minor only where every change is the same once markup is stripped.
    """

    changes: tuple[tuple[str, SourceChange], ...]
    locales: tuple[LocaleCost, ...]
    proposed: Significance

    @property
    def nothing(self) -> bool:
        """Whether translators have nothing to do with it, whatever it is called."""
        return not self.changes and self.proposed is Significance.MINOR

    def of(self, significance: Significance) -> tuple[LocaleCost, ...]:
        """What each locale has to do when the change is called so: a minor one outdates nothing."""
        if significance is not Significance.MINOR:
            return self.locales
        return tuple(
            LocaleCost(each.locale, 0, 0, each.new_blocks, each.new_words, each.orphans)
            for each in self.locales
        )


def count_costs(
    workspace: "Workspace", sources: Sequence[tuple[TextRef, str]], progress: Progress
) -> Costs:
    """Ask for the cost of each source (text, title); on the library's thread or a job's."""
    found = []
    for number, (text, title) in enumerate(sources):
        progress.step("counting", number, len(sources))
        found.append((title, workspace.blocks.cost(text)))
    return sum_costs(found)


def sum_costs(found: Iterable[tuple[str, PublishCost]]) -> Costs:
    """The costs of several sources as one."""
    changes: list[tuple[str, SourceChange]] = []
    sums: dict[str, LocaleCost] = {}
    minor = True
    for title, cost in found:
        changes += [(title, each) for each in cost.changes if each.change != "moved"]
        minor = minor and cost.proposed_minor
        for each in cost.locales:
            sums[each.locale] = _plus(sums.get(each.locale), each)
    proposed = Significance.MINOR if minor else Significance.UPDATE
    return Costs(tuple(changes), tuple(sums.values()), proposed)


def _plus(known: LocaleCost | None, more: LocaleCost) -> LocaleCost:
    if known is None:
        return more
    return LocaleCost(
        known.locale,
        known.outdated_blocks + more.outdated_blocks,
        known.outdated_words + more.outdated_words,
        known.new_blocks + more.new_blocks,
        known.new_words + more.new_words,
        known.orphans + more.orphans,
    )
