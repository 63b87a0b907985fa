"""The search of one locale as files: what they hold, and that a change gives what anew would."""

import random
from collections.abc import Iterable

import pytest

from kbeditor.publishing.search.counting import Document, SearchText
from kbeditor.publishing.search.files import HEAD, NAMES, PART, TEXTS, SearchLostError, calls
from kbeditor.publishing.search.index import SearchFiles, Sizes
from kbeditor.publishing.search.postings import read, values
from kbeditor.publishing.search.stemming import load_language
from kbeditor.shipped import resources

FRENCH = load_language(resources() / "site", "fr")
SMALL = Sizes(whole=4, largest=400, smallest=60, names=4, texts=3)
Entry = tuple[Document, SearchText]


def _files(
    entries: Iterable[Entry], earlier: dict[str, bytes] | None = None, sizes: Sizes = SMALL
) -> SearchFiles:
    previous = None if earlier is None else earlier.get
    files = SearchFiles("s/fr", FRENCH, {"search_none": "Rien"}, previous, sizes)
    for document, text in entries:
        files.add(document, text)
    return files


def _made(entries: list[Entry], sizes: Sizes = SMALL) -> dict[str, bytes]:
    made = dict(_files(entries, sizes=sizes).files(document for document, _ in entries))
    assert None not in made.values()
    return {address: data for address, data in made.items() if data is not None}


ONE = (
    Document(3, "fr/colis.html", "Suivre le colis", "Envoi", ("Envoi", "fr/l/"), ("b", "a")),
    SearchText(("Où est-il ?",), ("trace",), "Le colis.", "Un colis, des colis.\nFin"),
)
OTHER = (Document(7, "fr/delai.html", "Délais"), SearchText(body="Le délai du colis"))


def test_one_file_holds_names_and_words_of_few_documents() -> None:
    made = _made([OTHER, ONE], Sizes())
    assert sorted(made) == ["s/fr/index.js", "s/fr/texts-0.js"]
    found = calls(made["s/fr/index.js"])
    head = found[HEAD][0]
    assert head["words"] == {"search_none": "Rien"}
    assert head["labels"] == ["a", "b"]
    assert head["label"] == "AB "
    assert head["topics"] == [["Envoi", "fr/l/"]]
    assert [values(each) for each in head["lengths"]] == [[3, 1], [3, 0], [3, 0], [1, 0], [2, 2]]
    assert found[NAMES][1][0] == [3, "Suivre le colis", "Envoi", "fr/colis.html", ["b", "a"]]
    rows = dict(zip(found[PART][1].split(" "), found[PART][2].split(" "), strict=True))
    assert read(rows["coli"], 5) == [{3: 1}, {}, {}, {3: 1}, {3: 2, 7: 1}]
    assert read(rows["le"], 5) == [{3: 1}, {}, {}, {}, {}], (
        "what says nothing counts in titles only"
    )


def test_texts_are_kept_in_one_line_for_snippets() -> None:
    rows = calls(_made([ONE, OTHER], Sizes())["s/fr/texts-0.js"])[TEXTS][1]
    assert rows[0] == [3, "Où est-il ?", "trace", "Le colis.", "Un colis, des colis. Fin"]
    text = SearchText(body="A heading\nA sentence.\n Another")
    assert text.row(1)[4] == "A heading · A sentence. Another"


def test_nothing_in_a_script_can_end_it() -> None:
    bad = "</script><!--\u2028"
    entry = (Document(0, "a", bad, bad, (bad, "b"), (bad,)), SearchText((bad,), (bad,), bad, bad))
    for data in _made([entry]).values():
        assert "<" not in data.decode()
        assert "\u2028" not in data.decode()
        assert len(calls(data)) == data.count(b"\n")


def test_the_order_of_documents_changes_nothing() -> None:
    assert _made([ONE, OTHER]) == _made([OTHER, ONE])


def _entry(number: int, dice: random.Random, vocabulary: list[str]) -> Entry:
    def text(most: int) -> str:
        return " ".join(dice.choices(vocabulary, k=dice.randint(0, most)))

    labels = tuple(dice.sample(["x", "y é", "z"], dice.randint(0, 2)))
    topic = ("A", "fr/a/") if dice.random() < 0.8 else None
    document = Document(number, f"fr/{number}.html", text(4), "A", topic, labels)
    return document, SearchText((text(2),), (text(1),), text(3), text(25))


