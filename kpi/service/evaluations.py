"""Verdicts of a plan: what is known of it, judged as the law stood on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi.domain.evaluation import Evaluation, Evaluator
from kpi.domain.period import Period
from kpi.domain.plan import Plan
from kpi.domain.trend import Trend, trend
from kpi.service import settings
from kpi.service.program import Program
from kpi.store import closures, observations
from kpi.store.observations import HistoryEntry, StoredObservation


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of a plan: an evaluator over its figures, and where each figure came from."""

    evaluator: Evaluator
    stored: tuple[StoredObservation, ...]

    @property
    def plan(self) -> Plan:
        return self.evaluator.plan

    @property
    def as_of(self) -> date:
        return self.evaluator.as_of

    @property
    def illustrative(self) -> bool:
        """Whether any figure is made up to show the program."""
        return any(s.illustrative for s in self.stored)

    @property
    def empty(self) -> bool:
        return not self.stored

    def latest_period(self) -> Period:
        """The last whole year with a figure; without one, the last year that is over."""
        years = [p for p in self.evaluator.actuals.periods() if p.is_year]
        return max(years, default=Period(self.as_of.year - 1))


def know(
    program: Program, plan_id: str, *, as_of: date | None = None, known_on: date | None = None
) -> Knowledge:
    """What is known of a plan. `as_of` picks the revision of each target, `known_on` what had been sent by then."""
    plan = program.plan(plan_id)
    with program.database.read() as connection:
        stored = observations.live_observations(connection, plan.id, known_on=known_on)
        closed = closures.closed_periods(connection, plan.id, known_on=known_on)
    evaluator = Evaluator(
        plan,
        program.units,
        (s.observation for s in stored),
        (Period.parse(text) for text in closed),
        as_of or settings.today(),
    )
    return Knowledge(evaluator, tuple(stored))


def evaluate(
    knowledge: Knowledge, period: Period | None = None, unit_id: str | None = None
) -> list[Evaluation]:
    """The verdicts on a period, or on all; of all units, or of one."""
    evaluator = knowledge.evaluator
    periods = [period] if period else evaluator.periods()
    return [e for p in periods for e in evaluator.evaluate_period(p, unit_id)]


def trends(knowledge: Knowledge, period: Period | None = None, unit_id: str | None = None) -> list[Trend]:
    """How the directions without a figure move, where there are figures."""
    evaluator = knowledge.evaluator
    periods = [period] if period else evaluator.periods()
    found = (
        trend(evaluator.actuals, direction, unit, p)
        for p in periods
        for direction in evaluator.plan.directions
        for unit in evaluator.units.of_province(evaluator.plan.province)
        if unit_id in (None, unit.id)
    )
    return [t for t in found if t is not None]


def history(program: Program, plan_id: str, indicator: str, unit: str, period: Period) -> list[HistoryEntry]:
    """Every value a figure ever had, in the order they came."""
    with program.database.read() as connection:
        return observations.history(connection, plan_id, indicator, unit, period)
