"""What can be wrong with a library's file, and what a repair says of it: codes and sentences."""

from collections.abc import Mapping

from kbeditor.domain.finding import ReportLine

SENTENCES: Mapping[str, tuple[str, str]] = {
    # What a check of the file finds …
    "file_page": ("error", "A part of the file cannot be read."),
    "file_index": ("error", "An index does not agree with its table."),
    "file_rule": ("error", "A row breaks a rule of the library."),
    "file_search": ("error", "The index of the full-text search is damaged."),
    "file_reference": ("error", "Something points to what is not there."),
    "file_row": ("error", "A row holds a value that cannot be read."),
    "text_bytes": ("error", "Its words are not as they were saved."),
    "text_unreadable": ("error", "Its words, or a part of them, cannot be read."),
    "text_version_gone": ("error", "Its published version is missing."),
    "revision_bytes": ("error", "An earlier version is not as it was saved."),
    "picture_bytes": ("error", "Its bytes are not as they were saved."),
    "picture_gone": ("error", "Its bytes are missing."),
    "release_bytes": ("error", "What was kept of the release is not as it was saved."),
    "text_not_indexed": ("error", "The search does not know it."),
    "blocks_order": ("error", "Its blocks are not in one row."),
    "tree_loop": ("error", "It lies within itself."),
    # … and what a repair could not bring along, or had to guess.
    "text_cut": ("error", "Only a part of its words could be read: look through it."),
    "text_changed": ("warning", "Its words may have been changed by the damage: look through it."),
    "text_from_version": ("warning", "Its words were lost; these are of its last whole version."),
    "text_from_search": (
        "error",
        "Its words were lost; these are from the search: without formatting, links and pictures.",
    ),
    "text_lost": ("error", "Its words are lost; only what it was called is known."),
    "text_found": ("warning", "It was found without its place; it is in “Recovered” now."),
    "not_published": ("error", "What readers see of it is lost; it is a draft now."),
    "article_placed": ("warning", "Its category is lost; it is in “Recovered” now."),
    "article_details": ("warning", "Its labels, owner and dates are lost."),
    "category_details": ("warning", "Its labels and dates are lost, maybe its place, too."),
    "revision_changed": ("warning", "An earlier version may have been changed by the damage."),
    "revision_cut": ("warning", "An earlier version is lost but for its beginning."),
    "picture_changed": ("warning", "Its bytes were changed by the damage: look at it."),
    "picture_lost": ("error", "The picture or file is lost."),
    "picture_named": ("warning", "What it was called is lost."),
    "note_lost": ("warning", "A note whose place is lost."),
    "release_lost": ("warning", "What was kept of this release is lost."),
    "blocks_lost": ("warning", "Which of its blocks were approved is lost; they were made anew."),
    "language_guessed": ("warning", "What this language was called is lost."),
    "library_guessed": (
        "error",
        "The library’s own record is lost: look through its name and settings.",
    ),
    "log_left_out": (
        "error",
        "The write-ahead log beside the file does not belong to it; it was left out.",
    ),
    "rows_loose": (
        "warning",
        "Rows were found on pages that nothing led to: they may be older, or deleted before.",
    ),
    "rows_lost": ("error", "Rows that could not be read."),
    "rows_dropped": ("warning", "Rows that belonged to what is lost."),
}
"""By code: how grave it is, and what is said of the thing it is about."""


def damage_line(code: str, place: str = "", count: int = 0) -> ReportLine:
    """A line of a report. `place` names the article and locale, the picture, the table."""
    level, sentence = SENTENCES[code]
    return ReportLine(level, code, f"{place}: {count:,}" if count else place, 0, sentence)
