"""Which locales a folder of Markdown holds, and which file is what in each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import langcodes

from kbeditor.domain.exchange import ImportOptions, ImportTarget
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.folder import Folder, SingleFile, fold

MARKDOWN = (".md", ".markdown")
INDEXES = ("_index", "index", "readme")  # the first one there is the category's own text
TABLES = ("toc", "summary")
_BASES = ("content/", "docs/", "")


@dataclass(frozen=True, slots=True)
class LocaleRoot:
    """A locale and the folder of its files: "" or a path with `/` at its end."""

    locale: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The locales found, the library's source first; `unknown`: folders that look like locales."""

    roots: tuple[LocaleRoot, ...]
    unknown: tuple[str, ...] = ()


def is_markdown(path: str) -> bool:
    """Whether a path's name says Markdown."""
    return path.lower().endswith(MARKDOWN)


def stem(path: str) -> str:
    """A file's name without folder and ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def humanise(name: str) -> str:
    """A title from a file's or folder's name: `02-my_orders` gives "My orders"."""
    words = re.sub(r"^\d+[-_. ]+(?=\S)", "", name)
    words = " ".join(re.sub(r"[-_]+", " ", words).split()) or name
    return words[:1].upper() + words[1:]


def tag_of(name: str) -> str | None:
    """The BCP 47 tag that a folder's name is (`pt_br` is `pt-BR`), None if it is none."""
    try:
        if not langcodes.tag_is_valid(name):
            return None
        return langcodes.standardize_tag(name)
    except ValueError:
        return None


def find_layout(files: Folder | SingleFile, target: ImportTarget, options: ImportOptions) -> Layout:
    """Recognise `content/LOCALE/…`, `docs/LOCALE/…` and `LOCALE/…`, else one locale.

    Folder names such as `api` or `new` are valid tags too, so every folder with Markdown in it
    must be a tag, and one of them a locale of the library or the one asked for.
    """
    markdown = [path for path in files.paths if is_markdown(path)]
    known = {fold(tag): tag for tag in (*target.locales, target.source_locale)}
    if options.locale is not None:
        known[fold(options.locale)] = options.locale
    unknown: tuple[str, ...] = ()
    for base in _BASES:
        inside = [path[len(base) :] for path in markdown if path.startswith(base)]
        names = sorted({path.partition("/")[0] for path in inside if "/" in path})
        tags = {name: tag for name in names if (tag := tag_of(name))}
        if not names or len(tags) != len(names):
            continue
        roots = [
            LocaleRoot(known.get(fold(tag), tag), f"{base}{name}/") for name, tag in tags.items()
        ]
        if not any(fold(root.locale) in known for root in roots):
            # Languages with three letters are too often words: doc, api, new.
            if all(len(tag.partition("-")[0]) == 2 for tag in tags.values()):
                unknown = tuple(names)
            continue
        _refuse_doubles(roots)
        if options.locale is None:
            return Layout(_source_first(roots, target))
        asked = [root for root in roots if root.locale == options.locale]
        if asked:
            return Layout(tuple(asked))
    return Layout((LocaleRoot(options.locale or _own_locale(files, known, target), ""),), unknown)


def _own_locale(files: Folder | SingleFile, known: dict[str, str], target: ImportTarget) -> str:
    """The folder itself may be one locale of several: `content/fr`."""
    tag = tag_of(files.root.resolve().name) if isinstance(files, Folder) else None
    return known.get(fold(tag), target.source_locale) if tag else target.source_locale


def _source_first(roots: Sequence[LocaleRoot], target: ImportTarget) -> tuple[LocaleRoot, ...]:
    order = [target.source_locale, *target.locales]
    rank = {tag: place for place, tag in reversed(list(enumerate(order)))}
    return tuple(sorted(roots, key=lambda root: (rank.get(root.locale, len(order)), root.locale)))


def _refuse_doubles(roots: Sequence[LocaleRoot]) -> None:
    seen: dict[str, str] = {}
    for root in roots:
        other = seen.setdefault(root.locale, root.prefix)
        if other != root.prefix:
            raise BadFile(
                "locale_twice", root.prefix, "this is the same locale as {other}", other=other
            )
