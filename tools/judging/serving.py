"""A server for one site as careful hosts run it: compressed, its 404 page, addresses kept alive."""

import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

LEVEL = 6
"""How hard it is compressed: what Apache and most hosts do where nobody says otherwise."""

_COMPRESSED = (
    "text/",
    "application/javascript",
    "application/json",
    "application/xml",
    "image/svg",
)
_TYPES = {".xml": "application/xml", ".md": "text/markdown", ".js": "text/javascript"}


def media_type(file: Path) -> str:
    """The media type of a file, with the charset where it is text."""
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    kind = kind or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


@lru_cache(maxsize=256)
def compressed(data: bytes) -> bytes:
    """The bytes as they go over the wire."""
    return gzip.compress(data, LEVEL, mtime=0)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, site: Path, **more: Any) -> None:
        self._site = site
        super().__init__(*given, **more)

    def do_GET(self) -> None:
        """Send a file, or the 404 page of its language."""
        status, file = HTTPStatus.OK, self._file()
        if file is None:
            status, file = HTTPStatus.NOT_FOUND, self._lost()
        data, kind = file.read_bytes(), media_type(file)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        versioned = bool(urlsplit(self.path).query)
        self.send_header("Cache-Control", f"max-age={31536000 if versioned else 600}")
        if kind.startswith(_COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = compressed(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _file(self) -> Path | None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file = (self._site / path).resolve()
        if file.is_dir() and (not path or path.endswith("/")):
            file = file / "index.html"
        inside = file.is_relative_to(self._site.resolve())
        return file if inside and file.is_file() else None

    def _lost(self) -> Path:
        locale = unquote(urlsplit(self.path).path).lstrip("/").partition("/")[0]
        own = self._site / locale / "404.html"
        return own if locale and own.is_file() else self._site / "404.html"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """A server for a site that may not be written yet; gives its address without a slash."""
    handler = partial(_Handler, site=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
