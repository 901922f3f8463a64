"""A large made-up plan: 21 units, 10 indicators, 15 years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kpi.domain.observation import Observation, Stage
from kpi.domain.period import Period
from kpi.domain.plan import Counted, Indicator, IndicatorKind, Operator, Plan, Target, Term
from kpi.domain.unit import Level, ReportingUnit, UnitRegister

YEARS = range(2012, 2027)
AS_OF = date(2027, 1, 31)


def large_plan() -> tuple[Plan, UnitRegister, list[Observation]]:
    """The plan, its units and an observation for every unit, indicator and year."""
    province = ReportingUnit("tinh", "Tỉnh", Level.PROVINCE, None)
    districts = [ReportingUnit(f"huyen-{n}", f"Huyện {n}", Level.DISTRICT, "tinh") for n in range(20)]
    indicators = tuple(_indicator(n) for n in range(10))
    plan = Plan("large", "tinh", "", "", base_year=2012, first_year=2012, indicators=indicators)
    observations = [
        Observation(i.id, d.id, Period(y), Stage.OFFICIAL, 500 + 17 * n % 300 + y % 50, 1000 + n)
        for n, (i, d) in enumerate((i, d) for i in indicators for d in districts)
        for y in YEARS
    ]
    return plan, UnitRegister.of([province, *districts]), observations


def _indicator(number: int) -> Indicator:
    targets = tuple(
        Target(Operator.AT_LEAST, Decimal(60 + y - 2012), "%", Term.YEAR, y, "I.1") for y in YEARS
    )
    counted = Counted("n")
    return Indicator(
        f"i{number}",
        IndicatorKind.SHARE,
        "",
        "",
        "I.1",
        numerator=counted,
        denominator=counted,
        targets=targets,
    )
