"""Making a theme: what is changed is shown beside it, saved as one act, or refused in its place."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from kbeditor.domain.site import SiteLink, SiteTheme
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.quick_open import ChoosePage
from kbeditor.ui.publish.theme_links import ADDRESS
from kbeditor.ui.publish.themes_dialog import ThemesDialog
from tests.ui.dialogs.acting import opened_by
from tests.ui.pane_desk import Shop, ask


@pytest.fixture
def dialog(desk: Desk, shop: Shop) -> Iterator[ThemesDialog]:
    dialog = opened_by(desk, "library.themes", ThemesDialog)
    yield dialog
    if Shiboken.isValid(dialog):
        dialog.done(0)


def themes(desk: Desk) -> dict[str, SiteTheme]:
    return ask(desk, lambda ws: ws.profiles.themes())


def test_a_theme_is_made_and_saved_and_undone(desk: Desk, dialog: ThemesDialog) -> None:
    assert dialog._stack.currentWidget() is dialog._empty
    dialog.new()
    dialog.look.name.setText("Acme")
    dialog.look.name.textEdited.emit("Acme")
    dialog.look.accent.setText("#ff9900")
    dialog.look.accent.textEdited.emit("#ff9900")
    assert "#9f5d01" in dialog.look.said.text()  # the contrast is told
    dialog.style_.field.setPlainText("b { top: 0 }")
    dialog.links.header.show_links([SiteLink("Shop", "https://shop.example.com/", "fr")])
    dialog.links.edited.emit()
    dialog.save()
    assert not dialog.isVisible()
    (theme,) = themes(desk).values()
    assert (theme.name, theme.accent, theme.css) == ("Acme", "#ff9900", "b { top: 0 }")
    assert theme.header_links == (SiteLink("Shop", "https://shop.example.com/", "fr"),)
    desk.bridge.run(lambda ws: ws.history.undo())
    assert themes(desk) == {}


def test_a_page_of_the_site_is_chosen_by_its_title(
    desk: Desk, shop: Shop, dialog: ThemesDialog
) -> None:
    dialog.new()
    footer = dialog.links.footer
    footer.page.click()
    chooser = dialog.findChild(ChoosePage)
    assert chooser is not None
    chooser.field.setText("visa")
    chooser.choose()
    (link,) = footer.links()
    assert link == SiteLink("", f"kb:{shop.visa.id}")
    shown = footer.table.item(0, ADDRESS)
    assert shown is not None
    assert "visa" in shown.text().casefold()
    dialog.save()
    (theme,) = themes(desk).values()
    assert theme.footer_links == (link,)


def test_a_page_that_is_gone_keeps_its_id(desk: Desk, dialog: ThemesDialog) -> None:
    gone = SiteLink("Old", "kb:0190a000-0000-7000-8000-00000000ffff")
    dialog.new()
    dialog.links.header.show_links([gone])
    assert dialog.links.header.links() == (gone,)
    shown = dialog.links.header.table.item(0, ADDRESS)
    assert shown is not None
    assert shown.text() == gone.href


def test_a_block_that_fails_is_said_below_it_and_cannot_be_saved(
    desk: Desk, dialog: ThemesDialog, qtbot: QtBot
) -> None:
    dialog.new()
    dialog.blocks.block.setCurrentIndex(dialog.blocks.block.findData("footer"))
    dialog.blocks._show_block()
    dialog.blocks.field.setPlainText("{{ nothing( }}")
    dialog.preview._soon.stop()
    dialog.preview._build()
    assert "footer" in dialog.blocks.wrong.text()
    assert dialog.blocks.wrong.isVisibleTo(dialog.blocks)
    assert not dialog.save_button.isEnabled()
    dialog.blocks.field.setPlainText("<p>{{ site.name }}</p>")
    dialog.preview._soon.stop()
    dialog.preview._build()
    assert not dialog.blocks.wrong.isVisibleTo(dialog.blocks)
    assert dialog.save_button.isEnabled()


def test_own_words_are_kept_by_language(desk: Desk, dialog: ThemesDialog) -> None:
    dialog.new()
    dialog.words.language.setCurrentIndex(dialog.words.language.findData("fr"))
    dialog.words._read()
    dialog.words.filter.setText("accueil")
    table = dialog.words.table
    shown = [row for row in range(table.rowCount()) if not table.isRowHidden(row)]
    assert 0 < len(shown) < table.rowCount()
    row = next(row for row in shown if table.model().index(row, 0).data() == "Accueil")
    item = table.item(row, 1)
    assert item is not None
    item.setText("Début")
    dialog.save()
    (theme,) = themes(desk).values()
    assert theme.words == {"fr": {"home": "Début"}}


def test_leaving_asks_about_what_is_not_saved(desk: Desk, dialog: ThemesDialog) -> None:
    dialog.new()
    dialog.reject()
    (box,) = (each for each in dialog.findChildren(QMessageBox) if each.isVisible())
    assert dialog.isVisible()
    box.reject()
    dialog.remove()
    dialog.reject()  # nothing to lose
    assert not dialog.isVisible()
    assert themes(desk) == {}


def test_a_copy_has_a_name_of_its_own_and_deleting_waits_for_the_button(
    desk: Desk, shop: Shop
) -> None:
    desk.bridge.run(lambda ws: ws.profiles.save_theme("", SiteTheme("Acme", accent="#aa1144")))
    dialog = opened_by(desk, "library.themes", ThemesDialog)
    dialog.copy()
    assert dialog.themes.currentText() == "Acme 2 •"
    dialog._choose(str(dialog.themes.itemData(0)))
    dialog.remove()
    assert [each.name for each in themes(desk).values()] == ["Acme"]
    dialog.save()
    assert [each.name for each in themes(desk).values()] == ["Acme 2"]
