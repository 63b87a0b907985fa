"""Plans the import of a JSON bundle into an empty library: everything is checked first."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import (
    ImportOptions,
    ImportPlan,
    ImportTarget,
    NewArticle,
    NewAttachment,
    NewCategory,
    NewText,
)
from kbeditor.domain.progress import Progress
from kbeditor.domain.readers import Readers
from kbeditor.domain.records import OldSlug
from kbeditor.domain.work import KeptTerm, TextWork
from kbeditor.exchange import media
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.json_bundle import decoding, readers
from kbeditor.exchange.json_bundle.containers import Container, open_container
from kbeditor.exchange.json_bundle.decoding import Head, Picture, Translated
from kbeditor.exchange.json_bundle.layout import (
    ARTICLES_FOLDER,
    ATTACHMENTS,
    ATTACHMENTS_FOLDER,
    BUNDLE,
    CATEGORIES,
    GLOSSARY,
    READERS,
    article_file,
    attachment_file,
)
from kbeditor.exchange.json_bundle.working import read_term
from kbeditor.exchange.shelf import MOST_ATTACHMENTS, MOST_BYTES
from kbeditor.exchange.strict_json import Node, loads

LARGEST_ARTICLE = 64 * 1024 * 1024  # bytes, with all its translations and revisions
LARGEST_LIST = 256 * 1024 * 1024
_FILES = frozenset({BUNDLE, CATEGORIES, GLOSSARY, READERS, ATTACHMENTS})
STEP_ARTICLES = "import_read"
STEP_ATTACHMENTS = "import_attachments"


class BundleImporter:
    """A JSON bundle, as a folder or a zip."""

    @property
    def id(self) -> str:
        """The stable word that names the format."""
        return "json"

    def recognises(self, source: Path) -> bool:
        """Whether there is a `bundle.json` in it."""
        if source.is_dir():
            return (source / BUNDLE).is_file()
        return source.is_file() and source.suffix.lower() == ".zip"

    def plan(
        self, source: Path, target: ImportTarget, options: ImportOptions, progress: Progress
    ) -> ImportPlan:
        """Read and check everything, change nothing. Raises BadFile with the file and the place.

        A bundle is a library of its own, with states and ids: it goes into an empty one only,
        and the options do not concern it.
        """
        if not target.empty:
            raise KbError(
                "library_not_empty",
                "A JSON bundle is a whole library and goes into an empty one only; make a new "
                "library and import {path} there.",
                path=str(source),
            )
        container = open_container(source)
        try:
            return _Planner(source, container, progress).plan()
        except BaseException:
            container.close()
            raise


@dataclass(slots=True)
class _Planner:
    source: Path
    container: Container
    progress: Progress
    texts: int = 0
    _ids: set[str] = field(default_factory=set)

    def plan(self) -> ImportPlan:
        head = decoding.head(loads(self._read(BUNDLE), BUNDLE))
        self._check_names()
        categories = self._categories(head)
        articles, digests, old_slugs = self._articles(head, categories)
        attachments = self._attachments(head)
        listed = [each for each, _ in categories]
        for _, translated in categories:
            old_slugs.extend(translated.old_slugs)
        counts = {
            "locales": len(head.locales),
            "categories": len(listed),
            "articles": len(articles),
            "texts": self.texts,
            "attachments": len(attachments),
        }
        return ImportPlan(
            importer="json",
            title=head.library.name,
            library=head.library,
            locales=head.locales,
            categories=tuple(listed),
            articles=tuple(articles),
            texts=partial(_texts, self.container, head, digests),
            text_count=self.texts,
            attachments=tuple(attachments),
            old_slugs=tuple(sorted(old_slugs, key=lambda old: old.retired_at)),
            counts=tuple(counts.items()),
            terms=self._terms(head),
            readers=self._readers({each.id for each in articles}),
        )

    def _check_names(self) -> None:
        """An article whose name is damaged must not be left out in silence."""
        for name in self.container.names():
            hidden = name.rpartition("/")[2].startswith(".") or name.startswith("__MACOSX/")
            known = name in _FILES or name.startswith((ARTICLES_FOLDER, ATTACHMENTS_FOLDER))
            if not hidden and not known:
                raise BadFile("unknown_file", name, "no file of this name belongs to a bundle")

    def _read(self, name: str) -> bytes:
        return self.container.read(name, LARGEST_LIST)

    def _categories(self, head: Head) -> list[tuple[NewCategory, Translated]]:
        """All categories, parents first."""
        read: dict[str, tuple[NewCategory, Translated]] = {}
        for node, translated in _read_categories(self.container, head):
            record = translated.record
            assert isinstance(record, NewCategory)
            if record.parent_id is not None and record.parent_id not in read:
                # Parents stand before their children, so there can be no circle either.
                node.fail("parent_id", "no category before this one has this id")
            self._take(node, record.id)
            self._check(node, head, translated)
            read[record.id] = record, translated
        return list(read.values())

    def _articles(
        self, head: Head, categories: list[tuple[NewCategory, Translated]]
    ) -> tuple[list[NewArticle], list[tuple[str, bytes]], list[OldSlug]]:
        parents = {None, *(category.id for category, _ in categories)}
        names = [name for name in self.container.names() if name.startswith(ARTICLES_FOLDER)]
        articles: list[NewArticle] = []
        digests: dict[str, tuple[str, bytes]] = {}
        old_slugs: list[OldSlug] = []
        for done, name in enumerate(names):
            self.progress.step(STEP_ARTICLES, done, len(names))
            node, translated, digest = _read_article(self.container, head, name)
            record = translated.record
            assert isinstance(record, NewArticle)
            if name != article_file(record.id):
                node.fail("id", "the file should be called {name}", name=article_file(record.id))
            if record.category_id not in parents:
                node.fail("category_id", "the bundle has no category of this id")
            self._take(node, record.id)
            self._check(node, head, translated)
            articles.append(record)
            digests[record.id] = name, digest
            old_slugs.extend(translated.old_slugs)
        articles.sort(key=lambda article: (article.category_id or "", article.position))
        return articles, [digests[article.id] for article in articles], old_slugs

    def _take(self, node: Node, new_id: str) -> None:
        if new_id in self._ids:
            node.fail("id", "this id stands in the bundle twice")
        self._ids.add(new_id)

    def _check(self, node: Node, head: Head, translated: Translated) -> None:
        """Ids are there once, and translations follow revisions of their own source."""
        self.texts += len(translated.texts)
        source = head.library.source_locale
        known = {
            revision.id
            for text in translated.texts
            if text.locale == source
            for revision in text.revisions
        }
        for place, text in enumerate(translated.texts):
            for new_id in (*(revision.id for revision in text.revisions), *_ids_of(text.work)):
                self._take(node, new_id)
            followed = [text.based_on, *(revision.based_on for revision in text.revisions)]
            for based_on in followed:
                if based_on is not None and (text.locale == source or based_on not in known):
                    where = f"translations[{place}].based_on"
                    node.fail(where, "this is no revision of the source text")

    def _terms(self, head: Head) -> tuple[KeptTerm, ...]:
        if head.version < 2:
            return ()
        node = loads(self._read(GLOSSARY), GLOSSARY)
        terms: list[KeptTerm] = []
        seen: set[tuple[str, str]] = set()
        for each in node.nodes("terms"):
            term = read_term(each)
            self._take(each, term.id)
            if (term.term, term.locale) in seen:
                each.fail("term", "this term stands there twice in its locale")
            seen.add((term.term, term.locale))
            terms.append(term)
        node.finish()
        return tuple(terms)

    def _readers(self, articles: set[str]) -> Readers:
        if READERS not in self.container.names():
            return Readers()
        return readers.decode(loads(self._read(READERS), READERS), articles)

    def _attachments(self, head: Head) -> list[NewAttachment]:
        node = loads(self._read(ATTACHMENTS), ATTACHMENTS)
        pictures = [decoding.picture(each) for each in node.nodes("attachments")]
        node.finish()
        if len(pictures) > MOST_ATTACHMENTS or sum(each.size for each in pictures) > MOST_BYTES:
            node.fail("attachments", "these are more than a library takes")
        ids = {each.id for each in pictures}
        locales = {locale.tag for locale in head.locales}
        hashes: set[str] = set()
        found: list[NewAttachment] = []
        for done, each in enumerate(pictures):
            self.progress.step(STEP_ATTACHMENTS, done, len(pictures))
            self._take(each.node, each.id)
            if each.sha256 in hashes:
                each.node.fail("sha256", "these bytes stand in the bundle twice")
            hashes.add(each.sha256)
            if not (set(each.alt) | set(each.variants)) <= locales:
                each.node.fail("alt", "a locale here is none of the bundle's")
            if not set(each.variants.values()) <= ids:
                each.node.fail("variants", "the bundle has no attachment of this id")
            found.append(self._attachment(each))
        return found

    def _attachment(self, each: Picture) -> NewAttachment:
        if each.file != attachment_file(each.id, each.name):
            each.node.fail("file", "this is not where the bytes of this id stand")
        data = _attachment_bytes(self.container, each.file, each.sha256)
        if len(data) != each.size:
            each.node.fail("size", "the file has {size} bytes", size=len(data))
        try:
            seen = media.examine(media.fitting(each.name, each.media_type), data)
        except media.NotTaken as reason:
            raise BadFile("not_taken", each.file, "{why}", why=str(reason)) from reason
        if seen.data != data or seen.media_type != each.media_type:
            raise BadFile("not_taken", each.file, "its bytes are not what its record says")
        return NewAttachment(
            id=each.id,
            sha256=each.sha256,
            name=seen.name,  # with an ending that fits, so that it is published as what it is
            media_type=each.media_type,
            size=each.size,
            width=each.width,
            height=each.height,
            read=partial(_attachment_bytes, self.container, each.file, each.sha256),
            alt=each.alt,
            variants=each.variants,
            created_at=each.created_at,
        )


def _ids_of(work: TextWork | None) -> Iterator[str]:
    if work is not None:
        yield from (block.id for block in work.blocks or ())
        for thread in work.threads:
            yield thread.id
            yield from (note.id for note in thread.notes)


def _attachment_bytes(container: Container, file: str, sha256: str) -> bytes:
    data = container.read(file, media.LARGEST_FILE)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise BadFile("damaged", file, "its bytes do not have the SHA-256 that its record says")
    return data


def _read_categories(container: Container, head: Head) -> Iterator[tuple[Node, Translated]]:
    node = loads(container.read(CATEGORIES, LARGEST_LIST), CATEGORIES)
    for each in node.nodes("categories"):
        yield each, decoding.category(each, head)
    node.finish()


def _read_article(container: Container, head: Head, name: str) -> tuple[Node, Translated, bytes]:
    data = container.read(name, LARGEST_ARTICLE)
    node = loads(data, name)
    translated = decoding.article(node, head)
    return node, translated, hashlib.blake2b(data, digest_size=16).digest()


def _texts(container: Container, head: Head, digests: list[tuple[str, bytes]]) -> Iterator[NewText]:
    """All texts, read again; the source's first within each category and article."""
    source = head.library.source_locale
    for _, translated in _read_categories(container, head):
        yield from sorted(translated.texts, key=lambda text: text.locale != source)
    for name, digest in digests:
        _, translated, now = _read_article(container, head, name)
        if now != digest:
            raise BadFile("changed_meanwhile", name, "the file was changed during the import")
        yield from sorted(translated.texts, key=lambda text: text.locale != source)
