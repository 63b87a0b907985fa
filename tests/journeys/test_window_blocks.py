"""A translator's and a reviewer's way block by block, by keyboard alone."""

from pathlib import Path

import pytest

from kbeditor.app.opening import create_library
from kbeditor.domain.blocks import BlockPair, BlockState, Freshness
from kbeditor.domain.records import Ref, Revision, TextRef
from kbeditor.domain.states import State
from kbeditor.ui.pane_specs import AIDS, QUEUE
from kbeditor.ui.panes.aids import AidsPane
from kbeditor.ui.panes.queue import QueuePane
from kbeditor.ui.start import Start
from kbeditor.ui.translate.view import TranslateView
from tests.helpers.drift import import_pages, publish_today
from tests.helpers.window import Person

AGENT, GEVENT = "docs__zero-code__java__agent__api", "docs__zero-code__python__operator"
CURRENCY = "In which currency do I pay?"
APPROVE, DISCARD, NEXT_BLOCK = "Ctrl+Return", "Ctrl+Shift+Delete", "Ctrl+U"
HAND_IN, NEXT, PUBLISH = "Ctrl+Alt+Return", "F9", "Ctrl+Shift+Return"


@pytest.fixture
def drift(corpus: Path, tmp_path: Path) -> tuple[Path, dict[str, Ref]]:
    """The real pages in French and English; of two of them the English of today is live."""
    path = tmp_path / "drift.kb"
    ws = create_library(path, "Drift", "en", ["fr"])
    pages = import_pages(ws, corpus / "drift", tmp_path)
    ws.linking.fill()
    for page in (AGENT, GEVENT):
        publish_today(ws, corpus / "drift" / page, pages[page], tmp_path / "now")
    ws.close()
    return path, pages


def view(person: Person) -> TranslateView:
    return person.editor.translate


def queue(person: Person) -> QueuePane:
    return person.pane("queue", QueuePane)


def live(person: Person, ref: Ref) -> Revision:
    """What readers see in French."""
    text = person.ask(lambda ws: ws.texts.published(TextRef(ref, "fr")))
    assert text is not None
    return text


def stale(person: Person, ref: Ref) -> list[BlockPair]:
    pairs = person.ask(lambda ws: ws.blocks.pairs(TextRef(ref, "fr")))
    return [each for each in pairs if each.freshness is not Freshness.CURRENT]


def open_from_queue(person: Person, ref: Ref) -> BlockPair:
    """The queue's key, to the article's row, Enter: its first block that waits is open."""
    person.keys(QUEUE.shortcut)
    pane = queue(person)
    person.until(lambda: pane.model.line_of(ref.id) is not None and pane.list.hasFocus())
    line = pane.model.line_of(ref.id)
    assert line is not None
    person.keys("Home", *["Down"] * line, "Return")
    return sees_block(person, ref)


def sees_block(person: Person, ref: Ref, but: BlockPair | None = None) -> BlockPair:
    """Watch until a block of this article is open for writing (another than `but`)."""
    person.sees_open(ref, "fr")
    before = but.id if but is not None else ""
    person.until(lambda: person.editor.can_translate() and view(person).open_id != before)
    person.until(view(person).edit.hasFocus)
    pair = view(person).pair
    assert pair is not None
    return pair


def suggested(person: Person, words: str) -> None:
    """Watch until the first suggestion for the open block begins so."""
    aids = person.pane("aids", AidsPane)
    person.until(lambda: aids.block.matches and aids.block.matches[0].target.startswith(words))


def sees_end(person: Person, words: str) -> None:
    """Watch until the view says that nothing is left."""
    bar = view(person).done_bar
    person.until(lambda: bar.isVisible() and bar.label.text() == words)


def approve(person: Person) -> None:
    """Approve the open block and go on; the library knows of it."""
    person.keys(APPROVE)
    person.settle()


def discard(person: Person, ref: Ref, gone: BlockPair) -> BlockPair:
    """Take a block without a source out of the text, and go on to what is left to do."""
    assert gone.freshness is Freshness.ORPHAN
    person.keys(DISCARD)
    person.settle()
    assert gone.id not in {each.id for each in stale(person, ref)}
    pair = sees_block(person, ref, gone)
    if not pair.needs_work:
        person.keys(NEXT_BLOCK)
        pair = sees_block(person, ref, pair)
    return pair


def looks(person: Person) -> set[tuple[str, str]]:
    """The words of the open block's source that are struck out or underlined, and which."""
    found = set()
    block = view(person).editor.source.document().begin()
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        struck, new = piece.charFormat().fontStrikeOut(), piece.charFormat().fontUnderline()
        if struck or new:
            found.add((piece.text(), "gone" if struck else "new"))
        pieces += 1
    return found


