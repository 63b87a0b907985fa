"""How texts are written, published and tied to their source; used by several services."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from kbeditor.domain.errors import KbError
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.limits import LONGEST_BODY, LONGEST_TITLE
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.states import Significance, State
from kbeditor.domain.words import count_words
from kbeditor.services.ids import new_id
from kbeditor.services.placing import address_scope
from kbeditor.services.slugs import free_slug, made_from
from kbeditor.storage import blocks, pieces, texts
from kbeditor.storage.texts import TextFacts
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.kept import reviewed


def _late(module: str) -> Any:
    # Imported when they are used: splitting and aligning take a sixth of the time to open.
    return import_module(f"kbeditor.storage.{module}")


def add_text(
    unit: Unit,
    ref: TextRef,
    source_locale: str,
    *,
    title: str,
    state: State,
    summary: str = "",
    keywords: Sequence[str] = (),
    body: str = "",
    extra: dict[str, object] | None = None,
) -> int:
    """Insert a text under a free address; a translation is based on today's source. Its id.

    Raises NotFound: no such owner or locale.
    """
    pieces.check_locale(unit.session, ref.locale)
    scope = address_scope(unit, ref.owner)
    slug = free_slug("", title, texts.slugs(unit.session, ref.locale, scope))
    text_id = texts.add(
        unit,
        ref,
        title=title,
        slug=slug,
        slug_scope=scope,
        state=int(state),
        summary=summary,
        keywords=list(keywords),
        body=body,
        extra=extra or {},
        content_hash=content_hash(title, summary, keywords, body),
        words=count_words(body),
    )
    if ref.locale != source_locale:
        follow_source(unit, texts.facts(unit.session, ref), source_locale)
    return text_id


def check_lengths(*, title: str | None = None, body: str | None = None) -> None:
    """Raise KbError `too_long` for what nothing can render or show."""
    if title is not None and len(title) > LONGEST_TITLE:
        raise KbError("too_long", "A title may have {most} characters at most.", most=LONGEST_TITLE)
    if body is not None and len(body) > LONGEST_BODY:
        raise KbError("too_long", "A text may have {most} characters at most.", most=LONGEST_BODY)


def rewrite(
    unit: Unit,
    known: TextFacts,
    *,
    title: str | None = None,
    summary: str | None = None,
    keywords: Sequence[str] | None = None,
    body: str | None = None,
) -> bool:
    """Give a text other words (None: as they are); whether any differ.

    A live one becomes a draft above its live version, and is live again once it says the same.
    """
    new_title = known.title if title is None else title
    new_summary = known.summary if summary is None else summary
    new_keywords = list(known.keywords if keywords is None else keywords)
    new_body = known.body if body is None else body
    new_hash = content_hash(new_title, new_summary, new_keywords, new_body)
    if new_hash == known.content_hash:
        return False
    texts.update(
        unit,
        known.id,
        title=new_title,
        summary=new_summary,
        keywords=new_keywords,
        body=new_body,
        content_hash=new_hash,
        words=known.words if body is None else count_words(new_body),
        state=int(_state_after(known, new_hash)),
        version=known.version + 1,
        edited_at=unit.now,
        edited_by=unit.who,
    )
    unit.session.flush()
    return True


def _state_after(known: TextFacts, new_hash: str) -> State:
    if known.state is State.PUBLISHED:
        return State.DRAFT
    # A draft that was based on another source meanwhile is more than its words.
    same_base = known.based_on_number == known.live_number
    back = known.state is State.DRAFT and new_hash == known.published_hash and same_base
    return State.PUBLISHED if back else known.state


def follow_title(unit: Unit, known: TextFacts, title: str | None) -> None:
    """Until a text was live, its address follows its title, unless somebody chose another."""
    if title is None or known.published_id is not None or not made_from(known.slug, known.title):
        return
    taken = texts.slugs(unit.session, known.ref.locale, known.slug_scope, but=known.id)
    texts.update(unit, known.id, slug=free_slug("", title, taken))
    unit.session.flush()


def follow_source(unit: Unit, text: TextFacts, source_locale: str) -> None:
    """Say that a translation matches its source: the published one, or the draft before that.

    Its blocks are current then, and orphans are the translation's own.
    """
    _late("following").follow_by_hand(unit.session, text.id, source_locale)


def publish(
    unit: Unit,
    ref: TextRef,
    source_locale: str,
    significance: Significance = Significance.UPDATE,
    note: str = "",
) -> None:
    """Make the working text the live one: a new revision, unless it says the same as the last.

    A change of the source that changes no block is minor, whatever it was called: there is nothing
    in it for translators.
    """
    text = texts.facts(unit.session, ref)
    if text.published_id is not None and text.published_hash == text.content_hash:
        texts.update(unit, text.id, state=int(State.PUBLISHED), live_number=text.based_on_number)
        _review_blocks(unit, text, source_locale)
        return
    number = texts.next_number(unit.session, text.id)
    revision_id = new_id()
    is_source = ref.locale == source_locale
    change = _late("republishing").change_of(unit.session, text) if is_source else None
    if change is not None and not change.touches_blocks:
        significance = Significance.MINOR
    texts.add_revision(
        unit,
        id=revision_id,
        text_id=text.id,
        number=number,
        kind="published",
        title=text.title,
        summary=text.summary,
        keywords=list(text.keywords),
        body=text.body,
        based_on=text.based_on,
        significance=int(significance),
        note=note,
        words=text.words,
        content_hash=text.content_hash,
    )
    values: dict[str, object] = {"live_number": text.based_on_number}
    if is_source:
        if significance > Significance.MINOR or change is None:
            values["changed_number"] = number
        if significance is Significance.IMPORTANT:
            values["important_number"] = number
    texts.update(
        unit,
        text.id,
        state=int(State.PUBLISHED),
        published_id=revision_id,
        published_hash=text.content_hash,
        published_words=text.words,
        **values,
    )
    unit.session.flush()
    if is_source:
        _adopt(unit, ref.owner, text.content_hash, revision_id, number, source_locale)
        if change is not None:
            _late("republishing").carry(unit, text, change, significance, note)
    else:
        _review_blocks(unit, text, source_locale)


def _review_blocks(unit: Unit, text: TextFacts, source_locale: str) -> None:
    """Who publishes a translation answers for what was translated in it."""
    if text.ref.locale == source_locale or not blocks.is_made(unit.session, text.id):
        return
    done = map(reviewed, blocks.of_text(unit.session, text.id))
    blocks.put(unit.session, text.id, list(done))


def _adopt(
    unit: Unit, owner: Ref, published_hash: str, revision_id: str, number: int, source_locale: str
) -> None:
    """Translations made from exactly this source, before it was published, are up to date."""
    for each in list(texts.of_owners(unit.session, [owner])):
        if each.ref.locale != source_locale and each.based_on_hash == published_hash:
            values: dict[str, object] = {"based_on": revision_id, "based_on_number": number}
            if each.published_id is not None and each.published_hash == each.content_hash:
                values["live_number"] = number
            texts.update(unit, each.id, **values)
