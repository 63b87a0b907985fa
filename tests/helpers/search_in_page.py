"""Running the parts of the site's search script in a page, to ask what the page does not show."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from kbeditor.publishing.search.counting import Document, SearchText
from kbeditor.publishing.search.index import SearchFiles, Sizes, word_rules
from kbeditor.publishing.search.stemming import Language
from kbeditor.shipped import resources

_SITE = resources() / "site"
_HERE = "const own = document.currentScript.dataset;"


def _source(*names: str) -> str:
    folder = _SITE / "static" / "search"
    text = "\n".join((folder / f"{name}.js").read_text("utf-8") for name in names)
    return text.replace(_HERE, 'const own = { root: "", locale: "en" };')


def stems_in_page(page: Page, language: Language, texts: Sequence[str]) -> list[list[str]]:
    """The stems of some texts, as the script makes them."""
    stems: list[list[str]] = page.evaluate(
        f"""([rules, texts]) => {{
            {_source("words")}
            const language = readLanguage(rules);
            return texts.map((text) => language.words(text).map(language.stem));
        }}""",
        [word_rules(language), texts],
    )
    return stems


def write_search(
    root: Path, language: Language, entries: Iterable[tuple[Document, SearchText]], sizes: Sizes
) -> Path:
    """A folder with a page and the search of an English site's documents; returns the page."""
    kept = list(entries)
    files = SearchFiles("static/search/en", language, {}, None, sizes)
    for document, text in kept:
        files.add(document, text)
    for address, data in files.files(document for document, _ in kept):
        assert data is not None
        path = root / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    engine = (_SITE / "vendor" / "minisearch" / "minisearch.js").read_bytes()
    (root / "static" / "minisearch.js").write_bytes(engine)
    page = root / "index.html"
    page.write_text("<!doctype html><meta charset=utf-8>", encoding="utf-8")
    return page


def ask(page: Page, queries: Sequence[str], whole: bool = True) -> list[list[Mapping[str, Any]]]:
    """What the script finds for some queries, best first: numbers of documents and scores."""
    found: list[list[Mapping[str, Any]]] = page.evaluate(
        f"""async ([queries, whole]) => {{
            {_source("files", "words", "engine")}
            const every = [];
            for (const query of queries) {{
                const answer = await find(query, whole);
                every.push(answer ? answer.found : []);
            }}
            return every;
        }}""",
        [list(queries), whole],
    )
    return found
