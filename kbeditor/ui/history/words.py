"""What versions are called, and what is said about them."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from kbeditor.domain import versions
from kbeditor.domain.states import Significance
from kbeditor.domain.versions import PUBLISHED, Part, Version
from kbeditor.ui.ages import age_words
from kbeditor.ui.roles import role_words
from kbeditor.ui.texts import number_words, words_of
from kbeditor.ui.words import QT_TRANSLATE_NOOP

REASONS: Mapping[str, str] = {
    versions.LEFT: QT_TRANSLATE_NOOP("History", "Kept when the text was left"),
    versions.WHILE: QT_TRANSLATE_NOOP("History", "Kept while it was written"),
    versions.CLOSED: QT_TRANSLATE_NOOP("History", "Kept when the library was closed"),
    versions.RESTORED: QT_TRANSLATE_NOOP("History", "Kept before another version came back"),
    versions.MERGED: QT_TRANSLATE_NOOP("History", "Kept before texts were merged"),
    versions.REPLACED: QT_TRANSLATE_NOOP("History", "Kept before words were replaced"),
    versions.NAMED: QT_TRANSLATE_NOOP("History", "Kept to be named"),
}
SIGNIFICANCES: Mapping[Significance, str] = {
    Significance.MINOR: QT_TRANSLATE_NOOP("History", "Minor change"),
    Significance.UPDATE: QT_TRANSLATE_NOOP("History", "Update"),
    Significance.IMPORTANT: QT_TRANSLATE_NOOP("History", "Important change"),
}
PARTS: Mapping[str, str] = {
    "title": QT_TRANSLATE_NOOP("History", "Title"),
    "summary": QT_TRANSLATE_NOOP("History", "Summary"),
    "keywords": QT_TRANSLATE_NOOP("History", "Keywords"),
    "moved": QT_TRANSLATE_NOOP("History", "Moved here"),
}


def working_words() -> str:
    """What the working text is called among the versions."""
    return QCoreApplication.translate("History", "Working text")


def version_words(version: Version) -> str:
    """A version's own name, else its number or that it is a checkpoint."""
    return quoted(version.name) if version.name else kind_words(version)


def quoted(words: str) -> str:
    """Somebody's own words among ours."""
    return QCoreApplication.translate("History", "“{words}”").format(words=words)


def kind_words(version: Version) -> str:
    """`Version 3`, or `Checkpoint`."""
    if version.kind == PUBLISHED:
        return QCoreApplication.translate("History", "Version {number}").format(
            number=number_words(version.number)
        )
    return QCoreApplication.translate("History", "Checkpoint")


def moment_words(moment: datetime, *, long: bool = False) -> str:
    """A moment in this machine's time."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    form = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
    if long:  # the zone's name says nothing here
        date = QLocale().toString(local.date(), form)
        return f"{date}, {QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)}"
    return QLocale().toString(local, form)


def ago_words(moment: datetime, now: datetime) -> str:
    """`3 days ago`."""
    age = age_words(moment.isoformat(), now)
    return QCoreApplication.translate("History", "{age} ago").format(age=age)


def author_words(author: str, role: str) -> str:
    """`Marie (translator)`."""
    return f"{author} ({role_words(role)})" if author and role else author


def change_words(counts: tuple[int, int] | None) -> str:
    """`+12 −3`; "" while it is not known."""
    if counts is None:
        return ""
    came, went = counts
    said = [f"+{number_words(came)}" if came else "", f"−{number_words(went)}" if went else ""]
    return " ".join(each for each in said if each) or "±0"


def about_words(version: Version, now: datetime) -> list[str]:
    """Lines about a version: what it is, who wrote it when, what was said about it."""
    translate = QCoreApplication.translate
    lines = [kind_words(version)] if version.name else []
    moment = moment_words(version.created_at, long=True)
    who = author_words(version.author, version.role)
    when = f"{moment} ({ago_words(version.created_at, now)})"
    lines.append(f"{who}, {when}" if who else when)
    if version.kind == PUBLISHED:
        lines.append(translate("History", SIGNIFICANCES[version.significance]))
        if version.note:
            lines[-1] = translate("History", "{what}: {words}").format(
                what=lines[-1], words=quoted(version.note)
            )
        if version.live:
            lines.append(translate("History", "Readers see this version."))
    else:
        lines.append(words_of("History", REASONS, version.note))
    if version.base_number:
        said = translate("History", "Translated from version {number} of the source.")
        lines.append(said.format(number=number_words(version.base_number)))
    return lines


def part_words(part: Part) -> str:
    """What stands above a part: which field it is, or that it moved; "" for most of the body."""
    code = part.field if part.field != "body" else part.change
    if code not in PARTS:
        return ""
    translate = QCoreApplication.translate
    label = translate("History", PARTS[code])
    return translate("History", "{what}: {words}").format(what=label, words="")
