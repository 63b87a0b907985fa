"""New ids: UUID version 7 as text (RFC 9562), so that later ones sort later."""

from uuid6 import uuid7


def new_id() -> str:
    """A fresh id."""
    return str(uuid7())
