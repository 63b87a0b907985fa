"""Texts are written with the caret as ¦, or a selection between ⟨ and ⟩."""

import pytest

from kbeditor.ui.editor import inline_commands, line_commands, list_keys
from kbeditor.ui.editor.edit import Command, trim


def run(command: Command, marked: str) -> str:
    """The text after a command, marked in the same way; unchanged when it had nothing to do."""
    if "¦" in marked:
        anchor = position = marked.index("¦")
    else:
        anchor, position = marked.index("⟨"), marked.index("⟩") - 1
    text = marked.replace("¦", "").replace("⟨", "").replace("⟩", "")
    edit = command(text, anchor, position)
    if edit is None:
        return marked
    after = text[: edit.start] + edit.text + text[edit.end :]
    low, high = sorted((edit.anchor, edit.position))
    if low == high:
        return after[:low] + "¦" + after[low:]
    return after[:low] + "⟨" + after[low:high] + "⟩" + after[high:]


BOLD, ITALIC, CODE = (inline_commands.toggle(mark) for mark in ("**", "*", "`"))


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (BOLD, "a ⟨word⟩ here", "a **⟨word⟩** here"),
        (BOLD, "a **⟨word⟩** here", "a ⟨word⟩ here"),
        (BOLD, "a ⟨**word**⟩ here", "a ⟨word⟩ here"),
        (BOLD, "a wo¦rd here", "a **wo¦rd** here"),
        (BOLD, "a ⟨word ⟩here", "a **⟨word⟩** here"),
        (BOLD, "nothing  ¦", "nothing  **¦**"),
        (BOLD, "nothing  **¦**", "nothing  ¦"),
        (BOLD, "a **word¦** here", "a **word**¦ here"),
        (BOLD, "two **bold words¦**", "two **bold words**¦"),
        (BOLD, "a **wo¦rd** here", "a wo¦rd here"),
        (ITALIC, "an *odd¦* one", "an *odd*¦ one"),
        (ITALIC, "**bold¦**", "***bold¦***"),
        (BOLD, "⟨one\n\ntwo⟩", "⟨**one**\n\n**two**⟩"),
        (ITALIC, "**⟨word⟩**", "***⟨word⟩***"),
        (ITALIC, "***⟨word⟩***", "**⟨word⟩**"),
        (ITALIC, "*⟨word⟩*", "⟨word⟩"),
        (CODE, "the ⟨A-12⟩ number", "the `⟨A-12⟩` number"),
        (inline_commands.link("https://x.example"), "see ⟨this⟩", "see [this](https://x.example)¦"),
        (inline_commands.link("kb:1", "A [b]"), "see ¦", r"see [A \[b\]](kb:1)¦"),
        (inline_commands.link("kb:1"), "see ¦", "see [¦](kb:1)"),
    ],
)
def test_inline_commands(command: Command, before: str, after: str) -> None:
    assert run(command, before) == after


def test_a_footnote_takes_the_next_number_and_stands_at_the_end() -> None:
    after = run(inline_commands.footnote, "one[^1] two¦\n\n[^1]: first\n")
    assert after == "one[^1] two[^2]\n\n[^1]: first\n[^2]: ¦\n"


