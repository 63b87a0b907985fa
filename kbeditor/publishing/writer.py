"""Writing a site with its manifest: as a whole, or not at all."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kbeditor.domain.errors import KbError
from kbeditor.publishing.places import FolderPlace, ZipPlace

MANIFEST = "manifest.json"
FORMAT = "kbeditor-site"
FORMAT_VERSION = 1


class SiteWriter:
    """Takes the site's files; nothing is seen at the target before `finish`.

    A context manager: left without `finish`, it removes all it wrote. Raises KbError
    `target_not_ours` when something else lies at the target, `cannot_write` when the disk refuses.
    """

    def __init__(self, target: Path, zipped: bool) -> None:
        self.files: dict[str, tuple[str, int]] = {}
        try:
            self._place = ZipPlace(target) if zipped else FolderPlace(target)
            found = self._place.existing(MANIFEST)
        except OSError as error:
            raise cannot_write(target, error) from error
        if found is not None and not is_ours(found):
            raise KbError(
                "target_not_ours",
                "{path} holds other files. Choose a new or empty place, or an earlier export.",
                path=str(target),
            )
        self._target = target

    def __enter__(self) -> "SiteWriter":
        try:
            self._place.open()
        except OSError as error:
            raise cannot_write(self._target, error) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._place.discard()

    def write(self, address: str, data: bytes | str, sha256: str | None = None) -> None:
        """Write one file. `sha256`: where it is known already."""
        content = data.encode() if isinstance(data, str) else data
        try:
            self._place.put(address, content)
        except OSError as error:
            raise cannot_write(self._target, error) from error
        self.files[address] = (sha256 or hashlib.sha256(content).hexdigest(), len(content))

    def finish(self, head: Mapping[str, Any], pages: Mapping[str, Any]) -> None:
        """Write the manifest, last, and move the whole in."""
        try:
            self._place.put(MANIFEST, manifest_text(head, self.files, pages).encode())
            self._place.publish()
        except OSError as error:
            raise cannot_write(self._target, error) from error


def manifest_text(
    head: Mapping[str, Any], files: Mapping[str, tuple[str, int]], pages: Mapping[str, Any]
) -> str:
    """The manifest: what made the site, each file's SHA-256 and size, what each page shows."""
    first = {"format": FORMAT, "format_version": FORMAT_VERSION, **head}
    lines = [f"{_json(key)}: {_json(value)}" for key, value in first.items()]
    lines.append(f'"files": {_listed({name: list(files[name]) for name in sorted(files)})}')
    lines.append(f'"pages": {_listed({name: pages[name] for name in sorted(pages)})}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def is_ours(manifest: bytes) -> bool:
    """Whether these are the bytes of a manifest that an earlier export wrote."""
    try:
        found = json.loads(manifest)
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("format") == FORMAT


def cannot_write(target: Path, error: OSError) -> KbError:
    """The expected error for a disk or folder that refuses."""
    return KbError(
        "cannot_write",
        "{path} cannot be written: {reason}.",
        path=str(target),
        reason=error.strerror or str(error),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _listed(items: Mapping[str, Any]) -> str:
    """An object with one line per entry, so that two manifests can be compared by eye."""
    return "{\n" + ",\n".join(f"{_json(key)}: {_json(items[key])}" for key in items) + "\n}"
