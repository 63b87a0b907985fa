"""The search's script and what Python writes for it: the same words, MiniSearch's own ranking."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kbeditor.publishing.search.counting import FIELDS, Document, SearchText, WordCounter
from kbeditor.publishing.search.folding import pieces, words
from kbeditor.publishing.search.index import Sizes
from kbeditor.publishing.search.stemming import load_language
from kbeditor.shipped import resources, sample_data
from tests.helpers.search_in_page import ask, stems_in_page, write_search
from tests.helpers.site_visits import start_chromium

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
]
SITE = resources() / "site"
ODD = [
    "ÉLAN Straße Œuvre ŁÓDŹ Þór ænd Øre ðe Đà Nẵng",
    "İstanbul ISTANBUL ısı",
    "e\u0301te\u0301 ﬁn Ⅳ ² ½ ㎏ ｗｉｄｅ Adobe™ №",
    "طَلَبِيَّة أين إلى آخر ٱلله مسؤول ـــ ٣٤ والطلبات للطلب",
    "שָׁלוֹם",
    "送货时间 ガイド ｶﾞｲﾄﾞ 한국어 々 𠮷野 カ\u3099",
    "Σίσυφος ΣΊΣΥΦΟΣ Ёлка й",
    "हिन्दी ไทย",
    "don’t e-mail a_b 3.14 C++ x² \u0301a",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM is not None
    with sync_playwright() as playwright:
        started = start_chromium(playwright, CHROMIUM)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def _agree(page: Page, tag: str, texts: list[str]) -> int:
    language = load_language(SITE, tag)
    ours = [[language.stem(word) for word in words(text)] for text in texts]
    assert stems_in_page(page, language, texts) == ours
    return len({stem for each in ours for stem in each})


@pytest.mark.parametrize("tag", ["ar", "de", "en", "es", "fr", "ja", "pt", "zh"])
def test_odd_letters_and_every_rule_of_the_table_are_the_same_on_both_sides(
    page: Page, tag: str
) -> None:
    rules = load_language(SITE, tag).rules
    forms = [" ".join(rules.get("words", {})), rules.get("stop", "")]
    for step in rules.get("endings", []):
        for ending, _, least in step:
            for length in (max(least - 1, 1), least, least + 1, least + 2):
                forms.append(("bcdfgh" if tag != "ar" else "بدرسعف")[:length] + ending)
    _agree(page, tag, [*ODD, *forms])


@pytest.mark.parametrize("tag", ["ar", "en", "fr"])
def test_all_words_of_the_sample_are_the_same_on_both_sides(page: Page, tag: str) -> None:
    folder = sample_data() / "content" / tag
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))]
    assert _agree(page, tag, texts) > 400


@pytest.mark.corpus
@pytest.mark.parametrize("tag", ["en", "fr"])
def test_all_words_of_a_real_help_centre_are_the_same_on_both_sides(
    page: Page, corpus: Path, tag: str
) -> None:
    files = sorted((corpus / "campaign" / "content" / tag).rglob("*.md"))
    every = {piece for path in files for piece in pieces(path.read_text("utf-8"))}
    assert _agree(page, tag, sorted(every)) > 7000


def _entries(count: int) -> list[tuple[Document, SearchText]]:
    dice = random.Random(5)
    vocabulary = ["".join(dice.choices("aeioubcdlmnrst", k=dice.randint(3, 8))) for _ in range(600)]
    common = [1 / (rank + 5) for rank in range(len(vocabulary))]

    def text(most: int) -> str:
        return " ".join(dice.choices(vocabulary, common, k=dice.randint(1, most)))

    return [
        (
            Document(2 * number, f"en/{number}.html", text(5)),
            SearchText((text(4), text(4)), (text(2),), text(12), text(150)),
        )
        for number in range(count)
    ]


_MINISEARCH = """([fields, documents, queries, boost]) => {
    const index = new MiniSearch({ fields, tokenize: (text) => text.split(" ").filter(Boolean),
        processTerm: (term) => term });
    index.addAll(documents);
    return queries.map((query) => index.search(query, { combineWith: "OR", boost })
        .map(({ id, score }) => ({ id, score })));
}"""


def test_documents_are_ranked_as_minisearch_ranks_them(page: Page, tmp_path: Path) -> None:
    language = load_language(SITE, "ja")  # no forms, no words left out: MiniSearch has none either
    entries = _entries(200)
    page.goto(write_search(tmp_path, language, entries, Sizes()).as_uri())
    counter = WordCounter(language)
    documents = []
    for document, text in entries:
        counts = counter.count(document.title, document.labels, text.row(document.number))
        fields = (" ".join(word for word, n in each.items() for _ in range(n)) for each in counts)
        documents.append({"id": document.number} | dict(zip(FIELDS, fields, strict=True)))
    queries = [f"{documents[7 * n]['title']}".split(" ")[0] for n in range(20)]
    queries += [f"{one} {other}" for one, other in zip(queries, queries[5:], strict=False)]
    found = ask(page, queries)
    boost = {"title": 8, "headings": 4, "keywords": 4, "summary": 2, "body": 1}
    theirs = page.evaluate(_MINISEARCH, [list(FIELDS), documents, queries, boost])
    for ours, expected in zip(found, theirs, strict=True):
        scores = {each["id"]: each["score"] for each in expected}
        assert ours[0]["score"] == pytest.approx(expected[0]["score"])
        assert [each["score"] for each in ours] == pytest.approx(
            [scores[each["id"]] for each in ours]
        )
        left_out = scores.keys() - {each["id"] for each in ours}
        assert all(scores[each] < expected[0]["score"] * 0.4 for each in left_out)


def test_parts_give_what_one_file_gives(page: Page, tmp_path: Path) -> None:
    language = load_language(SITE, "en")
    entries = _entries(200)
    titles = [word for document, _ in entries for word in document.title.split(" ")]
    queries = [*titles[:60], *(word[:4] for word in titles[60:90])]
    queries += [f"{one} {other}" for one, other in zip(titles[::5], titles[1::5], strict=False)]
    whole = write_search(tmp_path / "whole", language, entries, Sizes())
    parts = write_search(
        tmp_path / "parts", language, entries, Sizes(whole=10, largest=6000, smallest=500)
    )
    assert len([*(parts.parent / "static" / "search" / "en").glob("w-*.js")]) > 10
    for typed_to_the_end in (True, False):
        page.goto(whole.as_uri())
        one = ask(page, queries, typed_to_the_end)
        page.goto(parts.as_uri())
        assert ask(page, queries, typed_to_the_end) == one
        assert all(one)


def test_slips_among_the_first_letters_are_found_in_parts_too(page: Page, tmp_path: Path) -> None:
    entries = [
        *_entries(200),
        (Document(1, "en/1.html", "Customs and delivery"), SearchText(body="Your parcel arrives.")),
    ]
    sizes = Sizes(whole=10, largest=6000, smallest=500)
    language = load_language(SITE, "en")
    page.goto(write_search(tmp_path, language, entries, sizes).as_uri())
    for slip in ("cutsoms", "ucstoms", "ccustoms", "delivrey", "parcle", "pparcel", "arives"):
        assert ask(page, [slip])[0][0]["id"] == 1, slip


def test_languages_without_blanks_are_found_by_their_signs(page: Page, tmp_path: Path) -> None:
    titles = ("送货时间", "退货与退款", "付款方式", "货物追踪")
    entries = [(Document(n, f"zh/{n}.html", title), SearchText()) for n, title in enumerate(titles)]
    entries.append((Document(9, "zh/9.html", "帮助"), SearchText(body="送货时间为三至五天。")))
    zh = load_language(SITE, "zh")
    for name, sizes in (("whole", Sizes()), ("parts", Sizes(whole=1, largest=60, smallest=20))):
        page.goto(write_search(tmp_path / name, zh, entries, sizes).as_uri())
        found = [[each["id"] for each in every] for every in ask(page, ["送货", "退款", "时间"])]
        assert found[0][:2] == [0, 9]
        assert found[1] == [1]
        assert found[2] == [0, 9]
