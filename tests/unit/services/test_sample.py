"""The sample library: what a translator finds in it on the first day."""

from pathlib import Path

from kbeditor.app.opening import create_sample
from kbeditor.domain.blocks import BlockPair, Freshness
from kbeditor.domain.records import Kind, Ref, TextRef


def test_aids_have_something_to_say_on_outdated_blocks(tmp_path: Path) -> None:
    ws = create_sample(tmp_path / "sample.kb", "Ann")
    ws.linking.fill()
    outdated: list[tuple[TextRef, BlockPair]] = []
    for row in ws.queue.rows("fr", "translator"):
        if row.step == "update":
            ref = TextRef(Ref(Kind.ARTICLE, row.id), "fr")
            found = [each for each in ws.blocks.pairs(ref) if each.freshness is Freshness.OUTDATED]
            outdated += [(ref, each) for each in found]
    sources = [each.source or "" for _, each in outdated]
    hits = [hit for source in sources for hit in ws.glossary.hits(source, "fr")]
    assert ("currency", "devise", ("monnaie",)) in {
        (hit.term.term, hit.term.translation, hit.term.forbidden) for hit in hits
    }
    near = [
        match
        for ref, each in outdated
        for match in ws.memory.suggest(ref, each.id)
        if 70 <= match.percent < 100
    ]
    assert near
    assert ws.glossary.list("ar")
    assert ws.history.next_undo is None
    ws.close()
