"""Known payloads in the preview: none becomes more than words in the web engine's page."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
)
from pytestqt.qtbot import QtBot

from kbeditor.app.preview_page import PageBlocks, wanted_ids
from kbeditor.domain.rendered import RenderContext, Target
from kbeditor.rendering.pipeline import Renderer
from kbeditor.ui.application import prepare_environment
from kbeditor.ui.preview import web_view
from kbeditor.ui.preview.page import PageHead
from kbeditor.ui.preview.patching import Patch
from kbeditor.ui.preview.text_view import TextView
from kbeditor.ui.preview.web_scheme import PAGE, Blocker
from kbeditor.ui.preview.web_view import WebView
from tests.helpers.guarded_browser import AUDIT
from tests.helpers.payloads import bodies, payloads

# Before pytest-qt makes the application: the web engine learns of `kb:` then or never.
prepare_environment()


class Watch:
    """What the preview was asked for."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.pictures: list[str] = []
        self.led_to: list[str] = []

    def fetch(self, id_: str, answer: Callable[[str, bytes], None]) -> None:
        """No picture is there."""
        self.pictures.append(id_)
        answer("", b"")


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def view(qtbot: QtBot, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebView]:
    class Recorder(Blocker):
        def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
            watch.requests.append(info.requestUrl().toString())
            super().interceptRequest(info)

    monkeypatch.setattr(web_view, "Blocker", Recorder)
    view = WebView(watch.fetch)
    page = view.findChild(QWebEnginePage)
    assert page is not None
    page.urlChanged.connect(lambda url: watch.led_to.append(url.toString()))
    view.link_clicked.connect(watch.led_to.append)
    view.resize(800, 600)
    view.show()
    yield view
    view.close_down()
    view.close()
    view.deleteLater()


def in_page(view: WebView, qtbot: QtBot, expression: str) -> Any:
    """The value of an expression in the world that the article cannot reach."""
    answers: list[Any] = []
    view.ask(expression, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=60_000)
    return answers[0]


@pytest.fixture(scope="module")
def blocks() -> tuple[str, ...]:
    """The blocks of all hostile bodies, as the preview shows them: links resolved, too."""
    renderer = Renderer()
    shown: list[str] = []
    hostile = payloads()
    for number, body in enumerate(bodies()):
        preview = renderer.preview(body, RenderContext())
        title = hostile[number % len(hostile)]
        targets = {id_: Target(f"kb:{id_}", title) for id_ in wanted_ids(preview)}
        page = PageBlocks()
        page.take(preview)
        shown += map(page.html, page.keys(preview, targets))
    return tuple(shown)


def test_no_payload_becomes_an_element(
    qtbot: QtBot, view: WebView, watch: Watch, blocks: tuple[str, ...]
) -> None:
    title = " ".join(payloads())
    view.set_head(PageHead(title, title))
    with qtbot.waitSignal(view.patched, timeout=60_000):
        view.patch(Patch(0, 0, blocks, tuple(range(1, len(blocks) + 1)), len(blocks) + 1))
    assert in_page(view, qtbot, "kb.count()") == len(blocks) > 5_000
    assert in_page(view, qtbot, f"({AUDIT})('')") == []
    heading = in_page(view, qtbot, "document.querySelector('h1').textContent")
    summary = in_page(view, qtbot, "document.querySelector('.summary').textContent")
    assert heading == summary == title
    in_page(view, qtbot, "kb.afterPaint() ?? 1")
    qtbot.waitUntil(lambda: bool(in_page(view, qtbot, "kb.isPainted()")), timeout=60_000)
    assert {QUrl(each).scheme() for each in watch.requests} <= {"kb", "data"}
    assert set(watch.led_to) <= {PAGE}
    assert in_page(view, qtbot, "location.href") == PAGE


def test_the_page_runs_no_script_even_without_the_sanitiser(
    qtbot: QtBot, view: WebView, watch: Watch
) -> None:
    """The control: payloads as they are do become elements, which the audit sees.

    The page's own walls then hold: no script, nothing asked of another host, no other page.
    """
    page = view.findChild(QWebEnginePage)
    assert page is not None
    attribute = QWebEngineSettings.WebAttribute.JavascriptEnabled
    assert not page.settings().testAttribute(attribute)
    raw = payloads()
    with qtbot.waitSignal(view.patched, timeout=60_000):
        view.patch(Patch(0, 0, raw, tuple(range(1, len(raw) + 1)), len(raw) + 1))
    assert len(in_page(view, qtbot, f"({AUDIT})('')")) > 300
    in_page(view, qtbot, "kb.afterPaint() ?? 1")
    qtbot.waitUntil(lambda: bool(in_page(view, qtbot, "kb.isPainted()")), timeout=60_000)
    # `pwned` would not be found, and the page's world would say so in its title.
    assert in_page(view, qtbot, "document.title") == ""
    assert in_page(view, qtbot, "location.href") == PAGE


def test_the_simple_preview_asks_the_library_only(
    qtbot: QtBot, watch: Watch, blocks: tuple[str, ...]
) -> None:
    view = TextView(watch.fetch)
    qtbot.addWidget(view)
    view.set_head(PageHead(payloads()[0], payloads()[0]))
    view.patch(Patch(0, 0, blocks[:2_000], tuple(range(1, 2_001)), 2_001))
    assert payloads()[0] in view.browser.toPlainText()
    assert all(each.isalnum() for each in watch.pictures)


def test_titles_reach_the_page_as_data() -> None:
    """What separates lines in scripts is harmless in the literal that carries a title."""
    title = "\u2028\u2029</script>'\"`${}\\"
    assert json.loads(json.dumps(PageHead(title).data(), ensure_ascii=False))[0] == title
