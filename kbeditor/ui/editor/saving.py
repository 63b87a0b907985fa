"""Writes a draft on the library's thread; what others wrote meanwhile comes in where it can."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kbeditor.domain.changes import Changes, Outcome
from kbeditor.domain.errors import Conflict, NotFound
from kbeditor.domain.records import Text
from kbeditor.ui.editor.open_text import Draft, OpenText

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Saved:
    """A draft as the library has it now. `merged` names its fields in which more stands than was
    typed here, because `by` changed them, too.
    """

    text: Text
    merged: frozenset[str] = frozenset()
    by: str = ""


def write(workspace: "Workspace", opened: OpenText, draft: Draft) -> Outcome[Saved]:
    """Save a draft, blocks first: each is a save of its own that may stay if the next fails.

    Raises Conflict where somebody else changed the same words, NotFound where the text is gone.
    """
    changes = Changes()
    for block_id, words in draft.blocks:
        written = _write_block(workspace, opened, block_id, words)
        opened.base, opened.said[block_id] = written.value, words
        changes |= written.changes
    if not draft.names():
        return Outcome(Saved(opened.base), changes)
    saved = _write_fields(workspace, opened, draft)
    told = saved.value
    opened.base = told.text
    opened.stem = replace(
        opened.stem,
        **{
            name: getattr(draft if name in told.merged else told.text, name)
            for name in draft.names()
        },
    )
    return Outcome(told, changes | saved.changes)


def _write_block(
    workspace: "Workspace", opened: OpenText, block_id: str, words: str
) -> Outcome[Text]:
    """Write one block; what somebody else changed in other blocks is no conflict."""
    blocks, ref = workspace.blocks, opened.ref
    if block_id in opened.unseen:
        raise Conflict(f"“{opened.title}”")
    try:
        return blocks.write(ref, opened.base.version, block_id, words)
    except Conflict:
        theirs = workspace.texts.get(ref)
        now = {pair.id: pair.target or "" for pair in blocks.pairs(ref)} if theirs else {}
        if theirs is None or now.get(block_id) not in (opened.said.get(block_id, ""), words):
            raise
        # The version that is written now holds these, although nobody here has read them.
        opened.unseen |= {each for each in now if opened.said.get(each, now[each]) != now[each]}
        opened.unseen.discard(block_id)
        return blocks.write(ref, theirs.version, block_id, words)


def _write_fields(workspace: "Workspace", opened: OpenText, draft: Draft) -> Outcome[Saved]:
    """Save fields; another state, address or field than those in it is no conflict, and neither is
    another place of the same one.
    """
    names = draft.names()
    if not opened.clashes(opened.base, names):  # else more came in than was shown here
        try:
            return _saved(_save(workspace, opened.base, draft))
        except Conflict:
            pass
    theirs = workspace.texts.get(opened.ref)
    if theirs is None:
        raise NotFound("text", opened.ref.owner.id)
    if not opened.clashes(theirs, names):
        return _saved(_save(workspace, theirs, draft))
    mine = replace(opened.stem, **{name: getattr(draft, name) for name in names})
    merged = workspace.merging.meet(opened.ref, opened.stem, mine).merged
    if merged.clashes:
        raise Conflict(f"“{opened.title}”")
    values = {name: getattr(merged.words, name) for name in names}
    more = frozenset(name for name in names if values[name] != getattr(draft, name))
    outcome = _save(workspace, theirs, replace(draft, **values))
    return Outcome(Saved(outcome.value, more, theirs.edited_by), outcome.changes)


def _saved(outcome: Outcome[Text]) -> Outcome[Saved]:
    return Outcome(Saved(outcome.value), outcome.changes)


def _save(workspace: "Workspace", base: Text, draft: Draft) -> Outcome[Text]:
    return workspace.texts.save(
        base.ref,
        base.version,
        title=draft.title,
        summary=draft.summary,
        keywords=draft.keywords,
        body=draft.body,
    )
