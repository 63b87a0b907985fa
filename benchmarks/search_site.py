"""The search of the exported site: cost, bytes, time to answer, quality; beside Pagefind's.

    python -m benchmarks.search_site [--pagefind FILE] [--content FOLDER] [--runs 3]

The real help centre of the shared corpus is exported once. From what its search holds, documents
are taken again to make the search from nothing (CPU seconds), and sites of 1,000 to 50,000 articles
of its sentences, mixed, in French. Chromium then asks them from a server: bytes are as gzip sends
them, times from the key to the results. Quality: the questions of tests/search/queries.json, right
answer first, and precision at ten. FILE is Pagefind's program; without it only ours is measured.
"""

import argparse
import gzip
import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.site import CONTENT
from kbeditor.app.opening import create_library
from kbeditor.domain.exchange import ExportOptions, ImportOptions
from kbeditor.domain.progress import Silent
from kbeditor.publishing.search.counting import Document, SearchText
from kbeditor.publishing.search.files import Earlier
from kbeditor.publishing.search.index import SIZES, SearchFiles, Sizes
from kbeditor.publishing.search.stemming import load_language
from kbeditor.shipped import resources
from tests.helpers.site_visits import serving, start_chromium

QUERIES = Path(__file__).parents[1] / "tests" / "search" / "queries.json"
Entry = tuple[Document, SearchText]


def _cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process and those it started."""

    def used() -> float:
        every = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(each.ru_utime + each.ru_stime for each in every)

    before = used()
    work()
    return used() - before


def _export(content: Path, folder: Path) -> Path:
    workspace = create_library(folder / "bench.kb", "Campaign", "en", ["fr"])
    plan = workspace.importing.plan(content, ImportOptions(), Silent())
    workspace.importing.apply(plan, Silent())
    workspace.exporting.export("html", folder / "site", ExportOptions(), Silent())
    workspace.close()
    return folder / "site"


def _entries(site: Path, tag: str) -> list[Entry]:
    """The documents of a search that is one file, with their texts."""
    folder = f"static/search/{tag}"
    earlier = Earlier(folder, lambda address: (site / address).read_bytes())
    found: list[Entry] = []
    texts: dict[int, list[Any]] = {}
    for row in earlier.names(0):
        number, title, where, address, labels = row
        group = number // earlier.head["rules"]["groups"][1]
        if number not in texts:
            texts.update((each[0], each) for each in earlier.texts(group))
        _, headings, keywords, summary, body = texts[number]
        text = SearchText((headings,), (keywords,), summary, body)
        found.append((Document(number, address, title, where, None, tuple(labels)), text))
    return found


def _made(entries: Sequence[Entry], tag: str, sizes: Sizes = SIZES) -> dict[str, bytes]:
    said = dict.fromkeys(("search_results", "search_none", "search_none_hint"), "")
    language = load_language(resources() / "site", tag)
    files = SearchFiles(f"static/search/{tag}", language, said, None, sizes)
    for document, text in entries:
        files.add(document, text)
    made = files.files(document for document, _ in entries)
    return {address: data for address, data in made if data is not None}


def _edited(entries: Sequence[Entry], made: Mapping[str, bytes], tag: str) -> tuple[float, int]:
    """CPU seconds after one paragraph was added to one document, and files written."""
    document, text = entries[len(entries) // 2]
    language = load_language(resources() / "site", tag)
    before = time.process_time()
    files = SearchFiles(f"static/search/{tag}", language, {}, made.get)
    added = f"{text.body} Un paragraphe nouveau sur la livraison des colis."
    files.add(document, SearchText(text.headings, text.keywords, text.summary, added))
    written = [data for _, data in files.files(each for each, _ in entries) if data]
    return time.process_time() - before, len(written)


def _mixed(entries: Sequence[Entry], count: int) -> Iterator[Entry]:
    """As many documents of the same sentences and titles' words, each with two words of its own."""
    dice = random.Random(5)
    sentences = [
        each for _, text in entries for each in re.split(r"(?<=[.!?])\s+", text.body) if each
    ]
    titles = [word for document, _ in entries for word in document.title.split()]
    syllables = [a + b for a in "bcdfglmnprstv" for b in "aeiou"]
    for number in range(count):
        document, text = entries[number % len(entries)]
        own = ("".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(2))
        body = " ".join([*dice.choices(sentences, k=28), *own])
        title = " ".join(dice.choices(titles, k=5))
        address = f"fr/{number}.html"
        yield (
            Document(number, address, title, document.where, None, document.labels),
            SearchText(text.headings, text.keywords, text.summary, body),
        )


