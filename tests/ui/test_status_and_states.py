"""The status pane, and the questions that are asked when states change."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockKind, BlockState, Freshness
from kbeditor.domain.records import TextRef
from kbeditor.domain.states import Significance, State
from kbeditor.domain.status import LocaleStatus
from kbeditor.ui import state_changes
from kbeditor.ui.actions.states import ACTIONS as STATES
from kbeditor.ui.actions.tree import ACTIONS as TREE
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.dialogs.significance import SignificanceDialog
from kbeditor.ui.panes.navigator import NavigatorPane
from kbeditor.ui.panes.status import StatusPane
from kbeditor.ui.widgets.locale_card import LocaleCard, step_words, words_told
from kbeditor.ui.widgets.state_bar import parts_of

from .pane_desk import Shop, ask, change_source, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [NavigatorPane, StatusPane], (*TREE, *STATES)) as desk:
        yield desk


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    return open_shop(desk, tmp_path)


@pytest.fixture
def status(desk: Desk) -> StatusPane:
    pane = desk.pane("status")
    assert isinstance(pane, StatusPane)
    return pane


def mark(desk: Desk, text: TextRef) -> tuple[State, bool]:
    """State, and whether it is outdated."""
    found = ask(desk, lambda ws: ws.texts.get(text))
    assert found is not None
    return found.state, found.outdated


def press(words: str) -> None:
    """Answer the question in sight."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == words).click()


def test_each_locale_has_a_card_that_leads_to_the_next_thing(
    desk: Desk, shop: Shop, status: StatusPane
) -> None:
    assert list(status.cards) == ["en", "fr"]
    assert status.cards["fr"].step.text() == "Translate 2 missing article(s)"
    status.cards["fr"].step.click()
    assert desk.selection.locale == "fr"
    assert desk.selection.current in (shop.cancel, shop.visa)


def test_the_card_follows_what_changes(
    desk: Desk, shop: Shop, status: StatusPane, qtbot: QtBot
) -> None:
    change_source(desk, shop.status, "Quite another body, with more words than before.")
    desk.bridge.run(lambda ws: ws.texts.set_state([TextRef(shop.status, "en")], State.PUBLISHED))
    qtbot.waitUntil(lambda: status.cards["fr"].step.text() == "Update 1 outdated article(s)")


def test_the_current_article_is_opened_and_changed_from_here(
    desk: Desk, shop: Shop, status: StatusPane
) -> None:
    desk.selection.go(shop.status)
    assert list(status.texts.buttons) == ["en", "fr"]
    status.texts.buttons["fr"].click()
    assert desk.selection.locale == "fr"
    actions = {each.text(): each for each in status.texts.menus["fr"].menu().actions()}
    assert not actions["Publish"].isEnabled()
    actions["Back to draft"].trigger()
    assert mark(desk, TextRef(shop.status, "fr")) == (State.DRAFT, False)
    words = {each.text() for each in status.texts.menus["fr"].menu().actions()}
    assert "Mark as still valid" not in words


def test_publishing_what_was_never_live_asks_nothing(desk: Desk, shop: Shop) -> None:
    desk.selection.go(shop.visa)
    desk.actions.trigger("article.publish")
    assert mark(desk, TextRef(shop.visa, "en"))[0] is State.PUBLISHED


@pytest.mark.parametrize(
    ("significance", "outdated"),
    [(Significance.MINOR, False), (Significance.UPDATE, True), (Significance.IMPORTANT, True)],
)
def test_publishing_a_changed_source_asks_how_big_the_change_is(
    desk: Desk, shop: Shop, significance: Significance, outdated: bool
) -> None:
    change_source(desk, shop.status, "Quite another body, with more words than before.")
    desk.selection.go(shop.status)
    desk.actions.trigger("article.publish")
    dialog = desk.window.findChild(SignificanceDialog)
    assert dialog is not None
    assert mark(desk, TextRef(shop.status, "en"))[0] is State.DRAFT
    dialog.choose(significance)
    dialog.note.setText("New couriers")
    dialog.accept()
    assert mark(desk, TextRef(shop.status, "en"))[0] is State.PUBLISHED
    assert mark(desk, TextRef(shop.status, "fr"))[1] is outdated
    last = ask(desk, lambda ws: ws.texts.revisions(TextRef(shop.status, "en")))[-1]
    assert (last.significance, last.note) == (significance, "New couriers")


def dialog_of(desk: Desk) -> SignificanceDialog:
    dialog = desk.window.findChild(SignificanceDialog)
    assert dialog is not None
    return dialog


def costs_shown(dialog: SignificanceDialog) -> list[list[str]]:
    rows = [dialog.table.topLevelItem(number) for number in range(dialog.table.topLevelItemCount())]
    return [[row.text(column) for column in range(6)] for row in rows if row is not None]


