"""Which text a page shows: the locale's own or a fallback's, the published or the working one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Locale, Ref, TextHead
from kbeditor.domain.site import SiteOptions, StaleNotice
from kbeditor.domain.states import State

_PUBLIC = re.compile(r"https?://[^\s\"'<>?#\\]+", re.I)

Heads = Mapping[Ref, Mapping[str, TextHead]]


class Shown(NamedTuple):
    """The text that a page shows. `live`: its published revision, else the working text.

    `stale`: readers are told that the source changed after this translation. `content` names
    exactly these words: other words have another name.
    """

    text_id: int
    locale: str
    live: bool
    stale: bool
    content: str


def heads_by_owner(heads: Iterable[TextHead]) -> dict[Ref, dict[str, TextHead]]:
    """All heads, by owner and locale."""
    found: dict[Ref, dict[str, TextHead]] = {}
    for head in heads:
        found.setdefault(head.owner, {})[head.locale] = head
    return found


def chosen_locales(
    locales: Sequence[Locale], options: SiteOptions, source: str
) -> tuple[Locale, ...]:
    """The locales to export, the source first: those asked for, else the published ones.

    Raises KbError `unknown_locale` or `no_locale`.
    """
    known = {locale.tag: locale for locale in locales}
    for tag in options.locales or ():
        if tag not in known:
            raise KbError("unknown_locale", "This library has no locale “{locale}”.", locale=tag)
    if options.locales is None:
        chosen = [locale for locale in locales if locale.published]
    else:
        chosen = [locale for locale in locales if locale.tag in options.locales]
    if not chosen:
        raise KbError("no_locale", "Choose at least one locale to export.")
    return tuple(sorted(chosen, key=lambda locale: locale.tag != source))


def chains(locales: Sequence[Locale], source: str) -> dict[str, tuple[str, ...]]:
    """Where each locale looks for a text, in order: itself, its fallbacks, the source."""
    fallbacks = {locale.tag: locale.fallback for locale in locales}
    found: dict[str, tuple[str, ...]] = {}
    for tag in fallbacks:
        chain = [tag]
        following = fallbacks[tag]
        while following is not None and following in fallbacks and following not in chain:
            chain.append(following)
            following = fallbacks[following]
        if source not in chain:
            chain.append(source)
        found[tag] = tuple(chain)
    return found


def shown_text(
    head: TextHead | None, least: State, notice: StaleNotice = StaleNotice.IMPORTANT
) -> Shown | None:
    """How a text is shown when texts must be at least in the state `least`; None: not at all.

    A working text that is good enough stands before the published one that it will replace.
    """
    if head is None:
        return None
    ready = head.state >= max(least, State.DRAFT)
    if head.published is not None and (head.state is State.PUBLISHED or not ready):
        stale = _told(notice, head.live_outdated, head.live_stale)
        return Shown(head.id, head.locale, True, stale, head.published)
    if ready and head.state is not State.PUBLISHED:
        stale = _told(notice, head.outdated, head.outdated and head.important)
        return Shown(head.id, head.locale, False, stale, f"{head.id}.{head.version}")
    return None


def _told(notice: StaleNotice, outdated: bool, important: bool) -> bool:
    if notice is StaleNotice.ALWAYS:
        return outdated
    return important and notice is StaleNotice.IMPORTANT


def first_shown(
    heads: Mapping[str, TextHead],
    chain: Sequence[str],
    least: State,
    notice: StaleNotice = StaleNotice.IMPORTANT,
) -> Shown | None:
    """The first text along the chain that may be shown."""
    for tag in chain:
        shown = shown_text(heads.get(tag), least, notice)
        if shown is not None:
            return shown
    return None


def public_base(address: str) -> str:
    """The site's public address without a slash at its end; "" when none was given.

    Raises KbError `bad_base_url`.
    """
    base = address.strip().rstrip("/")
    if base and not _PUBLIC.fullmatch(base):
        raise KbError(
            "bad_base_url",
            "“{address}” is not a public address. It begins with https:// or http://.",
            address=address,
        )
    return base
