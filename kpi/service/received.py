"""Reports without figures for targets: kept as they came, and who has not sent one."""

from __future__ import annotations

import unicodedata
from datetime import date

from kpi.domain.actor import Actor, Deed
from kpi.domain.paper import NotSent, Sender, not_sent, paper_reports, periods_of, senders_of
from kpi.domain.period import Period
from kpi.domain.record import Done
from kpi.domain.task import Task
from kpi.service import settings
from kpi.service.imports import LARGEST_UPLOAD
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why
from kpi.service.rights import require, require_units
from kpi.store import received
from kpi.store.received import ReceivedReport


def receive_report(
    program: Program,
    plan_id: str,
    task_id: str,
    sender: str,
    period: Period,
    file_name: str,
    content: bytes,
    actor: Actor,
) -> int:
    """Keeps a report's bytes with who sent it for which period; returns its number.

    Refused for a duty that asks for no such report, a sender who does not owe it, an empty or too large file.
    """
    require(program, actor, Deed.SEND, task_id, plan_id)
    task = _paper_report(program, plan_id, task_id)
    owing = _senders(program, plan_id, task, period)
    if period not in periods_of(task, period.year) or sender not in {s.key for s in owing}:
        raise Refused(Why.NOT_A_SENDER, sender=sender, period=period, task=task.id)
    if not 0 < len(content) <= LARGEST_UPLOAD:
        raise Refused(Why.FILE_UNFIT, file=file_name)
    # An agency is no reporting unit: its reports come from whoever answers for the province.
    sending = sender if sender in program.units else program.plan(plan_id).province
    require_units(program, actor, [sending], task_id, plan_id)
    with program.database.write() as connection:
        now = settings.now()
        number = received.add_received(
            connection, plan_id, task.id, sender, period, _storable(file_name), content, now, actor.name
        )
        detail = {"task": task.id, "sender": sender, "period": str(period)}
        write_down(connection, actor, Done.RECEIVE_REPORT, str(number), plan_id, detail)
    return number


def received_reports(program: Program, plan_id: str) -> list[ReceivedReport]:
    """Every report received on the plan, in the order they came."""
    with program.database.read() as connection:
        return received.received(connection, program.plan(plan_id).id)


def papers_not_sent(program: Program, plan_id: str, period: Period, as_of: date) -> list[NotSent]:
    """Who owes a report for the period, or for a part of it that is over; whoever sent all is left out."""
    plan = program.plan(plan_id)
    sent = [(r.task, r.sender, r.period) for r in received_reports(program, plan_id)]
    found = (
        not_sent(task, plan, program.units, due, sent)
        for task in paper_reports(plan)
        for due in periods_of(task, period.year)
        if (period.is_year or due == period) and due.last_day < as_of
    )
    return [entry for entry in found if entry.senders]


def _paper_report(program: Program, plan_id: str, task_id: str) -> Task:
    known = {task.id: task for task in paper_reports(program.plan(plan_id))}
    if task_id not in known:
        raise Refused(Why.UNKNOWN_TASK, task=task_id, known=", ".join(known))
    return known[task_id]


def _senders(program: Program, plan_id: str, task: Task, period: Period) -> list[Sender]:
    return senders_of(task, program.plan(plan_id), program.units, period)


def _storable(file_name: str) -> str:
    """A name any database holds: NFC, no control characters, no half surrogate pairs."""
    text = unicodedata.normalize("NFC", file_name)
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in text)
