"""The script of the site's search, put together from its parts."""

from pathlib import Path

_PARTS = ("files", "words", "engine", "page")


def search_script(folder: Path) -> bytes:
    """One script from the files in `folder`; nothing in it is seen by other scripts."""
    parts = [(folder / f"{name}.js").read_text("utf-8") for name in _PARTS]
    return ('(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n").encode()
