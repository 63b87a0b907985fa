"""The program's side of rendering: processes with a time limit, killed and replaced."""

import html
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, TypeVar

from kbeditor.domain.errors import KbError
from kbeditor.domain.rendered import (
    Block,
    Preview,
    RenderContext,
    Rendered,
    RenderWarning,
    preview_from_json,
    rendered_from_json,
)
from kbeditor.rendering.assembly import key_of
from kbeditor.rendering.messages import read_message, write_message

PREVIEW_SECONDS = 2.0
EXPORT_SECONDS = 20.0
_START_SECONDS = 60.0
_BATCH_ITEMS = 16
_BATCH_CHARACTERS = 200_000
_WINDOWS_FLAGS = 0x08000000 | 0x00000200 if sys.platform == "win32" else 0
"""No console window, and a process group of its own."""
_PACKAGE_ROOT = str(Path(__file__).resolve().parents[2])


K = TypeVar("K")


class _Gone(Exception):
    """The process ended before it answered."""


class _Process:
    """One rendering process. A thread reads its answers: not every system can wait on a pipe."""

    def __init__(self) -> None:
        paths = [_PACKAGE_ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kbeditor.rendering.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            creationflags=_WINDOWS_FLAGS,
            # Ctrl+C in a terminal goes to the whole group. A worker that it ended would look like a
            # text that nobody can render; the program itself ends its workers when it stops.
            process_group=0,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests = self._process.stdin
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._reader = threading.Thread(
            target=self._read, args=(self._process.stdout,), name="rendering answers", daemon=True
        )
        self._reader.start()
        self._ready = False

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, request: dict[str, Any]) -> None:
        """Send a request. _Gone when nobody is there to read it."""
        if not self._ready:
            self.answer(_START_SECONDS)
            self._ready = True
        try:
            write_message(self._requests, request)
        except OSError:
            raise _Gone from None

    def answer(self, seconds: float) -> dict[str, Any]:
        """The next answer. TimeoutError when it takes too long, _Gone when there will be none."""
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None
        if answer is None:
            raise _Gone
        return dict(answer)

    def kill(self) -> None:
        """End the process at once and let go of its pipes. May be called from another thread."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        with suppress(OSError):
            # What was not sent yet cannot be any more.
            self._requests.close()

    def _read(self, stream: IO[bytes]) -> None:
        with stream:
            message: Any = {}
            while message is not None:
                message = read_message(stream)
                self._answers.put(message)


class RenderWorker:
    """One rendering process, for one caller at a time (others wait).

    It starts at the first call, is killed and replaced when a time limit passes, and replaced when
    it ended by itself. Texts that are too slow come back as plain text with a warning "too_slow",
    texts that the process died on with "render_failed".
    """

    def __init__(self) -> None:
        self._process: _Process | None = None
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process's number, or None before it was needed."""
        process = self._process
        return process.pid if process else None

    def start(self) -> None:
        """Start the process now, so that the first call need not wait for it."""
        with self._lock:
            self._started()

    def render(
        self, text: str, context: RenderContext, seconds: float = EXPORT_SECONDS
    ) -> Rendered:
        """The whole page. KbError as `Renderer.render`."""
        request = {"kind": "render", "items": [[text, context.locale]]}
        with self._lock:
            answer = self._ask(request, seconds)
        if "failed" in answer:
            return plain_rendered(text, RenderWarning(answer["failed"], 1))
        return rendered_from_json(_checked(answer)["rendered"])

    def preview(
        self,
        text: str,
        context: RenderContext,
        seconds: float = PREVIEW_SECONDS,
        known: Collection[str] = (),
    ) -> Preview:
        """The page in blocks; blocks whose key is in `known` come back with empty HTML.

        KbError as `Renderer.render`.
        """
        request = {
            "kind": "preview",
            "text": text,
            "locale": context.locale,
            "known": list(known),
        }
        with self._lock:
            answer = self._ask(request, seconds)
        if "failed" in answer:
            return plain_preview(text, RenderWarning(answer["failed"], 1))
        return preview_from_json(_checked(answer)["preview"])

    def render_batch(
        self, items: list[tuple[str, RenderContext]], seconds: float
    ) -> list[Rendered]:
        """Several pages, each with its own time limit; a refused text comes as plain text."""
        results: list[Rendered] = []
        with self._lock:
            while len(results) < len(items):
                remaining = items[len(results) :]
                request = {
                    "kind": "render",
                    "items": [[text, context.locale] for text, context in remaining],
                }
                answer = self._ask(request, seconds)
                for text, _ in remaining:
                    results.append(_rendered_or_plain(text, answer))
                    if "failed" in answer or len(results) == len(items):
                        break
                    answer = self._answer(seconds)
                    if answer.get("failed") == "render_failed":
                        # Whether this text or somebody else ended it: ask once more from here.
                        break
        return results

    def close(self) -> None:
        """End the process. A call under way ends as "render_failed", as all later ones."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()

    def _started(self) -> _Process:
        if self._process is None and not self._closed:
            self._process = _Process()
        if self._process is None:
            raise _Gone
        return self._process

    def _ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """The first answer to a request. A process found dead is replaced once."""
        for _ in range(2):
            with suppress(_Gone):
                self._started().send(request)
                answer = self._answer(seconds)
                if answer.get("failed") != "render_failed":
                    return answer
            self._replace()
        return {"failed": "render_failed"}

    def _answer(self, seconds: float) -> dict[str, Any]:
        try:
            return self._started().answer(seconds)
        except TimeoutError:
            self._replace()
            return {"failed": "too_slow"}
        except _Gone:
            return {"failed": "render_failed"}

    def _replace(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process = None


class RenderPool:
    """Rendering processes for many texts, one per core unless told otherwise."""

    def __init__(self, workers: int | None = None) -> None:
        self._workers = [RenderWorker() for _ in range(workers or os.cpu_count() or 1)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def render_many(
        self,
        items: Iterable[tuple[K, str, RenderContext]],
        seconds: float = EXPORT_SECONDS,
    ) -> Iterator[tuple[K, Rendered]]:
        """Render texts as they come, in any order; only a few batches are held at a time.

        `seconds` is the limit for each text. A text that is refused or too slow comes as plain text
        with a warning. The caller may stop early.
        """
        batches = _batches(items)
        jobs: queue.SimpleQueue[list[tuple[K, str, RenderContext]] | None] = queue.SimpleQueue()
        done: queue.SimpleQueue[list[tuple[K, Rendered]] | Exception] = queue.SimpleQueue()
        stopped = threading.Event()

        def work(worker: RenderWorker) -> None:
            while (batch := jobs.get()) is not None and not stopped.is_set():
                try:
                    pages = worker.render_batch(
                        [(text, context) for _, text, context in batch], seconds
                    )
                except Exception as error:
                    # A bug: handed to the caller's thread, which would otherwise wait for ever.
                    done.put(error)
                    return
                done.put([(item[0], page) for item, page in zip(batch, pages, strict=True)])

        for worker in self._workers:
            threading.Thread(target=work, args=(worker,), name="rendering", daemon=True).start()
        under_way = 0
        try:
            while True:
                while under_way < 2 * len(self._workers):
                    batch = next(batches, None)
                    if batch is None:
                        break
                    jobs.put(batch)
                    under_way += 1
                if not under_way:
                    return
                result = done.get()
                if isinstance(result, Exception):
                    raise result
                under_way -= 1
                yield from result
        finally:
            stopped.set()
            for _ in self._workers:
                jobs.put(None)

    def close(self) -> None:
        """End all processes; a call under way elsewhere ends soon after."""
        for worker in self._workers:
            worker.close()


def _batches(
    items: Iterable[tuple[K, str, RenderContext]],
) -> Iterator[list[tuple[K, str, RenderContext]]]:
    """Items in handfuls: one message each would cost more than rendering a short text."""
    batch: list[tuple[K, str, RenderContext]] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item[1])
        if len(batch) >= _BATCH_ITEMS or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _checked(answer: dict[str, Any]) -> dict[str, Any]:
    if "error" in answer:
        code, template, details = answer["error"]
        raise KbError(code, template, **details)
    return answer


def _rendered_or_plain(text: str, answer: dict[str, Any]) -> Rendered:
    if "failed" in answer:
        return plain_rendered(text, RenderWarning(answer["failed"], 1))
    if "error" in answer:
        code, _, details = answer["error"]
        named = tuple((name, str(value)) for name, value in details.items())
        return plain_rendered(text, RenderWarning(code, 1, named))
    return rendered_from_json(answer["rendered"])


def plain_rendered(text: str, warning: RenderWarning) -> Rendered:
    """A text that could not be rendered, shown as it is typed."""
    # Counted the cheap way: what was too much for the renderer may be for `count_words` too.
    return Rendered(_plain_html(text), (), (), (warning,), len(text.split()), text)


def plain_preview(text: str, warning: RenderWarning) -> Preview:
    """The same as one block."""
    page = _plain_html(text)
    return Preview((Block(1, key_of(page), page),), (), (), (warning,))


def _plain_html(text: str) -> str:
    return f'<pre class="kb-plain">{html.escape(text, quote=False)}</pre>\n'
