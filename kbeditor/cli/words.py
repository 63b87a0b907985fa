"""Codes of the core (steps, counts, findings, next steps) -> English words of the command line."""

from collections.abc import Iterable, Mapping

STEPS: Mapping[str, str] = {
    "import_read": "Reading files",
    "import_links": "Following links",
    "import_attachments": "Storing pictures",
    "import_texts": "Storing texts",
    "rendering": "Rendering articles",
    "checking_links": "Reading texts",
    "checking": "Checking",
    "export_plan": "Planning",
    "export_texts": "Writing texts",
    "export_pages": "Writing pages",
    "export_attachments": "Copying pictures",
    "export_finish": "Moving into place",
    "linking": "Comparing translations with their sources",
    "export_units": "Writing blocks",
    "export_memory": "Writing the memory",
    "read_units": "Reading blocks",
    "import_memory": "Reading the memory",
    "adding_memory": "Storing the memory",
    "read_glossary": "Reading terms",
    "comparing_blocks": "Comparing blocks",
    "import_blocks": "Storing blocks",
    "searching_texts": "Looking through the texts",
    "replacing": "Replacing",
    "following_blocks": "Bringing translations in step",
    "backing_up": "Making a backup first",
    "checking_pages": "Checking pages",
    "checking_rows": "Checking rows",
    "checking_words": "Comparing words with their hashes",
    "checking_pictures": "Comparing pictures with their hashes",
    "copying": "Copying",
    "salvaging": "Reading rows",
    "healing_revisions": "Comparing versions",
    "healing_texts": "Comparing texts",
    "healing_blocks": "Comparing blocks",
    "indexing": "Making the search anew",
    "summing_up": "Summing up",
}

COUNTS: Mapping[str, tuple[str, str]] = {
    "locales": ("locale", "locales"),
    "categories": ("category", "categories"),
    "articles": ("article", "articles"),
    "texts": ("text", "texts"),
    "revisions": ("revision", "revisions"),
    "attachments": ("picture or file", "pictures and files"),
    "links": ("link and picture resolved", "links and pictures resolved"),
    "unresolved": ("unresolved", "unresolved"),
    "unpaired": ("article without its source", "articles without their source"),
    "tables_of_contents": ("table of contents", "tables of contents"),
    "pages": ("page", "pages"),
    "redirects": ("redirect", "redirects"),
    "fallbacks": ("page in its fallback language", "pages in their fallback language"),
    "broken": ("broken link or picture", "broken links and pictures"),
    "files": ("file", "files"),
    "units": ("block", "blocks"),
    "words": ("word", "words"),
    "terms": ("term", "terms"),
    "memory": ("pair of the memory", "pairs of the memory"),
    "pairs": ("pair for the memory", "pairs for the memory"),
    "take": ("block to take", "blocks to take"),
    "outdated": ("block that is outdated already", "blocks that are outdated already"),
    "conflict": ("block that was changed here, too", "blocks that were changed here, too"),
    "refused": ("block that cannot be taken", "blocks that cannot be taken"),
    "unchanged": ("unchanged", "unchanged"),
    "begins": ("translation to begin", "translations to begin"),
    "taken": ("block taken", "blocks taken"),
    "taken_outdated": ("block taken as outdated", "blocks taken as outdated"),
    "overwritten": ("block overwritten", "blocks overwritten"),
    "begun": ("translation begun", "translations begun"),
    "left_out": ("left out", "left out"),
    "new_terms": ("new term", "new terms"),
    "changed_terms": ("changed term", "changed terms"),
    "votes": ("vote", "votes"),
    "failed_searches": ("search that found nothing", "searches that found nothing"),
    "known_votes": ("known already", "known already"),
    "pages_added": ("new page", "new pages"),
    "pages_changed": ("changed page", "changed pages"),
    "pages_moved": ("moved page", "moved pages"),
    "pages_removed": ("removed page", "removed pages"),
    "problems": ("file is not as it was built", "files are not as they were built"),
    "blocking": ("finding blocks", "findings block"),
}

REASONS: Mapping[str, str] = {
    "asked": "by hand",
    "day": "first of the day",
    "regular": "while working",
    "closing": "at closing",
    "import": "before an import",
    "replace": "before replacing",
    "migration": "before a new format",
    "restore": "before a restore",
    "repair": "before a repair",
}

CHANGES: Mapping[str, str] = {
    "added": "page_added",
    "changed": "page_changed",
    "moved": "page_moved",
    "removed": "page_removed",
}

PROBLEMS: Mapping[str, str] = {
    "missing": "missing",
    "changed": "changed",
    "extra": "not of this site",
    "damaged": "damaged",
}

