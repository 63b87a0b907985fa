"""A library's own look: colours, files, links' endpoint, template blocks in their sandbox."""

import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest

from kbeditor.domain.errors import KbError
from kbeditor.domain.site import SiteTheme
from kbeditor.publishing.assets import Assets
from kbeditor.publishing.own_blocks import BLOCKS, OwnBlocks
from kbeditor.publishing.reporting import Reporter
from kbeditor.publishing.theme import SCRIPT, STYLE, Theme, load_theme
from kbeditor.shipped import resources
from tests.helpers.memory_library import MemoryLibrary

FOLDER = resources() / "site"
TEMPLATES: Mapping[str, str] = {
    "base.html": "<head>{% block head %}{% endblock %}</head>{% block main %}{% endblock %}",
    "article.html": '{% extends "base.html" %}{% block main %}{{ view.title }}'
    "{% block article_end %}end{% endblock %}{% endblock %}",
}


def style(look: SiteTheme) -> str:
    return load_theme(FOLDER, look).files[STYLE].decode()


def small_theme(tmp_path: Path, blocks: Mapping[str, str]) -> Theme:
    """A theme whose templates are two short ones."""
    for name in ("templates", "static", "words", "vendor"):
        (tmp_path / name).symlink_to(FOLDER / name)
    (tmp_path / "templates").unlink()
    (tmp_path / "templates").mkdir()
    for name, text in TEMPLATES.items():
        (tmp_path / "templates" / name).write_text(text, "utf-8")
    return load_theme(tmp_path, SiteTheme(templates=blocks))


def test_an_accent_changes_the_colours_and_a_correction_is_told() -> None:
    reporter = Reporter()
    theme = load_theme(FOLDER, SiteTheme(accent="#ff6600"), reporter=reporter)
    text = theme.files[STYLE].decode()
    assert "--brand:light-dark(#ff6600," in text
    assert "--accent:light-dark(#ff6600," not in text
    (line,) = reporter.report("").lines
    assert (line.code, line.place) == ("accent_corrected", "#ff6600")


def test_a_font_stands_before_the_systems_own() -> None:
    assert '--font:"Source Sans 3", Inter,var(--font-system)' in style(
        SiteTheme(font='"Source Sans 3", Inter')
    )
    with pytest.raises(KbError) as caught:
        style(SiteTheme(font="Inter} body{display:none"))
    assert caught.value.code == "bad_font"


def test_own_css_comes_last_and_finds_the_librarys_files() -> None:
    library = MemoryLibrary(tags=("en",))
    library.attachment("p1", "Wave.png", b"wave", size=(10, 10))
    reporter = Reporter()
    css = ".hero { background: url( 'kb:p1' ) } .foot { background: url(kb:gone) }"
    assets = Assets(library.attachments(), library.attachment_bytes)
    theme = load_theme(FOLDER, SiteTheme(css=css), assets=assets, reporter=reporter)
    text = theme.files[STYLE].decode()
    assert text.endswith(".foot { background: none }")
    assert '.hero { background: url("../assets/wave-' in text
    assert len(assets) == 1, "the file becomes part of the site"
    assert [line.code for line in reporter.report("").lines] == ["theme_file_missing"]


def test_our_own_files_are_sent_without_comments() -> None:
    theme = load_theme(FOLDER)
    assert b"/*" not in theme.files[STYLE]
    assert b"\n  " not in theme.files["static/site.js"]


def test_style_and_script_leave_room_for_the_page() -> None:
    """25 KB are an article's budget over the wire; ten of them are for its text."""
    files = load_theme(FOLDER).files
    sent = sum(len(gzip.compress(files[name], 9)) for name in (STYLE, SCRIPT))
    assert sent <= 15_000


def test_the_policy_lets_votes_through_to_their_endpoint_alone() -> None:
    def connect(endpoint: str) -> str:
        policy = str(load_theme(FOLDER, vote_endpoint=endpoint).environment.globals["policy"])
        return next(part for part in policy.split("; ") if part.startswith("connect-src"))

    assert connect("") == "connect-src 'self'"
    assert connect("/votes") == "connect-src 'self'"
    assert connect("https://v.example:8443/in?a=1") == "connect-src 'self' https://v.example:8443"
    for bad in ("javascript:alert(1)", "https://a.example; script-src *", "votes", "//x y"):
        with pytest.raises(KbError) as caught:
            connect(bad)
        assert caught.value.code == "bad_endpoint"


