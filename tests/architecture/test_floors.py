"""The import contracts of pyproject.toml hold, and each of them can fail."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = ROOT / "pyproject.toml"
SECTION = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS = {contract["id"]: contract for contract in SECTION["contracts"]}
NAMES = {contract["name"]: contract["id"] for contract in SECTION["contracts"]}

# contract -> (file of a small copy of the house, the line that breaks the contract)
VIOLATIONS = {
    "floors": ("domain/records.py", "import kbeditor.translation"),
    "faces": ("cli/commands.py", "import kbeditor.services"),
    "storage": ("rendering/pipeline.py", "import kbeditor.storage"),
    "qt": ("app/workspace.py", "from PySide6.QtCore import QObject"),
    "sql": ("services/articles.py", "import sqlite3"),
    "markdown": ("publishing/build.py", "from markdown import Markdown"),
    "panes": ("ui/panes/tree.py", "from kbeditor.ui.panes import search"),
    "cycles": ("domain/tree.py", "from kbeditor.domain import records"),
}

# A house that keeps all the rules: what its files import, one line each.
HOUSE = {
    "__init__.py": "",
    "__main__.py": "import kbeditor.cli",
    "shipped.py": "",
    "moving.py": "",
    "domain/__init__.py": "",
    "domain/records.py": "from kbeditor.domain import tree",
    "domain/tree.py": "import kbeditor.shipped",
    "rendering/__init__.py": "import markdown",
    "rendering/pipeline.py": "import kbeditor.domain",
    "translation/__init__.py": "import kbeditor.rendering",
    "storage/__init__.py": "import sqlmodel",
    "publishing/__init__.py": "",
    "publishing/build.py": "import kbeditor.translation",
    "exchange/__init__.py": "",
    "services/__init__.py": "",
    "services/articles.py": "import kbeditor.storage",
    "app/__init__.py": "",
    "app/workspace.py": "import kbeditor.services.articles",
    "cli/__init__.py": "",
    "cli/commands.py": "import kbeditor.app.workspace",
    "ui/__init__.py": "import PySide6",
    "ui/panes/__init__.py": "",
    "ui/panes/tree.py": "import kbeditor.app.workspace",
    "ui/panes/search.py": "",
}


def lint(folder: Path) -> dict[str, bool]:
    """Contract id -> kept, as import-linter reports it for the package `kbeditor` in `folder`."""
    command = [
        sys.executable,
        "-c",
        "import sys; sys.path.insert(0, '.');"
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--config",
        str(PYPROJECT),
        "--no-cache",
    ]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    kept = {}
    for line in done.stdout.splitlines():
        name, _, verdict = line.rpartition(" ")
        # A contract that ignores something says so between its name and the verdict.
        if verdict in ("KEPT", "BROKEN") and name.strip() in NAMES:
            kept[NAMES[name.strip()]] = verdict == "KEPT"
    assert kept.keys() == CONTRACTS.keys(), done.stdout + done.stderr
    assert (done.returncode == 0) == all(kept.values()), done.stdout
    return kept


def build_house(folder: Path, extra: dict[str, str] | None = None) -> None:
    for name, line in HOUSE.items():
        file = folder / "kbeditor" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{line}\n{(extra or {}).get(name, '')}\n", encoding="utf-8")


def test_our_house_keeps_every_contract() -> None:
    assert all(lint(ROOT).values())


def test_a_house_that_keeps_the_rules_is_let_through(tmp_path: Path) -> None:
    build_house(tmp_path)
    assert all(lint(tmp_path).values())


def test_every_contract_has_a_violation_to_prove_it() -> None:
    assert VIOLATIONS.keys() == CONTRACTS.keys()


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_violation_breaks_its_contract(contract: str, tmp_path: Path) -> None:
    file, line = VIOLATIONS[contract]
    build_house(tmp_path, {file: line})
    assert lint(tmp_path)[contract] is False


def test_a_floor_that_no_contract_knows_is_refused(tmp_path: Path) -> None:
    build_house(tmp_path)
    (tmp_path / "kbeditor" / "attic").mkdir()
    (tmp_path / "kbeditor" / "attic" / "__init__.py").touch()
    assert lint(tmp_path)["floors"] is False


@pytest.mark.parametrize(("contract", "allowed"), [("sql", "storage"), ("markdown", "rendering")])
def test_a_library_is_forbidden_to_every_floor_but_one(contract: str, allowed: str) -> None:
    floors = {
        floor.strip()
        for layer in CONTRACTS["floors"]["layers"]
        for floor in layer.replace("|", " ").split()
    }
    named = {name.removeprefix("kbeditor.") for name in CONTRACTS[contract]["source_modules"]}
    assert named == floors - {allowed}


def test_qt_is_forbidden_to_every_floor_below_the_window() -> None:
    named = {name.removeprefix("kbeditor.") for name in CONTRACTS["qt"]["source_modules"]}
    sql = {name.removeprefix("kbeditor.") for name in CONTRACTS["sql"]["source_modules"]}
    assert named == (sql | {"storage"}) - {"__main__", "ui"}
