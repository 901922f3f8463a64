"""Whether the gap sheet still holds the figures it was made with: the words of the report do not follow a change."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from kpi.present.reports.columns import Column
from kpi.present.reports.gap_sheet import GapSheet
from kpi.present.reports.rows import GapRow
from kpi.present.workbook_style import LARGEST_EXACT_WHOLE, quoted

_LEAST = (
    "0.0001"  # far above what sums of binary floats lose, below what a change of the second decimal makes
)
_Shown = Callable[[GapRow], int | Fraction | None]


def _target(row: GapRow) -> Fraction | None:
    if row.target is not None:
        return Fraction(row.target)
    base = row.evaluation.verdict.base if row.has_base_counts else None
    return base.percent if base else None


_FIGURES: dict[Column, _Shown] = {
    Column.NUMERATOR: lambda row: row.numerator,
    Column.DENOMINATOR: lambda row: row.denominator,
    Column.BASE_NUMERATOR: lambda row: row.base_numerator,
    Column.BASE_DENOMINATOR: lambda row: row.base_denominator,
    Column.TARGET: _target,
    Column.ACTUAL: lambda row: row.evaluation.actual,
}


def said_when_changed(gaps: GapSheet, sentence: str) -> str:
    """A formula that says the sentence once a figure of the gap sheet has been changed, and nothing before.

    Each column is summed with its rows as weights, so that figures that change places are noticed too.
    """
    differences = [
        f"ABS(SUMPRODUCT({cells},ROW({cells}))-{_sum(gaps, column)!r})>{_LEAST}"
        for column in _FIGURES
        if column in gaps.place.columns
        for cells in [gaps.cells(column, 0, len(gaps.rows))]
    ]
    return f"IF(OR({','.join(differences)}),{quoted(sentence)},{quoted('')})"


def _sum(gaps: GapSheet, column: Column) -> float:
    numbers = (_number(_FIGURES[column](row)) for row in gaps.rows)
    lines = range(gaps.place.line_of(0) + 1, gaps.place.line_of(len(gaps.rows)) + 1)
    return float(sum((line * number for line, number in zip(lines, numbers, strict=True)), Fraction(0)))


def _number(figure: int | Fraction | None) -> Fraction:
    """What a sum finds in the cell: nothing where it is blank, or a whole number so long that it stands as text."""
    too_long = isinstance(figure, int) and abs(figure) > LARGEST_EXACT_WHOLE
    return Fraction(0) if figure is None or too_long else Fraction(figure)
