"""What search engines read of a page: JSON-LD with schema.org's Article, BreadcrumbList, FAQPage.

A block of `application/ld+json` is data: a Content-Security-Policy without inline script lets
it stand (HTML, "prepare the script element": no script type, nothing to run).
"""

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

QUESTIONS = "questions"
"""A category with this label is marked up as questions and answers."""

Trail = Sequence[tuple[str, str]]
"""Pairs of title and public address, from the first page to the page itself."""


def site_data(name: str, url: str, locale: str) -> Markup:
    """The first page of a locale."""
    return _block([{"@type": "WebSite", "name": name, "url": url, "inLanguage": locale}])


def article_data(
    trail: Trail, locale: str, description: str, updated: str, site_name: str, image: str
) -> Markup:
    """An article; `updated` is its day, `image` a public address or ""."""
    title, url = trail[-1]
    article: dict[str, Any] = {
        "@type": "Article",
        "headline": title,
        "inLanguage": locale,
        "mainEntityOfPage": url,
        "dateModified": updated,
        "publisher": {"@type": "Organization", "name": site_name},
    }
    if description:
        article["description"] = description
    if image:
        article["image"] = image
    return _block([article, _crumbs(trail)])


def category_data(trail: Trail, locale: str, questions: Sequence[tuple[str, str]]) -> Markup:
    """A category; `questions` are pairs of question and answer that its page shows."""
    found = [_crumbs(trail)]
    if questions:
        entities = [
            {
                "@type": "Question",
                "name": question,
                "acceptedAnswer": {"@type": "Answer", "text": answer},
            }
            for question, answer in questions
        ]
        found.append({"@type": "FAQPage", "inLanguage": locale, "mainEntity": entities})
    return _block(found)


def _crumbs(trail: Trail) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": number, "name": title, "item": url}
        for number, (title, url) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _block(graph: Sequence[dict[str, Any]]) -> Markup:
    data = {"@context": "https://schema.org", "@graph": list(graph)}
    text = _ENCODER.encode(data)
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(f'<script type="application/ld+json">{safe}</script>')
