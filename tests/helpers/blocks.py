"""An article that is live in English and French, and what its blocks say."""

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockPair, Freshness
from kbeditor.domain.records import Ref, TextRef
from tests.helpers.library import article, publish, text_of, write

ENGLISH = """# Find it

Open the page about your orders.

- Select the order.
- Read where the parcel is.

Call us when it is late."""

FRENCH = """# Le trouver

Ouvrez la page de vos commandes.

- Sélectionnez la commande.
- Lisez où est le colis.

Appelez-nous en cas de retard."""


@pytest.fixture
def where(ws: Workspace) -> Ref:
    """An article, live in English and French."""
    ref = article(ws, "Where is it?", ENGLISH)
    write(ws, ref, FRENCH, "fr", title="Où est-ce ?")
    publish(ws, ref, "fr")
    return ref


def fr(ref: Ref) -> TextRef:
    """Its French text."""
    return TextRef(ref, "fr")


def pairs(ws: Workspace, ref: Ref) -> tuple[BlockPair, ...]:
    """The pairs of its French text."""
    return ws.blocks.pairs(fr(ref))


def pair(ws: Workspace, ref: Ref, words: str) -> BlockPair:
    """The one whose source or target begins with these words."""
    [found] = [
        each
        for each in pairs(ws, ref)
        if (each.source or "").startswith(words) or (each.target or "").startswith(words)
    ]
    return found


def standing(ws: Workspace, ref: Ref) -> dict[Freshness, list[str]]:
    """What is not current: sources, or an orphan's target."""
    found: dict[Freshness, list[str]] = {}
    for each in pairs(ws, ref):
        if each.freshness is not Freshness.CURRENT:
            found.setdefault(each.freshness, []).append(each.source or each.target or "")
    return found


def edit(ws: Workspace, ref: Ref, old: str, new: str, locale: str = "en") -> None:
    """Change words of a body as the editor's autosave does."""
    body = text_of(ws, ref, locale).body
    assert old in body
    write(ws, ref, body.replace(old, new), locale)


def change(ws: Workspace, ref: Ref, old: str, new: str, **how: object) -> None:
    """Publish a change of the source."""
    edit(ws, ref, old, new)
    publish(ws, ref, **how)


def outdated(ws: Workspace, ref: Ref) -> bool:
    """Whether its French text is outdated as a whole."""
    return text_of(ws, ref, "fr").outdated
