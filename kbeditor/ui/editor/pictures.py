"""Pasted, dropped or chosen pictures and files become attachments, and links to them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QDateTime, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from kbeditor.domain.changes import Changes, Outcome
from kbeditor.domain.errors import KbError
from kbeditor.domain.records import Attachment
from kbeditor.ui.bridge import Bridge
from kbeditor.ui.editor.inline_commands import escape_label

if TYPE_CHECKING:
    from kbeditor.app.workspace import Workspace

LARGEST = 50_000_000
"""Bytes of one file; larger ones do not belong into a help article."""

Reader = Callable[[], bytes]


def markdown_for(attachment: Attachment, description: str = "") -> str:
    """How a text shows a picture, or links to a file. Without description its name must do."""
    stem = Path(attachment.name).stem.replace("_", " ").replace("-", " ")
    label = escape_label(description or stem)
    if attachment.media_type.startswith("image/"):
        return f"![{label}](kb:{attachment.id})"
    return f"[{escape_label(attachment.name)}](kb:{attachment.id})"


def sources_in(data: QMimeData, name: str) -> list[tuple[str, Reader]]:
    """Names and readers of the files or the picture in pasted data. `name`: for a bare picture."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return [(path.name, reader(path)) for path in paths]
    image = data.imageData()
    if isinstance(image, QImage) and not image.isNull():
        encoded = _png(image)
        stamp = QDateTime.currentDateTime().toString("yyyy-MM-dd-HHmmss")
        return [(f"{name}-{stamp}.png", lambda: encoded)]
    return []


def files(paths: list[str]) -> list[tuple[str, Reader]]:
    """Names and readers of chosen files."""
    return [(Path(path).name, reader(Path(path))) for path in paths]


def add_all(bridge: Bridge, sources: list[tuple[str, Reader]], then: Callable[[str], None]) -> None:
    """Add everything to the library; `then` gets the Markdown for all of it.

    Files are read on the library's thread. One that cannot be read stops it, with its name.
    """

    def work(workspace: "Workspace") -> Outcome[str]:
        words, changes = [], Changes()
        for name, read in sources:
            outcome = workspace.attachments.add(name, read())
            words.append(markdown_for(outcome.value))
            changes |= outcome.changes
        return Outcome("\n\n".join(words), changes)

    if sources:
        bridge.run(work, then)


def reader(path: Path) -> Reader:
    """Reads a file that a person chose, within limits. Raises KbError with its name."""

    def read() -> bytes:
        try:
            if path.is_dir():
                raise KbError("is_folder", "{name} is a folder; choose files.", name=path.name)
            if path.exists() and not path.is_file():
                raise KbError(
                    "not_a_file", "{name} is a pipe or device; choose files.", name=path.name
                )
            if path.stat().st_size > LARGEST:
                raise KbError(
                    "file_too_large",
                    "{name} is larger than {most} MB; make it smaller first.",
                    name=path.name,
                    most=LARGEST // 1_000_000,
                )
            return path.read_bytes()
        except OSError as error:
            raise KbError(
                "cannot_read",
                "{name} cannot be read: {reason}.",
                name=str(path),
                reason=error.strerror or str(error),
            ) from error

    return read


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
