"""What checks, fixes, gaps and roles say in the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.blocks import CheckIssue, Fix
from kbeditor.ui.texts import words_of
from kbeditor.ui.words import QT_TRANSLATE_NOOP

CHECKS: Mapping[str, str] = {
    "links": QT_TRANSLATE_NOOP("Check", "Links"),
    "images": QT_TRANSLATE_NOOP("Check", "Pictures"),
    "alt_text": QT_TRANSLATE_NOOP("Check", "Pictures without a description"),
    "code": QT_TRANSLATE_NOOP("Check", "Code"),
    "numbers": QT_TRANSLATE_NOOP("Check", "Numbers"),
    "placeholders": QT_TRANSLATE_NOOP("Check", "Placeholders"),
    "heading_ids": QT_TRANSLATE_NOOP("Check", "Heading ids"),
    "markup": QT_TRANSLATE_NOOP("Check", "Markup"),
    "same_as_source": QT_TRANSLATE_NOOP("Check", "Same as the source"),
    "truncated": QT_TRANSLATE_NOOP("Check", "Cut off"),
    "double_spaces": QT_TRANSLATE_NOOP("Check", "Double spaces"),
    "glossary": QT_TRANSLATE_NOOP("Check", "Glossary"),
    "french_spacing": QT_TRANSLATE_NOOP("Check", "French spacing"),
}

SPACING = "french_spacing"

_THINGS: Mapping[str, tuple[str, str, str]] = {  # missing, another one instead, too many
    "links": (
        QT_TRANSLATE_NOOP("Issue", "The link {thing} is missing."),
        QT_TRANSLATE_NOOP("Issue", "This link leads to {thing} in the source."),
        QT_TRANSLATE_NOOP("Issue", "The source has no link {thing}."),
    ),
    "images": (
        QT_TRANSLATE_NOOP("Issue", "The picture {thing} is missing."),
        QT_TRANSLATE_NOOP("Issue", "This picture is {thing} in the source."),
        QT_TRANSLATE_NOOP("Issue", "The source has no picture {thing}."),
    ),
    "code": (
        QT_TRANSLATE_NOOP("Issue", "The code “{thing}” is missing."),
        QT_TRANSLATE_NOOP("Issue", "This code is “{thing}” in the source."),
        QT_TRANSLATE_NOOP("Issue", "The source has no code “{thing}”."),
    ),
    "numbers": (
        QT_TRANSLATE_NOOP("Issue", "The number {thing} is missing."),
        QT_TRANSLATE_NOOP("Issue", "This number is {thing} in the source."),
        QT_TRANSLATE_NOOP("Issue", "The source has no number {thing}."),
    ),
    "placeholders": (
        QT_TRANSLATE_NOOP("Issue", "The placeholder {thing} is missing."),
        QT_TRANSLATE_NOOP("Issue", "This placeholder is {thing} in the source."),
        QT_TRANSLATE_NOOP("Issue", "The source has no placeholder {thing}."),
    ),
    "heading_ids": (
        QT_TRANSLATE_NOOP("Issue", "The id {thing} is missing: links lead to it."),
        QT_TRANSLATE_NOOP("Issue", "This id is {thing} in the source: links lead to it."),
        QT_TRANSLATE_NOOP("Issue", "The source has no id {thing}."),
    ),
    "markup": (
        QT_TRANSLATE_NOOP("Issue", "The mark {thing} has no partner."),
        QT_TRANSLATE_NOOP("Issue", "The mark {thing} has no partner."),
        QT_TRANSLATE_NOOP("Issue", "The source has the markup {thing}, this has not."),
    ),
    "glossary": (
        QT_TRANSLATE_NOOP("Issue", "The glossary’s word is not used: {thing}."),
        QT_TRANSLATE_NOOP("Issue", "A word to be avoided: {thing}."),
        QT_TRANSLATE_NOOP("Issue", "The glossary’s word is not used: {thing}."),
    ),
}

_SENTENCES: Mapping[str, str] = {
    "alt_text": QT_TRANSLATE_NOOP("Issue", "The picture {thing} has no description."),
    "same_as_source": QT_TRANSLATE_NOOP("Issue", "The words are those of the source."),
    "truncated": QT_TRANSLATE_NOOP(
        "Issue", "Something seems to be missing: this has {thing} of the length to be expected."
    ),
    "double_spaces": QT_TRANSLATE_NOOP("Issue", "Two spaces follow each other."),
    "no_break_space": QT_TRANSLATE_NOOP("Issue", "A plain space before or after “{thing}”."),
    "missing_space": QT_TRANSLATE_NOOP("Issue", "No space before or after “{thing}”."),
}

_FIXES: Mapping[str, str] = {
    "insert_link": QT_TRANSLATE_NOOP("Fix", "Insert the link"),
    "insert_image": QT_TRANSLATE_NOOP("Fix", "Insert the picture"),
    "insert_code": QT_TRANSLATE_NOOP("Fix", "Insert the code"),
    "insert_placeholder": QT_TRANSLATE_NOOP("Fix", "Insert the placeholder"),
    "insert_footnote": QT_TRANSLATE_NOOP("Fix", "Insert the footnote"),
    "insert_id": QT_TRANSLATE_NOOP("Fix", "Insert the id"),
    "insert_html": QT_TRANSLATE_NOOP("Fix", "Insert the HTML"),
    "single_space": QT_TRANSLATE_NOOP("Fix", "One space"),
    "no_break_space": QT_TRANSLATE_NOOP("Fix", "No-break space"),
    "missing_space": QT_TRANSLATE_NOOP("Fix", "Add the space"),
}

_GAPS: Mapping[str, str] = {
    "code": QT_TRANSLATE_NOOP("Gap", "A code block of the source is missing."),
    "html": QT_TRANSLATE_NOOP("Gap", "A piece of HTML of the source is missing."),
    "image": QT_TRANSLATE_NOOP("Gap", "A picture of the source is missing."),
}

LONGEST = 60


def check_words(check: str) -> str:
    """A check's name."""
    return words_of("Check", CHECKS, check)


