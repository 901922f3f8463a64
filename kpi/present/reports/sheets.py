"""The sheets beside the gap table: tasks, who has not reported, directions, sources, method."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from kpi.domain.paper import NotSent
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, IndicatorKind
from kpi.domain.report import GapReport, NotReported, Source
from kpi.domain.task import Occurrence, TaskState, TaskStatus
from kpi.domain.trend import Trend
from kpi.present.formats import day, moment
from kpi.present.paper_lines import paper_name
from kpi.present.reports.evidence import rules
from kpi.present.sentences import agencies_text, agency_text, clause_text, term
from kpi.present.words import Words
from kpi.present.workbook_style import Book, Page, SheetPen, decimals

_HEAD_ROW = 3
_RULE_WIDTH, _RULE_LETTERS = 86, 74
Columns = Mapping[str, float]  # names in their order, with widths in characters
_TASK_COLUMNS: Columns = {
    "number": 6,
    "text": 44,
    "lead": 22,
    "coordinating": 22,
    "deadline": 18,
    "last_day": 11,
    "state": 13,
    "days_late": 8,
    "days_left": 8,
    "done_on": 11,
    "clause": 11,
    "note": 20,
}
_SOURCE_COLUMNS: Columns = {
    "indicator": 24,
    "unit": 18,
    "period": 7,
    "stage": 11,
    "file_name": 22,
    "cell_sheet": 14,
    "cell": 7,
    "submission": 8,
    "received_at": 15.5,
    "received_by": 11,
    "illustrative": 11,
    "sha256": 35,
    "reason": 40,
}
_UNREPORTED_COLUMNS: Columns = {"what": 40, "period": 10, "expected": 14, "missing": 14, "units": 80}
_TREND_COLUMNS: Columns = {
    "indicator": 46,
    "unit": 22,
    "period": 10,
    "current": 16,
    "previous_period": 12,
    "previous": 16,
    "direction": 22,
    "clause": 12,
}


def write_task_sheet(book: Book, report: GapReport, words: Words) -> None:
    """Every duty of the plan as it stands on the report's day."""

    def say(key: str) -> str:
        return words(f"task_sheet.{key}")

    pen = _begin(book, say, _TASK_COLUMNS, report, words)
    for number, status in enumerate(report.tasks, start=1):
        _write_task(pen, _HEAD_ROW + number, number, status, words)
    _end(pen, say, _TASK_COLUMNS, len(report.tasks))


def _write_task(pen: SheetPen, row: int, number: int, status: TaskStatus, words: Words) -> None:
    task, current = status.task, status.current
    pen.number(row, 0, number, "cell", "days", "centre")
    pen.text(row, 1, words.pick(task.text, task.text_en), "cell")
    pen.text(row, 2, agencies_text(task.lead, words), "cell")
    pen.text(row, 3, agencies_text(task.coordinating, words), "cell")
    pen.text(row, 4, words.pick(task.deadline_text, task.deadline_text_en), "cell")
    pen.day(row, 5, current.last_day, "cell")
    pen.text(row, 6, term(current.state, words), "cell", "centre")
    pen.number(row, 7, _days_late(current), "cell", "days", "centre")
    pen.number(row, 8, _days_left(current), "cell", "days", "centre")
    pen.day(row, 9, current.done_on, "cell")
    pen.text(row, 10, clause_text(task.clause, words), "cell", "centre")
    pen.text(row, 11, "; ".join(filter(None, (current.note, words.pick(task.note, task.note_en)))), "cell")


def _days_late(occurrence: Occurrence) -> int | None:
    late = occurrence.state in (TaskState.OVERDUE, TaskState.DONE_LATE)
    return occurrence.days if late else None


def _days_left(occurrence: Occurrence) -> int | None:
    if occurrence.state is not TaskState.DUE or occurrence.days is None:
        return None
    return -occurrence.days


def write_source_sheet(book: Book, report: GapReport, words: Words) -> None:
    """File, sheet and cell of every figure, so that it can be looked up."""

    def say(key: str) -> str:
        return words(f"source_sheet.{key}")

    pen = _begin(book, say, _SOURCE_COLUMNS, report, words)
    for row, source in enumerate(report.sources, start=_HEAD_ROW + 1):
        _write_source(pen, row, source, words)
    _end(pen, say, _SOURCE_COLUMNS, len(report.sources))


def _write_source(pen: SheetPen, row: int, source: Source, words: Words) -> None:
    mark = words("source_sheet.illustrative_mark") if source.illustrative else ""
    pen.text(row, 0, _short(source.indicator, words), "cell")
    pen.text(row, 1, source.unit.name, "cell")
    pen.text(row, 2, str(source.period), "cell", "centre")
    pen.text(row, 3, words(f"stage_word.{source.stage}"), "cell", "centre")
    pen.text(row, 4, source.file_name, "cell")
    pen.text(row, 5, source.sheet, "cell")
    pen.text(row, 6, source.cell, "cell", "centre")
    pen.number(row, 7, source.submission, "cell", "days", "centre")
    pen.moment(row, 8, source.received_at, "cell")
    pen.text(row, 9, source.received_by, "cell")
    pen.text(row, 10, mark, "cell", "centre")
    pen.text(row, 11, source.sha256, "cell", "mono")
    pen.text(row, 12, source.reason, "cell")


