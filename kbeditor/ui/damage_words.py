"""What a check of the file and a repair say of things, marked for translation; the core's words."""

from kbeditor.ui.words import QT_TRANSLATE_NOOP

DAMAGES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Damage", "A part of the file cannot be read."),
    QT_TRANSLATE_NOOP("Damage", "An index does not agree with its table."),
    QT_TRANSLATE_NOOP("Damage", "A row breaks a rule of the library."),
    QT_TRANSLATE_NOOP("Damage", "The index of the full-text search is damaged."),
    QT_TRANSLATE_NOOP("Damage", "Something points to what is not there."),
    QT_TRANSLATE_NOOP("Damage", "A row holds a value that cannot be read."),
    QT_TRANSLATE_NOOP("Damage", "Its words are not as they were saved."),
    QT_TRANSLATE_NOOP("Damage", "Its words, or a part of them, cannot be read."),
    QT_TRANSLATE_NOOP("Damage", "Its published version is missing."),
    QT_TRANSLATE_NOOP("Damage", "An earlier version is not as it was saved."),
    QT_TRANSLATE_NOOP("Damage", "Its bytes are not as they were saved."),
    QT_TRANSLATE_NOOP("Damage", "Its bytes are missing."),
    QT_TRANSLATE_NOOP("Damage", "What was kept of the release is not as it was saved."),
    QT_TRANSLATE_NOOP("Damage", "The search does not know it."),
    QT_TRANSLATE_NOOP("Damage", "Its blocks are not in one row."),
    QT_TRANSLATE_NOOP("Damage", "It lies within itself."),
    QT_TRANSLATE_NOOP("Damage", "Only a part of its words could be read: look through it."),
    QT_TRANSLATE_NOOP("Damage", "Its words may have been changed by the damage: look through it."),
    QT_TRANSLATE_NOOP("Damage", "Its words were lost; these are of its last whole version."),
    QT_TRANSLATE_NOOP(
        "Damage",
        "Its words were lost; these are from the search: without formatting, links and pictures.",
    ),
    QT_TRANSLATE_NOOP("Damage", "Its words are lost; only what it was called is known."),
    QT_TRANSLATE_NOOP("Damage", "It was found without its place; it is in “Recovered” now."),
    QT_TRANSLATE_NOOP("Damage", "What readers see of it is lost; it is a draft now."),
    QT_TRANSLATE_NOOP("Damage", "Its category is lost; it is in “Recovered” now."),
    QT_TRANSLATE_NOOP("Damage", "Its labels, owner and dates are lost."),
    QT_TRANSLATE_NOOP("Damage", "Its labels and dates are lost, maybe its place, too."),
    QT_TRANSLATE_NOOP("Damage", "An earlier version may have been changed by the damage."),
    QT_TRANSLATE_NOOP("Damage", "An earlier version is lost but for its beginning."),
    QT_TRANSLATE_NOOP("Damage", "Its bytes were changed by the damage: look at it."),
    QT_TRANSLATE_NOOP("Damage", "The picture or file is lost."),
    QT_TRANSLATE_NOOP("Damage", "What it was called is lost."),
    QT_TRANSLATE_NOOP("Damage", "A note whose place is lost."),
    QT_TRANSLATE_NOOP("Damage", "What was kept of this release is lost."),
    QT_TRANSLATE_NOOP("Damage", "Which of its blocks were approved is lost; they were made anew."),
    QT_TRANSLATE_NOOP("Damage", "What this language was called is lost."),
    QT_TRANSLATE_NOOP(
        "Damage", "The library’s own record is lost: look through its name and settings."
    ),
    QT_TRANSLATE_NOOP(
        "Damage", "The write-ahead log beside the file does not belong to it; it was left out."
    ),
    QT_TRANSLATE_NOOP(
        "Damage",
        "Rows were found on pages that nothing led to: they may be older, or deleted before.",
    ),
    QT_TRANSLATE_NOOP("Damage", "Rows that could not be read."),
    QT_TRANSLATE_NOOP("Damage", "Rows that belonged to what is lost."),
)
"""The sentences of `domain.damage.SENTENCES`, in their order."""
