"""Publishing from the real window, and looking at the site in a real browser while one writes."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kbeditor.ui.dialogs.significance import SignificanceDialog
from kbeditor.ui.publish.release_dialogs import ReleaseDialog
from kbeditor.ui.publish.window import PublishWindow
from kbeditor.ui.site_look import SiteLook
from kbeditor.ui.start import Start
from tests.helpers.site_check import broken_addresses, read_site
from tests.helpers.site_visits import start_chromium
from tests.helpers.window import Person

CANCEL = "How do I cancel my order?"
CHROMIUM = shutil.which("chromium")


@pytest.fixture
def person(person: Person) -> Person:
    person.start(Start(sample=True))
    person.until(lambda: person.navigator.model.rowCount())
    return person


def write_and_publish(person: Person, words: str) -> None:
    person.keys("Alt+2", "Ctrl+End")
    person.write(words)
    person.keys("Ctrl+Shift+Return")
    person.press(person.dialog(SignificanceDialog), "Publish")
    person.until(lambda: person.note() == "1 text published.")


def look_again(person: Person, window: PublishWindow) -> None:
    before = window.preview
    window.look_again()
    person.until(lambda: window._job is None and window.preview not in (None, before))


def test_a_release_is_published_and_what_is_wrong_stops_the_next(
    person: Person, tmp_path: Path
) -> None:
    article = person.open(CANCEL)
    person.keys("Ctrl+F5")
    window = person.dialog(PublishWindow)
    site = tmp_path / "out" / "site"
    site.parent.mkdir()
    person.until(lambda: window.preview is not None and window._job is None)
    person.fill(window.form.target, str(site))
    QTest.keyClick(window.form.target, Qt.Key.Key_Tab)
    person.until(window.publish.isEnabled)
    person.press(window, "Publish…")
    dialog = person.dialog(ReleaseDialog)
    person.write("The first release")
    person.press(dialog, "Publish")
    person.until(dialog.report.isVisible)
    person.press(dialog, "Done")
    assert broken_addresses(site, read_site(site)) == []
    person.until(lambda: window.releases.list.topLevelItemCount() == 1)
    person.until(lambda: window.changes.model.total == 0 and window._job is None)

    write_and_publish(
        person, "\n\nSee [the page that went](kb:0190a000-0000-7000-8000-00000000dead)."
    )
    look_again(person, window)
    assert not window.publish.isEnabled()
    assert [window.changes.model.index(0, column).data() for column in range(3)] == [
        CANCEL,
        "Changed",
        "EN",
    ]
    person.navigator.desk.selection.go(None)
    window.tabs.setCurrentWidget(window.findings)
    window.findings.tree.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return):  # what blocks stands first
        QTest.keyClick(window.findings.tree, key)
    person.sees_open(article)
    window.close()


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
def test_the_page_in_the_browser_follows_what_is_written(person: Person) -> None:
    assert CHROMIUM is not None
    asked: list[str] = []
    bridge = person.navigator.desk.bridge
    SiteLook(bridge, person.navigator.desk.paths.cache, bridge, asked.append)
    person.open(CANCEL)
    person.keys("F5")
    person.until(lambda: asked)
    with sync_playwright() as playwright:
        browser = start_chromium(playwright, CHROMIUM)
        page = browser.new_page()
        page.goto(asked[0])
        expect(page.get_by_role("heading", level=1)).to_have_text(CANCEL)
        person.keys("Alt+2", "Ctrl+End")
        person.write("\n\nTyped while somebody looks.")
        site = bridge.findChild(SiteLook)
        folder = site.folder if site is not None else None
        assert folder is not None
        address = asked[0].split("/", 3)[3]
        person.until(
            lambda: "Typed while somebody looks." in (folder / address).read_text(encoding="utf-8")
        )
        person.until(lambda: bridge.idle)  # the page is told on the window's own thread
        expect(page.get_by_text("Typed while somebody looks.")).to_be_visible(timeout=30_000)
        browser.close()
