"""Small plans, units and figures for tests of the judgement, in the words of the documents."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kpi.domain.evaluation import Evaluation, Evaluator
from kpi.domain.observation import Observation, Stage
from kpi.domain.period import Period
from kpi.domain.plan import Counted, Indicator, IndicatorKind, Operator, Plan, Target, Term
from kpi.domain.unit import Level, ReportingUnit, UnitRegister

LATER = date(2099, 12, 31)
PROVINCE = ReportingUnit("tinh", "Tỉnh Mẫu", Level.PROVINCE, None)
OFFICE = ReportingUnit("van-phong", "Văn phòng BHXH tỉnh", Level.AGENCY, "tinh")


def day(text: str) -> date:
    return date.fromisoformat(text)


def district(unit_id: str, since: str | None = None, until: str | None = None) -> ReportingUnit:
    """A district of the province, with its first and last day."""
    return ReportingUnit(
        unit_id, f"Huyện {unit_id}", Level.DISTRICT, "tinh", since and day(since), until and day(until)
    )


EAST, WEST, NORTH = district("dong"), district("tay"), district("bac")
THREE_DISTRICTS = (PROVINCE, OFFICE, EAST, WEST, NORTH)


def target(
    operator: str,
    value: str | int | None,
    term: Term,
    year: int,
    *,
    issued: str | None = None,
    base_year: int | None = None,
) -> Target:
    demanded = None if value is None else Decimal(value)
    return Target(
        Operator(operator), demanded, "%", term, year, "II.2", issued and day(issued), base_year=base_year
    )


def in_year(year: int, operator: str, value: str | int, issued: str | None = None) -> Target:
    return target(operator, value, Term.YEAR, year, issued=issued)


def from_year(year: int, operator: str, value: str | int, issued: str | None = None) -> Target:
    return target(operator, value, Term.FROM, year, issued=issued)


def by_year(year: int, operator: str, value: str | int, issued: str | None = None) -> Target:
    return target(operator, value, Term.BY, year, issued=issued)


def increase_by(year: int, base_year: int) -> Target:
    return target("increase", None, Term.BY, year, base_year=base_year)


def share(*targets: Target, levels: Iterable[Level] = (Level.PROVINCE, Level.DISTRICT)) -> Indicator:
    return Indicator(
        "ty-le",
        IndicatorKind.SHARE,
        "Tỷ lệ đơn vị tham gia",
        "Tham gia",
        "II.2",
        numerator=Counted("Đã tham gia"),
        denominator=Counted("Thuộc diện"),
        levels=tuple(levels),
        targets=targets,
    )


def growth(*targets: Target) -> Indicator:
    return Indicator(
        "tang",
        IndicatorKind.GROWTH,
        "Tốc độ tăng người tham gia tự nguyện",
        "Tự nguyện",
        "II.3",
        numerator=Counted("Người tham gia"),
        targets=targets,
    )


def index(*targets: Target) -> Indicator:
    return Indicator(
        "hai-long",
        IndicatorKind.INDEX,
        "Chỉ số hài lòng",
        "Hài lòng",
        "II.1",
        levels=(Level.PROVINCE,),
        targets=targets,
    )


def observed(
    indicator: Indicator,
    period: int | str,
    numerator: int | None = None,
    denominator: int | None = None,
    *,
    unit: ReportingUnit = PROVINCE,
    stage: Stage = Stage.OFFICIAL,
    value: str | None = None,
) -> Observation:
    decimal = None if value is None else Decimal(value)
    when = Period.parse(str(period))
    return Observation(indicator.id, unit.id, when, stage, numerator, denominator, decimal)


def estimated(
    indicator: Indicator,
    period: int | str,
    numerator: int | None = None,
    denominator: int | None = None,
    *,
    unit: ReportingUnit = PROVINCE,
) -> Observation:
    return observed(indicator, period, numerator, denominator, unit=unit, stage=Stage.ESTIMATE)


def evaluator(
    indicator: Indicator,
    observations: Iterable[Observation] = (),
    *,
    units: Iterable[ReportingUnit] = THREE_DISTRICTS,
    closed: Iterable[int | str] = (),
    as_of: str | None = None,
    base_year: int | None = None,
    first_year: int | None = None,
) -> Evaluator:
    plan = Plan(
        "ke-hoach",
        PROVINCE.id,
        "Kế hoạch mẫu",
        "UBND tỉnh",
        base_year=base_year,
        first_year=first_year,
        indicators=(indicator,),
    )
    shut = [Period.parse(str(period)) for period in closed]
    return Evaluator(plan, UnitRegister.of(units), observations, shut, day(as_of) if as_of else LATER)


def judged(
    indicator: Indicator,
    period: int | str,
    *observations: Observation,
    unit: ReportingUnit = PROVINCE,
    units: Iterable[ReportingUnit] = THREE_DISTRICTS,
    closed: Iterable[int | str] = (),
    as_of: str | None = None,
    base_year: int | None = None,
) -> Evaluation:
    """The evaluation of one indicator, unit and period on exactly these observations."""
    court = evaluator(indicator, observations, units=units, closed=closed, as_of=as_of, base_year=base_year)
    return court.evaluate(indicator, unit, Period.parse(str(period)))


def shares(indicator: Indicator, percents: dict[int, str | int]) -> list[Observation]:
    """Official yearly shares of the province, out of ten thousand, written in percent."""
    return [observed(indicator, year, int(Decimal(p) * 100), 10_000) for year, p in percents.items()]
