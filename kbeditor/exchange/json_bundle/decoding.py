"""The JSON of a bundle as what an import plan holds; the shape is checked on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import langcodes

from kbeditor.domain.exchange import (
    NewArticle,
    NewCategory,
    NewLibrary,
    NewLocale,
    NewRevision,
    NewText,
)
from kbeditor.domain.limits import LONGEST_BODY, LONGEST_NAME, LONGEST_TITLE
from kbeditor.domain.people import ROLES, Person, name_key
from kbeditor.domain.records import Kind, OldSlug, Ref
from kbeditor.domain.states import Significance, State
from kbeditor.exchange.bad_file import BadFile
from kbeditor.exchange.json_bundle.layout import BUNDLE, FORMAT, VERSION
from kbeditor.exchange.json_bundle.working import read_work
from kbeditor.exchange.strict_json import Node

STATES = tuple(state.code for state in State if state is not State.MISSING)
SIGNIFICANCES = {each.code: each for each in Significance}
KINDS = ("published", "checkpoint")


@dataclass(frozen=True, slots=True)
class Head:
    """What `bundle.json` says."""

    library: NewLibrary
    locales: tuple[NewLocale, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Translated:
    """A category or article with its texts, and the addresses that those once had."""

    record: NewCategory | NewArticle
    texts: tuple[NewText, ...]
    old_slugs: tuple[OldSlug, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """An attachment's record; `file` is where its bytes stand in the bundle."""

    node: Node
    file: str
    id: str
    name: str
    media_type: str
    size: int
    sha256: str
    width: int | None
    height: int | None
    alt: dict[str, str]
    variants: dict[str, str]
    created_at: Any


def head(node: Node) -> Head:
    """Read `bundle.json`. A bundle of a newer program is refused."""
    if not node.has("format") or node.value["format"] != FORMAT:
        raise BadFile("not_a_bundle", BUNDLE, "this is not a kbeditor bundle")
    node.text("format")
    version = node.integer("version", 1)
    if version > VERSION:
        raise BadFile(
            "newer_bundle",
            BUNDLE,
            "this bundle has version {version}, written by a newer kbeditor; this one reads "
            "version {known}",
            version=version,
            known=VERSION,
        )
    _scope(node.node("scope"))
    locales = tuple(_locale(each) for each in node.nodes("locales"))
    tags = [locale.tag for locale in locales]
    if len(set(tags)) != len(tags):
        node.fail("locales", "a locale stands there twice")
    for place, locale in enumerate(locales):
        if locale.fallback is not None and locale.fallback not in tags:
            node.fail(f"locales[{place}].fallback", "this is none of the bundle's locales")
    inner = node.node("library")
    source = inner.text("source_locale")
    if source not in tags:
        inner.fail("source_locale", "this is none of the bundle's locales")
    library = NewLibrary(
        inner.uuid("id"),
        inner.text("name"),
        source,
        inner.time("created_at"),
        node.free("settings"),
        tuple(_people(node)),
    )
    inner.finish()
    node.finish()
    return Head(library, locales, version)


def _people(node: Node) -> Iterator[Person]:
    names: set[str] = set()
    for each in node.nodes("people") if node.has("people") else ():
        name = each.text("name", LONGEST_NAME)
        if not name.strip() or name_key(name) in names:
            each.fail("name", "this is empty, or stands there twice")
        names.add(name_key(name))
        yield Person(each.uuid("id"), name, each.one_of("role", ROLES), each.texts("locales"))
        each.finish()


def category(node: Node, head: Head) -> Translated:
    """Read one category."""
    record = NewCategory(
        id=node.uuid("id"),
        parent_id=node.optional_uuid("parent_id"),
        position=node.integer("position"),
        labels=node.texts("label_names"),
        extra=node.free("extra"),
        created_at=node.time("created_at"),
        updated_at=node.time("updated_at"),
    )
    return _translated(node, record, Ref(Kind.CATEGORY, record.id), head)


def article(node: Node, head: Head) -> Translated:
    """Read one article."""
    if node.text("source_locale") != head.library.source_locale:
        node.fail("source_locale", "this is not the bundle's source locale")
    record = NewArticle(
        id=node.uuid("id"),
        category_id=node.optional_uuid("category_id"),
        position=node.integer("position"),
        labels=node.texts("label_names"),
        promoted=node.flag("promoted"),
        owner=node.text("owner"),
        review_by=node.optional_date("review_by"),
        extra=node.free("extra"),
        created_at=node.time("created_at"),
        updated_at=node.time("updated_at"),
    )
    return _translated(node, record, Ref(Kind.ARTICLE, record.id), head)


