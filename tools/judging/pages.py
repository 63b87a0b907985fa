"""What the pages of a site hold, as a machine reads them: addresses, ids, languages, JSON-LD."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

_LOADED = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src"}


@dataclass(frozen=True, slots=True)
class Address:
    """An address in a page. `loaded`: the browser asks for it by itself; `own`: of the article."""

    text: str
    loaded: bool
    own: bool


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page. `kind`: "article", "category", "home", "search", "lost" or "" (one that leads on).

    `size`: bytes of the file. `body`: first and last line of the article's own words, (0, 0) if
    it has none. `alternates`: address by language tag.
    """

    address: str
    kind: str
    locale: str
    size: int
    ids: frozenset[str]
    addresses: tuple[Address, ...]
    body: tuple[int, int]
    title: str
    description: str
    canonical: str
    alternates: dict[str, str]
    indexed: bool
    data: tuple[dict[str, Any], ...]

    def has_line(self, line: int) -> bool:
        """Whether a line of the file is of the article's own words."""
        return self.body[0] <= line <= self.body[1]


def read_pages(folder: Path) -> dict[str, SitePage]:
    """All pages of a site by address."""
    files = sorted(folder.rglob("*.html"))
    return {page.address: page for page in (read_page(folder, file) for file in files)}


def read_page(folder: Path, file: Path) -> SitePage:
    """What one page holds."""
    data = file.read_bytes()
    root = html.document_fromstring(data.decode("utf-8"))
    own = {each for body in root.iterfind(".//div[@class='kb-article']") for each in body.iter()}
    metas = {meta.get("name"): meta.get("content", "") for meta in root.iterfind(".//meta[@name]")}
    links = list(root.iterfind(".//link[@rel]"))
    blocks = root.iterfind(".//script[@type='application/ld+json']")
    body = root.find("body")
    return SitePage(
        address=file.relative_to(folder).as_posix(),
        kind=(body.get("class", "") if body is not None else "").replace("bare", ""),
        locale=root.get("lang", ""),
        size=len(data),
        ids=frozenset(root.xpath("//@id")),
        addresses=tuple(
            Address(element.get(name, ""), _LOADED.get(element.tag) == name, element in own)
            for element in root.iter()
            if isinstance(element.tag, str)
            for name in ("href", "src", "action")
            if element.get(name) is not None and not _is_relation(element)
        ),
        body=_body(data.decode("utf-8")),
        title=root.findtext(".//title") or "",
        description=metas.get("description", ""),
        canonical=next((e.get("href", "") for e in links if e.get("rel") == "canonical"), ""),
        alternates={
            link.get("hreflang", ""): link.get("href", "") for link in links if link.get("hreflang")
        },
        indexed="noindex" not in metas.get("robots", ""),
        data=tuple(json.loads(block.text or "") for block in blocks),
    )


def _is_relation(element: html.HtmlElement) -> bool:
    """Whether it is a <link> that only names another page."""
    return element.tag == "link" and element.get("rel") in ("canonical", "alternate")


def _body(text: str) -> tuple[int, int]:
    begin = text.find('<div class="kb-article"')
    if begin < 0:
        return 0, 0
    end = max(text.find('<footer class="article-foot">', begin), begin)
    if end == begin:
        end = text.find("</main>", begin)
    return text.count("\n", 0, begin) + 1, text.count("\n", 0, end) + 1
