"""Qt's states of windows and splitters, as the session keeps them."""

from PySide6.QtCore import QByteArray


def to_text(state: QByteArray) -> str:
    """Qt's state as text for JSON."""
    return bytes(state.toBase64().data()).decode("ascii")


def from_text(text: object) -> QByteArray:
    """The reverse; empty for anything else."""
    return (
        QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore")))
        if isinstance(text, str)
        else QByteArray()
    )
