"""The publish window: what a release changes, what blocks it, and publishing it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from kbeditor.domain.finding import ReportLine
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.releases import ChangeKind, Gate
from kbeditor.domain.site import ServerFile, SlugScript, StaleNotice
from kbeditor.domain.source import Page
from kbeditor.domain.states import State
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.ask_words import AskWords
from kbeditor.ui.publish.changes_model import ADDRESS, KIND, TITLE
from kbeditor.ui.publish.gate_dialog import GateDialog
from kbeditor.ui.publish.page_diff import page_changes
from kbeditor.ui.publish.profile_form import ProfileForm
from kbeditor.ui.publish.release_dialogs import AgainDialog, ReleaseDialog, VerifyDialog
from kbeditor.ui.publish.window import PublishWindow
from kbeditor.ui.publish.words import GATES, KINDS, NOTICES, SCRIPTS, SERVERS, WAYS_OUT
from tests.ui.dialogs.acting import opened_by, shown
from tests.ui.pane_desk import Shop, ask, change_source


def opened(desk: Desk) -> PublishWindow:
    """The window, as it is when it has looked."""
    window = opened_by(desk, "library.publish", PublishWindow)
    window.look_again()
    return window


def write_to(form: ProfileForm, target: Path) -> None:
    form.target.setText(str(target))
    form.target.editingFinished.emit()


def rows(window: PublishWindow) -> list[tuple[str, ...]]:
    model = window.changes.model
    return [
        tuple(model.index(line, column).data() for column in (TITLE, KIND, ADDRESS))
        for line in range(model.rowCount())
    ]


def groups(window: PublishWindow) -> list[str]:
    tree = window.findings.tree
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [item.text(0) for item in items if isinstance(item, QTreeWidgetItem)]


def publish(window: PublishWindow, desk: Desk, note: str = "") -> ReleaseDialog:
    window.publish.click()
    dialog = shown(desk, ReleaseDialog)
    dialog.note.setPlainText(note)
    dialog.primary.click()
    return dialog


def test_a_first_release_adds_all_pages_and_is_remembered(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    window = opened(desk)
    assert {kind for _title, kind, _address in rows(window)} == {"Added"}
    assert not window.publish.isEnabled()
    assert "where this profile publishes to" in window.verdict.text()
    write_to(window.form, tmp_path / "out" / "site")
    window.look_again()
    assert window.publish.isEnabled()
    dialog = publish(window, desk, "The first one")
    assert (tmp_path / "out" / "site" / "manifest.json").is_file()
    assert dialog.page is dialog._report_page
    dialog.accept()
    (release,) = ask(desk, lambda ws: ws.releasing.list())
    assert (release.number, release.note, release.author) == (1, "The first one", "Ann")
    assert window.releases.list.topLevelItemCount() == 1
    assert rows(window) == []  # nothing changes any more
    window.close()


def test_what_changed_since_is_listed_filtered_and_shown_word_by_word(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    window = opened(desk)
    write_to(window.form, tmp_path / "site")
    window.look_again()
    publish(window, desk).accept()
    change_source(desk, shop.status, "One two three four six.")
    text = TextRef(shop.status, "en")
    desk.bridge.run(lambda ws: ws.texts.set_state([text], State.PUBLISHED))
    desk.bridge.run(lambda ws: ws.tree.trash([shop.cancel]))
    window.look_again()
    kinds = {title: kind for title, kind, _address in rows(window)}
    assert kinds["How do I see my order's status?"] == "Changed"
    assert kinds["Cancelling"] == "Removed"
    page = window.changes
    page.kind.setCurrentIndex(page.kind.findData(ChangeKind.CHANGED))
    page.kind.activated.emit(page.kind.currentIndex())
    assert {kind for _title, kind, _address in rows(window)} == {"Changed"}
    words = page.diff.words.toPlainText()
    assert "five" in words
    assert "six" in words
    page.words.setText("nothing like this")
    page._filter()
    assert page._stack.currentWidget() is page._filtered
    page.clear()
    assert {title for title, _kind, _address in rows(window)} == set(kinds)
    window.close()


def test_enter_opens_the_article_of_a_page(desk: Desk, shop: Shop) -> None:
    window = opened(desk)
    model = window.changes.model
    titles = [row[0] for row in rows(window)]
    window.changes.list.go_to(titles.index("Cancelling"))
    QTest.keyClick(window.changes.list, Qt.Key.Key_Return)
    assert desk.selection.current == shop.cancel
    assert model.total == len(titles)
    window.close()


def test_a_broken_link_blocks_until_it_is_mended_or_allowed(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    change_source(desk, shop.status, "See [that](kb:00000000-0000-7000-8000-000000000000).")
    text = TextRef(shop.status, "en")
    desk.bridge.run(lambda ws: ws.texts.set_state([text], State.PUBLISHED))
    window = opened(desk)
    write_to(window.form, tmp_path / "site")
    window.look_again()
    assert groups(window)[0] == "Broken link (1) — blocks"
    assert not window.publish.isEnabled()
    assert "block" in window.verdict.text()
    assert "deleted" in window.findings.advice.text()
    QTest.keyClick(window.findings.tree, Qt.Key.Key_Return)
    assert desk.selection.current == shop.status
    window.findings.rules.click()
    rules = shown(desk, GateDialog)
    rules.boxes[Gate.BROKEN_LINK].click()
    rules.accept()
    window.look_again()
    assert window.publish.isEnabled()
    window.close()


def test_a_language_has_rules_of_its_own(desk: Desk, shop: Shop) -> None:
    window = opened(desk)
    window.findings.rules.click()
    rules = shown(desk, GateDialog)
    rules.scope.setCurrentIndex(rules.scope.findData("fr"))
    rules.scope.activated.emit(rules.scope.currentIndex())
    assert not rules.boxes[Gate.UNTRANSLATED].isEnabled()
    rules.own.click()
    rules.boxes[Gate.UNTRANSLATED].click()
    rules.accept()
    gate = ask(desk, lambda ws: ws.profiles.gate())
    assert gate.blocks("fr", Gate.UNTRANSLATED)
    assert not gate.blocks("en", Gate.UNTRANSLATED)
    window.look_again()
    assert "not translated" in groups(window)[0]
    window.close()


def test_profiles_are_made_copied_renamed_and_deleted_and_all_is_undone(
    desk: Desk, shop: Shop
) -> None:
    window = opened(desk)
    profiles = window.profiles
    assert profiles.list.count() == 1  # the one that exists by itself
    profiles.new()
    _answer(desk, window, "Staging")
    assert [profiles.list.item(row).text() for row in range(2)] == ["Help centre", "Staging"]
    assert profiles.current == ask(desk, lambda ws: ws.profiles.find("staging"))
    profiles.rename()
    _answer(desk, window, "Trial")
    profiles.copy()
    _answer(desk, window, "Third")
    assert profiles.list.count() == 3
    desk.bridge.run(lambda ws: ws.history.undo())
    assert profiles.list.count() == 2
    assert profiles.list.item(1).text() == "Trial"
    trial = profiles._profiles[str(profiles.list.item(1).data(Qt.ItemDataRole.UserRole))]
    profiles.remove_wanted.emit(trial)
    assert profiles.list.count() == 1
    window.close()


def _answer(desk: Desk, window: PublishWindow, words: str) -> None:
    (dialog,) = (each for each in window.findChildren(AskWords) if each.isVisible())
    dialog.line.setText(words)
    dialog.accept()


@pytest.mark.parametrize(
    ("field", "words"),
    [("base_url", "help.example.com"), ("endpoint", "votes"), ("target", "somewhere")],
)
def test_what_makes_no_sense_is_said_in_place_and_not_kept(
    desk: Desk, shop: Shop, field: str, words: str
) -> None:
    window = opened(desk)
    line = getattr(window.form, field)
    line.setText(words)
    line.editingFinished.emit()
    name = "vote_endpoint" if field == "endpoint" else field
    assert window.form._wrong[name].isVisibleTo(window)
    assert ask(desk, lambda ws: ws.profiles.list()) == ()
    window.close()


def test_the_form_keeps_what_the_profile_says(desk: Desk, shop: Shop, tmp_path: Path) -> None:
    window = opened(desk)
    form = window.form
    form.zip.click()
    write_to(form, tmp_path / "site.zip")
    form.markdown.click()
    form.base_url.setText("https://help.example.com/")
    form.base_url.editingFinished.emit()
    item = form.locales.item(1)
    item.setCheckState(Qt.CheckState.Unchecked)
    (kept,) = ask(desk, lambda ws: ws.profiles.list())
    options = kept.options
    assert (kept.name, kept.target) == ("Help centre", str(tmp_path / "site.zip"))
    assert (options.zip, options.markdown, options.locales) == (True, True, ("en",))
    assert options.base_url == "https://help.example.com/"
    window.look_again()
    assert window.locales.list.topLevelItemCount() == 1
    window.close()


def test_an_old_release_is_built_again_and_verified(desk: Desk, shop: Shop, tmp_path: Path) -> None:
    window = opened(desk)
    write_to(window.form, tmp_path / "site")
    window.look_again()
    publish(window, desk).accept()
    assert [each.number for each in ask(desk, lambda ws: ws.releasing.list())] == [1]
    window.releases.again.click()
    again = shown(desk, AgainDialog)
    again.target.setText(str(tmp_path / "again"))
    again.primary.click()
    assert "byte by byte" in again._headline.text()
    again.accept()
    manifests = [(tmp_path / name / "manifest.json").read_bytes() for name in ("site", "again")]
    assert manifests[0] == manifests[1]
    page = next((tmp_path / "again").rglob("*.css"))
    page.write_bytes(page.read_bytes() + b" ")
    window.releases.verify.click()
    verify = shown(desk, VerifyDialog)
    assert verify.bundle.text() == str(tmp_path / "site")
    verify.bundle.setText(str(tmp_path / "again"))
    verify.primary.click()
    (line,) = verify.report._model.lines()
    assert line.place.endswith(page.name)
    verify.accept()
    window.close()


def test_what_a_build_would_report_stands_below_what_is_wrong(desk: Desk, shop: Shop) -> None:
    window = opened(desk)
    found = window.preview.findings if window.preview else ()
    line = ReportLine("warning", "slug_changed", "Cancelling (en)", 0, "Two wanted this address.")
    again = ReportLine("warning", "category_name_missing", "Orders (fr)", 0, "It has no name.")
    window.findings.show_findings(found, (line, again))
    assert groups(window)[-1] == "What the build reports (1)"
    last = window.findings.tree.topLevelItem(len(groups(window)) - 1)
    child = last.child(0) if last is not None else None
    assert child is not None
    assert (child.text(0), child.text(3)) == ("Cancelling (en)", "Two wanted this address.")
    window.close()


def test_every_code_has_its_words() -> None:
    assert set(GATES) == set(WAYS_OUT) == set(Gate)
    assert set(KINDS) == set(ChangeKind)
    assert (set(NOTICES), set(SCRIPTS), set(SERVERS)) == (
        set(StaleNotice),
        set(SlugScript),
        set(ServerFile),
    )


def test_enter_in_a_field_keeps_it_and_publishes_nothing(
    desk: Desk, shop: Shop, tmp_path: Path
) -> None:
    window = opened(desk)
    write_to(window.form, tmp_path / "site")
    window.look_again()
    window.form.base_url.setFocus()
    window.form.base_url.setText("https://help.example.com/")
    QTest.keyClick(window.form.base_url, Qt.Key.Key_Return)
    assert not window.findChildren(ReleaseDialog)
    assert not desk.window.findChildren(ReleaseDialog)
    (kept,) = ask(desk, lambda ws: ws.profiles.list())
    assert kept.options.base_url == "https://help.example.com/"
    window.close()


def test_what_is_typed_outlives_a_change_of_the_settings(desk: Desk, shop: Shop) -> None:
    window = opened(desk)
    window.form.base_url.setText("https://half-typ")
    desk.bridge.run(lambda ws: ws.settings.set("site_name", "Shop"))
    assert window.form.base_url.text() == "https://half-typ"
    window.close()


def test_paragraphs_are_compared_below_their_headings() -> None:
    old = _page("Title", "One.\n\n## Steps\n\nTwo.\n\nThree.")
    new = _page("Title now", "One.\n\n## Steps\n\nTwo changed.\n\nThree.\n\nFour.")
    changes = page_changes(old, new)
    assert [(each.heading, each.old, each.new) for each in changes] == [
        ("", "Title", "Title now"),
        ("Steps", "Two.", "Two changed."),
        ("", "", "Four."),
    ]


def _page(title: str, body: str) -> Page:
    return Page(Ref(Kind.ARTICLE, "a"), "en", title, "", (), body, None, "", None)


def test_the_window_goes_with_its_library(desk: Desk, shop: Shop, qtbot: QtBot) -> None:
    window = opened(desk)
    desk.bridge.close()
    assert not window.isVisible()
