"""The preview in a real window with the real web engine, on a real library."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kbeditor.app.workspace import Workspace
from kbeditor.domain.changes import Outcome
from kbeditor.domain.records import Attachment, Ref, TextRef
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.pictures import _png
from kbeditor.ui.panes.editor import EditorPane
from kbeditor.ui.panes.preview import PreviewPane
from kbeditor.ui.preview.text_view import TextView
from kbeditor.ui.preview.web_view import WebView

from .pane_desk import Shop, open_shop, pane_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with pane_desk(tmp_path, [EditorPane, PreviewPane], ()) as desk:
        yield desk
        pane = desk.pane("preview")
        assert isinstance(pane, PreviewPane)
        pane.dispose()


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Shop:
    desk.window.resize(1200, 700)
    return open_shop(desk, tmp_path)


@pytest.fixture
def preview(desk: Desk) -> PreviewPane:
    pane = desk.pane("preview")
    assert isinstance(pane, PreviewPane)
    return pane


@pytest.fixture
def editor(desk: Desk) -> EditorPane:
    pane = desk.pane("editor")
    assert isinstance(pane, EditorPane)
    return pane


def in_page(preview: PreviewPane, qtbot: QtBot, expression: str) -> Any:
    """The value of an expression, from the world that the article cannot reach."""
    answers: list[Any] = []
    assert isinstance(preview.view, WebView)
    preview.view.ask(expression, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=15_000)
    return answers[0]


def show(desk: Desk, preview: PreviewPane, qtbot: QtBot, ref: Ref, body: str) -> None:
    """Write a body and wait until the page has it."""

    def write(ws: Workspace) -> object:
        text = ws.texts.get(TextRef(ref, "en"))
        assert text is not None
        return ws.texts.save(text.ref, text.version, body=body)

    desk.bridge.run(write)
    with qtbot.waitSignal(preview.view.patched, timeout=20_000):
        desk.selection.go(ref)


def page_text(preview: PreviewPane, qtbot: QtBot) -> str:
    return str(in_page(preview, qtbot, "document.querySelector('main').innerText"))


LONG = "\n\n".join(f"## Part {number}\n\nWords of part {number}." for number in range(80))


def test_the_article_is_shown_and_follows_typing(
    desk: Desk, shop: Shop, preview: PreviewPane, editor: EditorPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.status, "First.\n\nSecond.\n\nThird.")
    assert page_text(preview, qtbot).split() == [
        *["How", "do", "I", "see", "my", "order's", "status?"],
        *["First.", "Second.", "Third."],
    ]
    in_page(preview, qtbot, "(document.querySelector('.kb-article p').kept = true)")
    with qtbot.waitSignal(preview.view.patched, timeout=10_000):
        editor.edit.selectAll()
        editor.edit.insertPlainText("First.\n\n**Other.**\n\nThird.")
    page = "[...document.querySelectorAll('.kb-article p')]"
    assert in_page(preview, qtbot, f"{page}.map(p => p.innerHTML)") == [
        "First.",
        "<strong>Other.</strong>",
        "Third.",
    ]
    # The block that stayed the same is still the same element: only the changed one was replaced.
    assert in_page(preview, qtbot, f"{page}.map(p => p.kept === true)") == [True, False, False]


def test_the_place_is_kept_while_typing_above_it(
    desk: Desk, shop: Shop, preview: PreviewPane, editor: EditorPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.status, LONG)
    seen = "Math.round(document.querySelectorAll('h2')[40].getBoundingClientRect().top)"
    in_page(preview, qtbot, "scrollTo(0, document.querySelectorAll('h2')[40].offsetTop - 99)")
    before = in_page(preview, qtbot, seen)
    with qtbot.waitSignal(preview.view.patched, timeout=10_000):
        editor.edit.insertPlainText("A new paragraph.\n\n")
    in_page(preview, qtbot, "kb.afterPaint() ?? 0")
    qtbot.waitUntil(lambda: in_page(preview, qtbot, "kb.isPainted()") is True, timeout=10_000)
    assert abs(in_page(preview, qtbot, seen) - before) <= 1


def test_the_page_scrolls_with_the_text(
    desk: Desk, shop: Shop, preview: PreviewPane, editor: EditorPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.status, LONG)
    bar = editor.edit.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: in_page(preview, qtbot, "scrollY") > 100, timeout=10_000)
    line, part = editor.edit.place()
    place = json.loads(in_page(preview, qtbot, "kb.place()"))
    assert place[0] == pytest.approx(line, abs=4)
    assert place[1] == pytest.approx(part, abs=0.05)
    bar.setValue(bar.maximum())
    at_end = "Math.abs(document.documentElement.scrollHeight - innerHeight - scrollY) < 2"
    qtbot.waitUntil(lambda: in_page(preview, qtbot, at_end) is True, timeout=10_000)
    bar.setValue(0)
    qtbot.waitUntil(lambda: in_page(preview, qtbot, "scrollY") == 0, timeout=10_000)


def test_the_text_scrolls_with_the_page_when_its_reader_scrolls(
    desk: Desk, shop: Shop, preview: PreviewPane, editor: EditorPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.status, LONG)
    assert isinstance(preview.view, WebView)
    target = preview.view.input_widget()
    assert target is not None
    place = QPointF(50, 50)
    wheel = (
        place,
        QPointF(target.mapToGlobal(place.toPoint())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    def turn_the_wheel() -> bool:
        # Chromium drops what comes before its first frame: a person would turn on, too.
        QApplication.sendEvent(target, QWheelEvent(*wheel))
        return editor.edit.verticalScrollBar().value() > 0

    qtbot.waitUntil(turn_the_wheel, timeout=20_000)


def test_pictures_come_from_the_library_and_nothing_else_is_asked_for(
    desk: Desk, shop: Shop, preview: PreviewPane, qtbot: QtBot
) -> None:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))

    def add(ws: Workspace) -> Outcome[Attachment]:
        return ws.attachments.add("teal.png", _png(image))

    added: list[Attachment] = []
    desk.bridge.run(add, added.append)
    body = (
        f"![teal](kb:{added[0].id})\n\n![gone](kb:01999999-0000-7000-8000-000000000000)\n\n"
        "![far](https://example.org/far.png)\n\n[nowhere](kb:01999999-0000-7000-8000-000000000001)"
    )
    show(desk, preview, qtbot, shop.status, body)
    loaded = "[...document.images].map(i => [i.complete, i.naturalWidth, i.width, i.height])"
    wanted = [[True, 8, 8, 6]]
    qtbot.waitUntil(lambda: in_page(preview, qtbot, loaded) == wanted, timeout=10_000)
    assert in_page(preview, qtbot, "document.querySelectorAll('.kb-missing').length") >= 1
    assert in_page(preview, qtbot, "document.querySelectorAll('.kb-broken').length") == 1
    codes = [preview.strip.list.item(row).text() for row in range(preview.strip.list.count())]
    assert any(line.startswith("Line 3:") for line in codes)
    assert any(line.startswith("Line 7: A link leads to nothing") for line in codes)
    assert preview.strip.isVisible()


@pytest.mark.parametrize(
    "payload",
    [
        "<script>document.title='hit'</script>",
        "<img src=x onerror=\"document.title='hit'\">",
        "<svg onload=\"document.title='hit'\"></svg>",
        "[click](javascript:document.title='hit')",
        "<iframe srcdoc=\"<script>parent.document.title='hit'</script>\"></iframe>",
        '<meta http-equiv=refresh content="0;url=data:text/html,hit">',
    ],
)
def test_script_in_an_article_does_not_run(
    desk: Desk, shop: Shop, preview: PreviewPane, qtbot: QtBot, payload: str
) -> None:
    show(desk, preview, qtbot, shop.status, f"Before\n\n{payload}\n\nAfter")
    # Even what the sanitiser let through would not run: put it into the page as it is.
    in_page(preview, qtbot, f"kb.patch([0, 0, [{json.dumps(payload)}], null, 1]) && 0")
    for link in range(2):
        in_page(preview, qtbot, f"(document.querySelectorAll('a')[{link}]?.click(), 0)")
    assert in_page(preview, qtbot, "[document.title, location.href]") == ["", "kb:preview"]


def test_a_link_to_an_article_opens_it(
    desk: Desk, shop: Shop, preview: PreviewPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.status, f"[see](kb:{shop.cancel.id})")
    in_page(preview, qtbot, "(document.querySelector('.kb-article a').click(), 0)")
    qtbot.waitUntil(lambda: desk.selection.current == shop.cancel, timeout=10_000)
    assert in_page(preview, qtbot, "location.href") == "kb:preview"


def test_a_link_outwards_asks_with_its_real_address(
    desk: Desk, shop: Shop, preview: PreviewPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.status, "[our bank](https://evil.example/login)")
    in_page(preview, qtbot, "(document.querySelector('.kb-article a').click(), 0)")

    def boxes() -> list[QMessageBox]:
        return [each for each in preview.findChildren(QMessageBox) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=10_000)
    [box] = boxes()
    assert box.informativeText() == "https://evil.example/login"
    box.reject()


def test_the_source_is_previewed_while_translating(
    desk: Desk, shop: Shop, preview: PreviewPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.status, "One two three.")
    desk.selection.set_locale("fr")
    qtbot.waitUntil(lambda: "commande" in page_text(preview, qtbot), timeout=10_000)
    preview.source_button.click()
    half = preview.source_half
    assert half is not None
    assert isinstance(half.view, WebView)
    with qtbot.waitSignal(half.view.patched, timeout=20_000):
        pass
    words: list[str] = []
    half.view.ask("document.querySelector('main').innerText", words.append)
    qtbot.waitUntil(lambda: bool(words), timeout=10_000)
    assert "How do I see" in words[0]
    assert "commande" in page_text(preview, qtbot)
    preview.target_button.click()
    assert not preview.stage.isVisible()
    preview.source_button.click()
    assert preview.stage.isVisible()
    assert not half.isVisible()


def test_another_article_opens_where_its_text_is(
    desk: Desk, shop: Shop, preview: PreviewPane, editor: EditorPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.cancel, "Short.")
    show(desk, preview, qtbot, shop.status, LONG)
    bar = editor.edit.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: in_page(preview, qtbot, "scrollY") > 100, timeout=10_000)
    place = in_page(preview, qtbot, "scrollY")
    desk.selection.go(shop.cancel)
    qtbot.waitUntil(lambda: "Short." in page_text(preview, qtbot), timeout=10_000)
    assert in_page(preview, qtbot, "scrollY") == 0
    desk.selection.go(shop.status)
    qtbot.waitUntil(lambda: abs(in_page(preview, qtbot, "scrollY") - place) < 60, timeout=10_000)


def test_dark_and_widths(desk: Desk, shop: Shop, preview: PreviewPane, qtbot: QtBot) -> None:
    show(desk, preview, qtbot, shop.status, "Words.")
    desk.themes.choose("dark")
    assert in_page(preview, qtbot, "document.documentElement.dataset.theme") == "dark"
    preview.stage.set_width_preset("desktop")
    qtbot.waitUntil(lambda: in_page(preview, qtbot, "innerWidth") > 1200, timeout=10_000)
    state = preview.save_state()
    preview.restore_state({})
    assert preview.stage.width_preset == "fit"
    preview.restore_state(state)
    assert preview.stage.width_preset == "desktop"
    desk.themes.choose("light")


def test_without_a_text_there_is_nothing_to_preview(
    desk: Desk, shop: Shop, preview: PreviewPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.status, "Words.")
    desk.selection.go(None)
    assert not preview.stage.isVisible()
    desk.selection.go(shop.status)
    qtbot.waitUntil(lambda: "Words." in page_text(preview, qtbot), timeout=10_000)


def test_a_crash_of_the_engine_is_survived(
    desk: Desk, shop: Shop, preview: PreviewPane, qtbot: QtBot
) -> None:
    show(desk, preview, qtbot, shop.status, "Words that stay.")
    assert isinstance(preview.view, WebView)
    with qtbot.waitSignal(preview.view.patched, timeout=20_000):
        preview.view.renderer_ended()
    assert "Words that stay." in page_text(preview, qtbot)


def test_the_simple_preview_shows_the_same_words_and_reads_no_files(
    desk: Desk, shop: Shop, preview: PreviewPane, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "secret.png"
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(picture))
    show(desk, preview, qtbot, shop.status, "Words **here**.")
    assert isinstance(preview.view, WebView)
    facts: list[str] = []
    desk.fact_changed.connect(lambda slot, words: facts.append(words) if slot == "render" else None)
    preview.view.gave_up.emit()
    assert isinstance(preview.view, TextView)
    assert "Words here." in preview.view.browser.toPlainText()
    assert facts[0].startswith("Simple preview")
    found = preview.view.browser.loadResource(2, picture.as_uri())
    assert found.isEmpty()
