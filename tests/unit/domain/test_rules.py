"""States and their marks, changes, errors, the content hash, progress."""

import itertools

import pytest

from kbeditor.domain.changes import EVERYTHING, Changes
from kbeditor.domain.errors import Cancelled, Conflict, KbError, NotFound
from kbeditor.domain.hashing import content_hash
from kbeditor.domain.progress import Silent, Stoppable
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import (
    Significance,
    State,
    make_mark,
    mark_live,
    mark_outdated,
    mark_state,
)

ARTICLE, CATEGORY = Ref(Kind.ARTICLE, "a"), Ref(Kind.CATEGORY, "c")


def test_a_mark_holds_state_freshness_and_what_is_live() -> None:
    seen = set()
    for state, outdated, live in itertools.product(State, (False, True), (False, True)):
        mark = make_mark(state, outdated, live)
        assert (mark_state(mark), mark_outdated(mark), mark_live(mark)) == (state, outdated, live)
        assert bytes([mark])[0] == mark
        seen.add(mark)
    assert len(seen) == 16
    assert make_mark(State.MISSING, False, False) == 0


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("draft", State.DRAFT),
        (" Published ", State.PUBLISHED),
        ("in_review", State.IN_REVIEW),
        ("in-review", State.IN_REVIEW),
        ("review", State.IN_REVIEW),
        ("missing", State.MISSING),
    ],
)
def test_states_by_their_words(word: str, state: State) -> None:
    assert State.from_code(word) is state
    assert State.from_code(state.code) is state


def test_words_that_are_no_state() -> None:
    for word in ("live", "publish", "4"):
        with pytest.raises(ValueError, match=word):
            State.from_code(word)
    assert [each.code for each in Significance] == ["minor", "update", "important"]


def test_changes_add_up() -> None:
    text = TextRef(ARTICLE, "fr")
    both = Changes(tree=frozenset([CATEGORY])) | Changes(texts=frozenset([text]), locales=True)
    assert both == Changes(frozenset([CATEGORY]), frozenset([text]), locales=True)
    assert set(both.owners()) == {ARTICLE, CATEGORY}
    assert not Changes()
    assert EVERYTHING
    assert (both | EVERYTHING).everything
    again = Changes(tree=frozenset([ARTICLE]), texts=frozenset([text]))
    assert list(again.owners()) == [ARTICLE]


def test_an_error_says_its_sentence_and_keeps_its_details() -> None:
    error = KbError("too_long", "A title may have {most} characters at most.", most=500)
    assert str(error) == "A title may have 500 characters at most."
    assert (error.code, error.details, error.template) == (
        "too_long",
        {"most": 500},
        "A title may have {most} characters at most.",
    )
    assert str(NotFound("article", "{x}")) == "The article {x} is not in this library."
    assert "“{curly}” was changed elsewhere" in str(Conflict("“{curly}”"))
    assert Cancelled().code == "cancelled"


def test_the_hash_tells_fields_apart() -> None:
    said = [
        ("a", "", (), ""),
        ("", "a", (), ""),
        ("", "", ("a",), ""),
        ("", "", (), "a"),
        ("", "", ("a", "b"), ""),
        ("", "", ("ab",), ""),
        ("é", "", (), ""),
        ("e\u0301", "", (), ""),
    ]
    assert len({content_hash(*each) for each in said}) == len(said)
    assert content_hash("a", "b", ["c"], "d") == content_hash("a", "b", ("c",), "d")


def test_stopping() -> None:
    progress = Stoppable()
    progress.step("reading", 1, 2)
    assert (progress.code, progress.done, progress.total) == ("reading", 1, 2)
    progress.stop()
    with pytest.raises(Cancelled):
        progress.step("reading", 2, 2)
    assert progress.done == 2
    Silent().step("reading", 2, 2)
