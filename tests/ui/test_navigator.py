"""The navigator in a real window, on a real library."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.changes import Outcome
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import State
from kbeditor.ui.actions.states import ACTIONS as STATES
from kbeditor.ui.actions.tree import ACTIONS as TREE
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.choose_category import ChooseCategory
from kbeditor.ui.models.placement import Target
from kbeditor.ui.models.roles import Role
from kbeditor.ui.panes.navigator import NavigatorPane
from kbeditor.ui.panes.trash import TrashPane

from .pane_desk import Shop, ask, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [NavigatorPane, TrashPane], (*TREE, *STATES)) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


@pytest.fixture
def navigator(desk: Desk) -> NavigatorPane:
    pane = desk.pane("navigator")
    assert isinstance(pane, NavigatorPane)
    return pane


def inside(desk: Desk, parent: Ref | None) -> list[str]:
    """Titles in a category as the library has them: categories, then articles."""
    tree = ask(desk, lambda ws: ws.tree.skeleton("en"))
    id_ = parent.id if parent else None
    return [row.title for row in tree.categories if row.parent_id == id_] + [
        row.title for row in tree.articles if row.category_id == id_
    ]


def shown_inside(navigator: NavigatorPane, parent: Ref | None) -> list[str]:
    """The same as the pane has them."""
    at = navigator.model.index_of(parent)
    rows = range(navigator.model.rowCount(at))
    return [str(navigator.model.index(row, 0, at).data()) for row in rows]


def editor_of(navigator: NavigatorPane) -> QLineEdit:
    """The line in which a row is being renamed."""
    found = navigator.tree.viewport().findChildren(QLineEdit)
    assert len(found) == 1
    return found[0]


def enter(navigator: NavigatorPane, qtbot: QtBot, title: str) -> None:
    """Type a title into the row being renamed. Qt takes it over on the next turn of its loop."""
    line = editor_of(navigator)
    qtbot.keyClicks(line, title)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    viewport = navigator.tree.viewport()
    qtbot.waitUntil(lambda: not viewport.findChildren(QLineEdit))


def press(navigator: NavigatorPane, qtbot: QtBot, *keys: Qt.Key | Qt.KeyboardModifier) -> None:
    """A key of the tree's own: it needs the focus, and its action to know what is chosen."""
    navigator.desk.window.activateWindow()
    navigator.focus()
    qtbot.waitUntil(navigator.tree.hasFocus)
    navigator.desk.actions.refresh_now()
    qtbot.keyClick(navigator.tree, *keys)


def test_an_empty_library_says_how_to_begin(
    desk: Desk, navigator: NavigatorPane, tmp_path: Path
) -> None:
    path = tmp_path / "empty.kb"
    create_library(path, "Empty", "en").close()
    desk.bridge.open(lambda: open_workspace(path))
    assert not navigator.tree.isVisible()
    desk.actions.trigger("tree.new_category")
    assert navigator.tree.isVisible()
    assert inside(desk, None) == ["New category"]


def test_a_new_article_stands_after_the_chosen_one_and_is_named_in_place(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.status)
    desk.actions.trigger("tree.new_article")
    assert editor_of(navigator).selectedText() == "New article"
    enter(navigator, qtbot, "Gift wrapping")
    wanted = ["How do I see my order's status?", "Gift wrapping", "Cancelling"]
    assert inside(desk, shop.orders) == wanted
    assert shown_inside(navigator, shop.orders) == wanted
    assert desk.selection.current not in (None, shop.status)


def test_new_articles_go_into_the_chosen_category(desk: Desk, shop: Shop) -> None:
    desk.selection.go(shop.payment)
    desk.actions.trigger("tree.new_article")
    assert inside(desk, shop.payment) == ["Cards", "New article"]
    desk.selection.go(shop.payment)
    desk.actions.trigger("tree.new_subcategory")
    assert inside(desk, shop.payment) == ["Cards", "New category", "New article"]
    desk.selection.go(shop.orders)
    desk.actions.trigger("tree.new_category")
    assert inside(desk, None) == ["Orders", "New category", "Payment"]


def test_renaming_in_another_language_begins_that_text(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.cancel, "fr")
    index = navigator.model.index_of(shop.cancel)
    assert index.data() == "Cancelling"
    assert index.data(Role.BORROWED)
    desk.actions.trigger("tree.rename")
    enter(navigator, qtbot, "Annuler")
    text = ask(desk, lambda ws: ws.texts.get(TextRef(shop.cancel, "fr")))
    assert text is not None
    assert (text.title, text.state) == ("Annuler", State.DRAFT)
    index = navigator.model.index_of(shop.cancel)
    assert (index.data(), index.data(Role.BORROWED)) == ("Annuler", False)
    assert inside(desk, shop.orders)[1] == "Cancelling"


