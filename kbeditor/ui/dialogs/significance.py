"""How big is this change for translators? Asked when a changed source is published."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.states import Significance


class SignificanceDialog(QDialog):
    """Minor, update or important; and a note for the translators."""

    def __init__(
        self,
        count: int,
        locale_names: Sequence[str],
        then: Callable[[Significance, str], None],
        parent: QWidget,
    ) -> None:
        """`count` changed sources; `locale_names` are those that have a translation of them."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Publish the change"))
        self._then = then
        self._group = QButtonGroup(self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("What changed, in a few words (optional)"))
        self.note.setAccessibleName(self.tr("Note for translators"))
        question = QLabel(self.tr("How big is the change of %Ln text(s)?", "", count), self)
        question.setProperty("role", "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(question)
        layout.addWidget(self._label(self._affected(locale_names)))
        layout.addSpacing(4)
        for significance, words, meaning in (
            (
                Significance.MINOR,
                self.tr("&Minor"),
                self.tr("A typo or wording. Translations stay up to date."),
            ),
            (
                Significance.UPDATE,
                self.tr("&Update"),
                self.tr("The content changed. Translations become outdated."),
            ),
            (
                Significance.IMPORTANT,
                self.tr("&Important"),
                self.tr("Readers of an outdated translation see a warning."),
            ),
        ):
            button = QRadioButton(words, self)
            button.setChecked(significance is Significance.UPDATE)
            button.setAccessibleDescription(meaning)
            self._group.addButton(button, int(significance))
            layout.addWidget(button)
            explained = self._label(meaning)
            explained.setIndent(24)
            layout.addWidget(explained)
        layout.addSpacing(4)
        layout.addWidget(self.note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        publish = buttons.addButton(self.tr("Publish"), QDialogButtonBox.ButtonRole.AcceptRole)
        publish.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._group.button(int(Significance.UPDATE)).setFocus()

    def accept(self) -> None:
        super().accept()
        self._then(Significance(self._group.checkedId()), self.note.text().strip())

    def choose(self, significance: Significance) -> None:
        """Tick one of the three."""
        self._group.button(int(significance)).setChecked(True)

    def _affected(self, names: Sequence[str]) -> str:
        if not names:
            return self.tr("There is no translation of it yet.")
        return self.tr("Translations: {names}").format(names=", ".join(names))

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self, wordWrap=True)
        label.setProperty("role", "muted")
        return label
