"""An article to be translated in other tools, and handing it out; see also `returning`."""

from pathlib import Path

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockPair
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.units import UnitOptions
from tests.helpers.library import article, publish, text_of, write

ENGLISH = """# Find it

Open the page.

- Select the order.
- Read where the **parcel** is.

Call us."""

FRENCH = """# Le trouver

Ouvrez la page.

- Sélectionnez la commande.
- Lisez où est le **colis**.

Appelez-nous."""


def translated_article(ws: Workspace) -> Ref:
    """An article, live in English and French."""
    ref = article(ws, "Where is it?", ENGLISH)
    write(ws, ref, FRENCH, "fr", title="Où est-ce ?")
    publish(ws, ref, "fr")
    return ref


def hand_out(
    ws: Workspace, folder: Path, format_id: str = "po", locale: str = "fr", only: str = "all"
) -> Path:
    """A file with the blocks of a locale."""
    suffix = {each.id: each.suffix for each in ws.handing.formats()}[format_id]
    path = folder / f"out{suffix}"
    ws.handing.export(format_id, locale, path, UnitOptions(only=only))
    return path


def edit(ws: Workspace, ref: Ref, old: str, new: str, locale: str = "en") -> None:
    """Write something else in a body, as the editor's autosave does."""
    body = text_of(ws, ref, locale).body
    assert old in body
    write(ws, ref, body.replace(old, new), locale)


def pairs(ws: Workspace, ref: Ref, locale: str = "fr") -> dict[str, BlockPair]:
    """By source, or an orphan's target."""
    found = ws.blocks.pairs(TextRef(ref, locale))
    return {each.source or each.target or "": each for each in found}
