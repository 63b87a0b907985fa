"""Nothing a writer can type brings script, foreign requests or foreign attributes into a page."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from kbeditor.domain.rendered import ID_PREFIX, RenderContext, Target
from kbeditor.rendering.pipeline import Renderer
from kbeditor.rendering.resolve import resolve
from tests.helpers.payloads import bodies
from tests.unit.rendering import payloads

# Written out again here, not taken from the sanitiser: the test must not agree with a mistake.
_TAGS = (
    "a abbr acronym article aside b bdi bdo blockquote br caption cite code col colgroup data dd "
    "del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i "
    "img ins kbd li mark nav ol p pre q rp rt rtc ruby s samp section small span strike strong sub "
    "summary sup table tbody td th thead time tr tt u ul var wbr"
)
_ATTRIBUTES = "class id lang dir title href src alt width height colspan rowspan scope start rel"
_CLASSES = (
    "callout callout-title callout-note callout-tip callout-important callout-warning "
    "callout-caution task task-done task-box highlight toc footnotes footnote-ref footnote-back "
    "align-left align-center align-right box tab-title kb-plain kb-broken kb-missing"
)
TAGS = set(_TAGS.split())
ATTRIBUTES = set(_ATTRIBUTES.split())
CLASSES = set(_CLASSES.split())


class Inspector(HTMLParser):
    """Collects what is wrong with a page, as a browser would read it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"tag {tag}")
        for name, value in attrs:
            text = value or ""
            bare = "".join(character for character in text if character > " ").lower()
            if name not in ATTRIBUTES:
                self.faults.append(f"attribute {name}")
            if name == "href" and not self._is_link(bare):
                self.faults.append(f"href {text}")
            if name == "src" and not self._is_own(bare):
                self.faults.append(f"src {text}")
            if name == "id" and not text.startswith(ID_PREFIX):
                self.faults.append(f"id {text}")
            if name == "class" and tag not in ("span", "code"):
                self.faults += [f"class {one}" for one in text.split() if one not in CLASSES]

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"instruction {data}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"declaration {data}")

    @staticmethod
    def _is_link(address: str) -> bool:
        # A colon after "/", "?" or "#" makes no scheme.
        start = address.split("/")[0].split("?")[0].split("#")[0]
        scheme = start.split(":")[0] if ":" in start else ""
        return scheme in ("", "http", "https", "mailto", "tel", "kb")

    @staticmethod
    def _is_own(address: str) -> bool:
        pictures = ("png", "jpeg", "gif", "webp")
        if address.startswith(tuple(f"data:image/{kind};base64," for kind in pictures)):
            return True
        if address.startswith("kb:"):
            return True
        start = address.split("/")[0].split("?")[0].split("#")[0]
        return ":" not in start and not address.startswith(("/", "\\"))


def faults(page: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(page)
    inspector.close()
    return inspector.faults


def test_the_inspector_sees_what_it_should() -> None:
    """It finds something in each of the elements when nothing cleans them."""
    missed = [text for text in payloads.ELEMENTS if not faults(text)]
    # No tags to this parser: not closed, escaped, or cut by control characters.
    assert len(missed) <= 6, missed
    assert faults('<a href="java\tscript:x">') == ["href java\tscript:x"]
    assert faults('<img src="/\\evil.example.com">') != []


def pages() -> Iterator[tuple[str, str]]:
    renderer = Renderer()
    for text in (*payloads.texts(), *bodies()):
        yield text, renderer.render(text, RenderContext()).html


def test_no_payload_gets_through() -> None:
    found = [(text, what) for text, page in pages() if (what := faults(page))]
    assert found == []


def test_there_are_many_payloads() -> None:
    assert len(set(payloads.texts())) > 2_000


def test_nor_after_resolving() -> None:
    def lookup(id: str, fragment: str, picture: bool) -> Target:
        return Target('x.html?a="><script>alert(1)</script>', "<script>alert(1)</script>")

    for text, page in pages():
        resolved, _ = resolve(page, lookup)
        assert faults(resolved) == [], text


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp"])
def test_small_pictures_may_be_in_the_text(kind: str) -> None:
    page = Renderer().render(f"![x](data:image/{kind};base64,AAAA)", RenderContext()).html
    assert f'src="data:image/{kind};base64,AAAA"' in page


def test_ids_cannot_take_over_the_page() -> None:
    page = Renderer().render('# Search\n\n<p id="main">x</p>\n\n[x](#main)', RenderContext()).html
    assert 'id="h-search"' in page
    assert 'id="h-main"' in page
    assert 'href="#h-main"' in page
