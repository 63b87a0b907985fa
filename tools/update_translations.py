"""Brings resources/i18n/*.ts up to date with the window's source texts (Qt Linguist's lupdate).

    python -m tools.update_translations            all languages that have a file
    python -m tools.update_translations de         begins another one, too

Texts that are new wait in the files as unfinished; those that nothing uses any more are taken out.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
SOURCES = ROOT / "kbeditor" / "ui"
PLURALS_ONLY = "en"
"""The source texts are English: only what counts something needs another form."""


def sources(root: Path = SOURCES) -> list[Path]:
    """All files with texts."""
    return sorted(root.rglob("*.py"))


def update(language: str, folder: Path = FOLDER) -> Path:
    """Bring one language's file up to date, or begin it."""
    target = folder / f"kbeditor_{language}.ts"
    tool = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
    words: list[str | Path] = [tool, "-silent", "-no-obsolete", "-locations", "none"]
    if language == PLURALS_ONLY:
        words.append("-pluralonly")
    words += ["-source-language", "en", "-target-language", language]
    words += [*sources(), "-ts", target]
    subprocess.run(words, check=True, cwd=ROOT)
    return target


def main(languages: Sequence[str]) -> int:
    """Update all files there are, and those of `languages`."""
    known = {path.stem.removeprefix("kbeditor_") for path in FOLDER.glob("kbeditor_*.ts")}
    for language in sorted(known | set(languages) | {PLURALS_ONLY}):
        print(update(language).relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
