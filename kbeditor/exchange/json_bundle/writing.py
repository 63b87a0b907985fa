"""Exports a library, or a part of it, as a JSON bundle."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kbeditor.domain.exchange import ExportOptions, FormatInfo, RenderMany
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Article, Attachment, Kind, OldSlug, Ref, TextRef
from kbeditor.domain.source import LibrarySource
from kbeditor.domain.work import TextWork
from kbeditor.exchange.json_bundle import encoding, readers
from kbeditor.exchange.json_bundle.layout import (
    ATTACHMENTS,
    BUNDLE,
    CATEGORIES,
    GLOSSARY,
    READERS,
    article_file,
)
from kbeditor.exchange.json_bundle.selection import Selection, references
from kbeditor.exchange.json_bundle.sinks import Sink, open_sink
from kbeditor.exchange.json_bundle.values import Json
from kbeditor.exchange.json_bundle.working_encoded import term

STEP_TEXTS = "export_texts"
STEP_ATTACHMENTS = "export_attachments"


class BundleExporter:
    """Writes `TARGET/` or, zipped, the one file `TARGET`."""

    @property
    def info(self) -> FormatInfo:
        """What the format is called."""
        return FormatInfo("json", "JSON bundle", "", True)

    def export(
        self,
        source: LibrarySource,
        target: Path,
        options: ExportOptions,
        render: RenderMany,
        progress: Progress,
    ) -> Report:
        """Write the bundle as a whole or not at all. Raises KbError, Cancelled."""
        started = time.monotonic()
        with open_sink(target, options.zip) as sink:
            writer = _Writer(source, options, sink, progress)
            writer.write()
        counts = tuple(writer.counts.items())
        return Report(str(target), counts, tuple(writer.lines), time.monotonic() - started)


class _Writer:
    """Writes one bundle; holds slim records only, never more than one owner's bodies."""

    def __init__(
        self, source: LibrarySource, options: ExportOptions, sink: Sink, progress: Progress
    ) -> None:
        self.source, self.sink, self.progress = source, sink, progress
        self.library = source.library()
        self.locales = source.locales()
        tags = [locale.tag for locale in self.locales]
        self.selection = Selection.of(options, self.library.source_locale, tags)
        self.ranks = {tag: rank for rank, tag in enumerate(tags)}
        self.counts: dict[str, int] = {}
        self.lines: list[ReportLine] = []
        self.texts = 0
        self._referenced: set[str] = set()
        self._old_slugs: dict[TextRef, list[OldSlug]] = defaultdict(list)

    def write(self) -> None:
        """Write all files, in an order that is always the same."""
        for old in self.source.old_slugs():
            self._old_slugs[TextRef(old.owner, old.locale)].append(old)
        self.sink.put(BUNDLE, encoding.to_bytes(self._bundle()))
        waiting = {article.id: (article, place) for article, place in self._places()}
        total = len(waiting)
        category_texts: dict[str, list[Json]] = {}
        kept: dict[str, str | None] = {}  # articles that go out, with their category
        for owner, translations in self._translations():
            self.progress.step(STEP_TEXTS, len(kept), total)
            if owner.kind is Kind.CATEGORY:
                category_texts[owner.id] = translations
                continue
            article, place = waiting.pop(owner.id)
            self._write_article(article, place, translations)
            kept[article.id] = article.category_id
        if self.selection.whole:
            for article, place in waiting.values():  # it may have no text in any locale yet
                self._write_article(article, place, [])
                kept[article.id] = article.category_id
        categories = self._categories(category_texts, set(kept.values()))
        self.sink.put(CATEGORIES, encoding.to_bytes({"categories": categories}))
        self.sink.put(GLOSSARY, encoding.to_bytes({"terms": self._terms()}))
        said = readers.encode(self.source.readers(), kept) if self.selection.whole else None
        if said is not None:
            self.sink.put(READERS, encoding.to_bytes(said))
        attachments = self._attachments()
        self.counts = {
            "locales": len(self.selection.locales),
            "categories": len(categories),
            "articles": len(kept),
            "texts": self.texts,
            "attachments": len(attachments),
        }
        self._note_dangling(
            set(kept) | {each["id"] for each in categories} | {each.id for each in attachments}
        )

    def _bundle(self) -> Json:
        scope: Json = {"whole": self.selection.whole}
        if not self.selection.whole:
            scope["locales"] = sorted(self.selection.locales, key=self.ranks.__getitem__)
            scope["least_state"] = self.selection.least.code
        wanted = self.selection.locales | {self.library.source_locale}
        locales = [locale for locale in self.locales if locale.tag in wanted]
        people = self.source.people()
        return encoding.bundle(self.library, locales, self.source.settings(), people, scope)

    def _translations(self) -> Iterator[tuple[Ref, list[Json]]]:
        """Owners with the texts that go out, in the library's order of locales."""
        for owner, group in groupby(self.source.texts(), key=lambda text: text.owner):
            texts = sorted(group, key=lambda text: self.ranks[text.locale])
            with_history = [(text, self.source.revisions(text.id)) for text in texts]
            chosen = self.selection.choose(with_history)
            for each in chosen:
                bodies = {each.text.body, *(revision.body for revision in each.revisions)}
                self._referenced.update(*map(references, bodies))
            if chosen:
                self.texts += len(chosen)
                yield (
                    owner,
                    [
                        encoding.translation(
                            each.text,
                            each.revisions,
                            self._old_slugs.get(each.text.ref, ()),
                            # Of a part, history and other locales may lack: blocks are made anew.
                            self.source.work(each.text.id) if self.selection.whole else TextWork(),
                        )
                        for each in chosen
                    ],
                )

    def _terms(self) -> list[Json]:
        wanted = self.selection.locales | {self.library.source_locale}
        return [term(each) for each in self.source.terms() if each.locale in wanted]

    def _places(self) -> Iterator[tuple[Article, int]]:
        """Articles with their rank in their category."""
        for _, group in groupby(self.source.articles(), key=lambda each: each.category_id):
            yield from ((article, place) for place, article in enumerate(group))

    def _write_article(self, article: Article, position: int, translations: list[Json]) -> None:
        value = encoding.article(article, self.library.source_locale, position, translations)
        self.sink.put(article_file(article.id), encoding.to_bytes(value))

    def _categories(
        self, texts: dict[str, list[Json]], with_articles: set[str | None]
    ) -> list[Json]:
        """Categories that go out: of a part, those with a text or with something inside."""
        records = self.source.categories()
        kept = {record.id for record in records}
        if not self.selection.whole:
            kept = set()
            for record in reversed(records):  # children stand behind their parents
                if record.id in texts or record.id in with_articles or record.id in kept:
                    kept.add(record.id)
                    if record.parent_id:
                        kept.add(record.parent_id)
        positions: Counter[str | None] = Counter()
        values = []
        for record in records:
            if record.id in kept:
                position = positions[record.parent_id]
                positions[record.parent_id] += 1
                values.append(encoding.category(record, position, texts.get(record.id, [])))
        return values

    def _attachments(self) -> list[Attachment]:
        """Write attachments and their bytes; of a part, those that its texts show."""
        found = list(self.source.attachments())
        if not self.selection.whole:
            variants = {
                variant
                for each in found
                if each.id in self._referenced
                for variant in each.variants.values()
            }
            found = [each for each in found if each.id in self._referenced | variants]
        records = [encoding.attachment(each) for each in found]
        self.sink.put(ATTACHMENTS, encoding.to_bytes({"attachments": records}))
        for done, (attachment, record) in enumerate(zip(found, records, strict=True)):
            self.progress.step(STEP_ATTACHMENTS, done, len(found))
            self.sink.put(record["file"], self.source.attachment_bytes(attachment.id))
        return found

    def _note_dangling(self, there: set[str]) -> None:
        missing = len(self._referenced - there)
        if missing:
            text = f"{missing} pages or attachments are linked to but are not in this bundle."
            self.lines.append(ReportLine("warning", "links_out_of_bundle", "", 0, text))
