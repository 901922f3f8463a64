"""The rows to fill in: open where a unit reports an indicator, grey and locked elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain, count

from kpi.domain.actuals import Actual
from kpi.domain.plan import Indicator, IndicatorKind
from kpi.domain.report import TemplateForm
from kpi.domain.unit import Level, ReportingUnit
from kpi.present.reports.formulas import Demanded, Figured, InputCells, RowRule, actual_formula
from kpi.present.template_columns import FormColumn, Holds, Role
from kpi.present.template_place import FIRST_COLUMN, FIRST_ROW, NUMBER_COLUMN, UNIT_COLUMN
from kpi.present.workbook_style import SheetPen, address, decimals

_LEVELS = tuple(Level)
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_SHEET_NAME = 31
_ROW = 18.0  # points: easier to hit than the usual 15


def units_of(form: TemplateForm) -> list[ReportingUnit]:
    """Every unit that reports something: the province, then districts, then agencies, each once."""
    units = {unit.id: unit for reporting in form.units.values() for unit in reporting}
    return sorted(units.values(), key=lambda unit: _LEVELS.index(unit.level))


def forms_by_unit(form: TemplateForm, reserved: Iterable[str]) -> list[tuple[str, TemplateForm]]:
    """The form cut into one for each unit, with a name a spreadsheet takes for its sheet; no name twice.

    `reserved` are the names of other sheets.
    """
    taken = {name.casefold() for name in reserved}
    forms = []
    for unit in units_of(form):
        name = _sheet_name(unit.name, taken)
        taken.add(name.casefold())
        only = {i: tuple(u for u in units if u.id == unit.id) for i, units in form.units.items()}
        forms.append((name, replace(form, units=only)))
    return forms


def _sheet_name(name: str, taken: set[str]) -> str:
    """At most 31 letters, none that a sheet's name can't hold, and none of the names taken."""
    plain = _NOT_IN_A_SHEET_NAME.sub(" ", name).strip("' ") or "-"
    tries = (
        plain[: _LONGEST_SHEET_NAME - len(end)] + end for end in chain([""], (f" ({n})" for n in count(2)))
    )
    return next(tried for tried in tries if tried.casefold() not in taken)


class FormRows:
    """Writes the rows of a form under given columns."""

    def __init__(self, pen: SheetPen, form: TemplateForm, columns: Sequence[FormColumn]) -> None:
        self._pen, self._form, self._columns = pen, form, columns
        self._reporting = {(i, unit.id) for i, units in form.units.items() for unit in units}

    def write(self) -> None:
        numbered = 0
        for row, unit in enumerate(units_of(self._form), start=FIRST_ROW):
            own = unit.level is Level.PROVINCE
            numbered += not own
            self._pen.worksheet.set_row(row, _ROW)
            look = ("cell", "middle", "province") if own else ("cell", "middle")
            self._pen.number(row, NUMBER_COLUMN, None if own else numbered, *look, "days", "centre")
            self._pen.text(row, UNIT_COLUMN, unit.name, *look)
            for place, column in enumerate(self._columns, start=FIRST_COLUMN):
                self._write_cell(row, place, column, unit)

    def _write_cell(self, row: int, place: int, column: FormColumn, unit: ReportingUnit) -> None:
        key = column.indicator.id, unit.id
        if key not in self._reporting:
            self._pen.number(row, place, None, "cell", "middle", "grey")
        elif column.holds is Holds.RATE:
            self._write_rate(row, place, column.indicator, unit)
        elif column.holds is Holds.EARLIER:
            amount = column.amount_in(self._form.previous.get(key))
            self._pen.number(row, place, amount, "cell", "middle", "grey", _shape(column))
        else:
            amount = column.amount_in(self._reported(key))
            self._pen.number(row, place, amount, "cell", "middle", "input", _shape(column))

    def _reported(self, key: tuple[str, str]) -> Actual | None:
        """What was reported for the period; a sum of units is nobody's report and is not filled in."""
        figure = self._form.current.get(key)
        return None if figure is None or figure.derived else figure

    def _write_rate(self, row: int, place: int, indicator: Indicator, unit: ReportingUnit) -> None:
        figured = Figured.GROWTH if indicator.kind is IndicatorKind.GROWTH else Figured.SHARE
        formula = actual_formula(RowRule(figured, Demanded.NOTHING), self._input_cells(row, indicator))
        assert formula is not None
        key = indicator.id, unit.id
        rate = _rate(figured, self._reported(key), self._form.previous.get(key))
        self._pen.formula(row, place, formula, rate, "cell", "middle", "province", decimals(2))

    def _input_cells(self, row: int, indicator: Indicator) -> InputCells:
        growth = indicator.kind is IndicatorKind.GROWTH
        part = self._place(indicator, Holds.INPUT, Role.NUMERATOR)
        whole = (
            self._place(indicator, Holds.EARLIER, Role.NUMERATOR)
            if growth
            else self._place(indicator, Holds.INPUT, Role.DENOMINATOR)
        )
        return InputCells(address(row, part), address(row, whole), "", "")

    def _place(self, indicator: Indicator, holds: Holds, role: Role) -> int:
        wanted = indicator.id, holds, role
        found = next(at for at, c in enumerate(self._columns) if (c.indicator.id, c.holds, c.role) == wanted)
        return FIRST_COLUMN + found


def _rate(figured: Figured, current: Actual | None, previous: Actual | None) -> Fraction | None:
    part = current.numerator if current else None
    if figured is Figured.SHARE:
        whole = current.denominator if current else None
        return None if part is None or not whole else Fraction(100 * part, whole)
    base = previous.numerator if previous else None
    return None if part is None or not base else Fraction(100 * (part - base), base)


def _shape(column: FormColumn) -> str:
    return "0.00##" if column.role is Role.VALUE else "whole"
