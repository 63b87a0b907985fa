"""One round of fuzzing, in a process of its own: `python -m benchmarks.fuzz_round READER …`."""

import logging
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris  # Linux only, and only for who fuzzes

# What is watched, so that inputs that get further are found: our readers, and theirs in Python.
with atheris.instrument_imports(
    include=[
        *("kbeditor", "zipfile", "json", "csv", "yaml", "imagesize", "polib", "langcodes"),
        *("markdown", "markdown_it", "xml.etree"),
    ]
):
    from benchmarks import fuzz_readers
    from kbeditor.domain.errors import KbError


def main() -> None:
    """Hand inputs to the reader until libFuzzer has enough."""
    name = sys.argv.pop(1)
    logging.disable()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        read = fuzz_readers.prepared(name, Path(folder))

        def once(data: bytes) -> None:
            with suppress(KbError):
                read(data)

        atheris.Setup(sys.argv, once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
