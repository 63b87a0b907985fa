"""The aids for translating: suggestions, terms, concordance, and what the pane remembers."""

from kbeditor.domain.records import Ref
from kbeditor.ui.aids.cards import BREAK, Card, plain
from kbeditor.ui.aids.selected import selected_words
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.aids import CONCORDANCE, NOTES, AidsPane
from tests.ui.aids.acting import cards, go
from tests.ui.pane_desk import ask


def test_suggestions_come_best_first_with_their_origin(
    desk: Desk, order: Ref, pane: AidsPane
) -> None:
    assert cards(pane) == []
    go(desk, order, "You can return")
    assert [(m.percent >= 100, m.target) for m in pane.block.matches] == [
        (True, "Sous 40 jours !"),
        (False, "Vous avez 30 jours."),
    ]
    assert (pane.suggestion(1), pane.suggestion(2)) == ("Sous 40 jours !", "Vous avez 30 jours.")
    assert (pane.suggestion(0), pane.suggestion(3)) == (None, None)
    go(desk, order, "Use `kb list`")
    assert pane.suggestion(1) is None
    assert "Nothing like this" in pane.block.suggestions.nothing.text()


def test_terms_are_those_of_the_block_and_change_with_the_glossary(
    desk: Desk, order: Ref, pane: AidsPane
) -> None:
    go(desk, order, "You can return")
    assert [each.accessibleName() for each in cards(pane.block.terms)] == ["item: article"]
    desk.bridge.run(lambda ws: ws.glossary.add("day", "fr", "jour"))
    assert [each.accessibleName() for each in cards(pane.block.terms)] == [
        "item: article",
        "day: jour",
    ]


def test_concordance_finds_words_on_either_side(desk: Desk, order: Ref, pane: AidsPane) -> None:
    desk.actions.trigger("translate.concordance")
    assert pane.tabs.currentIndex() == CONCORDANCE
    pane.concordance.look_up("return item")
    assert len(cards(pane.concordance)) == 3
    pane.concordance.look_up("avez", in_target=True)
    assert [each.accessibleName() for each in cards(pane.concordance)] == [
        "You can return an item within 30 days.: Vous avez 30 jours."
    ]
    pane.concordance.look_up("unheard of")
    assert cards(pane.concordance) == []
    pane.concordance.line.clear()
    pane.concordance.search()


def test_the_source_and_an_unpublished_source_say_why_nothing_is_shown(
    desk: Desk, order: Ref, pane: AidsPane
) -> None:
    desk.selection.set_locale("en")
    assert pane.text is not None
    assert pane.text.why_not == "source"
    draft: object = ask(desk, lambda ws: ws.articles.create(None, "Draft", "en"))
    assert isinstance(draft, Ref)
    desk.selection.go(draft, "fr")
    assert pane.text.why_not in ("missing", "unpublished")
    assert not pane.block.isVisible()


def test_what_is_folded_is_remembered(desk: Desk, order: Ref, pane: AidsPane) -> None:
    pane.block.terms.fold(True)
    pane.tabs.setCurrentIndex(NOTES)
    state = pane.save_state()
    pane.restore_state({})
    assert pane.save_state()["folded"] == []
    pane.restore_state(state)
    assert pane.save_state() == state == {"tab": NOTES, "folded": ["terms"]}


def test_no_tab_is_out_of_sight_where_there_is_little_room(pane: AidsPane) -> None:
    tabs = pane.tabs
    for width in (600, 260, 200):
        tabs.resize(width, tabs.height())
        assert all(tabs.tabRect(tab).width() > 10 for tab in range(tabs.count()))
        assert tabs.tabRect(tabs.count() - 1).right() <= width
    assert tabs.tabText(3) == ""  # an icon
    assert tabs.tabToolTip(3) == "Concordance"
    tabs.resize(600, tabs.height())
    assert tabs.tabText(3) == "Concordance"
    assert tabs.tabText(1).startswith("Checks ")


def test_long_names_of_code_keep_no_pane_wide(pane: AidsPane) -> None:
    name = "OTEL_DOTNET_AUTO_" * 6
    card = Card(pane)
    label = card.add_text(plain(f"The code “{name}” is missing."))
    card.add_buttons([(f"Use “{name}”", lambda: None)])
    assert card.minimumSizeHint().width() < 260
    card.show()
    label.setFocus()
    label.setSelection(0, 60)
    assert BREAK in label.selectedText()
    assert selected_words().startswith("The code “OTEL_DOTNET_AUTO_OTEL_DOTNET_AUTO_OTEL")
