"""The previewer renders the newest text only, one at a time, off the caller's thread."""

import queue
import threading
from collections.abc import Callable, Iterator

import pytest

from kbeditor.app.previewing import Previewer
from kbeditor.domain.rendered import Preview, RenderContext

Landing = Callable[[], None]
ENGLISH = RenderContext("en")


@pytest.fixture
def landings() -> "queue.SimpleQueue[Landing]":
    return queue.SimpleQueue()


@pytest.fixture
def previewer(landings: "queue.SimpleQueue[Landing]") -> Iterator[Previewer]:
    previewer = Previewer(landings.put)
    yield previewer
    previewer.close()
    assert "previewer" not in {thread.name for thread in threading.enumerate()}


def fail(error: Exception) -> None:
    raise error


def test_a_text_comes_back_through_post(
    previewer: Previewer, landings: "queue.SimpleQueue[Landing]"
) -> None:
    answers: list[Preview] = []
    previewer.request("a", "Some *words*.", ENGLISH, answers.append, fail)
    landing = landings.get(timeout=30)
    assert answers == [], "nothing lands on the previewer's own thread"
    landing()
    assert "<em>words</em>" in answers[0].blocks[0].html


def test_of_many_requests_those_replaced_are_never_rendered(
    previewer: Previewer, landings: "queue.SimpleQueue[Landing]"
) -> None:
    previewer.request("warm", "Up", ENGLISH, lambda _preview: None, fail)
    landings.get(timeout=30)
    answers: list[str] = []

    def keep(preview: Preview) -> None:
        answers.append(preview.blocks[-1].html)

    for number in range(200):
        previewer.request("a", f"Text {number}", ENGLISH, keep, fail)
    previewer.request("b", "Another", ENGLISH, keep, fail)
    while not answers or "Another" not in answers[-1]:
        landings.get(timeout=30)()
    assert "Text 199" in answers[-2]
    assert len(answers) < 20


def test_known_blocks_come_without_their_html(
    previewer: Previewer, landings: "queue.SimpleQueue[Landing]"
) -> None:
    answers: list[Preview] = []
    text = "First paragraph.\n\nSecond paragraph.\n"
    previewer.request("a", text, ENGLISH, answers.append, fail)
    landings.get(timeout=30)()
    known = [block.key for block in answers[0].blocks]
    previewer.request("a", text, ENGLISH, answers.append, fail, known=known)
    landings.get(timeout=30)()
    assert [block.html for block in answers[1].blocks] == [""] * len(known)


def test_closing_does_not_wait_for_a_hostile_text(
    landings: "queue.SimpleQueue[Landing]",
) -> None:
    previewer = Previewer(landings.put, seconds=60)
    previewer.request("a", "Fine", ENGLISH, lambda _preview: None, lambda _error: None)
    landings.get(timeout=30)
    previewer.request("a", "[" * 50_000, ENGLISH, lambda _p: None, lambda _e: None)
    closing = threading.Thread(target=previewer.close)
    closing.start()
    closing.join(20)
    assert not closing.is_alive()


def test_after_closing_nothing_is_taken(landings: "queue.SimpleQueue[Landing]") -> None:
    previewer = Previewer(landings.put)
    previewer.close()
    previewer.request("a", "Late", ENGLISH, fail, fail)  # type: ignore[arg-type]
    assert landings.empty()
