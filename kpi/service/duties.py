"""The duties of a plan as they stand on a day, and recording that one is done, and taking a record back."""

from __future__ import annotations

from datetime import date

from kpi.domain.actor import Actor, Deed, Role
from kpi.domain.record import Done
from kpi.domain.task import Task, TaskDone, TaskStatus, occurrence_year_for, status_on
from kpi.service import settings
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why
from kpi.service.rights import refuse, require, require_units
from kpi.service.texts import storable
from kpi.store import tasks
from kpi.store.database import Connection
from kpi.store.tasks import KeptRecord


def task_statuses(program: Program, plan_id: str, as_of: date | None = None) -> list[TaskStatus]:
    """Every duty of the plan with its state on the day, in the order of the document."""
    plan = program.plan(plan_id)
    with program.database.read() as connection:
        records = tasks.task_records(connection, plan.id)
    return [status_on(task, as_of or settings.today(), records) for task in plan.tasks]


def mark_done(
    program: Program, plan_id: str, task_id: str, on: date, note: str, actor: Actor, year: int | None = None
) -> TaskStatus:
    """Records that a duty was done on a day; of a yearly one the occurrence `year`, else the one nearest the day."""
    require(program, actor, Deed.MARK_DONE, task_id, plan_id)
    if actor.role is Role.OFFICIAL:  # a duty is the plan's, not a district's
        require_units(program, actor, [program.plan(plan_id).province], task_id, plan_id)
    task = _task(program, plan_id, task_id)
    if on > settings.today():
        raise Refused(Why.DATE_IN_FUTURE, date=on)
    done = TaskDone(task.id, on, year or occurrence_year_for(task, on), storable(note))
    with program.database.write() as connection:
        tasks.record_task_done(connection, plan_id, done, settings.now(), actor.name)
        detail = {"on": on.isoformat(), "year": done.year, "note": done.note}
        write_down(connection, actor, Done.TASK_DONE, task.id, plan_id, detail)
        return status_on(task, settings.today(), tasks.task_records(connection, plan_id))


def undo_done(program: Program, number: int, actor: Actor) -> TaskStatus:
    """Takes a record that a duty was done back: the one before it counts again, else the duty is not done.

    Refused where somebody else made it, but for an administrator.
    """
    require(program, actor, Deed.MARK_DONE, str(number))
    with program.database.read() as connection:
        _require_own(program, _known(connection, number), actor)
    with program.database.write() as connection:
        record = _known(connection, number)
        if not record.is_live:
            raise Refused(Why.TASK_RECORD_ALREADY_UNDONE, record=number)
        tasks.withdraw_task_done(connection, number, settings.now(), actor.name)
        detail = {"record": number, "on": record.done.on.isoformat(), "year": record.done.year}
        write_down(connection, actor, Done.UNDO_TASK_DONE, record.done.task, record.plan, detail)
        task = _task(program, record.plan, record.done.task)
        return status_on(task, settings.today(), tasks.task_records(connection, record.plan))


def _known(connection: Connection, number: int) -> KeptRecord:
    record = tasks.task_record(connection, number)
    if record is None:
        raise Refused(Why.UNKNOWN_TASK_RECORD, record=number)
    return record


def _require_own(program: Program, record: KeptRecord, actor: Actor) -> None:
    if not actor.may_take_back(record.done.by, Deed.MARK_DONE):
        refusal = Refused(Why.NOT_YOUR_TASK_RECORD, record=record.done.number, by=record.done.by)
        refuse(program, actor, Deed.MARK_DONE, refusal, str(record.done.number), record.plan)


def _task(program: Program, plan_id: str, task_id: str) -> Task:
    plan = program.plan(plan_id)
    found = next((task for task in plan.tasks if task.id.casefold() == task_id.casefold()), None)
    if found is None:
        raise Refused(Why.UNKNOWN_TASK, task=task_id, known=", ".join(task.id for task in plan.tasks))
    return found
