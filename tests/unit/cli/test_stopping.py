"""How commands end: Ctrl+C, expected errors, bugs."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from kbeditor.app.opening import create_library, create_sample, open_workspace
from kbeditor.cli.failures import Commands
from kbeditor.cli.progress import progress
from kbeditor.domain.errors import Cancelled, KbError
from kbeditor.rendering.client import RenderWorker
from kbeditor.shipped import sample_data


@pytest.fixture
def listening() -> Iterator[None]:
    """As on a terminal: a job in the background begins with Ctrl+C ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("listening")
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


class StopsAt:
    """Asks to stop at a step, as Ctrl+C in the middle of it."""

    def __init__(self, code: str) -> None:
        self._code = code

    def step(self, code: str, done: int, total: int) -> None:
        if code == self._code:
            raise Cancelled()


@pytest.mark.parametrize("code", ["import_attachments", "import_texts"])
def test_a_stopped_import_leaves_the_library_as_it_was(tmp_path: Path, code: str) -> None:
    workspace = create_library(tmp_path / "l.kb", "L", "en")
    plan = workspace.importing.plan(sample_data() / "content")
    with pytest.raises(Cancelled):
        workspace.importing.apply(plan, StopsAt(code))
    assert [each.tag for each in workspace.locales.list()] == ["en"]
    assert workspace.tree.skeleton("en").articles == ()
    assert workspace.attachments.list() == ()
    workspace.close()


def test_an_import_stands_when_only_its_rendering_is_stopped(tmp_path: Path) -> None:
    workspace = create_library(tmp_path / "l.kb", "L", "en")
    plan = workspace.importing.plan(sample_data() / "content")
    report = workspace.importing.apply(plan, StopsAt("rendering")).value
    assert report.lines[-1].code == "rendering_stopped"
    assert len(workspace.tree.skeleton("en").articles) == dict(plan.counts)["articles"]
    assert workspace.rendering.pending() > 0
    workspace.exporting.export("html", tmp_path / "site")
    assert workspace.rendering.pending() == 0
    workspace.close()


@pytest.mark.parametrize("code", ["export_pages", "export_attachments", "export_finish"])
def test_a_stopped_export_leaves_nothing_behind(sample: Path, tmp_path: Path, code: str) -> None:
    workspace = open_workspace(sample)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        workspace.exporting.export("html", tmp_path / "site", None, StopsAt(code))
    workspace.close()
    assert [each for each in sorted(tmp_path.iterdir()) if each not in before] == []


@pytest.mark.parametrize("code", ["import_texts", "rendering"])
def test_a_stopped_sample_leaves_no_file(tmp_path: Path, code: str) -> None:
    with pytest.raises(Cancelled):
        create_sample(tmp_path / "s.kb", "", StopsAt(code))
    assert list(tmp_path.glob("s.kb*")) == []


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a flag of the system does this")
def test_ctrl_c_in_a_terminal_does_not_reach_the_rendering_processes() -> None:
    with RenderWorker() as worker:
        worker.start()
        assert worker.pid is not None
        assert os.getpgid(worker.pid) != os.getpgid(0)
