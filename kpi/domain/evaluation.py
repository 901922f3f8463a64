"""The three answers on one indicator, unit and period: is the law met, is the pace enough, where does it lead.

They are never folded into one. Compliance compares the figure with the target in force in that period;
pace and outlook are this program's own reading aids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from kpi.domain.actuals import Actual, Actuals, Coverage
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """Compliance and the gap. Points are actual − target in percentage points, units the whole number missing.

    Of a target not yet due the gap is the distance to it. `base` is what growth or increase was measured on.
    """

    compliance: Compliance
    reason: Reason | None = None
    gap_points: Fraction | None = None
    gap_units: int | None = None
    base: Actual | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that is said on one indicator, unit and period. Percentages are exact fractions."""

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
        self._targets_of: dict[tuple[str, Period], tuple[Target | None, Target | None]] = {}
        self._due_in: dict[Period, frozenset[str]] = {}
        self._dated = {i.id: i.dated_targets(as_of) for i in plan.measured}
        self._corners = {
            i: [(t.year, Fraction(t.value)) for t in ts if t.value is not None]
            for i, ts in self._dated.items()
        }

    def evaluate(self, indicator: Indicator, unit: ReportingUnit, period: Period) -> Evaluation:
        """The verdict, pace and outlook of one indicator, unit and period."""
        series = self.actuals.series(indicator, unit)
        figure = series.get(period)
        measured = measure(indicator, figure, series) if figure else Measure(None)
        in_force, target = self._targets(indicator, period)
        verdict = _verdict(indicator, in_force, target, figure, measured, series)
        return Evaluation(
            indicator,
            unit,
            period,
            target,
            figure,
            measured.percent,
            verdict,
            self._is_final(figure, verdict),
            pace(indicator, period, series, self.plan.base_year, self._corners[indicator.id]),
            outlook(indicator, period, series, self._dated[indicator.id]),
        )

    def _targets(self, indicator: Indicator, period: Period) -> tuple[Target | None, Target | None]:
        """The target in force, and the one the figure is held against: that one, else the next; of any unit."""
        key = indicator.id, period
        if key not in self._targets_of:
            in_force = indicator.target_for(period, self.as_of)
            self._targets_of[key] = in_force, in_force or indicator.next_target(period, self.as_of)
        return self._targets_of[key]

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
        province = self.plan.province
        due = {province}
        if Level.DISTRICT in indicator.levels:
            due |= self._due(period)
        due |= self.actuals.reporting(indicator, period)
        return [unit for unit in self.units.of_province(province) if unit.id in due]

    def _due(self, period: Period) -> frozenset[str]:
        """Ids of the district-level units a total for the period must cover."""
        if period not in self._due_in:
            expected = self.units.expected_to_report(self.plan.province, period)
            self._due_in[period] = frozenset(unit.id for unit in expected)
        return self._due_in[period]

    def periods(self) -> list[Period]:
        """Years from the plan's first to the one of `as_of`, and every period that has a figure."""
        years = range(self.plan.first_year or self.as_of.year, self.as_of.year + 1)
        return sorted({Period(year) for year in years} | self.actuals.periods())


def _verdict(
    indicator: Indicator,
    in_force: Target | None,
    target: Target | None,
    figure: Actual | None,
    measured: Measure,
    series: dict[Period, Actual],
) -> Verdict:
    if target is not None and in_force is None:
        return replace(
            _distance(indicator, target, figure, measured), compliance=Compliance.NOT_DUE, reason=None
        )
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
    if figure is None or measured.percent is None or target.value is None:
        return Verdict(Compliance.NOT_DUE)
    demanded = Fraction(target.value)
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


def _increase_verdict(
    target: Target, figure: Actual, actual: Fraction, series: dict[Period, Actual]
) -> Verdict:
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
