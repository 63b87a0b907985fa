"""What a file's bytes are, whatever its name says: media type, size in pixels, a fitting name."""

from dataclasses import dataclass
from io import BytesIO

import imagesize

from kbeditor.exchange import svg

LARGEST_PICTURE = 20 * 1024 * 1024  # bytes
MOST_PIXELS = 100_000_000
"""As many as large cameras have; unpacked, each takes four bytes of a reader's memory."""
LARGEST_FILE = 50 * 1024 * 1024
LARGEST_SVG = 2 * 1024 * 1024

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
)
# Endings that fit a type; the first is given to a file whose own does not fit. A picture that is
# called `page.html` would otherwise be served as a page.
_ENDINGS = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg", ".jfif"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "image/svg+xml": (".svg",),
    "application/pdf": (".pdf",),
}
# Files to download: kinds that no browser runs as a page.
_DOWNLOADS = {
    ".zip": "application/zip",
    ".gz": "application/gzip",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".json": "application/json",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".rtf": "application/rtf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ics": "text/calendar",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".svg", ".bmp", ".avif")


class NotTaken(ValueError):
    """The file may not become an attachment; the message says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Media:
    """A file that may become an attachment. `data` is what to store (an SVG comes cleaned)."""

    name: str
    media_type: str
    width: int | None
    height: int | None
    data: bytes


def limit_for(name: str) -> int:
    """How many bytes a file of this name may have."""
    return LARGEST_PICTURE if name.lower().endswith(PICTURE_ENDINGS) else LARGEST_FILE


def examine(name: str, data: bytes) -> Media:
    """Find out what a file is. Raises NotTaken."""
    media_type = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        media_type = "image/webp"
    if media_type == "application/pdf":
        return Media(fitting(name, media_type), media_type, None, None, data)
    if media_type:
        return _picture(name, media_type, data)
    ending = _ending(name)
    if ending == ".svg":
        return _drawing(name, data)
    if ending in PICTURE_ENDINGS:
        raise NotTaken("its bytes are not a picture of a kind that browsers show")
    if ending not in _DOWNLOADS:
        raise NotTaken("files of this kind are not taken along")
    return Media(name, _DOWNLOADS[ending], None, None, data)


def _picture(name: str, media_type: str, data: bytes) -> Media:
    if len(data) > LARGEST_PICTURE:
        raise NotTaken(f"a picture may have {LARGEST_PICTURE:,} bytes")
    width, height = imagesize.get(BytesIO(data))
    if width <= 0 or height <= 0:
        raise NotTaken("it is damaged: a picture without width and height")
    if width * height > MOST_PIXELS:
        raise NotTaken(f"a picture may have {MOST_PIXELS:,} pixels")
    return Media(fitting(name, media_type), media_type, int(width), int(height), data)


def _drawing(name: str, data: bytes) -> Media:
    if len(data) > LARGEST_SVG:
        raise NotTaken(f"an SVG drawing may have {LARGEST_SVG:,} bytes")
    try:
        cleaned, width, height = svg.clean(data)
    except svg.NotDrawable as error:
        raise NotTaken(str(error)) from error
    return Media(name, "image/svg+xml", width, height, cleaned)


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def fitting(name: str, media_type: str) -> str:
    """The name with an ending that fits the media type; as it is where we know no such type."""
    endings = _ENDINGS.get(media_type) or tuple(
        ending for ending, kind in _DOWNLOADS.items() if kind == media_type
    )
    return name if not endings or _ending(name) in endings else name + endings[0]