def test_the_titles_follow_the_language(desk: Desk, shop: Shop, navigator: NavigatorPane) -> None:
    navigator.tree.open_all()
    desk.selection.set_locale("fr")
    assert navigator.model.index_of(shop.status).data() == "Où est ma commande ?"
    assert navigator.tree.isExpanded(navigator.model.index_of(shop.orders))


def test_moving_by_keyboard(desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot) -> None:
    desk.selection.go(shop.cancel)
    press(navigator, qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert inside(desk, shop.orders) == ["Cancelling", "How do I see my order's status?"]
    assert shown_inside(navigator, shop.orders) == inside(desk, shop.orders)
    alt_shift = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    press(navigator, qtbot, Qt.Key.Key_Left, alt_shift)
    assert inside(desk, None) == ["Orders", "Payment", "Cancelling"]
    press(navigator, qtbot, Qt.Key.Key_Right, alt_shift)
    assert inside(desk, shop.payment) == ["Cards", "Cancelling"]
    assert desk.selection.current == shop.cancel
    desk.bridge.run(lambda ws: ws.history.undo())
    assert shown_inside(navigator, None) == ["Orders", "Payment", "Cancelling"]


def test_several_are_dragged_into_another_category(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    refs = [shop.status, shop.cancel]
    data = navigator.model.mimeData([navigator.model.index_of(ref) for ref in refs])
    cards = navigator.model.index_of(shop.cards)
    navigator.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, cards)
    qtbot.waitUntil(lambda: len(inside(desk, shop.cards)) == 3)
    wanted = ["How do I see my order's status?", "Cancelling", "Visa"]
    assert inside(desk, shop.cards) == wanted
    assert shown_inside(navigator, shop.cards) == wanted
    assert navigator.model.index_of(shop.payment).data(Role.COUNT) == 3
    desk.bridge.run(lambda ws: ws.history.undo())
    assert shown_inside(navigator, shop.orders) == inside(desk, shop.orders)


def create_in(category: Ref, title: str, ws: Workspace) -> Outcome[Ref]:
    return ws.articles.create(category.id, title, "en")


def test_what_is_moved_far_stays_in_sight(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    for number in range(60):
        desk.bridge.run(partial(create_in, shop.payment, f"Card {number}"))
    navigator.tree.open_all()
    desk.selection.go(shop.visa)
    navigator.move_things([shop.visa], Target(shop.payment.id))
    assert shown_inside(navigator, shop.payment)[-1] == "Visa"
    assert navigator.tree.currentIndex().data(Role.REF) == shop.visa
    assert navigator.tree.current_in_sight()


def test_a_drop_where_things_are_changes_nothing(
    desk: Desk, shop: Shop, navigator: NavigatorPane
) -> None:
    before = ask(desk, lambda ws: ws.history.next_undo)
    navigator.move_things([shop.status], Target(shop.orders.id, None, shop.cancel.id))
    assert ask(desk, lambda ws: ws.history.next_undo) == before


def test_move_to_lists_categories_that_can_take_it(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.payment)
    desk.actions.trigger("tree.move_to")
    dialog = desk.window.findChild(ChooseCategory)
    assert dialog is not None
    listed = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert listed == ["Top level", "Orders"]
    qtbot.keyClicks(dialog.filter, "ORD")
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert inside(desk, shop.orders)[0] == "Payment"


def test_trash_and_restore_bring_all_within_back(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.status_message.connect(said.append)
    desk.selection.go(shop.payment)
    press(navigator, qtbot, Qt.Key.Key_Delete)
    assert shown_inside(navigator, None) == ["Orders"]
    assert "Ctrl+Z" in said[-1]
    trash = desk.pane("trash")
    assert isinstance(trash, TrashPane)
    desk.frame.show_pane("trash")
    assert trash.model.refs() == [shop.payment]
    assert not trash.grab().isNull()  # a fault in painting fails the test
    trash.list.selectAll()
    trash.restore_button.click()
    desk.frame.show_pane("navigator")
    assert shown_inside(navigator, None) == ["Orders", "Payment"]
    assert shown_inside(navigator, shop.cards) == ["Visa"]
    assert trash.model.refs() == []


def test_what_is_trashed_is_left_with_all_within(
    desk: Desk, shop: Shop, navigator: NavigatorPane
) -> None:
    desk.selection.go(shop.visa)
    desk.bridge.run(lambda ws: ws.tree.trash([shop.payment]))
    assert desk.selection.current is None
    assert not desk.selection.can_go_back
    desk.bridge.run(lambda ws: ws.history.undo())
    assert shown_inside(navigator, shop.cards) == ["Visa"]


def test_deleting_for_ever_asks_first(desk: Desk, shop: Shop) -> None:
    trash = desk.pane("trash")
    assert isinstance(trash, TrashPane)
    desk.bridge.run(lambda ws: ws.tree.trash([shop.cancel, shop.visa]))
    desk.frame.show_pane("trash")
    trash.empty_button.click()
    box = QApplication.activeModalWidget()
    assert box is not None
    assert len(trash.model.refs()) == 2
    button = next(each for each in box.buttons() if each.text() == "Delete for ever")  # type: ignore[attr-defined]
    button.click()
    assert trash.model.refs() == []
    assert ask(desk, lambda ws: ws.tree.trashed()) == ()


def test_selection_both_ways(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    desk.selection.go(shop.visa)
    index = navigator.model.index_of(shop.visa)
    assert navigator.tree.currentIndex() == index
    assert navigator.tree.isExpanded(index.parent())
    navigator.tree.open_all()
    at = navigator.tree.visualRect(navigator.model.index_of(shop.cancel)).center()
    qtbot.mouseClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: desk.selection.current == shop.cancel)
    ctrl = Qt.KeyboardModifier.ControlModifier
    other = navigator.tree.visualRect(navigator.model.index_of(shop.status)).center()
    qtbot.mouseClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, ctrl, pos=other)
    assert set(desk.selection.refs) == {shop.cancel, shop.status}
    assert desk.selection.current == shop.cancel


def test_a_click_on_a_mark_opens_that_language(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    navigator.tree.open_all()
    at = navigator.tree.visualRect(navigator.model.index_of(shop.status, 2)).center()
    qtbot.mouseClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (desk.selection.current, desk.selection.locale) == (shop.status, "fr")


def test_a_double_click_renames_a_category(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    at: QPoint = navigator.tree.visualRect(navigator.model.index_of(shop.orders)).center()
    viewport = navigator.tree.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    enter(navigator, qtbot, "My orders")
    assert inside(desk, None) == ["My orders", "Payment"]


def test_the_filter_finds_opens_and_gives_the_tree_back(
    desk: Desk, shop: Shop, navigator: NavigatorPane, qtbot: QtBot
) -> None:
    desk.actions.trigger("tree.filter")
    qtbot.keyClicks(navigator.filter, "visa")
    qtbot.keyClick(navigator.filter, Qt.Key.Key_Down)
    assert navigator.results.isVisible()
    qtbot.keyClick(navigator.results, Qt.Key.Key_Return)
    assert desk.selection.current == shop.visa
    qtbot.keyClick(navigator.filter, Qt.Key.Key_Escape)
    assert navigator.tree.isVisible()
    assert navigator.tree.currentIndex() == navigator.model.index_of(shop.visa)
    qtbot.keyClicks(navigator.filter, "xyz")
    qtbot.waitUntil(lambda: not navigator.results.isVisible() and not navigator.tree.isVisible())


def test_what_was_open_is_open_again(
    desk: Desk, shop: Shop, navigator: NavigatorPane, tmp_path: Path
) -> None:
    navigator.tree.setExpanded(navigator.model.index_of(shop.payment), True)
    state = navigator.save_state()
    desk.bridge.close()
    assert navigator.model.rowCount() == 0
    desk.bridge.open(lambda: open_workspace(tmp_path / "shop.kb"))
    assert not navigator.tree.isExpanded(navigator.model.index_of(shop.payment))
    navigator.restore_state(state)
    assert navigator.tree.isExpanded(navigator.model.index_of(shop.payment))
    assert not navigator.tree.isExpanded(navigator.model.index_of(shop.orders))


def test_a_link_is_copied(desk: Desk, shop: Shop) -> None:
    desk.selection.go(shop.visa)
    desk.actions.trigger("tree.copy_link")
    assert QApplication.clipboard().text() == f"[Visa](kb:{shop.visa.id})"


def test_duplicate_promote_and_labels(desk: Desk, shop: Shop, navigator: NavigatorPane) -> None:
    desk.selection.go(shop.visa)
    desk.actions.trigger("article.duplicate")
    copy = desk.selection.current
    assert copy is not None
    assert copy.kind is Kind.ARTICLE
    assert copy != shop.visa
    assert inside(desk, shop.cards)[0] == "Visa"
    assert len(inside(desk, shop.cards)) == 2
    desk.actions.trigger("article.promote")
    assert navigator.model.index_of(copy).data(Role.PROMOTED)
    desk.actions.trigger("article.promote")
    assert not navigator.model.index_of(copy).data(Role.PROMOTED)
