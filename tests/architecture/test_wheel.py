"""What an installed kbeditor finds: the wheel carries the files that a checkout has beside it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: object, cwd: Path) -> str:
    """The command's output; a failure shows what it said."""
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("kbeditor-*.whl")
    return built


@pytest.mark.slow
def test_an_installed_wheel_finds_its_resources_and_its_sample(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--no-index"]
    run(*pip, "--no-deps", "--target", target, wheel, cwd=tmp_path)
    # -S keeps the checkout's editable install out of the way.
    script = (
        f"import sys; sys.path.insert(0, {str(target)!r});"
        "from kbeditor import shipped; print(shipped.resources()); print(shipped.sample_data())"
    )
    resources, sample = run(sys.executable, "-S", "-c", script, cwd=tmp_path).splitlines()
    for found, source in ((resources, ROOT / "resources"), (sample, ROOT / "sample_data")):
        assert Path(found).is_relative_to(target)
        there = {file.relative_to(found) for file in Path(found).rglob("*") if file.is_file()}
        here = {file.relative_to(source) for file in source.rglob("*") if file.is_file()}
        assert here, f"{source.name} is empty"
        assert {file for file in here if "__pycache__" not in file.parts} <= there


@pytest.mark.slow
def test_the_wheel_holds_the_program_and_its_licence_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "kbeditor/__init__.py" in names
    assert "kbeditor/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"kbeditor"}