def _from_nothing(site: Path, pagefind: Path | None, runs: int) -> None:
    locales = {tag: _entries(site, tag) for tag in ("en", "fr")}
    pages = sum(map(len, locales.values()))
    ours = min(
        _cpu(lambda: [_made(entries, tag) for tag, entries in locales.items()]) for _ in range(runs)
    )
    print(f"search from nothing, {pages} pages: ours {ours:.2f} CPU s", end="")
    if pagefind:
        command = [str(pagefind), "--site", str(site), "--output-path", str(site / "pagefind")]
        theirs = min(
            _cpu(lambda: subprocess.run(command, check=True, capture_output=True))
            for _ in range(runs)
        )
        print(f", Pagefind {theirs:.2f} CPU s, ratio {ours / theirs:.2f}", end="")
    print()


class Asking:
    """A search page in a browser. Counts what it loads, as gzip would send it."""

    def __init__(self, browser: Browser, root: str, site: Path, tag: str) -> None:
        self.bytes = 0
        self._site = site
        self._root = root
        self.page: Page = browser.new_page()
        self.page.on("request", lambda request: self._count(request.url))
        self.page.goto(f"{root}{tag}/search.html")
        self.page.wait_for_function("typeof kbSearch === 'function'")

    def _count(self, url: str) -> None:
        file = self._site / url.removeprefix(self._root).partition("?")[0]
        if file.suffix == ".js" and file.name != "site.js" and file.is_file():
            self.bytes += len(gzip.compress(file.read_bytes(), 6))

    def milliseconds(self, query: str) -> float:
        """From the last key to results that are shown."""
        return float(
            self.page.evaluate(
                """(query) => new Promise((done) => {
                    const input = document.getElementById("page-input");
                    const panel = document.getElementById("page-panel");
                    const begun = performance.now();
                    const watch = new MutationObserver(() => {
                        if (!panel.querySelector(".result, strong")) return;
                        watch.disconnect();
                        done(performance.now() - begun);
                    });
                    watch.observe(panel, { childList: true });
                    input.value = query;
                    input.dispatchEvent(new Event("input"));
                })""",
                query,
            )
        )


def _put(site: Path, made: Mapping[str, bytes]) -> None:
    """In place of the French search of a site."""
    folder = site / "static" / "search" / "fr"
    shutil.rmtree(folder)
    folder.mkdir()
    for address, data in made.items():
        (site / address).write_bytes(data)


def _alike(browser: Browser, site: Path, queries: Sequence[str]) -> None:
    """How often parts give the ten documents, and the first, that one file gives."""
    entries = list(_mixed(_entries(site, "fr"), 1400))
    words = sorted({word for document, _ in entries for word in document.title.split()})
    dice = random.Random(3)
    asked = [*queries, *words[::3], *(" ".join(dice.sample(words, 2)) for _ in range(300))]
    slips = [word[:at] + word[at + 1 :] for word in words[::3] if len(word) > 5 for at in (3,)]
    found: list[list[list[str]]] = []
    kept = {file: file.read_bytes() for file in (site / "static/search/fr").iterdir()}
    for sizes in (SIZES, Sizes(whole=10, largest=20_000, smallest=1_500)):
        _put(site, _made(entries, "fr", sizes))
        with serving(site) as root:
            page = Asking(browser, root, site, "fr").page
            script = "(query) => kbSearch(query).then((all) => all.map((e) => e.address))"
            found.append([page.evaluate(script, query) for query in (*asked, *slips)])
            page.close()
    _put(site, {str(file.relative_to(site)): data for file, data in kept.items()})
    pairs = list(zip(*found, strict=True))
    for name, some in (("words", pairs[: len(asked)]), ("slips", pairs[len(asked) :])):
        same = sum(one == other for one, other in some) / len(some)
        first = sum(one[:1] == other[:1] for one, other in some) / len(some)
        print(f"parts and one file, {len(some)} {name}: same ten {same:.3f}, first {first:.3f}")


