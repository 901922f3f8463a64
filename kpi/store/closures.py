"""Which periods are closed to imports. Closing and reopening are appended; the latest decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from kpi.domain.period import Period
from kpi.store.days import end_of_day
from kpi.store.tables import closures


class ClosureAction(StrEnum):
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class ClosureEntry:
    """One closing or reopening. `at` is in UTC; `why` is empty where no reason was asked for."""

    period: Period
    action: ClosureAction
    at: datetime
    by: str
    why: str


def close_period(connection: Connection, plan: str, period: Period, at: datetime, by: str) -> None:
    """Closes a period, whether or not it is closed already."""
    _append(connection, plan, ClosureEntry(period, ClosureAction.CLOSED, at, by, ""))


def reopen_period(connection: Connection, plan: str, period: Period, at: datetime, by: str, why: str) -> None:
    """Opens a period again, whether or not it is closed."""
    _append(connection, plan, ClosureEntry(period, ClosureAction.REOPENED, at, by, why))


def closed_periods(connection: Connection, plan: str, *, known_on: date | None = None) -> set[str]:
    """The periods closed now, or at the end of the Vietnamese day `known_on`, in their written form."""
    log = closure_log(connection, plan)
    if known_on is not None:
        log = [entry for entry in log if entry.at < end_of_day(known_on)]
    latest = {str(entry.period): entry.action for entry in log}
    return {period for period, action in latest.items() if action is ClosureAction.CLOSED}


def ever_closed(connection: Connection, plan: str) -> set[str]:
    """The periods closed at some time, reopened ones too, in their written form."""
    return {str(e.period) for e in closure_log(connection, plan) if e.action is ClosureAction.CLOSED}


def closure_log(connection: Connection, plan: str) -> list[ClosureEntry]:
    """Every closing and reopening of the plan's periods, in the order they happened."""
    seen = closures.c
    query = select(seen.period, seen.action, seen.at, seen.by, seen.why).where(seen.plan == plan)
    return [
        ClosureEntry(Period.parse(row.period), ClosureAction(row.action), row.at, row.by, row.why)
        for row in connection.execute(query.order_by(seen.id))
    ]


def _append(connection: Connection, plan: str, entry: ClosureEntry) -> None:
    row = {
        "plan": plan,
        "period": str(entry.period),
        "action": entry.action.value,
        "at": entry.at,
        "by": entry.by,
        "why": entry.why,
    }
    connection.execute(insert(closures).values(row))
