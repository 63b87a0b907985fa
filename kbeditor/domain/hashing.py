"""The content hash of a text: what tells whether two versions say the same."""

import hashlib
from collections.abc import Sequence


def content_hash(title: str, summary: str, keywords: Sequence[str], body: str) -> str:
    """SHA-256 (hexadecimal) over all that a reader sees of a text."""
    digest = hashlib.sha256()
    for part in (title, summary, "\x1f".join(keywords), body):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\x1e")
    return digest.hexdigest()
