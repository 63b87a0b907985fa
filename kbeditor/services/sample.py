"""Makes the sample library from the shipped folder, the way a person would: import, then edit."""

from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import ImportOptions
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Kind, TextRef
from kbeditor.domain.states import State
from kbeditor.services.filling import Filling
from kbeditor.services.handing_words import HandingWords
from kbeditor.services.importing import Importing
from kbeditor.services.texts import Texts
from kbeditor.storage import pieces
from kbeditor.storage.store import Store

NAME = "Lumenne Help Centre"
SOURCE = "en"
LOCALES = ("fr", "ar")


def fill_with_sample(store: Store, folder: Path, progress: Progress) -> None:
    """Import `folder/content` and `folder/glossary`, then publish the newer English texts of
    `folder/later`.

    The French versions of those were made from the earlier English: they become outdated.
    """
    importing = Importing(store, SOURCE)
    importing.apply(importing.plan(folder / "content", ImportOptions(), progress), progress)
    with store.writing() as unit:
        pieces.put_setting(unit, "site.name", NAME)
    words = HandingWords(store, SOURCE)
    for locale in LOCALES:
        plan = words.plan_glossary(folder / "glossary" / f"{locale}.csv", [locale], progress)
        words.apply_glossary(plan)
    texts = Texts(store, SOURCE)
    titled: dict[str, TextRef] = {}
    with store.reading() as session:
        for owner, title in pieces.article_titles(session, SOURCE):
            titled[title] = TextRef(owner, SOURCE)
    newer = importing.plan(folder / "later", ImportOptions(locale=SOURCE), progress)
    for new in newer.texts():
        if new.owner.kind is not Kind.ARTICLE:
            continue
        if new.title not in titled:
            raise KbError("bad_sample", "The sample has no article “{title}”.", title=new.title)
        ref = titled[new.title]
        text = texts.get(ref)
        assert text is not None
        texts.save(ref, text.version, summary=new.summary, keywords=new.keywords, body=new.body)
        texts.set_state([ref], State.PUBLISHED)
    store.undo.clear()
    Filling(store, SOURCE).fill(progress)
