"""Sites that are built only to be looked at: the last ones stay, older ones make room."""

import os
import time
from pathlib import Path

from kbeditor.moving import remove

KEPT = 4
"""So many sites of other libraries stay beside the one in use."""
IN_USE_SECONDS = 24 * 3600
"""What was used so lately may be served by another window of the program."""


def use(folder: Path) -> None:
    """Note that a library's folder is used now, and remove those that were not used for longest.

    `folder` need not be there yet; its parent holds nothing but such folders.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.is_dir():
        os.utime(folder)
    now = time.time()
    used = sorted(
        ((each.stat().st_mtime, each.name) for each in folder.parent.iterdir() if each != folder),
        reverse=True,
    )
    for when, name in used[KEPT:]:
        if now - when > IN_USE_SECONDS:
            remove(folder.parent / name)
