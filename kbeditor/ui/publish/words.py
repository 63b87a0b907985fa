"""Codes of releases -> words in the window's language."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kbeditor.domain.releases import ChangeKind, Gate, ReleasePreview
from kbeditor.domain.site import ServerFile, SlugScript, StaleNotice
from kbeditor.ui.texts import words_of
from kbeditor.ui.words import QT_TRANSLATE_NOOP

KINDS: Mapping[str, str] = {
    ChangeKind.ADDED: QT_TRANSLATE_NOOP("Release", "Added"),
    ChangeKind.CHANGED: QT_TRANSLATE_NOOP("Release", "Changed"),
    ChangeKind.MOVED: QT_TRANSLATE_NOOP("Release", "Moved"),
    ChangeKind.REMOVED: QT_TRANSLATE_NOOP("Release", "Removed"),
}

GATES: Mapping[str, str] = {
    Gate.BROKEN_LINK: QT_TRANSLATE_NOOP("Gate", "Broken link"),
    Gate.MISSING_HEADING: QT_TRANSLATE_NOOP("Gate", "Link to a heading that is not there"),
    Gate.MISSING_PICTURE: QT_TRANSLATE_NOOP("Gate", "Picture not in the library"),
    Gate.MISSING_ALT: QT_TRANSLATE_NOOP("Gate", "Picture without a description"),
    Gate.EMPTY_TITLE: QT_TRANSLATE_NOOP("Gate", "Page without a title"),
    Gate.EMPTY_PAGE: QT_TRANSLATE_NOOP("Gate", "Article without a text"),
    Gate.UNTRANSLATED: QT_TRANSLATE_NOOP("Gate", "Article that is not translated"),
    Gate.UNTRANSLATED_CATEGORY: QT_TRANSLATE_NOOP("Gate", "Category without a name"),
    Gate.STALE: QT_TRANSLATE_NOOP("Gate", "Translation behind its source"),
    Gate.STALE_IMPORTANT: QT_TRANSLATE_NOOP(
        "Gate", "Translation behind an important change of its source"
    ),
}
"""What may be wrong with a page, in the order in which it is shown."""

WAYS_OUT: Mapping[str, str] = {
    Gate.BROKEN_LINK: QT_TRANSLATE_NOOP(
        "Gate", "Its target was deleted or is not published: link to another page, or publish it."
    ),
    Gate.MISSING_HEADING: QT_TRANSLATE_NOOP(
        "Gate", "The heading was renamed: choose one that is there."
    ),
    Gate.MISSING_PICTURE: QT_TRANSLATE_NOOP(
        "Gate", "Add the picture to the library, or take it out of the text."
    ),
    Gate.MISSING_ALT: QT_TRANSLATE_NOOP(
        "Gate", "Describe it under Library › Pictures and Files for those who cannot see it."
    ),
    Gate.EMPTY_TITLE: QT_TRANSLATE_NOOP("Gate", "Readers could not find it: give it a title."),
    Gate.EMPTY_PAGE: QT_TRANSLATE_NOOP("Gate", "Write it, or take it back to draft."),
    Gate.UNTRANSLATED: QT_TRANSLATE_NOOP(
        "Gate", "Readers see it in another language, or not at all, as the profile says."
    ),
    Gate.UNTRANSLATED_CATEGORY: QT_TRANSLATE_NOOP(
        "Gate", "Its name stands in another language in all menus."
    ),
    Gate.STALE: QT_TRANSLATE_NOOP(
        "Gate", "Bring it up to date, or call the change of the source minor."
    ),
    Gate.STALE_IMPORTANT: QT_TRANSLATE_NOOP(
        "Gate", "Readers are told what is wrong: bring it up to date first."
    ),
}
"""What to do about it, or what it means for readers."""

NOTICES: Mapping[str, str] = {
    StaleNotice.IMPORTANT: QT_TRANSLATE_NOOP("Publish", "When the source changed importantly"),
    StaleNotice.ALWAYS: QT_TRANSLATE_NOOP("Publish", "Whenever the source changed"),
    StaleNotice.NEVER: QT_TRANSLATE_NOOP("Publish", "Never"),
}

SCRIPTS: Mapping[str, str] = {
    SlugScript.LATIN: QT_TRANSLATE_NOOP("Publish", "Latin letters"),
    SlugScript.OWN: QT_TRANSLATE_NOOP("Publish", "The language’s own letters"),
}

SERVERS: Mapping[str, str] = {
    ServerFile.NGINX: "nginx",
    ServerFile.APACHE: "Apache",
    ServerFile.NETLIFY: "Netlify",
    ServerFile.CLOUDFLARE: "Cloudflare Pages",
}
"""Names: the same in every language."""

PROBLEMS: Mapping[str, str] = {
    "missing": QT_TRANSLATE_NOOP("Verify", "This file is missing."),
    "changed": QT_TRANSLATE_NOOP("Verify", "This file is not as it was published."),
    "extra": QT_TRANSLATE_NOOP("Verify", "This file is not part of the release."),
    "damaged": QT_TRANSLATE_NOOP("Verify", "This file cannot be read."),
}


def kind_words(kind: ChangeKind) -> str:
    """`Added`, `Moved` …"""
    return words_of("Release", KINDS, kind)


def gate_words(gate: Gate) -> str:
    """What may be wrong: `Broken link`."""
    return words_of("Gate", GATES, gate)


def way_out_words(gate: Gate) -> str:
    """What to do about it."""
    return words_of("Gate", WAYS_OUT, gate)


def problem_words(code: str) -> str:
    """What is wrong with a file of a bundle."""
    return words_of("Verify", PROBLEMS, code)


def summary_words(preview: ReleasePreview) -> str:
    """`12 pages added · 3 moved`: what a release changes."""
    count = Counter(each.kind for each in preview.changes)
    added, changed = count[ChangeKind.ADDED], count[ChangeKind.CHANGED]
    moved, removed = count[ChangeKind.MOVED], count[ChangeKind.REMOVED]
    translate = QCoreApplication.translate
    said = (
        translate("Release", "%Ln page(s) added", "", added) if added else "",
        translate("Release", "%Ln page(s) changed", "", changed) if changed else "",
        translate("Release", "%Ln page(s) moved", "", moved) if moved else "",
        translate("Release", "%Ln page(s) removed", "", removed) if removed else "",
    )
    return " · ".join(filter(None, said)) or translate("Release", "No page changes")
