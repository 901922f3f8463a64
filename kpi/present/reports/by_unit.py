"""What the report says on the units: how many keep the province's target, who is farthest, and a table each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.plan import IndicatorKind
from kpi.domain.report import GapReport
from kpi.present.formats import number, points
from kpi.present.reports.document import Align, Block, Draws, Head, Heading, Paragraph, Part, Row, Table
from kpi.present.reports.results import (
    NOTHING,
    change_in_points,
    counts_text,
    missing_cell,
    points_cell,
)
from kpi.present.sentences import actual_text, period_text, verdict_word
from kpi.present.words import Words

_FARTHEST = 3


def by_unit(report: GapReport, words: Words) -> Iterator[Block]:
    """Nothing where the report is of one unit or no unit reports."""
    groups = units_by_indicator(report)
    if not groups:
        return
    yield Heading(words("report_text.by_unit"))
    yield Paragraph(words("report_text.reference_only"))
    for evaluations in groups:
        yield _paragraph(evaluations, words)
        if any(e.figure for e in evaluations):
            yield _table(report, evaluations, words)


def units_by_indicator(report: GapReport) -> list[list[Evaluation]]:
    """The units' evaluations, a list for each indicator in the plan's order."""
    return [list(group) for _, group in groupby(report.of_units, key=lambda e: e.indicator.id)]


def _paragraph(evaluations: Sequence[Evaluation], words: Words) -> Paragraph:
    indicator = evaluations[0].indicator
    said = [words("report_text.units_counts", all=len(evaluations), counts=counts_text(evaluations, words))]
    if not any(e.figure for e in evaluations):
        said.append(words("report_text.no_unit_figures"))
    missed = [e for e in evaluations if e.compliance is Compliance.MISSED]
    farthest = sorted(missed, key=lambda e: e.verdict.gap_points or 0)[:_FARTHEST]
    if farthest:
        names = "; ".join(_farthest(e, words) for e in farthest)
        said.append(words("report_text.farthest", names=names))
    return Paragraph(" ".join(said), f"{words.pick(indicator.short, indicator.short_en)}: ")


def _farthest(evaluation: Evaluation, words: Words) -> str:
    gap = evaluation.verdict.gap_points or Fraction(0)
    shown = points(abs(gap), words.language, signed=False)
    missing = missing_cell(evaluation, words)
    key = "report_text.far" if missing == NOTHING else "report_text.far_units"
    return words(key, unit=evaluation.unit.name, points=shown, missing=missing)


def _table(report: GapReport, evaluations: Sequence[Evaluation], words: Words) -> Table:
    indicator = evaluations[0].indicator
    growth = indicator.kind is IndicatorKind.GROWTH
    columns = {
        "number": (8.0, Align.CENTRE),
        "unit": (34.0, Align.LEFT),
        "numerator_growth" if growth else "numerator": (15.0, Align.RIGHT),
        "denominator_growth" if growth else "denominator": (15.0, Align.RIGHT),
        "actual": (17.0, Align.RIGHT),
        "points": (18.0, Align.RIGHT),
        "missing_count": (14.0, Align.RIGHT),
        "change": (19.0, Align.RIGHT),
        "verdict": (20.0, Align.CENTRE),
    }
    caption = words(
        "report_table.units",
        indicator=words.pick(indicator.short, indicator.short_en),
        period=period_text(report.period, words),
    )
    heads = tuple(Head(words(f"report_table.{name}"), *shape) for name, shape in columns.items())

    def rows() -> Iterator[Row]:
        for place, evaluation in enumerate(evaluations, start=1):
            yield _row(report, place, evaluation, words)

    return Table(Part.UNITS, caption, heads, rows, ((Draws.GAP, indicator.id),))


def _row(report: GapReport, place: int, evaluation: Evaluation, words: Words) -> Row:
    numerator, denominator = counts_of(evaluation)
    change = change_in_points(evaluation, report.year_before(evaluation))
    units = evaluation.verdict.gap_units
    return Row(
        (
            str(place),
            evaluation.unit.name,
            _count(numerator, words),
            _count(denominator, words),
            actual_text(evaluation, words),
            points_cell(evaluation, words),
            _count(units, words),
            NOTHING if change is None else points(change, words.language),
            verdict_word(evaluation, words),
        )
    )


def counts_of(evaluation: Evaluation) -> tuple[int | None, int | None]:
    """The two counts behind the percentage: numerator and denominator, of growth this year's and last year's."""
    figure, base = evaluation.figure, evaluation.verdict.base
    numerator = figure.numerator if figure else None
    if evaluation.indicator.kind is IndicatorKind.GROWTH:
        return numerator, base.numerator if base else None
    return numerator, figure.denominator if figure else None


def _count(count: int | None, words: Words) -> str:
    return NOTHING if count is None else number(count, words.language)
