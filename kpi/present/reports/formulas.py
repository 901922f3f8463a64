"""The gap report's live formulas: actual, gap and verdict from the input cells of one row.

A share or growth is compared as integers, cross-multiplied, so that a spreadsheet judges 69.96 and an exact
70 as the program does; a typed percentage is first scaled to a whole number. Every function used is known to
Excel 2007 and to LibreOffice.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kpi.domain.plan import Operator
from kpi.present.workbook_style import quoted


class Figured(StrEnum):
    """What the actual is computed from."""

    SHARE = "share"  # numerator ÷ denominator
    GROWTH = "growth"  # this year's count on last year's
    VALUE = "value"  # a typed percentage


class Demanded(StrEnum):
    """What it is held against."""

    FIGURE = "figure"  # a percentage in the target cell
    BASE = "base"  # the share of a base year, from its two counts
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class RowRule:
    """How one row is computed. `scale` makes its percentages whole: 10 000 for four decimals."""

    figured: Figured
    demanded: Demanded
    operator: Operator = Operator.ABOVE
    scale: int = 10_000


@dataclass(frozen=True, slots=True)
class InputCells:
    """Addresses of the cells of one row that a person may change."""

    numerator: str
    denominator: str
    actual: str
    target: str
    base_numerator: str = ""
    base_denominator: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """The words a verdict cell may show."""

    met: str
    missed: str
    no_data: str
    not_assessable: str


@dataclass(frozen=True, slots=True)
class _Ratio:
    top: str
    bottom: str


def actual_formula(rule: RowRule, cells: InputCells) -> str | None:
    """The actual in percent, empty while counts are lacking; None where the percentage itself is typed."""
    if rule.figured is Figured.VALUE:
        return None
    ratio = _actual(rule, cells)
    return f'IF({_lacking(_figures(rule, cells))},"",100*{ratio.top}/{ratio.bottom})'


def target_formula(rule: RowRule, cells: InputCells) -> str | None:
    """The base share to exceed, in percent; None where the target cell holds a figure or nothing."""
    if rule.demanded is not Demanded.BASE:
        return None
    return f'IF({_lacking(_demands(rule, cells))},"",100*{cells.base_numerator}/{cells.base_denominator})'


def points_formula(rule: RowRule, cells: InputCells) -> str | None:
    """Actual minus target in percentage points; None where nothing is demanded."""
    if rule.demanded is Demanded.NOTHING:
        return None
    actual, demanded = _actual(rule, cells), _demanded(rule, cells)
    if actual.bottom == demanded.bottom:
        points = f"100*({actual.top}-{demanded.top})/{actual.bottom}"
    else:
        difference = f"{actual.top}*{demanded.bottom}-{demanded.top}*{actual.bottom}"
        points = f"100*({difference})/({actual.bottom}*{demanded.bottom})"
    return f'IF({_lacking(_all_inputs(rule, cells))},"",{points})'


def missing_formula(rule: RowRule, cells: InputCells) -> str | None:
    """The fewest whole units still missing from the numerator, 0 when met; None without counts or demand."""
    if rule.demanded is Demanded.NOTHING or rule.figured is Figured.VALUE:
        return None
    demanded = _demanded(rule, cells)
    share = f"({demanded.top}+{demanded.bottom})" if rule.figured is Figured.GROWTH else demanded.top
    mark = f"{cells.denominator}*{share}"
    if rule.operator is Operator.AT_LEAST:
        least = f"QUOTIENT({mark}+{demanded.bottom}-1,{demanded.bottom})"
    else:
        least = f"QUOTIENT({mark},{demanded.bottom})+1"
    return f'IF({_lacking(_all_inputs(rule, cells))},"",MAX(0,{least}-{cells.numerator}))'


def verdict_formula(rule: RowRule, cells: InputCells, answers: Answers) -> str:
    """The verdict's word, from integer comparison alone."""
    empty = f"COUNT({','.join(_reported(rule, cells))})=0"
    judged = quoted(answers.not_assessable)
    if rule.demanded is not Demanded.NOTHING:
        decision = f"IF({_meets(rule, cells)},{quoted(answers.met)},{quoted(answers.missed)})"
        judged = f"IF({_lacking(_all_inputs(rule, cells))},{judged},{decision})"
    return f"IF({empty},{quoted(answers.no_data)},{judged})"


def _meets(rule: RowRule, cells: InputCells) -> str:
    sign = ">=" if rule.operator is Operator.AT_LEAST else ">"
    actual, demanded = _actual(rule, cells), _demanded(rule, cells)
    if actual.bottom == demanded.bottom:
        return f"{actual.top}{sign}{demanded.top}"
    return f"{actual.top}*{demanded.bottom}{sign}{demanded.top}*{actual.bottom}"


def _actual(rule: RowRule, cells: InputCells) -> _Ratio:
    if rule.figured is Figured.SHARE:
        return _Ratio(cells.numerator, cells.denominator)
    if rule.figured is Figured.GROWTH:
        return _Ratio(f"({cells.numerator}-{cells.denominator})", cells.denominator)
    return _scaled(cells.actual, rule.scale)


def _demanded(rule: RowRule, cells: InputCells) -> _Ratio:
    if rule.demanded is Demanded.BASE:
        return _Ratio(cells.base_numerator, cells.base_denominator)
    return _scaled(cells.target, rule.scale)


def _scaled(percent_cell: str, scale: int) -> _Ratio:
    return _Ratio(f"ROUND({percent_cell}*{scale},0)", str(100 * scale))


@dataclass(frozen=True, slots=True)
class _Needed:
    """Cells that must hold numbers, and those of them that must not be zero."""

    numbers: tuple[str, ...] = ()
    not_zero: tuple[str, ...] = ()


def _lacking(needed: _Needed) -> str:
    conditions = [f"COUNT({','.join(needed.numbers)})<{len(needed.numbers)}"]
    conditions += [f"{cell}=0" for cell in needed.not_zero]
    return conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"


def _reported(rule: RowRule, cells: InputCells) -> tuple[str, ...]:
    if rule.figured is Figured.VALUE:
        return (cells.actual,)
    if rule.figured is Figured.GROWTH:
        return (cells.numerator,)
    return cells.numerator, cells.denominator


def _figures(rule: RowRule, cells: InputCells) -> _Needed:
    if rule.figured is Figured.VALUE:
        return _Needed((cells.actual,))
    return _Needed((cells.numerator, cells.denominator), (cells.denominator,))


def _demands(rule: RowRule, cells: InputCells) -> _Needed:
    if rule.demanded is Demanded.BASE:
        return _Needed((cells.base_numerator, cells.base_denominator), (cells.base_denominator,))
    return _Needed((cells.target,))


def _all_inputs(rule: RowRule, cells: InputCells) -> _Needed:
    figures, demands = _figures(rule, cells), _demands(rule, cells)
    return _Needed(figures.numbers + demands.numbers, figures.not_zero + demands.not_zero)
