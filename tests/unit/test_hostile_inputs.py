"""Hundreds of harmful inputs: each gives what is expected, within five seconds and 300 MB."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.case import Case
from tests.hostile.make import CASES, makeable

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 5, 300
Outcomes = dict[str, dict[str, str | float]]

# Processes are forked and watched, which Windows has no way to do.
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no fork, no limits"),
    pytest.mark.xdist_group("hostile"),
]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """What came of each input, read in a process of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    for step in ("make", "run"):
        done = subprocess.run(
            [sys.executable, "-m", f"tests.hostile.{step}", str(folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
    lines = map(json.loads, done.stdout.splitlines())
    return {line["id"]: line for line in lines}


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_hostile_input_gives_what_is_expected(case: Case, outcomes: Outcomes) -> None:
    if not makeable(case):
        pytest.skip(f"there are no {case.needs} here")
    found = outcomes[case.id]
    assert found["code"] == case.code, found["said"]
    for words in case.words:
        assert words in str(found["said"])
    assert float(found["seconds"]) < SECONDS
    assert float(found["megabytes"]) < MEGABYTES


def test_there_are_inputs_of_every_kind() -> None:
    assert len(CASES) >= 150
    assert len({case.id for case in CASES}) == len(CASES)
    assert {case.reader for case in CASES} >= {
        *("import", "units", "memory", "glossary", "votes", "picture"),
        *("site", "library", "settings", "markdown"),
    }
