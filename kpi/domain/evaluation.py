"""The three answers on one indicator, unit and period: is the law met, is the pace enough, where does it lead.

They are never folded into one. Compliance compares the figure with the target in force in that period;
pace and outlook are this program's own reading aids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from kpi.domain.actuals import Actual, Actuals, Coverage, Series
from kpi.domain.gap import missing_from_growth, missing_from_share
from kpi.domain.measure import Measure, Reason, increase_base, measure
from kpi.domain.observation import Observation, Stage
from kpi.domain.outlook import Outlook, outlook
from kpi.domain.pace import Pace, pace
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind, Operator, Plan, Target
from kpi.domain.unit import Level, ReportingUnit, UnitRegister

_WHOLE = Fraction(100)  # a share of 100 % can't be exceeded, however many are added


class Compliance(StrEnum):
    MET = "met"
    MISSED = "missed"
    NOT_DUE = "not-due"
    NO_DATA = "no-data"
    NOT_ASSESSABLE = "not-assessable"


class Verdict(NamedTuple):
    """Compliance and the gap. Points are actual − target in percentage points, units the whole number missing.

    Of a target not yet due the gap is the distance to it. `base` is what growth or increase was measured on.
    """

    compliance: Compliance
    reason: Reason | None = None
    gap_points: Fraction | None = None
    gap_units: int | None = None
    base: Actual | None = None


class Evaluation(NamedTuple):
    """All that is said on one indicator, unit and period. Percentages are exact fractions.

    A tuple, as are its parts: a plan has thousands.
    """

    indicator: Indicator
    unit: ReportingUnit
    period: Period
    target: Target | None
    figure: Actual | None
    actual: Fraction | None
    verdict: Verdict
    final: bool
    pace: Pace
    outlook: Outlook

    @property
    def compliance(self) -> Compliance:
        return self.verdict.compliance

    @property
    def stage(self) -> Stage | None:
        return self.figure.stage if self.figure else None

    @property
    def coverage(self) -> Coverage | None:
        return self.figure.coverage if self.figure else None

    @property
    def against_province_target(self) -> bool:
        """Whether a target set for the province is held against a unit's own figure: a reference only."""
        return self.unit.level is not Level.PROVINCE and self.target is not None


class Demands(NamedTuple):
    """What a plan demands in a period, of any unit. A figure is held against the target in force, else the next."""

    in_force: Target | None
    held_against: Target | None
    aimed_at: Target | None


class Evaluator:
    """Judges one plan on what is known of it; `as_of` decides which revision of a target counts."""

    def __init__(
        self,
        plan: Plan,
        units: UnitRegister,
        observations: Iterable[Observation],
        closed: Iterable[Period],
        as_of: date,
    ) -> None:
        self.plan = plan
        self.units = units
        self.actuals = Actuals(observations, units)
        self.closed = frozenset(closed)
        self.as_of = as_of
        self._base_year = Period(plan.base_year) if plan.base_year else None
        self._own = units.of_province(plan.province)
        self._due_in: dict[Period, frozenset[str]] = {}
        self._demands_of: dict[tuple[str, Period], Demands] = {}
        self._dated = {i.id: i.dated_targets(as_of) for i in plan.measured}
        self._corners = {
            i: [(t.year, t.demanded) for t in ts if t.demanded is not None] for i, ts in self._dated.items()
        }

    def evaluate(self, indicator: Indicator, unit: ReportingUnit, period: Period) -> Evaluation:
        """The verdict, pace and outlook of one indicator, unit and period."""
        series = self.actuals.series(indicator, unit)
        figure = series.figures.get(period)
        measured = measure(indicator, figure, series) if figure else Measure(None)
        demands = self._demands(indicator, period)
        verdict = _verdict(indicator, demands, figure, measured, series)
        return Evaluation(
            indicator,
            unit,
            period,
            demands.held_against,
            figure,
            measured.percent,
            verdict,
            self._is_final(figure, verdict),
            pace(indicator, period, series, self._base_year, self._corners[indicator.id]),
            outlook(indicator, period, series, demands.aimed_at),
        )

    def _demands(self, indicator: Indicator, period: Period) -> Demands:
        key = indicator.id, period
        if key not in self._demands_of:
            in_force = indicator.target_for(period, self.as_of)
            held_against = in_force or indicator.next_target(period, self.as_of)
            coming = (target for target in self._dated[indicator.id] if target.year > period.year)
            self._demands_of[key] = Demands(in_force, held_against, next(coming, None))
        return self._demands_of[key]

    def _is_final(self, figure: Actual | None, verdict: Verdict) -> bool:
        """Official, of a closed period, and measured on an official base."""
        base_is_official = verdict.base is None or verdict.base.stage is Stage.OFFICIAL
        return (
            figure is not None
            and figure.stage is Stage.OFFICIAL
            and base_is_official
            and figure.period in self.closed
        )

    def evaluate_period(self, period: Period, unit_id: str | None = None) -> Iterator[Evaluation]:
        """Every indicator of the plan for the period: the province first, then the units that report it."""
        for indicator in self.plan.indicators:
            for unit in self.units_for(indicator, period):
                if unit_id in (None, unit.id):
                    yield self.evaluate(indicator, unit, period)

    def units_for(self, indicator: Indicator, period: Period) -> list[ReportingUnit]:
        """The province, the units due to report the period, and any other that reported it."""
        reporting = self.actuals.reporting(indicator, period)
        due = self._due(period) if Level.DISTRICT in indicator.levels else frozenset((self.plan.province,))
        return [unit for unit in self._own if unit.id in due or unit.id in reporting]

    def _due(self, period: Period) -> frozenset[str]:
        """The province and the units due to report a period, of any indicator."""
        if period not in self._due_in:
            expected = self.actuals.expected(self.plan.province, period)
            self._due_in[period] = frozenset((self.plan.province, *(unit.id for unit in expected)))
        return self._due_in[period]

    def periods(self) -> list[Period]:
        """Years from the plan's first to the one of `as_of`, and every period that has a figure."""
        years = range(self.plan.first_year or self.as_of.year, self.as_of.year + 1)
        return sorted({Period(year) for year in years} | self.actuals.periods())


