"""What a judge says, and the table of all judgements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_DETAILS = 12


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the table. `passed` None: a figure that nothing was demanded of.

    `details`: what the figure stands for, one a line, such as each error with its page.
    """

    what: str
    on: str
    figure: str
    wanted: str = ""
    passed: bool | None = None
    details: tuple[str, ...] = ()


def counted(what: str, on: str, found: Sequence[str], noun: str = "wrong") -> Judgement:
    """A judgement that passes when nothing was found."""
    return Judgement(what, on, f"{len(found)} {noun}", "0", not found, tuple(found))


def limited(
    what: str, on: str, figure: float, most: float, unit: str, details: Sequence[str] = ()
) -> Judgement:
    """A judgement that passes up to a limit."""
    words = f"{figure:.1f} {unit}", f"≤ {most:g} {unit}"
    return Judgement(what, on, *words, figure <= most, tuple(details))


def table(judgements: Iterable[Judgement]) -> str:
    """All of them as a table in Markdown."""
    lines = ["| what | on | figure | wanted |", "|---|---|---|---|"]
    for each in judgements:
        failed = " **missed**" if each.passed is False else ""
        lines.append(f"| {each.what} | {each.on} | {each.figure}{failed} | {each.wanted} |")
    return "\n".join(lines)


def details(judgements: Iterable[Judgement]) -> str:
    """What stands behind the figures, at most a few lines of each."""
    lines = []
    for each in judgements:
        if each.details:
            lines.append(f"{each.what}, {each.on}:")
            lines += [f"  {line}" for line in each.details[:MOST_DETAILS]]
            if len(each.details) > MOST_DETAILS:
                lines.append(f"  … and {len(each.details) - MOST_DETAILS} more")
    return "\n".join(lines)
