"""Renders what is being typed, off the GUI thread and never more than one text at a time."""

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

from kbeditor.domain.rendered import Preview, RenderContext
from kbeditor.rendering.client import PREVIEW_SECONDS, RenderWorker

Post = Callable[[Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class _Request:
    text: str
    context: RenderContext
    known: Collection[str]
    then: Callable[[Preview], None]
    otherwise: Callable[[Exception], None]


class Previewer:
    """Keeps the newest request of each key only; a request replaced while waiting is dropped.

    `then` and `otherwise` are called through `post`: the window's way to its own thread.
    """

    def __init__(self, post: Post, seconds: float = PREVIEW_SECONDS) -> None:
        self._post = post
        self._seconds = seconds
        self._worker = RenderWorker()
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
        known: Collection[str] = (),
    ) -> None:
        """Render `text`; returns at once. Blocks whose key is in `known` come without HTML.

        A text that is too slow comes as plain text with a warning, see `RenderWorker.preview`.
        """
        with self._wake:
            if self._closed:
                return
            self._waiting.pop(key, None)  # the newest goes to the end of the line
            self._waiting[key] = _Request(text, context, known, then, otherwise)
            self._start_thread()
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
        self._worker.close()  # ends what is being rendered, too
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _start_thread(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="previewer")
            self._thread.start()

    def _next(self) -> _Request | None:
        with self._wake:
            while not self._waiting and not self._closed:
                self._wake.wait()
            if self._closed:
                return None
            return self._waiting.pop(next(iter(self._waiting)))

    def _serve(self) -> None:
        self._worker.start()
        while (request := self._next()) is not None:
            self._answer(request)

    def _answer(self, request: _Request) -> None:
        try:
            preview = self._worker.preview(
                request.text, request.context, self._seconds, request.known
            )
        except Exception as error:
            self._post(partial(request.otherwise, error))
        else:
            self._post(partial(request.then, preview))