def review_and_publish(person: Person, ref: Ref) -> None:
    """Approve as a reviewer what was handed in, and let readers have it only then."""
    before = live(person, ref)
    pair = open_from_queue(person, ref)
    assert pair.state is BlockState.TRANSLATED
    approve(person)
    while view(person).done_bar.isHidden():
        pair = sees_block(person, ref, pair)
        assert pair.state is BlockState.TRANSLATED
        approve(person)
    sees_end(person, "Every block is reviewed.")
    assert live(person, ref) == before
    person.keys(PUBLISH)
    person.until(lambda: person.text(ref, "fr").state is State.PUBLISHED)
    person.settle()
    assert stale(person, ref) == []
    assert ref not in {each.owner for each in person.ask(lambda ws: ws.queue.release("fr"))}


def become(person: Person, role: str) -> None:
    """Choose a role in the queue's head, by keyboard."""
    person.keys(QUEUE.shortcut)
    box = queue(person).role
    for _ in range(9):
        if not box.hasFocus():
            person.keys("Shift+Tab")
    assert box.hasFocus()
    person.write(role[0])
    person.until(lambda: box.currentText() == role)
    person.settle()


@pytest.mark.corpus
@pytest.mark.slow
def test_real_pages_are_brought_up_to_date(
    person: Person, drift: tuple[Path, dict[str, Ref]]
) -> None:
    path, pages = drift
    agent, gevent = pages[AGENT], pages[GEVENT]
    person.start(Start(path), blocks=True)
    before = {ref: live(person, ref) for ref in (agent, gevent)}
    assert len(stale(person, agent)) == 5
    person.keys(AIDS.shortcut)

    # The queue leads to the first outdated block, with what changed in its source.
    first = open_from_queue(person, agent)
    assert first.freshness is Freshness.OUTDATED
    shown = view(person).editor.source.toPlainText()
    assert "GlobalOpenTelemetry" in shown
    assert len(shown) > len(first.source or "")  # what went stands there, too
    person.keys("Ctrl+End")
    person.write(" Ceci est nouveau.")
    person.keys(APPROVE)

    # Blocks without a source are discarded; then on to what is left to do.
    after = discard(person, agent, sees_block(person, agent, first))
    example = discard(person, agent, after)

    # What was said before is suggested, and what was just approved at the next block like it.
    assert example.freshness is Freshness.OUTDATED
    suggested(person, "Un exemple complet")
    person.keys("Ctrl+A")
    person.write("x")
    person.keys("Ctrl+1")
    assert view(person).target_text == example.target
    person.keys("Ctrl+End")
    person.write(" Il est court.")
    approved = view(person).target_text
    person.keys(APPROVE)
    sees_block(person, agent, example)
    suggested(person, approved)
    person.keys("Ctrl+1")
    assert view(person).target_text == approved
    person.keys(APPROVE)
    sees_end(person, "Every block is done.")
    person.settle()
    assert stale(person, agent) == []
    person.keys(HAND_IN)
    person.until(lambda: person.note() == "1 text submitted for review.")

    # On to the next article: blocks that are new in the source.
    person.keys(NEXT)
    heading = sees_block(person, gevent)
    assert heading.freshness is Freshness.NEW
    person.write("Applications gevent")
    person.keys(APPROVE)
    sees_block(person, gevent, heading)
    person.write("Cela vaut depuis la version 1.37.")
    person.keys(APPROVE)
    sees_end(person, "Every block is done.")
    person.keys(HAND_IN)
    person.until(lambda: person.text(gevent, "fr").state is State.IN_REVIEW)
    person.keys(NEXT)
    person.until(lambda: person.note() == "Nothing else waits for you in Français.")

    # Readers see nothing of it before a reviewer has approved what was done, and published it.
    person.settle()
    assert {ref: live(person, ref) for ref in (agent, gevent)} == before
    become(person, "Reviewer")
    for ref in (agent, gevent):
        review_and_publish(person, ref)
    person.until(lambda: queue(person).model.rowCount() == 0)
    french = live(person, agent).body
    assert french.count(approved) == 2
    assert "Ceci est nouveau." in french
    assert "{{% alert" not in french
    assert live(person, gevent).body.endswith("Cela vaut depuis la version 1.37.\n")


def test_an_outdated_article_of_the_sample(person: Person) -> None:
    person.start(Start(sample=True), blocks=True)
    ref = person.find(CURRENCY)
    before = live(person, ref)
    pair = open_from_queue(person, ref)
    assert looks(person) >= {("Seven", "gone"), ("Nine", "new")}
    person.keys("Ctrl+A")
    person.write("Neuf devises au choix.")
    approve(person)
    while view(person).done_bar.isHidden():
        pair = sees_block(person, ref, pair)
        if not pair.target:
            person.write(f"Neuf : {pair.source}")
        approve(person)
    sees_end(person, "Every block is done.")
    assert stale(person, ref) == []
    person.keys(HAND_IN)
    person.until(lambda: person.note() == "1 text submitted for review.")
    assert live(person, ref) == before
    person.settle()
    become(person, "Reviewer")
    review_and_publish(person, ref)
    french = live(person, ref)
    assert french.summary == "Neuf devises au choix."
    assert "| Neuf : Swedish krona |" in french.body