def picture(node: Node) -> Picture:
    """Read one attachment's record."""
    read = Picture(
        node=node,
        file=node.text("file"),
        id=node.uuid("id"),
        name=node.text("file_name"),
        media_type=node.text("content_type"),
        size=node.integer("size"),
        sha256=node.text("sha256"),
        width=node.optional_integer("width", 1),
        height=node.optional_integer("height", 1),
        alt=node.words_by_key("alt"),
        variants=node.words_by_key("variants"),
        created_at=node.time("created_at"),
    )
    node.finish()
    return read


def _scope(node: Node) -> None:
    """What part of a library this is; the import takes it as it comes."""
    if not node.flag("whole"):
        node.texts("locales")
        node.one_of("least_state", STATES)
    node.finish()


def _locale(node: Node) -> NewLocale:
    tag = node.text("locale")
    if not _is_tag(tag):
        node.fail("locale", "this is not a BCP 47 language tag")
    locale = NewLocale(
        tag,
        node.text("name"),
        node.one_of("direction", ("ltr", "rtl")),
        node.optional_text("fallback"),
        node.flag("published"),
    )
    node.finish()
    return locale


def _is_tag(tag: str) -> bool:
    try:
        return bool(langcodes.tag_is_valid(tag))
    except ValueError:
        return False


def _translated(node: Node, record: NewCategory | NewArticle, owner: Ref, head: Head) -> Translated:
    locales = {locale.tag for locale in head.locales}
    texts: list[NewText] = []
    old_slugs: list[OldSlug] = []
    for each in node.nodes("translations"):
        text = _text(each, owner, head.version)
        if text.locale not in locales:
            each.fail("locale", "this is none of the bundle's locales")
        if any(other.locale == text.locale for other in texts):
            each.fail("locale", "this article or category has two texts in this locale")
        for old in each.nodes("old_slugs"):
            old_slugs.append(
                OldSlug(
                    owner,
                    text.locale,
                    old.optional_uuid("parent_id"),
                    old.text("slug"),
                    old.time("retired_at"),
                )
            )
            old.finish()
        each.finish()
        texts.append(text)
    node.finish()
    return Translated(record, tuple(texts), tuple(old_slugs))


def _text(node: Node, owner: Ref, version: int) -> NewText:
    content = _content(node)
    revisions = tuple(_revision(each, content) for each in node.nodes("revisions"))
    numbers = [revision.number for revision in revisions]
    if numbers != sorted(set(numbers)):
        node.fail("revisions", "their numbers do not rise")
    published = node.optional_uuid("published_revision")
    live = [each.id for each in revisions if each.kind == "published"]
    if published is not None and published not in live:
        node.fail("published_revision", "this is none of the text's published revisions")
    if node.flag("draft") != (published is None):
        node.fail("draft", "this does not fit published_revision")
    state = State.from_code(node.one_of("state", STATES))
    if state is State.PUBLISHED and published is None:
        node.fail("state", "the text is called published but has no published revision")
    node.flag("outdated")  # computed anew from based_on
    return NewText(
        owner=owner,
        locale=node.text("locale"),
        **content,
        slug=node.text("slug"),
        state=state,
        published=published,
        based_on=node.optional_uuid("based_on"),
        revisions=revisions,
        extra=node.free("extra"),
        edited_at=node.time("edited_at"),
        edited_by=node.text("edited_by"),
        work=read_work(node) if version >= 2 else None,
    )


def _revision(node: Node, working: dict[str, Any]) -> NewRevision:
    content = working
    if node.has("content"):
        inner = node.node("content")
        content = _content(inner)
        inner.finish()
    revision = NewRevision(
        id=node.uuid("id"),
        number=node.integer("number", 1),
        kind=node.one_of("kind", KINDS),
        **content,
        based_on=node.optional_uuid("based_on"),
        significance=SIGNIFICANCES[node.one_of("significance", tuple(SIGNIFICANCES))],
        note=node.text("note"),
        author=node.text("author"),
        role=node.one_of("author_role", ROLES) if node.has("author_role") else "",
        name=node.text("name", LONGEST_TITLE) if node.has("name") else "",
        created_at=node.time("created_at"),
    )
    node.finish()
    return revision


def _content(node: Node) -> dict[str, Any]:
    return {
        "title": node.text("title", LONGEST_TITLE),
        "summary": node.text("summary"),
        "keywords": node.texts("keywords"),
        "body": node.text("body", LONGEST_BODY),
    }
