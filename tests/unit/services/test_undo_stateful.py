"""Random acts, typing, undo and redo: the library always keeps its rules, and comes back."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from kbeditor.domain.blocks import BlockState
from kbeditor.domain.errors import Conflict, KbError
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.states import Significance, State
from tests.helpers.library import Dump, Shop, check_rules, dump, opened, write

DATA = st.data()
TITLES = st.sampled_from(["Lost", "Cancel", "Found & kept", "Où ?", "注文"])
LOCALES = st.sampled_from(["en", "fr", "de"])
BODIES = [
    "In the post.",
    "On 海 [x](kb:0000000000).",
    "",
    "One one one.\n\nTwo two two.\n\nThree three three.",
    "Two two two.\n\nOne one more.\n\n- Four four\n- Five five",
]


class Undoing(RuleBasedStateMachine):
    """Keeps a dump from before and after each act, as long as nobody types in between."""

    start: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = Path(shutil.copy(self.start, self.folder / "shop.kb"))
        self.opening = opened(self.path, "Ada")
        self.ws = self.opening.__enter__()
        self.done: list[tuple[Dump, Dump] | None] = []
        self.undone: list[tuple[Dump, Dump] | None] = []
        self.now = dump(self.path)

    def teardown(self) -> None:
        check_rules(self.path)
        self.opening.__exit__(None, None, None)
        shutil.rmtree(self.folder)

    # ------------------------------------------------------------------------------------- acts

    def act(self, work: Callable[[], object]) -> None:
        known = self.ws.history.next_undo
        try:
            work()
        except KbError:
            assert dump(self.path) == self.now
            return
        before, self.now = self.now, dump(self.path)
        if before != self.now:
            assert self.ws.history.next_undo is not None
            self.done.append((before, self.now))
            self.undone.clear()
        else:
            assert self.ws.history.next_undo == known
        check_rules(self.path)

    def some(self, data: Any, kinds: str = "ac") -> Ref:
        rows = self.now
        refs = [Ref(Kind.ARTICLE, each["id"]) for each in rows["article"]] if "a" in kinds else []
        if "c" in kinds:
            refs += [Ref(Kind.CATEGORY, each["id"]) for each in rows["category"]]
        return Ref(*data.draw(st.sampled_from(sorted(refs))))

    def several(self, data: Any, kinds: str = "ac") -> list[Ref]:
        return list(
            dict.fromkeys(self.some(data, kinds) for _ in range(data.draw(st.integers(1, 3))))
        )

    def parent(self, data: Any) -> str | None:
        parent: str | None = data.draw(st.sampled_from([None, self.some(data, "c").id]))
        return parent

    @rule(data=DATA, title=TITLES, locale=LOCALES)
    def create_category(self, data: Any, title: str, locale: str) -> None:
        parent = self.parent(data)
        self.act(lambda: self.ws.categories.create(parent, title, locale))

    @rule(data=DATA, title=TITLES, locale=LOCALES)
    def create_article(self, data: Any, title: str, locale: str) -> None:
        parent = self.parent(data)
        self.act(lambda: self.ws.articles.create(parent, title, locale))

    @rule(data=DATA)
    def duplicate(self, data: Any) -> None:
        trashed = {each["id"] for each in self.now["article"] if each["trashed_at"]}
        ids = [ref.id for ref in self.several(data, "a") if ref.id not in trashed]
        self.act(lambda: self.ws.articles.duplicate(ids))

    @rule(data=DATA)
    def move(self, data: Any) -> None:
        refs, parent, before = self.several(data), self.parent(data), self.some(data).id
        self.act(lambda: self.ws.tree.move(refs, parent, before))

    @rule(data=DATA)
    def trash(self, data: Any) -> None:
        refs = self.several(data)
        self.act(lambda: self.ws.tree.trash(refs))

    @rule(data=DATA)
    @precondition(lambda self: any(r["trashed_at"] for r in self.now["article"]))
    def restore(self, data: Any) -> None:
        binned = [
            Ref(kind, each["id"])
            for kind in Kind
            for each in self.now[kind.value]
            if each["trashed_at"]
        ]
        refs = data.draw(st.lists(st.sampled_from(binned), min_size=1, unique=True))
        self.act(lambda: self.ws.tree.restore(refs))

    @rule(data=DATA, title=TITLES, locale=LOCALES)
    def rename(self, data: Any, title: str, locale: str) -> None:
        ref = TextRef(self.some(data), locale)
        self.act(lambda: self.ws.texts.rename(ref, title))

    @rule(data=DATA, locale=LOCALES, slug=TITLES)
    def set_slug(self, data: Any, locale: str, slug: str) -> None:
        ref = TextRef(self.some(data), locale)
        self.act(lambda: self.ws.texts.set_slug(ref, slug))

    @rule(
        data=DATA,
        state=st.sampled_from([State.DRAFT, State.IN_REVIEW, State.PUBLISHED, State.PUBLISHED]),
        size=st.sampled_from(list(Significance)),
        fresh=st.booleans(),
    )
    def set_state(self, data: Any, state: State, size: Significance, fresh: bool) -> None:
        refs = [TextRef(ref, tag) for ref in self.several(data) for tag in ("en", "fr")]
        self.act(lambda: self.ws.texts.set_state(refs, state, significance=size, up_to_date=fresh))

    @rule(data=DATA, locale=LOCALES, what=st.sampled_from(["retract", "still_valid", "delete"]))
    def all_texts(self, data: Any, locale: str, what: str) -> None:
        refs = [TextRef(ref, locale) for ref in self.several(data)]
        self.act(lambda: getattr(self.ws.texts, what)(refs))

    @rule(data=DATA, locale=LOCALES)
    def discard(self, data: Any, locale: str) -> None:
        ref = TextRef(self.some(data), locale)
        self.act(lambda: self.ws.texts.discard(ref))

    @rule(tag=st.sampled_from(["fr", "de", "it"]))
    def add_or_remove_locale(self, tag: str) -> None:
        there = any(each["tag"] == tag for each in self.now["locale"])
        self.act(lambda: self.ws.locales.remove(tag) if there else self.ws.locales.add(tag))

    # ----------------------------------------------------------------------------------- blocks

    @rule(data=DATA, state=st.sampled_from(list(BlockState)))
    def set_block_states(self, data: Any, state: BlockState) -> None:
        ref, ids = self.some_blocks(data)
        if ids:
            self.act(lambda: self.ws.blocks.set_state(ref, ids, state))

    @rule(data=DATA, alone=st.booleans())
    def blocks_still_valid(self, data: Any, alone: bool) -> None:
        ref, ids = self.some_blocks(data)
        if ids:
            self.act(lambda: self.ws.blocks.still_valid(ref, ids if alone else None))

    @rule(data=DATA)
    def take_blocks_out(self, data: Any) -> None:
        ref, ids = self.some_blocks(data)
        text = self.ws.texts.get(ref) if ids else None
        if text is not None:
            self.act(lambda: self.ws.blocks.discard(ref, text.version, ids))

    @rule(data=DATA)
    def begin_by_blocks(self, data: Any) -> None:
        ref = TextRef(self.some(data), "fr")
        self.without_act(lambda: self.ws.blocks.make(ref.owner))
        self.act(lambda: self.ws.blocks.begin(ref))

    @rule(data=DATA)
    def revoke_or_call_minor(self, data: Any) -> None:
        ref, ids = self.some_blocks(data)
        known = [each.id for each in self.ws.blocks.equivalences()]
        if known:
            self.act(lambda: self.ws.blocks.revoke(known[:1]))
        elif ids:
            self.act(lambda: self.ws.blocks.call_minor(TextRef(ref.owner, "en"), ids, "Same"))

    @rule(data=DATA, text=st.sampled_from(["Un.", "", "One.", "# Deux\n\n- Trois"]))
    def type_in_a_block(self, data: Any, text: str) -> None:
        ref, ids = self.some_blocks(data)
        known = self.ws.texts.get(ref) if ids else None
        if known is not None:
            self.without_act(lambda: self.ws.blocks.write(ref, known.version, ids[0], text))

    def some_blocks(self, data: Any) -> tuple[TextRef, list[str]]:
        """A French text and some of its blocks; none where there are none."""
        self.without_act(self.ws.linking.fill)
        ref = TextRef(self.some(data), "fr")
        self.without_act(lambda: self.ws.blocks.make(ref.owner))
        try:
            ids = [each.id for each in self.ws.blocks.pairs(ref)]
        except KbError:
            return ref, []
        some = st.lists(st.sampled_from(ids), min_size=1, unique=True) if ids else st.just([])
        return ref, data.draw(some)

    # ----------------------------------------------------------------------- typing, undo, redo

    @rule(data=DATA, body=st.sampled_from(BODIES))
    def type_something(self, data: Any, body: str) -> None:
        heads = sorted(
            (each["id"], each["article_id"], each["category_id"], each["locale"])
            for each in self.now["text"]
        )
        _, article, category, locale = data.draw(st.sampled_from(heads))
        ref = Ref(Kind.ARTICLE, article) if article else Ref(Kind.CATEGORY, category)
        self.without_act(lambda: write(self.ws, ref, body, locale))

    def without_act(self, work: Callable[[], object]) -> None:
        known = self.ws.history.next_undo
        work()
        assert self.ws.history.next_undo == known
        check_rules(self.path)
        typed = dump(self.path)
        if typed != self.now:  # from here on, only rules hold for what was done before
            self.done = [None] * len(self.done)
            self.undone = [None] * len(self.undone)
            self.now = typed

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.step(self.ws.history.undo, self.done, self.undone, 0)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.step(self.ws.history.redo, self.undone, self.done, 1)

    def step(self, step: Callable[[], object], out: list[Any], into: list[Any], which: int) -> None:
        entry = out.pop()
        try:
            step()
        except Conflict:
            assert entry is None, "nothing was typed since"
            assert dump(self.path) == self.now
        else:
            before, self.now = self.now, dump(self.path)
            if entry is None:
                entry = (self.now, before) if which == 0 else (before, self.now)
                out[:] = [None] * len(out)
            assert self.now == entry[which]
            into.append(entry)
        check_rules(self.path)


@pytest.mark.parametrize("size", [8])
def test_any_order_of_acts(size: int, furnished: tuple[Path, Shop]) -> None:
    Undoing.start = furnished[0]
    run_state_machine_as_test(
        Undoing,
        settings=settings(
            max_examples=size,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],  # a failing example takes minutes to shrink
            suppress_health_check=list(HealthCheck),
        ),
    )