def translate_status(desk: Desk, shop: Shop) -> None:
    """Give the French text a paragraph of its own, and link it."""
    french = TextRef(shop.status, "fr")

    def write(ws: Workspace) -> object:
        text = ws.texts.get(french)
        assert text is not None
        return ws.texts.save(french, text.version, body="Un deux trois quatre cinq.")

    desk.bridge.run(write)
    desk.bridge.run(lambda ws: ws.texts.set_state([french], State.PUBLISHED, up_to_date=True))
    desk.bridge.run(lambda ws: ws.linking.fill())


def test_the_cost_of_a_change_is_shown_beside_the_choice(desk: Desk, shop: Shop) -> None:
    translate_status(desk, shop)
    change_source(desk, shop.status, "One two three four six.\n\nQuite new.")
    desk.selection.go(shop.status)
    desk.actions.trigger("article.publish")
    dialog = dialog_of(desk)
    assert dialog.significance is Significance.UPDATE
    assert costs_shown(dialog) == [["Français", "1", "5", "1", "2", "–"]]
    words = dialog.changes.toPlainText().splitlines()
    assert words == [
        "Paragraph · changed",
        "One two three four fivesix.",
        "Paragraph · new",
        "Quite new.",
    ]
    dialog.choose(Significance.MINOR)
    assert costs_shown(dialog) == [["Français", "–", "–", "1", "2", "–"]]
    dialog.accept()
    pairs = ask(desk, lambda ws: ws.blocks.pairs(TextRef(shop.status, "fr")))
    assert [pair.freshness for pair in pairs if pair.kind is BlockKind.PARAGRAPH] == [
        Freshness.CURRENT,
        Freshness.NEW,
    ]


def test_minor_is_proposed_only_where_markup_alone_changed(desk: Desk, shop: Shop) -> None:
    translate_status(desk, shop)
    change_source(desk, shop.status, "One **two** three four five.")
    desk.selection.go(shop.status)
    desk.actions.trigger("article.publish")
    dialog = dialog_of(desk)
    assert dialog.significance is Significance.MINOR
    assert "markup only" in dialog.changes.toPlainText()
    dialog.reject()
    change_source(desk, shop.status, "One two three four 9.")
    desk.actions.trigger("article.publish")
    dialogs = [each for each in desk.window.findChildren(SignificanceDialog) if each.isVisible()]
    assert dialogs[-1].significance is Significance.UPDATE
    dialogs[-1].reject()


def last_note(text: TextRef, ws: Workspace) -> str:
    return ws.texts.revisions(text)[-1].note


def test_what_changes_no_block_asks_nothing(desk: Desk, shop: Shop) -> None:
    translate_status(desk, shop)
    change_source(desk, shop.status, "One two three\nfour  five.")
    desk.selection.go(shop.status)
    desk.actions.trigger("article.publish")
    assert mark(desk, TextRef(shop.status, "en")) == (State.PUBLISHED, False)
    assert mark(desk, TextRef(shop.status, "fr")) == (State.PUBLISHED, False)


def test_the_cost_of_several_is_a_sum(
    desk: Desk, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state_changes, "SEVERAL", 1)
    translate_status(desk, shop)
    desk.bridge.run(lambda ws: ws.blocks.begin(TextRef(shop.cancel, "fr")))
    for ref in (shop.status, shop.cancel):
        change_source(desk, ref, "One two three four six.")
    desk.selection.set_refs([shop.status, shop.cancel])
    desk.actions.trigger("article.publish")
    dialog = dialog_of(desk)
    assert costs_shown(dialog) == [["Français", "2", "10", "–", "–", "–"]]
    assert dialog.changes.toPlainText().splitlines()[0] == "How do I see my order's status?"
    dialog.note.setText("Five is six")
    dialog.accept()
    for ref in (shop.status, shop.cancel):
        assert mark(desk, TextRef(ref, "en"))[0] is State.PUBLISHED
        assert ask(desk, partial(last_note, TextRef(ref, "en"))) == "Five is six"


def test_still_valid_and_publishing_reach_the_blocks(desk: Desk, shop: Shop) -> None:
    french = TextRef(shop.status, "fr")
    translate_status(desk, shop)
    change_source(desk, shop.status, "One two three four six.")
    desk.bridge.run(lambda ws: ws.texts.set_state([TextRef(shop.status, "en")], State.PUBLISHED))
    pairs = ask(desk, lambda ws: ws.blocks.pairs(french))
    assert [pair.freshness for pair in pairs if pair.needs_work] == [Freshness.OUTDATED]
    desk.selection.go(shop.status, "fr")
    desk.actions.trigger("article.still_valid")
    assert mark(desk, french) == (State.PUBLISHED, False)
    pairs = ask(desk, lambda ws: ws.blocks.pairs(french))
    assert {pair.freshness for pair in pairs} == {Freshness.CURRENT}
    assert {pair.state for pair in pairs} == {BlockState.REVIEWED}
    desk.bridge.run(lambda ws: ws.history.undo())
    assert mark(desk, french) == (State.PUBLISHED, True)


