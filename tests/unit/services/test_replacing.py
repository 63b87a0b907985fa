"""Find and replace in the whole library: what is found, passed over, put in its place."""

from pathlib import Path
from typing import Any

import pytest

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.replacing import Found, Query, Scope
from kbeditor.domain.states import State
from tests.helpers.library import article, category, check_rules, dump, publish, text_of, write


def found_in(ws: Workspace, words: str, scope: Scope | None = None, **how: Any) -> list[str]:
    """The hits with what stands around them."""
    found = ws.replacing.find(Query(words, **how), scope)
    return [f"{p.before}[{p.found}]{p.after}" for each in found.texts for p in each.places]


def replace(ws: Workspace, words: str, new: str, keep_case: bool = False, **how: Any) -> Found:
    found = ws.replacing.find(Query(words, **how))
    ws.replacing.replace(found, new, keep_case=keep_case)
    return found


def body(ws: Workspace, ref: Ref, locale: str = "en") -> str:
    return text_of(ws, ref, locale).body


def test_all_locales_and_fields_are_searched_in_the_order_of_the_tree(ws: Workspace) -> None:
    top = article(ws, "Parcel at the top", "One parcel.")
    shelf = category(ws, "Parcels")
    inner = article(ws, "Lost", "No word.", shelf)
    write(ws, inner, "Un colis (parcel).", "fr", title="Perdu", keywords=["my parcel", "post"])
    ws.tree.trash([article(ws, "Binned parcel", "parcel")])
    found = ws.replacing.find(Query("parcel"))
    assert [(each.ref, [(p.field, p.part) for p in each.places]) for each in found.texts] == [
        (TextRef(top, "en"), [("title", 0), ("body", 0)]),
        (TextRef(shelf, "en"), [("title", 0)]),
        (TextRef(inner, "fr"), [("keywords", 0), ("body", 0)]),
    ]
    assert found.texts[2].path == ("Parcels",)
    assert (found.count, found.searched, found.more) == (5, 4, False)


def test_the_scope_narrows_what_is_searched(ws: Workspace) -> None:
    shelf = category(ws, "Box")
    below = category(ws, "Box within", shelf)
    ref = article(ws, "Box deep", "A box.", below)
    write(ws, ref, "Une box.", "fr", title="La box")
    article(ws, "Box outside", "A box.")
    assert len(found_in(ws, "box")) == 8
    assert len(found_in(ws, "box", Scope(branch=below.id))) == 5
    assert found_in(ws, "box", Scope(locales=frozenset({"fr"}))) == ["La [box]", "Une [box]."]
    assert len(found_in(ws, "box", Scope(articles=False))) == 2
    assert len(found_in(ws, "box", Scope(categories=False))) == 6
    assert len(found_in(ws, "box", Scope(fields=frozenset({"body"})))) == 3


@pytest.mark.parametrize(
    ("words", "how", "hits"),
    [
        ("colis", {}, 3),
        ("colis", {"case": True}, 1),
        ("coli", {"whole": True}, 0),
        ("colis", {"whole": True}, 2),
        (r"c.l+is\b", {"regex": True}, 2),
        ("^Colis", {"regex": True}, 2),
        (".", {}, 1),
        ("cafe\u0301", {}, 1),
    ],
)
def test_words_case_and_expressions(
    ws: Workspace, words: str, how: dict[str, Any], hits: int
) -> None:
    article(ws, "A", "colis COLIStier\nColis caf\u00e9.")
    assert len(found_in(ws, words, **how)) == hits


def test_what_is_around_a_hit_stands_in_one_line_with_whole_words(ws: Workspace) -> None:
    article(ws, "A", f"{'left words ' * 20}here\n\nand {'right words ' * 20}")
    (hit,) = found_in(ws, "here")
    assert hit.startswith("… ")
    assert hit.endswith(" …")
    assert "words [here] and right" in hit
    place = ws.replacing.find(Query("and")).texts[0].places[0]
    assert place.line == 3


KEPT = """---
parcel: yes
---

A parcel and `kb parcel`, [a parcel](kb:parcel-0001 "parcel") to <https://parcel.test/parcel>
or https://parcel.test and <b class="parcel">parcel</b>, {{parcel}}.

```
parcel
```

    parcel

| parcel | x |
|---|---|
| `parcel` | parcel |

<div id="parcel">parcel</div>

[parcel]: https://parcel.test
"""


def test_code_addresses_and_placeholders_are_passed_over(ws: Workspace) -> None:
    ref = article(ws, "A", KEPT)
    found = replace(ws, "parcel", "box")
    said = body(ws, ref)
    assert "A box and `kb parcel`, [a box](kb:parcel-0001" in said
    assert (
        '<https://parcel.test/parcel>\nor https://parcel.test and <b class="parcel">box</b>' in said
    )
    assert "{{parcel}}" in said
    assert "```\nparcel\n```" in said
    assert "| box | x |\n|---|---|\n| `parcel` | box |" in said
    assert found.count + found.passed == KEPT.count("parcel")
    assert found.count == said.count("box")


