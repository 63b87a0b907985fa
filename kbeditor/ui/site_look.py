"""The site in the system's browser while one writes: built beside all other work, served here."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from kbeditor.app import caches
from kbeditor.app.looking import build_look, page_address
from kbeditor.app.site_server import SiteServer
from kbeditor.domain.changes import Changes
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Ref
from kbeditor.ui.background import background_of
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.desk import Desk
from kbeditor.ui.jobs import Job

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

log = logging.getLogger(__name__)

REST_MS = 500
"""So long after a change the site is built anew: autosave comes while one types."""
FOLDER = "sites"
CHOSEN = "publish.profile"
"""The preference with the id of the profile last chosen."""

Then = Callable[[str], None]


class SiteLook(QObject):
    """One build at a time; what changes meanwhile is built right after. Ends with the library."""

    def __init__(
        self,
        bridge: Bridge,
        cache: Path,
        parent: QObject | None = None,
        browse: Callable[[str], object] | None = None,
    ) -> None:
        """`browse` opens an address in a browser: the system's, if none is given."""
        super().__init__(parent)
        self._bridge = bridge
        self._cache = cache
        self._browse = browse or (lambda address: QDesktopServices.openUrl(QUrl(address)))
        self._server: SiteServer | None = None
        self._profile = ""
        self._then: Then = lambda _address: None
        self._locales: set[str] = set()
        self._wanted: tuple[Ref | None, str] | None = None  # what to show after this build
        self._job: Job | None = None
        self._again = False
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self._build)
        bridge.changed.connect(self._changed)
        bridge.closed.connect(self._close)

    @property
    def root(self) -> str:
        """The site's address while it is served, else ""."""
        return self._server.root if self._server is not None else ""

    @property
    def folder(self) -> Path | None:
        """Where the site of the open library is built."""
        library = self._bridge.library
        return self._cache / FOLDER / library.id if library is not None else None

    def open(self, ref: Ref | None, locale: str, profile_id: str, then: Then) -> None:
        """Show the page of something in the browser as soon as the site is built; `then` gets its
        address.
        """
        self._then = then
        self._profile = profile_id
        self._locales.add(locale)
        self._wanted = (ref, locale)
        self._build()

    def _build(self) -> None:
        self._soon.stop()
        folder = self.folder
        if folder is None:
            return
        if self._job is not None:
            self._again = True
            return
        self._again = self._landed = False
        profile, locales, wanted = self._profile, frozenset(self._locales), self._wanted
        self._wanted = None

        def built(address: str) -> None:
            self._landed = True
            self._show(folder, address if wanted is not None else None)

        job = self._bridge.start(
            lambda ws, progress: _built(ws, profile, locales, folder, wanted, progress),
            built,
            self._failed,
        )
        if not self._landed:
            self._job = job
            job.finished.connect(self._ended)
            background_of(self._bridge).begin(job, self.stop)

    def stop(self) -> None:
        """Do not build: neither what is being built, nor what changed meanwhile."""
        self._again, self._wanted = False, None
        if self._job is not None:
            self._job.stop()

    def _show(self, folder: Path, address: str | None) -> None:
        if self._server is None:
            self._server = SiteServer(folder)
        else:
            self._server.changed()
        if address is not None:
            self._browse(self._server.url(address))
            self._then(self._server.url(address))

    def _failed(self, error: Exception) -> bool:
        """That it was stopped is nobody's fault; all else is told."""
        self._landed = True
        if isinstance(error, KbError) and self._server is not None:
            log.warning("the site was not built anew: %s", error)
            return True  # the page last built stays; the next change tries again
        return isinstance(error, Cancelled)

    def _ended(self) -> None:
        self._job = None
        if self._again or self._wanted is not None:
            self._build()

    def _changed(self, changes: Changes) -> None:
        shown = changes.texts or changes.tree or changes.attachments
        whole = changes.locales or changes.settings or changes.votes or changes.everything
        if self._server is not None and (shown or whole):
            self._soon.start()

    def _close(self) -> None:
        self._soon.stop()
        self._again = False
        self._wanted = None
        self._locales.clear()
        if self._server is not None:
            self._server.close()
            self._server = None


def site_of(desk: Desk) -> SiteLook:
    """The one of this program: it lives as long as the bridge, whatever becomes of the window."""
    found = desk.bridge.findChild(SiteLook)
    return found if found is not None else SiteLook(desk.bridge, desk.paths.cache, desk.bridge)


def _built(
    workspace: "Workspace",
    profile: str,
    locales: frozenset[str],
    folder: Path,
    wanted: tuple[Ref | None, str] | None,
    progress: Progress,
) -> str:
    """Runs on the job's thread: the address to show, "" for the first page or none."""
    caches.use(folder)
    build_look(workspace, profile, locales, folder, progress)
    return page_address(folder, *wanted) if wanted is not None else ""
