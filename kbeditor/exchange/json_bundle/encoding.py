"""Records of a library as the JSON of a bundle; field names as in the Zendesk Help Center API."""

import json
from collections.abc import Mapping, Sequence

from kbeditor.domain.people import Person
from kbeditor.domain.records import (
    Article,
    Attachment,
    Category,
    Library,
    Locale,
    OldSlug,
    Revision,
    Text,
)
from kbeditor.domain.work import TextWork
from kbeditor.exchange.json_bundle.layout import FORMAT, VERSION, attachment_file
from kbeditor.exchange.json_bundle.values import Json, time
from kbeditor.exchange.json_bundle.working_encoded import work_of


def to_bytes(value: Json) -> bytes:
    """A file of a bundle: two spaces deep, keys in the order given, a line end at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def bundle(
    library: Library,
    locales: Sequence[Locale],
    settings: Mapping[str, object],
    people: Sequence[Person],
    scope: Json,
) -> Json:
    """The library itself."""
    known = {locale.tag for locale in locales}
    return {
        "format": FORMAT,
        "version": VERSION,
        "scope": scope,
        "library": {
            "id": library.id,
            "name": library.name,
            "source_locale": library.source_locale,
            "created_at": time(library.created_at),
        },
        "locales": [
            {
                "locale": locale.tag,
                "name": locale.name,
                "direction": locale.direction,
                "fallback": locale.fallback if locale.fallback in known else None,
                "published": locale.published,
            }
            for locale in locales
        ],
        "settings": dict(sorted(settings.items())),
        **({"people": list(map(_person, people))} if people else {}),
    }


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "locales": list(person.locales),
    }


def category(record: Category, position: int, translations: Sequence[Json]) -> Json:
    """A category with its translations."""
    return {
        "id": record.id,
        "parent_id": record.parent_id,
        "position": position,
        "label_names": list(record.labels),
        "created_at": time(record.created_at),
        "updated_at": time(record.updated_at),
        "extra": record.extra,
        "translations": list(translations),
    }


def article(
    record: Article, source_locale: str, position: int, translations: Sequence[Json]
) -> Json:
    """An article with its translations."""
    return {
        "id": record.id,
        "category_id": record.category_id,
        "source_locale": source_locale,
        "position": position,
        "label_names": list(record.labels),
        "promoted": record.promoted,
        "owner": record.owner,
        "review_by": record.review_by.isoformat() if record.review_by else None,
        "created_at": time(record.created_at),
        "updated_at": time(record.updated_at),
        "extra": record.extra,
        "translations": list(translations),
    }


def translation(
    text: Text, revisions: Sequence[Revision], old_slugs: Sequence[OldSlug], work: TextWork
) -> Json:
    """A text in one locale. `draft`, `outdated` are for readers: they follow from the rest."""
    return {
        "locale": text.locale,
        "title": text.title,
        "slug": text.slug,
        "summary": text.summary,
        "keywords": list(text.keywords),
        "body": text.body,
        "state": text.state.code,
        "draft": text.published is None,
        "outdated": text.outdated,
        "published_revision": text.published,
        "based_on": text.based_on,
        "edited_at": time(text.edited_at),
        "edited_by": text.edited_by,
        "extra": text.extra,
        "old_slugs": [
            {"parent_id": old.parent_id, "slug": old.slug, "retired_at": time(old.retired_at)}
            for old in sorted(old_slugs, key=lambda old: old.retired_at)
        ],
        "revisions": [_revision(revision, text) for revision in revisions],
        **work_of(work),
    }


def _revision(revision: Revision, text: Text) -> Json:
    content = {
        "title": revision.title,
        "summary": revision.summary,
        "keywords": list(revision.keywords),
        "body": revision.body,
    }
    working = {
        "title": text.title,
        "summary": text.summary,
        "keywords": list(text.keywords),
        "body": text.body,
    }
    return {
        "id": revision.id,
        "number": revision.number,
        "kind": revision.kind,
        # Most texts are published as they are: their words need not stand there twice.
        **({} if content == working else {"content": content}),
        "based_on": revision.based_on,
        "significance": revision.significance.code,
        "note": revision.note,
        "author": revision.author,
        **({"author_role": revision.role} if revision.role else {}),
        **({"name": revision.name} if revision.name else {}),
        "created_at": time(revision.created_at),
    }


def attachment(record: Attachment) -> Json:
    """An attachment without its bytes."""
    return {
        "id": record.id,
        "file": attachment_file(record.id, record.name),
        "file_name": record.name,
        "content_type": record.media_type,
        "size": record.size,
        "sha256": record.sha256,
        "width": record.width,
        "height": record.height,
        "alt": dict(sorted(record.alt.items())),
        "variants": dict(sorted(record.variants.items())),
        "created_at": time(record.created_at),
    }