KINDS: Mapping[str, str] = {
    # What checks find …
    "broken_link": "Links that lead nowhere",
    "missing_heading": "Links to a heading that is not there",
    "missing_picture": "Pictures that are missing",
    "untranslated_category": "Categories without a name in a language",
    "duplicate_slug": "Pages with the same address",
    # … and what imports and exports report.
    "missing_file": "Files that are missing",
    "missing_page": "Pages that are missing",
    "outside_folder": "Links that leave the imported folder",
    "not_taken": "Pictures and files that were not taken along",
    "links_out_of_bundle": "Links that leave the bundle",
    "rendering_stopped": "Rendering was stopped",
    "relative_link": "Addresses that lead to nothing in the site",
    "category_name_missing": "Categories without a name in a language",
    "slug_changed": "Addresses that were taken already",
    "site_words_missing": "Words of the site without a translation",
    "active_attachment": "Files published as plain text",
    "unknown_locales": "Folders that may be languages",
    "no_source": "Translations without their source",
    "untranslated": "Articles without a translation",
    "id_taken": "Ids that were taken already",
    "empty_group": "Folders that became no category",
    "listed_twice": "Pages that a table of contents lists twice",
    "table_links_out": "Entries of a table of contents that lead elsewhere",
    # What a release changes, and what speaks against it …
    "page_added": "New pages",
    "page_changed": "Changed pages",
    "page_moved": "Moved pages",
    "page_removed": "Removed pages",
    "missing_alt": "Pictures without an alternate text",
    "empty_title": "Pages without a title",
    "empty_page": "Articles without a text",
    "stale": "Translations that are behind",
    "stale_important": "Translations that miss an important change",
    # What is wrong with the votes of readers …
    "bad_vote": "Lines that are no vote",
    "unknown_vote": "Votes on what is not in this library",
    # What is wrong with a library's file …
    "file_page": "Pages that cannot be read",
    "file_index": "Indexes",
    "file_rule": "Rules",
    "file_search": "Search",
    "file_reference": "References",
    "file_row": "Rows",
    "text_bytes": "Texts that are not as they were saved",
    "text_unreadable": "Texts that cannot be read",
    "text_version_gone": "Published versions that are missing",
    "revision_bytes": "Earlier versions that are not as they were saved",
    "picture_bytes": "Pictures and files that are not as they were saved",
    "picture_gone": "Pictures and files that are missing",
    "release_bytes": "Releases",
    "text_not_indexed": "Texts that the search does not know",
    "blocks_order": "Blocks",
    "tree_loop": "Categories",
    # … and what a repair could not bring along.
    "text_cut": "Texts of which a part is lost",
    "text_changed": "Texts that may have been changed",
    "text_from_version": "Texts from their last version",
    "text_from_search": "Texts without formatting",
    "text_lost": "Texts that are lost",
    "text_found": "Texts without a place",
    "not_published": "Published versions that are lost",
    "article_placed": "Articles whose category is lost",
    "article_details": "Articles without details",
    "category_details": "Categories without details",
    "revision_changed": "Earlier versions that may have been changed",
    "revision_cut": "Earlier versions that are lost",
    "picture_changed": "Pictures and files that were changed",
    "picture_lost": "Pictures and files that are lost",
    "picture_named": "Pictures and files without a name",
    "note_lost": "Notes without a place",
    "release_lost": "Releases",
    "blocks_lost": "Articles whose blocks were made anew",
    "language_guessed": "Languages",
    "library_guessed": "The library’s own record",
    "log_left_out": "The write-ahead log",
    "rows_loose": "Rows found",
    "rows_lost": "Rows lost",
    "rows_dropped": "Rows left out",
    # What becomes of the blocks that translators give back …
    "take": "Blocks to take",
    "outdated": "Blocks whose source was changed meanwhile: they come in as outdated",
    "conflict": "Blocks that were changed here, too: they stay as they are here",
    "refused": "Blocks that cannot be taken",
    # … and why some of them were left out.
    "source_unpublished": "Articles without a published source",
    "source_gone": "Blocks whose source is no longer there",
    "unknown_block": "Blocks that are not in this library",
    "not_translatable": "Code and HTML",
    "mixed_up": "Blocks whose source is another one's",
    "too_long": "Blocks that are too long",
    "foreign_code": "Blocks with codes that their source does not have",
    "changed_here": "Blocks that were changed here since",
    "perhaps_changed_here": "Blocks that may have been changed here since",
    "shared": "Blocks whose translation stands for several",
    "changed_meanwhile": "Blocks that were changed here meanwhile",
    "cell_too_long": "Blocks too long for a spreadsheet",
    "unknown_state": "Blocks whose state nobody knows",
    "partly": "Blocks that are translated in part",
    "not_text": "Cells that are no text",
    "lost_code": "Blocks whose source lost its codes",
    "plural": "Blocks with plural forms",
    "twice": "What stands in the file twice",
    "no_id": "Blocks without their id",
    "no_term": "Rows without a term",
    "no_translation": "Terms without a translation",
    "control_characters": "Pairs with control characters",
    "other_languages": "Units in other languages",
    "empty": "Empty units",
    "more": "More like these",
}

NEXT_STEPS: Mapping[str, str] = {
    "write_first": "write the first article",
    "update_outdated": "update what is outdated",
    "translate_missing": "translate what is missing",
    "finish_drafts": "finish the drafts",
    "review": "review",
    "done": "nothing left to do",
}


def words(table: Mapping[str, str], code: str) -> str:
    """A code's words; an unknown code is shown as it is, readably."""
    return table.get(code) or code.replace("_", " ").capitalize()


def number(value: int) -> str:
    """A number with separators: 12,345."""
    return f"{value:,}"


def counted(code: str, value: int) -> str:
    """`1 article`, `394 articles`."""
    plain = code.replace("_", " ")
    one, many = COUNTS.get(code, (plain, plain))
    return f"{number(value)} {one if value == 1 else many}"


def listed(counts: Iterable[tuple[str, int]]) -> str:
    """Counts in one line, without those that are zero."""
    return ", ".join(counted(code, value) for code, value in counts if value) or "nothing"


def duration(seconds: float) -> str:
    """`0.4 s`, `12 s`, `2 min 5 s`."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def size(bytes_: int) -> str:
    """`820 bytes`, `4.1 MB` (decimal units)."""
    if bytes_ < 1000:
        return f"{bytes_} bytes"
    value, unit = bytes_ / 1000, "kB"
    for larger in ("MB", "GB"):
        if value < 999.5:
            break
        value, unit = value / 1000, larger
    return f"{value:.1f} {unit}"
