"""Renders what is being typed, off the GUI thread and never more than one text at a time."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from kbeditor.domain.rendered import Preview, RenderContext
from kbeditor.rendering.client import RenderWorker

SECONDS = 5.0
Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class _Request:
    text: str
    context: RenderContext
    then: Callable[[Preview], None]
    otherwise: Callable[[Exception], None]


class Previewer:
    """Keeps the newest request of each key only; a request replaced while waiting is dropped.

    `then` and `otherwise` are called through `post`: the window's way to its own thread.
    """

    def __init__(self, post: Post, seconds: float = SECONDS) -> None:
        self._post = post
        self._seconds = seconds
        self._waiting: dict[str, _Request] = {}
        self._wake = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def request(
        self,
        key: str,
        text: str,
        context: RenderContext,
        then: Callable[[Preview], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Render `text`; returns at once. Errors: KbError when it takes too long."""
        with self._wake:
            if self._closed:
                return
            self._waiting.pop(key, None)  # the newest goes to the end of the line
            self._waiting[key] = _Request(text, context, then, otherwise)
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="previewer")
                self._thread.start()
            self._wake.notify()

    def drop(self, key: str) -> None:
        """Forget a request that waits."""
        with self._wake:
            self._waiting.pop(key, None)

    def close(self) -> None:
        """Drop what waits and end the thread and its worker process."""
        with self._wake:
            self._closed = True
            self._waiting.clear()
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _next(self) -> _Request | None:
        with self._wake:
            while not self._waiting and not self._closed:
                self._wake.wait()
            if self._closed:
                return None
            return self._waiting.pop(next(iter(self._waiting)))

    def _serve(self) -> None:
        worker = RenderWorker()
        try:
            while (request := self._next()) is not None:
                self._answer(worker, request)
        finally:
            worker.close()

    def _answer(self, worker: RenderWorker, request: _Request) -> None:
        try:
            preview = worker.preview(request.text, request.context, self._seconds)
        except Exception as error:
            failure = error
            self._post(lambda: request.otherwise(failure))
        else:
            self._post(lambda: request.then(preview))
