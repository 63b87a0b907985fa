"""A site's plan, kept beside the site: planning 20,000 pages costs more than an edit of one.

It is named by a digest of all that it was made from. Which words a text holds is no part of that,
so it serves until a title, a place, a state or a link changes. It lies in a file of its own, which
begins with the SHA-256 of the rest.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from kbeditor.domain.finding import ReportLine
from kbeditor.domain.records import Kind, Locale, Ref
from kbeditor.domain.site import SiteOptions
from kbeditor.domain.source import LibrarySource
from kbeditor.publishing.choice import Shown, public_base
from kbeditor.publishing.fingerprints import digest, page_version
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan, site_plan
from kbeditor.publishing.reporting import Reporter

Wordings = Mapping[int, tuple[str | None, int]]


def plan_key(source: LibrarySource, options: SiteOptions, resources: Path) -> str:
    """What names a plan; "" where it cannot be kept."""
    outline = source.outline(options.stale_notice)
    lasting = replace(options, zip=False, release=0, profile="")
    return digest(page_version(resources), lasting, outline) if outline else ""


def write_plan(key: str, site: SitePlan, structure: str, lines: Iterable[ReportLine]) -> bytes:
    """A plan with its digest (see `structure_of`) and what planning reported."""
    data = {
        "key": key,
        "structure": structure,
        "lines": [[it.level, it.code, it.place, it.line, it.text] for it in lines],
        "locales": [
            {
                "folder": plan.folder,
                "pages": [_page(page) for page in plan.pages.values()],
                "categories": list(plan.categories.items()),
                "articles": list(plan.articles.items()),
                "counts": plan.counts,
            }
            for plan in site.locales
        ],
    }
    content = json.dumps(data, ensure_ascii=False).encode()
    return hashlib.sha256(content).hexdigest().encode() + b"\n" + content


def read_plan(
    data: bytes,
    key: str,
    source: LibrarySource,
    locales: Sequence[Locale],
    options: SiteOptions,
    reporter: Reporter,
) -> tuple[SitePlan, str] | None:
    """The reverse, with the words that texts hold now; None for another plan or a damaged one."""
    seal, _, content = data.partition(b"\n")
    if not key or seal != hashlib.sha256(content).hexdigest().encode():
        return None
    found = json.loads(content)
    if found["key"] != key:
        return None
    wordings = source.wordings()
    plans = tuple(
        _plan(locale, data, wordings)
        for locale, data in zip(locales, found["locales"], strict=True)
    )
    for level, code, place, line, text in found["lines"]:
        reporter.take(ReportLine(level, code, place, line, text))
    plan = site_plan(source, plans, options, public_base(options.base_url))
    return plan, found["structure"]


def _page(page: PageSpec) -> tuple[object, ...]:
    return (*page.ref, *page[1:-1], None if page.shown is None else page.shown[:-1])


def _plan(locale: Locale, data: Mapping[str, Any], wordings: Wordings) -> LocalePlan:
    kinds = {kind.value: kind for kind in Kind}
    pages = {
        id_: PageSpec(
            Ref(kinds[kind], id_),
            address,
            title,
            title_locale,
            parent,
            tuple(labels),
            promoted,
            None if shown is None else _shown(shown, wordings),
        )
        for kind, id_, address, title, title_locale, parent, labels, promoted, shown in data[
            "pages"
        ]
    }
    articles = {parent: tuple(ids) for parent, ids in data["articles"]}
    return LocalePlan(
        locale,
        data["folder"],
        pages,
        {parent: tuple(ids) for parent, ids in data["categories"]},
        articles,
        tuple(chain.from_iterable(articles.values())),
        data["counts"],
    )


def _shown(data: Sequence[Any], wordings: Wordings) -> Shown:
    text_id, locale, live, stale = data
    published, version = wordings[text_id]
    content = published if live and published is not None else f"{text_id}.{version}"
    return Shown(text_id, locale, live, stale, content)
