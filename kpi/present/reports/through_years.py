"""The report's own subject year by year: what was demanded and what was achieved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kpi.domain.evaluation import Evaluation
from kpi.domain.report import GapReport
from kpi.present.formats import points
from kpi.present.reports.document import Align, Block, Draws, Head, Heading, Paragraph, Part, Row, Table
from kpi.present.reports.results import NOTHING, change_in_points, target_cell
from kpi.present.sentences import actual_text, clause_text, figure_status, trend_sentence, verdict_word
from kpi.present.words import Words

MOST_YEARS = 6


def through_years(report: GapReport, words: Words) -> Iterator[Block]:
    """A table of the last years, and the directions without a figure."""
    series = last_years(report)
    if series:
        yield Heading(words("report_text.years"))
        yield _table(series, words)
    own = [t for t in report.trends if t.unit.id == report.subject]
    if own:
        yield Heading(words("report_text.directions"))
        for trend in own:
            name = words.pick(trend.indicator.short, trend.indicator.short_en)
            yield Paragraph(
                trend_sentence(trend, words) + ".", f"{name} ({clause_text(trend.indicator.clause, words)}): "
            )


def last_years(report: GapReport) -> list[Sequence[Evaluation]]:
    """By indicator, the last years that have a target or a figure."""
    told = ([e for e in years if e.figure or e.target] for years in report.years)
    return [years[-MOST_YEARS:] for years in told if years]


def _table(series: Sequence[Sequence[Evaluation]], words: Words) -> Table:
    columns = {
        "indicator": (40.0, Align.LEFT),
        "year": (12.0, Align.CENTRE),
        "target": (27.0, Align.CENTRE),
        "actual": (20.0, Align.RIGHT),
        "status": (18.0, Align.CENTRE),
        "change": (20.0, Align.RIGHT),
        "verdict": (23.0, Align.CENTRE),
    }
    heads = tuple(Head(words(f"report_table.{name}"), *shape) for name, shape in columns.items())

    def rows() -> Iterator[Row]:
        for years in series:
            yield from _rows(years, words)

    charts = tuple((Draws.PATH, years[0].indicator.id) for years in series)
    return Table(Part.YEARS, words("report_table.years"), heads, rows, charts)


def _rows(years: Sequence[Evaluation], words: Words) -> Iterator[Row]:
    before: Evaluation | None = None
    for evaluation in years:
        consecutive = before is not None and before.period == evaluation.period.a_year_before()
        change = change_in_points(evaluation, before if consecutive else None)
        yield Row(
            (
                words.pick(evaluation.indicator.short, evaluation.indicator.short_en)
                if before is None
                else "",
                str(evaluation.period.year),
                target_cell(evaluation, words),
                actual_text(evaluation, words),
                figure_status(evaluation, words) or NOTHING,
                NOTHING if change is None else points(change, words.language),
                verdict_word(evaluation, words),
            )
        )
        before = evaluation
