"""Reads what the editor shows of one text, in one go on the library's thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kbeditor.domain.records import Revision, Text, TextHead, TextRef
from kbeditor.ui.editor.live import LivePage

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Loaded:
    """A text with its neighbours. `text` None: nothing is written in this locale yet.

    `source` is the page that a translation is made from (None in the source locale); when
    `source_live` it is the published one. `based_on` and `source_now` are what an outdated
    translation was made from and what is published now.
    """

    ref: TextRef
    heads: tuple[TextHead, ...]
    text: Text | None
    source: LivePage | None
    source_live: bool
    based_on: Revision | None
    source_now: Revision | None


def load(workspace: "Workspace", ref: TextRef, source_locale: str) -> Loaded:
    """Everything about `ref` that the editor needs."""
    texts = workspace.texts
    heads = texts.heads(ref.owner)
    text = texts.get(ref)
    source, live = None, False
    based_on, now = None, None
    if ref.locale != source_locale:
        origin = TextRef(ref.owner, source_locale)
        revision = texts.published(origin)
        if revision is not None:
            source, live = LivePage(origin, revision.title, revision.summary, revision.body), True
        elif (working := texts.get(origin)) is not None:
            source = LivePage(origin, working.title, working.summary, working.body)
        if text is not None and text.outdated:
            based_on, now = texts.source_change(ref)
    return Loaded(ref, heads, text, source, live, based_on, now)