def check_order(check: str) -> int:
    """Where a check stands among all: what matters most first."""
    known = list(CHECKS)
    return known.index(check) if check in known else len(known)


def issue_words(issue: CheckIssue, target: str = "") -> str:
    """One sentence that says what is wrong. `target` is the translation it was found in."""
    thing = _short(issue.detail)
    if issue.check == SPACING:
        template = _SENTENCES.get(issue.detail, "")
        thing = _sign(target, issue)
    elif issue.check in _THINGS:
        template = _THINGS[issue.check][_sort(issue)]
    else:
        template = _SENTENCES.get(issue.check, "")
    if not template:
        return f"{check_words(issue.check)}: {thing}" if thing else check_words(issue.check)
    return QCoreApplication.translate("Issue", template).format(thing=thing)


def fix_words(fix: Fix) -> str:
    """What a fix's button says."""
    if fix.code in _FIXES:
        return words_of("Fix", _FIXES, fix.code)
    use = QCoreApplication.translate("Fix", "Use “{words}”")
    return use.format(words=_short(fix.replacement))


def gap_words(what: str) -> str:
    """What a whole block is that is missing."""
    return words_of("Gap", _GAPS, what)


def gap_fix_words(what: str) -> str:
    """What the button says that puts it in."""
    return words_of("Fix", _FIXES, f"insert_{what}")


def origin_percent(percent: int) -> str:
    """How good a suggestion is, in words where it is as good as can be."""
    if percent > 100:
        return QCoreApplication.translate("Suggestion", "exact, same place")
    if percent == 100:
        return QCoreApplication.translate("Suggestion", "exact")
    return QCoreApplication.translate("Suggestion", "{percent} %").format(percent=percent)


def _sort(issue: CheckIssue) -> int:
    if issue.level == "error":
        missing = issue.start == issue.end or any(
            fix.code.startswith("insert_") for fix in issue.fixes
        )
        return 0 if missing else 1
    return 2


def _sign(target: str, issue: CheckIssue) -> str:
    """The sign that the space belongs to: behind it, or before it for an opening quotation mark."""
    before = target[issue.start - 1 : issue.start] if issue.start else ""
    if before == "«":
        return before
    return target[issue.end : issue.end + 1]


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
