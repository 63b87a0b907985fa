"""Words that did not make it into a text, kept among its versions as a checkpoint."""

from sqlalchemy import func, select
from uuid6 import uuid7

from kbeditor.domain.hashing import content_hash
from kbeditor.domain.merging import Words
from kbeditor.domain.states import Significance
from kbeditor.domain.versions import CHECKPOINT
from kbeditor.domain.words import count_words
from kbeditor.storage.tables import REVISION
from kbeditor.storage.texts import TextFacts, add_revision
from kbeditor.storage.unit_of_work import Unit


def keep(unit: Unit, text: TextFacts, words: Words, why: str) -> None:
    """Add a checkpoint of `text` that says these words, written by who works here."""
    lowest = unit.session.execute(
        select(func.min(REVISION.number)).where(REVISION.text_id == text.id)
    ).scalar_one()
    add_revision(
        unit,
        id=str(uuid7()),
        text_id=text.id,
        number=min(lowest or 0, 0) - 1,
        kind=CHECKPOINT,
        title=words.title,
        summary=words.summary,
        keywords=list(words.keywords),
        body=words.body,
        based_on=text.based_on,
        significance=int(Significance.UPDATE),
        note=why,
        words=count_words(words.body),
        content_hash=content_hash(words.title, words.summary, words.keywords, words.body),
    )
    unit.session.flush()
