"""A server as a careful company runs it: in a sub-folder, with the policy as a header."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from kbeditor.publishing.theme import POLICY

FOLDER = "/help/centre/"
VOTES = "/votes"


@dataclass
class Strict:
    """A running server: the site's address, and what was sent to its endpoint for votes."""

    root: str = ""
    sent: list[str] = field(default_factory=list)
    arrived: threading.Condition = field(default_factory=threading.Condition)

    def wait_for(self, count: int) -> list[str]:
        """What was sent, once there are so many."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.sent) >= count, timeout=30), self.sent
            return list(self.sent)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, strict: Strict, **more: Any) -> None:
        self._strict = strict
        super().__init__(*given, **more)

    def translate_path(self, path: str) -> str:
        """Only what lies in the sub-folder is there."""
        if not path.startswith(FOLDER):
            return str(Path(self.directory) / "nothing here")
        return super().translate_path(path[len(FOLDER) - 1 :])

    def end_headers(self) -> None:
        policy = POLICY.format(connect="'self'")
        self.send_header("Content-Security-Policy", f"{policy}; frame-ancestors 'none'")
        super().end_headers()

    def do_POST(self) -> None:
        """Take a vote."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.send_response(204 if self.path == VOTES else 404)
        self.end_headers()
        with self._strict.arrived:
            self._strict.sent.append(body)
            self._strict.arrived.notify_all()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def strictly_served(site: Path) -> Iterator[Strict]:
    """The server for a site."""
    strict = Strict()
    handler = partial(_Handler, strict=strict, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        strict.root = f"http://127.0.0.1:{server.server_address[1]}{FOLDER}"
        try:
            yield strict
        finally:
            server.shutdown()
            thread.join()
