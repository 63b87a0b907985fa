"""What find and replace says of what it found and did."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.replacing import Found, Left, Replaced
from kbeditor.ui.texts import number_words
from kbeditor.ui.words import QT_TRANSLATE_NOOP

NAMED = 5
"""So many texts that were left as they are, are named."""

LONGEST = 60
"""Characters of a title or of what was looked for."""

_WHY = {
    "changed": QT_TRANSLATE_NOOP("ReplaceWindow", "changed meanwhile"),
    "gone": QT_TRANSLATE_NOOP("ReplaceWindow", "deleted meanwhile"),
    "too_long": QT_TRANSLATE_NOOP("ReplaceWindow", "it would be too long"),
    "empty_title": QT_TRANSLATE_NOOP("ReplaceWindow", "nothing would be left of its title"),
}


def found_words(found: Found, other: bool, stale: bool) -> str:
    """How much was found; `other`: something else is asked for by now, `stale`: texts changed."""
    translate = QCoreApplication.translate
    if other:
        return translate("ReplaceWindow", "Something else is asked for now. Press Find to list it.")
    words = [
        translate("ReplaceWindow", "%Ln place(s)", "", found.count)
        + " "
        + translate("ReplaceWindow", "in %Ln text(s)", "", len(found.texts))
        + "."
    ]
    if found.more:
        more = translate(
            "ReplaceWindow",
            "There are more places than can be listed: these are the first {count}. "
            "Replace them and look again, or look in one language or part only.",
        )
        words = [more.format(count=number_words(found.count))]
    if found.passed:
        words.append(_passed_words(found))
    if stale:
        words.append(
            translate(
                "ReplaceWindow",
                "Some of these texts were changed since: those are left as they are.",
            )
        )
    return " ".join(words)


def nothing_words(found: Found) -> tuple[str, str]:
    """A headline and a sentence where nothing was found."""
    translate = QCoreApplication.translate
    sentence = translate("ReplaceWindow", "%Ln text(s) were looked through.", "", found.searched)
    if found.passed:
        sentence = f"{sentence} {_passed_words(found)}"
    headline = translate("ReplaceWindow", "“{words}” is nowhere")
    return headline.format(words=_short(found.query.words)), sentence


def _passed_words(found: Found) -> str:
    return QCoreApplication.translate(
        "ReplaceWindow", "%Ln place(s) in code or addresses were passed over.", "", found.passed
    )


def done_words(done: Replaced) -> str:
    """How much was replaced."""
    translate = QCoreApplication.translate
    places = translate("ReplaceWindow", "%Ln place(s) replaced", "", done.places)
    return f"{places} {translate('ReplaceWindow', 'in %Ln text(s)', '', done.texts)}"


def left_words(left: Sequence[Left]) -> str:
    """Which texts were left as they are, and why."""
    translate = QCoreApplication.translate
    if not left:
        return translate(
            "ReplaceWindow", "What was published stays so until the drafts are published."
        )
    one = translate("ReplaceWindow", "“{title}” ({locale}): {reason}")
    words = [translate("ReplaceWindow", "%Ln text(s) were left as they are:", "", len(left))]
    words += [
        one.format(
            title=_short(each.title),
            locale=each.ref.locale,
            reason=translate("ReplaceWindow", _WHY[each.reason]),
        )
        for each in left[:NAMED]
    ]
    if len(left) > NAMED:
        words.append(translate("ReplaceWindow", "… and %Ln more", "", len(left) - NAMED))
    return "\n".join(words)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
