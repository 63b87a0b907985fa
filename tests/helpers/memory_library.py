"""A library in memory: real records behind the protocol that exporters read, easy to fill."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from kbeditor.domain.exchange import RenderMany
from kbeditor.domain.people import Person
from kbeditor.domain.readers import Readers
from kbeditor.domain.records import (
    Article,
    Attachment,
    Category,
    Kind,
    Library,
    Locale,
    OldSlug,
    Ref,
    Revision,
    Text,
    TextHead,
)
from kbeditor.domain.rendered import RenderContext, Rendered
from kbeditor.domain.site import ReleasedAddress, StaleNotice
from kbeditor.domain.source import Page
from kbeditor.domain.states import State
from kbeditor.domain.work import KeptTerm, TextWork
from kbeditor.rendering.pipeline import Renderer

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
NAMES = {"en": "English", "fr": "Français", "ar": "العربية", "de": "Deutsch", "ja": "日本語"}


@dataclass(frozen=True, slots=True)
class Words:
    """One text of the library: what it says, and how far it is."""

    title: str
    body: str = ""
    slug: str = ""
    summary: str = ""
    keywords: tuple[str, ...] = ()
    state: State = State.PUBLISHED
    live: str | None = None  # title of the published version where a draft stands above it
    important: bool = False  # the source changed in an important way since
    outdated: bool = False  # the source changed more than in a minor way since


@dataclass
class MemoryLibrary:
    """Implements `LibrarySource`. Fill it with `category`, `article` and `attachment`."""

    name: str = "Lumenne Help"
    source: str = "en"
    tags: tuple[str, ...] = ("en", "fr")
    rendered: bool = True  # published texts come with their HTML
    fallbacks: Mapping[str, str] = field(default_factory=dict)
    unpublished: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._categories: list[Category] = []
        self._articles: list[Article] = []
        self._texts: list[Text] = []
        self._live: dict[int, str] = {}
        self._attachments: dict[str, tuple[Attachment, bytes]] = {}
        self._old: list[OldSlug] = []
        self.released: list[ReleasedAddress] = []
        self._renderer = Renderer()
        self._stored = cache(
            lambda body, locale: self._renderer.render(body, RenderContext(locale))
        )

    # ------------------------------------------------------------------------------- filling

    def category(
        self,
        id_: str,
        parent: str | None = None,
        /,
        *,
        labels: tuple[str, ...] = (),
        **words: Words,
    ) -> None:
        """Add a category with its texts by locale; nested ones name their parent."""
        position = len(self._categories)
        self._categories.append(Category(id_, parent, position, labels, NOW, NOW, None, {}))
        self._add_texts(Ref(Kind.CATEGORY, id_), words)

    def article(
        self,
        id_: str,
        category: str | None = None,
        /,
        *,
        promoted: bool = False,
        labels: tuple[str, ...] = (),
        **words: Words,
    ) -> None:
        """Add an article with its texts by locale."""
        position = len(self._articles)
        self._articles.append(
            Article(id_, category, position, labels, promoted, "", None, NOW, NOW, None, {})
        )
        self._add_texts(Ref(Kind.ARTICLE, id_), words)

    def attachment(
        self,
        id_: str,
        name: str,
        data: bytes,
        media_type: str = "image/png",
        size: tuple[int, int] | None = None,
        alt: dict[str, str] | None = None,
        variants: dict[str, str] | None = None,
    ) -> None:
        """Add an attachment."""
        digest = hashlib.sha256(data).hexdigest()
        width, height = size or (None, None)
        record = Attachment(
            id_, digest, name, media_type, len(data), width, height, alt or {}, variants or {}, NOW
        )
        self._attachments[id_] = (record, data)

    def old_slug(self, ref: Ref, locale: str, parent: str | None, slug: str) -> None:
        """Note an address that something once had."""
        self._old.append(OldSlug(ref, locale, parent, slug, NOW))

    def change(self, owner: str, locale: str, **changes: Any) -> None:
        """Change fields of one text."""
        for place, text in enumerate(self._texts):
            if text.owner.id == owner and text.locale == locale:
                self._texts[place] = replace(text, **changes)

    def publish(self, owner: str, locale: str, **changes: Any) -> None:
        """Change fields of one text and publish it: it has a new revision then."""
        text = next(each for each in self._texts if (each.owner.id, each.locale) == (owner, locale))
        version = text.version + 1
        revision = f"revision-{text.id}-{version}"
        changes = {"state": State.PUBLISHED, "published": revision, "version": version, **changes}
        self.change(owner, locale, **changes)
        self._live[text.id] = changes.get("title", text.title)

    def remove(self, id_: str) -> None:
        """Put an article or an empty category into the trash."""
        self._articles = [each for each in self._articles if each.id != id_]
        self._categories = [each for each in self._categories if each.id != id_]

    def move(self, article: str, category: str | None) -> None:
        """Move an article to the end of a category."""
        moved = next(each for each in self._articles if each.id == article)
        self.remove(article)
        position = 1 + max((each.position for each in self._articles), default=0)
        self._articles.append(replace(moved, category_id=category, position=position))

    def _add_texts(self, ref: Ref, words: Mapping[str, Words]) -> None:
        for locale, each in words.items():
            number = len(self._texts) + 1
            live = each.live is not None or each.state is State.PUBLISHED
            self._live[number] = each.live or each.title
            self._texts.append(
                Text(
                    id=number,
                    owner=ref,
                    locale=locale,
                    title=each.title,
                    slug=each.slug,
                    state=each.state,
                    published=f"revision-{number}" if live else None,
                    based_on=None,
                    outdated=each.important or each.outdated,
                    important=each.important,
                    live_stale=live and each.important,
                    live_outdated=live and (each.important or each.outdated),
                    words=len(each.body.split()),
                    version=1,
                    edited_at=NOW,
                    edited_by="",
                    summary=each.summary,
                    keywords=each.keywords,
                    body=each.body,
                    extra={},
                )
            )

    # ------------------------------------------------------------------------------- reading

    def library(self) -> Library:
        """The library's own record."""
        return Library("library-1", self.name, self.source, 1, NOW)

    def settings(self) -> Mapping[str, object]:
        """No settings."""
        return {}

    def state(self) -> str:
        """All that was filled in."""
        files = [record for record, _ in self._attachments.values()]
        content = (self.name, self.source, self.locales(), self._categories, self._articles)
        return repr((content, self._texts, self._live, files, self._old, self.released))

    def outline(self, notice: StaleNotice) -> str:
        """All but what the texts say; as the stored library has it, only what readers are told."""
        files = [record for record, _ in self._attachments.values()]
        texts = [
            (
                *(each.id, each.owner, each.locale, each.title, each.slug, each.state),
                self._live.get(each.id) if each.published else None,
                notice is StaleNotice.ALWAYS and (each.outdated, each.live_outdated),
                notice is StaleNotice.IMPORTANT
                and (each.outdated and each.important, each.live_stale),
            )
            for each in self._texts
        ]
        content = (self.name, self.source, self.locales(), self._categories, self._articles)
        return repr((content, texts, files, self._old, self.released, list(self.links())))

    def wordings(self) -> Mapping[int, tuple[str | None, int]]:
        """By the texts' ids."""
        return {each.id: (each.published, each.version) for each in self._texts}

    def ids(self) -> tuple[str, ...]:
        """As they were added, in their order."""
        articles = [each.id for each in self._articles]
        return tuple(sorted([*articles, *(each.id for each in self._categories)]))

    def locales(self) -> tuple[Locale, ...]:
        """The locales by `tags`."""
        return tuple(
            Locale(
                tag,
                NAMES.get(tag, tag),
                "rtl" if tag == "ar" else "ltr",
                place,
                self.fallbacks.get(tag),
                tag not in self.unpublished,
            )
            for place, tag in enumerate(self.tags)
        )

    def categories(self) -> tuple[Category, ...]:
        """As they were added."""
        return tuple(self._categories)

    def articles(self) -> Iterator[Article]:
        """As they were added."""
        return iter(self._articles)

    def heads(self) -> Iterator[TextHead]:
        """All texts (a text is a head)."""
        return iter(self._texts)

    def texts(self) -> Iterator[Text]:
        """All texts."""
        return iter(self._texts)

    def pages(self, wanted: Iterable[tuple[int, bool]]) -> Iterator[tuple[int, Page]]:
        """Published or working content; HTML only for published texts."""
        for text_id, live in wanted:
            text = self._texts[text_id - 1]
            stored = self._stored(text.body, text.locale) if live and self.rendered else None
            yield (
                text_id,
                Page(
                    owner=text.owner,
                    locale=text.locale,
                    title=self._live[text_id] if live else text.title,
                    summary=text.summary,
                    keywords=text.keywords,
                    body=text.body,
                    revision=text.published if live else None,
                    updated_at=text.edited_at.isoformat(),
                    rendered=stored,
                ),
            )

    def links(self) -> Iterable[tuple[int, str]]:
        """As the bodies have them."""
        for text in self._texts:
            for target in sorted(set(re.findall(r"kb:([A-Za-z0-9-]+)", text.body))):
                yield text.id, target

    def revisions(self, text_id: int) -> tuple[Revision, ...]:
        """None are kept."""
        return ()

    def work(self, text_id: int) -> TextWork:
        """None is kept."""
        return TextWork()

    def people(self) -> tuple[Person, ...]:
        """Nobody is listed."""
        return ()

    def terms(self) -> tuple[KeptTerm, ...]:
        """No glossary."""
        return ()

    def readers(self) -> Readers:
        """Nobody said anything."""
        return Readers()

    def attachments(self) -> Iterator[Attachment]:
        """By id."""
        return (self._attachments[each][0] for each in sorted(self._attachments))

    def attachment_bytes(self, attachment_id: str) -> bytes:
        """The bytes that were added."""
        return self._attachments[attachment_id][1]

    def old_slugs(self) -> Iterator[OldSlug]:
        """As they were added."""
        return iter(self._old)

    def released_addresses(self, profile: str) -> Iterator[ReleasedAddress]:
        """As they were put into `released`, for every profile."""
        return iter(self.released)

    def render_many(self) -> RenderMany:
        """The renderer, in this process."""

        def render(
            texts: Iterable[tuple[Any, str, RenderContext]],
        ) -> Iterator[tuple[Any, Rendered]]:
            for key, text, context in texts:
                yield key, self._renderer.render(text, context)

        return render
