"""From an evaluation to one row of the gap report: its input numbers, and the rule its formulas follow.

A row carries no formulas where they could not say what the program says: a total with units missing, or
numbers so large that a spreadsheet's floats would blur the comparison. Its results then stand as plain values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from kpi.domain.actuals import Actual
from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.plan import IndicatorKind, Operator
from kpi.present.reports.formulas import Demanded, Figured, RowRule

LARGEST_PRODUCT = 10**14  # spreadsheets compare some fifteen digits, so products stay one digit below
_FEWEST_PLACES = 4


@dataclass(frozen=True, slots=True)
class GapRow:
    """The numbers of one row. `denominator` of growth is the earlier count; `target` is in percent."""

    evaluation: Evaluation
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    target: Decimal | None
    base_numerator: int | None
    base_denominator: int | None
    rule: RowRule | None
    too_large: bool = False

    @property
    def judged(self) -> bool:
        """Whether the verdict follows from the row's numbers, and not from the calendar."""
        return self.rule is not None and self.evaluation.compliance is not Compliance.NOT_DUE

    @property
    def has_base_counts(self) -> bool:
        return self.rule is not None and self.rule.demanded is Demanded.BASE


def gap_row(evaluation: Evaluation) -> GapRow:
    """The row of an evaluation."""
    figure, base = evaluation.figure, _increase_base(evaluation)
    figured = _figured(evaluation)
    row = GapRow(
        evaluation,
        figure.numerator if figure else None,
        _denominator(evaluation, figured),
        figure.value if figure and figured is Figured.VALUE else None,
        _target_figure(evaluation, base),
        base.numerator if base else None,
        base.denominator if base else None,
        None,
    )
    rule = RowRule(figured, _demanded(evaluation, base), _operator(evaluation), _scale(row))
    if _largest_product(row, rule) > LARGEST_PRODUCT:
        return replace(row, too_large=True)
    return row if _says_more(row, rule) else replace(row, rule=rule)


def _figured(evaluation: Evaluation) -> Figured:
    kind, figure = evaluation.indicator.kind, evaluation.figure
    if kind is IndicatorKind.GROWTH:
        return Figured.GROWTH
    if figure is None:
        return Figured.VALUE if kind is IndicatorKind.INDEX else Figured.SHARE
    typed = figure.value is not None and (figure.numerator is None or figure.denominator is None)
    return Figured.VALUE if typed else Figured.SHARE


def _denominator(evaluation: Evaluation, figured: Figured) -> int | None:
    base = evaluation.verdict.base
    if figured is Figured.GROWTH:
        return base.numerator if base else None
    return evaluation.figure.denominator if evaluation.figure else None


def _increase_base(evaluation: Evaluation) -> Actual | None:
    target = evaluation.target
    increase = target is not None and target.operator is Operator.INCREASE
    return evaluation.verdict.base if increase else None


def _target_figure(evaluation: Evaluation, base: Actual | None) -> Decimal | None:
    if base is not None and not _has_counts(base):
        return base.value
    return evaluation.target.value if evaluation.target else None


def _demanded(evaluation: Evaluation, base: Actual | None) -> Demanded:
    target = evaluation.target
    if target is None:
        return Demanded.NOTHING
    if target.operator is not Operator.INCREASE:
        return Demanded.FIGURE
    if evaluation.compliance is Compliance.NOT_DUE:
        return Demanded.NOTHING
    typed = base is not None and base.value is not None and not _has_counts(base)
    return Demanded.FIGURE if typed else Demanded.BASE


def _has_counts(figure: Actual) -> bool:
    return figure.numerator is not None and figure.denominator is not None


def _operator(evaluation: Evaluation) -> Operator:
    at_least = evaluation.target is not None and evaluation.target.operator is Operator.AT_LEAST
    return Operator.AT_LEAST if at_least else Operator.ABOVE


def _scale(row: GapRow) -> int:
    places = [_places(number) for number in (row.value, row.target) if number is not None]
    return int(10 ** max([_FEWEST_PLACES, *places]))


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _says_more(row: GapRow, rule: RowRule) -> bool:
    """Whether the program knows more than the row's cells: units missing from a sum, a base not carried along."""
    evaluation = row.evaluation
    figures = evaluation.figure, evaluation.verdict.base
    incomplete = any(figure is not None and not figure.complete for figure in figures)
    base_unsaid = row.denominator is None and rule.figured is Figured.GROWTH and evaluation.actual is not None
    return incomplete or base_unsaid


def _largest_product(row: GapRow, rule: RowRule) -> int:
    """The largest whole number the row's comparison forms."""
    hundred = 100 * rule.scale
    demanded = hundred + _scaled(row.target, rule)
    if rule.demanded is Demanded.BASE:
        demanded = max(row.base_numerator or 0, row.base_denominator or 0, 1)
    if rule.figured is not Figured.VALUE:
        return demanded * max(row.numerator or 0, row.denominator or 0)
    actual = max(hundred, _scaled(row.value, rule))
    return actual * demanded if rule.demanded is Demanded.BASE else max(actual, demanded)


def _scaled(percentage: Decimal | None, rule: RowRule) -> int:
    return 0 if percentage is None else int(abs(percentage) * rule.scale)
