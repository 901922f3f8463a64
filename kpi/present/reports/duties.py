"""What the report says on duties, and on who has not sent figures."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.domain.paper import NotSent
from kpi.domain.report import GapReport, NotReported
from kpi.domain.task import Occurrence, TaskState, TaskStatus
from kpi.present.formats import day, number
from kpi.present.paper_lines import paper_name
from kpi.present.reports.document import Align, Block, Head, Heading, Paragraph, Part, Row, Table
from kpi.present.reports.results import NOTHING
from kpi.present.sentences import agencies_text, clause_text, period_text, task_counts_text, term
from kpi.present.words import Words

_LATE = (TaskState.OVERDUE, TaskState.DONE_LATE)


def duties(report: GapReport, words: Words) -> Iterator[Block]:
    """Duties with a day or a record, one by one, the others counted; all of them where the plan has no figures."""
    if not report.tasks:
        return
    yield Heading(words("report_text.tasks"))
    counts = task_counts_text(report.tasks, words)
    said = words("report_text.task_counts", all=len(report.tasks), counts=counts)
    listed = _listed(report)
    if 0 < len(listed) < len(report.tasks):
        said = f"{said} {words('report_text.tasks_with_a_day')}"
    yield Paragraph(said)
    if listed:
        yield _table(listed, words)


def _listed(report: GapReport) -> list[TaskStatus]:
    if not report.plan.indicators:
        return list(report.tasks)
    return [status for status in report.tasks if status.current.state is not TaskState.NO_DEADLINE]


def days_late(occurrence: Occurrence) -> int | None:
    """Days after the last day in time, of a duty overdue or done late."""
    return occurrence.days if occurrence.state in _LATE else None


def _table(statuses: list[TaskStatus], words: Words) -> Table:
    columns = {
        "number": (8.0, Align.CENTRE),
        "task": (59.0, Align.LEFT),
        "lead": (33.0, Align.LEFT),
        "last_day": (21.0, Align.CENTRE),
        "state": (21.0, Align.CENTRE),
        "days_late": (18.0, Align.RIGHT),
    }
    heads = tuple(Head(words(f"report_table.{name}"), *shape) for name, shape in columns.items())

    def rows() -> Iterator[Row]:
        for place, status in enumerate(statuses, start=1):
            yield _row(place, status, words)

    return Table(Part.TASKS, words("report_table.tasks"), heads, rows)


def _row(place: int, status: TaskStatus, words: Words) -> Row:
    task, current = status.task, status.current
    late = days_late(current)
    text = words(
        "report_table.task_text",
        text=words.pick(task.text, task.text_en),
        clause=clause_text(task.clause, words),
    )
    return Row(
        (
            str(place),
            text,
            agencies_text(task.lead, words),
            day(current.last_day, words.language) if current.last_day else NOTHING,
            term(current.state, words),
            NOTHING if late is None else number(late, words.language),
        )
    )


def unreported(report: GapReport, words: Words) -> Iterator[Block]:
    """Who owes which figure."""
    if not report.plan.indicators:
        return
    yield Heading(words("report_text.unreported"))
    owing = [entry for entry in report.not_reported if entry.units]
    if not owing:
        yield Paragraph(words("unreported_sheet.none"))
    for entry in owing:
        name = words.pick(entry.indicator.short, entry.indicator.short_en)
        yield Paragraph(_owing(entry, words), f"{name}: ")
    for missing in report.not_sent:
        yield Paragraph(_not_sent(missing, words), f"{paper_name(missing.task, words)}: ")


def _not_sent(missing: NotSent, words: Words) -> str:
    names = agencies_text(missing.senders, words, ", ")
    period = period_text(missing.period, words)
    count = len(missing.senders)
    if count == missing.expected > 1:
        return words("report_text.none_sent", period=period, expected=count)
    return words("report_text.not_sent", period=period, missing=count, expected=missing.expected, names=names)


def _owing(entry: NotReported, words: Words) -> str:
    names = ", ".join(unit.name for unit in entry.units)
    return words("report_text.owing", missing=len(entry.units), expected=entry.expected, names=names)
