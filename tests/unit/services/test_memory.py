"""Suggestions and concordance from everything translated before."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from kbeditor.app.workspace import Workspace
from kbeditor.domain.blocks import BlockState, Match
from kbeditor.domain.errors import Cancelled, Conflict, NotFound
from kbeditor.domain.progress import Stoppable
from kbeditor.domain.records import Ref, TextRef
from kbeditor.domain.units import MemoryUnit
from kbeditor.storage import memory_files
from tests.helpers.library import article, check_rules, connected, publish, text_of, write

WHEN = "2026-01-02T03:04:05Z"


def unit(source: str, target: str, when: str = WHEN) -> MemoryUnit:
    return MemoryUnit(source, target, "", when)


def add(ws: Workspace, *pairs: tuple[str, str], locale: str = "fr", origin: str = "a.tmx") -> None:
    ws.memory.add({locale: [unit(*pair) for pair in pairs]}, origin)


def said(matches: tuple[Match, ...]) -> list[tuple[str, int]]:
    return [(each.target, each.percent) for each in matches]


def translated(ws: Workspace, title: str, english: str, french: str) -> Ref:
    """An article, live in English and French."""
    ref = article(ws, title, english)
    write(ws, ref, french, "fr", title=f"{title} (fr)")
    publish(ws, ref, "fr")
    ws.linking.fill(owners=[ref])
    return ref


def block_of(ws: Workspace, ref: Ref, source: str, locale: str = "fr") -> str:
    pairs = ws.blocks.pairs(TextRef(ref, locale))
    return next(each.id for each in pairs if each.source == source)


# ------------------------------------------------------------------------------------- suggestions


def test_the_same_text_comes_before_what_is_alike(ws: Workspace) -> None:
    add(
        ws,
        ("Open the page of your orders.", "Ouvrez la page de vos commandes."),
        ("Open the page of your order.", "Ouvrez la page de votre commande."),
        ("Close the page of your orders.", "Fermez la page de vos commandes."),
        ("Something else altogether.", "Tout autre chose."),
    )
    found = ws.memory.suggest_for("Open the  page of\nyour orders.", "fr")
    assert said(found) == [
        ("Ouvrez la page de vos commandes.", 100),
        ("Ouvrez la page de votre commande.", 96),
        ("Fermez la page de vos commandes.", 83),
    ]
    assert found[0].origin == "a.tmx"
    assert found[0].owner_id is None
    assert found[0].created_at == WHEN
    assert said(ws.memory.suggest_for("Open the page of your orders.", "fr", limit=1)) == [
        ("Ouvrez la page de vos commandes.", 100)
    ]
    assert len(ws.memory.suggest_for("Open the page of your orders.", "fr", cutoff=90)) == 2


def test_a_locale_is_given_its_own_suggestions_alone(ws: Workspace) -> None:
    add(ws, ("Open the page.", "Ouvrez la page."))
    add(ws, ("Open the page.", "Öffnen Sie die Seite."), locale="de")
    assert said(ws.memory.suggest_for("Open the pages.", "de")) == [("Öffnen Sie die Seite.", 93)]


def test_one_translation_is_suggested_once_and_the_newest_first(ws: Workspace) -> None:
    old, new = "2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z"
    units = [unit("Cancel", "Annuler", old), unit("Cancel", "Abandonner", new)]
    ws.memory.add({"fr": units}, "a.tmx")
    ws.memory.add({"fr": [unit("Cancel", "Annuler", old)]}, "b.tmx")
    assert said(ws.memory.suggest_for("Cancel", "fr")) == [("Abandonner", 100), ("Annuler", 100)]


@pytest.mark.parametrize("text", ["", "ok", "日本", "\0", '"', "x" * 9_000])
def test_any_text_may_be_asked_for(ws: Workspace, text: str) -> None:
    add(ws, ("ok", "d’accord"), ("x" * 9_000, "long"), ("日本", "Japon"))
    found = ws.memory.suggest_for(text, "fr")
    assert [each.percent for each in found] == ([100] if len(text) > 1 else [])


def test_recall_and_only_few_are_compared(ws: Workspace) -> None:
    dice = random.Random(3)
    words = ["".join(dice.choices("abcdefghij", k=dice.randint(2, 9))) for _ in range(400)]
    texts = [" ".join(dice.choices(words, k=dice.randint(2, 20))) for _ in range(300)]

    def changed(text: str, share: float) -> str:
        return " ".join(w if dice.random() > share else dice.choice(words) for w in text.split())

    sources = list({changed(dice.choice(texts), dice.random() * 0.4) for _ in range(4_000)})
    add(ws, *((each, each) for each in sources))
    held = there = 0
    for _ in range(60):
        query = changed(dice.choice(texts), dice.random() * 0.3)
        best = process.extract(
            query, sources, scorer=Levenshtein.normalized_similarity, score_cutoff=0.7, limit=5
        )
        found = [
            Levenshtein.normalized_similarity(query, each.source)
            for each in ws.memory.suggest_for(query, "fr")
        ]
        held += sum(score in found for _, score, _ in best)
        there += len(best)
    assert there > 150
    assert held / there >= 0.99


# ------------------------------------------------------------------------------------- from blocks


def test_what_is_translated_here_is_suggested_there(ws: Workspace) -> None:
    old = translated(
        ws, "Orders", "Open the page of your orders.", "Ouvrez la page de vos commandes."
    )
    new = article(ws, "Parcels", "Open the page of your parcels.")
    ws.blocks.begin(TextRef(new, "fr"))
    block = block_of(ws, new, "Open the page of your parcels.")
    [found] = ws.memory.suggest(TextRef(new, "fr"), block)
    assert found.target == "Ouvrez la page de vos commandes."
    assert found.percent == 86
    assert found.owner_id == old.id
    assert found.origin == "Orders (fr)"
    ws.texts.rename(TextRef(old, "fr"), "Les commandes")
    assert ws.memory.suggest(TextRef(new, "fr"), block)[0].origin == "Les commandes"


def test_a_block_says_nothing_to_itself(ws: Workspace) -> None:
    ref = translated(ws, "Orders", "Open the page.", "Ouvrez la page.")
    assert ws.memory.suggest(TextRef(ref, "fr"), block_of(ws, ref, "Open the page.")) == ()
    assert said(ws.memory.suggest_for("Open the page.", "fr")) == [("Ouvrez la page.", 100)]


def test_the_same_neighbours_make_101_percent(ws: Workspace) -> None:
    translated(ws, "One", "First.\n\nCancel\n\nLast.", "Un.\n\nAnnuler\n\nFin.")
    translated(ws, "Two", "Begin.\n\nCancel\n\nEnd.", "Début.\n\nAbandonner\n\nTerme.")
    new = article(ws, "Three", "First.\n\nCancel\n\nLast.")
    found = ws.memory.suggest(TextRef(new, "fr"), new_block(ws, new, "Cancel"))
    assert said(found) == [("Annuler", 101), ("Abandonner", 100)]


def new_block(ws: Workspace, ref: Ref, source: str) -> str:
    ws.blocks.begin(TextRef(ref, "fr"))
    return block_of(ws, ref, source)


def test_only_finished_blocks_are_remembered_and_undo_forgets(ws: Workspace, path: Path) -> None:
    ref = article(ws, "Orders", "Open the page of your orders.")
    fr = TextRef(ref, "fr")
    block = new_block(ws, ref, "Open the page of your orders.")

    def known() -> list[tuple[str, int]]:
        return said(ws.memory.suggest_for("Open the page of your orders.", "fr"))

    ws.blocks.write(fr, text_of(ws, ref, "fr").version, block, "Ouvrez la page.")
    assert known() == []
    ws.blocks.set_state(fr, [block], BlockState.TRANSLATED)
    assert known() == [("Ouvrez la page.", 100)]
    ws.history.undo()
    assert known() == []
    ws.history.redo()
    assert known() == [("Ouvrez la page.", 100)]
    ws.blocks.write(fr, text_of(ws, ref, "fr").version, block, "Ouvrez la bonne page.")
    ws.blocks.set_state(fr, [block], BlockState.REVIEWED)
    assert known() == [("Ouvrez la bonne page.", 100)]
    check_rules(path)
    ws.locales.remove("fr")
    assert known() == []
    assert ws.memory.count("fr") == 0
    ws.history.undo()
    assert known() == [("Ouvrez la bonne page.", 100)]
    check_index(path)


def test_an_outdated_block_is_remembered_with_what_it_was_translated_from(ws: Workspace) -> None:
    ref = translated(ws, "Orders", "Show 40 orders on one page.", "Afficher 40 commandes.")
    write(ws, ref, "Show 90 orders on one page.")
    publish(ws, ref)
    [found] = ws.memory.suggest_for("Show 40 orders on one page.", "fr")
    assert (found.source, found.target, found.percent) == (
        "Show 40 orders on one page.",
        "Afficher 40 commandes.",
        100,
    )


def test_a_deleted_article_is_forgotten(ws: Workspace, path: Path) -> None:
    ref = translated(ws, "Orders", "Open the page.", "Ouvrez la page.")
    ws.tree.trash([ref])
    assert ws.memory.count("fr") == 2
    ws.tree.purge([ref])
    assert ws.memory.count("fr") == 0
    check_index(path)


def test_a_block_that_is_not_there_is_named(ws: Workspace) -> None:
    ref = translated(ws, "Orders", "Open the page.", "Ouvrez la page.")
    with pytest.raises(NotFound):
        ws.memory.suggest(TextRef(ref, "fr"), "nowhere")


def check_index(path: Path) -> None:
    """Every trigram of the index is that of a row, and no row lacks any."""
    with connected(path) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, memory_trigram, row)")
        indexed = dict(connection.execute("SELECT term, doc FROM temp.v"))
        connection.execute("CREATE VIRTUAL TABLE temp.own USING fts5(x, tokenize='trigram')")
        rows = connection.execute("SELECT source FROM memory").fetchall()
        connection.executemany("INSERT INTO temp.own VALUES (?)", rows)
        connection.execute("CREATE VIRTUAL TABLE temp.w USING fts5vocab(temp, own, row)")
        assert indexed == dict(connection.execute("SELECT term, doc FROM temp.w"))


# ------------------------------------------------------------------------------------- files


def test_a_file_is_added_counted_replaced_and_removed(ws: Workspace, path: Path) -> None:
    units = [unit("One", "Un"), unit("One", "Un"), unit(" ", "Rien"), unit("Two", "Deux")]
    assert ws.memory.add({"fr": units}, "a.tmx").value == 2
    add(ws, ("One", "Eins"), locale="de")
    assert [(o.name, o.locale, o.pairs, o.newest) for o in ws.memory.origins()] == [
        ("a.tmx", "de", 1, WHEN),
        ("a.tmx", "fr", 2, WHEN),
    ]
    assert ws.memory.add({"fr": [unit("Three", "Trois")]}, "a.tmx").value == 1
    assert ws.memory.count("fr") == 1
    check_index(path)
    assert ws.memory.remove("a.tmx", "fr").value == 1
    assert ws.memory.remove("a.tmx").value == 1
    assert ws.memory.origins() == ()
    check_index(path)


def test_what_a_file_brought_is_undone_and_redone(
    ws: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held() -> list[list[tuple[str, str]]]:
        check_index(path)
        return [[(e.source, e.target) for e in ws.memory.iterate(tag)] for tag in ("fr", "de")]

    states = [held()]
    for number in ("One", "Two"):
        pairs = {"fr": [unit(number, "Un"), unit("All", "Tout")], "de": [unit(number, "Eins")]}
        ws.memory.add(pairs, "a.tmx")
        states.append(held())
    for state in (states[1], states[0]):
        act = ws.history.undo().value
        assert (act.code, act.details["title"]) == ("handing.import", "a.tmx")
        assert held() == state
    for state in states[1:]:
        ws.history.redo()
        assert held() == state
    ws.memory.remove("a.tmx", "de")
    with pytest.raises(Conflict):
        ws.history.undo()
    assert held() == [states[2][0], []]
    monkeypatch.setattr(memory_files, "MOST", 1)
    ws.memory.add({"fr": [unit("One", "Un"), unit("Two", "Deux")]}, "large.tmx")
    last = ws.history.next_undo
    assert last is not None
    assert last.details["title"] == "a.tmx", "the large one is too much to be held for undo"


def test_nothing_is_added_for_a_locale_that_is_not_there_or_when_stopped(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        ws.memory.add({"it": [unit("One", "Un")]}, "a.tmx")
    progress = Stoppable()

    def endless() -> Iterator[MemoryUnit]:
        for number in range(20_000):
            if number == 6_000:
                progress.stop()
            yield unit(f"Number {number}", f"Numéro {number}")

    with pytest.raises(Cancelled):
        ws.memory.add({"fr": endless()}, "a.tmx", progress)
    assert ws.memory.count("fr") == 0


def test_everything_is_handed_out_once(ws: Workspace) -> None:
    translated(ws, "Orders", "Open the page.", "Ouvrez la page.")
    add(ws, ("Open the page.", "Ouvrez la page."), ("Open the page.", "Ouvrir"), ("Stop", "Arrêt"))
    found = sorted((each.source, each.target) for each in ws.memory.iterate("fr"))
    assert found == [
        ("Open the page.", "Ouvrez la page."),
        ("Open the page.", "Ouvrir"),
        ("Orders", "Orders (fr)"),
        ("Stop", "Arrêt"),
    ]
    assert list(ws.memory.iterate("de")) == []


# ------------------------------------------------------------------------------------- concordance


def marked(match: Match, text: str) -> list[str]:
    return [text[start:end] for start, end in match.spans]


def test_concordance_finds_beginnings_of_words_in_any_order(ws: Workspace) -> None:
    add(
        ws,
        ("The restart is at the starting page.", "Le redémarrage est à la page de départ."),
        ("Start the page.", "Démarrez la page."),
        ("Restart it.", "Redémarrez."),
    )
    found = ws.memory.concordance("page start", "fr")
    assert [each.source for each in found] == [
        "Start the page.",
        "The restart is at the starting page.",
    ]
    assert marked(found[0], found[0].source) == ["Start", "page"]
    assert marked(found[1], found[1].source) == ["start", "page"]
    assert found[0].percent == 0


def test_a_phrase_in_quotation_marks_and_the_query_as_typed_first(ws: Workspace) -> None:
    add(ws, ("page the", "a"), ("Open the\npage now or later.", "b"), ("The, page", "c"))
    assert [m.target for m in ws.memory.concordance('"the page"', "fr")] == ["b"]
    assert [m.target for m in ws.memory.concordance("the page", "fr")] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("query", "targets"),
    [("日本", ["Japon"]), ("ok", ["D’accord"]), ("100 %", ["Tout"]), ("***", []), ("", [])],
)
def test_short_words_ideographs_and_signs(ws: Workspace, query: str, targets: list[str]) -> None:
    add(ws, ("私は日本人です", "Japon"), ("It is OK.", "D’accord"), ("100 % done", "Tout"))
    assert [each.target for each in ws.memory.concordance(query, "fr")] == targets


def test_a_whole_page_may_be_looked_for(ws: Workspace) -> None:
    page = " ".join(f"word{number}" for number in range(3_000))
    add(ws, (page, page))
    assert len(ws.memory.concordance(page, "fr")) == 1
    assert len(ws.memory.concordance(page, "fr", in_target=True)) == 1


def test_concordance_in_the_translations(ws: Workspace) -> None:
    add(ws, ("Settings", "Réglages"), ("Page", "La page"))
    [found] = ws.memory.concordance("réglages", "fr", in_target=True)
    assert marked(found, found.target) == ["Réglages"]
    assert ws.memory.concordance("settings", "fr", in_target=True) == ()
