"""Two people with two programs and one library: real windows in real processes."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.domain.records import Ref, TextRef
from tests.helpers.library import connected

PROGRAM = Path(__file__).parents[1] / "helpers" / "second_window.py"
ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds after which something is taken for never happening; it polls every two seconds."""

BODY = "One two three.\n\n- a\n- b\n\nFour five six."


class Person:
    """Somebody at a window of their own."""

    def __init__(self, home: Path, library: Path, who: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(home), str(library), who, "en", "light"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
            text=True,
        )

    def do(self, *asked: object) -> dict[str, Any]:
        """Ask for something; what is seen after it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def until(self, seen: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Look again and again until something is seen."""
        end = time.monotonic() + PATIENCE
        while True:
            now = self.do("look")
            if seen(now):
                return now
            assert time.monotonic() < end, now

    def leave(self) -> None:
        """Close the window."""
        self.process.communicate(timeout=PATIENCE)


@pytest.fixture
def library(tmp_path: Path) -> tuple[Path, Ref]:
    path = tmp_path / "Shop.kb"
    workspace = create_library(path, "Shop", "en", ["fr"], "Zoe")
    article = workspace.articles.create(None, "Ordering", "en").value
    ref = TextRef(article, "en")
    workspace.texts.save(ref, workspace.texts.heads(article)[0].version, body=BODY)
    workspace.close()
    return path, article


@pytest.fixture
def two(tmp_path: Path, library: tuple[Path, Ref]) -> Iterator[tuple[Person, Person]]:
    path, article = library
    people = [Person(tmp_path / who, path, who) for who in ("Ann", "Marie")]
    for each in people:
        each.do("go", article.id, "en")
        each.until(lambda seen: seen["body"] == BODY)
    yield people[0], people[1]
    for each in people:
        each.leave()


def body_of(library: tuple[Path, Ref]) -> str:
    path, article = library
    workspace = open_workspace(path)
    text = workspace.texts.get(TextRef(article, "en"))
    workspace.close()
    assert text is not None
    return text.body


@pytest.mark.slow
def test_two_people_write_one_text(
    two: tuple[Person, Person], library: tuple[Path, Ref], tmp_path: Path
) -> None:
    ann, marie = two
    # Who is there is seen in the text and in the tree.
    marie.do("type", "Hello. ", "Start")
    seen = ann.until(lambda seen: "is editing" in seen["presence"])
    assert seen["presence"] == "Marie is editing this text in English."
    assert seen["tree"] == [seen["presence"]]
    # What she wrote appears by itself.
    ann.until(lambda seen: seen["body"].startswith("Hello. One"))
    # At different places, both are there without a question.
    ann.do("type", " Ann.", "End")
    marie.do("replace", "- a", "- aa")
    marie.do("flush")
    ann.do("flush")
    both = f"Hello. {BODY} Ann.".replace("- a", "- aa")
    for each in two:
        assert each.until(lambda seen: seen["body"] == both)["bar"] == ""
    # At the same place, the second one decides.
    marie.do("type", " Marie.", "End")
    marie.do("flush")
    ann.do("type", " Me.", "End")
    ann.do("flush")
    if not ann.do("look")["bar"]:
        ann.until(lambda seen: seen["bar"])
    assert body_of(library) == both + " Marie."
    assert ", 1 to decide." in ann.do("press", 0)["merging"]
    ann.do("choose", "both")
    ann.do("apply")
    end = f"{both} Me.\n\nFour five six. Ann. Marie."
    for each in two:
        each.until(lambda seen: seen["body"] == end)
    assert body_of(library) == end
    # Who goes is not seen any more; the last one leaves nothing behind.
    marie.do("look")
    marie.leave()
    ann.until(lambda seen: seen["presence"] == "")
    ann.leave()
    assert not (tmp_path / "Shop.kb-presence").exists()


@pytest.mark.slow
def test_a_writer_that_does_not_end_keeps_nobody_from_typing(
    two: tuple[Person, Person], library: tuple[Path, Ref]
) -> None:
    ann, _marie = two
    path, _article = library
    with connected(path) as other:
        other.execute("BEGIN IMMEDIATE")
        ann.do("type", " Ann.", "End")
        seen = ann.until(lambda seen: "busy" in seen["bar"])
        assert seen["dirty"]
        assert seen["body"] == BODY + " Ann."
        ann.do("type", " More.", "End")
        other.execute("ROLLBACK")
    seen = ann.until(lambda seen: not seen["dirty"] and not seen["bar"])
    assert body_of(library) == BODY + " Ann. More."
