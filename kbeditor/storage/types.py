"""Column types: times as UTC text, one form on every database."""

from datetime import UTC, datetime

from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from kbeditor.domain.errors import KbError
from kbeditor.storage.faults import DAMAGED


class UtcTime(TypeDecorator[datetime]):
    """A time-zone-aware datetime, kept as ISO 8601 text in UTC: it sorts and reads anywhere."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Datetime to text."""
        return None if value is None else to_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Text to datetime."""
        return None if value is None else from_text(value)


def to_text(moment: datetime) -> str:
    """ISO 8601 with microseconds and Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_text(text: str) -> datetime:
    """The datetime of what `to_text` wrote. Raises KbError `damaged` for anything else."""
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise KbError("damaged", DAMAGED) from error


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
