"""Choosing files and folders without blocking the event loop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], None]


def choose_open(
    parent: QWidget, title: str, name_filter: str, then: Then, start: Path | None = None
) -> QFileDialog:
    """Ask for one existing file."""
    dialog = _dialog(parent, title, name_filter, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog


def choose_several(
    parent: QWidget, title: str, name_filter: str, then: Callable[[list[Path]], None]
) -> QFileDialog:
    """Ask for existing files."""
    dialog = _dialog(parent, title, name_filter, None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()
    return dialog


def choose_save(
    parent: QWidget, title: str, name_filter: str, suggestion: Path, then: Then
) -> QFileDialog:
    """Ask where to write a file; an existing one is asked about."""
    dialog = _dialog(parent, title, name_filter, suggestion.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(suggestion.name)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog


def choose_folder(
    parent: QWidget, title: str, then: Then, start: Path | None = None
) -> QFileDialog:
    """Ask for an existing folder."""
    dialog = _dialog(parent, title, "", start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, name_filter: str, start: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start or ""), name_filter)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