def _verdict(
    indicator: Indicator,
    demands: Demands,
    figure: Actual | None,
    measured: Measure,
    series: Series,
) -> Verdict:
    target = demands.held_against
    if target is not None and demands.in_force is None:
        distance = _distance(indicator, target, figure, measured)
        return distance._replace(compliance=Compliance.NOT_DUE, reason=None)
    if figure is None:
        return Verdict(Compliance.NO_DATA)
    if target is None:
        return Verdict(Compliance.NOT_ASSESSABLE, Reason.NO_TARGET)
    if measured.percent is None:
        return Verdict(Compliance.NOT_ASSESSABLE, measured.reason, base=measured.base)
    if target.operator is Operator.INCREASE:
        return _increase_verdict(target, figure, measured.percent, series)
    return _distance(indicator, target, figure, measured)


def _distance(indicator: Indicator, target: Target, figure: Actual | None, measured: Measure) -> Verdict:
    """Met or missed with the gap to a target that names a figure; empty where there is nothing to measure."""
    if figure is None or measured.percent is None or target.demanded is None:
        return Verdict(Compliance.NOT_DUE)
    demanded = target.demanded
    met = target.operator.holds(measured.percent, demanded)
    return Verdict(
        Compliance.MET if met else Compliance.MISSED,
        None,
        measured.percent - demanded,
        _missing_units(indicator, target.operator, demanded, figure, measured),
        measured.base,
    )


def _missing_units(
    indicator: Indicator, operator: Operator, demanded: Fraction, figure: Actual, measured: Measure
) -> int | None:
    if figure.numerator is None:
        return None
    if indicator.kind is IndicatorKind.GROWTH:
        base = measured.base.numerator if measured.base else None
        return None if base is None else missing_from_growth(operator, demanded, figure.numerator, base)
    if figure.denominator is None:
        return None
    return missing_from_share(operator, demanded, figure.numerator, figure.denominator)


def _increase_verdict(target: Target, figure: Actual, actual: Fraction, series: Series) -> Verdict:
    base = increase_base(target, figure, series)
    if base.percent is None:
        return Verdict(Compliance.NOT_ASSESSABLE, base.reason, base=base.base)
    met = target.operator.holds(actual, base.percent)
    missing = None
    if figure.numerator is not None and figure.denominator is not None and base.percent < _WHOLE:
        missing = missing_from_share(target.operator, base.percent, figure.numerator, figure.denominator)
    return Verdict(
        Compliance.MET if met else Compliance.MISSED, None, actual - base.percent, missing, base.base
    )
