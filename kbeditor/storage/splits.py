"""Bodies split into blocks, the last ones kept: every save asks for both sides several times."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from kbeditor.domain.blocks import Segment
from kbeditor.storage.latest import Latest
from kbeditor.translation.splitting import Document, split, text_segments


def document(session: Session, body: str, before: Document | None = None) -> Document:
    """A body split into its segments. `before`: see `splitting.split`."""
    kept: Latest[Document] = session.info["documents"]
    return kept.of(body, lambda body: split(body, before))


def segments(
    session: Session, title: str, summary: str, keywords: Sequence[str], body: str
) -> tuple[Segment, ...]:
    """As `splitting.text_segments`."""
    return (*text_segments(title, summary, keywords, ""), *document(session, body).segments)
