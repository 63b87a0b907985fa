"""A theme's colour, marks and font."""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Attachment
from kbeditor.domain.site import SiteTheme
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import make_form, note, with_note
from kbeditor.ui.editor.pictures import reader
from kbeditor.ui.texts import error_words
from kbeditor.ui.widgets.choose_file import choose_open
from kbeditor.ui.widgets.thumbnails import Thumbnails, is_picture

BUILT_IN = "#0b6760"
"""What the button's dialog begins with where no colour is set."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_MARKS = ("logo", "logo_dark", "favicon")
_THUMB = QSize(32, 20)


class LookPage(QWidget):
    """`edited` tells that something is other than it was."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pictures: dict[str, Attachment] = {}
        self._thumbnails = Thumbnails(desk.bridge, desk.themes, _THUMB, self)
        self._thumbnails.ready.connect(self._painted)
        self.name = QLineEdit()
        self.name.textEdited.connect(lambda _text: self.edited.emit())
        self.accent = QLineEdit(placeholderText=BUILT_IN, maxLength=7)
        self.accent.setFixedWidth(110)
        self.accent.textChanged.connect(self._accent_changed)
        self.accent.textEdited.connect(lambda _text: self.edited.emit())
        self.choose = QPushButton(self.tr("Choose…"), autoDefault=False)
        self.choose.clicked.connect(self._choose_colour)
        self.said = note()
        self.said.setTextFormat(Qt.TextFormat.RichText)
        self.font_ = QLineEdit(placeholderText=self.tr("The reader’s system font"))
        self.font_.textEdited.connect(lambda _text: self.edited.emit())
        self.contact = QLineEdit(placeholderText="mailto:help@example.com")
        self.contact.textEdited.connect(lambda _text: self.edited.emit())
        self.marks = {name: self._mark_box() for name in _MARKS}
        self._build()
        desk.bridge.run(lambda ws: ws.attachments.list(), self._know)

    def _build(self) -> None:
        colour = QWidget()
        row = QHBoxLayout(colour)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.accent)
        row.addWidget(self.choose)
        row.addStretch(1)
        accent = QWidget()
        below = QVBoxLayout(accent)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(colour)
        below.addWidget(self.said)
        form = make_form()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Colour"), accent)
        words = self.tr("Names with commas between them; what a reader has not is left out.")
        form.addRow(self.tr("&Font"), with_note(self.font_, words))
        form.addRow(self.tr("&Logo"), self._mark_row("logo"))
        form.addRow(self.tr("Logo on &dark"), self._mark_row("logo_dark"))
        form.addRow(self.tr("&Icon"), self._mark_row("favicon"))
        words = self.tr("Where readers are sent when nothing helps: an address, or mailto:")
        form.addRow(self.tr("C&ontact"), with_note(self.contact, words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.addLayout(form)
        column.addStretch(1)

    def _mark_row(self, name: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        add = QPushButton(self.tr("Add…"), autoDefault=False)
        add.setToolTip(self.tr("A picture from this computer, which the library keeps"))
        add.clicked.connect(lambda _checked=False: self._add(name))
        row.addWidget(self.marks[name], 1)
        row.addWidget(add)
        return holder

    def _mark_box(self) -> QComboBox:
        box = QComboBox()
        box.setIconSize(_THUMB)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(14)
        box.activated.connect(lambda _index: self.edited.emit())
        return box

    # ------------------------------------------------------------------ showing, reading

    def show_theme(self, theme: SiteTheme) -> None:
        """Show what a theme says."""
        self.name.setText(theme.name)
        self.accent.setText(theme.accent)
        self._accent_changed(theme.accent)
        self.font_.setText(theme.font)
        self.contact.setText(theme.contact)
        for name, box in self.marks.items():
            self._fill(box, getattr(theme, name))

    def apply(self, theme: SiteTheme) -> SiteTheme:
        """The theme with what stands here. A colour that is not whole yet is left as it was."""
        words = self.accent.text().strip().lower()
        return replace(
            theme,
            name=self.name.text(),
            accent=words if not words or _HEX.fullmatch(words) else theme.accent,
            font=self.font_.text().strip(),
            contact=self.contact.text().strip(),
            logo=self._mark("logo"),
            logo_dark=self._mark("logo_dark"),
            favicon=self._mark("favicon"),
        )

    def _mark(self, name: str) -> str:
        return str(self.marks[name].currentData() or "")

    def _know(self, attachments: Sequence[Attachment]) -> None:
        self._pictures = {each.id: each for each in attachments if is_picture(each)}
        for box in self.marks.values():
            self._fill(box, str(box.currentData() or ""))

    def _fill(self, box: QComboBox, chosen: str) -> None:
        box.clear()
        box.addItem(self.tr("None"), "")
        for each in self._pictures.values():
            box.addItem(self._thumbnails.icon(each), each.name, each.id)
        if chosen and chosen not in self._pictures:
            box.addItem(self.tr("(no longer in the library)"), chosen)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def _painted(self, attachment_id: str) -> None:
        for box in self.marks.values():
            place = box.findData(attachment_id)
            if place >= 0:
                box.setItemIcon(place, self._thumbnails.icon(self._pictures[attachment_id]))

    def _add(self, name: str) -> None:
        kinds = self.tr("Pictures") + " (*.svg *.png *.webp *.jpg *.jpeg *.ico)"

        def added(attachment: Attachment) -> None:
            self._pictures[attachment.id] = attachment
            for other, box in self.marks.items():
                kept = attachment.id if other == name else str(box.currentData() or "")
                self._fill(box, kept)
            self.edited.emit()

        choose_open(
            self,
            self.tr("A picture for the site"),
            kinds,
            lambda path: self._desk.bridge.run(
                lambda ws: ws.attachments.add(path.name, reader(path)()), added
            ),
        )

    # ------------------------------------------------------------------ the colour

    def _choose_colour(self) -> None:
        now = QColor(self.accent.text() or BUILT_IN)
        dialog = QColorDialog(now if now.isValid() else QColor(BUILT_IN), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("The company’s colour"))
        dialog.colorSelected.connect(self._colour_chosen)
        dialog.open()

    def _colour_chosen(self, colour: QColor) -> None:
        self.accent.setText(colour.name())
        self.edited.emit()

    def _accent_changed(self, words: str) -> None:
        swatch = QPixmap(16, 16)
        colour = QColor(words) if _HEX.fullmatch(words) else QColor(BUILT_IN)
        swatch.fill(colour)
        self.choose.setIcon(QIcon(swatch))
        if not words:
            self.said.setText(self.tr("The built-in green."))
        elif not _HEX.fullmatch(words):
            self.said.setText(self.tr("Write it as # and six digits, as in #0b6760."))
        else:
            self._desk.bridge.ask_latest(
                "themes.accent", lambda ws: ws.looks.accent(words), self._say, self._unsaid
            )

    def _say(self, made: tuple[str, str, bool]) -> None:
        light, dark, corrected = made
        if corrected:
            words = self.tr(
                "Too weak for small words: large areas keep it, links and text take {light} on "
                "light pages and {dark} on dark ones."
            )
        else:
            words = self.tr("Easily read on light pages; on dark ones it becomes {dark}.")
        self.said.setText(words.format(light=_swatch(light), dark=_swatch(dark)))

    def _unsaid(self, error: Exception) -> bool:
        if isinstance(error, KbError):
            self.said.setText(error_words(error))
        return isinstance(error, KbError)


def _swatch(colour: str) -> str:
    """A colour's digits behind a small square of it."""
    return f'<span style="color:{colour}">■</span>&nbsp;{colour}'