@pytest.mark.parametrize(
    ("answer", "outdated"), [("They are up to date", False), ("Publish as outdated", True)]
)
def test_publishing_an_outdated_translation_asks_whether_it_is_up_to_date(
    desk: Desk, shop: Shop, answer: str, outdated: bool
) -> None:
    french = TextRef(shop.status, "fr")
    change_source(desk, shop.status, "Quite another body, with more words than before.")
    desk.bridge.run(lambda ws: ws.texts.set_state([TextRef(shop.status, "en")], State.PUBLISHED))
    desk.bridge.run(lambda ws: ws.texts.set_state([french], State.DRAFT))
    desk.selection.go(shop.status, "fr")
    desk.actions.trigger("article.publish")
    assert mark(desk, french) == (State.DRAFT, True)
    press(answer)
    assert mark(desk, french) == (State.PUBLISHED, outdated)


def test_still_valid_makes_it_current(desk: Desk, shop: Shop) -> None:
    french = TextRef(shop.status, "fr")
    change_source(desk, shop.status, "Quite another body, with more words than before.")
    desk.bridge.run(lambda ws: ws.texts.set_state([TextRef(shop.status, "en")], State.PUBLISHED))
    assert mark(desk, french) == (State.PUBLISHED, True)
    desk.selection.go(shop.status, "fr")
    desk.actions.trigger("article.still_valid")
    assert mark(desk, french) == (State.PUBLISHED, False)


def test_what_cannot_change_its_state_is_counted_with_the_reason(desk: Desk, shop: Shop) -> None:
    notices: list[str] = []
    desk.errors.noticed.connect(lambda notice: notices.append(notice.words))
    desk.selection.go(shop.status, "fr")
    desk.selection.set_refs([shop.status, shop.cancel])
    desk.actions.trigger("article.submit")
    assert mark(desk, TextRef(shop.status, "fr"))[0] is State.IN_REVIEW
    assert notices == ["1 text(s) left as they are: 1 not written yet."]


def test_deleting_a_translation_asks_and_can_be_undone(desk: Desk, shop: Shop) -> None:
    french = TextRef(shop.status, "fr")
    desk.selection.go(shop.status, "fr")
    desk.actions.trigger("article.delete_translation")
    press("Delete")
    assert ask(desk, lambda ws: ws.texts.get(french)) is None
    desk.bridge.run(lambda ws: ws.history.undo())
    assert ask(desk, lambda ws: ws.texts.get(french)) is not None


def test_labels_of_several_change_only_what_they_share(desk: Desk, shop: Shop) -> None:
    desk.bridge.run(lambda ws: ws.articles.update([shop.status.id], labels=["old", "own"]))
    desk.bridge.run(lambda ws: ws.articles.update([shop.cancel.id], labels=["old"]))
    desk.selection.go(shop.status)
    desk.selection.set_refs([shop.status, shop.cancel])
    desk.actions.trigger("article.labels")
    dialog = desk.window.findChild(AskWords)
    assert dialog is not None
    assert dialog.line.text() == "old"
    dialog.line.setText("new, fresh")
    dialog.accept()
    labels = ask(
        desk, lambda ws: [ws.articles.get(ref.id).labels for ref in (shop.status, shop.cancel)]
    )
    assert labels == [("new", "fresh", "own"), ("new", "fresh")]


def test_the_address_is_changed(desk: Desk, shop: Shop) -> None:
    desk.selection.go(shop.status)
    desk.actions.trigger("article.slug")
    dialog = desk.window.findChild(AskWords)
    assert dialog is not None
    dialog.line.setText("order-status")
    dialog.accept()
    text = ask(desk, lambda ws: ws.texts.get(TextRef(shop.status, "en")))
    assert text is not None
    assert text.slug == "order-status"


def status_of(**counts: int) -> LocaleStatus:
    given = dict.fromkeys(
        ("missing", "draft", "in_review", "published", "outdated", "live", "words"), 0
    )
    return LocaleStatus(
        locale="fr",
        is_source=False,
        articles=sum(counts.values()),
        **{**given, **counts},
        words_left=0,
        percent=0,
        categories=0,
        categories_missing=0,
        next_step="done",
        next_owner=None,
    )


def test_the_bar_shows_each_article_once() -> None:
    found = status_of(missing=3, draft=2, in_review=1, published=4, outdated=6)
    parts = dict(parts_of(found))
    assert sum(parts.values()) == 10
    assert parts["mark_outdated"] == 6
    assert parts["mark_draft"] == 1


def test_the_bar_and_the_card_tell_the_words_apart(desk: Desk, qtbot: QtBot) -> None:
    found = replace(
        status_of(published=4), words=100, words_left=30, words_outdated=10, words_reviewed=50
    )
    assert parts_of(found) == [
        ("mark_published", 50),
        ("mark_in_review", 20),
        ("mark_outdated", 10),
        ("pressed", 20),
    ]
    card = LocaleCard(desk.themes, desk.window)
    card.show_status(found, "Français")
    assert card._left.text() == "50 % reviewed · 10 word(s) outdated · 20 word(s) missing"
    assert words_told(found).splitlines()[1] == "20 word(s) to be reviewed"


def test_nothing_to_do_offers_no_button() -> None:
    assert step_words(status_of(published=3)) == ""
