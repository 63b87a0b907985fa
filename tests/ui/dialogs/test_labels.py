"""Labels of forms lead to their fields, whatever else stands in the row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.export import ExportDialog
from kbeditor.ui.dialogs.hand_out import HandOutDialog
from kbeditor.ui.dialogs.importing import ImportDialog
from kbeditor.ui.dialogs.new_library import NewLibraryDialog
from kbeditor.ui.dialogs.settings import SettingsDialog
from tests.ui.dialogs.acting import opened_by
from tests.ui.pane_desk import Shop


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("file.new", NewLibraryDialog),
        ("library.settings", SettingsDialog),
        ("library.import", ImportDialog),
        ("library.export", ExportDialog),
        ("library.hand_out", HandOutDialog),
    ],
)
def test_a_letter_leads_to_a_field_that_can_be_written_in(
    desk: Desk, shop: Shop, action: str, kind: type[QDialog]
) -> None:
    dialog = opened_by(desk, action, kind)
    lettered = [each for each in dialog.findChildren(QLabel) if "&" in each.text()]
    assert lettered
    for label in lettered:
        field = label.buddy()
        assert field is not None, label.text()
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus, label.text()
        assert field.accessibleName(), label.text()
    dialog.reject()


def test_what_stands_beside_and_below_a_field_is_passed_over(desk: Desk, shop: Shop) -> None:
    dialog = opened_by(desk, "file.new", NewLibraryDialog)
    fields = {each.text(): each.buddy() for each in dialog.findChildren(QLabel)}
    assert fields["&File"] is dialog.path  # a button stands beside it
    assert fields["Written in"] is dialog.source  # a note stands below it
    assert fields["Translated &to"] is dialog._list  # buttons stand beside it
    assert dialog.path.accessibleName() == "File"
    dialog.reject()
