"""The sentences of expected errors, marked for translation; the core writes them in English."""

from kbeditor.ui.words import QT_TRANSLATE_NOOP

SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Error", "The {what} {which} is not in this library."),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} is no longer there: it was deleted or moved, or its drive was removed. "
        "Put it back and try again, or save the library elsewhere.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} is another file now: it was replaced while it was open here. Save the "
        "library elsewhere, then compare the two.",
    ),
    QT_TRANSLATE_NOOP("Error", "Choose another place: the library is there already."),
    QT_TRANSLATE_NOOP("Error", "Nothing of a kbeditor library could be read in {path}."),
    QT_TRANSLATE_NOOP("Error", "The library is busy: another program is writing to it. Try again."),
    QT_TRANSLATE_NOOP("Error", "The disk is full. Free some space; nothing was lost or changed."),
    QT_TRANSLATE_NOOP(
        "Error", "The library cannot be written: the file or its folder is read-only."
    ),
    QT_TRANSLATE_NOOP("Error", "The disk reports an error while reading or writing the library."),
    QT_TRANSLATE_NOOP(
        "Error", "The library file is damaged. Restore a backup or try to repair a copy."
    ),
    QT_TRANSLATE_NOOP("Error", "The library file cannot be opened. Is its drive still there?"),
    QT_TRANSLATE_NOOP("Error", "{what} was changed elsewhere meanwhile; nothing was overwritten."),
    QT_TRANSLATE_NOOP("Error", "Say what is to be found."),
    QT_TRANSLATE_NOOP("Error", "What is looked for may have {most} characters at most."),
    QT_TRANSLATE_NOOP("Error", "Regular expression, character {place}: {reason}."),
    QT_TRANSLATE_NOOP(
        "Error",
        "The expression takes more than {seconds} seconds for “{title}” ({locale}). "
        "Make it simpler: a repeat within a repeat is what takes so long.",
    ),
    QT_TRANSLATE_NOOP(
        "Error", "Replacement, character {place}: the expression has no group “{group}”."
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "Replacement, character {place}: “{escape}” means nothing; "
        "a backslash itself is written twice.",
    ),
    QT_TRANSLATE_NOOP("Error", "A text needs a title."),
    QT_TRANSLATE_NOOP("Error", "The text was changed meanwhile."),
    QT_TRANSLATE_NOOP("Error", "Stopped. Nothing was changed."),
    QT_TRANSLATE_NOOP("Error", "No library is open."),
    QT_TRANSLATE_NOOP("Error", "The backup {path} could not be written: {why}."),
    QT_TRANSLATE_NOOP("Error", "The copy is damaged ({why}); it was not kept."),
    QT_TRANSLATE_NOOP("Error", "A backup cannot be written over the library itself."),
    QT_TRANSLATE_NOOP(
        "Error",
        "There is no room for a backup in {folder}: it takes {needed} MB, and {free} MB are "
        "free. Free some space there, or choose another folder for backups.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} is damaged, so no backup is made of it: it would take the place of a good one.",
    ),
    QT_TRANSLATE_NOOP("Error", "A library cannot be restored from itself."),
    QT_TRANSLATE_NOOP("Error", "{path} is a backup of “{name}”, which is another library."),
    QT_TRANSLATE_NOOP("Error", "{path} could not be put back: {why}. The library is as it was."),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} is open in another window or program. Close it there, then try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Error", "“{address}” is not a public address. It begins with https:// or http://."
    ),
    QT_TRANSLATE_NOOP("Error", "“{tag}” is not a language tag such as fr or pt-BR."),
    QT_TRANSLATE_NOOP("Error", "The sample has no article “{title}”."),
    QT_TRANSLATE_NOOP("Error", "{path} cannot be opened: {why}."),
    QT_TRANSLATE_NOOP("Error", "{path} cannot be written ({why}); choose another place."),
    QT_TRANSLATE_NOOP("Error", "{path} cannot be written: {reason}."),
    QT_TRANSLATE_NOOP("Error", "{path} is empty: it holds no library."),
    QT_TRANSLATE_NOOP("Error", "A library needs a name."),
    QT_TRANSLATE_NOOP("Error", "A note needs some words."),
    QT_TRANSLATE_NOOP(
        "Error",
        "The source of this text was never published: publish it first, then translate it.",
    ),
    QT_TRANSLATE_NOOP("Error", "A glossary entry needs a term and its translation."),
    QT_TRANSLATE_NOOP("Error", "“{term}” is in the glossary already: change that entry instead."),
    QT_TRANSLATE_NOOP("Error", "Say why this is no fault: others will read it."),
    QT_TRANSLATE_NOOP("Error", "A file needs a name."),
    QT_TRANSLATE_NOOP("Error", "This text exists already."),
    QT_TRANSLATE_NOOP("Error", "The library has {name} already."),
    QT_TRANSLATE_NOOP("Error", "There is already a file {path}."),
    QT_TRANSLATE_NOOP("Error", "These fallbacks would lead back to {tag}."),
    QT_TRANSLATE_NOOP("Error", "{name} is used in {count} texts."),
    QT_TRANSLATE_NOOP(
        "Error",
        "A JSON bundle is a whole library and goes into an empty one only; "
        "make a new library and import {path} there.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "Line {line} is longer than {limit} characters. Break it into shorter lines.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The library could not be brought to this program's format without loss ({what}). "
        "It was left as it was.",
    ),
    QT_TRANSLATE_NOOP("Error", "A category cannot be moved into itself."),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} was made by a newer kbeditor (format {found}, this one knows {known}). "
        "Update the program to open it; nothing was changed.",
    ),
    QT_TRANSLATE_NOOP("Error", "There is no file or folder {path}."),
    QT_TRANSLATE_NOOP("Error", "There is no file {path}."),
    QT_TRANSLATE_NOOP("Error", "There is no folder {path}."),
    QT_TRANSLATE_NOOP("Error", "Choose at least one locale to export."),
    QT_TRANSLATE_NOOP("Error", "A whole library can only be imported into an empty one."),
    QT_TRANSLATE_NOOP("Error", "A library can have {most} languages."),
    QT_TRANSLATE_NOOP(
        "Error",
        "The library was changed since this import was planned. Plan it anew; nothing was changed.",
    ),
    QT_TRANSLATE_NOOP("Error", "Only what lies in the trash can be deleted for ever."),
    QT_TRANSLATE_NOOP("Error", "This text was never published: there is nothing to go back to."),
    QT_TRANSLATE_NOOP("Error", "{path} is a database of another program, not a kbeditor library."),
    QT_TRANSLATE_NOOP("Error", "{path} is not a kbeditor library."),
    QT_TRANSLATE_NOOP("Error", "{name} is a pipe or device; choose files."),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} holds something that no kbeditor made ({what}) and that would run by itself, "
        "so it was not opened. Repair it into a new file, or ask who sent it.",
    ),
    QT_TRANSLATE_NOOP("Error", "{name} cannot be taken in: {why}."),
    QT_TRANSLATE_NOOP("Error", "There is no Markdown file in {path}."),
    QT_TRANSLATE_NOOP("Error", "There is nothing to undo."),
    QT_TRANSLATE_NOOP("Error", "Nothing is written here yet."),
    QT_TRANSLATE_NOOP("Error", "Another page here has the address “{slug}”."),
    QT_TRANSLATE_NOOP(
        "Error",
        "The text in the source language belongs to the article itself: "
        "move the article to the trash instead.",
    ),
    QT_TRANSLATE_NOOP("Error", "The source language cannot be removed."),
    QT_TRANSLATE_NOOP("Error", "{path} exists already and is something else; choose another name."),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} holds other files. Choose a new or empty place, or an earlier export.",
    ),
    QT_TRANSLATE_NOOP(
        "Error", "This text is larger than {limit} MB. Split it into several articles."
    ),
    QT_TRANSLATE_NOOP("Error", "A title may have {most} characters at most."),
    QT_TRANSLATE_NOOP("Error", "A text may have {most} characters at most."),
    QT_TRANSLATE_NOOP("Error", "There is no export format “{format}”; there are: {known}."),
    QT_TRANSLATE_NOOP(
        "Error", "{path} is neither a folder of Markdown files nor a kbeditor bundle."
    ),
    QT_TRANSLATE_NOOP("Error", "This library has no locale “{locale}”."),
    QT_TRANSLATE_NOOP(
        "Error",
        "This library can only be read here, and its texts were not split into blocks yet: "
        "open it once where it can be written.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "There is nothing to hand out: no block of {locale} is {only}.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} was handed out from another library; open that one to take it in.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "No block of {path} is in this library: it was handed out from another one, or all "
        "of its articles are gone.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} translates from {found}; the source language of this library is {source}.",
    ),
    QT_TRANSLATE_NOOP("Error", "{path} is a translation into {found}, not into {wanted}."),
    QT_TRANSLATE_NOOP(
        "Error", "{path} does not say which language it is for; choose one of {known}."
    ),
    QT_TRANSLATE_NOOP("Error", "This library is not translated into “{tag}”; it is into: {known}."),
    QT_TRANSLATE_NOOP(
        "Error", "There is nothing in {path} for the languages of this library. {why}"
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} is no file that translators give back: PO, XLIFF, CSV, XLSX, a package, "
        "TMX or TBX.",
    ),
    QT_TRANSLATE_NOOP("Error", "It needs a name."),
    QT_TRANSLATE_NOOP(
        "Error",
        "Release {number} was built again at {path}, but its pages look different: another "
        "version of the program had built it.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The manifest of {path} is damaged ({why}), so nothing can be said of its files. "
        "Export the site again.",
    ),
    QT_TRANSLATE_NOOP("Error", "The profile “{name}” does not say where to."),
    QT_TRANSLATE_NOOP("Error", "The template block “{block}” fails in line {line}: {reason}"),
    QT_TRANSLATE_NOOP("Error", "There is already one called “{name}”."),
    QT_TRANSLATE_NOOP("Error", "“{name}” is listed already."),
    QT_TRANSLATE_NOOP("Error", "A person needs a name."),
    QT_TRANSLATE_NOOP("Error", "A name may have {most} characters at most."),
    QT_TRANSLATE_NOOP("Error", "There is no role “{role}”."),
    QT_TRANSLATE_NOOP("Error", "There is no profile “{name}”; there are: {known}."),
    QT_TRANSLATE_NOOP("Error", "There is no template block “{block}”. There are: {known}."),
    QT_TRANSLATE_NOOP(
        "Error",
        "This release cannot be built again: {what} was deleted from the library for good.",
    ),
    QT_TRANSLATE_NOOP("Error", "What was kept of this release is damaged: {why}."),
    QT_TRANSLATE_NOOP(
        "Error",
        "{count} findings block this release; the first is in “{title}” ({locale}).",
    ),
    QT_TRANSLATE_NOOP("Error", "{path} is no site that kbeditor exported."),
    QT_TRANSLATE_NOOP(
        "Error",
        "“{accent}” is not a colour. Write it as # and six digits, as in #0b6760.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "“{address}” cannot be a link of the site. Write an address with https:// or mailto:, "
        "or kb: and the id of an article.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "“{address}” cannot take votes. Write an address with https://, or one that begins with /.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "“{font}” is not a list of fonts. Write names with commas between them.",
    ),
)

