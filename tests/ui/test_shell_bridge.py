"""The bridge with its real thread, on a real library."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kbeditor.app.opening import create_library, open_workspace
from kbeditor.app.workspace import Workspace
from kbeditor.domain.changes import Changes, Outcome
from kbeditor.domain.errors import Cancelled, KbError, NotFound
from kbeditor.domain.progress import Progress
from kbeditor.domain.records import Ref
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.executors import ThreadExecutor


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "one.kb"
    create_library(path, "One", "en", ["fr"], "Ann").close()
    return path


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[Bridge]:
    bridge = Bridge(ThreadExecutor(), open_workspace)
    yield bridge
    bridge.shutdown()


@pytest.fixture
def opened(bridge: Bridge, path: Path, qtbot: QtBot) -> Bridge:
    with qtbot.waitSignal(bridge.opened):
        bridge.open(lambda: open_workspace(path, "Ann"))
    return bridge


def create(title: str) -> Callable[[Workspace], Outcome[Ref]]:
    """Work that makes a category."""
    return lambda ws: ws.categories.create(None, title, "en")


def test_results_land_on_the_gui_thread_with_changes_first(opened: Bridge, qtbot: QtBot) -> None:
    landed: list[tuple[int, Changes]] = []
    made: list[Ref] = []
    opened.changed.connect(lambda changes: landed.append((threading.get_ident(), changes)))
    worked_on: list[int] = []

    def work(ws: Workspace) -> Outcome[Ref]:
        worked_on.append(threading.get_ident())
        return ws.categories.create(None, "Orders", "en")

    def then(ref: Ref) -> None:
        assert landed, "changes are told before"
        made.append(ref)

    opened.run(work, then)
    qtbot.waitUntil(lambda: bool(made))
    here = threading.get_ident()
    assert worked_on[0] != here
    thread, changes = landed[0]
    assert thread == here
    assert made[0] in changes.tree
    assert opened.standing is not None
    assert opened.standing.undo is not None
    assert opened.standing.undo.code == "category.create"


def test_an_error_goes_to_who_takes_it_else_to_the_presenter(opened: Bridge, qtbot: QtBot) -> None:
    taken: list[Exception] = []
    with qtbot.assertNotEmitted(opened.failed):
        opened.run(lambda ws: ws.categories.get("nowhere"), otherwise=taken.append)
        qtbot.waitUntil(lambda: bool(taken))
    assert isinstance(taken[0], NotFound)
    with qtbot.waitSignal(opened.failed) as failed:
        opened.run(lambda ws: ws.categories.get("nowhere"), otherwise=lambda _error: False)
    assert isinstance(failed.args[0], NotFound)


def test_everything_in_line_is_written_before_the_end(
    opened: Bridge, path: Path, qtbot: QtBot
) -> None:
    for number in range(40):
        opened.run(create(f"Category {number}"))
    opened.shutdown()
    workspace = open_workspace(path)
    assert len(workspace.tree.skeleton("en").categories) == 40
    workspace.close()


def test_what_panes_hand_in_when_the_library_is_left_is_still_written_there(
    opened: Bridge, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "two.kb"
    create_library(other, "Two", "en").close()
    opened.closing.connect(lambda: opened.run(create("Last words")))
    with qtbot.waitSignal(opened.opened) as signal:
        opened.open(lambda: open_workspace(other))
    assert signal.args[0].name == "Two"
    opened.run(create("In two"))
    opened.shutdown()
    titles = {}
    for each in (path, other):
        workspace = open_workspace(each)
        titles[each] = [row.title for row in workspace.tree.skeleton("en").categories]
        workspace.close()
    assert titles == {path: ["Last words"], other: ["In two", "Last words"]}


def test_a_library_that_cannot_be_opened_leaves_the_present_one(
    opened: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.failed) as failed, qtbot.assertNotEmitted(opened.closed):
        opened.open(lambda: open_workspace(tmp_path / "none.kb"))
    assert isinstance(failed.args[0], KbError)
    assert opened.library is not None
    assert opened.library.name == "One"


def test_without_a_library_nothing_is_run(bridge: Bridge, qtbot: QtBot) -> None:
    run: list[object] = []
    bridge.run(run.append)
    bridge.shutdown()
    assert run == []


def test_of_many_questions_only_the_last_is_answered(opened: Bridge, qtbot: QtBot) -> None:
    gate = threading.Event()
    opened.run(lambda _ws: gate.wait(10) and None)
    asked: list[int] = []
    answers: list[int] = []

    def question(number: int) -> Callable[[Workspace], int]:
        def ask(_ws: Workspace) -> int:
            asked.append(number)
            return number

        return ask

    for number in range(20):
        opened.ask_latest("search", question(number), answers.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert asked == [19]
    assert answers == [19]


class Asker(QObject):
    """Asks, and may be gone before the answer comes."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, answer: object) -> None:
        self.heard.append(answer)


