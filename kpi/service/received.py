"""Reports without figures for targets: kept as they came, taken back, and who has not sent one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from kpi.domain.actor import Actor, Deed
from kpi.domain.paper import (
    NotSent,
    ReceivedReport,
    counting,
    not_sent,
    paper_reports,
    periods_of,
    senders_of,
)
from kpi.domain.period import Period
from kpi.domain.record import Done
from kpi.domain.task import Task
from kpi.service import settings
from kpi.service.imports import LARGEST_UPLOAD
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why
from kpi.service.rights import refuse, require, require_units
from kpi.service.texts import storable_name
from kpi.store import closures, received
from kpi.store.database import Connection
from kpi.store.received import NewReport


@dataclass(frozen=True, slots=True)
class SentReport:
    """A file somebody sends as the report `task` asks of `sender`: a unit by its id, an agency by its name."""

    plan_id: str
    task_id: str
    sender: str
    period: Period
    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a file sent: the number it is kept under.

    `kept` is False where the same file counted already, so that nothing changed; `supersedes` is the number of the
    report that counted before it.
    """

    number: int
    kept: bool = True
    supersedes: int | None = None


def receive_report(program: Program, sent: SentReport, actor: Actor) -> Receipt:
    """Keeps a report's bytes with who sent it for which period; an earlier one stays, and counts no more.

    Refused for a duty that asks for no such report, a sender who does not owe it, an empty or too large file, a
    closed period.
    """
    require(program, actor, Deed.SEND, sent.task_id, sent.plan_id)
    _require_owed(program, sent)
    if not 0 < len(sent.content) <= LARGEST_UPLOAD:
        raise Refused(Why.FILE_UNFIT, file=sent.file_name)
    # An agency is no reporting unit: its reports come from whoever answers for the province.
    sending = sent.sender if sent.sender in program.units else program.plan(sent.plan_id).province
    require_units(program, actor, [sending], sent.task_id, sent.plan_id)
    with program.database.write() as connection:
        return _keep(connection, sent, actor)


def _keep(connection: Connection, sent: SentReport, actor: Actor) -> Receipt:
    _refuse_closed(connection, sent.plan_id, sent.period)
    known = received.received(connection, sent.plan_id)
    before = counting(known).get((sent.task_id, sent.sender, sent.period))
    sha256 = hashlib.sha256(sent.content).hexdigest()
    if before is not None and before.sha256 == sha256:
        return Receipt(before.id, kept=False)
    file_name = storable_name(sent.file_name)
    new = NewReport(
        *(sent.plan_id, sent.task_id, sent.sender, sent.period, file_name, sha256, sent.content),
        received_at=settings.now(),
        received_by=actor.name,
    )
    receipt = Receipt(received.add_received(connection, new), supersedes=before.id if before else None)
    detail = {
        "task": sent.task_id,
        "sender": sent.sender,
        "period": str(sent.period),
        "file": file_name,
        "sha256": sha256,
        "supersedes": receipt.supersedes or 0,
    }
    write_down(connection, actor, Done.RECEIVE_REPORT, str(receipt.number), sent.plan_id, detail)
    return receipt


def undo_report(program: Program, report_id: int, actor: Actor) -> ReceivedReport:
    """Takes a report back: the one before it counts again.

    Refused in a closed period, and for an official where someone else sent it.
    """
    require(program, actor, Deed.UNDO, str(report_id))
    with program.database.read() as connection:
        _require_own(program, _known(connection, report_id), actor)
    with program.database.write() as connection:
        report = _known(connection, report_id)
        if not report.is_live:
            raise Refused(Why.REPORT_ALREADY_UNDONE, report=report_id)
        _refuse_closed(connection, report.plan, report.period)
        received.withdraw_report(connection, report_id, settings.now(), actor.name)
        detail = {"file": report.file_name, "sha256": report.sha256}
        write_down(connection, actor, Done.UNDO_REPORT, str(report_id), report.plan, detail)
        return _known(connection, report_id)


def received_reports(program: Program, plan_id: str) -> list[ReceivedReport]:
    """Every report received on the plan, those taken back too, in the order they came."""
    with program.database.read() as connection:
        return received.received(connection, program.plan(plan_id).id)


def received_file(program: Program, report_id: int) -> bytes:
    """A report as it was sent."""
    with program.database.read() as connection:
        content = received.received_content(connection, report_id)
    if content is None:
        raise Refused(Why.UNKNOWN_REPORT, report=report_id)
    return content


def papers_not_sent(program: Program, plan_id: str, period: Period, as_of: date) -> list[NotSent]:
    """Who owes a report for the period, or for a part of it that is over; whoever sent all is left out."""
    plan = program.plan(plan_id)
    sent = counting(received_reports(program, plan_id))
    found = (
        not_sent(task, plan, program.units, due, sent)
        for task in paper_reports(plan)
        for due in periods_of(task, period.year)
        if (period.is_year or due == period) and due.last_day < as_of
    )
    return [entry for entry in found if entry.senders]


def _require_owed(program: Program, sent: SentReport) -> None:
    task = _paper_report(program, sent.plan_id, sent.task_id)
    owing = [s.key for s in senders_of(task, program.plan(sent.plan_id), program.units, sent.period)]
    if sent.period not in periods_of(task, sent.period.year):
        known = ", ".join(map(str, periods_of(task, sent.period.year)))
        raise Refused(Why.NOT_A_PERIOD_OF, period=sent.period, task=task.id, known=known)
    if sent.sender not in owing:
        known = ", ".join(owing)
        raise Refused(Why.NOT_A_SENDER, sender=sent.sender, period=sent.period, task=task.id, known=known)


def _paper_report(program: Program, plan_id: str, task_id: str) -> Task:
    known = {task.id: task for task in paper_reports(program.plan(plan_id))}
    if task_id not in known:
        raise Refused(Why.UNKNOWN_TASK, task=task_id, known=", ".join(known))
    return known[task_id]


def _known(connection: Connection, report_id: int) -> ReceivedReport:
    report = received.received_report(connection, report_id)
    if report is None:
        raise Refused(Why.UNKNOWN_REPORT, report=report_id)
    return report


def _require_own(program: Program, report: ReceivedReport, actor: Actor) -> None:
    if not actor.may_take_back(report.received_by):
        refusal = Refused(Why.NOT_YOUR_REPORT, report=report.id, by=report.received_by)
        refuse(program, actor, Deed.UNDO, refusal, str(report.id), report.plan)


def _refuse_closed(connection: Connection, plan_id: str, period: Period) -> None:
    """A closed year closes its quarters and half-years too: its report names who has not sent them."""
    closed = closures.closed_periods(connection, plan_id)
    for each in (period, Period(period.year)):
        if str(each) in closed:
            raise Refused(Why.PERIOD_CLOSED, period=each)
