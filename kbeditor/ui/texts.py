"""Codes of the core (states, errors, steps, acts) -> words in the window's language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from kbeditor.domain.changes import Act
from kbeditor.domain.errors import KbError
from kbeditor.domain.states import State, mark_live, mark_outdated, mark_state
from kbeditor.ui.damage_words import DAMAGES
from kbeditor.ui.error_texts import NOUNS, PLACES
from kbeditor.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # records that the start needs for their names only
    from kbeditor.domain.exchange import FormatInfo
    from kbeditor.domain.finding import ReportLine

LONGEST_TITLE = 40

STATES: Mapping[str, str] = {
    "missing": QT_TRANSLATE_NOOP("State", "Missing"),
    "draft": QT_TRANSLATE_NOOP("State", "Draft"),
    "in_review": QT_TRANSLATE_NOOP("State", "In review"),
    "published": QT_TRANSLATE_NOOP("State", "Published"),
    "outdated": QT_TRANSLATE_NOOP("State", "Outdated"),
}

STEPS: Mapping[str, str] = {
    "checking": QT_TRANSLATE_NOOP("Step", "Checking articles"),
    "checking_links": QT_TRANSLATE_NOOP("Step", "Checking links"),
    "export_plan": QT_TRANSLATE_NOOP("Step", "Planning the export"),
    "export_texts": QT_TRANSLATE_NOOP("Step", "Writing texts"),
    "export_pages": QT_TRANSLATE_NOOP("Step", "Writing pages"),
    "export_attachments": QT_TRANSLATE_NOOP("Step", "Copying pictures and files"),
    "export_finish": QT_TRANSLATE_NOOP("Step", "Moving the export into place"),
    "import_read": QT_TRANSLATE_NOOP("Step", "Reading files"),
    "import_links": QT_TRANSLATE_NOOP("Step", "Following links and pictures"),
    "import_texts": QT_TRANSLATE_NOOP("Step", "Writing articles"),
    "import_attachments": QT_TRANSLATE_NOOP("Step", "Taking in pictures and files"),
    "rendering": QT_TRANSLATE_NOOP("Step", "Rendering articles"),
    "checking_blocks": QT_TRANSLATE_NOOP("Step", "Checking translations"),
    "mending_blocks": QT_TRANSLATE_NOOP("Step", "Mending translations"),
    "linking": QT_TRANSLATE_NOOP("Step", "Comparing translations with their sources"),
    "export_units": QT_TRANSLATE_NOOP("Step", "Writing blocks"),
    "export_memory": QT_TRANSLATE_NOOP("Step", "Writing the memory"),
    "read_units": QT_TRANSLATE_NOOP("Step", "Reading blocks"),
    "import_memory": QT_TRANSLATE_NOOP("Step", "Reading the memory"),
    "adding_memory": QT_TRANSLATE_NOOP("Step", "Taking in the memory"),
    "read_glossary": QT_TRANSLATE_NOOP("Step", "Reading terms"),
    "comparing_blocks": QT_TRANSLATE_NOOP("Step", "Comparing blocks"),
    "checking_release": QT_TRANSLATE_NOOP("Step", "Looking through the pages"),
    "verifying": QT_TRANSLATE_NOOP("Step", "Comparing files"),
    "reading_versions": QT_TRANSLATE_NOOP("Step", "Reading versions"),
    "import_blocks": QT_TRANSLATE_NOOP("Step", "Taking in blocks"),
    "searching_texts": QT_TRANSLATE_NOOP("Step", "Looking through the texts"),
    "replacing": QT_TRANSLATE_NOOP("Step", "Replacing"),
    "following_blocks": QT_TRANSLATE_NOOP("Step", "Bringing translations in step"),
    "backing_up": QT_TRANSLATE_NOOP("Step", "Making a backup first"),
    "checking_pages": QT_TRANSLATE_NOOP("Step", "Reading the file"),
    "checking_rows": QT_TRANSLATE_NOOP("Step", "Checking what is stored"),
    "checking_words": QT_TRANSLATE_NOOP("Step", "Comparing words with what was saved"),
    "checking_pictures": QT_TRANSLATE_NOOP("Step", "Comparing pictures with what was saved"),
    "copying": QT_TRANSLATE_NOOP("Step", "Copying the file"),
    "salvaging": QT_TRANSLATE_NOOP("Step", "Reading what is left"),
    "healing_revisions": QT_TRANSLATE_NOOP("Step", "Comparing versions"),
    "healing_texts": QT_TRANSLATE_NOOP("Step", "Comparing texts"),
    "healing_blocks": QT_TRANSLATE_NOOP("Step", "Comparing blocks"),
    "indexing": QT_TRANSLATE_NOOP("Step", "Making the search anew"),
    "summing_up": QT_TRANSLATE_NOOP("Step", "Summing up"),
}

COUNTS: Mapping[str, str] = {
    "articles": QT_TRANSLATE_NOOP("Count", "articles"),
    "categories": QT_TRANSLATE_NOOP("Count", "categories"),
    "texts": QT_TRANSLATE_NOOP("Count", "texts"),
    "revisions": QT_TRANSLATE_NOOP("Count", "versions"),
    "locales": QT_TRANSLATE_NOOP("Count", "languages"),
    "pages": QT_TRANSLATE_NOOP("Count", "pages"),
    "attachments": QT_TRANSLATE_NOOP("Count", "pictures and files"),
    "links": QT_TRANSLATE_NOOP("Count", "links kept"),
    "unresolved": QT_TRANSLATE_NOOP("Count", "links without a target"),
    "unpaired": QT_TRANSLATE_NOOP("Count", "translations without a source"),
    "tables_of_contents": QT_TRANSLATE_NOOP("Count", "tables of contents"),
    "broken": QT_TRANSLATE_NOOP("Count", "broken links"),
    "redirects": QT_TRANSLATE_NOOP("Count", "redirects"),
    "files": QT_TRANSLATE_NOOP("Count", "articles and categories"),
    "units": QT_TRANSLATE_NOOP("Count", "blocks"),
    "words": QT_TRANSLATE_NOOP("Count", "words"),
    "memory": QT_TRANSLATE_NOOP("Count", "pairs of the memory"),
    "pairs": QT_TRANSLATE_NOOP("Count", "pairs for the memory"),
    "terms": QT_TRANSLATE_NOOP("Count", "terms"),
    "new_terms": QT_TRANSLATE_NOOP("Count", "new terms"),
    "changed_terms": QT_TRANSLATE_NOOP("Count", "changed terms"),
    "votes": QT_TRANSLATE_NOOP("Count", "votes"),
    "failed_searches": QT_TRANSLATE_NOOP("Count", "searches that found nothing"),
    "known_votes": QT_TRANSLATE_NOOP("Count", "known already"),
    "checked_files": QT_TRANSLATE_NOOP("Count", "files compared"),
    "unchanged": QT_TRANSLATE_NOOP("Count", "unchanged"),
    "taken": QT_TRANSLATE_NOOP("Count", "blocks taken"),
    "taken_outdated": QT_TRANSLATE_NOOP("Count", "taken as outdated"),
    "overwritten": QT_TRANSLATE_NOOP("Count", "overwritten"),
    "begun": QT_TRANSLATE_NOOP("Count", "translations begun"),
    "left_out": QT_TRANSLATE_NOOP("Count", "left out"),
}

FORMATS: Mapping[str, str] = {
    "html": QT_TRANSLATE_NOOP("Format", "HTML help centre"),
    "json": QT_TRANSLATE_NOOP("Format", "JSON bundle"),
    "package": QT_TRANSLATE_NOOP("Format", "Translator’s package (zip)"),
    "csv": QT_TRANSLATE_NOOP("Format", "Table (CSV)"),
    "xlsx": QT_TRANSLATE_NOOP("Format", "Workbook (XLSX)"),
    "tmx": QT_TRANSLATE_NOOP("Format", "Translation memory (TMX)"),
    "glossary-csv": QT_TRANSLATE_NOOP("Format", "Glossary as a table (CSV)"),
    "tbx": QT_TRANSLATE_NOOP("Format", "Glossary (TBX)"),
}

ACTS: Mapping[str, str] = {
    "article.create": QT_TRANSLATE_NOOP("Act", "New Article {thing}"),
    "article.duplicate": QT_TRANSLATE_NOOP("Act", "Duplicate {thing}"),
    "article.update": QT_TRANSLATE_NOOP("Act", "Change Details of {thing}"),
    "category.create": QT_TRANSLATE_NOOP("Act", "New Category {thing}"),
    "tree.move": QT_TRANSLATE_NOOP("Act", "Move {thing}"),
    "tree.trash": QT_TRANSLATE_NOOP("Act", "Delete {thing}"),
    "tree.restore": QT_TRANSLATE_NOOP("Act", "Restore {thing}"),
    "text.begin": QT_TRANSLATE_NOOP("Act", "Begin Translation of {thing}"),
    "text.rename": QT_TRANSLATE_NOOP("Act", "Rename {thing}"),
    "text.slug": QT_TRANSLATE_NOOP("Act", "Change Address"),
    "text.delete": QT_TRANSLATE_NOOP("Act", "Delete Translation of {thing}"),
    "text.retract": QT_TRANSLATE_NOOP("Act", "Take {thing} Offline"),
    "text.replace": QT_TRANSLATE_NOOP("Act", "Replace “{old}” by “{new}” in {places}"),
    "text.revert": QT_TRANSLATE_NOOP("Act", "Go Back to an Earlier Version"),
    "version.name": QT_TRANSLATE_NOOP("Act", "Name Version {thing}"),
    "version.unname": QT_TRANSLATE_NOOP("Act", "Remove a Version's Name"),
    "text.discard": QT_TRANSLATE_NOOP("Act", "Discard the Draft"),
    "text.still_valid": QT_TRANSLATE_NOOP("Act", "Mark {thing} as Still Valid"),
    "text.missing": QT_TRANSLATE_NOOP("Act", "Change State of {thing}"),
    "text.draft": QT_TRANSLATE_NOOP("Act", "Back to Draft: {thing}"),
    "text.in_review": QT_TRANSLATE_NOOP("Act", "Submit {thing} for Review"),
    "text.published": QT_TRANSLATE_NOOP("Act", "Publish {thing}"),
    "block.begin": QT_TRANSLATE_NOOP("Act", "Begin Translation of {thing}"),
    "block.empty": QT_TRANSLATE_NOOP("Act", "Call Blocks Not Translated"),
    "block.draft": QT_TRANSLATE_NOOP("Act", "Blocks Back to Draft"),
    "block.translated": QT_TRANSLATE_NOOP("Act", "Approve Blocks"),
    "block.reviewed": QT_TRANSLATE_NOOP("Act", "Review Blocks"),
    "block.still_valid": QT_TRANSLATE_NOOP("Act", "Mark Blocks as Still Valid"),
    "block.discard": QT_TRANSLATE_NOOP("Act", "Discard Blocks"),
    "block.patch": QT_TRANSLATE_NOOP("Act", "Take New Addresses"),
    "block.minor": QT_TRANSLATE_NOOP("Act", "Call Changes Minor"),
    "block.revoke": QT_TRANSLATE_NOOP("Act", "Revoke Minor Changes"),
    "locale.add": QT_TRANSLATE_NOOP("Act", "Add Language {thing}"),
    "locale.remove": QT_TRANSLATE_NOOP("Act", "Remove Language {thing}"),
    "locale.update": QT_TRANSLATE_NOOP("Act", "Change Language {thing}"),
    "locale.move": QT_TRANSLATE_NOOP("Act", "Move Language {thing}"),
    "attachment.add": QT_TRANSLATE_NOOP("Act", "Add {thing}"),
    "attachment.rename": QT_TRANSLATE_NOOP("Act", "Rename File {thing}"),
    "attachment.alt": QT_TRANSLATE_NOOP("Act", "Describe Picture"),
    "attachment.remove": QT_TRANSLATE_NOOP("Act", "Remove {thing}"),
    "library.rename": QT_TRANSLATE_NOOP("Act", "Rename Library {thing}"),
    "handing.import": QT_TRANSLATE_NOOP("Act", "Take in {thing}"),
    "profile.save": QT_TRANSLATE_NOOP("Act", "Change Profile {thing}"),
    "profile.remove": QT_TRANSLATE_NOOP("Act", "Delete Profile {thing}"),
    "theme.save": QT_TRANSLATE_NOOP("Act", "Change Theme {thing}"),
    "theme.remove": QT_TRANSLATE_NOOP("Act", "Delete Theme {thing}"),
    "gate.set": QT_TRANSLATE_NOOP("Act", "Change What Blocks a Release"),
    "votes.import": QT_TRANSLATE_NOOP("Act", "Take in {thing}"),
    "glossary.add": QT_TRANSLATE_NOOP("Act", "Add Term {thing}"),
    "glossary.update": QT_TRANSLATE_NOOP("Act", "Change Term {thing}"),
    "glossary.remove": QT_TRANSLATE_NOOP("Act", "Remove Terms: {thing}"),
    "glossary.replace": QT_TRANSLATE_NOOP("Act", "Take in a Glossary: {thing}"),
    "note.open": QT_TRANSLATE_NOOP("Act", "Write Note {thing}"),
    "note.answer": QT_TRANSLATE_NOOP("Act", "Answer {thing}"),
    "note.edit": QT_TRANSLATE_NOOP("Act", "Change Note {thing}"),
    "note.resolve": QT_TRANSLATE_NOOP("Act", "Settle a Note"),
    "note.reopen": QT_TRANSLATE_NOOP("Act", "Reopen a Note"),
    "note.delete": QT_TRANSLATE_NOOP("Act", "Delete a Note"),
    "issue.fix": QT_TRANSLATE_NOOP("Act", "Mend {thing}"),
    "issue.complete": QT_TRANSLATE_NOOP("Act", "Insert What Is Missing: {thing}"),
    "issue.dismiss": QT_TRANSLATE_NOOP("Act", "Dismiss {thing}"),
    "issue.revoke": QT_TRANSLATE_NOOP("Act", "Check Again: {thing}"),
    "person.add": QT_TRANSLATE_NOOP("Act", "List {thing}"),
    "person.update": QT_TRANSLATE_NOOP("Act", "Change {thing}"),
    "person.remove": QT_TRANSLATE_NOOP("Act", "Take People off the List: {thing}"),
    "setting.set": QT_TRANSLATE_NOOP("Act", "Change Setting"),
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
    """An expected error's sentence in the window's language, where it is translated."""
    template = _translated_template(error.template)
    details = dict(error.details)
    for name in ("what", "only"):
        if details.get(name) in NOUNS:
            details[name] = QCoreApplication.translate("Noun", str(details[name]))
    return template.format(**details)


def _translated_template(template: str) -> str:
    for place in PLACES:
        if template.startswith(place):
            reason = template.removeprefix(place)
            translate = QCoreApplication.translate
            return translate("Error", place) + translate("Error", reason)
    return QCoreApplication.translate("Error", template)


def step_words(code: str) -> str:
    """A step of long work."""
    return words_of("Step", STEPS, code)


def act_words(act: Act) -> str:
    """What was done, for the undo entry: `Move “Returns”`, `Delete 3 things`."""
    source = ACTS.get(act.code)
    if source is None:
        return words_of("Act", {}, act.code)
    words = QCoreApplication.translate("Act", source)
    if act.code == "text.replace":
        places = QCoreApplication.translate(
            "Act", "%Ln place(s)", "", int(str(act.details["count"]))
        )
        old, new = _short(str(act.details["title"])), _short(str(act.details["new"]))
        return words.format(old=old, new=new, places=places)
    return words.format(thing=_thing(act))


def _thing(act: Act) -> str:
    """What it was done to: one thing by its title, several by their number."""
    count, title = act.details.get("count"), str(act.details.get("title") or "")
    if isinstance(count, int) and (count > 1 or not title):
        return QCoreApplication.translate("Act", "%Ln thing(s)", "", count)
    return QCoreApplication.translate("Act", "“{title}”").format(title=_short(title))


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rstrip()}…"


def number_words(number: int) -> str:
    """A number with the separators of the window's language."""
    return QLocale().toString(number)


def count_words(code: str) -> str:
    """What a report's figure counts."""
    return words_of("Count", COUNTS, code)


def format_words(info: "FormatInfo") -> str:
    """An export format's name; that of a format without words here is its own."""
    source = FORMATS.get(info.id)
    return QCoreApplication.translate("Format", source) if source else info.title


def report_line_words(line: "ReportLine") -> str:
    """A report's line: the core's own plain sentence names what it is about."""
    return QCoreApplication.translate("Damage", line.text) if line.text in DAMAGES else line.text


def size_words(size: int) -> str:
    """A size in bytes as people say it: `1.2 MB`."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
