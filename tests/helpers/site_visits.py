"""Visits to an exported site in a real browser; whatever goes wrong in one fails its test."""

import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Dialog,
    Page,
    Playwright,
)

from kbeditor.domain.exchange import ExportOptions
from kbeditor.domain.progress import Silent
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.shipped import resources
from tests.helpers.memory_library import MemoryLibrary


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Visit:
    """A browser's window on the site, and everything that went wrong in it."""

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.root = root
        self.wrong: list[str] = []
        self.foreign: list[str] = []
        context.on("request", self._request)
        self.page: Page = context.new_page()
        self.page.on("console", lambda said: self._said(said.type, said.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", self._dialog)

    def go(self, address: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.root + address)
        return self.page

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.wrong.append(text)

    def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.root, "data:")):
            self.foreign.append(request.url)


def export(library: MemoryLibrary, target: Path, options: ExportOptions | None = None) -> Path:
    """The site of a library."""
    HtmlSite(resources() / "site").export(
        library, target, options or ExportOptions(), library.render_many(), Silent()
    )
    return target


def start_chromium(playwright: Playwright, executable: str) -> Browser:
    """A browser that asks nobody anything by itself."""
    arguments = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=executable, args=arguments)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A server for a folder; gives its address, with a slash at the end."""
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def visiting(browser: Browser, root: str, **options: Any) -> Iterator[Visit]:
    """A visit; afterwards nothing may have gone wrong, and no other host have been asked."""
    context = browser.new_context(**options)
    visit = Visit(context, root)
    yield visit
    context.close()
    assert visit.wrong == []
    assert visit.foreign == []
