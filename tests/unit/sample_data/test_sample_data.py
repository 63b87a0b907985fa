"""The sample help centre: whole, linked, translated and typeset as its README says."""

import posixpath
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from kbeditor.domain.progress import Silent
from kbeditor.exchange.glossary_files import read_glossary
from kbeditor.translation.glossary import find_forbidden, find_terms, find_translation
from kbeditor.translation.inline import tokens
from kbeditor.translation.prose import prose

ROOT = Path(__file__).parents[3] / "sample_data"
CONTENT = ROOT / "content"
TRANSLATIONS = ("fr", "ar")
LONG_PAGE = "new-user-guide/how-we-work.md"
EMPTY_CATEGORY = "gift-cards"
CATEGORIES = {
    "my-orders": "My Orders",
    "my-account": "My Account",
    "payment": "Payment",
    "international-shipping": "International Shipping & Delivery",
    "returns-refunds": "Returns & Refunds",
    "rewards-credit": "My Rewards & Credit",
    "weddings-events": "Weddings & Events Dresses (made to order)",
    "new-user-guide": "New User Guide",
    EMPTY_CATEGORY: "Gift Cards",
}
PAGE_KEYS = {"title", "slug", "summary", "keywords", "state"}
ARTICLE_KEYS = {"labels", "position", "promoted"}

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)(?: \"[^\"]*\")?\)")
HEADING_ID = re.compile(r"\{#([\w-]+)\}")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.S | re.M)


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file: where it lies, its path within the locale, front matter and body."""

    file: Path
    locale: str
    path: str
    front: dict[str, Any]
    body: str

    @property
    def is_category(self) -> bool:
        """Whether the file is the text of its folder."""
        return self.file.name == "_index.md"

    @property
    def links(self) -> list[tuple[bool, str]]:
        """Whether it is a picture, and the address, of each link outside of code."""
        return [(bool(sign), address) for sign, address in LINK.findall(CODE.sub("", self.body))]

    @property
    def words(self) -> int:
        """Words a person reads: without addresses and signs, with code."""
        seen = re.sub(r"\]\([^)]*\)", " ", self.body)
        return sum(any(sign.isalnum() for sign in word) for word in seen.split())


def _read(file: Path, root: Path) -> Page:
    locale, path = file.relative_to(root).as_posix().split("/", 1)
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return Page(file, locale, path, yaml.safe_load(front), body)


def _pages(root: Path) -> list[Page]:
    return [_read(file, root) for file in sorted(root.rglob("*.md"))]


PAGES = _pages(CONTENT)
LATER = _pages(ROOT / "later")
SOURCE = {page.path: page for page in PAGES if page.locale == "en"}
ALL_FILES = sorted(ROOT.rglob("*.md"))

each_page = pytest.mark.parametrize("page", PAGES + LATER, ids=lambda p: f"{p.locale}/{p.path}")
each_translation = pytest.mark.parametrize(
    "page", [page for page in PAGES if page.locale != "en"], ids=lambda p: f"{p.locale}/{p.path}"
)


def _articles(locale: str) -> list[Page]:
    return [page for page in PAGES if page.locale == locale and not page.is_category]


def _states(locale: str) -> Counter[str]:
    return Counter(page.front.get("state", "published") for page in _articles(locale))


def test_how_many_articles_there_are() -> None:
    assert len(_articles("en")) in range(43, 51)
    assert len(_articles("fr")) >= 30
    assert len(_articles("fr")) < len(_articles("en"))
    assert len(_articles("ar")) == 3


def test_each_state_can_be_seen() -> None:
    french = _states("fr")
    assert set(french) == {"published", "draft", "review"}
    assert french["draft"] >= 3
    assert french["review"] >= 3
    assert _states("en")["draft"] == 1
    assert set(_states("ar")) == {"published"}


def test_the_categories_are_those_a_shop_has_and_one_is_empty() -> None:
    top = {path.split("/")[0]: page for path, page in SOURCE.items() if path.count("/") == 1}
    titles = {name: SOURCE[f"{name}/_index.md"].front["title"] for name in top}
    assert titles == CATEGORIES
    holding = {page.path.split("/")[0] for page in _articles("en")}
    assert set(CATEGORIES) - holding == {EMPTY_CATEGORY}


def test_some_categories_lie_within_others() -> None:
    assert sum(page.is_category and page.path.count("/") > 1 for page in SOURCE.values()) >= 2


def test_every_folder_with_articles_is_named_in_every_locale() -> None:
    for page in PAGES:
        for folder in list(Path(page.path).parents)[:-1]:
            assert (CONTENT / page.locale / folder / "_index.md").is_file(), page.file


def test_one_category_has_no_french_name() -> None:
    english = {path for path, page in SOURCE.items() if page.is_category}
    french = {page.path for page in PAGES if page.locale == "fr" and page.is_category}
    assert english - french == {f"{EMPTY_CATEGORY}/_index.md"}


def test_positions_are_whole_numbers_and_unique_within_a_folder() -> None:
    seen: dict[tuple[str, int], str] = {}
    for path, page in SOURCE.items():
        position = page.front["position"]
        assert isinstance(position, int), path
        holder = Path(path).parent.parent if page.is_category else Path(path).parent
        assert seen.setdefault((holder.as_posix(), position), path) == path


def test_slugs_are_unique_within_a_folder_and_plain() -> None:
    seen: dict[tuple[str, str, str], Path] = {}
    for page in PAGES:
        if (slug := page.front.get("slug")) is None:
            continue
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug), page.file
        holder = Path(page.path).parent.parent if page.is_category else Path(page.path).parent
        assert seen.setdefault((page.locale, holder.as_posix(), slug), page.file) == page.file


def test_a_few_articles_are_promoted() -> None:
    assert 3 <= sum(bool(page.front.get("promoted")) for page in SOURCE.values()) <= 9


@each_page
def test_front_matter_holds_scalars_and_lists_of_words(page: Page) -> None:
    of_the_article = ARTICLE_KEYS if page.locale == "en" else set()
    assert set(page.front) <= PAGE_KEYS | of_the_article
    assert page.front["title"].strip()
    assert page.front["summary"].strip()
    assert page.front.get("state", "draft") in {"draft", "review"}
    if not page.is_category:
        assert len(page.front["keywords"]) >= 3
        assert all(isinstance(word, str) for word in page.front["keywords"])
    if page.locale == "en" and not page.is_category:
        assert page.front["labels"]


@each_page
def test_an_article_is_as_long_as_a_help_text(page: Page) -> None:
    if page.is_category:
        assert page.words <= 80
    elif page.path == LONG_PAGE:
        assert 1200 <= page.words <= 1800
    else:
        assert 80 <= page.words <= 400


@each_page
def test_every_link_and_picture_leads_somewhere(page: Page) -> None:
    for is_picture, address in page.links:
        path, _, fragment = address.partition("#")
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
        # What a translation does not have lies with the source.
        places = [CONTENT / locale / wanted for locale in (page.locale, "en")]
        found = next((place for place in places if place.is_file()), None)
        assert found is not None, address
        assert (found.suffix in {".svg", ".png"}) is is_picture, address
        if fragment:
            assert fragment in HEADING_ID.findall(found.read_text(encoding="utf-8")), address


def test_the_pictures_are_small_all_shown_and_described() -> None:
    folder = CONTENT / "en" / "assets"
    kinds = Counter(file.suffix for file in folder.iterdir())
    assert set(kinds) == {".svg", ".png"}
    assert kinds[".svg"] >= 4
    assert kinds[".png"] == 2
    assert all(file.stat().st_size < 60_000 for file in folder.iterdir())
    shown = {posixpath.basename(to) for p in SOURCE.values() for is_pic, to in p.links if is_pic}
    assert shown == {file.name for file in folder.iterdir()}
    assert not any("![](" in page.body for page in PAGES)


def test_the_drawings_hold_no_words_as_all_locales_share_them() -> None:
    for file in (CONTENT / "en" / "assets").glob("*.svg"):
        for text in re.findall(r"<text[^>]*>([^<]*)<", file.read_text(encoding="utf-8")):
            assert re.fullmatch(r"\d+|[A-E]|LM-\d{4}-\d{4}", text), (file.name, text)


def _shape(page: Page) -> dict[str, Any]:
    prose = CODE.sub("", page.body)
    return {
        "headings": re.findall(r"^(#+) .*?(\{#[\w-]+\})?$", prose, re.M),
        "call-outs": re.findall(r"^> \[!(\w+)\]$", prose, re.M),
        "rows": [line.count("|") for line in prose.splitlines() if line.startswith("|")],
        "items": len(re.findall(r"^(?:-|\d+\.) ", prose, re.M)),
        "terms": len(re.findall(r"^: ", prose, re.M)),
        "notes": sorted(re.findall(r"\[\^\w+\]", prose)),
        "code": page.body.count("```"),
        "links": Counter(page.links),
    }


@each_translation
def test_a_translation_has_its_source_and_keeps_its_shape(page: Page) -> None:
    assert page.path in SOURCE
    assert _shape(page) == _shape(SOURCE[page.path])


def test_two_articles_have_a_newer_source_than_their_french() -> None:
    assert len(LATER) == 2
    french = {page.path: page for page in _articles("fr")}
    for page in LATER:
        assert page.locale == "en"
        assert page.body != SOURCE[page.path].body
        assert "state" not in french[page.path].front
        assert not page.links, "the builder reads these files without the others around them"


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_the_articles_call_things_as_the_glossary_does(locale: str) -> None:
    file = ROOT / "glossary" / f"{locale}.csv"
    glossary = read_glossary(file, "en", locale, Silent())
    assert glossary.lines == ()
    assert len(glossary.terms) >= 7
    for term in glossary.terms:
        using = [page for page in SOURCE.values() if find_terms(page.body, [term])]
        assert using, term.term
        translated = [page for page in _articles(locale) if page.path in {p.path for p in using}]
        bodies = [prose(tokens(page.body)) for page in translated]
        assert any(find_translation(body, term) for body in bodies), term.translation
        assert not any(find_forbidden(body, term) for body in bodies), term.forbidden


def test_the_glossary_forbids_a_word() -> None:
    glossary = read_glossary(ROOT / "glossary" / "fr.csv", "en", "fr", Silent())
    assert [term.term for term in glossary.terms if term.forbidden] == ["currency"]


def test_all_that_our_markdown_can_do_is_shown() -> None:
    text = "\n".join(page.body for page in SOURCE.values())
    for kind in ("NOTE", "TIP", "WARNING", "IMPORTANT"):
        assert f"> [!{kind}]" in text
    for start in (r"\| ---", r"- \[ \] ", r":   ", r"\[\^1\]: ", r"\*\[VAT\]: ", "```text", "> "):
        assert re.search(f"^{start}", text, re.M), start


@pytest.mark.parametrize("file", ALL_FILES, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_no_stray_signs(file: Path) -> None:
    raw = file.read_bytes()
    text = raw.decode("utf-8")
    assert b"\r" not in raw
    assert b"\t" not in raw
    assert not text.startswith("\ufeff")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"[ \u00a0\u202f]$", text, re.M)
    prose = re.sub(r"^:   ", "", CODE.sub("x", text), flags=re.M)
    assert not re.search(r"\S[ \u00a0\u202f]{2,}", prose)
    assert not re.search(r"\w'\w", prose), "a straight apostrophe"


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.locale == "fr"], ids=lambda page: page.path
)
def test_french_signs_stand_behind_a_space_that_does_not_break(page: Page) -> None:
    prose = CODE.sub("x", page.body)
    prose = re.sub(r"\]\([^)\s]+", "](", prose)  # addresses
    prose = re.sub(r"^:   |^\*?\[\^?\w+\]:|\[!\w+\]|!(?=\[)|^\|[-:| ]+\|$", "", prose, flags=re.M)
    words = (page.front["title"], page.front["summary"], *page.front.get("keywords", ()))
    for text in (prose, *words):
        wrong = re.findall(r".{0,12}(?<![\u00a0\u202f;:!?»])[;:!?»].{0,5}", text)
        wrong += re.findall(r"«(?![\u00a0\u202f]).{0,12}", text)
        wrong += re.findall(r".{0,12}\d [%$€]", text)
        assert not wrong


@pytest.mark.parametrize("page", _articles("ar"), ids=lambda page: page.path)
def test_arabic_uses_arabic_signs(page: Page) -> None:
    prose = re.sub(r"\]\([^)]*\)", "]", CODE.sub("", page.body))
    assert not re.search(r"[\u0620-\u064a] ?[,;?]", prose)
    letters = re.findall(r"[^\W\d_]", prose)
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in letters)
    assert arabic > 0.75 * len(letters)
