"""A translation block by block in a real window, on a real library."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockPair
from kbeditor.domain.records import Ref, Text, TextRef
from kbeditor.domain.states import State
from kbeditor.ui.actions.format import ACTIONS as FORMAT
from kbeditor.ui.actions.translate import ACTIONS as TRANSLATE
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.translate.view import TranslateView
from tests.ui.pane_desk import ask, pane_desk

SOURCE = """Pay by card or by [transfer](https://bank.example/old).

## Cards

- We take Visa.
- We take `Amex`.

```
pay --now
```

Ask us about anything else.
"""
FRENCH = """Payez par carte ou par [virement](https://bank.example/old).

## Cartes

- Nous acceptons Visa.
- Nous acceptons `Amex`.

```
pay --now
```

Demandez-nous tout le reste.
"""
CHANGED = """Pay by card or by [transfer](https://bank.example/new).

## Cards

- We take Visa and Mastercard.

```
pay --later
```

Ask us about anything else.

Gift cards are taken, too.
"""


@dataclass(frozen=True, slots=True)
class Pay:
    """An article that was translated and then changed, one without French, one not published."""

    changed: Ref
    missing: Ref
    unpublished: Ref


def publish(ws: Workspace, ref: TextRef, body: str) -> None:
    text = ws.texts.get(ref)
    assert text is not None
    ws.texts.save(ref, text.version, body=body)
    ws.texts.set_state([ref], State.PUBLISHED, up_to_date=True)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [EditorPane], (*FORMAT, *TRANSLATE)) as desk:
        desk.window.resize(1400, 900)
        yield desk


@pytest.fixture
def pay(desk: Desk, tmp_path: Path) -> Pay:
    path = tmp_path / "pay.kb"
    ws = create_library(path, "Pay", "en", ["fr"], "Ann")
    top = ws.categories.create(None, "Payment", "en").value
    made = [ws.articles.create(top.id, title, "en").value for title in ("Pay", "Later", "Draft")]
    pay = Pay(*made)
    english, french = TextRef(pay.changed, "en"), TextRef(pay.changed, "fr")
    publish(ws, english, SOURCE)
    ws.texts.begin(french)
    ws.texts.rename(french, "Payer")
    publish(ws, french, FRENCH)
    ws.linking.fill()
    publish(ws, english, CHANGED)
    publish(ws, TextRef(pay.missing, "en"), SOURCE)
    ws.close()
    desk.bridge.open(lambda: open_workspace(path, "Ann"))
    return pay


@pytest.fixture
def pane(desk: Desk) -> EditorPane:
    pane = desk.pane("editor")
    assert isinstance(pane, EditorPane)
    return pane


@pytest.fixture
def view(desk: Desk, pay: Pay, pane: EditorPane) -> TranslateView:
    """The changed article in French."""
    desk.selection.go(pay.changed, "fr")
    return pane.translate


def pairs(desk: Desk, ref: Ref) -> dict[str, BlockPair]:
    """What the library says now, by the source's words (an orphan's: its own)."""
    found = ask(desk, lambda ws: ws.blocks.pairs(TextRef(ref, "fr")))
    return {pair.source or pair.target or "": pair for pair in found}


def text_of(desk: Desk, ref: TextRef) -> Text:
    """A text as the library has it now."""
    text = ask(desk, lambda ws: ws.texts.get(ref))
    assert text is not None
    return text


def body(desk: Desk, pay: Pay) -> str:
    """What the changed article says in French."""
    return text_of(desk, TextRef(pay.changed, "fr")).body


def open_block(desk: Desk, words: str, ref: Ref) -> BlockPair:
    """Go to the block whose source (or target) begins so."""
    for text, pair in pairs(desk, ref).items():
        if text.startswith(words):
            desk.selection.set_block(pair.id)
            return pair
    raise AssertionError(f"no block begins with {words}")
