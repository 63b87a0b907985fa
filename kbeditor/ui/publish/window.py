"""The publish window: profiles at the left; at the right what a release by one of them changes."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.records import Ref
from kbeditor.domain.releases import GateFinding, PageChange, Profile, Release, ReleasePreview
from kbeditor.domain.site import SiteTheme
from kbeditor.ui.desk import Desk
from kbeditor.ui.dialogs.base import GAP, MARGIN
from kbeditor.ui.editor.text_pane import EDITOR, TextPane
from kbeditor.ui.icons import pixmap
from kbeditor.ui.jobs import Job
from kbeditor.ui.looking_back import show_as_of
from kbeditor.ui.plain import PlainLabel
from kbeditor.ui.publish.changes_page import ChangesPage
from kbeditor.ui.publish.findings_page import FindingsPage
from kbeditor.ui.publish.gate_dialog import GateDialog
from kbeditor.ui.publish.locales_page import LocalesPage
from kbeditor.ui.publish.profile_form import ProfileForm
from kbeditor.ui.publish.profile_list import ProfileList
from kbeditor.ui.publish.release_dialogs import AgainDialog, ReleaseDialog, VerifyDialog
from kbeditor.ui.publish.releases_page import ReleasesPage
from kbeditor.ui.publish.themes_dialog import ThemesDialog
from kbeditor.ui.publish.verdict import against, headline, judge
from kbeditor.ui.publish.workbench import WIDTH, Workbench
from kbeditor.ui.site_look import CHOSEN
from kbeditor.ui.texts import error_words, number_words, step_words
from kbeditor.ui.widgets.layouts import set_side_margins

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

SIDE = 390
SETTLE_MS = 400
"""So long after a change of the profile it is looked at again: ticks come several at a time."""
_ICON = 18


class PublishWindow(Workbench):
    """Beside the main window, not over it: what is wrong is mended there, then looked at again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setWindowTitle(self.tr("Publish"))
        self._themes: Mapping[str, SiteTheme] = {}
        self._job: Job | None = None
        self._closed = self._landed = False
        self._again = False  # what is asked for changed while it was being looked at
        self._stale = False
        self.preview: ReleasePreview | None = None
        self.profiles = ProfileList(desk)
        self.form = ProfileForm(desk)
        self.changes = ChangesPage(desk)
        self.findings = FindingsPage(desk)
        self.locales = LocalesPage(desk)
        self.releases = ReleasesPage(desk)
        self.tabs = QTabWidget(documentMode=True)
        self._headline = PlainLabel()
        self._headline.setProperty("role", "title")
        self._summary = PlainLabel(wordWrap=True)
        self._summary.setProperty("role", "muted")
        self._step = PlainLabel()
        self._step.setProperty("role", "muted")
        self._bar = QProgressBar(textVisible=False)
        self._stop = QPushButton(self.tr("Stop"), autoDefault=False)
        self.look = QPushButton(self.tr("Look again"), autoDefault=False)
        self.look.setShortcut("Ctrl+R")
        self._mark = PlainLabel()
        self.verdict = PlainLabel(wordWrap=True)
        self.open_site = QPushButton(self.tr("Open site"), autoDefault=False)
        self.close_button = QPushButton(self.tr("Close"), autoDefault=False)
        self.publish = QPushButton(self.tr("Publish…"))
        self.publish.setDefault(True)
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._build()
        self._connect()
        self._read()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        side = QWidget()
        left = QVBoxLayout(side)
        set_side_margins(left, 0, MARGIN)
        left.setSpacing(GAP)
        left.addWidget(self.profiles)
        left.addWidget(self.form, 1)
        head = QHBoxLayout()
        head.addWidget(self._headline, 1)
        head.addWidget(self.look)
        work = QHBoxLayout()
        work.addWidget(self._step)
        work.addWidget(self._bar, 1)
        work.addWidget(self._stop)
        main = QWidget()
        right = QVBoxLayout(main)
        set_side_margins(right, MARGIN, 0)
        right.setSpacing(6)
        right.addLayout(head)
        right.addWidget(self._summary)
        right.addLayout(work)
        right.addWidget(self.tabs, 1)
        self.tabs.addTab(self.changes, "")
        self.tabs.addTab(self.findings, "")
        self.tabs.addTab(self.locales, self.tr("Languages"))
        self.tabs.addTab(self.releases, self.tr("Releases"))
        halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        halves.addWidget(side)
        halves.addWidget(main)
        halves.setSizes([SIDE, WIDTH - SIDE])
        halves.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._mark)
        foot.addWidget(self.verdict, 1)
        for button in (self.open_site, self.close_button, self.publish):
            foot.addWidget(button)
        self.column.addWidget(halves, 1)
        self.column.addLayout(foot)
        self._show_working(False)
        self._say()

    def _connect(self) -> None:
        self.profiles.chosen.connect(self._choose)
        self.profiles.save_wanted.connect(self._save_as)
        self.profiles.remove_wanted.connect(self._remove)
        self.form.edited.connect(self._save)
        self.form.themes_wanted.connect(
            lambda: ThemesDialog(self.desk, str(self.form.theme.currentData() or "")).open()
        )
        self.changes.opened.connect(self._open_page)
        self.findings.opened.connect(self._open_finding)
        self.findings.rules_wanted.connect(lambda: GateDialog(self.desk).open())
        self.releases.again_wanted.connect(self._build_again)
        self.releases.verify_wanted.connect(self._verify)
        self.releases.as_of_wanted.connect(lambda release: show_as_of(self.desk, release))
        self.look.clicked.connect(lambda _checked=False: self.look_again())
        self._stop.clicked.connect(lambda _checked=False: self._halt())
        self.close_button.clicked.connect(self.reject)
        self.open_site.clicked.connect(lambda _checked=False: self._open_site())
        self.publish.clicked.connect(lambda _checked=False: self._publish())
        self._soon.timeout.connect(self.look_again)
        self.desk.bridge.changed.connect(self._changed)
        self.desk.bridge.closed.connect(self.reject)

    # ------------------------------------------------------------------ profiles

    def _read(self, chosen: str = "") -> None:
        def know(found: tuple[Sequence[Profile], dict[str, SiteTheme], Sequence[Release]]) -> None:
            if self._closed:
                return
            profiles, self._themes, releases = found
            kept = chosen or str(self.desk.preferences.get(CHOSEN, ""))
            self.profiles.show_profiles(profiles, kept)
            self.releases.show_releases(releases)

        self.desk.bridge.ask_latest("publish.profiles", _read_profiles, know)

    def _choose(self, profile: Profile) -> None:
        same = self.preview is not None and self.preview.profile == profile
        self.desk.preferences.set(CHOSEN, profile.id)
        self.form.show_profile(profile, self._themes)
        if not same or self._stale:
            self._soon.start()
        self._say()

    def _save(self, profile: Profile) -> None:
        self.desk.bridge.run(lambda ws: ws.profiles.save(profile))

    def _save_as(self, profile: Profile) -> None:
        """Under another name, or as a new one."""

        def saved(kept: Profile) -> None:
            if not self._closed:
                self._read(kept.id)

        self.desk.bridge.run(lambda ws: _save_beside_first(ws, profile), saved)

    def _remove(self, profile: Profile) -> None:
        self.desk.bridge.run(lambda ws: ws.profiles.remove(profile.id))

    # ------------------------------------------------------------------ looking

    def _changed(self, changes: Changes) -> None:
        if changes.everything or changes.settings or changes.locales:
            self._read()
        self._stale = True
        if changes.settings:
            self._soon.start()
        self._say()

    def event(self, event: QEvent) -> bool:
        """Who comes back from mending looks at what is left."""
        if event.type() == QEvent.Type.WindowActivate and self._stale and self._job is None:
            self._soon.start()
        return super().event(event)

    def look_again(self) -> None:
        """See what a release would change now."""
        self._soon.stop()
        profile = self.profiles.current
        if profile is None or self.desk.library is None:
            return
        if self._job is not None:
            self._again = True
            self._job.stop()
            return
        self.desk.flush()
        self._again = self._stale = self._landed = False
        job = self.desk.bridge.start(
            lambda ws, progress: ws.releasing.preview(profile, progress), self._show, self._failed
        )
        if not self._landed:
            self._job = job
            job.progressed.connect(self._show_step)
            job.finished.connect(self._ended)
            self._show_working(True)
            self._say()

    def _halt(self) -> None:
        self._again = False
        if self._job is not None:
            self._job.stop()

    def _show(self, preview: ReleasePreview) -> None:
        self._landed = True
        if self._closed:
            return
        self.preview = preview
        self.changes.show_preview(preview)
        self.findings.show_findings(preview.findings, preview.lines)
        self.locales.show_states(preview.locales, preview.findings)
        self._say()

    def _failed(self, error: Exception) -> bool:
        self._landed = True
        if self._closed:
            return isinstance(error, KbError)
        if isinstance(error, KbError) and not isinstance(error, Cancelled):
            self.preview = None
            self._say(error_words(error))
        else:
            self._stale = True
            self._say()
        return isinstance(error, KbError)

    def _ended(self) -> None:
        self._job = None
        if self._closed:
            return
        self._show_working(False)
        self._say()
        if self._again:
            self.look_again()

    def _show_step(self, code: str, done: int, total: int) -> None:
        self._step.setText(step_words(code))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _show_working(self, on: bool) -> None:
        self._step.setText(self.tr("Looking what changes…"))
        self._bar.setRange(0, 0)
        for widget in (self._step, self._bar, self._stop):
            widget.setVisible(on)
        self._summary.setVisible(not on)
        self.look.setEnabled(not on)

    # ------------------------------------------------------------------ saying

    def _say(self, refused: str = "") -> None:
        """The headline, the tabs' figures, and whether this can be published."""
        preview, profile = self.preview, self.profiles.current
        self._headline.setText(headline(preview, profile))
        self._summary.setText(against(preview))
        self._name_tabs(preview)
        level, words = judge(preview, profile, stale=self._stale)
        if refused:
            level, words = "error", refused
        self.verdict.setText(words)
        self._mark.setPixmap(
            pixmap(level, self.desk.themes.colour(level), _ICON, self.devicePixelRatioF())
        )
        self._mark.setVisible(bool(words))
        self.publish.setEnabled(level == "success" and self._job is None)

    def _name_tabs(self, preview: ReleasePreview | None) -> None:
        changes, findings = self.tr("What changes"), self.tr("What is wrong")
        if preview is not None:
            changes += f" ({number_words(len(preview.changes))})"
            findings += f" ({number_words(len(preview.findings))})"
        self.tabs.setTabText(0, changes)
        self.tabs.setTabText(1, findings)

    # ------------------------------------------------------------------ doing

    def _publish(self) -> None:
        if self.preview is not None:
            ReleaseDialog(self.desk, self.preview, self._published).open()

    def _published(self) -> None:
        self._read()
        self.look_again()

    def _open_site(self) -> None:
        self.desk.actions.trigger("library.open_site")

    def _build_again(self, release: Release) -> None:
        AgainDialog(self.desk, release).open()

    def _verify(self) -> None:
        profile = self.profiles.current
        VerifyDialog(self.desk, profile.target if profile is not None else "").open()

    def _open_page(self, change: PageChange) -> None:
        self._go(change.owner, change.locale)

    def _open_finding(self, finding: GateFinding) -> None:
        self._go(finding.owner, finding.locale, finding.line)

    def _go(self, ref: Ref, locale: str, line: int = 0) -> None:
        selection = self.desk.selection
        there = (selection.current, selection.locale) == (ref, locale)
        selection.go(ref, locale)
        self.desk.frame.show_pane(EDITOR)
        pane = self.desk.pane(EDITOR)
        if line and isinstance(pane, TextPane):
            live = pane.live
            if there:
                live.line_wanted.emit(line)
            else:
                live.opened.connect(
                    lambda: live.line_wanted.emit(line), Qt.ConnectionType.SingleShotConnection
                )
        window = self.desk.window
        window.raise_()
        window.activateWindow()

    # ------------------------------------------------------------------ the window itself

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            # Else it would stay above what it leads to. C++ takes a null; the stubs do not say so.
            handle.setTransientParent(None)  # type: ignore[arg-type]

    def done(self, result: int) -> None:
        """Whatever closes it: what is still being looked at lands no more."""
        if not self._closed:
            self._closed = True
            self._soon.stop()
            self._halt()
            self.changes.diff.close_down()
        super().done(result)


def show_publish(desk: Desk) -> None:
    """Show the window, or bring the one that is open to the front."""
    for window in desk.window.findChildren(PublishWindow):
        if not window._closed:
            window.raise_()
            window.activateWindow()
            return
    PublishWindow(desk).show()


def _read_profiles(
    ws: "Workspace",
) -> tuple[tuple[Profile, ...], dict[str, SiteTheme], tuple[Release, ...]]:
    profiles = ws.profiles.list() or (ws.profiles.chosen(None),)
    return profiles, ws.profiles.themes(), tuple(ws.releasing.list())


def _save_beside_first(ws: "Workspace", profile: Profile) -> Any:
    """Write a profile. The one that exists by itself is written, too, before it has company."""
    if not ws.profiles.list() and not profile.id:
        ws.profiles.save(ws.profiles.chosen(None))
    return ws.profiles.save(profile)
