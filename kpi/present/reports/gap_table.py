"""The one table of the gap report: a row for each indicator and unit, its results live formulas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from kpi.domain.evaluation import Compliance, Evaluation, Verdict
from kpi.domain.plan import Operator
from kpi.domain.unit import Level
from kpi.present.reports.columns import Column, TablePlace, width_of
from kpi.present.reports.formulas import (
    Answers,
    InputCells,
    RowRule,
    actual_formula,
    missing_formula,
    points_formula,
    target_formula,
    verdict_formula,
)
from kpi.present.reports.notes import note_on
from kpi.present.reports.rows import GapRow
from kpi.present.reports.shapes import actual_shape, counted_shape, points_shape
from kpi.present.sentences import clause_text, term, verdict_word
from kpi.present.words import Words
from kpi.present.workbook_style import SheetPen, decimals, quoted

_TONES = {
    "met": {"font_color": "#0B5D1E", "bg_color": "#DDF3E1"},
    "missed": {"font_color": "#8F1D14", "bg_color": "#FBE3E0"},
    "not_assessable": {"font_color": "#6B4E00", "bg_color": "#FFF1CC"},
}


def answers_for(evaluation: Evaluation, words: Words) -> Answers:
    """The words the verdict cell of this row shows now or after its inputs have changed."""

    def word(compliance: Compliance) -> str:
        return verdict_word(evaluation._replace(verdict=Verdict(compliance)), words)

    return Answers(
        word(Compliance.MET),
        word(Compliance.MISSED),
        word(Compliance.NO_DATA),
        word(Compliance.NOT_ASSESSABLE),
    )


class GapTable:
    """Writes the table. `unit_names` names units by id, for the notes."""

    def __init__(self, pen: SheetPen, place: TablePlace, words: Words, unit_names: Mapping[str, str]) -> None:
        self._pen, self._place, self._words, self._unit_names = pen, place, words, unit_names

    def write(self, rows: Sequence[GapRow]) -> None:
        place = self._place
        heads = [(self._words(f"gap_table.{column}"), width_of(column)) for column in place.columns]
        self._pen.heads(place.head_row, heads, height=50)
        for index, row in enumerate(rows):
            note = note_on(row, self._unit_names, self._words)
            GapLine(self._pen, place, self._words, place.line_of(index), row).write(note)
        self._pen.as_table(place.head_row, place.head_row + len(rows), place.width, pinned_columns=2)
        self._colour(rows)

    def _colour(self, rows: Sequence[GapRow]) -> None:
        cells = self._place.verdict_cells(0, len(rows))
        colour_verdicts(self._pen, cells, [row.evaluation for row in rows], self._words)


def colour_verdicts(pen: SheetPen, cells: str, evaluations: Iterable[Evaluation], words: Words) -> None:
    """Tints verdict cells by what they say, now or after a change."""
    of_each_standing = {(e.stage, e.final): e for e in evaluations}
    answers = {answers_for(evaluation, words) for evaluation in of_each_standing.values()}
    for name, tone in _TONES.items():
        for word in sorted({getattr(answer, name) for answer in answers}):
            pen.colour(cells, f"={quoted(word)}", tone)


class GapLine:
    """Writes one row of the table on its sheet row `line`."""

    def __init__(self, pen: SheetPen, place: TablePlace, words: Words, line: int, row: GapRow) -> None:
        self._pen, self._place, self._words, self._line, self._row = pen, place, words, line, row
        own = row.evaluation.unit.level is Level.PROVINCE
        self._look = ("cell", "province") if own else ("cell",)

    def write(self, note: str) -> None:
        self._write_names()
        self._write_inputs()
        self._write_results()
        self._write_verdict()
        self._text(Column.NOTE, note)

    def _write_names(self) -> None:
        evaluation, words = self._row.evaluation, self._words
        indicator, target, stage = evaluation.indicator, evaluation.target, evaluation.stage
        self._text(Column.INDICATOR, words.pick(indicator.short, indicator.short_en))
        self._text(Column.UNIT, evaluation.unit.name)
        if evaluation.period.is_year:
            self._number(Column.PERIOD, evaluation.period.year, "days", "centre")
        else:
            self._text(Column.PERIOD, str(evaluation.period), "centre")
        self._text(Column.STAGE, words(f"stage_word.{stage}") if stage else "", "centre")
        self._text(Column.PACE, term(evaluation.pace.state, words), "centre")
        self._text(Column.CLAUSE, clause_text(target.clause if target else indicator.clause, words), "centre")

    def _write_inputs(self) -> None:
        row = self._row
        self._number(Column.NUMERATOR, row.numerator, "whole")
        self._number(Column.DENOMINATOR, row.denominator, "whole")
        self._text(Column.OPERATOR, self._operator(), "centre")
        if Column.BASE_NUMERATOR in self._place.columns:
            self._number(Column.BASE_NUMERATOR, row.base_numerator, "whole")
            self._number(Column.BASE_DENOMINATOR, row.base_denominator, "whole")

    def _write_results(self) -> None:
        verdict, rule, cells = self._row.evaluation.verdict, self._row.rule, self._cells
        self._write_target(rule, cells)
        self._result(
            Column.ACTUAL,
            actual_formula(rule, cells) if rule else None,
            self._row.evaluation.actual,
            actual_shape(self._row.evaluation, self._words),
        )
        self._result(
            Column.POINTS,
            points_formula(rule, cells) if rule else None,
            verdict.gap_points,
            points_shape(self._row.evaluation, self._words),
        )
        missing = missing_formula(rule, cells) if rule else None
        self._result(
            Column.MISSING, missing, verdict.gap_units, counted_shape(self._row.evaluation, self._words)
        )

    def _write_target(self, rule: RowRule | None, cells: InputCells) -> None:
        formula = target_formula(rule, cells) if rule else None
        base = self._row.evaluation.verdict.base
        if formula is None:
            self._number(Column.TARGET, self._row.target, "0.####")
        else:
            self._result(Column.TARGET, formula, base.percent if base else None, decimals(2))

    def _write_verdict(self) -> None:
        column = self._place.columns[Column.VERDICT]
        evaluation, rule = self._row.evaluation, self._row.rule
        word = verdict_word(evaluation, self._words)
        if rule is None or not self._row.judged:
            self._text(Column.VERDICT, word, "centre")
            return
        formula = verdict_formula(rule, self._cells, answers_for(evaluation, self._words))
        self._pen.formula(self._line, column, formula, word, *self._look, "centre")

    @property
    def _cells(self) -> InputCells:
        return self._place.inputs(self._line)

    def _operator(self) -> str:
        target = self._row.evaluation.target
        if target is None:
            return ""
        if target.operator is Operator.INCREASE:
            base = self._row.evaluation.verdict.base
            return self._words("gap_operator.increase", base=base.period if base else target.base_year)
        at_least = target.operator is Operator.AT_LEAST
        return self._words("gap_operator.at_least" if at_least else "gap_operator.above")

    def _text(self, column: Column, text: str, *looks: str) -> None:
        self._pen.text(self._line, self._place.columns[column], text, *self._look, *looks)

    def _number(self, column: Column, value: int | Decimal | None, *looks: str) -> None:
        self._pen.number(self._line, self._place.columns[column], value, *self._look, *looks)

    def _result(
        self, column: Column, formula: str | None, result: int | Fraction | None, *looks: str
    ) -> None:
        place = self._place.columns[column]
        if formula is None:
            self._pen.number(self._line, place, result, *self._look, *looks)
        else:
            self._pen.formula(self._line, place, formula, result, *self._look, *looks)
