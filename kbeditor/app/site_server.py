"""Shows an exported site in the browser of this machine, and lets its pages follow new builds.

It listens on the loopback address alone, answers to that name alone (a page elsewhere cannot point
a name of its own at it), reads one folder, and ends with the program.
"""

import logging
import mimetypes
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

HOST = "127.0.0.1"
LIVE = "/.kbeditor/live.js"
"""The script that reloads a page when the site was built anew. The site's own policy lets scripts
of the same place load, and nothing else: so it waits by loading itself again.
"""

WAIT_SECONDS = 20
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
}
_AGAIN = """(() => {
  const wait = (version) => {
    const script = document.createElement("script");
    script.src = "%s?after=" + version;
    script.onload = () => script.remove();
    document.head.append(script);
  };
  const begin = () => wait(%d);
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
})();
"""
_RELOAD = "location.reload();\n"

_log = logging.getLogger(__name__)


class SiteServer:
    """Serves a folder until it is closed. Made and closed by one thread."""

    def __init__(self, folder: Path, wait_seconds: float = WAIT_SECONDS) -> None:
        self.folder = folder
        self.wait_seconds = wait_seconds
        self._version = 0
        self._changed = threading.Condition()
        self._closed = False
        self._server = _Server((HOST, 0), _Handler)
        self._server.site = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="site-server", daemon=True
        )
        self._thread.start()

    @property
    def root(self) -> str:
        """The site's address, with a slash at the end."""
        return f"http://{HOST}:{self._server.server_port}/"

    def url(self, address: str) -> str:
        """Where a page of the site is; `address` as in its manifest."""
        return self.root + quote(address)

    def changed(self) -> None:
        """The folder holds a new build: pages that are open load again."""
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def close(self) -> None:
        """End it; pages that wait are told nothing more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def live(self, after: int | None) -> str:
        """The script for a page that was loaded at a version; None: one that just loaded.

        Waits for the next version for a while.
        """
        with self._changed:
            if after is None:
                return _AGAIN % (LIVE, self._version)
            self._changed.wait_for(
                lambda: self._closed or self._version != after, self.wait_seconds
            )
            if self._version != after:
                return _RELOAD
            return "" if self._closed else _AGAIN % (LIVE, self._version)

    def names(self) -> tuple[str, ...]:
        """How a browser may call this server."""
        port = self._server.server_port
        return f"{HOST}:{port}", f"localhost:{port}"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a page that waits does not hold up the program's end
    site: SiteServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Into the log; a browser that goes away while it waits is no fault."""
        gone = isinstance(sys.exc_info()[1], ConnectionError)
        level = logging.DEBUG if gone else logging.ERROR
        _log.log(level, "a request was not answered", exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    server_version = "kbeditor"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Answer a browser."""
        if self.headers.get("Host", "") not in self.server.site.names():
            self._send(HTTPStatus.FORBIDDEN, b"", ".txt")
            return
        asked = urlsplit(self.path)
        if asked.path == LIVE:
            self._send(HTTPStatus.OK, self.server.site.live(_after(asked.query)).encode(), ".js")
            return
        file = self._file(unquote(asked.path))
        if file is None:
            self._not_found(unquote(asked.path))
        else:
            self._send(HTTPStatus.OK, _with_live(file, file.read_bytes()), file.suffix)

    do_HEAD = do_GET  # noqa: N815 - the base class asks for this name

    def _file(self, path: str) -> Path | None:
        """The file of an address; None: there is none in the folder."""
        root = self.server.site.folder.resolve()
        try:
            file = (root / path.lstrip("/")).resolve()
            if file.is_dir():
                file /= "index.html"
            hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
            return file if not hidden and file.is_file() else None
        except (OSError, ValueError):
            return None

    def _not_found(self, path: str) -> None:
        """The 404 page of the locale that was meant, else the site's."""
        for folder in (path.lstrip("/").split("/", 1)[0], ""):
            file = self._file(f"{folder}/404.html")
            if file is not None:
                data = _with_live(file, file.read_bytes())
                self._send(HTTPStatus.NOT_FOUND, data, ".html")
                return
        self._send(HTTPStatus.NOT_FOUND, b"", ".txt")

    def _send(self, status: HTTPStatus, data: bytes, suffix: str) -> None:
        kind = _TYPES.get(suffix.lower()) or mimetypes.types_map.get(suffix.lower())
        self.send_response(status)
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Into the program's log, not onto the terminal."""
        _log.debug(format, *args)


def _after(query: str) -> int | None:
    value = parse_qs(query).get("after", [""])[0]
    return int(value) if value.isdecimal() and len(value) < 10 else None


def _with_live(file: Path, data: bytes) -> bytes:
    """A page with the script that lets it follow; other files as they are."""
    if file.suffix != ".html":
        return data
    return data.replace(b"</head>", f'<script src="{LIVE}"></script>\n</head>'.encode(), 1)
