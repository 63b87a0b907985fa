"""When something was, and how long ago, in words."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

MINUTE, HOUR, DAY = 60, 3600, 86_400
WEEKS_FROM, MONTHS_FROM, YEARS_FROM = 14, 60, 730
"""Days from which on an age is told in weeks, months, years."""


def moment_words(moment: datetime) -> str:
    """Date and time as people here write them."""
    shown = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(shown, QLocale.FormatType.ShortFormat)


def age_words(since: str, now: datetime) -> str:
    """`3 days`: the time from an ISO 8601 moment (UTC) until now; "" for ""."""
    if not since:
        return ""
    moment = datetime.fromisoformat(since)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    seconds = max(0, int((now - moment).total_seconds()))
    translate = QCoreApplication.translate
    if seconds < HOUR:
        return translate("Age", "%Ln minute(s)", "", max(1, seconds // MINUTE))
    if seconds < DAY:
        return translate("Age", "%Ln hour(s)", "", seconds // HOUR)
    days = seconds // DAY
    if days < WEEKS_FROM:
        return translate("Age", "%Ln day(s)", "", days)
    if days < MONTHS_FROM:
        return translate("Age", "%Ln week(s)", "", days // 7)
    if days < YEARS_FROM:
        return translate("Age", "%Ln month(s)", "", days * 12 // 365)
    return translate("Age", "%Ln year(s)", "", days // 365)