def test_who_was_deleted_meanwhile_hears_no_answer(opened: Bridge, qtbot: QtBot) -> None:
    gate = threading.Event()
    gone, there = Asker(), Asker()
    opened.run(lambda _ws: gate.wait(10) and None)
    opened.run(lambda _ws: 1, gone.hear)
    opened.run(lambda _ws: 1, partial(gone.hear))
    opened.ask_latest("gone", lambda _ws: 1, gone.hear)
    opened.run(lambda _ws: 2, there.hear)
    delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: bool(there.heard))
    assert there.heard == [2]
    assert gone.heard == []


def test_a_job_runs_beside_the_line_and_tells_its_progress(opened: Bridge, qtbot: QtBot) -> None:
    steps: list[tuple[str, int, int]] = []
    done: list[Ref] = []
    other_work = threading.Event()

    def job(ws: Workspace, progress: Progress) -> Outcome[Ref]:
        progress.step("export_pages", 0, 2)
        assert other_work.wait(10), "the library's own thread must not wait for a job"
        progress.step("export_pages", 2, 2)
        return ws.categories.create(None, "By a job", "en")

    handle = opened.start(job, done.append)
    handle.progressed.connect(lambda *step: steps.append(step))
    opened.run(lambda _ws: other_work.set())
    with qtbot.waitSignal(opened.changed):
        pass
    qtbot.waitUntil(lambda: bool(done))
    assert steps == [("export_pages", 0, 2), ("export_pages", 2, 2)]
    titles: list[str] = []
    opened.run(lambda ws: [row.title for row in ws.tree.skeleton("en").categories], titles.extend)
    qtbot.waitUntil(lambda: titles == ["By a job"])


def test_a_stopped_job_ends_as_cancelled(opened: Bridge, qtbot: QtBot) -> None:
    ended: list[Exception] = []
    running = threading.Event()

    def job(_ws: Workspace, progress: Progress) -> None:
        while True:
            progress.step("rendering", 0, 0)
            running.set()

    handle = opened.start(job, otherwise=ended.append)
    assert running.wait(10)
    handle.stop()
    qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(ended[0], Cancelled)


def test_shutdown_stops_jobs(opened: Bridge, qtbot: QtBot) -> None:
    running = threading.Event()

    def job(_ws: Workspace, progress: Progress) -> None:
        while True:
            progress.step("rendering", 0, 0)
            running.set()

    opened.start(job)
    assert running.wait(10)
    opened.shutdown()
    assert not [thread for thread in threading.enumerate() if thread.name == "job"]


def test_what_another_program_commits_is_shown(opened: Bridge, path: Path, qtbot: QtBot) -> None:
    workspace = open_workspace(path)
    workspace.categories.create(None, "From outside", "en")
    workspace.close()
    with qtbot.waitSignal(opened.changed, timeout=10_000) as changed:
        pass
    assert changed.args[0].everything
