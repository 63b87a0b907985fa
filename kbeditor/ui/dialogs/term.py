"""One entry of the glossary: made or changed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.domain.errors import Conflict, KbError
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import Dialog, with_note
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.texts import error_words

HEIGHT = 64


class TermDialog(Dialog):
    """Stays open with what is wrong when the glossary refuses the entry."""

    def __init__(
        self,
        desk: Desk,
        term: GlossaryTerm,
        then: Callable[[GlossaryTerm], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`term` with an empty id is a new one."""
        super().__init__(desk, "", 480)
        if parent is not None:
            self.setParent(parent, self.windowFlags())
        self._known = term
        self._was: GlossaryTerm | None = term
        self._then = then
        self.setWindowTitle(self.tr("Change term") if term.id else self.tr("Add a term"))
        source = desk.locale(desk.selection.source_locale)
        target = desk.locale(term.locale)
        self.term = QLineEdit(term.term)
        self.translation = QLineEdit(term.translation)
        self.forbidden = QLineEdit("; ".join(term.forbidden))
        self.remark = QPlainTextEdit(term.note)
        self.remark.setProperty("framed", "true")
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(HEIGHT)
        form = self.add_form()
        form.addRow(source.name if source else self.tr("Term"), self.term)
        form.addRow(target.name if target else self.tr("Translation"), self.translation)
        form.addRow(
            self.tr("Not"),
            with_note(
                self.forbidden, self.tr("Wrong translations, with a semicolon between them.")
            ),
        )
        form.addRow(self.tr("Note"), self.remark)
        for field, words in (
            (self.term, self.tr("Term")),
            (self.translation, self.tr("Translation")),
            (self.forbidden, self.tr("Wrong translations")),
            (self.remark, self.tr("Note")),
        ):
            field.setAccessibleName(words)
        self.error = PlainLabel(wordWrap=True)
        self.error.setProperty("role", "error")
        self.error.hide()
        self.column.addWidget(self.error)
        self.save = self.add_buttons(self.tr("Save") if term.id else self.tr("Add"))
        for field in (self.term, self.translation):
            field.textChanged.connect(self._check)
        self._check()
        (self.translation if term.term and not term.translation else self.term).setFocus()

    def accept(self) -> None:
        """Hand it to the glossary; close when it has taken it."""
        wanted = replace(
            self._known,
            term=self.term.text(),
            translation=self.translation.text(),
            forbidden=tuple(self.forbidden.text().split(";")),
            note=self.remark.toPlainText(),
        )
        if wanted.id:
            was = self._was
            self.desk.bridge.run(
                lambda ws: ws.glossary.update(wanted, was), self._done, self._refused
            )
        else:
            self.desk.bridge.run(
                lambda ws: ws.glossary.add(
                    wanted.term,
                    wanted.locale,
                    wanted.translation,
                    wanted.forbidden,
                    wanted.note,
                ),
                self._done,
                self._refused,
            )

    def _done(self, term: GlossaryTerm) -> None:
        super().accept()
        if self._then is not None:
            self._then(term)

    def _refused(self, error: Exception) -> bool:
        if not isinstance(error, KbError):
            return False
        if isinstance(error, Conflict):
            self._was = None  # one has read it: the next time it is meant
        self.error.setText(error_words(error))
        self.error.show()
        return True

    def _check(self) -> None:
        if self.save is not None:
            self.save.setEnabled(
                bool(self.term.text().strip()) and bool(self.translation.text().strip())
            )
        self.error.hide()
