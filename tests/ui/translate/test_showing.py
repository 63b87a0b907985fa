"""How blocks are shown: places in source and target, columns, keys that go about."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kbeditor.domain.blocks import BlockKind, BlockPair, BlockState, Freshness
from kbeditor.ui.desk import Desk
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.readable import readable
from kbeditor.ui.translate.painting import pieces_in_passing, shortened, source_pieces
from kbeditor.ui.translate.places import LinePlaces
from kbeditor.ui.translate.view import TranslateView
from tests.ui.pane_desk import ask
from tests.ui.translate.conftest import Pay, open_block


def a_pair(source_line: int, target_line: int, **more: object) -> BlockPair:
    values: dict[str, object] = {
        "id": f"{source_line}-{target_line}",
        "kind": BlockKind.PARAGRAPH,
        "source": "One two",
        "target": "Un deux",
        "previous": None,
        "state": BlockState.DRAFT,
        "freshness": Freshness.CURRENT,
        "words": 2,
        "source_hash": "",
        "source_line": source_line,
        "target_line": target_line,
    }
    return BlockPair(**(values | more))  # type: ignore[arg-type]


def test_lines_belong_together_by_their_blocks() -> None:
    places = LinePlaces([a_pair(0, 0), a_pair(1, 1), a_pair(5, 3), a_pair(9, 0), a_pair(15, 13)])
    assert [places.source_line(line) for line in (1, 2, 3, 8, 13, 14)] == [1, 3, 5, 10, 15, 16]
    assert [places.target_line(line) for line in (1, 3, 5, 10, 15)] == [1, 2, 3, 8, 13]
    moved = LinePlaces([a_pair(1, 1), a_pair(9, 3), a_pair(3, 5), a_pair(11, 7)])
    assert moved.source_line(5) == 10  # between 9 and 11: the moved one leads nobody back
    assert not LinePlaces()


def test_what_changed_stands_in_place_and_code_without_its_middle() -> None:
    outdated = a_pair(1, 1, freshness=Freshness.OUTDATED, previous="One three")
    assert [(p.kind, p.text) for p in source_pieces(outdated)] == [
        ("same", "One "),
        ("gone", "three"),
        ("new", "two"),
    ]
    orphan = a_pair(0, 1, freshness=Freshness.ORPHAN, source=None, previous="Gone")
    assert [(p.kind, p.text) for p in source_pieces(orphan)] == [("gone", "Gone")]
    code = "\n".join(str(number) for number in range(20))
    assert shortened(code) == "0\n1\n2\n3\n⋯\n16\n17\n18\n19"
    assert shortened("1\n2") == "1\n2"


def test_rows_that_are_not_open_show_no_ids_and_flow() -> None:
    there = "kb:019a2b3c-4d5e-7f60-8192-a3b4c5d6e7f8"
    assert readable(f'See [the *map*]({there}#zoom) or [![Map](<{there}> "Map")]({there}).') == (
        "See [the *map*] or [![Map]]."
    )
    assert readable(f"[maps]: {there} and [a](https://a.example/kb:b)") == (
        "[maps]: kb:… and [a](https://a.example/kb:b)"
    )
    assert readable("One\ntwo  \nthree\\\n four \n  five") == "One two  \nthree\\\n four five"
    edited = a_pair(
        1,
        1,
        freshness=Freshness.OUTDATED,
        previous=f"See [maps]({there}).",
        source=f"See [the maps]({there}).",
    )
    assert [(p.kind, p.text) for p in pieces_in_passing(edited)] == [
        ("same", "See ["),
        ("new", "the "),
        ("same", "maps]."),
    ]
    moved = a_pair(
        1,
        1,
        freshness=Freshness.OUTDATED,
        previous=f"[maps]({there})",
        source="[maps](kb:12345678)",
    )
    assert "kb" in "".join(p.text for p in pieces_in_passing(moved))  # what changed shows
    code = a_pair(1, 1, kind=BlockKind.CODE, source=f"[a]({there})")
    assert pieces_in_passing(code) == source_pieces(code)


def test_keys_go_from_block_to_block(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    open_block(desk, "Cards", pay.changed)
    view.focus()
    rows = view.rows
    here = rows.row_of(view.open_id)
    for key, by in (
        (Qt.Key.Key_Tab, 1),
        (Qt.Key.Key_Backtab, -1),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Up, -1),
        (Qt.Key.Key_Return, 1),
    ):
        qtbot.keyClick(view.edit, key)
        here += by
        assert rows.row_of(view.open_id) == here
    qtbot.keyClick(view.edit, Qt.Key.Key_Escape)
    assert view.list.hasFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    assert rows.row_of(view.open_id) == here + 1
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert view.edit.hasFocus()


def test_a_block_holds_no_blank_line(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    open_block(desk, "Ask us", pay.changed)
    qtbot.keyClick(view.edit, Qt.Key.Key_End)
    for _ in range(3):
        qtbot.keyClick(view.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(view.edit, "Merci.")
    assert view.target_text == "Demandez-nous tout le reste.\nMerci."


def test_the_open_row_grows_with_its_text(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    open_block(desk, "Cards", pay.changed)
    before = view.editor.height()
    view.edit.insertPlainText("mot " * 60)
    qtbot.waitUntil(lambda: view.editor.height() > before + 40)
    last = view.edit.cursorRect()
    assert view.edit.viewport().rect().contains(last.center())
    view.edit.undo()
    qtbot.waitUntil(lambda: view.editor.height() == before)


def test_the_open_row_stays_in_sight_when_its_list_gets_lower(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    open_block(desk, "Gift cards", pay.changed)
    below = view.list.viewport().height()
    desk.window.resize(1400, 420)
    qtbot.waitUntil(lambda: view.list.viewport().height() < below)
    assert view.list.viewport().rect().contains(view.editor.geometry().center())


def test_the_buttons_of_a_narrow_row_take_two_lines(
    desk: Desk, pay: Pay, view: TranslateView, qtbot: QtBot
) -> None:
    open_block(desk, "Pay by card", pay.changed)
    strip = view.editor.strip
    assert len({button.y() for button in strip.buttons}) == 1
    low = strip.height()
    strip.resize(sum(button.width() for button in strip.buttons[:2]) + 12, low)
    assert len({button.y() for button in strip.buttons}) == 2
    assert strip.height_for(strip.width()) > low
    for button in strip.buttons:
        assert button.width() >= button.sizeHint().width()


def test_the_ways_are_icons_where_the_locales_need_the_room(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane
) -> None:
    desk.bridge.run(lambda ws: ws.locales.add("de"))
    head = pane.head
    head.resize(900, head.height())
    assert head.blocks.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextOnly
    assert head.tabs.tabText(0) == "English"
    head.resize(380, head.height())
    assert head.blocks.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert head.tabs.tabText(0) == "EN"
    assert head.tabs.tabRect(2).right() <= head.tabs.width()
    head.resize(900, head.height())
    assert head.blocks.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextOnly


def test_source_and_target_can_be_hidden_but_not_both(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane
) -> None:
    open_block(desk, "Cards", pay.changed)
    pane.source_button.click()
    assert not view.editor.source.isVisible()
    assert view.edit.isVisible()
    pane.head.target.click()
    assert view.editor.source.isVisible()
    assert not view.edit.isVisible()
    assert pane.source_button.isChecked()
    state = pane.save_state()
    pane.head.target.click()
    pane.restore_state(state)
    assert not pane.head.target.isChecked()


def test_the_bar_of_an_outdated_text_leads_to_its_blocks(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane
) -> None:
    assert not pane.page.outdated_bar.isVisible()
    desk.set_preference("translate.blocks", False)
    bar = pane.page.outdated_bar
    assert bar.isVisible()
    bar.buttons[-1].click()
    assert view.isVisible()
    assert not bar.isVisible()
    assert view.rows.rowCount() == 4
    assert view.pair is not None
    assert view.pair.freshness is Freshness.OUTDATED


def test_previews_are_told_where_the_block_stands(
    desk: Desk, pay: Pay, view: TranslateView, pane: EditorPane
) -> None:
    told: list[tuple[str, float]] = []
    pane.live.scrolled.connect(lambda line, _part: told.append(("target", line)))
    pane.live.source_scrolled.connect(lambda line, _part: told.append(("source", line)))
    pair = open_block(desk, "Ask us", pay.changed)
    assert ("target", float(pair.target_line)) in told
    assert ("source", float(pair.source_line)) in told
    pane.live.line_wanted.emit(3)
    assert view.target_text == "Cartes"
    pane.live.source_line_wanted.emit(pair.source_line)
    assert view.open_id == pair.id


def test_pieces_that_are_copied_are_whole(desk: Desk, pay: Pay) -> None:
    text = "See **[the *map*](m.md)**, `code`, {name}, ![a](b.png) and `code`."
    assert ask(desk, lambda ws: ws.blocks.inline(text)) == (
        "[the *map*](m.md)",
        "`code`",
        "{name}",
        "![a](b.png)",
    )
