"""Rules of the house that neither ruff, mypy nor import-linter can hold."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kbeditor"
LONGEST_FILE = 400  # lines; a typical file has 50 to 250
# Files that are data in the shape of Python: their length says nothing about their ideas.
DATA_FOLDERS = ("migrations", "golden", "payloads")

# Written in two halves, so that this file does not hold what it forbids.
REGISTRY_HOSTS = tuple(
    name + ending
    for name, ending in (
        ("pypi", ".org"),
        ("pythonhosted", ".org"),
        ("npmjs", ".org"),
        ("npmjs", ".com"),
    )
)


def tracked_files(*patterns: str) -> list[Path]:
    """What belongs to the project here: tracked, or new and not ignored."""
    # A clone made by somebody else is read all the same.
    git = ["git", "-c", "safe.directory=*"]
    command = [*git, "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    files = {ROOT / line for line in listed.stdout.splitlines()}
    return sorted(file for file in files if file.is_file())


PYTHON_FILES = tracked_files("*.py")


def trees(files: list[Path]) -> Iterator[tuple[str, ast.Module]]:
    """Each file's path from the project's root, and its syntax tree."""
    for file in files:
        name = file.relative_to(ROOT).as_posix()
        yield name, ast.parse(file.read_text(encoding="utf-8"), filename=name)


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and absolute name of every import, wherever in the file it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.lineno, node.module


def swallows(handler: ast.ExceptHandler) -> bool:
    """Whether it catches everything and does nothing with it."""
    caught = ast.unparse(handler.type) if handler.type else "BaseException"
    idle = all(
        isinstance(statement, ast.Pass | ast.Continue)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for statement in handler.body
    )
    return idle and caught in ("Exception", "BaseException")


def sleeps(tree: ast.Module) -> Iterator[int]:
    """Lines that wait for a fixed time, which is either too long or not long enough."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = ast.unparse(node.func)
            if called in ("time.sleep", "QTest.qWait", "QThread.msleep", "qtbot.wait"):
                yield node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (node.lineno for alias in node.names if alias.name == "sleep")


def test_the_rules_recognise_what_they_forbid() -> None:
    tree = ast.parse(
        "import time\n"
        "from time import sleep\n"
        "time.sleep(1)\n"
        "try:\n    import PySide6.QtCore\nexcept Exception:\n    pass\n"
        "try:\n    print()\nexcept OSError:\n    pass\n"
    )
    handlers = [node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)]
    assert sorted(sleeps(tree)) == [2, 3]
    assert [swallows(handler) for handler in handlers] == [True, False]
    assert (5, "PySide6.QtCore") in set(imports(tree))
    assert PACKAGE / "shipped.py" in PYTHON_FILES


def test_every_module_says_what_lives_there() -> None:
    silent = [name for name, tree in trees(PYTHON_FILES) if not ast.get_docstring(tree)]
    assert silent == []


def test_no_file_holds_more_than_one_idea() -> None:
    long = {
        file.relative_to(ROOT).as_posix(): lines
        for file in PYTHON_FILES
        if not set(file.parts) & set(DATA_FOLDERS)
        and (lines := file.read_text(encoding="utf-8").count("\n")) > LONGEST_FILE
    }
    assert long == {}


def test_nothing_waits_for_a_fixed_time() -> None:
    assert [f"{name}:{line}" for name, tree in trees(PYTHON_FILES) for line in sleeps(tree)] == []


def test_no_error_is_swallowed() -> None:
    swallowed = [
        f"{name}:{node.lineno}"
        for name, tree in trees(PYTHON_FILES)
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and swallows(node)
    ]
    assert swallowed == []


def test_qt_is_imported_in_the_window_only() -> None:
    elsewhere = [
        f"{name}:{line}"
        for name, tree in trees(tracked_files("kbeditor/*.py", "tests/unit/*.py"))
        for line, module in imports(tree)
        if module.split(".")[0] in ("PySide6", "shiboken6", "pytestqt")
        and not name.startswith("kbeditor/ui/")
    ]
    assert elsewhere == []


@pytest.mark.parametrize("floor", ["domain", "shipped.py", "moving.py"])
def test_the_ground_floor_stands_on_the_standard_library_alone(floor: str) -> None:
    pattern = floor if floor.endswith(".py") else f"{floor}/*.py"
    foreign = [
        f"{name}:{line} {module}"
        for name, tree in trees(tracked_files(f"kbeditor/{pattern}"))
        for line, module in imports(tree)
        if module.split(".")[0] not in {*sys.stdlib_module_names, "kbeditor"}
    ]
    assert foreign == []


def test_no_file_names_a_registry_or_this_machine() -> None:
    forbidden = (*REGISTRY_HOSTS, f"{ROOT}/", f"{Path.home()}/")
    named = [
        f"{file.relative_to(ROOT)}: {word}"
        for file in tracked_files()
        for word in forbidden
        if word.encode() in file.read_bytes()
    ]
    assert named == []


def test_the_command_line_does_not_load_qt() -> None:
    script = (
        "import pkgutil, importlib, sys, kbeditor.__main__, kbeditor.cli\n"
        "for module in pkgutil.walk_packages(kbeditor.cli.__path__, 'kbeditor.cli.'):\n"
        "    importlib.import_module(module.name)\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in"
        " ('PySide6', 'shiboken6')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr
