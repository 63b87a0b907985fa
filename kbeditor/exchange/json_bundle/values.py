"""The values that all files of a bundle are made of."""

from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]


def time(value: datetime) -> str:
    """ISO 8601 in UTC, with `Z`; as precise as it is stored."""
    return value.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"
