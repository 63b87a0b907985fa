"""What a translator's package holds beside the blocks: pages, memory and terms for them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import PurePath

from kbeditor.domain.blocks import GlossaryTerm
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.rendered import RenderContext, Rendered, Target
from kbeditor.domain.units import MemoryUnit, PreviewPage, Unit
from kbeditor.exchange.unit_choice import is_wanted
from kbeditor.rendering.client import EXPORT_SECONDS, RenderWorker
from kbeditor.rendering.resolve import resolve
from kbeditor.services.base import Service
from kbeditor.services.glossary import Glossary
from kbeditor.services.memory import Memory
from kbeditor.storage import blocks, following, pieces, texts
from kbeditor.storage.reading import attachment_bytes
from kbeditor.storage.store import Store

_SUGGESTIONS = 3


class Companions(Service):
    """Of one locale. `handed_out` are the ids of articles and categories that have a page."""

    def __init__(
        self,
        store: Store,
        source_locale: str,
        locale: str,
        worker: RenderWorker,
        handed_out: Collection[str],
    ) -> None:
        super().__init__(store, source_locale)
        self._locale, self._worker, self._handed_out = locale, worker, handed_out

    def page(self, owner: Ref, locale: str) -> PreviewPage | None:
        """The published source, or the working translation; None where there is none."""
        with self._store.reading() as session:
            text = texts.find(session, TextRef(owner, locale))
            if text is None:
                return None
            title, body = text.title, text.body
            if locale == self._source and blocks.is_made(session, text.id):
                said = following.content_described(session, text.id)
                title, body = said.title, said.body
        [rendered] = self._worker.render_batch([(body, RenderContext(locale))], EXPORT_SECONDS)
        targets, pictures = self._targets(rendered, locale)
        html, _ = resolve(rendered.html, lambda id_, _fragment, _picture: targets.get(id_))
        return PreviewPage(title, html, pictures)

    def memory(self, units: Iterable[Unit]) -> Iterator[MemoryUnit]:
        """What is translated of these blocks, and what is like the others, each pair once."""
        memory = Memory(self._store, self._source)
        seen: set[tuple[str, str]] = set()
        for unit in units:
            if is_wanted(unit, "todo"):
                found = [
                    MemoryUnit(each.source, each.target, each.origin, each.created_at)
                    for each in memory.suggest_for(unit.source, self._locale, _SUGGESTIONS)
                ]
            else:
                found = [MemoryUnit(unit.source, unit.target, "", "")]
            for each in found:
                if (each.source, each.target) not in seen:
                    seen.add((each.source, each.target))
                    yield each

    def glossary(self, units: Iterable[Unit]) -> Iterator[GlossaryTerm]:
        """The terms that are in these blocks."""
        glossary = Glossary(self._store, self._source)
        found: dict[str, GlossaryTerm] = {}
        if glossary.list(self._locale):
            for unit in units:
                for hit in glossary.hits(unit.source, self._locale):
                    found[hit.term.id] = hit.term
        yield from sorted(found.values(), key=lambda each: each.term.casefold())

    def _targets(
        self, rendered: Rendered, locale: str
    ) -> tuple[Mapping[str, Target], Mapping[str, Callable[[], bytes]]]:
        """Where links and pictures of a page lead to, and the bytes of its pictures by name."""
        ids = {each.target for each in rendered.links if each.kind in ("article", "picture")}
        targets: dict[str, Target] = {}
        pictures: dict[str, Callable[[], bytes]] = {}
        with self._store.reading() as session:
            titles = texts.titles(session, ids & set(self._handed_out), locale, self._source)
            for each in pieces.attachments_by_id(session, sorted(ids)).values():
                name = each.id + PurePath(each.name).suffix.lower()
                targets[each.id] = Target(f"pictures/{name}", each.name, each.width, each.height)
                pictures[name] = partial(self._bytes, each.id)
        targets |= {owner: Target(f"{owner}.html", title) for owner, title in titles.items()}
        return targets, pictures

    def _bytes(self, attachment_id: str) -> bytes:
        with self._store.reading() as session:
            return attachment_bytes(session, attachment_id)
