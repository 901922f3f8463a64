"""A slot is one cell whose meaning is known: which figure of which indicator, unit, period and stage it holds.

Every layout, tidy or free, ends in slots; from there on all uploads are read alike.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind
from kpi.domain.unit import ReportingUnit
from kpi.intake.words.numbers import NumberKind
from kpi.intake.workbook.grid import Cell


class Role(StrEnum):
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"


class Slot(NamedTuple):
    """A cell (None where empty) with its meaning, in `column`; `anchor` is its row's first cell. A tuple, as cells are.

    `group` is the row the figures of one observation share, or the first of the rows they stand in.

    `unit` and `stage` are None while they are in question: the cell is read for its own faults all the same,
    so that a person learns of everything at once.
    """

    indicator: Indicator
    unit: ReportingUnit | None
    period: Period
    stage: Stage | None
    role: Role
    sheet: str
    group: int
    column: int
    cell: Cell | None
    anchor: str
    scale: int = 1  # what a count is multiplied with: 1000 under «nghìn người»

    @property
    def unit_id(self) -> str | None:
        return self.unit.id if self.unit else None

    @property
    def unit_name(self) -> str:
        return self.unit.name if self.unit else ""

    @property
    def number_kind(self) -> NumberKind:
        return NumberKind.PERCENT if self.role is Role.VALUE else NumberKind.COUNT


def roles_of(indicator: Indicator) -> tuple[Role, ...]:
    """The figures an indicator is made of."""
    if indicator.kind in (IndicatorKind.GROWTH, IndicatorKind.COUNT):
        return (Role.NUMERATOR,)
    return (Role.NUMERATOR, Role.DENOMINATOR, Role.VALUE)
