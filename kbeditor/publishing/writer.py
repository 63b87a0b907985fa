"""Writing a site with its manifest: as a whole, or not at all; what did not change is kept."""

import hashlib
from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from kbeditor.domain.errors import KbError
from kbeditor.publishing.earlier import Earlier, bytes_of, hidden, look, recalled, untouched
from kbeditor.publishing.manifest import MANIFEST, Manifest, is_ours, write_manifest
from kbeditor.publishing.memory import FILE as MEMORY
from kbeditor.publishing.memory import PLAN, SHOWN, Memory, Shown, write_memory, write_shown
from kbeditor.publishing.places import FolderPlace, ZipPlace


class SiteWriter:
    """Takes the site's files; nothing is seen at the target before `finish`.

    A context manager: left without `finish`, it removes all it wrote. Raises KbError
    `target_not_ours` when something else lies at the target, `cannot_write` when the disk refuses.
    Of the build that lies in a target folder files are kept, of a .zip none. `written` counts the
    files that differ from it.
    """

    def __init__(self, target: Path, zipped: bool) -> None:
        self.files: dict[str, tuple[str, int]] = {}
        self.written = 0
        self._ours = False
        self._target = target
        try:
            self._place = ZipPlace(target) if zipped else FolderPlace(target)
            found = self._place.existing(MANIFEST)
            if found is not None and not is_ours(found) and not self._remembered():
                raise KbError(
                    "target_not_ours",
                    "{path} holds other files. Choose a new or empty place, or an earlier export.",
                    path=str(target),
                )
            self._ours = found is not None
        except OSError as error:
            raise cannot_write(target, error) from error

    def same_as(self, made_of: str) -> Memory | None:
        """What the last build remembers, if it was made of the same and is there as a whole."""
        if not self._ours or not isinstance(self._place, FolderPlace):
            return None
        try:
            memory = recalled(self._place.target)
            if memory is None or memory.made_of != made_of:
                return None
            if untouched(self._place.target, memory):
                return memory
        except OSError as error:
            raise cannot_write(self._target, error) from error
        return memory if self.earlier and self.earlier.whole else None

    @cached_property
    def earlier(self) -> Earlier | None:
        """The build that lies in the target folder, if its manifest is whole; None for a .zip."""
        if not self._ours or not isinstance(self._place, FolderPlace):
            return None
        try:
            return look(self._place.target)
        except OSError as error:
            raise cannot_write(self._target, error) from error

    @cached_property
    def plan(self) -> bytes:
        """The plan that the build in the target folder kept; b"" where there is none."""
        if not self._ours or not isinstance(self._place, FolderPlace):
            return b""
        try:
            return bytes_of(self._place.target / PLAN)
        except OSError as error:
            raise cannot_write(self._target, error) from error

    @cached_property
    def foreign(self) -> tuple[str, ...]:
        """Files at the target that no build made; they stay there."""
        if not self._ours or not isinstance(self._place, FolderPlace):
            return ()
        return self.earlier.foreign if self.earlier else hidden(self._place.target)

    def __enter__(self) -> "SiteWriter":
        try:
            self._place.open()
        except OSError as error:
            raise cannot_write(self._target, error) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._place.discard()

    def _remembered(self) -> bool:
        """Whether a build was here whose manifest was lost."""
        return isinstance(self._place, FolderPlace) and (self._place.target / MEMORY).is_file()

    def write(self, address: str, data: bytes | str, sha256: str | None = None) -> None:
        """Write one file, or keep the one there with the same bytes. `sha256`: where known."""
        content = data.encode() if isinstance(data, str) else data
        entry = (sha256 or hashlib.sha256(content).hexdigest(), len(content))
        if self.keep(address, entry):
            return
        try:
            self._place.put(address, content)
        except OSError as error:
            raise cannot_write(self._target, error) from error
        self.written += 1
        self.files[address] = entry

    def keep(self, address: str, entry: tuple[str, int] | None = None) -> bool:
        """Keep the file of the earlier build, if there is a sound one (and it is as `entry` says).

        `entry` is SHA-256 and size in bytes.
        """
        if self.earlier is None or address not in self.earlier.sound:
            return False
        known = self.earlier.manifest.files[address]
        if entry is not None and entry != known:
            return False
        assert isinstance(self._place, FolderPlace)
        try:
            self._place.keep(address)
        except OSError as error:
            raise cannot_write(self._target, error) from error
        self.files[address] = known
        return True

    def keep_all(self, addresses: Collection[str]) -> None:
        """Keep files of the earlier build that are known to be sound."""
        assert self.earlier is not None
        assert isinstance(self._place, FolderPlace)
        known = self.earlier.manifest.files
        try:
            self._place.keep_all(addresses)
        except OSError as error:
            raise cannot_write(self._target, error) from error
        self.files.update((address, known[address]) for address in addresses)

    def had(self, address: str, sha256: str) -> bool:
        """Whether the earlier build wrote a file with that SHA-256, and it is there."""
        earlier = self.earlier
        return (
            earlier is not None
            and address in earlier.sound
            and earlier.manifest.files[address][0] == sha256
        )

    def read_earlier(self, address: str) -> bytes | None:
        """A file of the earlier build, None where it is not there or not as it was."""
        if self.earlier is None or address not in self.earlier.sound:
            return None
        assert isinstance(self._place, FolderPlace)
        try:
            return (self._place.target / address).read_bytes()
        except OSError as error:
            raise cannot_write(self._target, error) from error

    def finish(
        self, manifest: Manifest, memory: Memory, shown: Shown, plan: bytes
    ) -> tuple[str, ...]:
        """Write the manifest, last, and move the whole in. `manifest.files` must be `files`.

        `plan` is kept for the next build; b"" for the one that the last build kept.

        Returns foreign files that stood where the site needed the place, and are gone.
        """
        data = write_manifest(manifest)
        try:
            lost = self._keep_foreign()
            if isinstance(self._place, FolderPlace):
                self._place.put(MEMORY, write_memory(memory, data))
                self._place.put(SHOWN, write_shown(shown, data))
                if plan:
                    self._place.put(PLAN, plan)
                elif self.plan:
                    self._place.keep(PLAN)
            self._place.put(MANIFEST, data)
            self._place.publish()
        except OSError as error:
            raise cannot_write(self._target, error) from error
        return lost

    def _keep_foreign(self) -> tuple[str, ...]:
        if not isinstance(self._place, FolderPlace) or not self.foreign:
            return ()
        taken = {name.casefold() for name in self.files}
        folders = {parent for name in taken for parent in _folders(name)}
        lost = []
        for address in self.foreign:
            key = address.casefold()
            if key in taken or key in folders or any(each in taken for each in _folders(key)):
                lost.append(address)
            else:
                self._place.keep_foreign(address)
        return tuple(lost)


def _folders(address: str) -> list[str]:
    """The folders that a file lies in: "a/b/c.html" gives "a", "a/b"."""
    parts = address.split("/")[:-1]
    return ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]


def cannot_write(target: Path, error: OSError) -> KbError:
    """The expected error for a disk or folder that refuses."""
    return KbError(
        "cannot_write",
        "{path} cannot be written: {reason}.",
        path=str(target),
        reason=error.strerror or str(error),
    )
