"""A missing segment put in beside its neighbours' counterparts."""

import pytest

from kbeditor.translation.splitting import insert_block, split

TABLE = "|a|b|\n|:-|-|\n|c|d|\n|e|f|\n"


@pytest.mark.parametrize(
    ("source", "index", "target", "links", "expected"),
    [
        ("a\n\nb\n\nc\n", 1, "A\n\nC\n", {0: 0, 2: 1}, "A\n\nNEW\n\nC\n"),
        ("a\n\nb\n", 0, "B\n", {1: 0}, "NEW\n\nB\n"),
        ("a\n", 0, "", {}, "NEW\n"),
        ("a\n\nb", 1, "A", {0: 0}, "A\n\nNEW\n"),
        ("a\n\nb", 1, "A\r\n\r\nOwn", {0: 0}, "A\r\n\r\nNEW\r\n\r\nOwn"),
        ("## a {#x}\n\nb\n", 0, "B\n", {1: 0}, "## NEW\n\nB\n"),
        ("- a\n- b\n", 1, "* A\n\nEnd\n", {0: 0}, "* A\n* NEW\n\nEnd\n"),
        ("- a\n- b\n", 0, "* B\n", {1: 0}, "* NEW\n* B\n"),
        ("1. a\n2. b\n", 1, "1. A\n", {0: 0}, "1. A\n2. NEW\n"),
        ("1. a\n1. b\n", 1, "1. A\n", {0: 0}, "1. A\n1. NEW\n"),
        ("- a\n\n- b\n", 1, "- A\n", {0: 0}, "- A\n\n- NEW\n"),
        ("- a\n  - b\n", 1, "1. A\n", {0: 0}, "1. A\n\n   - NEW\n"),
        ("- a\n  - b\n", 0, "-\n  - B\n", {1: 0}, "- NEW\n  - B\n"),
        ("x\n\n- [ ] a\n", 1, "X\n", {0: 0}, "X\n\n- [ ] NEW\n"),
        ("- a\n\n  b\n", 1, "- A\n", {0: 0}, "- A\n\n  NEW\n"),
        ("- a\n\nb\n\n- c\n", 1, "- A\n\n- C\n", {0: 0, 2: 1}, "- A\n\nNEW\n\n- C\n"),
        ("> a\n>\n> b\n", 1, "> A\n", {0: 0}, "> A\n>\n> NEW\n"),
        ("x\n\n>[!NOTE]\n>\n>a\n", 1, "X\n", {0: 0}, "X\n\n> [!NOTE]\n> NEW\n"),
        ("x\n\n> [!TIP T]\n> a\n", 1, "X\n", {0: 0}, "X\n\n> [!TIP NEW]\n"),
        ("x\n\n!!! tip\n    a\n", 1, "X\n", {0: 0}, "X\n\n!!! tip\n    NEW\n"),
        ("+++ T\na\n+++\n", 1, "+++ T\n+++\n", {0: 0}, "+++ T\n\nNEW\n\n+++\n"),
        ("a[^1]\n\n[^1]: b\n", 1, "A[^1]\n", {0: 0}, "A[^1]\n\n[^1]: NEW\n"),
        ("T\n:   a\n", 1, "T\n:   x\n", {0: 0}, "T\n:   NEW\n:   x\n"),
        ("a\n\n```py\nb\n```\n", 1, "A\n", {0: 0}, "A\n\n```py\nNEW\n```\n"),
        (TABLE, 3, "|A|B|\n|-|-|\n|C||\n", {0: 0, 1: 1, 2: 2}, "|A|B|\n|-|-|\n|C| NEW |\n"),
        (TABLE, 3, "A|B\n-|-\nC\n", {2: 2}, "A|B\n-|-\nC | NEW |\n"),
        (TABLE, 2, "|A|B|\n|-|-|\n|E|F|\n", {1: 1, 4: 2}, "|A|B|\n|-|-|\n| NEW |  |\n|E|F|\n"),
        ("x\n\n" + TABLE, 4, "X\n", {0: 0}, "X\n\n|  |  |\n|:-|-|\n|  | NEW |\n"),
        ("x\n\n" + TABLE, 1, "X\n", {0: 0}, "X\n\n| NEW |  |\n|:-|-|\n"),
    ],
)
def test_a_block_goes_where_it_belongs(
    source: str, index: int, target: str, links: dict[int, int], expected: str
) -> None:
    assert insert_block(split(source), index, split(target), links, "NEW") == expected


def test_a_list_rebuilt_item_by_item_is_the_source_again() -> None:
    source = split(
        "Intro\n\n1. one\n\n   > [!NOTE]\n   > two\n\n   * three\n   * four\n\n2. five\n"
    )
    target = split("Intro\n")
    for index in range(1, len(source.segments)):
        links = {number: number for number in range(index)}
        text = source.segments[index].text
        target = split(insert_block(source, index, target, links, text))
    assert [(it.kind, it.path, it.text) for it in target.segments] == [
        (it.kind, it.path, it.text) for it in source.segments
    ]


def test_what_the_target_says_is_never_lost() -> None:
    source = split("T\n:   a\n\n|a|\n|-|\n")
    target = split("Own\n\n- A\n")
    for index in range(len(source.segments)):
        body = insert_block(source, index, target, {0: 1, 1: 0, 2: 9}, "# NEW")
        texts = [it.text for it in split(body).segments]
        assert "Own" in texts
        assert "A" in texts
        assert "NEW" in " ".join(texts)
