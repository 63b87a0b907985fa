"""The `kb:` scheme: the preview's page and the library's pictures; everything else is blocked."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from kbeditor.ui.preview.fetching import Fetch

SCHEME = b"kb"
PAGE = "kb:preview"
"""The address of the page that the preview is patched into. No id looks like that."""

PICTURE_TYPES = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "image/avif"}
)


def register_scheme() -> None:
    """Make `kb:` known to the web engine; call once, before the QApplication is made."""
    if QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME)).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(QByteArray(SCHEME))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Path)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class LibraryScheme(QWebEngineUrlSchemeHandler):
    """Answers `kb:preview` with the page and `kb:ID` with a picture of the library."""

    def __init__(self, page: Callable[[], str], fetch: Fetch, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._fetch = fetch

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if url.toString() == PAGE:
            self._reply(job, "text/html;charset=utf-8", self._page().encode())
            return
        # The page may be left before the library answers; Qt then deletes the job.
        alive = [True]
        job.destroyed.connect(lambda: alive.clear())

        def answer(media_type: str, data: bytes) -> None:
            if not alive:
                return
            if media_type in PICTURE_TYPES:
                self._reply(job, media_type, data)
            else:
                job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

        self._fetch(url.path(), answer)

    def _reply(self, job: QWebEngineUrlRequestJob, media_type: str, data: bytes) -> None:
        buffer = QBuffer(job)  # lives as long as the job reads it
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(media_type.encode()), buffer)


class Blocker(QWebEngineUrlRequestInterceptor):
    """Lets through only our scheme and `data:`; no request leaves the machine."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        info.block(info.requestUrl().scheme() not in ("kb", "data"))
