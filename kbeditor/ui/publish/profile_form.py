"""What one profile says: where to, which languages, how pages and addresses are made."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QWidget,
)

from kbeditor.domain.releases import Profile
from kbeditor.domain.site import ServerFile, SiteTheme, SlugScript, StaleNotice
from kbeditor.domain.states import State
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import with_note
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.publish.words import NOTICES, SCRIPTS, SERVERS
from kbeditor.ui.texts import state_words, words_of
from kbeditor.ui.widgets.choose_file import choose_folder, choose_save
from kbeditor.ui.widgets.layouts import set_side_margins

_PUBLIC = re.compile(r"https?://[^\s/]+\S*")
_ENDPOINT = re.compile(r"(?:https?:/)?/[^\s\"'<>;,\\]+")


class ProfileForm(QScrollArea):
    """Each change that makes sense is told at once; one that does not is marked where it stands."""

    edited = Signal(object)  # Profile
    themes_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._profile = Profile("", "")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        form = self._form = QFormLayout(page)
        set_side_margins(form, 0, 14)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        names = ("target", "locales", "base_url", "vote_endpoint")
        self._wrong = {name: _wrong_words() for name in names}
        self._make_place()
        self._make_content()
        self._make_look()
        self._make_addresses()
        self._make_readers()
        self.setWidget(page)
        self.setMinimumWidth(
            page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        )

    # ------------------------------------------------------------------ making

    def _make_place(self) -> None:
        form = self._section(self.tr("Where to"))
        self.zip = QCheckBox(self.tr("As one .zip file"))
        self.target = QLineEdit(placeholderText=self.tr("A folder of its own"))
        self.target.setAccessibleName(self.tr("Where to"))
        choose = QPushButton(self.tr("Choose…"), autoDefault=False)
        choose.clicked.connect(self._choose_target)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.target, 1)
        line.addWidget(choose)
        form.addRow(row)
        form.addRow(self._wrong["target"])
        form.addRow(self.zip)
        self.target.editingFinished.connect(self._change)
        self.zip.clicked.connect(self._zip_changed)

    def _make_content(self) -> None:
        form = self._section(self.tr("Which pages"))
        self.locales = QListWidget()
        self.locales.setProperty("framed", "true")
        self.locales.setAccessibleName(self.tr("Languages"))
        self.locales.itemChanged.connect(lambda _item: self._change())
        self.state = QComboBox()
        for state in (State.PUBLISHED, State.IN_REVIEW, State.DRAFT):
            words = state_words(state)
            if state is not State.PUBLISHED:
                words = self.tr("{state} and further").format(state=words)
            self.state.addItem(words, state)
        self.state.activated.connect(lambda _index: self._change())
        self.fallback = QCheckBox(self.tr("Show what is not translated in another language"))
        self.fallback.clicked.connect(lambda _on: self._change())
        form.addRow(self.tr("&Languages"), self.locales)
        form.addRow(self._wrong["locales"])
        form.addRow(self.tr("&State"), self.state)
        form.addRow(self.fallback)

    def _make_look(self) -> None:
        form = self._section(self.tr("Look"))
        self.theme = QComboBox()
        self.theme.activated.connect(lambda _index: self._change())
        edit = QPushButton(self.tr("Edit…"), autoDefault=False)
        edit.setToolTip(self.tr("Make and change themes"))
        edit.clicked.connect(lambda _checked=False: self.themes_wanted.emit())
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.theme, 1)
        line.addWidget(edit)
        form.addRow(self.tr("&Theme"), row)

    def _make_addresses(self) -> None:
        form = self._section(self.tr("Addresses"))
        self.base_url = QLineEdit(placeholderText="https://help.example.com/")
        self.base_url.editingFinished.connect(self._change)
        words = self.tr("Search engines need it; pages work without.")
        form.addRow(self.tr("&Address"), with_note(self.base_url, words))
        form.addRow(self._wrong["base_url"])
        self.slugs = self._choices(SCRIPTS)
        form.addRow(self.tr("&Made of"), self.slugs)
        source = self._desk.library.source_locale if self._desk.library else ""
        words = self.tr("No folder of its own for {locale}").format(locale=source)
        self.source_at_root = QCheckBox(words)
        self.source_at_root.clicked.connect(lambda _on: self._change())
        form.addRow(self.source_at_root)
        self.servers: dict[ServerFile, QCheckBox] = {}
        form.addRow(PlainLabel(self.tr("Tell these servers of moved pages, too:")))
        for server, name in SERVERS.items():
            box = self.servers[ServerFile(server)] = QCheckBox(name)
            box.clicked.connect(lambda _on: self._change())
            form.addRow(box)

    def _make_readers(self) -> None:
        form = self._section(self.tr("Readers"))
        self.notice = self._choices(NOTICES)
        tip = self.tr("When a translation that is behind its source says so")
        self.notice.setToolTip(tip)
        form.addRow(self.tr("&Warn of old pages"), self.notice)
        self.endpoint = QLineEdit(placeholderText="https://…")
        self.endpoint.editingFinished.connect(self._change)
        words = self.tr("Where votes and failed searches are sent; empty: nowhere.")
        form.addRow(self.tr("&Votes go to"), with_note(self.endpoint, words))
        form.addRow(self._wrong["vote_endpoint"])
        self.markdown = QCheckBox(self.tr("Markdown beside each page, and llms.txt"))
        self.markdown.setToolTip(self.tr("For programs that answer questions from your pages"))
        self.markdown.clicked.connect(lambda _on: self._change())
        form.addRow(self.markdown)

    def _section(self, words: str) -> QFormLayout:
        """A heading; what follows stands below it. One form: its labels are equally wide."""
        heading = PlainLabel(words)
        heading.setProperty("role", "field")
        if self._form.rowCount():
            heading.setContentsMargins(0, 12, 0, 0)
        self._form.addRow(heading)
        return self._form

    def _choices(self, table: Mapping[str, str]) -> QComboBox:
        box = QComboBox()
        for code in table:
            box.addItem(words_of("Publish", table, code), code)
        box.activated.connect(lambda _index: self._change())
        return box

    # ------------------------------------------------------------------ showing

    def show_profile(self, profile: Profile, themes: Mapping[str, SiteTheme]) -> None:
        """Show what a profile says. What is typed and not kept yet stays when it is the same."""
        if profile == self._profile:
            self._show_themes(themes)
            return
        options = profile.options
        self._profile = profile
        self.target.setText(profile.target)
        self.zip.setChecked(options.zip)
        self._show_locales(options.locales)
        self.state.setCurrentIndex(self.state.findData(options.least_state))
        self.fallback.setChecked(options.fallback)
        self._show_themes(themes)
        self.base_url.setText(options.base_url)
        self.slugs.setCurrentIndex(self.slugs.findData(options.slugs.value))
        self.source_at_root.setChecked(options.source_at_root)
        for server, box in self.servers.items():
            box.setChecked(server in options.server_files)
        self.notice.setCurrentIndex(self.notice.findData(options.stale_notice.value))
        self.endpoint.setText(options.vote_endpoint)
        self.markdown.setChecked(options.markdown)
        self._check()

    def _show_locales(self, chosen: tuple[str, ...] | None) -> None:
        with QSignalBlocker(self.locales):
            self.locales.clear()
            for locale in self._desk.locales:
                item = QListWidgetItem(f"{locale.name} ({locale.tag})")
                item.setData(Qt.ItemDataRole.UserRole, locale.tag)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                on = locale.published if chosen is None else locale.tag in chosen
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
                self.locales.addItem(item)
        self.locales.setFixedHeight(min(5, max(2, self.locales.count())) * 26 + 8)

    def _show_themes(self, themes: Mapping[str, SiteTheme]) -> None:
        self.theme.clear()
        self.theme.addItem(self.tr("Built in"), "")
        for theme_id, theme in themes.items():
            self.theme.addItem(theme.name, theme_id)
        self.theme.setCurrentIndex(max(0, self.theme.findData(self._profile.theme)))

    # ------------------------------------------------------------------ changing

    def read(self) -> Profile:
        """The profile as the form says it now."""
        options = replace(
            self._profile.options,
            locales=self._chosen_locales(),
            least_state=self.state.currentData(),
            fallback=self.fallback.isChecked(),
            base_url=self.base_url.text().strip(),
            source_at_root=self.source_at_root.isChecked(),
            slugs=SlugScript(self.slugs.currentData()),
            stale_notice=StaleNotice(self.notice.currentData()),
            server_files=frozenset(
                server for server, box in self.servers.items() if box.isChecked()
            ),
            markdown=self.markdown.isChecked(),
            vote_endpoint=self.endpoint.text().strip(),
            zip=self.zip.isChecked(),
        )
        return replace(
            self._profile,
            target=self.target.text().strip(),
            theme=self.theme.currentData() or "",
            options=options,
        )

    def _chosen_locales(self) -> tuple[str, ...] | None:
        """What is ticked; None when that is what is published anyway: later languages join."""
        items = [self.locales.item(row) for row in range(self.locales.count())]
        ticked = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )
        if self._profile.options.locales is None:
            published = tuple(each.tag for each in self._desk.locales if each.published)
            return None if ticked == published else ticked
        return ticked

    def _change(self) -> None:
        fresh = self.read()
        if self._check() and fresh != self._profile:
            self._profile = fresh
            self.edited.emit(fresh)

    def _check(self) -> bool:
        """Say what makes no sense, below its field. Whether all makes sense."""
        profile = self.read()
        options = profile.options
        faults = dict.fromkeys(self._wrong, "")
        path = Path(profile.target).expanduser()
        if profile.target and not path.is_absolute():
            faults["target"] = self.tr("Write the whole path, from the root on.")
        elif profile.target and options.zip != (path.suffix.lower() == ".zip"):
            faults["target"] = (
                self.tr("The name of a zip file ends in .zip.")
                if options.zip
                else self.tr("This is the name of a zip file: tick “As one .zip file”.")
            )
        if options.base_url and not _PUBLIC.fullmatch(options.base_url):
            faults["base_url"] = self.tr("It begins with https:// or http://.")
        if options.vote_endpoint and not _ENDPOINT.fullmatch(options.vote_endpoint):
            faults["vote_endpoint"] = self.tr(
                "It begins with https://, or with / on the same site."
            )
        if options.locales == ():
            faults["locales"] = self.tr("Choose at least one language.")
        for name, label in self._wrong.items():
            label.setText(faults[name])
            label.setVisible(bool(faults[name]))
        return not any(faults.values())

    def _zip_changed(self) -> None:
        """A folder's name becomes that of a file, and back."""
        words = self.target.text().strip()
        if words:
            ends = words.lower().endswith(".zip")
            if self.zip.isChecked() and not ends:
                self.target.setText(f"{words.rstrip('/')}.zip")
            elif not self.zip.isChecked() and ends:
                self.target.setText(words[: -len(".zip")])
        self._change()

    def _choose_target(self) -> None:
        name = "".join(
            c if c.isalnum() or c in "-_" else "-" for c in self._profile.name.lower()
        ).strip("-")
        words = self.target.text().strip()
        now = Path(words) if words else self._desk.paths.documents / (name or "site")
        if self.zip.isChecked():
            suggestion = now if now.suffix == ".zip" else now.with_suffix(".zip")
            choose_save(
                self, self.tr("Publish to"), self.tr("Zip files") + " (*.zip)", suggestion, self._to
            )
        else:
            choose_folder(
                self,
                self.tr("The folder that receives the help centre"),
                self._to,
                now.parent,
            )

    def _to(self, path: Path) -> None:
        self.target.setText(str(path))
        self._change()


def _wrong_words() -> QLabel:
    label = PlainLabel(wordWrap=True)
    label.setProperty("role", "error")
    label.hide()
    return label
