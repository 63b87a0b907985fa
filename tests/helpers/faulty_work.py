"""Does a work again and again in forked copies of itself, each with another write that fails.

Run as `python -m tests.helpers.faulty_work WORK LIBRARY FOLDER SCRATCH ERRNO ALL STEP FIRST` with
`write_faults.c` preloaded; writes one JSON object per line: `{"writes": N}`, then for each failing
write what was raised and what is the matter afterwards (`bad`, empty when all is well).
"""

import ctypes
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kbeditor.app.opening import open_workspace
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Kind, Ref, TextRef
from kbeditor.services.repairing import repair
from kbeditor.storage.checking_file import full_check

shim = ctypes.CDLL(None)


class Case:
    """One work on fresh copies, in a scratch folder."""

    def __init__(self, library: Path, folder: Path, scratch: Path) -> None:
        self.template, self.folder, self.scratch = library, folder, scratch
        self.library = scratch / "shop.kb"
        self.target = scratch / "out"

    def reset(self) -> None:
        """Everything as it was at first."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.target.mkdir(parents=True)
        shutil.copy(self.template, self.library)

    def save(self) -> None:
        """Write a text."""
        ws = open_workspace(self.library, "Ada")
        try:
            ref = TextRef(Ref(Kind.ARTICLE, ws.tree.skeleton("en").articles[0].id), "en")
            text = ws.texts.get(ref)
            assert text is not None
            ws.texts.save(ref, text.version, body="words and words " * 3000)
        finally:
            ws.close()

    def migrate(self) -> None:
        """Open a library of an older format."""
        open_workspace(self.library, "Ada").close()

    def take_in(self) -> None:
        """Import a folder."""
        ws = open_workspace(self.library, "Ada")
        try:
            ws.importing.apply(ws.importing.plan(self.folder))
        finally:
            ws.close()

    def export(self, format_id: str, name: str) -> None:
        """Write the help centre or the bundle."""
        ws = open_workspace(self.library, "Ada")
        try:
            ws.exporting.export(format_id, self.target / name)
        finally:
            ws.close()

    def back_up(self) -> None:
        """A copy of the library."""
        ws = open_workspace(self.library, "Ada")
        try:
            ws.backups.write(self.target / "copy.kb")
        finally:
            ws.close()

    def repair(self) -> None:
        """What is left of the library, in a new one."""
        new = self.target / "new.kb"
        new.unlink(missing_ok=True)
        repair(self.library, new)

    def works(self) -> dict[str, Callable[[], None]]:
        """All of them, by name."""
        return {
            "save": self.save,
            "migrate": self.migrate,
            "import": self.take_in,
            "html": lambda: self.export("html", "site"),
            "zip": lambda: self.export("html", "site.zip"),
            "json": lambda: self.export("json", "bundle"),
            "json_zip": lambda: self.export("json", "bundle.zip"),
            "backup": self.back_up,
            "repair": self.repair,
        }

    def state(self) -> dict[str, bytes]:
        """What lies in the target folder: names and bytes, hidden ones, too."""
        return {
            str(each.relative_to(self.target)): _content(each)
            for each in sorted(self.target.rglob("*"))
            if each.is_file()
        }


def _content(path: Path) -> bytes:
    # Two copies of a library, or two zips with their times, are the same when they are as large.
    return (
        str(path.stat().st_size // 200_000).encode() if path.suffix == ".kb" else path.read_bytes()
    )


def in_child(work: Callable[[], None], at: int, every: int, error: int) -> dict[str, Any]:
    """Run a work in a copy of this process; how it ended, and how many operations it took."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        answer: dict[str, Any] = {"code": "", "said": ""}
        shim.kb_arm(at, every, error)
        try:
            work()
        except KbError as raised:
            answer = {"code": raised.code, "said": str(raised)}
        except BaseException as raised:  # whatever it is: it is told
            answer = {"code": type(raised).__name__, "said": traceback.format_exc(limit=-6)}
            answer["unexpected"] = True
        answer["writes"] = shim.kb_count()
        os.write(writer, json.dumps(answer).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return json.loads(said) if said else {"code": "killed", "said": "", "unexpected": True}


def look(case: Case, work: Callable[[], None], ended: dict[str, Any], whole: Any) -> list[str]:
    """What is the matter after a work that may have failed; then it is done without faults."""
    bad = []
    if ended.get("unexpected"):
        bad.append(ended["said"])
    found = full_check(case.library)
    bad += [f"{each.code}: {each.place}" for each in found]
    state = case.state()
    if state not in ({}, whole) or (not ended["code"] and state != whole):
        names = sorted(set(state) ^ set(whole)) or [n for n in state if state[n] != whole[n]]
        bad.append(f"{len(state)} of {len(whole)} files are in place: {names[:4]}")
    left = {each.name for each in case.scratch.iterdir()} - {
        *("shop.kb", "shop.kb-wal", "shop.kb-shm", "out")
    }
    if left:
        bad.append(f"left behind: {left}")
    again = in_child(work, 0, 0, 0)
    if again["code"]:
        bad.append(f"cannot be done afterwards: {again['code']} {again['said']}")
    elif case.state() != whole:
        bad.append("differs when done afterwards")
    return bad


def tell(value: dict[str, Any]) -> None:
    """One line for who called."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Do as the arguments say."""
    name, library, folder, scratch, error, every, step, first = sys.argv[1:]
    case = Case(Path(library), Path(folder), Path(scratch))
    work = case.works()[name]
    case.reset()
    ended = in_child(work, 0, 0, 0)
    whole = case.state()
    tell({"writes": ended["writes"], "code": ended["code"], "said": ended["said"]})
    # A negative step: that many tries, spread over all.
    stride = int(step) if int(step) > 0 else max(1, ended["writes"] // -int(step))
    for at in range(int(first), ended["writes"] + 1, stride):
        case.reset()
        ended = in_child(work, at, int(every), int(error))
        ended["at"], ended["bad"] = at, look(case, work, ended, whole)
        tell(ended)


if __name__ == "__main__":
    main()
