"""`make run`: opens the window on a fresh sample library, or does the main job without a screen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "run"
ARTICLE = "What does shipping cost?"


def has_screen() -> bool:
    """Whether a window can be shown here: always, except on Linux without X11 and Wayland."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def python(*arguments: object) -> None:
    """Run a module of the program with this Python; its failure ends the script with its code."""
    command = [sys.executable, "-m", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)


def draw_window(library: Path, picture: Path) -> None:
    """A picture of the window, drawn in memory. What Qt says of the missing screen is no news."""
    command = [sys.executable, "-m", "kbeditor.ui.picture", str(library), str(picture)]
    done = subprocess.run(
        [*command, "--article", ARTICLE],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        check=False,
        text=True,
    )
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr)
        sys.exit(done.returncode)


def without_screen() -> None:
    """The main job on the sample library: export as HTML and JSON, and a picture of the window."""
    print(
        "No screen here: exporting the sample library and drawing the window in memory instead.",
        flush=True,
    )
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    library, site, bundle, picture = (
        OUT / name for name in ("sample.kb", "site", "bundle", "window.png")
    )
    python("kbeditor", "sample", library)
    python("kbeditor", "export", library, site, "--format", "html")
    python("kbeditor", "export", library, bundle, "--format", "json", "--state", "draft")
    draw_window(library, picture)
    print(f"Help centre:  {site / 'index.html'}")
    print(f"JSON bundle:  {bundle}")
    print(f"Window:       {picture}")


if __name__ == "__main__":
    if has_screen():
        python("kbeditor", "--sample")
    else:
        without_screen()