def write_unreported_sheet(book: Book, report: GapReport, words: Words) -> None:
    """Who still owes which indicator, and which report without figures."""
    owing = [_owed_figure(entry, report, words) for entry in report.not_reported if entry.units]
    owing += [_owed_paper(entry, words) for entry in report.not_sent]

    def say(key: str) -> str:
        return words(f"unreported_sheet.{key}")

    pen = _begin(book, say, _UNREPORTED_COLUMNS, report, words)
    for row, owed in enumerate(owing, start=_HEAD_ROW + 1):
        pen.text(row, 0, owed.what, "cell")
        pen.text(row, 1, str(owed.period), "cell", "centre")
        pen.number(row, 2, owed.expected, "cell", "whole", "centre")
        pen.number(row, 3, len(owed.missing), "cell", "whole", "centre")
        pen.text(row, 4, ", ".join(owed.missing), "cell")
    _end(pen, say, _UNREPORTED_COLUMNS, len(owing))


class _Owed(NamedTuple):
    """A line of the sheet: what is owed for which period, by how many, and who is missing, by name."""

    what: str
    period: Period
    expected: int
    missing: tuple[str, ...]


def _owed_figure(entry: NotReported, report: GapReport, words: Words) -> _Owed:
    names = tuple(unit.name for unit in entry.units)
    return _Owed(_short(entry.indicator, words), report.period, entry.expected, names)


def _owed_paper(entry: NotSent, words: Words) -> _Owed:
    names = tuple(agency_text(sender, words) for sender in entry.senders)
    return _Owed(paper_name(entry.task, words), entry.period, entry.expected, names)


def write_trend_sheet(book: Book, report: GapReport, words: Words) -> None:
    """Directions without a figure against their previous value; no sheet where there are none."""
    if not report.trends:
        return

    def say(key: str) -> str:
        return words(f"trend_sheet.{key}")

    pen = _begin(book, say, _TREND_COLUMNS, report, words)
    for row, trend in enumerate(report.trends, start=_HEAD_ROW + 1):
        _write_trend(pen, row, trend, words)
    _end(pen, say, _TREND_COLUMNS, len(report.trends))


def _write_trend(pen: SheetPen, row: int, trend: Trend, words: Words) -> None:
    shown = "whole" if trend.indicator.kind is IndicatorKind.COUNT else decimals(2)
    previous_period = str(trend.previous_period) if trend.previous_period else ""
    pen.text(row, 0, _short(trend.indicator, words), "cell")
    pen.text(row, 1, trend.unit.name, "cell")
    pen.text(row, 2, str(trend.period), "cell", "centre")
    pen.number(row, 3, _whole_as_int(trend.current), "cell", shown)
    pen.text(row, 4, previous_period, "cell", "centre")
    pen.number(row, 5, _whole_as_int(trend.previous), "cell", shown)
    pen.text(row, 6, _direction(trend, words), "cell", "centre")
    pen.text(row, 7, clause_text(trend.indicator.clause, words), "cell", "centre")


def _direction(trend: Trend, words: Words) -> str:
    return term(trend.direction, words) if trend.direction else words("trend_sheet.not_judged")


def _whole_as_int(amount: Fraction | None) -> Fraction | int | None:
    return int(amount) if amount is not None and amount.denominator == 1 else amount


def _short(indicator: Indicator, words: Words) -> str:
    return words.pick(indicator.short, indicator.short_en)


def _begin(
    book: Book, say: Callable[[str], str], columns: Columns, report: GapReport, words: Words
) -> SheetPen:
    plan = words.pick(report.plan.title, report.plan.title_en)
    pen = book.sheet(say("sheet"))
    pen.line(0, len(columns), say("title"), "title", height=26)
    as_of = words("task_sheet.as_of", plan=plan, as_of=day(report.as_of, words.language))
    pen.line(1, len(columns), as_of, "subtitle")
    pen.heads(_HEAD_ROW, [(say(name), width) for name, width in columns.items()])
    pen.a4(footer_of(report, words), warning_of(report, words))
    return pen


def footer_of(report: GapReport, words: Words) -> str:
    """What stands small at the foot of every page."""
    return words(
        "gap_report.footer",
        plan=words.pick(report.plan.short, report.plan.short_en),
        period=report.period,
        made_at=moment(report.made_at, words.language),
    )


def warning_of(report: GapReport, words: Words) -> str:
    """What stands at the head of every page of made-up figures; empty for real ones."""
    return words("gap_report.illustrative") if report.illustrative else ""


def write_method_sheet(book: Book, report: GapReport, words: Words) -> None:
    """How verdicts are computed, a rule to a line; no sheet where there are none to compute."""
    if not report.plan.indicators:
        return
    pen = book.sheet(words("method_sheet.sheet"))
    pen.worksheet.set_column(0, 0, _RULE_WIDTH)
    pen.text(0, 0, words("method_sheet.title"), "title")
    for row, rule in enumerate(rules(words), start=1):
        pen.worksheet.set_row(row, 17 * ceil(len(rule) / _RULE_LETTERS) + 4)
        pen.text(row, 0, rule, "body", "left")
    pen.worksheet.print_area(0, 0, len(rules(words)), 0)
    pen.a4(footer_of(report, words), warning_of(report, words), page=Page(landscape=False))


def _end(pen: SheetPen, say: Callable[[str], str], columns: Columns, rows: int) -> None:
    pen.as_table(_HEAD_ROW, _HEAD_ROW + rows, len(columns), pinned_columns=1)
    if not rows:
        pen.line(_HEAD_ROW + 1, len(columns), say("none"), "hint")
