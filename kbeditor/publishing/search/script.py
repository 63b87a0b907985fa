"""The script of the site's search, put together from its parts."""

from pathlib import Path

_PARTS = ("files", "words", "engine", "page")


def search_script(folder: Path) -> bytes:
    """One script from the files in `folder`; nothing in it is seen by other scripts.

    Without comments and indentation: readers pay for each byte.
    """
    parts = [(folder / f"{name}.js").read_text("utf-8") for name in _PARTS]
    lines = (line.strip() for part in parts for line in part.splitlines())
    kept = [line for line in lines if line and not line.startswith("//")]
    return "\n".join(["(() => {", '"use strict";', *kept, "})();", ""]).encode()
