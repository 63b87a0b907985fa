"""Messages between the program and a rendering process: a length (4 bytes), then JSON."""

import json
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">I")


def write_message(stream: IO[bytes], message: Any) -> None:
    """Send one message. OSError when the other side is gone."""
    data = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def read_message(stream: IO[bytes]) -> Any | None:
    """The next message, or None at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return json.loads(data) if len(data) == length else None