def test_protection_can_be_left_out(ws: Workspace) -> None:
    ref = article(ws, "A", KEPT)
    replace(ws, "parcel", "box", protect=False)
    assert body(ws, ref) == KEPT.replace("parcel", "box")


def test_words_are_found_across_the_lines_of_a_block(ws: Workspace) -> None:
    ref = article(ws, "A", "- my `x` first\n  parcel\n\nfirst\n\nparcel")
    replace(ws, r"first\s+parcel", "box", regex=True)
    assert body(ws, ref) == "- my `x` box\n\nfirst\n\nparcel"


@pytest.mark.parametrize(
    ("words", "new", "how", "before", "after"),
    [
        ("colis", "paquet", {"keep_case": True}, "COLIS Colis colis", "PAQUET Paquet paquet"),
        ("Colis", "Paquet", {"keep_case": True}, "colis", "paquet"),
        ("app", "iPhone", {"keep_case": True}, "app App APP aPp", "iPhone IPhone IPHONE iPhone"),
        (r"(\w+) of (?P<b>\w+)", r"\g<b>'s \1", {"regex": True}, "end of day", "day's end"),
        (r"(a)|b", r"<\1>\0\\\t", {"regex": True}, "b", "<>b\\\t"),
        ("a.c", r"\1", {}, "a.c abc", r"\1 abc"),
        ("x", "", {}, "axb", "ab"),
        ("a", "aa", {}, "aaa", "aaaaaa"),
    ],
)
def test_what_takes_the_place(
    ws: Workspace, words: str, new: str, how: dict[str, Any], before: str, after: str
) -> None:
    ref = article(ws, "Title", before)
    replace(ws, words, new, **how)
    assert body(ws, ref) == after


