"""What a writer is told, with the line it is about."""

import pytest

from kbeditor.domain.errors import KbError
from kbeditor.domain.rendered import RenderContext
from kbeditor.rendering.pipeline import Renderer

EN = RenderContext("en")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("one\n\ntwo\n![](kb:1)", "picture_without_alt", 4),
        ("one\n\n[](https://example.com)", "empty_link", 3),
        ("# A {#x}\n\n## B {#x}", "duplicate_id", 3),
        ("# A\n\n#### B", "heading_jump", 3),
        ("a\n\n- b\n\n  ```klingon\n  x\n  ```", "unknown_language", 5),
        ("a\n\n> [!HURRAY]\n> x", "unknown_callout", 3),
        ("a\n\nb\n<form action='x'>", "html_removed", 4),
        ("a\n\n<p onclick='x()'>b</p>", "html_removed", 3),
        ("a\n\n[b](other.md)", "relative_link", 3),
        ("a\n\n![b](https://example.com/x.png)", "picture_refused", 3),
        ("a\n\n```\nb", "unclosed_fence", 3),
        ("a\n\n> b[^c]", "footnote_missing", 3),
        ("a\n\n" + "> " * 40 + "b", "too_deep", 3),
    ],
)
def test_warning_at_its_line(text: str, code: str, line: int) -> None:
    warnings = Renderer().render(text, EN).warnings
    assert [(warning.code, warning.line) for warning in warnings] == [(code, line)]


def test_a_good_text_gives_none() -> None:
    text = (
        "# Title\n\n## Part\n\n## Part\n\n[](kb:1) ![x](kb:2) `<script>`\n\n```sql\nselect 1\n```\n"
        "\n> [!NOTE]\n> [^1]\n\n[^1]: x\n"
    )
    assert Renderer().render(text, EN).warnings == ()


def test_lines_count_from_the_text_when_blocks_move() -> None:
    renderer = Renderer()
    text = "![](kb:1)"
    assert renderer.render(text, EN).warnings[0].line == 1
    assert renderer.render("a\n\nb\n\n" + text, EN).warnings[0].line == 5
    assert renderer.render("a\n\nb\n\n" + text, EN).links[0].line == 5


def test_limits() -> None:
    with pytest.raises(KbError, match="larger than 2 MB") as large:
        Renderer().render("é" * 1_000_001, EN)
    assert large.value.code == "text_too_large"
    with pytest.raises(KbError, match="Line 2 is longer than 200000") as long:
        Renderer().render("a\n" + "b" * 200_001, EN)
    assert long.value.code == "line_too_long"
