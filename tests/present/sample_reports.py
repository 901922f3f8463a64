"""Gap reports over small plans made up for the tests, judged by the real evaluator."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from math import floor

from kpi.domain.evaluation import Evaluation, Evaluator
from kpi.domain.observation import Observation, Stage
from kpi.domain.period import Period
from kpi.domain.plan import Counted, Indicator, IndicatorKind, Operator, Plan, Target, Term
from kpi.domain.report import GapReport
from kpi.domain.task import Agency, Task, TaskKind, TaskStatus, status_on
from kpi.domain.unit import Level, ReportingUnit, UnitRegister

YEAR, BEFORE = Period(2017), Period(2016)
AS_OF = date(2018, 1, 31)
MADE_AT = datetime(2018, 2, 1, 8, 30, tzinfo=UTC)
PROVINCE = ReportingUnit("province", "Tỉnh Thử", Level.PROVINCE, None)


def district(number: int) -> ReportingUnit:
    return ReportingUnit(f"d{number}", f"Huyện {number:02}", Level.DISTRICT, "province")


def indicator(
    name: str,
    operator: Operator | None,
    value: str | None = None,
    kind: IndicatorKind = IndicatorKind.SHARE,
    term: Term = Term.YEAR,
    year: int = 2017,
) -> Indicator:
    """An indicator with one demand, or with none where `operator` is None."""
    demanded = Decimal(value) if value is not None else None
    base_year = BEFORE.year if operator is Operator.INCREASE else None
    targets = (
        () if operator is None else (Target(operator, demanded, "%", term, year, "II.2", None, base_year),)
    )
    counted = Counted("Số đạt"), Counted("Số phải đạt")
    return Indicator(
        name,
        kind,
        f"Tỷ lệ {name}",
        name,
        "II.1",
        noun="đơn vị",
        numerator=counted[0],
        denominator=None if kind is IndicatorKind.GROWTH else counted[1],
        targets=targets,
    )


def seen(
    indicator_id: str,
    unit: str,
    numerator: int | None = None,
    denominator: int | None = None,
    value: str | None = None,
    period: Period = YEAR,
    stage: Stage = Stage.OFFICIAL,
) -> Observation:
    typed = Decimal(value) if value is not None else None
    return Observation(indicator_id, unit, period, stage, numerator, denominator, typed)


def plan_of(*indicators: Indicator, tasks: tuple[Task, ...] = (), title: str = "Kế hoạch thử") -> Plan:
    return Plan(
        "test-plan",
        "province",
        title,
        "UBND tỉnh Thử",
        "12/KH-UBND",
        date(2017, 5, 11),
        short="Thử · 12/KH-UBND",
        base_year=2016,
        first_year=2017,
        indicators=indicators,
        tasks=tasks,
    )


def report_on(
    plan: Plan,
    observations: Iterable[Observation] = (),
    units: Iterable[ReportingUnit] = (),
    closed: bool = True,
    illustrative: bool = False,
    tasks: tuple[TaskStatus, ...] = (),
) -> GapReport:
    """The report on 2017 as the evaluator judges the observations."""
    register = UnitRegister.of([PROVINCE, *units])
    evaluator = Evaluator(plan, register, observations, [YEAR, BEFORE] if closed else [], AS_OF)
    evaluations: tuple[Evaluation, ...] = tuple(evaluator.evaluate_period(YEAR))
    previous = tuple(evaluator.evaluate_period(BEFORE))
    years = tuple(
        tuple(evaluator.evaluate(i, PROVINCE, year) for year in (BEFORE, YEAR)) for i in plan.indicators
    )
    return GapReport(
        plan,
        YEAR,
        None,
        AS_OF,
        MADE_AT,
        closed,
        illustrative,
        evaluations,
        (),
        tasks,
        (),
        (),
        previous,
        years,
    )


ABOVE_70 = indicator("above-70", Operator.ABOVE, "70")
ABOVE_80 = indicator("above-80", Operator.ABOVE, "80")
AT_LEAST_80 = indicator("at-least-80", Operator.AT_LEAST, "80")
AT_LEAST_66_67 = indicator("at-least-66.67", Operator.AT_LEAST, "66.67")
WHOLE = indicator("whole", Operator.AT_LEAST, "100")
GROWTH = indicator("growth", Operator.AT_LEAST, "30", IndicatorKind.GROWTH)
GROWTH_12_5 = indicator("growth-12.5", Operator.ABOVE, "12.5", IndicatorKind.GROWTH)
INDEX = indicator("index", Operator.AT_LEAST, "85", IndicatorKind.INDEX)
INCREASE = indicator("increase", Operator.INCREASE)
NOT_DUE = indicator("not-due", Operator.AT_LEAST, "60", term=Term.BY, year=2025)
NO_TARGET = indicator("no-target", None)
SHARES = (ABOVE_70, ABOVE_80, AT_LEAST_80, AT_LEAST_66_67, WHOLE, NOT_DUE, NO_TARGET)
GROWTHS = (GROWTH, GROWTH_12_5)
EVERY_RULE = (*SHARES, *GROWTHS, INDEX, INCREASE)

# Shares and growths on and beside the mark, where floating point and rounding go wrong first.
_SHARES_ON_THE_EDGE = (
    (70, 100), (71, 100), (6996, 10000), (7000, 10000), (7001, 10000), (8696, 14061), (9996, 10000),
    (1000, 1000), (0, 0), (800, 1000), (799, 999), (480, 800), (479, 800), (0, 5), (6667, 10000),
)  # fmt: skip
_GROWTHS_ON_THE_EDGE = (
    (1000, 1300), (1000, 1299), (1001, 1301), (31885, 49447), (49447, 77381), (52826, 58852), (0, 10),
    (1500, 1900), (8, 9), (800, 900), (1000, 0),
)  # fmt: skip
_INDICES_ON_THE_EDGE = ("84.99", "85", "84.999999", "85.0001", "0", "100", "61.84481945")
_BASES_ON_THE_EDGE = (((1, 8), (1, 8)), ((1, 3), (333333, 1000000)), ((1, 3), (333334, 1000000)))


def every_rule_report(seed: int = 1) -> GapReport:
    """Over two hundred rows: every kind of demand against figures on the edge and random ones."""
    dice = random.Random(seed)
    units = [district(number) for number in range(1, 21)]
    observations = [o for i, unit in enumerate(units) for o in _observations(i, unit.id, dice)]
    return report_on(plan_of(*EVERY_RULE), observations, units)


def _observations(place: int, unit: str, dice: random.Random) -> Iterable[Observation]:
    for share in SHARES:
        part, whole = _SHARES_ON_THE_EDGE[place] if place < 15 else _share_near(share, dice)
        yield seen(share.id, unit, part, whole)
    for growth in GROWTHS:
        base, now = _GROWTHS_ON_THE_EDGE[place] if place < 11 else _growth_near(growth, dice)
        yield seen(growth.id, unit, base, period=BEFORE)
        yield seen(growth.id, unit, now)
    if place < 7:
        yield seen(INDEX.id, unit, value=_INDICES_ON_THE_EDGE[place])
    yield from _increase(place, unit, dice)


def _share_near(share: Indicator, dice: random.Random) -> tuple[int, int]:
    whole = dice.randint(1, 5_000_000)
    mark = share.targets[0].value if share.targets else None
    part = floor((mark or 50) * whole / 100) + dice.randint(-1, 1)
    return min(max(part, 0), whole), whole


def _growth_near(growth: Indicator, dice: random.Random) -> tuple[int, int]:
    base = dice.randint(1, 2_000_000)
    mark = growth.targets[0].value
    assert mark is not None
    return base, floor(base * (100 + mark) / 100) + dice.randint(-1, 1)


def _increase(place: int, unit: str, dice: random.Random) -> Iterable[Observation]:
    if place < len(_BASES_ON_THE_EDGE):
        base, now = _BASES_ON_THE_EDGE[place]
    else:
        base = dice.randint(0, 3000), dice.randint(3000, 3100)
        now = dice.randint(0, 3000), dice.randint(3000, 3100)
    if place == 4:
        yield seen(INCREASE.id, unit, value="12.5", period=BEFORE)
    elif place != 5:
        yield seen(INCREASE.id, unit, *base, period=BEFORE)
    yield seen(INCREASE.id, unit, *now)


def a_task(text: str = "Báo cáo năm", last_day: date | None = date(2017, 12, 9)) -> TaskStatus:
    task = Task(
        "T1",
        TaskKind.REPORT,
        "IV",
        text,
        (Agency("Sở A"),),
        last_day=last_day,
        coordinating=(Agency("Sở B"),),
    )
    return status_on(task, AS_OF, ())