PLACES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Error", "{path}, line {line}: "),
    QT_TRANSLATE_NOOP("Error", "{path}: "),
)
"""Stand before a reason, longest first: an error in a file names where in it."""

REASONS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Error", "it cannot be read ({why})."),
    QT_TRANSLATE_NOOP("Error", "it holds more than {limit:,} files."),
    QT_TRANSLATE_NOOP("Error", "it is a link or a device, not a file."),
    QT_TRANSLATE_NOOP("Error", "it is a link that leads out of the imported folder."),
    QT_TRANSLATE_NOOP("Error", "it is larger than {limit:,} bytes."),
    QT_TRANSLATE_NOOP("Error", "it is locked with a password."),
    QT_TRANSLATE_NOOP("Error", "it would unpack to far too much."),
    QT_TRANSLATE_NOOP("Error", "its bytes are not what its record says."),
    QT_TRANSLATE_NOOP("Error", "the file was changed during the import."),
    QT_TRANSLATE_NOOP("Error", "the front matter is larger than {limit:,} bytes."),
    QT_TRANSLATE_NOOP("Error", "the front matter is not valid YAML: {problem}."),
    QT_TRANSLATE_NOOP("Error", "the line is longer than {limit:,} characters."),
    QT_TRANSLATE_NOOP("Error", "there is a NUL character, so this is not text."),
    QT_TRANSLATE_NOOP("Error", "this file is not in the bundle."),
    QT_TRANSLATE_NOOP("Error", "this is not UTF-8 text."),
    QT_TRANSLATE_NOOP("Error", "this is not a kbeditor bundle."),
    QT_TRANSLATE_NOOP("Error", "this is the same locale as {other}."),
    QT_TRANSLATE_NOOP("Error", "this name leads out of the bundle."),
    QT_TRANSLATE_NOOP(
        "Error",
        "from here on it belongs to another library or pair of languages; bring them in "
        "one by one.",
    ),
    QT_TRANSLATE_NOOP("Error", "it declares a document type, which is not allowed here."),
    QT_TRANSLATE_NOOP("Error", "it has more than {limit:,} blocks."),
    QT_TRANSLATE_NOOP("Error", "it has more than {limit:,} pairs."),
    QT_TRANSLATE_NOOP("Error", "it has more than {limit:,} terms."),
    QT_TRANSLATE_NOOP("Error", "it has more than {limit:,} texts."),
    QT_TRANSLATE_NOOP("Error", "it has more than {limit:,} values."),
    QT_TRANSLATE_NOOP("Error", "it is packed in an unusual way."),
    QT_TRANSLATE_NOOP("Error", "its name is no Unicode text; rename it."),
    QT_TRANSLATE_NOOP("Error", "no row names the columns “locale” and “helpful”."),
    QT_TRANSLATE_NOOP("Error", "it has no PO header, so it is no PO file."),
    QT_TRANSLATE_NOOP("Error", "it is damaged inside the zip."),
    QT_TRANSLATE_NOOP("Error", "it is nested too deeply."),
    QT_TRANSLATE_NOOP("Error", "its column “{column}” is in {found}, not in {wanted}."),
    QT_TRANSLATE_NOOP(
        "Error", "its first row must name the columns: term, translation, forbidden, note."
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "no row names the columns “id” and “target”, so it does not say which block is "
        "which; keep the first row as it was handed out.",
    ),
    QT_TRANSLATE_NOOP("Error", "row {row} is no sound CSV ({why})."),
    QT_TRANSLATE_NOOP("Error", "there is an entry without {missing}."),
    QT_TRANSLATE_NOOP(
        "Error",
        "there is more than one XLIFF file in it ({names}); take the one that is "
        "translated out of it and bring that in.",
    ),
    QT_TRANSLATE_NOOP("Error", "there is no XLIFF file in it."),
    QT_TRANSLATE_NOOP("Error", "this is XLIFF {version}; 2.0 to 2.2 can be read."),
    QT_TRANSLATE_NOOP("Error", "this is no XLSX workbook."),
    QT_TRANSLATE_NOOP("Error", "this is no {root} file; it begins with <{name}>."),
    QT_TRANSLATE_NOOP(
        "Error", "this is not Unicode text; save it as “CSV UTF-8” or as an XLSX workbook."
    ),
    QT_TRANSLATE_NOOP("Error", "this is not XLIFF 1.2."),
    QT_TRANSLATE_NOOP("Error", "this is not a zip that can be read."),
    QT_TRANSLATE_NOOP("Error", "this is not sound UTF-16 text."),
)

NOUNS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Noun", "article"),
    QT_TRANSLATE_NOOP("Noun", "category"),
    QT_TRANSLATE_NOOP("Noun", "text"),
    QT_TRANSLATE_NOOP("Noun", "attachment"),
    QT_TRANSLATE_NOOP("Noun", "revision"),
    QT_TRANSLATE_NOOP("Noun", "person"),
    QT_TRANSLATE_NOOP("Noun", "locale"),
    QT_TRANSLATE_NOOP("Noun", "to be translated"),
    QT_TRANSLATE_NOOP("Noun", "missing or outdated"),
    QT_TRANSLATE_NOOP("Noun", "missing"),
    QT_TRANSLATE_NOOP("Noun", "outdated"),
)
"""Words within a sentence: what `NotFound` is about, which blocks there were none of."""
