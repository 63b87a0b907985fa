"""Takes in what comes back from translators: planned block by block, then written as one act."""

import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from kbeditor.domain.blocks import BlockKind, BlockState, Segment
from kbeditor.domain.changes import Act, Outcome
from kbeditor.domain.errors import KbError, NotFound
from kbeditor.domain.finding import Report, ReportLine
from kbeditor.domain.handing import HandingPlan, PlannedBlock, Verdict, reason
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.units import Incoming, IncomingUnit
from kbeditor.services.block_editing import BlockEditing, begin_translation
from kbeditor.services.pairing import Pairing
from kbeditor.storage import blocks, texts
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.returning import base_of, judge, standing_text
from kbeditor.translation.splitting import segment_hash

STEP_COMPARE = "comparing_blocks"
STEP_WRITE = "import_blocks"
_EVERY = 20


class HandingIn(Pairing):
    """Blocks of a file beside those of one locale."""

    def plan(self, path: Path, incoming: Incoming, locale: str, progress: Progress) -> HandingPlan:
        """What the file would change. Blocks must be made (see `Linking`). Raises KbError
        `other_library`, Cancelled.
        """
        owners = self._owners([each.id for each in incoming.units])
        if incoming.units and not owners:
            raise KbError(
                "other_library",
                "No block of {path} is in this library: it was handed out from another one, or all "
                "of its articles are gone.",
                path=path.name,
            )
        units: dict[Ref | None, list[IncomingUnit]] = defaultdict(list)
        for each in incoming.units:
            units[owners.get(each.id)].append(each)
        planned: list[PlannedBlock] = []
        begins = 0
        for done, (owner, some) in enumerate(units.items()):
            if done % _EVERY == 0:
                progress.step(STEP_COMPARE, done, len(units))
            if owner is None:
                planned += self._strangers(some)
                continue
            compared, begun = self._compare(TextRef(owner, locale), some)
            begins += not begun and any(each.good for each in compared)
            planned += compared
        progress.step(STEP_COMPARE, len(units), len(units))
        counts = Counter(each.verdict.value for each in planned)
        return HandingPlan(
            path,
            incoming.format,
            (locale,),
            tuple(planned),
            begins=begins,
            lines=incoming.lines,
            counts=tuple((each.value, counts[each.value]) for each in Verdict),
        )

    def apply(
        self, plan: HandingPlan, accept: Collection[str] | None, progress: Progress
    ) -> Outcome[Report]:
        """Bring in the chosen blocks (None: all good ones), as one act. Raises KbError, Cancelled:
        nothing is changed.
        """
        started = time.monotonic()
        [locale] = plan.locales
        wanted = plan.good if accept is None else frozenset(accept)
        chosen: dict[Ref, list[PlannedBlock]] = defaultdict(list)
        for each in plan.blocks:
            if each.choosable and each.id in wanted and each.owner is not None:
                chosen[each.owner].append(each)
        count = sum(map(len, chosen.values()))
        counts: Counter[str] = Counter()
        lines = list(plan.lines)
        act = Act("handing.import", {"count": count, "locale": locale, "title": plan.path.name})
        with self._store.writing(act) as unit:
            for done, (owner, some) in enumerate(chosen.items()):
                progress.step(STEP_WRITE, done, len(chosen))
                ref = TextRef(owner, locale)
                for each, why in self._write(unit, ref, some, counts):
                    lines.append(_line(plan, each, why))
            progress.step(STEP_WRITE, len(chosen), len(chosen))
        lines += [_line(plan, each, each.why) for each in plan.left(wanted)]
        counts["left_out"] = sum(
            each.verdict is not Verdict.UNCHANGED for each in plan.blocks
        ) - sum(counts[each] for each in ("taken", "taken_outdated", "overwritten"))
        shown = ("taken", "taken_outdated", "overwritten", "begun", "left_out")
        return Outcome(
            Report(
                plan.path.name,
                tuple((each, counts[each]) for each in shown if counts[each] or each == "taken"),
                tuple(lines),
                time.monotonic() - started,
            ),
            unit.changes,
        )

    def _owners(self, block_ids: Sequence[str]) -> dict[str, Ref]:
        """Whose source each block is; those of no source are left out."""
        with self._store.reading() as session:
            text_ids = blocks.text_ids_of(session, block_ids)
            refs = {each: texts.ref_of(session, each) for each in set(text_ids.values())}
        return {
            block_id: refs[text_id].owner
            for block_id, text_id in text_ids.items()
            if refs[text_id].locale == self._source
        }

    def _strangers(self, units: Iterable[IncomingUnit]) -> Iterator[PlannedBlock]:
        """Blocks that no source has: gone from an article that is here, or never there."""
        with self._store.reading() as session:
            ids = {each.owner_id for each in units if each.owner_id}
            titles = texts.titles(session, ids, self._source, self._source)
        for each in units:
            known = each.owner_id in titles
            yield PlannedBlock(
                each.id,
                None,
                titles.get(each.owner_id, ""),
                None,
                each.source,
                "",
                each.target.strip(),
                BlockState.EMPTY,
                BlockState.EMPTY,
                Verdict.REFUSED,
                "source_gone" if known else "unknown_block",
                place=each.place,
            )

    def _compare(
        self, ref: TextRef, units: Iterable[IncomingUnit]
    ) -> tuple[list[PlannedBlock], bool]:
        pairs, begun = self.pairs_or_missing(ref)
        by_id = {each.id: each for each in pairs}
        with self._store.reading() as session:
            source = texts.facts(session, TextRef(ref.owner, self._source))
            equal = blocks.equal_for(session, source.id)
            found = [(by_id[each.id], each) for each in units]
            said = blocks.remembered(session, [base_of(u, pair.kind) for pair, u in found])
        planned = []
        for pair, each in found:
            judgement = judge(pair, each, equal)
            base_hash = base_of(each, pair.kind)
            planned.append(
                PlannedBlock(
                    each.id,
                    ref.owner,
                    source.title,
                    pair.kind,
                    pair.source or "",
                    standing_text(pair),
                    each.target.strip(),
                    pair.state,
                    judgement.state,
                    judgement.verdict,
                    judgement.why,
                    judgement.detail,
                    base_hash,
                    said.get(base_hash) or each.source,
                    each.place,
                )
            )
        return planned, begun

    def _write(
        self, unit: Unit, ref: TextRef, planned: Sequence[PlannedBlock], counts: Counter[str]
    ) -> Iterator[tuple[PlannedBlock, str]]:
        """Write what is still as it was planned; the rest, and why not."""
        try:
            if texts.find(unit.session, ref) is None:
                begin_translation(unit, ref, self._source)
                counts["begun"] += 1
            editing = BlockEditing(unit, ref, self._source)
        except NotFound:
            yield from ((each, "source_gone") for each in planned)
            return
        now, taken = editing.now, []
        for each in planned:
            if each.id not in now:
                yield each, "source_gone"
            elif _standing(editing, each.id) != each.now:
                yield each, "changed_meanwhile"
            else:
                taken.append(each)
        editing.write({each.id: each.then for each in taken if each.then != each.now})
        for each in taken:
            editing.set_state([each.id], each.state)
        editing.base_on({each.id: each.base_hash for each in taken})
        try:
            editing.finish()
        except KbError as error:
            if error.code != "too_long":
                raise
            yield from ((each, "too_long") for each in taken)
            return
        # So that what the source said before can be shown beside what it says now.
        blocks.remember(unit.session, _bases(taken))
        for each in taken:
            counts[_TAKEN[each.verdict]] += 1


_TAKEN = {
    Verdict.TAKE: "taken",
    Verdict.OUTDATED: "taken_outdated",
    Verdict.CONFLICT: "overwritten",
}


def _standing(editing: BlockEditing, block_id: str) -> str:
    """The translation of a block as it is in the transaction."""
    places = editing.places(block_id)
    if not places or min(editing.blocks[at].state for at in places) is BlockState.EMPTY:
        return ""
    return "\n\n".join(editing.segments[at].text for at in places).strip()


def _bases(planned: Iterable[PlannedBlock]) -> Iterator[Segment]:
    for each in planned:
        kinds = (each.kind, *BlockKind) if each.kind else BlockKind
        kind = next((k for k in kinds if segment_hash(k, each.base) == each.base_hash), None)
        if kind is not None:
            yield Segment(kind, each.base, each.base_hash, 0)


def _line(plan: HandingPlan, planned: PlannedBlock, why: str) -> ReportLine:
    words = planned.source or planned.then
    short = words if len(words) <= 60 else words[:59].rstrip() + "…"
    place = planned.title or plan.path.name
    text = f"“{' '.join(short.split())}” was not brought in: {reason(why, planned.detail)}."
    return ReportLine("warning", why, place, planned.place, text)
