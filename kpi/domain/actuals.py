"""What was achieved: the one figure that counts for an indicator, a unit and a period.

The official value replaces the estimate. A province's own value stands; only where there is none is it the
sum of its units, numerators over denominators, and then it says its coverage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from kpi.domain.exact import Points
from kpi.domain.observation import Observation, Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.domain.unit import Level, ReportingUnit, UnitRegister


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the units a total must cover are in it."""

    reported: int
    expected: int
    missing: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        return self.reported == self.expected > 0

    def __str__(self) -> str:
        return f"{self.reported}/{self.expected}"


class Actual(NamedTuple):
    """One figure: counts, or a value in percent alone. `coverage` is set where it is a sum of units.

    `percent` is the share, exact; None where it can't be computed (nought of nought, parts missing). Made by `of`,
    which works it out. A tuple, as there is one for every observation.
    """

    period: Period
    stage: Stage
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    coverage: Coverage | None
    percent: Fraction | None

    @classmethod
    def of(
        cls,
        period: Period,
        stage: Stage,
        numerator: int | None,
        denominator: int | None,
        value: Decimal | None = None,
        coverage: Coverage | None = None,
    ) -> Actual:
        """The figure of these counts, or of this value."""
        complete = coverage is None or coverage.complete
        percent = _percent(numerator, denominator, value) if complete else None
        return cls(period, stage, numerator, denominator, value, coverage, percent)

    @property
    def derived(self) -> bool:
        return self.coverage is not None

    @property
    def complete(self) -> bool:
        return self.coverage is None or self.coverage.complete


def _percent(numerator: int | None, denominator: int | None, value: Decimal | None) -> Fraction | None:
    if numerator is not None and denominator is not None:
        return Fraction(100 * numerator, denominator) if denominator else None
    return None if value is None else Fraction(value)


@dataclass(frozen=True, slots=True)
class Series:
    """All figures of a unit for an indicator, in order of period.

    `first` is that of the first whole year with a percentage; `official` are the official ones of such years.
    """

    figures: Mapping[Period, Actual]
    first: Actual | None
    official: Points

    @classmethod
    def of(cls, figures: Mapping[Period, Actual]) -> Series:
        in_order = dict(sorted(figures.items()))
        years = [a for p, a in in_order.items() if p.is_year and a.percent is not None]
        official = (
            (a.period.year, a.percent) for a in years if a.stage is Stage.OFFICIAL and a.percent is not None
        )
        return cls(in_order, years[0] if years else None, Points.of(official))


class Actuals:
    """The figures of one plan, looked up by indicator, unit and period."""

    def __init__(self, observations: Iterable[Observation], units: UnitRegister) -> None:
        self._units = units
        self._reported: dict[tuple[str, str], dict[Period, Observation]] = defaultdict(dict)
        self._reporting: dict[tuple[str, Period], set[str]] = defaultdict(set)
        for observation in observations:
            self._keep_better(observation)
        self._series: dict[tuple[str, str], Series] = {}
        self._expected: dict[tuple[str, Period], list[ReportingUnit]] = {}

    def _keep_better(self, new: Observation) -> None:
        self._reporting[new.indicator, new.period].add(new.unit)
        series = self._reported[new.indicator, new.unit]
        known = series.get(new.period)
        if known is None or known.stage is Stage.ESTIMATE:
            series[new.period] = new

    def of(self, indicator: Indicator, unit: ReportingUnit, period: Period) -> Actual | None:
        return self.series(indicator, unit).figures.get(period)

    def series(self, indicator: Indicator, unit: ReportingUnit) -> Series:
        """All figures of a unit for an indicator."""
        key = indicator.id, unit.id
        if key not in self._series:
            found = {p: _as_reported(o) for p, o in self._reported.get(key, {}).items()}
            if unit.level is Level.PROVINCE and Level.DISTRICT in indicator.levels:
                found = self._sums(indicator, unit, without=found) | found
            self._series[key] = Series.of(found)
        return self._series[key]

    def reporting(self, indicator: Indicator, period: Period) -> set[str]:
        """Ids of the units that reported the indicator for the period."""
        return self._reporting.get((indicator.id, period), set())

    def expected(self, province: str, period: Period) -> list[ReportingUnit]:
        """The units a total for the period must cover, of any indicator."""
        key = province, period
        if key not in self._expected:
            self._expected[key] = self._units.expected_to_report(province, period)
        return self._expected[key]

    def periods(self) -> set[Period]:
        """Every period with a figure of any unit."""
        return {period for _, period in self._reporting}

    def _sums(
        self, indicator: Indicator, province: ReportingUnit, without: dict[Period, Actual]
    ) -> dict[Period, Actual]:
        by_period: dict[Period, list[Observation]] = defaultdict(list)
        for unit in self._units.of_province(province.id)[1:]:
            for period, observation in self._reported.get((indicator.id, unit.id), {}).items():
                if period not in without:
                    by_period[period].append(observation)
        return {p: self._sum(indicator, province, p, parts) for p, parts in by_period.items()}

    def _sum(
        self, indicator: Indicator, province: ReportingUnit, period: Period, parts: list[Observation]
    ) -> Actual:
        has_denominator = indicator.denominator is not None
        countable = [o for o in parts if _has_counts(o, has_denominator)]
        counted = {o.unit for o in countable}
        expected = self.expected(province.id, period)
        missing = tuple(unit.id for unit in expected if unit.id not in counted)
        return Actual.of(
            period,
            Stage.OFFICIAL if all(o.stage is Stage.OFFICIAL for o in parts) else Stage.ESTIMATE,
            sum(o.numerator or 0 for o in countable),
            sum(o.denominator or 0 for o in countable) if has_denominator else None,
            coverage=Coverage(len(expected) - len(missing), len(expected), missing),
        )


def _has_counts(observation: Observation, has_denominator: bool) -> bool:
    return observation.numerator is not None and (observation.denominator is not None or not has_denominator)


def _as_reported(observation: Observation) -> Actual:
    return Actual.of(
        observation.period,
        observation.stage,
        observation.numerator,
        observation.denominator,
        observation.value,
    )
