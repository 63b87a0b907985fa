"""What publishing a changed source does to its blocks: their ids go on, minor changes are noted."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from kbeditor.domain.blocks import Segment
from kbeditor.domain.states import Significance
from kbeditor.storage import blocks, following, splits, texts
from kbeditor.storage.texts import TextFacts
from kbeditor.storage.unit_of_work import Unit
from kbeditor.translation.alignment import Change, Step, align_versions

_TOUCHING = (Change.EDITED, Change.NEW, Change.REMOVED)


@dataclass(frozen=True, slots=True)
class Republishing:
    """The published version of a source beside its working text, block by block."""

    old: tuple[Segment, ...]
    new: tuple[Segment, ...]
    steps: tuple[Step, ...]

    @property
    def touches_blocks(self) -> bool:
        """Whether a block is not the same: moving them and white space do not count."""
        return any(step.change in _TOUCHING for step in self.steps)


def change_of(session: Session, text: TextFacts) -> Republishing | None:
    """What publishing a source's working text would change; None when none was published."""
    old: tuple[Segment, ...]
    if blocks.is_made(session, text.id):
        old = following.segments_described(session, text.id)
    elif text.published_id is not None:
        live = texts.revision(session, text.published_id)
        old = splits.segments(session, live.title, live.summary, live.keywords, live.body)
    else:
        return None
    new = splits.segments(session, text.title, text.summary, text.keywords, text.body)
    return Republishing(old, new, align_versions(old, new))


def carry(
    unit: Unit, text: TextFacts, change: Republishing, significance: Significance, note: str
) -> None:
    """Carry the blocks of a source over to what was just published, where they are made."""
    session = unit.session
    if not blocks.is_made(session, text.id):
        return
    before = blocks.of_text(session, text.id)
    following.carry(session, text.id, change.old, change.new, change.steps)
    if significance is Significance.MINOR:
        now = blocks.of_text(session, text.id)
        edited = [
            (now[step.new].id, before[step.old].hash, now[step.new].hash)
            for step in change.steps
            if step.change is Change.EDITED and step.old is not None and step.new is not None
        ]
        blocks.add_minor(session, text.id, edited, who=unit.who, why=note, created_at=unit.now)
