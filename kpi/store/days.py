"""Where a Vietnamese day ends, on the UTC line that stored times are on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from kpi.domain.period import VIETNAM


def end_of_day(day: date) -> datetime:
    """The first instant after a Vietnamese day, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), VIETNAM).astimezone(UTC)
