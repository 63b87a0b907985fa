"""Script in a title, name, slug, label, summary, keyword or attachment name reaches no page."""

import json
import re
from itertools import cycle
from pathlib import Path

from kbeditor.domain.progress import Silent
from kbeditor.domain.records import Kind, Ref
from kbeditor.domain.site import SiteLink, SiteOptions, SiteTheme
from kbeditor.publishing.html_site import HtmlSite
from kbeditor.shipped import resources
from tests.helpers.help_centre import help_centre
from tests.helpers.memory_library import MemoryLibrary, Words
from tests.helpers.site_check import broken_addresses, read_site
from tests.unit.publishing.conftest import Export

PAYLOADS = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '" onmouseover="alert(1)" x="',
    "' onmouseover='alert(1)' x='",
    "` onmouseover=`alert(1)",
    "</textarea><svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "\\u003cscript>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "{{ 7*7 }}{% raw %}<b>",
    "${alert(1)}",
    "\u2028alert(1)//",
    "<style>*{display:none}</style>",
    "<base href=//evil.example.com>",
    "<meta http-equiv=refresh content='0;url=//evil.example.com'>",
    "<form action=//evil.example.com><input>",
    "../../../../evil",
    "..\\..\\evil",
    "%2e%2e%2fevil",
    "\x00<script>alert(1)</script>",
]
OWN_SCRIPT = re.compile(r"(?:\.\./)*static/site\.js\?v=[0-9a-f]{8}")


def hostile_library() -> MemoryLibrary:
    """Each payload in each field that a person can fill."""
    library = MemoryLibrary(name=PAYLOADS[2], tags=("en", "fr"))
    for number, payload in enumerate(PAYLOADS):
        words = Words(
            payload,
            f"Text.\n\n![](kb:p{number})\n\n[](kb:a{number})\n\n## {payload}\n\n## Second",
            slug=payload,
            summary=payload,
            keywords=(payload,),
        )
        category, article = f"c{number}", f"a{number}"
        library.category(category, None, en=words)
        library.article(article, category, promoted=True, labels=(payload,), en=words)
        library.attachment(
            f"p{number}", f"{payload}.png", payload.encode(), alt={"en": payload}, size=(1, 1)
        )
        library.old_slug(Ref(Kind.ARTICLE, article), "en", category, f"old {payload}")
    return library


def test_payloads_stay_words(export: Export, tmp_path: Path) -> None:
    export(hostile_library(), base_url="https://help.example")
    pages = read_site(tmp_path / "site")
    assert len(pages) > 4 * len(PAYLOADS)
    for page, facts in pages.items():
        assert facts.wrong == [], page
        scripts = [
            each["src"].removeprefix("https://help.example/")
            for each in facts.all("script")
            if each != {"type": "application/ld+json"}
        ]
        assert all(OWN_SCRIPT.fullmatch(script) for script in scripts), page
        names = {name for name, _ in facts.tags}
        assert not names & {"iframe", "style", "base", "object", "embed"}, page
        assert {each["id"] for each in facts.all("textarea")} <= {"vote-comment"}, page
        assert len(facts.all("h1")) == 1
        for name, attributes in facts.tags:
            assert not any(key.startswith("on") or key == "style" for key in attributes), page
            for key in ("href", "src", "action"):
                assert not attributes.get(key, "").strip().lower().startswith(("javascript:", "//"))
            if name == "meta" and attributes.get("http-equiv") == "refresh":
                assert re.match(r"[01]; url=(?:\.\./|en/)", attributes["content"]), page
    home = pages["en/index.html"].text
    assert all(payload in home for payload in PAYLOADS if "\0" not in payload)
    # One payload holds a picture of its own that the site rightly lacks.
    assert {each.rpartition(" ")[2] for each in broken_addresses(tmp_path / "site", pages)} == {"x"}


def test_payloads_stay_words_in_scripts_and_file_names(export: Export, tmp_path: Path) -> None:
    export(hostile_library())
    for file in (tmp_path / "site" / "static" / "search").rglob("*.js"):
        text = file.read_text("utf-8")
        assert "<" not in text
        assert "\u2028" not in text
        for line in text.splitlines():
            json.loads(f"[{line[line.index('(') + 1 : line.rindex(')')]}]")
    for file in tmp_path.rglob("*"):
        assert re.fullmatch(r"[\w.-]+", file.name), file.name
    assert {each.name for each in tmp_path.iterdir()} == {"site"}


def test_payloads_in_a_theme_stay_words(tmp_path: Path) -> None:
    """Words, links and the contact of a theme may come with a bundle from anywhere."""
    english = json.loads((resources() / "site" / "words" / "en.json").read_text("utf-8"))
    reaching = "{date.__class__.__init__.__globals__}{n.__class__}{0}"
    said = dict(zip(english, cycle([*PAYLOADS, reaching]), strict=False))
    links = tuple(SiteLink(payload, "https://shop.example/") for payload in PAYLOADS)
    look = SiteTheme(words={"en": said}, header_links=links, footer_links=links)
    library = help_centre()
    options = SiteOptions(theme=look, base_url="https://help.example")
    HtmlSite(resources() / "site").build(
        library, tmp_path / "site", options, library.render_many(), Silent()
    )
    for page, facts in read_site(tmp_path / "site").items():
        assert facts.wrong == [], page
        assert "built-in" not in facts.text
        for name, attributes in facts.tags:
            assert name not in {"iframe", "style", "base", "object", "embed", "b"}, page
            assert not any(key.startswith("on") or key == "style" for key in attributes), page
            if name == "script" and "src" not in attributes:
                assert attributes == {"type": "application/ld+json"}
