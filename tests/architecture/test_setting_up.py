"""What `make run` and `make test` stand on: pins, a fitting Python, the system's libraries."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tools import run, system_packages

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def name_of(requirement: str) -> str:
    """The normalised name of the package that a requirement line asks for."""
    (name,) = re.findall(r"^[\w.-]+", requirement)
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, str]:
    """Package -> its whole entry in constraints.txt, with its hashes."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {name_of(entry): entry for entry in entries}


def test_every_package_is_pinned_with_hashes() -> None:
    loose = [
        entry
        for entry in pinned().values()
        if not re.match(r"[\w.-]+==[\w.]+ ", entry) or "--hash=sha256:" not in entry
    ]
    assert loose == []


def test_everything_the_project_asks_for_is_pinned() -> None:
    asked = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["build-system"]["requires"],
    ]
    assert {name_of(requirement) for requirement in asked} <= pinned().keys()


@pytest.mark.skipif(sys.platform == "win32", reason="set_up.sh is for systems with a shell")
def test_an_unfit_python_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    script = shutil.copy(ROOT / "tools" / "set_up.sh", tmp_path / "tools")
    done = subprocess.run(["sh", script, "/bin/false"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "3.11, 3.12 or 3.13" in done.stderr
    assert "/bin/false" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_screen_is_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not run.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert run.has_screen()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert run.has_screen()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks Qt's libraries")
def test_a_library_that_the_system_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = ("libnosuch1t64", "libnosuch1")
    monkeypatch.setitem(system_packages.QT_LIBRARIES, "libnosuch.so.1", packages)
    assert system_packages.missing_for("run")["libnosuch.so.1"] == packages
    assert system_packages.missing_for("set-up") == {}


@pytest.mark.skipif(not shutil.which("apt-cache"), reason="the system has no apt")
def test_of_two_names_the_one_this_release_knows_is_taken() -> None:
    missing = {"a": ("libnosuch1t64", "libc6"), "b": ("libc6", "libnosuch1")}
    assert system_packages.known_packages(missing) == ["libc6"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks Qt's libraries")
def test_without_apt_what_is_missing_is_said_and_the_work_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(system_packages.QT_LIBRARIES, "libnosuch.so.1", ("libnosuch1",))
    monkeypatch.setenv("PATH", "")
    assert system_packages.main("run") == 0
    assert "libnosuch.so.1" in capsys.readouterr().out
