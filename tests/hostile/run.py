"""Reads each hostile input in a process of its own, watched: `python -m tests.hostile.run FOLDER`.

FOLDER is what `make.py` wrote. One line of JSON for each: what came of it, the processor's seconds and the megabytes it took. A
process that needs too much of either is ended.
"""

import json
import os
import resource
import select
import signal
import sys
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path

from kbeditor.domain.errors import KbError
from tests.hostile.readers import READERS

SECONDS, MEGABYTES = 5, 300
_PATIENCE = 60
"""Seconds by the clock: who waits for a pipe uses no processor, but other tests do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`code` is the error's, "" for none, "!" for one that nobody expects. `said`: all words."""

    id: str
    code: str
    said: str
    seconds: float
    megabytes: float


def _read(case_id: str, reader: str, path: Path) -> Outcome:
    code, said = "", ""
    try:
        said = "\n".join(READERS[reader](path))
    except KbError as error:
        code, said = error.code, str(error)
    except BaseException:
        code, said = "!", traceback.format_exc()
    own, children = (
        resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    used = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Outcome(
        case_id,
        code,
        said if len(said) < 10_000 else said[:5_000] + said[-5_000:],
        used,
        max(own.ru_maxrss, children.ru_maxrss) / unit,
    )


def _watched(case_id: str, reader: str, path: Path) -> Outcome:
    """What came of it in a process that is ended when it takes too long."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        # Twice as much, so that it is told by how much it was too much.
        resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))
        try:
            outcome = json.dumps(asdict(_read(case_id, reader, path)))
            with os.fdopen(writing, "w", encoding="utf-8", errors="replace") as out:
                out.write(outcome)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        there, _, _ = select.select([answer], [], [], _PATIENCE)
        if not there:
            os.kill(child, signal.SIGKILL)
        said = answer.read() if there else ""
    os.waitpid(child, 0)
    if not said:
        return Outcome(case_id, "!", "it never ended" if not there else "it was ended", 0, 0)
    return Outcome(**json.loads(said))


def main() -> None:
    """Go through all inputs."""
    inputs = json.loads((Path(sys.argv[1]) / "inputs.json").read_text(encoding="utf-8"))
    for case_id, reader, path in inputs:
        sys.stdout.write(json.dumps(asdict(_watched(case_id, reader, Path(path)))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
