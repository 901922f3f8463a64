"""What a row of the gap report says beside its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.outlook import OutlookState
from kpi.domain.plan import Operator
from kpi.present.formats import percent
from kpi.present.reports.rows import GapRow
from kpi.present.sentences import term
from kpi.present.sentences.pace import mark_of
from kpi.present.sentences.terms import lowered
from kpi.present.words import Words


def note_on(row: GapRow, unit_names: Mapping[str, str], words: Words) -> str:
    """The remarks on one row, joined: whose target, how complete, why not assessable, base, projection."""
    evaluation = row.evaluation
    remarks = [
        *_standing(evaluation, words),
        *_coverage(evaluation, unit_names, words),
        *_base(evaluation, words),
        *_projection(evaluation, words),
    ]
    if row.too_large:
        remarks.append(words("gap_note.beyond"))
    return "; ".join(remarks)


def _standing(evaluation: Evaluation, words: Words) -> Iterator[str]:
    if evaluation.against_province_target:
        yield words("gap_note.province_target")
    if evaluation.compliance is Compliance.NOT_DUE and evaluation.target is not None:
        yield words("gap_note.due", year=evaluation.target.year)
    if evaluation.verdict.reason is not None:
        yield lowered(term(evaluation.verdict.reason, words))


def _coverage(evaluation: Evaluation, unit_names: Mapping[str, str], words: Words) -> Iterator[str]:
    coverage = evaluation.coverage
    if coverage is None:
        return
    yield words("gap_note.coverage", coverage=coverage)
    if coverage.missing:
        names = ", ".join(unit_names.get(unit, unit) for unit in coverage.missing)
        yield words("gap_note.missing_units", units=names)


def _base(evaluation: Evaluation, words: Words) -> Iterator[str]:
    base, target = evaluation.verdict.base, evaluation.target
    if base is not None and target is not None and target.operator is Operator.INCREASE:
        yield words("gap_note.base", period=base.period)


def _projection(evaluation: Evaluation, words: Words) -> Iterator[str]:
    if evaluation.outlook.state is not OutlookState.UNKNOWN:
        outlook = evaluation.outlook
        yield words(
            "gap_note.projection",
            state=lowered(term(outlook.state, words)),
            projected=_projected(evaluation, words),
            period=outlook.period,
        )


def _projected(evaluation: Evaluation, words: Words) -> str:
    outlook = evaluation.outlook
    mark = mark_of(evaluation.indicator, outlook.period) if outlook.period else None
    return percent(outlook.projected or Fraction(0), words.language, mark)
