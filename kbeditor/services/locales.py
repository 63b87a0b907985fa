"""The library's locales: adding, removing, ordering them."""

from collections.abc import Mapping
from dataclasses import replace

from babel import Locale as BabelLocale
from babel import UnknownLocaleError
from langcodes import standardize_tag, tag_is_valid

from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.records import Locale
from kbeditor.services.base import Service
from kbeditor.storage import pieces, texts

_KEEP = "\0"
_MOST = 60  # the tree joins one text per locale, and SQLite joins 64 tables at most


def describe(tag: str, position: int) -> Locale:
    """A new locale from its tag: native name and direction from CLDR.

    Raises KbError `bad_locale` for what is no BCP 47 tag of a known language.
    """
    try:
        normal = standardize_tag(tag.strip())
    except ValueError as error:
        raise KbError(
            "bad_locale", "“{tag}” is not a language tag such as fr or pt-BR.", tag=tag
        ) from error
    if not normal or normal.lower().startswith("x-") or not tag_is_valid(normal):
        raise KbError("bad_locale", "“{tag}” is not a language tag such as fr or pt-BR.", tag=tag)
    try:
        known = BabelLocale.parse(normal, sep="-")
    except (UnknownLocaleError, ValueError):
        known = None
    name = (known.get_display_name(known) if known else None) or normal
    direction = "rtl" if known is not None and known.text_direction == "rtl" else "ltr"
    return Locale(normal, name[:1].upper() + name[1:], direction, position)


class Locales(Service):
    """Use cases of locales."""

    def list(self) -> tuple[Locale, ...]:
        """All locales, in order."""
        with self._store.reading() as session:
            return pieces.locales(session)

    def add(self, tag: str, fallback: str | None = None) -> Outcome[Locale]:
        """Add a locale at the end. Raises KbError `bad_locale`, `exists`, `too_many_locales`."""
        named = describe(tag, 0)
        with self._store.writing(Act("locale.add", {"title": named.name})) as unit:
            known = pieces.locales(unit.session)
            if len(known) >= _MOST:
                raise KbError(
                    "too_many_locales", "A library can have {most} languages.", most=_MOST
                )
            if any(each.tag == named.tag for each in known):
                raise KbError("exists", "The library has {name} already.", name=named.name)
            if fallback is not None and fallback not in {each.tag for each in known}:
                raise NotFound("locale", fallback)
            last = max((each.position for each in known), default=0)
            locale = replace(named, position=last + 1)
            pieces.add_locale(unit, locale)
            if fallback:
                pieces.update_locale(unit, locale.tag, fallback=fallback)
        return Outcome(locale, unit.changes)

    def remove(self, tag: str) -> Outcome[int]:
        """Remove a locale with its texts; how many those were. Raises KbError `source_needed`."""
        if tag == self._source:
            raise KbError("source_needed", "The source language cannot be removed.")
        with self._store.writing(Act("locale.remove", {"title": tag})) as unit:
            doomed = texts.ids_in(unit.session, tag)
            texts.delete(unit, doomed)
            for each in pieces.locales(unit.session):
                if each.fallback == tag:
                    pieces.update_locale(unit, each.tag, fallback=None)
            pieces.remove_locale(unit, tag)
        return Outcome(len(doomed), unit.changes)

    def update(
        self, tag: str, *, fallback: str | None = _KEEP, published: bool | None = None
    ) -> Outcome[None]:
        """Set the fallback (None: the source) or whether readers see the locale at all.

        Raises NotFound, KbError `fallback_circle`.
        """
        values: dict[str, object] = {}
        if published is not None:
            values["published"] = published
        with self._store.writing(Act("locale.update", {"title": tag})) as unit:
            if fallback != _KEEP:
                known = {each.tag: each.fallback for each in pieces.locales(unit.session)}
                _check_fallback(tag, fallback, known)
                values["fallback"] = fallback
            pieces.update_locale(unit, tag, **values)
        return Outcome(None, unit.changes)

    def move(self, tag: str, before: str | None) -> Outcome[None]:
        """Put a locale before another (None: at the end)."""
        with self._store.writing(Act("locale.move", {"title": tag})) as unit:
            order = [each.tag for each in pieces.locales(unit.session) if each.tag != tag]
            order.insert(order.index(before) if before in order else len(order), tag)
            for position, each in enumerate(order, 1):
                pieces.update_locale(unit, each, position=position)
        return Outcome(None, unit.changes)


def _check_fallback(tag: str, fallback: str | None, known: Mapping[str, str | None]) -> None:
    if fallback is not None and fallback not in known:
        raise NotFound("locale", fallback)
    chain = {**known, tag: fallback}
    seen, step = {tag}, fallback
    while step is not None:
        if step in seen:
            raise KbError("fallback_circle", "These fallbacks would lead back to {tag}.", tag=tag)
        seen.add(step)
        step = chain.get(step)
