"""Everything that reads what others wrote, as functions of one path that give what they told."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path

from kbeditor.app.opening import open_workspace
from kbeditor.app.preferences import DEFAULTS, Preferences
from kbeditor.app.recent import recent_libraries
from kbeditor.app.workspace import Workspace
from kbeditor.domain.errors import KbError
from kbeditor.domain.exchange import ImportOptions, ImportPlan, ImportTarget, NewAttachment
from kbeditor.domain.finding import ReportLine
from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.domain.rendered import RenderContext
from kbeditor.domain.site_json import gate_from_json, profile_from_json, theme_from_json
from kbeditor.domain.words import count_words, plain_text
from kbeditor.exchange import media, votes
from kbeditor.exchange.catalogue import IMPORTERS, UNIT_FORMATS
from kbeditor.exchange.glossary_files import is_glossary, read_glossary
from kbeditor.exchange.markdown_folder import front_matter
from kbeditor.exchange.tmx_reading import is_tmx, read_tmx
from kbeditor.publishing.verify import verify
from kbeditor.rendering.client import RenderWorker
from kbeditor.storage.checking_file import full_check
from kbeditor.translation.splitting import split

TARGET = ImportTarget("en", ("en", "fr"), True)
Reader = Callable[[Path], list[str]]


def front_matter_of(path: Path) -> list[str]:
    """The YAML at the top of a Markdown file."""
    parts = front_matter.split(path.read_text("utf-8", errors="replace"))
    front_matter.parse(parts.yaml, path.name)
    return []


def imported(path: Path) -> list[str]:
    """A folder, file or bundle, planned and gone through to the last byte."""
    importer = next((each for each in IMPORTERS if each.recognises(path)), None)
    if importer is None:
        raise KbError("unknown_import", "{path} is of no known kind.", path=path.name)
    plan = importer.plan(path, TARGET, ImportOptions(), Silent())
    for text in plan.texts():
        count_words(text.body)
        plain_text(text.body)
        split(text.body)
    _read_all(plan.attachments)
    _site_settings(plan)
    return _told(plan.lines)


def _read_all(attachments: Iterable[NewAttachment]) -> None:
    for each in attachments:
        each.read()


def _site_settings(plan: ImportPlan) -> None:
    for value in plan.library.settings.values() if plan.library else ():
        profile_from_json(value)
        theme_from_json(value)
        gate_from_json(value)


def units(path: Path) -> list[str]:
    """Blocks that translators give back, in whichever format."""
    found = next((each for each in UNIT_FORMATS if each.recognises(path)), None)
    if found is None:
        raise KbError("not_handed_out", "{path} is no file of translators.", path=path.name)
    return _told(found.read(path, Silent()).lines)


def memory(path: Path) -> list[str]:
    """The pairs of a TMX file."""
    is_tmx(path)
    reading = read_tmx(path, "en", "fr", Silent())
    for _ in reading:
        pass
    return _told(reading.lines)


def glossary(path: Path) -> list[str]:
    """The terms of a CSV or TBX file."""
    is_glossary(path)
    return _told(read_glossary(path, "en", "fr", Silent()).lines)


def votes_of(path: Path) -> list[str]:
    """What readers said."""
    votes.recognises(path)
    return _told(votes.read(path).lines)


def picture(path: Path) -> list[str]:
    """A file that is to become an attachment."""
    name, data = path.name, path.read_bytes()
    try:
        seen = media.examine(name, data)
    except media.NotTaken as why:
        raise KbError("not_taken", "{name}: {why}", name=name, why=str(why)) from why
    return [seen.media_type]


def site(path: Path) -> list[str]:
    """A published site, checked against its manifest."""
    return [each.address for each in verify(path, Silent()).problems]


def library(path: Path) -> list[str]:
    """A library, opened and read through."""
    ws: Workspace  # imported above: not by each of the processes anew
    with closing(open_workspace(path)) as ws:
        ws.tree.skeleton(ws.library.source_locale)
        ws.status.overview()
        ws.tree.trashed()
        ws.linking.fill(Silent())
        ws.attachments.list()
        ws.settings.all()
        for row in ws.status.matrix():
            ws.texts.get(TextRef(Ref(Kind.ARTICLE, row.id), "en"))
        ws.search.find("word")
    return []


def library_check(path: Path) -> list[str]:
    """A library, checked in full."""
    return _told(full_check(path))


def settings(path: Path) -> list[str]:
    """This person's own files of settings and sessions."""
    preferences = Preferences(path)
    recent_libraries(preferences)
    for key in DEFAULTS:
        preferences.get(key)
    return []


def rendered(path: Path) -> list[str]:
    """A text, rendered for the preview and for the site, each within its time."""
    text = path.read_bytes().decode("utf-8", "replace")
    with RenderWorker() as worker:
        preview = worker.preview(text, RenderContext())
    split(text)
    count_words(text)
    return [each.code for each in preview.warnings]


def _told(lines: Iterable[ReportLine]) -> list[str]:
    return [f"{each.code}: {each.place}, line {each.line}: {each.text}" for each in lines]


READERS: Mapping[str, Reader] = {
    "front-matter": front_matter_of,
    "import": imported,
    "units": units,
    "memory": memory,
    "glossary": glossary,
    "votes": votes_of,
    "picture": picture,
    "site": site,
    "library": library,
    "library-check": library_check,
    "settings": settings,
    "markdown": rendered,
}
