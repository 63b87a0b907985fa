"""This person's settings and sessions: small JSON files, written whole and moved into place."""

import json
import logging
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

DEFAULTS: Mapping[str, Any] = {
    "who": "",  # empty: the account's name
    # Or "reviewer", "editor", "manager": whose work is shown, and what approving a block means.
    "person.role": "translator",
    "menus.all": False,  # menus hold what one's role does not need, too
    "theme": "system",
    "language": "",  # empty: the system's
    "editor.font": "",  # empty: the system's fixed font
    "editor.size": 13,
    "editor.wrap": True,
    "editor.line_numbers": False,
    "preview.scroll_together": True,
    "preview.parts": "target",  # of "source", "target", "both": what is rendered of a translation
    "translate.blocks": True,  # else as one Markdown text
    "start.reopen": True,
    "backups.folder": "",  # empty: among this person's own data
    "recent": [],
}


LARGEST = 8 * 1024**2
"""Bytes of such a file; what the program writes has a hundredth of it."""


class Store:
    """A flat JSON object in a file. A damaged file is set aside, never overwritten unseen."""

    def __init__(self, path: Path, defaults: Mapping[str, Any]) -> None:
        self.path = path
        self._defaults = defaults
        self._values: dict[str, Any] = self._read()

    def get(self, key: str, default: Any = None) -> Any:
        """The value of `key`, else its default: also where the value is of another kind."""
        standard = self._defaults.get(key, default)
        value = self._values.get(key, standard)
        return value if standard is None or _alike(value, standard) else standard

    def set(self, key: str, value: Any) -> None:
        """Keep a JSON value at once; one equal to the default is not written."""
        self.update({key: value})

    def update(self, values: Mapping[str, Any]) -> None:
        """Keep several JSON values in one write."""
        merged = {**self._values, **values}
        kept = {
            k: v for k, v in merged.items() if k not in self._defaults or v != self._defaults[k]
        }
        if kept != self._values:
            self._values = kept
            self._write()

    def _read(self) -> dict[str, Any]:
        try:
            found = self.path.stat()
            if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
                raise ValueError(f"no file, or larger than {LARGEST:,} bytes")
            values = json.loads(self.path.read_text(encoding="utf-8"), parse_constant=_refuse)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            log.warning("%s cannot be read (%s); it is set aside.", self.path, error)
            self._set_aside()
            return {}
        if isinstance(values, dict):
            return values
        self._set_aside()
        return {}

    def _set_aside(self) -> None:
        try:
            os.replace(self.path, self.path.with_suffix(".damaged.json"))
        except OSError as error:
            log.warning("%s cannot be set aside: %s", self.path, error)

    def _write(self) -> None:
        text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
            fresh.write_text(text, encoding="utf-8")
            os.replace(fresh, self.path)
        except OSError as error:  # a full or read-only disk must not stop the writing of articles
            log.warning("%s cannot be written: %s", self.path, error)


class Preferences(Store):
    """This person's settings, by the keys of `DEFAULTS`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, DEFAULTS)


class Sessions(Store):
    """The window's layout, and where one was in each library."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, {})


def _alike(value: object, standard: object) -> bool:
    """Whether a value is of the kind of its default. True is no number, and 13.5 is one as 13."""
    if isinstance(standard, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(standard, bool)
    if isinstance(standard, int | float):
        return isinstance(value, int | float)
    return isinstance(value, type(standard))


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is not a JSON number")
