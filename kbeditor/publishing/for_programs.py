"""The site for other programs: a JSON index of its pages, llms.txt, and pages as Markdown."""

import json
import re
from collections.abc import Callable, Mapping

from kbeditor.domain.rendered import ID_PREFIX
from kbeditor.domain.source import Page
from kbeditor.publishing.addresses import INDEX, as_url, public_url
from kbeditor.publishing.machines import is_own
from kbeditor.publishing.plan import LocalePlan, PageSpec, SitePlan

PAGES = "pages.json"
LLMS = "llms.txt"

_FORMAT, _VERSION = "kbeditor-pages", 1
_encoded = json.JSONEncoder(ensure_ascii=False).encode
_REFERENCE = re.compile(r"\bkb:(?P<id>[A-Za-z0-9-]+)(?:#(?P<fragment>[^\s)\"'>]*))?")
_SPECIAL = re.compile(r"([\\\[\]])")


def page_index(site: SitePlan, updated: Mapping[str, str]) -> str:
    """pages.json: id, kind, locale, address, title and day of change of every page.

    `updated` by address, ISO 8601. Pages that show another locale's text say which (`shown`).
    """
    lines = [
        index_line(plan, page, updated.get(page.address))
        for plan in site.locales
        for page in sorted(plan.pages.values(), key=lambda page: page.address)
    ]
    head = json.dumps({"format": _FORMAT, "version": _VERSION, "name": site.name})[1:-1]
    base = f'"base_url": {json.dumps(site.base_url)}'
    return f'{{{head}, {base},\n"pages": [\n' + ",\n".join(lines) + "\n]}\n"


def index_line(plan: LocalePlan, page: PageSpec, updated: str | None) -> str:
    """What pages.json says of a page that was changed then; None: it has no text."""
    entry: dict[str, object] = {
        "id": page.ref.id,
        "kind": page.ref.kind.value,
        "locale": plan.locale.tag,
        "address": as_url(page.address),
        "title": page.title,
        "updated": updated,
    }
    if page.shown is not None and not is_own(plan, page):
        entry["shown"] = page.shown.locale
    return _encoded(entry)


def markdown_address(page: PageSpec) -> str:
    """Where a page's Markdown lies: beside it, as https://llmstxt.org proposes."""
    return f"{page.address}.md"


def has_markdown(site: SitePlan, plan: LocalePlan, page: PageSpec) -> bool:
    """Whether a page's Markdown lies beside it."""
    return site.markdown and is_own(plan, page)


def page_markdown(page: PageSpec, text: Page, lookup: Callable[[str], str | None]) -> str:
    """A page as Markdown: title, summary, and the text with addresses instead of ids.

    `lookup` gives the address of an article, category or attachment, None where it is not here;
    such a link keeps its id, as nothing better can be said.
    """

    def replaced(found: re.Match[str]) -> str:
        address = lookup(found["id"])
        if address is None:
            return found[0]
        fragment = found["fragment"]
        return f"{address}#{ID_PREFIX}{fragment}" if fragment else address

    parts = [f"# {page.title}"]
    if text.summary:
        parts.append("> " + text.summary.replace("\n", "\n> "))
    if text.body.strip():
        parts.append(_REFERENCE.sub(replaced, text.body).strip("\n"))
    return "\n\n".join(parts) + "\n"


def llms_address(plan: LocalePlan) -> str:
    """Where a locale's llms.txt lies: beside its first page."""
    return plan.home.removesuffix(INDEX) + LLMS


def llms_text(site: SitePlan, plan: LocalePlan) -> str:
    """llms.txt of a locale (https://llmstxt.org): every article with the address of its Markdown.

    Whole addresses where the site has a public one, else relative to the file, which lies beside
    the locale's first page.
    """
    above = plan.home.count("/")
    lines = [f"# {site.name}", ""]

    def address(page: PageSpec) -> str:
        place = markdown_address(page)
        return public_url(site.base_url, place) if site.base_url else "../" * above + as_url(place)

    def add(category_id: str | None) -> None:
        articles = plan.articles.get(category_id, ())
        if articles:
            title = site.name if category_id is None else _path(plan, plan.pages[category_id])
            lines.extend([f"## {title}", ""])
            for page in (plan.pages[each] for each in articles):
                title = _SPECIAL.sub(r"\\\1", page.title)
                lines.append(f"- [{title}]({address(page)})")
            lines.append("")
        for child in plan.categories.get(category_id, ()):
            add(child)

    add(None)
    return "\n".join(lines)


def _path(plan: LocalePlan, category: PageSpec) -> str:
    return " › ".join(each.title for each in (*plan.path(category), category))