def test_everything_that_changes_a_page_changes_the_digest() -> None:
    library = MemoryLibrary(tags=("en",))
    library.attachment("p1", "logo.png", b"1")
    looks = [
        SiteTheme(),
        SiteTheme(accent="#123456"),
        SiteTheme(contact="mailto:a@b.example"),
        SiteTheme(words={"en": {"home": "Start"}}),
        SiteTheme(templates={"footer": "x"}),
        SiteTheme(logo="p1"),
    ]
    digests = set()
    for look in looks:
        assets = Assets(library.attachments(), library.attachment_bytes)
        digests.add(load_theme(FOLDER, look, assets=assets).digest)
    assert len(digests) == len(looks)
    assert load_theme(FOLDER).digest == load_theme(FOLDER).digest


def test_a_block_is_put_in_with_what_stood_there(tmp_path: Path) -> None:
    theme = small_theme(tmp_path, {"article_end": "<b>{{ view.title }}</b> {{ super() }}"})
    page = theme.render("article", {"view": {"title": "<A>"}})
    assert page.strip() == "<head></head>&lt;A&gt;<b>&lt;A&gt;</b> end"


def test_a_theme_without_blocks_needs_no_sandbox(tmp_path: Path) -> None:
    theme = small_theme(tmp_path, {"article_end": "  \n"})
    assert not theme.environment.sandboxed


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\n{% if %}", 2),
        ("one\ntwo\n{% endblock %}", 3),
        ("{{ view.title }\n", 1),
        ("{{ 1|no_such_filter }}", 1),
    ],
)
def test_a_broken_block_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(KbError) as caught:
        small_theme(tmp_path, {"article_end": text})
    assert caught.value.code == "bad_template"
    assert caught.value.details["block"] == "article_end"
    assert caught.value.details["line"] == line


@pytest.mark.parametrize(
    "text",
    [
        "{{ nothing }}",
        "{{ view.nothing }}",
        "{{ 1 / 0 }}",
        "{{ view.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ [].append(1) }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{% include 'no such.html' %}",
        "{% include '../../../etc/passwd' %}",
    ],
)
def test_a_block_that_fails_or_reaches_out_is_named_with_its_line(
    tmp_path: Path, text: str
) -> None:
    theme = small_theme(tmp_path, {"head": "fine", "article_end": f"fine\n\n{text}\nfine"})
    with pytest.raises(KbError) as caught:
        theme.render("article", {"view": {"title": "A"}})
    assert caught.value.code == "bad_template"
    assert caught.value.details["block"] == "article_end"
    assert caught.value.details["line"] == 3


def test_a_fault_of_our_own_is_not_put_on_the_library(tmp_path: Path) -> None:
    theme = small_theme(tmp_path, {"article_end": "{{ super() }}"})
    with pytest.raises(Exception, match="title") as caught:
        theme.render("article", {"view": {}})
    assert not isinstance(caught.value, KbError)


def test_a_block_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(KbError) as caught:
        OwnBlocks({"sidebar": "x"})
    assert caught.value.code == "unknown_block"
    assert "article_end" in str(caught.value)


def test_every_block_is_in_the_pages_that_it_is_said_to_be_in() -> None:
    environment = load_theme(FOLDER).environment
    for block, pages in BLOCKS.items():
        for page in pages:
            chain = [f"{page}.html", "base.html"]
            assert any(block in environment.get_template(name).blocks for name in chain)


def test_words_that_cannot_work_are_told() -> None:
    reporter = Reporter()
    look = SiteTheme(words={"fr": {"home": "Début", "hone": "x", "updated": "Le {day} {date}"}})
    load_theme(FOLDER, look, reporter=reporter)
    assert [(line.code, line.place) for line in reporter.report("").lines] == [
        ("bad_own_word", "hone (fr)"),
        ("bad_own_word", "updated (fr)"),
    ]
