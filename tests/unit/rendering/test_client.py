"""The rendering processes: time limits, crashes, many texts, early stops."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from kbeditor.domain.errors import KbError
from kbeditor.domain.rendered import RenderContext
from kbeditor.rendering.client import RenderPool, RenderWorker
from kbeditor.rendering.pipeline import Renderer

EN = RenderContext("en")
TEXT = "# Title\n\nSome *text* with [a link](kb:1#x).\n\n![](kb:2)\n"


@pytest.fixture(scope="module")
def worker() -> Iterator[RenderWorker]:
    with RenderWorker() as worker:
        yield worker


@pytest.fixture(scope="module")
def pool() -> Iterator[RenderPool]:
    with RenderPool(2) as pool:
        yield pool


def test_same_as_in_process(worker: RenderWorker) -> None:
    assert worker.render(TEXT, EN) == Renderer().render(TEXT, EN)
    assert worker.preview(TEXT, EN) == Renderer().preview(TEXT, EN)


def test_known_blocks_come_without_html(worker: RenderWorker) -> None:
    first = worker.preview(TEXT, EN)
    known = {block.key for block in first.blocks}
    second = worker.preview(TEXT + "\nmore", EN, known=known)
    assert [block.html for block in second.blocks] == ["", "", "", "<p>more</p>\n"]
    assert [block.key for block in second.blocks[:3]] == [block.key for block in first.blocks]


@pytest.mark.parametrize("text", ["[" * 10_000, "![<b>" * 4_000], ids=["links", "pictures"])
def test_a_hostile_text_is_shown_as_typed(worker: RenderWorker, text: str) -> None:
    rendered = worker.render(text, EN, seconds=0.3)
    assert [warning.code for warning in rendered.warnings] == ["too_slow"]
    assert rendered.html.startswith('<pre class="kb-plain">')
    assert "<b" not in rendered.html
    preview = worker.preview(text, EN, seconds=0.3)
    assert [warning.code for warning in preview.warnings] == ["too_slow"]
    assert worker.render("after", EN).html == "<p>after</p>\n"


def test_deep_nesting_is_harmless(worker: RenderWorker) -> None:
    for text in ("- " * 1_000 + "x", "> " * 1_000 + "x", "1. " * 1_000 + "x"):
        assert "x" in worker.render(text, EN).html


def test_too_large_is_refused_with_a_sentence(worker: RenderWorker) -> None:
    with pytest.raises(KbError, match="Line 1 is longer than 200000 characters") as refused:
        worker.render("a" * 1_000_000, EN)
    assert refused.value.code == "line_too_long"
    with pytest.raises(KbError, match="larger than 2 MB"):
        worker.preview("a\n" * 1_500_000, EN)


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_killed_process_is_replaced(worker: RenderWorker) -> None:
    worker.start()
    before = worker.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    assert worker.render("again", EN).html == "<p>again</p>\n"
    assert worker.pid != before


def test_a_closed_worker_starts_no_process() -> None:
    worker = RenderWorker()
    worker.close()
    assert [warning.code for warning in worker.render("x", EN).warnings] == ["render_failed"]
    assert worker.pid is None


def test_many_texts_each_once(pool: RenderPool) -> None:
    items = [(number, f"text {number}", EN) for number in range(300)]
    results = dict(pool.render_many(items))
    assert len(results) == 300
    assert all(results[number].html == f"<p>text {number}</p>\n" for number in range(300))


def test_hostile_and_refused_among_many(pool: RenderPool) -> None:
    texts = ["one", "[" * 10_000, "two", "a" * 300_000, "three"]
    results = dict(pool.render_many([(t[:9], t, EN) for t in texts], seconds=0.4))
    assert [results[key].html for key in ("one", "two", "three")] == [
        f"<p>{word}</p>\n" for word in ("one", "two", "three")
    ]
    assert results["[" * 9].warnings[0].code == "too_slow"
    assert results["a" * 9].warnings[0].code == "line_too_long"


def test_takes_texts_as_they_are_needed(pool: RenderPool) -> None:
    taken = 0

    def endless() -> Iterator[tuple[int, str, RenderContext]]:
        nonlocal taken
        while True:
            taken += 1
            yield taken, "x", EN

    results = pool.render_many(endless())
    for _ in range(20):
        next(results)
    results.close()  # type: ignore[attr-defined]
    assert taken < 200
    assert dict(pool.render_many([("after", "y", EN)]))["after"].html == "<p>y</p>\n"


def test_an_error_of_the_source_reaches_the_caller(pool: RenderPool) -> None:
    def failing() -> Iterator[tuple[int, str, RenderContext]]:
        yield 1, "x", EN
        raise ValueError("unreadable")

    with pytest.raises(ValueError, match="unreadable"):
        list(pool.render_many(failing()))
