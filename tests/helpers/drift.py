"""A library of the real pages whose English went on after they were translated to French."""

import shutil
from pathlib import Path

from kbeditor.app.workspace import Workspace
from kbeditor.domain.exchange import ImportOptions
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.states import State
from tests.helpers.corpus_pages import page_segments
from tests.helpers.library import text_of


def import_pages(ws: Workspace, drift: Path, folder: Path) -> dict[str, Ref]:
    """The pages, live in the English that was translated and in French, by their folder."""
    names = {}
    for page in sorted(drift.iterdir()):
        if page.is_dir():
            names[page_segments(page / "en-at-translation.md")[0].text] = page.name
            for locale, file in (("en", "en-at-translation.md"), ("fr", "fr.md")):
                target = folder / "content" / locale / f"{page.name.replace('_', '-')}.md"
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(page / file, target)
    ws.importing.write(ws.importing.plan(folder / "content"))
    return {names[row.title]: Ref(Kind.ARTICLE, row.id) for row in ws.status.matrix()}


def publish_today(ws: Workspace, page: Path, ref: Ref, folder: Path) -> None:
    """Publish the English of today of one page."""
    folder.mkdir(exist_ok=True)
    shutil.copy(page / "en-now.md", folder / "page.md")
    plan = ws.importing.plan(folder, ImportOptions(locale="en"))
    [new] = [each for each in plan.texts() if each.owner.kind is Kind.ARTICLE]
    text = text_of(ws, ref)
    ws.texts.save(
        text.ref,
        text.version,
        title=new.title,
        summary=new.summary,
        keywords=new.keywords,
        body=new.body,
    )
    ws.texts.set_state([text.ref], State.PUBLISHED)
