"""How commands end: Ctrl+C, expected errors, bugs."""

import signal
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from kbeditor.cli.failures import Commands
from kbeditor.cli.progress import progress
from kbeditor.domain.errors import Cancelled, KbError


def test_ctrl_c_stops_at_the_next_step_and_twice_at_once() -> None:
    before = signal.getsignal(signal.SIGINT)
    with progress() as work:
        work.step("import_read", 1, 2)
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(Cancelled):
            work.step("import_read", 2, 2)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_no_bar_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as work:
        for done in range(3):
            work.step("import_read", done, 3)
    assert capsys.readouterr() == ("", "")


def end_with(error: BaseException) -> Result:
    app = typer.Typer(cls=Commands, rich_markup_mode=None, pretty_exceptions_enable=False)

    @app.callback()
    def all_commands() -> None: ...

    @app.command()
    def fail() -> None:
        raise error

    return CliRunner().invoke(app, ["fail"])


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (KbError("x", "There is no {what}.", what="tea"), 1, "kbeditor: There is no tea.\n"),
        (PermissionError(13, "Not allowed", "/x"), 1, "kbeditor: /x: Not allowed\n"),
        (Cancelled(), 130, "kbeditor: Stopped. Nothing was changed.\n"),
        (KeyboardInterrupt(), 130, "kbeditor: Stopped.\n"),
    ],
)
def test_what_can_happen_is_told_in_one_line(error: BaseException, code: int, told: str) -> None:
    result = end_with(error)
    assert (result.exit_code, result.stderr, result.stdout) == (code, told, "")


def test_a_bug_names_the_log(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    result = end_with(ZeroDivisionError("no"))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "ZeroDivisionError: no" in result.stderr
    assert str(home / "logs" / "kbeditor.log") in result.stderr
    assert caplog.records[-1].exc_info is not None
