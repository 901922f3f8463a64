"""Small plans and figures to put into words, judged by the real evaluator."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kpi.domain.evaluation import Evaluation, Evaluator
from kpi.domain.observation import Observation, Stage
from kpi.domain.period import Period
from kpi.domain.plan import Counted, Indicator, IndicatorKind, Operator, Plan, Target, Term
from kpi.domain.unit import Level, ReportingUnit, UnitRegister
from kpi.present.words import words_for

VI, EN = words_for("vi"), words_for("en")
AS_OF = date(2031, 1, 31)
PROVINCE = ReportingUnit("tinh", "Tỉnh Mẫu", Level.PROVINCE, None)
EAST = ReportingUnit("dong", "Huyện Đông", Level.DISTRICT, "tinh")
WEST = ReportingUnit("tay", "Huyện <b>Tây</b> & Nam", Level.DISTRICT, "tinh")


def target(
    operator: Operator, value: str | None, term: Term, year: int, base_year: int | None = None
) -> Target:
    demanded = None if value is None else Decimal(value)
    return Target(operator, demanded, "%", term, year, "II.2", date(2017, 5, 11), base_year)


ABOVE_70 = target(Operator.ABOVE, "70", Term.YEAR, 2017)
ABOVE_80 = target(Operator.ABOVE, "80", Term.YEAR, 2018)
ALL_FROM_2020 = target(Operator.AT_LEAST, "100", Term.FROM, 2020)
AT_LEAST_80_BY_2025 = target(Operator.AT_LEAST, "80", Term.BY, 2025)
AT_LEAST_30 = target(Operator.AT_LEAST, "30", Term.FROM, 2017)
MORE_BY_2025 = target(Operator.INCREASE, None, Term.BY, 2025, base_year=2020)


def share(*targets: Target) -> Indicator:
    return Indicator(
        "employers",
        IndicatorKind.SHARE,
        "Tỷ lệ đơn vị tham gia",
        "Đơn vị tham gia",
        "II.2",
        name_en="Employers enrolled",
        short_en="Employers enrolled",
        noun="đơn vị",
        noun_en="employers",
        numerator=Counted("Đã tham gia"),
        denominator=Counted("Thuộc diện"),
        targets=targets,
    )


def growth(*targets: Target) -> Indicator:
    return Indicator(
        "voluntary",
        IndicatorKind.GROWTH,
        "Tăng người tham gia tự nguyện",
        "Tham gia tự nguyện",
        "II.3",
        noun="người",
        noun_en="people",
        numerator=Counted("Số người"),
        targets=targets,
    )


def index(*targets: Target) -> Indicator:
    return Indicator(
        "satisfaction",
        IndicatorKind.INDEX,
        "Chỉ số hài lòng",
        "Hài lòng",
        "II.1",
        noun="người",
        targets=targets,
    )


class Judged:
    """Figures given one after another, then judged."""

    def __init__(self, indicator: Indicator) -> None:
        self.indicator = indicator
        self.observations: list[Observation] = []
        self.closed: list[Period] = []

    def counts(
        self,
        year: int,
        numerator: int,
        denominator: int | None = None,
        stage: Stage = Stage.OFFICIAL,
        unit: ReportingUnit = PROVINCE,
    ) -> Judged:
        self.observations.append(
            Observation(self.indicator.id, unit.id, Period(year), stage, numerator, denominator)
        )
        return self

    def value(self, year: int, value: str, stage: Stage = Stage.OFFICIAL) -> Judged:
        self.observations.append(
            Observation(self.indicator.id, PROVINCE.id, Period(year), stage, value=Decimal(value))
        )
        return self

    def close(self, *years: int) -> Judged:
        self.closed += [Period(year) for year in years]
        return self

    def of(self, year: int, unit: ReportingUnit = PROVINCE) -> Evaluation:
        plan = Plan("plan", PROVINCE.id, "Kế hoạch", "UBND", base_year=2016, indicators=(self.indicator,))
        register = UnitRegister.of([PROVINCE, EAST, WEST])
        evaluator = Evaluator(plan, register, self.observations, self.closed, AS_OF)
        return evaluator.evaluate(self.indicator, unit, Period(year))
