"""What tests of the aids do again and again."""

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kbeditor.domain.records import Ref, TextRef
from kbeditor.ui.aids.cards import Card
from kbeditor.ui.desk import Desk
from tests.ui.pane_desk import ask

ENGLISH = """Select **Cancel order** in the list: it goes back to the shop.

You can return an item within 40 days!

Use `kb list` to see every order.

```
kb list --all
```
"""
FRENCH = """Choisissez **Annuler la commande** dans la liste : elle retourne à la boutique.

Vous pouvez rendre un article dans les 90 jours !

Utilisez la commande pour voir toutes les commandes.
"""


def go(desk: Desk, order: Ref, begins: str) -> str:
    """Be at the block whose source begins so."""
    pairs = ask(desk, lambda ws: ws.blocks.pairs(TextRef(order, "fr")))
    block = next(each.id for each in pairs if (each.source or "").startswith(begins))
    desk.selection.set_block(block)
    return block


def body(desk: Desk, ref: Ref) -> str:
    """What the French text says in the library."""
    text = ask(desk, lambda ws: ws.texts.get(TextRef(ref, "fr")))
    assert text is not None
    return text.body


def cards(widget: QWidget) -> list[Card]:
    """The cards in sight; a layout shows its new widgets with the next event."""
    QApplication.processEvents()
    return [each for each in widget.findChildren(Card) if each.isVisible()]


def press(widget: QWidget, words: str) -> None:
    """The first button in sight that says so."""
    QApplication.processEvents()
    buttons = [each for each in widget.findChildren(QPushButton) if each.isVisible()]
    next(each for each in buttons if each.text() == words).click()


def dialog(kind: type[QWidget]) -> QWidget:
    """The dialog of a kind that is open."""
    for each in QApplication.topLevelWidgets():
        if isinstance(each, kind) and each.isVisible():
            return each
    raise AssertionError(f"no {kind.__name__} is open")
