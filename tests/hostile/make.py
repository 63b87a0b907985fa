"""All hostile inputs; `python -m tests.hostile.make FOLDER` writes them, each into a folder.

What `run.py` needs of them goes into `inputs.json`: this module holds many megabytes, and each
input is to be read in a process that has none of them.
"""

import json
import os
import sys
from pathlib import Path

from tests.hostile import bundles, libraries, markup, own, pages, pictures, tables, texts, zips
from tests.hostile.case import Case

CASES: tuple[Case, ...] = (
    *pages.CASES,
    *texts.CASES,
    *bundles.CASES,
    *zips.CASES,
    *markup.CASES,
    *tables.CASES,
    *pictures.CASES,
    *libraries.CASES,
    *own.CASES,
)


def makeable(case: Case) -> bool:
    """Whether this system has what the input is made of."""
    return not case.needs or (os.name == "posix" and sys.platform != "darwin")


def make(case: Case, folder: Path) -> Path:
    """Write an input into a new folder of its name; the path to read."""
    own_folder = folder / case.id
    own_folder.mkdir(parents=True)
    return case.make(own_folder)


def make_all(folder: Path, wanted: tuple[str, ...] = ("",)) -> None:
    """Write all inputs, or those whose names begin with one of the words that are wanted."""
    cases = [each for each in CASES if each.id.startswith(wanted) and makeable(each)]
    made = [(each.id, each.reader, str(make(each, folder))) for each in cases]
    (folder / "inputs.json").write_text(json.dumps(made), encoding="utf-8")


if __name__ == "__main__":
    make_all(Path(sys.argv[1]), tuple(sys.argv[2:]) or ("",))
