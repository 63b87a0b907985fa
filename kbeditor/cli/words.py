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
