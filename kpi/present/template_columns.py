"""What each column of the workbook to fill in holds, and the machine code the import finds it by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kpi.domain.actuals import Actual
from kpi.domain.period import Period
from kpi.domain.plan import Counted, Indicator, IndicatorKind
from kpi.domain.report import TemplateForm
from kpi.present.words import Words

UNIT_CODE = "kpi:unit"


class Role(StrEnum):
    """Which part of an observation a column holds."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"


class Holds(StrEnum):
    INPUT = "input"
    EARLIER = "earlier"  # the figure of the period before, to look at
    RATE = "rate"  # computed from the inputs, as a check


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column after the unit's name. `role` is None for a rate."""

    indicator: Indicator
    holds: Holds
    role: Role | None
    title: str

    def code(self, period: Period) -> str:
        """`kpi:<indicator>:<role>:<period>` for an input, empty for what is not read."""
        return f"kpi:{self.indicator.id}:{self.role}:{period}" if self.holds is Holds.INPUT else ""

    def amount_in(self, figure: Actual | None) -> int | Decimal | None:
        """The part of a figure that this column shows."""
        if figure is None or self.role is None:
            return None
        parts = {Role.NUMERATOR: figure.numerator, Role.DENOMINATOR: figure.denominator}
        return figure.value if self.role is Role.VALUE else parts[self.role]


def form_columns(form: TemplateForm, words: Words) -> list[FormColumn]:
    """The columns of every indicator that some unit reports, in the plan's order."""
    reported = [i for i in form.plan.measured if form.units.get(i.id)]
    return [column for indicator in reported for column in _columns_of(indicator, form.period, words)]


def _columns_of(indicator: Indicator, period: Period, words: Words) -> list[FormColumn]:
    columns = [
        FormColumn(indicator, holds, role, words("form.of_period", name=title, period=when))
        for role, title in _inputs_of(indicator, words)
        for holds, when in ((Holds.EARLIER, period.a_year_before()), (Holds.INPUT, period))
    ]
    rate = {IndicatorKind.SHARE: "form.share", IndicatorKind.GROWTH: "form.growth"}.get(indicator.kind)
    return [*columns, FormColumn(indicator, Holds.RATE, None, words(rate))] if rate else columns


def _inputs_of(indicator: Indicator, words: Words) -> list[tuple[Role, str]]:
    part = _name(indicator.numerator, "form.numerator", words)
    whole = _name(indicator.denominator, "form.denominator", words)
    if indicator.kind is IndicatorKind.SHARE:
        return [(Role.NUMERATOR, part), (Role.DENOMINATOR, whole)]
    if indicator.kind is IndicatorKind.INDEX:
        return [
            (Role.VALUE, words("form.value")),
            (Role.NUMERATOR, words("form.optional", name=part)),
            (Role.DENOMINATOR, words("form.optional", name=whole)),
        ]
    return [(Role.NUMERATOR, _name(indicator.numerator, "form.count", words))]


def _name(counted: Counted | None, otherwise: str, words: Words) -> str:
    return words.pick(counted.name, counted.name_en) if counted else words(otherwise)
