"""Judges what comes back from translators against what is here now; pure."""

from collections.abc import Callable
from hashlib import blake2b

from kbeditor.domain.blocks import BlockKind, BlockPair, BlockState, Freshness
from kbeditor.domain.handing import Judgement, Verdict
from kbeditor.domain.limits import LONGEST_TITLE
from kbeditor.domain.units import IncomingUnit
from kbeditor.translation.inline import TokenKind, tokens
from kbeditor.translation.splitting import segment_hash

_BEHIND = "."  # parts the hash of the source from that of the translation as it was handed out
_FOREIGN = ("tag:", "placeholder:", "footnote:", "attributes:")
"""Codes that mean something to programs: a translation has none that its source lacks."""


def stamp(source_hash: str, target: str) -> str:
    """What goes with a block to tell, when it comes back, what changed here meanwhile."""
    return f"{source_hash}{_BEHIND}{_print_of(target)}"


def base_of(unit: IncomingUnit, kind: BlockKind) -> str:
    """The hash of the source that a translation was made from; "" if the file does not say."""
    said = unit.source_hash.partition(_BEHIND)[0]
    return said or (segment_hash(kind, unit.source) if unit.source.strip() else "")


def judge(pair: BlockPair, unit: IncomingUnit, equal: Callable[[str, str, str], bool]) -> Judgement:
    """What is to become of a block that this library has; `equal` as in `freshness.compare`."""
    now, then = standing_text(pair), unit.target.strip()
    if refusal := _refusal(pair, unit, now, then):
        return refusal
    if not then:
        return Judgement(Verdict.UNCHANGED, "empty", state=pair.state)
    base = base_of(unit, pair.kind)
    fresh = bool(base) and equal(pair.id, base, pair.source_hash)
    if then == now:
        return _same(pair, unit.state, fresh)
    state = BlockState.TRANSLATED if unit.state is None else unit.state
    if pair.state is BlockState.REVIEWED:
        state = min(state, BlockState.TRANSLATED)  # the tool left the state of the old words there
    handed_out = unit.source_hash.partition(_BEHIND)[2]
    if handed_out == _print_of(then):
        return Judgement(Verdict.UNCHANGED, "changed_here_only", state=pair.state)
    if conflict := _conflict(pair, handed_out, now):
        return Judgement(Verdict.CONFLICT, conflict, state=state)
    if fresh:
        return Judgement(Verdict.TAKE, state=state)
    return Judgement(Verdict.OUTDATED, "source_changed" if base else "source_unknown", state=state)


def standing_text(pair: BlockPair) -> str:
    """The translation that is here; "" while the source's words still stand there."""
    return "" if pair.state is BlockState.EMPTY else (pair.target or "").strip()


def _refusal(pair: BlockPair, unit: IncomingUnit, now: str, then: str) -> Judgement | None:
    if pair.source is None:
        return Judgement(Verdict.REFUSED, "source_gone")
    if not pair.kind.translatable:
        return Judgement(Verdict.REFUSED, "not_translatable")
    said = unit.source_hash.partition(_BEHIND)[0]
    if said and unit.source.strip() and not _fits(said, unit.source, pair.kind):
        return Judgement(Verdict.REFUSED, "mixed_up")
    if pair.kind is BlockKind.TITLE and len(then) > LONGEST_TITLE:
        return Judgement(Verdict.REFUSED, "too_long", f"{LONGEST_TITLE}")
    if then == now:
        return None
    known = {**_foreign(pair.source), **_foreign(unit.source), **_foreign(pair.target or "")}
    if foreign := [raw for value, raw in _foreign(then).items() if value not in known]:
        return Judgement(Verdict.REFUSED, "foreign_code", ", ".join(foreign)[:200])
    return None


def _fits(said: str, source: str, kind: BlockKind) -> bool:
    """Whether a source is the one of this hash; it may have been another kind of block then."""
    return any(segment_hash(each, source) == said for each in (kind, *BlockKind))


def _same(pair: BlockPair, state: BlockState | None, fresh: bool) -> Judgement:
    """The words are those that are here: the file may only say that they are right."""
    done = state is not None and state >= BlockState.TRANSLATED
    settles = done and fresh and pair.freshness is Freshness.OUTDATED
    if state is None or not (settles or (state > pair.state and done)):
        return Judgement(Verdict.UNCHANGED, "same", state=pair.state)
    new = max(state, pair.state)
    if fresh:
        return Judgement(Verdict.TAKE, "state", state=new)
    if pair.freshness is Freshness.OUTDATED:
        return Judgement(Verdict.OUTDATED, "source_changed", state=new)
    return Judgement(Verdict.UNCHANGED, "same", state=pair.state)


def _conflict(pair: BlockPair, handed_out: str, now: str) -> str:
    """Why a block's new words would overwrite what somebody wrote here."""
    if pair.shared:
        return "shared"
    if handed_out:
        return "" if handed_out == _print_of(now) else "changed_here"
    return "perhaps_changed_here" if now and pair.state >= BlockState.TRANSLATED else ""


def _print_of(text: str) -> str:
    return blake2b(text.strip().encode("utf-8", "replace"), digest_size=8).hexdigest()


def _foreign(text: str) -> dict[str, str]:
    """What such codes mean, and how they are written."""
    return {
        each.value: each.raw
        for each in reversed(tokens(text))
        if each.kind is not TokenKind.TEXT and each.value.startswith(_FOREIGN)
    }
