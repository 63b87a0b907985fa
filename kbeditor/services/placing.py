"""Finds positions among siblings, and keeps addresses unique where things are put."""

from collections.abc import Sequence

from kbeditor.domain.errors import NotFound
from kbeditor.domain.ordering import GAP, spread
from kbeditor.domain.records import Kind, Ref
from kbeditor.services.slugs import free_slug
from kbeditor.storage import nodes, pieces, texts
from kbeditor.storage.chunks import chunked
from kbeditor.storage.unit_of_work import Unit


def positions(
    unit: Unit, kind: Kind, parent_id: str | None, before: str | None, moving: Sequence[str]
) -> list[int]:
    """A position for each of `moving` before a sibling (None: at the end).

    Siblings are renumbered when no gap is left. Raises NotFound when `before` is no sibling.
    """
    siblings = nodes.siblings(unit.session, kind, parent_id)
    place = next((i for i, each in enumerate(siblings) if each[0] == before), None)
    if before is not None and place is None:
        raise NotFound(kind.value, before)
    others = [each for each in siblings if each[0] not in moving]
    index = sum(each[0] not in moving for each in siblings[:place])
    previous = others[index - 1][1] if index > 0 else None
    following = others[index][1] if index < len(others) else None
    found = spread(previous, following, len(moving))
    if found is not None:
        return found
    for place, (sibling, _) in enumerate(others):
        shift = place if place < index else place + len(moving)
        nodes.update(unit, [Ref(kind, sibling)], position=GAP * (shift + 1))
    return [GAP * (index + i + 1) for i in range(len(moving))]


def address_scope(unit: Unit, ref: Ref) -> str:
    """Among which addresses something's own are unique: its parent's, or in the trash none's."""
    if nodes.is_trashed(unit.session, ref):
        return TRASH + ref.id
    return nodes.parent_of(unit.session, ref) or ""


def move_addresses(unit: Unit, refs: Sequence[Ref]) -> None:
    """Put the texts of `refs` where these stand now, renaming only where a slug is taken."""
    for some in chunked(refs):
        # While somebody holds the rows, none of them is read again.
        held = nodes.rows(unit.session, some), texts.rows(unit.session, some)
        order = {ref: place for place, ref in enumerate(some)}  # who comes first has the choice
        moving = [
            (each, scope)
            for each in sorted(
                texts.of_owners(unit.session, some), key=lambda text: order[text.ref.owner]
            )
            if (scope := address_scope(unit, each.ref.owner)) != each.slug_scope
        ]
        taken = texts.slugs_taken(
            unit.session, {scope for _, scope in moving}, {each.slug for each, _ in moving}
        )
        for each, scope in moving:
            slug, locale = each.slug, each.ref.locale
            if (locale, scope, slug) in taken:
                unit.session.flush()
                others = texts.slugs(unit.session, locale, scope, but=each.id)
                slug = free_slug(slug, each.title, others)
            taken.add((locale, scope, slug))
            texts.update(unit, each.id, slug_scope=scope, slug=slug)
        remember_addresses(unit, [each for each, _ in moving])
        unit.session.flush()
        del held


def remember_addresses(unit: Unit, leaving: Sequence[texts.TextFacts]) -> None:
    """Keep the addresses that live texts leave, for redirects."""
    pieces.add_old_slugs(
        unit,
        [
            {
                "article_id": each.ref.owner.id if each.ref.owner.kind is Kind.ARTICLE else None,
                "category_id": each.ref.owner.id if each.ref.owner.kind is Kind.CATEGORY else None,
                "locale": each.ref.locale,
                "parent_id": each.slug_scope or None,
                "slug": each.slug,
            }
            for each in leaving
            if each.published_id is not None and not each.slug_scope.startswith(TRASH)
        ],
    )


TRASH = "trash:"
"""Begins the slug scope of what lies in the trash: its addresses are free for others."""