def _sizes(browser: Browser, site: Path, queries: Sequence[str]) -> None:
    entries = _entries(site, "fr")
    for count in (len(entries), 1000, 2400, 10_000, 50_000):
        mixed = entries if count == len(entries) else list(_mixed(entries, count))
        before = time.process_time()
        made = _made(mixed, "fr")
        cpu = time.process_time() - before
        edit, written = _edited(mixed, made, "fr")
        _put(site, made)
        with serving(site) as root:
            first: list[int] = []
            times: list[float] = []
            for query in queries[:5]:
                fresh = Asking(browser, root, site, "fr")
                fresh.milliseconds(query)
                first.append(fresh.bytes)
                fresh.page.close()
            asking = Asking(browser, root, site, "fr")
            for query in queries:
                times += [asking.milliseconds(query[:end]) for end in (3, len(query) - 1, None)]
            asking.page.close()
        times.sort()
        print(
            f"{count:6} articles: {cpu:5.2f} CPU s, {len(made):5} files; after an edit {edit:.2f} "
            f"CPU s, {written} files; until the first answer "
            f"{max(first) / 1e6:.2f} MB; answer median {statistics.median(times):.0f} ms, "
            f"p95 {times[int(len(times) * 0.95)]:.0f} ms, slowest {times[-1]:.0f} ms"
        )


def _owner(record: Mapping[str, str]) -> str:
    return record.get("article") or record["category"]


def _quality(browser: Browser, site: Path, with_pagefind: bool) -> None:
    pages = json.loads((site / "manifest.json").read_text("utf-8"))["pages"]
    owners: dict[str, set[str]] = {}
    for record in pages.values():
        if record["locale"] == "en":
            owners.setdefault(record["title"], set()).add(_owner(record))
    for tag in ("en", "fr"):
        with serving(site) as root:
            page = Asking(browser, root, site, tag).page
            engines = {
                "ours": "(query) => kbSearch(query).then((all) => all.map((e) => e.address))"
            }
            if with_pagefind:
                page.evaluate(f"import('{root}pagefind/pagefind.js').then((it) => self.pf = it)")
                engines["Pagefind"] = (
                    "(query) => pf.search(query).then(({ results }) => Promise.all("
                    "results.slice(0, 10).map((e) => e.data().then((d) => d.url))))"
                )
            for name, script in engines.items():
                first, precise = 0, 0.0
                for each in json.loads(QUERIES.read_text("utf-8"))["campaign"]:
                    right = {id_ for title in each["right"] for id_ in owners.get(title, ())}
                    also = {id_ for title in each["also"] for id_ in owners.get(title, ())}
                    addresses = (one.lstrip("./") for one in page.evaluate(script, each[tag]))
                    found = [_owner(pages[one]) for one in addresses if one in pages]
                    first += found[:1] != [] and found[0] in right
                    precise += sum(one in right | also for one in found) / 10
                print(
                    f"{tag}, {name:8}: right first {first} of 20, "
                    f"precision at 10 {precise / 20:.3f}"
                )


def main() -> None:
    """Export once, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=CONTENT)
    parser.add_argument("--pagefind", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if not options.content.is_dir() or chromium is None:
        print("needs Chromium, and the content of a help centre: name its folder with --content")
        return
    queries = [each["fr"] for each in json.loads(QUERIES.read_text("utf-8"))["campaign"]]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = _export(options.content, Path(folder))
        _from_nothing(site, options.pagefind, options.runs)
        browser = start_chromium(playwright, chromium)
        _quality(browser, site, options.pagefind is not None)
        _alike(browser, site, queries)
        _sizes(browser, site, queries)
        browser.close()


if __name__ == "__main__":
    main()
