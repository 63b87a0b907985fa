"""Starts the program to be killed, reads what it confirms, and kills it at a given moment."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run_and_kill(
    arguments: list[str], enough: Callable[[list[str]], bool], cpu: float
) -> list[str]:
    """Run `writer_to_kill`, kill it `cpu` seconds after `enough(lines so far)`; all its lines.

    It is killed in the midst of its work, whatever that is: nothing in it may notice.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.writer_to_kill", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines: list[str] = []
    with process:
        for line in process.stdout:
            lines.append(line.strip())
            if enough(lines):
                break
        try:
            process.wait(cpu)
        except subprocess.TimeoutExpired:
            process.kill()
        lines += [line.strip() for line in process.stdout if line.endswith("\n")]
    return lines
