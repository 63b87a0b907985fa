"""Codes of the core (states, errors, steps, acts) -> words in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from kbeditor.domain.changes import Act
from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import FormatInfo
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.states import State, mark_live, mark_outdated, mark_state
from kbeditor.ui.words import QT_TRANSLATE_NOOP

STATES: Mapping[str, str] = {
    "missing": QT_TRANSLATE_NOOP("State", "Missing"),
    "draft": QT_TRANSLATE_NOOP("State", "Draft"),
    "in_review": QT_TRANSLATE_NOOP("State", "In review"),
    "published": QT_TRANSLATE_NOOP("State", "Published"),
    "outdated": QT_TRANSLATE_NOOP("State", "Outdated"),
}

ERRORS: Mapping[str, str] = {
    "not_found": QT_TRANSLATE_NOOP("Error", "The {what} {which} is not in this library."),
    "conflict": QT_TRANSLATE_NOOP(
        "Error", "{what} was changed elsewhere meanwhile; nothing was overwritten."
    ),
    "cancelled": QT_TRANSLATE_NOOP("Error", "Stopped. Nothing was changed."),
    "no_library": QT_TRANSLATE_NOOP("Error", "No library is open."),
}

STEPS: Mapping[str, str] = {
    "read": QT_TRANSLATE_NOOP("Step", "Reading"),
    "plan": QT_TRANSLATE_NOOP("Step", "Planning"),
    "render": QT_TRANSLATE_NOOP("Step", "Rendering articles"),
    "write": QT_TRANSLATE_NOOP("Step", "Writing"),
    "pages": QT_TRANSLATE_NOOP("Step", "Writing pages"),
    "attachments": QT_TRANSLATE_NOOP("Step", "Copying pictures"),
    "check": QT_TRANSLATE_NOOP("Step", "Checking"),
    "search": QT_TRANSLATE_NOOP("Step", "Indexing for search"),
}

COUNTS: Mapping[str, str] = {
    "articles": QT_TRANSLATE_NOOP("Count", "articles"),
    "categories": QT_TRANSLATE_NOOP("Count", "categories"),
    "texts": QT_TRANSLATE_NOOP("Count", "texts"),
    "locales": QT_TRANSLATE_NOOP("Count", "languages"),
    "pages": QT_TRANSLATE_NOOP("Count", "pages"),
    "attachments": QT_TRANSLATE_NOOP("Count", "pictures and files"),
    "revisions": QT_TRANSLATE_NOOP("Count", "versions"),
    "files": QT_TRANSLATE_NOOP("Count", "files"),
}

FORMATS: Mapping[str, str] = {
    "html": QT_TRANSLATE_NOOP("Format", "HTML help centre"),
    "json": QT_TRANSLATE_NOOP("Format", "JSON bundle"),
}

ACTS: Mapping[str, str] = {
    "article.create": QT_TRANSLATE_NOOP("Act", "Create “{title}”"),
    "article.move": QT_TRANSLATE_NOOP("Act", "Move “{title}”"),
}


def words_of(context: str, table: Mapping[str, str], code: str) -> str:
    """A code's words in the window's language; an unknown code is shown as it is, readably."""
    source = table.get(code)
    if source is None:
        return code.replace("_", " ").replace(".", " ").capitalize()
    return QCoreApplication.translate(context, source)


def state_words(state: State) -> str:
    """`Draft`, `In review` …"""
    return words_of("State", STATES, state.code)


def mark_words(mark: int) -> str:
    """What a status mark means: `Published, outdated`."""
    words = state_words(mark_state(mark))
    if mark_outdated(mark):
        outdated = words_of("State", STATES, "outdated")
        return QCoreApplication.translate("State", "{state}, {more}").format(
            state=words, more=outdated.lower()
        )
    if mark_live(mark) and mark_state(mark) is not State.PUBLISHED:
        live = QCoreApplication.translate("State", "an earlier version is online")
        return QCoreApplication.translate("State", "{state}, {more}").format(state=words, more=live)
    return words


def error_words(error: KbError) -> str:
    """An expected error's sentence; the plain English one where none is translated."""
    source = ERRORS.get(error.code)
    if source is None:
        return str(error)
    try:
        return QCoreApplication.translate("Error", source).format(**error.details)
    except (KeyError, IndexError):  # details of another version than the words expect
        return str(error)


def step_words(code: str) -> str:
    """A step of long work."""
    return words_of("Step", STEPS, code)


def act_words(act: Act) -> str:
    """What was done, for the undo entry: `Move “Returns”`."""
    source = ACTS.get(act.code)
    if source is None:
        return words_of("Act", {}, act.code)
    details = {"title": "", "count": 0, **act.details}
    return QCoreApplication.translate("Act", source).format(**details)


def number_words(number: int) -> str:
    """A number with the separators of the window's language."""
    return QLocale().toString(number)


def count_words(code: str) -> str:
    """What a report's figure counts."""
    return words_of("Count", COUNTS, code)


def format_words(info: FormatInfo) -> str:
    """An export format's name; that of a format without words here is its own."""
    source = FORMATS.get(info.id)
    return QCoreApplication.translate("Format", source) if source else info.title


def report_line_words(line: ReportLine) -> str:
    """A report's line: the core's own plain sentence names what it is about."""
    return line.text


def size_words(size: int) -> str:
    """A size in bytes as people say it: `1.2 MB`."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
