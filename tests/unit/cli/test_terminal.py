"""Tables, colours and control characters, on a terminal and in a pipe."""

import io

import pytest

from kbeditor.cli.reporting import Entry, show_entries
from kbeditor.cli.searching import plain
from kbeditor.cli.terminal import Screen, complain


class Terminal(io.StringIO):
    """What one writes to is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()


ROWS = [("en", "A title that is quite long, " * 10, "3"), ("zh", "订单状态", "1,204")]


def test_a_pipe_gets_plain_columns_that_nothing_cuts(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().table(("Locale", "Title", "Words"), ROWS, numbers=(2,))
    head, first, second = capsys.readouterr().out.splitlines()
    assert head.split() == ["Locale", "Title", "Words"]
    assert first.startswith("en      A title")
    assert first.endswith("long,       3")
    assert ROWS[0][1].strip() in first
    assert second.startswith("zh      订单状态 ")
    assert second.endswith("1,204")


def test_a_terminal_gets_colours_and_folds(terminal: Terminal) -> None:
    Screen(terminal).table(("Locale", "Title", "Words"), ROWS, numbers=(2,))
    assert "\x1b[1m" in terminal.getvalue()
    assert len(terminal.getvalue().splitlines()) > 3


def test_markup_in_a_title_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().say("Use [bold]brackets[/] and :smile:")
    assert capsys.readouterr().out == "Use [bold]brackets[/] and :smile:\n"


def test_nobodys_title_steers_the_terminal(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = "Refunds\x1b]0;gone\x07\x9b2J\rback"
    Screen(terminal).say(hostile)
    Screen(terminal).table(("Title",), [(hostile,)])
    complain(hostile)
    for shown in (terminal.getvalue(), capsys.readouterr().err):
        assert "Refunds" in shown
        assert [each for each in ("\x1b]", "\x07", "\x9b", "\r") if each in shown] == []


def test_a_complaint_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("Something\n  happened.")
    assert capsys.readouterr().err == "kbeditor: Something happened.\n"


def test_a_snippet_tells_where_its_matches_are() -> None:
    text, matches = plain("…pay by\n \x02card\x03 or \x02cards\x03, \x1b[2J…")
    assert text == "…pay by card or cards, \N{REPLACEMENT CHARACTER}[2J…"
    assert [text[start:end] for start, end in matches] == ["card", "cards"]


ENTRIES = [Entry("info", "untranslated", "fr", 0, "one")] + [
    Entry("warning", "broken_link", f"page {number}", number, "x") for number in range(25)
]


def test_a_terminal_shows_some_of_many_and_says_how_to_see_all(terminal: Terminal) -> None:
    show_entries(Screen(terminal), ENTRIES, everything=False)
    shown = terminal.getvalue()
    assert shown.count("page ") == 10
    assert "15 more (--all lists them)" in shown
    assert shown.index("Links that lead nowhere") < shown.index("without a translation")
    show_entries(Screen(terminal), ENTRIES, everything=True)
    assert terminal.getvalue().count("page ") == 35


def test_a_pipe_gets_all(capsys: pytest.CaptureFixture[str]) -> None:
    show_entries(Screen(), ENTRIES, everything=False)
    assert capsys.readouterr().out.count("page ") == 25
