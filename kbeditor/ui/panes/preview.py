"""The preview pane: the article as readers will see it, while it is typed."""

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import KbError
from kbeditor.domain.rendered import Preview, RenderWarning
from kbeditor.ui import pane_specs
from kbeditor.ui.desk import Desk
from kbeditor.ui.editor.live import LivePage, LiveText
from kbeditor.ui.editor.text_pane import EDITOR, TextPane
from kbeditor.ui.icons import icon
from kbeditor.ui.pane import Pane
from kbeditor.ui.preview.fetching import Answer
from kbeditor.ui.preview.following import Following
from kbeditor.ui.preview.links import Links
from kbeditor.ui.preview.scheme import MISSING
from kbeditor.ui.preview.source_half import SourceHalf
from kbeditor.ui.preview.stage import Stage
from kbeditor.ui.preview.text_view import TextView
from kbeditor.ui.preview.views import make_view
from kbeditor.ui.preview.warnings_strip import WarningsStrip
from kbeditor.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

log = logging.getLogger(__name__)
TOGETHER = "preview.scroll_together"
PARTS = "preview.parts"
TWO_PAGES = 900
"""Pixels from which on source and translation are shown beside each other."""


class PreviewPane(Pane):
    """Follows the editor's live text, both in words and in place."""

    spec = pane_specs.PREVIEW

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._live: LiveText | None = None
        self._stale = True
        self.stage = Stage(self)
        self.view = make_view(self._fetch, self, desk.early_view)
        self.following = Following(desk, self.view, self)
        self.strip = WarningsStrip()
        self._links = Links(desk, self, lambda fragment: self.view.to_fragment(fragment))
        self.source_button = self._part(self.tr("Source"), self.tr("Show the source as published"))
        self.target_button = self._part(self.tr("Translation"), self.tr("Show the translation"))
        parts = desk.preferences.get(PARTS)
        self.source_button.setChecked(parts in ("source", "both"))
        self.target_button.setChecked(parts != "source")
        self.source_half: SourceHalf | None = None
        self._menu_button = QToolButton()
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setToolTip(self.tr("Width and size of the preview"))
        self._menu_button.setAccessibleName(self.tr("Width and size of the preview"))
        self._menu_button.setMenu(self._make_menu())
        bar = QWidget()
        bar.setFixedHeight(self.fontMetrics().height() + 20)  # as high as the editor's beside it
        head = QHBoxLayout(bar)
        head.setContentsMargins(8, 2, 8, 2)
        head.addWidget(self.source_button)
        head.addWidget(self.target_button)
        head.addStretch(1)
        head.addWidget(self._menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        self._nothing = EmptyState(desk.themes, "eye", self)
        self._nothing.say(self.tr("Nothing to preview yet"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._halves.addWidget(self.stage)
        self._stack.addWidget(self._halves)
        column.addWidget(self._stack, 1)
        column.addWidget(self.strip)
        self._hold_view()
        self.following.shown.connect(self._shown)
        self.following.page_changed.connect(self._page_changed)
        self.following.failed.connect(self._failed)
        self.strip.line_wanted.connect(self._want_line)
        # One of them is always shown.
        self.source_button.toggled.connect(
            lambda on: None if on else self.target_button.setChecked(True)
        )
        self.source_button.toggled.connect(self._parts_changed)
        self.target_button.toggled.connect(
            lambda on: None if on else self.source_button.setChecked(True)
        )
        self.target_button.toggled.connect(self._parts_changed)
        desk.themes.changed.connect(self._look_changed)
        desk.preference_changed.connect(self._preference_changed)
        self._look_changed()
        if MISSING:
            desk.set_fact("render", self.tr("Simple preview: the web engine is missing"))

    def _hold_view(self) -> None:
        view = self.view
        view.link_clicked.connect(self._links.follow)
        view.hovered.connect(self.stage.show_address)
        view.scrolled.connect(self._scrolled)
        view.line_clicked.connect(self._want_line)
        view.lost.connect(self.following.show_again)
        view.gave_up.connect(self._simplify)
        self.stage.hold(view)

    def _simplify(self) -> None:
        """Chromium ends again and again: show the simpler preview, and say so."""
        log.warning("the web engine ended several times; the simple preview is shown")
        self.view.hide()
        self.view.close_down()
        self.view = TextView(self._fetch, self)
        self._hold_view()
        self.following.use(self.view)
        self.desk.set_fact("render", self.tr("Simple preview: the web engine does not run here"))

    # ------------------------------------------------------------------ following the editor

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._adopt()
        if self._stale:
            self._again()

    def _adopt(self) -> None:
        """Find the pane with the text: all panes exist once one of them is shown."""
        pane = self.desk.pane(EDITOR)
        if self._live is not None or not isinstance(pane, TextPane):
            return
        live = self._live = pane.live
        live.opened.connect(self._again)
        live.typed.connect(self._again)
        live.source_changed.connect(self._again)
        live.scrolled.connect(self._follow)

    def _page_changed(self) -> None:
        """Another page: begin where the text is, or at the top."""
        self.view.to_top()
        if self._live is not None:
            self._follow(*self._live.place())

    def _again(self) -> None:
        """Show the words as they are now; a hidden preview does so when it is shown."""
        self._stale = not self.isVisible()
        if self._stale or self._live is None:
            return
        live = self._live
        translation = live.source is not None
        for button in (self.source_button, self.target_button):
            button.setVisible(translation)
        page = live.read()
        both = translation and self.source_button.isChecked()
        self._show_source(live.source if both else None)
        if page is None and not both:
            page = live.source  # not yet begun: what it will be made from
        self.stage.setVisible(page is not None and (not both or self.target_button.isChecked()))
        if page is None:
            self.strip.show_warnings(())
        nothing = page is None and not both
        self._stack.setCurrentWidget(self._nothing if nothing else self._halves)
        self.following.show(page)

    def _show_source(self, page: LivePage | None) -> None:
        """Show the source above the translation, or beside it; None: not at all."""
        half = self.source_half
        if page is not None and half is None and self._live is not None:
            half = self.source_half = SourceHalf(self.desk, self._live, self._fetch)
            self._halves.insertWidget(0, half)
            self._halves.setSizes([1000, 1000])
        if half is not None:
            half.setVisible(page is not None)
            half.stage.zoom = self.stage.zoom
            half.stage.set_width_preset(self.stage.width_preset)
            half.show_page(page)

    def _parts_changed(self) -> None:
        source, target = self.source_button.isChecked(), self.target_button.isChecked()
        parts = "both" if source and target else "source" if source else "target"
        self.desk.set_preference(PARTS, parts)
        self._again()

    def _part(self, words: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setToolTip(tip)
        button.setCheckable(True)
        button.hide()
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room for two pages, else one above the other."""
        super().resizeEvent(event)
        wide = event.size().width() >= TWO_PAGES
        self._halves.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def _shown(self, preview: Preview) -> None:
        self.strip.show_warnings([*preview.warnings, *self.following.broken()])

    def _failed(self, error: Exception) -> None:
        if isinstance(error, KbError):
            details = tuple((name, str(value)) for name, value in error.details.items())
            self.strip.show_warnings([RenderWarning(error.code, 1, details)])
        else:
            self.desk.errors.present(error)

    def _want_line(self, line: int) -> None:
        if self._live is not None and self._live.read() is not None:
            self._live.line_wanted.emit(line)

    # ------------------------------------------------------------------ scrolling together

    def _follow(self, line: float, part: float) -> None:
        if self.desk.preferences.get(TOGETHER) and self.isVisible():
            self.view.show_line(line, part)

    def _scrolled(self, line: float, part: float) -> None:
        if self._live is not None and self.desk.preferences.get(TOGETHER):
            self._live.scroll_wanted.emit(line, part)

    # ------------------------------------------------------------------ the library

    def refresh(self, changes: Changes) -> None:
        self._adopt()
        if changes.tree or changes.texts or changes.attachments or changes.everything:
            self.following.forget_targets()
            if self.source_half is not None:
                self.source_half.following.forget_targets()

    def library_closed(self) -> None:
        self.following.show(None)
        if self.source_half is not None:
            self.source_half.show_page(None)
        self.strip.show_warnings(())

    def _fetch(self, id_: str, answer: Answer) -> None:
        if self.desk.library is None:
            answer("", b"")
            return

        def work(workspace: "Workspace") -> tuple[str, bytes]:
            return workspace.attachments.get(id_).media_type, workspace.attachments.data(id_)

        def otherwise(error: Exception) -> bool:
            answer("", b"")
            # A picture that is not there is marked in the page; anything else is a fault.
            return isinstance(error, KbError)

        self.desk.bridge.run(work, lambda found: answer(*found), otherwise)

    # ------------------------------------------------------------------ looks

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._presets = {}
        for preset, words in (
            ("fit", self.tr("As wide as the pane")),
            ("phone", self.tr("Phone")),
            ("tablet", self.tr("Tablet")),
            ("desktop", self.tr("Desktop")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(preset == "fit")
            action.triggered.connect(
                lambda _c=False, name=preset: self.stage.set_width_preset(name)
            )
            group.addAction(action)
            self._presets[preset] = action
        menu.addSeparator()
        for words, step in (
            (self.tr("Larger"), 1),
            (self.tr("Smaller"), -1),
            (self.tr("As published"), 0),
        ):
            zoom = menu.addAction(words)
            zoom.triggered.connect(lambda _c=False, by=step: self.stage.step_zoom(by))
        menu.addSeparator()
        self._together = menu.addAction(self.tr("Scroll with the text"))
        self._together.setCheckable(True)
        self._together.setChecked(bool(self.desk.preferences.get(TOGETHER)))
        self._together.toggled.connect(lambda on: self.desk.set_preference(TOGETHER, on))
        return menu

    def _preference_changed(self, key: str) -> None:
        if key == TOGETHER:
            self._together.setChecked(bool(self.desk.preferences.get(TOGETHER)))

    def _look_changed(self) -> None:
        themes = self.desk.themes
        self.view.set_look(themes.dark)
        if self.source_half is not None:
            self.source_half.view.set_look(themes.dark)
        self._menu_button.setIcon(icon("eye", themes))
        self.stage.setStyleSheet(
            f"#address {{ background: {themes.hex('tip')}; color: {themes.hex('tip_text')};"
            f" border: 1px solid {themes.hex('border_strong')}; }}"
        )

    def save_state(self) -> dict[str, Any]:
        return {"width": self.stage.width_preset, "zoom": self.stage.zoom}

    def restore_state(self, state: dict[str, Any]) -> None:
        preset, zoom = state.get("width"), state.get("zoom")
        if isinstance(zoom, int | float) and 0.25 <= zoom <= 4:
            self.stage.zoom = float(zoom)
        self.stage.set_width_preset(preset if isinstance(preset, str) else "fit")
        self._presets[self.stage.width_preset].setChecked(True)

    def dispose(self) -> None:
        self.following.show(None)  # what is being rendered lands no more
        self.view.close_down()
        if self.source_half is not None:
            self.source_half.close_down()
