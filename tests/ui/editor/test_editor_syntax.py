"""Which parts of a line the highlighter colours, and the outline."""

import pytest

from kbeditor.ui.editor.outline import read_outline
from kbeditor.ui.editor.syntax import BLANK, TEXT, Style, in_code, read_line
from tests.conftest import CORPUS
from tests.helpers.patience import patience


def styled(line: str, style: int, before: int = TEXT) -> list[str]:
    """The pieces of a line that have all bits of a style."""
    spans, _ = read_line(line, before)
    return [line[at : at + size] for at, size, own in spans if own & style == style]


@pytest.mark.parametrize(
    ("line", "style", "pieces"),
    [
        ("## A title", Style.HEADING_2, ["## ", "A title"]),
        ("### A *title* ###", Style.HEADING_3 | Style.EMPHASIS, ["*", "title", "*"]),
        ("#hashtag", Style.HEADING_1, []),
        ("a **bold** word", Style.STRONG, ["**", "bold", "**"]),
        ("snake_case_word", Style.EMPHASIS, []),
        ("an _emphasised_ word", Style.EMPHASIS, ["_", "emphasised", "_"]),
        ("***both***", Style.STRONG | Style.EMPHASIS, ["***", "both", "***"]),
        ("~~gone~~", Style.STRIKE, ["~~", "gone", "~~"]),
        ("a `code **span**` here", Style.CODE, ["`", "code **span**", "`"]),
        ("``a ` b``", Style.CODE, ["``", "a ` b", "``"]),
        ("a `code **span**` here", Style.STRONG, []),
        ("[words](kb:1) after", Style.LINK, ["words"]),
        ("[words](kb:1) after", Style.ADDRESS, ["kb:1"]),
        ("![picture](kb:2)", Style.ADDRESS, ["kb:2"]),
        ("[![alt](kb:2)](kb:1)", Style.ADDRESS, ["kb:2", "kb:1"]),
        ("- [x] done", Style.DONE, [" done"]),
        ("1. first", Style.LIST, ["1. "]),
        ("> said *so*", Style.QUOTE, ["> ", "said ", "*", "so", "*"]),
        ("> [!WARNING]", Style.CALLOUT, ["[!WARNING]"]),
        ('!!! note "Title"', Style.CALLOUT, ['!!! note "Title"']),
        ("| a | **b** |", Style.STRONG, ["**", "b", "**"]),
        ("| --- | :-: |", Style.MARK, ["| --- | :-: |"]),
        ("a note[^1]", Style.FOOTNOTE, ["[^1]"]),
        ("[^1]: the note", Style.FOOTNOTE, ["[^1]:"]),
        ("a <b>tag</b>", Style.HTML, ["<b>", "</b>"]),
        ("<!-- hidden -->", Style.COMMENT, ["<!-- hidden -->"]),
        ("## Title {#id}", Style.ATTRIBUTE, ["{#id}"]),
        (r"\*not bold\*", Style.EMPHASIS, []),
    ],
)
def test_pieces_of_a_line(line: str, style: int, pieces: list[str]) -> None:
    assert styled(line, style) == pieces


def states(text: str) -> list[bool]:
    state, inside = TEXT, []
    for line in text.split("\n"):
        _, state = read_line(line, state)
        inside.append(in_code(state))
    return inside


def test_a_fence_holds_until_one_as_long_closes_it() -> None:
    assert states("````py\n```\n## no heading\n````\ntext") == [True, True, True, False, False]
    assert states("~~~\n```\n~~~") == [True, True, False]


def test_a_comment_goes_over_lines() -> None:
    _, state = read_line("before <!-- open", TEXT)
    spans, state = read_line("still hidden", state)
    assert [span.style for span in spans] == [Style.COMMENT]
    spans, state = read_line("end --> **bold**", state)
    assert spans[0].style == Style.COMMENT
    assert state == TEXT


def test_an_underline_makes_a_heading_only_below_text() -> None:
    assert styled("---", Style.HEADING_2, TEXT) == ["---"]
    assert styled("---", Style.HEADING_2, BLANK) == []


def test_pieces_never_overlap_in_real_texts() -> None:
    folder = CORPUS / "campaign" / "content" / "fr"
    if not folder.is_dir():
        pytest.skip("the corpus is not beside the checkout")
    for path in sorted(folder.rglob("*.md"))[::10]:
        state = TEXT
        for line in path.read_text(encoding="utf-8").split("\n"):
            spans, state = read_line(line, state)
            at = 0
            for start, length, _ in spans:
                assert start >= at, line
                assert length > 0, line
                at = start + length
            assert at <= len(line)


@pytest.mark.parametrize(
    "hostile",
    [
        "**a " * 2000,
        "*a **b " * 1100,
        "[" * 8000,
        "[a](" * 2000,
        "`" * 7999,
        "<a " * 2600,
        "_a" * 4000,
    ],
)
def test_hostile_lines_do_not_run_away(hostile: str) -> None:
    with patience():
        read_line(hostile, TEXT)


def test_the_outline_has_headings_outside_code() -> None:
    text = "# One {#x}\n\n```\n# not this\n```\n\ntext\n## Two **bold** [link](kb:1)\n"
    assert [tuple(line) for line in read_outline(text)] == [(1, "One", 1), (2, "Two bold link", 8)]