@pytest.mark.parametrize("seed", range(3))
def test_changed_files_are_those_that_would_be_made_anew(seed: int) -> None:
    dice = random.Random(seed)
    vocabulary = ["".join(dice.choices("abcdeé", k=dice.randint(1, 5))) for _ in range(300)]
    vocabulary += "送货时间配达确认"
    entries: dict[int, Entry] = {}
    earlier: dict[str, bytes] | None = None
    for _ in range(60):
        added: set[int] = set()
        for _ in range(dice.choice([0, 1, 2, 2, 30])):
            number = dice.randrange(40)
            what = dice.random()
            if number in entries and what < 0.3:
                del entries[number]
                added.discard(number)
            elif number in entries and what < 0.6:
                entries[number] = (_entry(number, dice, vocabulary)[0], entries[number][1])
            else:
                entries[number] = _entry(number, dice, vocabulary)
                added.add(number)
        anew = _made(list(entries.values()))
        if earlier is not None:
            files = _files((entries[number] for number in added), earlier)
            assert not files.fresh
            made = files.files(document for document, _ in entries.values())
            changed = {each: earlier[each] if data is None else data for each, data in made}
            assert changed == anew
        earlier = anew


@pytest.mark.parametrize("seed", range(3))
def test_edited_texts_alone_make_what_would_be_made_anew(seed: int) -> None:
    dice = random.Random(seed)
    vocabulary = ["".join(dice.choices("abcdeé", k=dice.randint(1, 5))) for _ in range(300)]
    entries = {number: _entry(number, dice, vocabulary) for number in range(30)}
    earlier, quick = _made(list(entries.values())), 0
    for _ in range(60):
        edited = dice.sample(sorted(entries), dice.choice([0, 1, 1, 2, 5]))
        for number in edited:
            entries[number] = (entries[number][0], _entry(number, dice, vocabulary)[1])
        anew = _made(list(entries.values()))
        changed = _files((entries[number] for number in edited), earlier).edited()
        if changed is not None:
            found = {each: data for each, data in (earlier | changed).items() if data is not None}
            assert found == anew
            quick += bool(edited)
        earlier = anew
    assert quick > 20


def test_of_one_file_edited_texts_are_not_told_apart() -> None:
    earlier = _made([ONE, OTHER], Sizes())
    assert _files([], earlier, Sizes()).edited() == {}
    assert _files([ONE], earlier, Sizes()).edited() is None


def _many() -> list[Entry]:
    dice = random.Random(9)
    vocabulary = ["".join(dice.choices("abcde", k=4)) for _ in range(400)]
    return [_entry(number, dice, vocabulary) for number in range(60)]


def test_one_edit_rewrites_little_and_reads_one_group_of_texts() -> None:
    entries = _many()
    earlier = _made(entries)
    asked: list[str] = []

    def previous(address: str) -> bytes | None:
        asked.append(address)
        return earlier.get(address)

    document, text = entries[30]
    files = SearchFiles("s/fr", FRENCH, {"search_none": "Rien"}, previous, SMALL)
    files.add(document, SearchText(text.headings, text.keywords, text.summary, text.body + " zzz"))
    made = dict(files.files(each for each, _ in entries))
    rewritten = [address for address, data in made.items() if data is not None]
    assert rewritten == ["s/fr/index.js", *rewritten[1:-1], "s/fr/texts-10.js"]
    assert len(rewritten) == 3
    assert {address for address in asked if "texts-" in address} == {"s/fr/texts-10.js"}
    assert made.keys() == earlier.keys()


def test_nothing_is_rewritten_where_nothing_changed() -> None:
    entries = _many()
    files = _files([], _made(entries))
    assert all(data is None for _, data in files.files(each for each, _ in entries))


def test_without_an_earlier_file_that_is_needed_all_texts_must_be_given() -> None:
    entries = _many()
    earlier = _made(entries)
    documents = [document for document, _ in entries]
    without_text = {each: data for each, data in earlier.items() if each != "s/fr/texts-0.js"}
    renamed = [Document(0, "a", "Autre"), *documents[1:]]
    with pytest.raises(SearchLostError):
        list(_files([], without_text).files(renamed))
    with pytest.raises(SearchLostError):
        list(_files([], earlier).files([*documents, Document(99, "b", "Neuf")]))
    damaged = earlier | {"s/fr/index.js": b"kbSearchHead({"}
    assert _files([], damaged).fresh
    other_rules = SearchFiles("s/fr", load_language(resources() / "site", "en"), {}, earlier.get)
    assert other_rules.fresh


def test_what_was_added_is_not_lost_when_one_must_begin_anew() -> None:
    entries = _many()
    files = _files(entries[:1], _made(entries))
    files.forget()
    assert files.fresh
    for document, text in entries[1:]:
        files.add(document, text)
    assert dict(files.files(each for each, _ in entries)) == _made(entries)
