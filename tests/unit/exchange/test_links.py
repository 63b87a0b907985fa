"""Links in Markdown: which are found, how they are read, and that the rest stays as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kbeditor.exchange.markdown_folder import links
from tests.helpers.patience import patience


def found(body: str) -> list[str]:
    return [each.raw for each in links.scan(body) if each.kind == "link"]


def headings(body: str) -> list[str]:
    return [each.raw for each in links.scan(body) if each.kind == "heading"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a](b.md)", ["b.md"]),
        ("![a](b.png)", ["b.png"]),
        ("[![a](b.png)](c.md)", ["b.png", "c.md"]),
        ("[a](b.md \"title\") [a](c.md 't') [a](d.md (t))", ["b.md", "c.md", "d.md"]),
        ("[a](<b c.md> 't')", ["b c.md"]),
        ("[a](b c.md)", ["b c.md"]),
        ('[a](b c.md "t")', ["b c.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("[a](b\\).md)", ["b\\).md"]),
        ("[a](  b.md  )", ["b.md"]),
        ("[a](b.md){target=_blank}", ["b.md"]),
        ("[a][r]\n\n[r]: b.md\n", ["b.md"]),
        ("[a][r]\n\n  [r]: <b c.md> 'T'\n", ["b c.md"]),
        ("> [r]: b.md\n", ["b.md"]),
        ("[^1]: note [a](b.md)", ["b.md"]),
        ("<a href=\"b.md\">a</a> <IMG alt='x' SRC='c.png'>", ["b.md", "c.png"]),
        ("<img\n  src=c.png\n  alt='x'>", ["c.png"]),
        ("| [a](b.md) | ![c](d.png) |", ["b.md", "d.png"]),
        ("- item\n\n      [a](b.md)\n", ["b.md"]),
        ("a ` b [a](b.md)", ["b.md"]),
        ("\\`[a](b.md)\\`", ["b.md"]),
        ("# [a](b.md)", ["b.md"]),
        ("`` ` `` [a](b.md)", ["b.md"]),
        ("<!-- x --> [a](b.md)", ["b.md"]),
        ("<!-- never closed [a](b.md)", ["b.md"]),
        # What is no link:
        ("`[a](b.md)`", []),
        ("`` [a](b.md) ` ``", []),
        ("```\n[a](b.md)\n```", []),
        ("~~~ md\n[a](b.md)\n```\n~~~~", []),
        ("- ```\n  [a](b.md)\n  ```", []),
        ("> ```\n> [a](b.md)\n> ```", []),
        ("```\n[a](b.md)\n", []),
        ("<!-- [a](b.md)\n\n[c](d.md) -->", []),
        ("<pre>[a](b.md)</pre> <script>x='](b.md)'</script>", []),
        ("[a\\](b.md)", []),
        ("[a] (b.md) [a]() [a](<>)", []),
        ("*[HTML]: Hyper Text", []),
    ],
)
def test_which_are_found(body: str, expected: list[str]) -> None:
    assert found(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# One {#one}\n## Two\n# Three #\n", ["One {#one}", "Three"]),
        ("One\n===\n\n===\n", ["One"]),
        ("```\n# no\n```\n#no\n", []),
        ("- item\n=====\n", []),
    ],
)
def test_first_level_headings(body: str, expected: list[str]) -> None:
    assert [each.strip() for each in headings(body)] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("../a.md#b", ("../a.md", "b")),
        ("a%20b.md", ("a b.md", "")),
        ("a\\_b.md", ("a_b.md", "")),
        ("img\\a.png", ("img/a.png", "")),
        ("a.md?x=1#y", ("a.md", "y")),
        ("#b", ("", "b")),
        ("R&amp;D.md", ("R&D.md", "")),
        ("https://x.example/a.md", None),
        ("//x.example/a.md", None),
        ("mailto:a@x.example", None),
        ("kb:0190", None),
        ("C:/a.md", None),
    ],
)
def test_destinations(raw: str, expected: tuple[str, str] | None) -> None:
    assert links.destination(raw) == expected


MARKDOWN = st.text("[]()<>!`~#-*>&\\ \n\t\"'=ab.:/|{}", max_size=80)


@given(MARKDOWN)
@example("[a](<b>) `[c](d)` <img src='e'>")
def test_nothing_but_destinations_changes(body: str) -> None:
    assert links.rewrite(body, lambda _: None) == body
    marked = links.rewrite(body, lambda raw: f"\x00{raw}\x00")
    plain = body
    for raw in found(body):
        assert f"\x00{raw}\x00" in marked
    assert len(marked) <= len(plain) + 2 * len(found(body))


@given(MARKDOWN)
def test_found_destinations_stand_where_it_says(body: str) -> None:
    last = 0
    for each in links.scan(body):
        if each.kind == "link":
            assert body[each.start : each.end] == each.raw
            assert each.start >= last
            last = each.end


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "`a",
            "<!--",
            "](",
            "[a",
            "](<",
            "~~~x\n",
            '](a "b',
            "<a ",
            "<pre>",
            "`\n\n",
            "=\n",
            "]((",
        ),
        *(
            "> ",
            "- ",
            "1. ",
            "](\n",
            "](a ",
            "](x\\",
            "[a]:",
            "\n[a]:",
            "#  ",
            "` ``",
            "]( ",
            "<a b=",
        ),
    ],
)
def test_hostile_files_do_not_run_away(piece: str) -> None:
    body = (piece * (1_000_000 // len(piece)))[:1_000_000]
    with patience():
        list(links.scan(body))
