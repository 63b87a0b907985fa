"""Start: the window, or (when the first argument says so) the command line, which knows no Qt."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from kbeditor.app.paths import own_paths


def names_library(argument: str) -> bool:
    """Whether a first argument is a library to open in the window, and not a command."""
    return Path(argument).suffix == ".kb" or "/" in argument or "\\" in argument


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words == ["--sample"] or (len(words) == 1 and names_library(words[0])):
        return show_window(words)
    return run_command(words)


def show_window(words: Sequence[str]) -> int:
    """The window. It is imported here, so that the command line starts without Qt."""
    gc.disable()  # what the start makes stays; then `Collector` sees to it
    from kbeditor.ui.application import run
    from kbeditor.ui.start import Start

    sample = list(words) == ["--sample"]
    library = Path(words[0]) if words and not sample else None
    return run(Start(library, sample), own_paths())


def run_command(words: Sequence[str]) -> int:
    """The command line."""
    from kbeditor.cli.main import app

    app(list(words), prog_name="kbeditor")
    return 0


if __name__ == "__main__":
    sys.exit(main())