@pytest.mark.parametrize(
    ("words", "new", "code", "said"),
    [
        ("(a", "", "bad_expression", "character 2: missing )"),
        ("a{2,1}", "", "bad_expression", "character"),
        ("", "", "empty_query", "Say what"),
        ("a" * 2001, "", "too_long", "2000"),
        ("(a)", r"x\2", "bad_replacement", "character 2: the expression has no group “2”"),
        ("(a)", r"\g<n>", "bad_replacement", "no group “n”"),
        ("(a)", r"\q", "bad_replacement", "“\\q” means nothing"),
        ("(a)", "x\\", "bad_replacement", "character 2"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(
    ws: Workspace, words: str, new: str, code: str, said: str
) -> None:
    ref = article(ws, "A", "a")
    with pytest.raises(KbError) as caught:
        replace(ws, words, new, regex=True)
    assert caught.value.code == code
    assert said in str(caught.value)
    assert body(ws, ref) == "a"


def test_an_expression_that_does_not_end_names_the_text(ws: Workspace) -> None:
    article(ws, "Long", "a" * 5000 + "b")
    with pytest.raises(KbError, match="“Long”") as caught:
        ws.replacing.find(Query(r"(?:a|aa)+(?:a|aa)+(?:a|aa)+$", regex=True))
    assert caught.value.code == "slow_expression"


def test_replacing_is_one_act_with_drafts_above_what_is_live(ws: Workspace, path: Path) -> None:
    first = article(ws, "First parcel", "A parcel.")
    second = article(ws, "Second", "Two parcels.")
    write(ws, second, "Zwei Pakete (parcels).", "de", title="Zweites")
    ws.linking.fill()
    before = dump(path)
    found = ws.replacing.find(Query("parcel"))
    outcome = ws.replacing.replace(found, "box")
    assert (outcome.value.places, outcome.value.texts, outcome.value.left) == (4, 3, ())
    assert outcome.changes.texts == {each.ref for each in found.texts}
    assert text_of(ws, first).title == "First box"
    assert text_of(ws, first).state is State.DRAFT
    live = ws.texts.published(TextRef(first, "en"))
    assert live is not None
    assert live.title == "First parcel"
    act = ws.history.next_undo
    assert act is not None
    assert (act.code, act.details) == (
        "text.replace",
        {"title": "parcel", "new": "box", "count": 4},
    )
    check_rules(path)
    after = dump(path)
    ws.history.undo()
    assert dump(path) == before
    check_rules(path)
    ws.history.redo()
    assert dump(path) == after
    check_rules(path)


def test_each_text_keeps_what_it_said_in_its_history(ws: Workspace) -> None:
    ref = article(ws, "A", "One parcel.")
    write(ws, ref, "One parcel, two parcels.")
    replace(ws, "parcel", "box")
    kept = ws.texts.revisions(TextRef(ref, "en"))[-1]
    assert (kept.kind, kept.note, kept.body) == (
        "checkpoint",
        "replaced",
        "One parcel, two parcels.",
    )


def test_only_the_blocks_of_a_translation_that_were_hit_go_back_to_translated(
    ws: Workspace,
) -> None:
    ref = article(ws, "A", "One parcel.\n\nOne letter.")
    write(ws, ref, "Un colis.\n\nUne lettre.", "fr", title="Un")
    publish(ws, ref, "fr")
    ws.linking.fill()
    replace(ws, "colis", "paquet")
    states = {each.target: each.state for each in ws.blocks.pairs(TextRef(ref, "fr"))}
    assert states == {
        "Un": BlockState.REVIEWED,
        "Un paquet.": BlockState.TRANSLATED,
        "Une lettre.": BlockState.REVIEWED,
    }


def test_only_what_was_chosen_is_replaced(ws: Workspace) -> None:
    ref = article(ws, "A", "box box box")
    found = ws.replacing.find(Query("box"))
    (text,) = found.texts
    chosen = type(text)(
        text.ref, text.title, text.mark, text.path, text.version, (text.places[0], text.places[2])
    )
    ws.replacing.replace(found, "crate", [chosen])
    assert body(ws, ref) == "crate box crate"


def test_a_text_that_was_changed_since_is_left_as_it_is(ws: Workspace) -> None:
    changed, gone = article(ws, "Changed", "A box."), article(ws, "Gone", "A box.")
    write(ws, gone, "Une box.", "fr", title="Parti")
    kept = article(ws, "Kept", "A box.")
    found = ws.replacing.find(Query("box"))
    write(ws, changed, "Another box.")
    ws.texts.delete([TextRef(gone, "fr")])
    done = ws.replacing.replace(found, "crate").value
    assert {(each.ref, each.reason) for each in done.left} == {
        (TextRef(changed, "en"), "changed"),
        (TextRef(gone, "fr"), "gone"),
    }
    assert (done.places, done.texts) == (2, 2)
    assert body(ws, changed) == "Another box."
    assert body(ws, kept) == "A crate."


def test_titles_stay_titles(ws: Workspace) -> None:
    empty, long = article(ws, "box", "x"), article(ws, "box box", "x")
    lines = article(ws, "a box\u00a0!", "x")
    title = Scope(fields=frozenset({"title"}))
    found = ws.replacing.find(Query("box", regex=True), title)
    left = ws.replacing.replace(found, "b" * 300).value.left
    assert [(each.ref.owner, each.reason) for each in left] == [(long, "too_long")]
    ws.history.undo()
    found = ws.replacing.find(Query("box", regex=True), title)
    left = ws.replacing.replace(found, r"\n").value.left
    assert {(each.ref.owner, each.reason) for each in left} == {
        (empty, "empty_title"),
        (long, "empty_title"),
    }
    assert text_of(ws, lines).title == "a  \u00a0!"


def test_keywords_that_become_the_same_or_nothing_go(ws: Workspace) -> None:
    ref = article(ws, "A", "x")
    write(ws, ref, "x", keywords=["parcel", "box", "parcels"])
    replace(ws, "parcel", "box")
    assert text_of(ws, ref).keywords == ("box", "boxs")
    replace(ws, "boxs?", "", regex=True)
    assert text_of(ws, ref).keywords == ()


def test_the_address_of_what_was_never_live_follows_its_title(ws: Workspace) -> None:
    draft = ws.articles.create(None, "My parcel", "en").value
    live = article(ws, "Your parcel", "x")
    replace(ws, "parcel", "box")
    assert text_of(ws, draft).slug == "my-box"
    assert text_of(ws, live).slug == "your-parcel"


class _StopAt(Stoppable):
    """Stops at the first step of a kind."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._at = code

    def step(self, code: str, done: int, total: int) -> None:
        if code == self._at:
            self.stop()
        super().step(code, done, total)


@pytest.mark.parametrize("code", ["searching_texts", "replacing", "following_blocks"])
def test_stopped_anywhere_nothing_is_changed(ws: Workspace, path: Path, code: str) -> None:
    ref = article(ws, "A", "A box.")
    write(ws, ref, "Une box.", "fr", title="La box")
    ws.linking.fill()
    before = dump(path, frozenset())

    def work() -> None:
        found = ws.replacing.find(Query("box"), None, _StopAt(code))
        ws.replacing.replace(found, "crate", progress=_StopAt(code))

    with pytest.raises(Cancelled):
        work()
    assert dump(path, frozenset()) == before
    act = ws.history.next_undo
    assert act is None or act.code != "text.replace"


def test_more_places_than_can_be_listed_are_told_of(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kbeditor.services.replacing.MOST_PLACES", 3)
    for name in "ABC":
        article(ws, name, "box box")
    found = ws.replacing.find(Query("box"))
    assert (found.more, found.count, len(found.texts)) == (True, 2, 1)
