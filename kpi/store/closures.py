"""How far each period is on its way to closed. Every step is appended; the latest decides."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select

from kpi.domain.closing import Step, StepTaken
from kpi.domain.period import Period
from kpi.store.days import end_of_day
from kpi.store.tables import closures


def append_step(connection: Connection, plan: str, taken: StepTaken) -> None:
    """Appends a step, whether or not it follows from those before it."""
    row = {
        "plan": plan,
        "period": str(taken.period),
        "action": taken.step.value,
        "at": taken.at,
        "by": taken.by,
        "why": taken.why,
    }
    connection.execute(insert(closures).values(row))


def step_log(connection: Connection, plan: str, *, known_on: date | None = None) -> list[StepTaken]:
    """Every step of the plan's periods in the order they happened, or those up to a Vietnamese day's end."""
    seen = closures.c
    query = select(seen.period, seen.action, seen.at, seen.by, seen.why).where(seen.plan == plan)
    steps = [
        StepTaken(Period.parse(row.period), Step(row.action), row.at, row.by, row.why)
        for row in connection.execute(query.order_by(seen.id))
    ]
    return [s for s in steps if known_on is None or s.at < end_of_day(known_on)]


def closed_periods(connection: Connection, plan: str, *, known_on: date | None = None) -> set[str]:
    """The periods closed now, or at the end of the Vietnamese day `known_on`, in their written form."""
    latest = {str(taken.period): taken.step for taken in step_log(connection, plan, known_on=known_on)}
    return {period for period, step in latest.items() if step is Step.CLOSED}


def ever_closed(connection: Connection, plan: str) -> set[str]:
    """The periods closed at some time, reopened ones too, in their written form."""
    return {str(taken.period) for taken in step_log(connection, plan) if taken.step is Step.CLOSED}
