"""The gap report as a workbook: verdicts and gaps as live formulas, tasks, sources, and who has not reported."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.report import GapReport
from kpi.domain.unit import Level
from kpi.present.formats import day, moment
from kpi.present.reports.columns import TablePlace, columns_for
from kpi.present.reports.counts import summary_formula, summary_text
from kpi.present.reports.gap_table import GapTable
from kpi.present.reports.rows import GapRow, gap_row
from kpi.present.reports.sheets import (
    write_source_sheet,
    write_task_sheet,
    write_trend_sheet,
    write_unreported_sheet,
)
from kpi.present.words import Words
from kpi.present.workbook_style import Book, SheetPen


def write_gap_report(report: GapReport, words: Words) -> bytes:
    """The report as .xlsx bytes; the same report gives the same bytes.

    Actual, gap, missing units and verdict of a row are formulas over the numbers beside them, saved with this
    program's own exact results. No macro and no link to another file.
    """
    book = Book(words.pick(report.plan.title, report.plan.title_en), report.made_at)
    _write_report_sheet(book, report, words)
    write_task_sheet(book, report, words)
    write_source_sheet(book, report, words)
    write_unreported_sheet(book, report, words)
    write_trend_sheet(book, report, words)
    return book.bytes()


def _write_report_sheet(book: Book, report: GapReport, words: Words) -> None:
    rows = _province_first(report)
    pen = book.sheet(words("gap_report.sheet"))
    width = len(columns_for(rows))
    below = _write_title_block(pen, report, width, words)
    if rows:
        _write_table(pen, below, rows, report, words)
    elif report.plan.indicators:
        pen.line(below + 1, width, words("gap_report.nothing_to_judge"), "hint")
    else:
        _point_to_tasks(pen, below, width, words)
    pen.a4_landscape(_footer(report, words), words("gap_report.illustrative") if report.illustrative else "")


def _province_first(report: GapReport) -> list[GapRow]:
    rows = [gap_row(evaluation) for evaluation in report.evaluations]
    return sorted(rows, key=lambda row: row.evaluation.unit.level is not Level.PROVINCE)


def _write_title_block(pen: SheetPen, report: GapReport, width: int, words: Words) -> int:
    """Writes what the report is about; returns the first free row."""
    pen.line(0, width, words("gap_report.title"), "title", height=26)
    pen.line(1, width, _document(report, words), "subtitle", "strong")
    pen.line(2, width, _scope(report, words), "subtitle")
    pen.line(3, width, _standing(report, words), "subtitle")
    if not report.illustrative:
        return 4
    pen.line(4, width, words("gap_report.illustrative"), "subtitle", "banner", height=22)
    return 5


def _document(report: GapReport, words: Words) -> str:
    plan = report.plan
    title = words.pick(plan.title, plan.title_en)
    if not plan.number:
        return words("gap_report.document_without_number", title=title, issuer=plan.issuer)
    issued = day(plan.issued, words.language) if plan.issued else ""
    return words("gap_report.document", title=title, number=plan.number, issued=issued, issuer=plan.issuer)


def _scope(report: GapReport, words: Words) -> str:
    return words(
        "gap_report.scope",
        period=report.period,
        unit=report.unit.name if report.unit else words("gap_report.whole_province"),
        as_of=day(report.as_of, words.language),
        made_at=moment(report.made_at, words.language),
    )


def _standing(report: GapReport, words: Words) -> str:
    standing = words("gap_report.closed" if report.closed else "gap_report.provisional")
    clauses = dict.fromkeys(e.target.clause for e in report.evaluations if e.target is not None)
    if not clauses:
        return standing
    return f"{words('gap_report.clauses', clauses='; '.join(clauses))}   •   {standing}"


def _write_table(pen: SheetPen, row: int, rows: Sequence[GapRow], report: GapReport, words: Words) -> None:
    own = [r for r in rows if r.evaluation.unit.level is Level.PROVINCE]
    parts = [
        ("gap_report.summary_province", own, 0),
        ("gap_report.summary_units", rows[len(own) :], len(own)),
    ]
    shown = [part for part in parts if part[1]]
    place = TablePlace.of(row + len(shown) + 1, rows)
    for line, (key, part, first) in enumerate(shown, start=row):
        formula = summary_formula(key, part, place.verdict_cells(first, len(part)), words)
        pen.formula_line(line, place.width, formula, summary_text(key, part, words), "subtitle", "strong")
    pen.line(row + len(shown), place.width, words("gap_report.reading"), "hint", height=34)
    GapTable(pen, place, words, _unit_names(report)).write(rows)


def _unit_names(report: GapReport) -> dict[str, str]:
    owing = [unit for entry in report.not_reported for unit in entry.units]
    return {unit.id: unit.name for unit in [*owing, *(e.unit for e in report.evaluations)]}


def _point_to_tasks(pen: SheetPen, row: int, width: int, words: Words) -> None:
    tasks = words("task_sheet.sheet")
    pen.line(row + 1, width, words("gap_report.no_numeric_target", sheet=tasks), "subtitle", "strong")
    pen.link_to_sheet(row + 2, width, words("gap_report.go_to_tasks", sheet=tasks), tasks)


def _footer(report: GapReport, words: Words) -> str:
    return words(
        "gap_report.footer",
        plan=words.pick(report.plan.short, report.plan.short_en),
        period=report.period,
        made_at=moment(report.made_at, words.language),
    )
