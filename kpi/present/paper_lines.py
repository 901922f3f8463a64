"""A report without figures that was received, in words: in the list and when it comes."""

from __future__ import annotations

from collections.abc import Mapping

from kpi.domain.paper import Answered, ReceivedReport, sender_of
from kpi.domain.plan import Plan
from kpi.domain.task import Task
from kpi.domain.unit import UnitRegister
from kpi.present.formats import moment
from kpi.present.sentences import agency_text, clause_text, period_text
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words

_COLUMNS = ("number", "report", "period", "sender", "file", "sent", "sha", "state")
_SHORT_SHA = 12


def paper_headings(words: Words) -> list[str]:
    return [words(f"paper.{name}") for name in _COLUMNS]


def paper_cells(
    report: ReceivedReport,
    plan: Plan,
    units: UnitRegister,
    counts: Mapping[Answered, ReceivedReport],
    words: Words,
) -> list[str]:
    """The cells of a report, under the headings of the list; `counts` are the reports that count."""
    return [
        f"#{report.id}",
        _asked_for(plan, report.task, words),
        capitalised(period_text(report.period, words)),
        agency_text(sender_of(report.sender, plan, units), words),
        report.file_name,
        f"{moment(report.received_at, words.language)} · {report.received_by}",
        report.sha256[:_SHORT_SHA],
        _state(report, counts, words),
    ]


def paper_name(task: Task, words: Words) -> str:
    """What a report is called, with its clause."""
    called = words.pick(task.deliverable, task.deliverable_en)
    return f"{called} ({clause_text(task.clause, words)})"


def receipt_text(number: int, kept: bool, supersedes: int | None, sender: str, words: Words) -> str:
    """What became of a file that was sent: kept, kept in place of another, or there already."""
    if not kept:
        return words("paper.same", number=number)
    if supersedes is not None:
        return words("paper.in-place-of", number=number, sender=sender, before=supersedes)
    return words("paper.kept", number=number, sender=sender)


def _asked_for(plan: Plan, task_id: str, words: Words) -> str:
    """Its duty's id where the plan no longer asks for it."""
    return next((paper_name(t, words) for t in plan.tasks if t.id == task_id), task_id)


def _state(report: ReceivedReport, counts: Mapping[Answered, ReceivedReport], words: Words) -> str:
    if report.withdrawn_at is not None:
        on = moment(report.withdrawn_at, words.language)
        return words("cli.undone-by", by=report.withdrawn_by, on=on)
    latest = counts[report.answers]
    return words("paper.counts") if latest.id == report.id else words("paper.superseded", by=latest.id)
