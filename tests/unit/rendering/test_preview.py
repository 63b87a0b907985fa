"""The preview's blocks are the page, also when most of them come from the cache."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbeditor.domain.rendered import Preview, RenderContext
from kbeditor.rendering.engine import Engine
from kbeditor.rendering.pipeline import Renderer, normalised, split_text
from kbeditor.rendering.scanner import Scanner

EN = RenderContext("en")
LINES = [
    "",
    "",
    "",
    "# Heading",
    "## Heading",
    "text with *emphasis* and [^n]",
    "text",
    "- item",
    "  - nested",
    "1. one",
    "   under one",
    "    four spaces",
    "> quoted",
    "> [!NOTE]",
    "```",
    "```sql",
    "~~~",
    "| a | b |",
    "|---|---|",
    "[ref]",
    "[ref]: https://example.com",
    "[^n]: note",
    "*[HTML]: Hyper",
    "HTML",
    "<div>",
    "</div>",
    "<!--",
    "-->",
    "+++ more",
    "+++",
    "!!! tip",
    ": definition",
    "===",
    "---",
    "[TOC]",
    "<b>bold",
    "[a](kb:1#x)",
    "{#id}",
]
texts = st.lists(st.sampled_from(LINES), max_size=25).map("\n".join)


def joined(preview: Preview) -> str:
    return "".join(block.html for block in preview.blocks)


@settings(max_examples=150, deadline=None)
@given(texts, st.lists(texts, max_size=3))
def test_what_was_rendered_before_does_not_show(text: str, before: list[str]) -> None:
    warm = Renderer()
    for other in before:
        warm.preview(other, EN)
    fresh = Renderer().render(text, EN)
    preview = warm.preview(text, EN)
    assert joined(preview) == fresh.html
    assert (preview.toc, preview.links, preview.warnings) == (
        fresh.toc,
        fresh.links,
        fresh.warnings,
    )


@settings(max_examples=150, deadline=None)
@given(texts)
def test_blocks_stand_in_order_and_name_their_html(text: str) -> None:
    blocks = Renderer().preview(text, EN).blocks
    assert len({block.html for block in blocks}) == len({block.key for block in blocks})
    lines = [block.line for block in blocks if "footnotes" not in block.html]
    assert lines == sorted(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_every_line_is_in_one_block_or_blank(text: str) -> None:
    lines = normalised(text).split("\n")
    covered = [0] * len(lines)
    for span in Scanner(lines, top=True).spans():
        assert span.end > span.start
        for index in range(span.start, span.end):
            covered[index] += 1
    for line, count in zip(lines, covered, strict=True):
        assert count == 1 or (count == 0 and not line.strip())


def test_a_changed_paragraph_changes_one_key() -> None:
    renderer = Renderer()
    text = "# One\n\nfirst\n\n- a\n- b\n\nlast"
    before = renderer.preview(text, EN).blocks
    after = renderer.preview(text.replace("first", "second"), EN).blocks
    assert [old.key == new.key for old, new in zip(before, after, strict=True)] == [
        True,
        False,
        True,
        True,
    ]


def test_a_new_definition_reaches_blocks_seen_before() -> None:
    renderer = Renderer()
    assert "<abbr" not in joined(renderer.preview("HTML [x]", EN))
    page = joined(renderer.preview("HTML [x]\n\n*[HTML]: Hyper\n\n[x]: https://example.com", EN))
    assert '<abbr title="Hyper">HTML</abbr> <a href="https://example.com"' in page


def test_titles_follow_the_locale() -> None:
    renderer = Renderer()
    text = "> [!NOTE]\n> x"
    assert ">Note</p>" in joined(renderer.preview(text, EN))
    assert ">Remarque</p>" in joined(renderer.preview(text, RenderContext("fr-CA")))
    assert ">ملاحظة</p>" in joined(renderer.preview(text, RenderContext("ar")))


def pages(corpus: Path) -> list[tuple[str, str]]:
    files = sorted((corpus / "campaign" / "content").rglob("*.md"))
    front_matter = re.compile(r"\A---\n.*?\n---\n", re.S)
    return [
        (file.name, front_matter.sub("", file.read_text(encoding="utf-8"), count=1))
        for file in files
    ]


@pytest.mark.corpus
@pytest.mark.slow
def test_real_pages_edited_here_and_there(corpus: Path) -> None:
    """Every page, then an edit of it: the warm renderer gives what a fresh one gives."""
    chance = random.Random(20)
    warm = Renderer()
    wrong = []
    for name, text in pages(corpus):
        warm.preview(text, EN)
        lines = text.split("\n")
        place = chance.randrange(len(lines))
        lines[place] = chance.choice(["", "typed " + lines[place], lines[place][:-1], "- x", "```"])
        edited = "\n".join(lines)
        if joined(warm.preview(edited, EN)) != Renderer().render(edited, EN).html:
            wrong.append(name)
    assert wrong == []


@pytest.mark.corpus
@pytest.mark.slow
def test_real_pages_in_blocks_are_the_whole(corpus: Path) -> None:
    """Cutting a page into blocks changes nothing: converting it in one go gives the same."""
    renderer = Renderer()
    engine = Engine()
    wrong = []
    for name, text in pages(corpus):
        lines = normalised(text).split("\n")
        definitions = split_text(text)[1]
        engine.define(definitions)
        kinds = ("reference", "footnote", "abbreviation")
        for span in Scanner(lines, top=True).spans():
            if span.kind in kinds:
                lines[span.start : span.end] = [""] * (span.end - span.start)
        whole = engine.convert(lines, "en").html
        if _without_ids(renderer.render(text, EN).html) != _without_ids(whole):
            wrong.append(name)
    assert wrong == []


def _without_ids(page: str) -> str:
    """Unique ids are settled on joining, and line ends between blocks do not show."""
    return re.sub(r"\n+", "\n", re.sub(r"(<h\d(?: [^>]*)?) id=\"[^\"]*\"", r"\1", page)).strip()