H2 = line_commands.heading(2)
BULLET, NUMBER, TASK = (line_commands.listing(kind) for kind in ("bullet", "number", "task"))
NOTE, TIP = line_commands.callout("note"), line_commands.callout("tip")


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (H2, "a ti¦tle", "## a ti¦tle"),
        (H2, "## a ti¦tle", "a ti¦tle"),
        (H2, "# a ti¦tle", "## a ti¦tle"),
        (line_commands.heading(0), "### a¦", "a¦"),
        (BULLET, "⟨one\ntwo⟩", "⟨- one\n- two⟩"),
        (BULLET, "⟨- one\n- two⟩", "⟨one\ntwo⟩"),
        (NUMBER, "⟨- one\n- two⟩", "⟨1. one\n2. two⟩"),
        (TASK, "one¦", "- [ ] one¦"),
        (TASK, "- [x] one¦", "one¦"),
        (line_commands.toggle_quote, "⟨a\n\nb⟩", "⟨> a\n>\n> b⟩"),
        (line_commands.toggle_quote, "⟨> a\n>\n> b⟩", "⟨a\n\nb⟩"),
        (NOTE, "careful¦", "> [!NOTE]\n> careful¦"),
        (TIP, "> [!NOTE]\n> care¦ful\n\nmore", "> [!TIP]\n> care¦ful\n\nmore"),
        (NOTE, "> [!NOTE]\n> care¦ful\n\nmore", "care¦ful\n\nmore"),
        (line_commands.code_block, "⟨a\nb⟩", "```¦\na\nb\n```"),
        (line_commands.code_block, "```\n⟨a\nb⟩\n```", "⟨a\nb⟩"),
        (line_commands.code_block, "⟨a ``` b⟩", "````¦\na ``` b\n````"),
        (line_commands.move_lines(down=True), "a\nb¦\nc", "a\nc\nb¦"),
        (line_commands.move_lines(down=False), "a\nb¦\nc", "b¦\na\nc"),
        (line_commands.move_lines(down=False), "a¦\nb", "a¦\nb"),
        (line_commands.move_lines(down=True), "a\nb¦", "a\nb¦"),
        (line_commands.duplicate_lines, "a\nb¦\nc", "a\nb\nb¦\nc"),
        (line_commands.delete_lines, "a\nb¦\nc", "a\n¦c"),
        (line_commands.delete_lines, "a\nb¦", "a¦"),
        (
            line_commands.table(1, 2, "Head"),
            "¦",
            "| ⟨Head⟩ |      |\n| ---- | ---- |\n|      |      |\n",
        ),
        (line_commands.table(1, 1, "Head"), "text¦", "text\n\n| ⟨Head⟩ |\n| ---- |\n|      |\n"),
    ],
)
def test_line_commands(command: Command, before: str, after: str) -> None:
    assert run(command, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one¦", "- one\n- ¦"),
        ("9. nine¦", "9. nine\n10. ¦"),
        ("- [x] done¦", "- [x] done\n- [ ] ¦"),
        ("- one\n- ¦", "- one\n\n¦"),
        ("- ¦", "¦"),
        ("text\n\n- ¦\nmore", "text\n\n¦\nmore"),
        ("- one\n    - ¦", "- one\n- ¦"),
        ("> said¦", "> said\n> ¦"),
        ("> said\n> ¦", "> said\n\n¦"),
        ("> - one\n> - ¦", "> - one\n>\n> ¦"),
        ("> - one¦", "> - one\n> - ¦"),
        ("- o¦ne", "- o\n- ¦ne"),
        ("plain¦", "plain¦"),
        ("¦- one", "¦- one"),
    ],
)
def test_enter_continues_lists_and_quotes(before: str, after: str) -> None:
    assert run(list_keys.enter, before) == after


@pytest.mark.parametrize(
    ("outwards", "before", "after"),
    [
        (False, "- on¦e", "    - on¦e"),
        (True, "    - on¦e", "- on¦e"),
        (True, "  - on¦e", "- on¦e"),
        (True, "- on¦e", "- on¦e"),
        (False, "⟨a\n\nb⟩", "⟨    a\n\n    b⟩"),
        (True, "⟨    a\n\n    b⟩", "⟨a\n\nb⟩"),
    ],
)
def test_tab_moves_a_level(outwards: bool, before: str, after: str) -> None:
    assert run(list_keys.shift(outwards=outwards), before) == after


def test_an_edit_touches_only_what_differs() -> None:
    assert trim("one two three", 0, 13, "one 2 three") == (4, 7, "2")
    assert trim("aaa", 0, 3, "aa") == (2, 3, "")
    assert trim("same", 0, 4, "same") == (4, 4, "")
