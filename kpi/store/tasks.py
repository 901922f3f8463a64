"""Records that a plan's duties were done. Taking one back adds a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from kpi.domain.task import TaskDone
from kpi.store.tables import task_progress, task_withdrawals


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record of a plan's duty, and whether it was taken back."""

    plan: str
    done: TaskDone
    is_live: bool


def record_task_done(connection: Connection, plan: str, done: TaskDone, at: datetime, by: str) -> int:
    """Appends a record; one for the same occurrence of a duty comes after the earlier ones. Returns its number."""
    row = {"plan": plan, "task": done.task, "done_on": done.on, "year": done.year, "note": done.note}
    insertion = insert(task_progress).values(row | {"at": at, "by": by}).returning(task_progress.c.id)
    return int(connection.execute(insertion).scalar_one())


def withdraw_task_done(connection: Connection, number: int, at: datetime, by: str) -> None:
    """Takes a record back; it stays. At most once each."""
    connection.execute(insert(task_withdrawals).values(record_id=number, at=at, by=by))


def task_records(connection: Connection, plan: str) -> list[TaskDone]:
    """Every record of the plan's duties that was not taken back, in the order they were made."""
    seen = task_progress.c
    standing = seen.id.not_in(select(task_withdrawals.c.record_id))
    query = select(*_facts()).where(seen.plan == plan, standing).order_by(seen.id)
    return [TaskDone(*row) for row in connection.execute(query)]


def task_record(connection: Connection, number: int) -> KeptRecord | None:
    """One record, of whatever plan; None where there is no such record."""
    seen, taken = task_progress.c, task_withdrawals.c
    query = select(seen.plan, taken.id, *_facts()).outerjoin(task_withdrawals, taken.record_id == seen.id)
    row = connection.execute(query.where(seen.id == number)).one_or_none()
    return KeptRecord(row[0], TaskDone(*row[2:]), row[1] is None) if row else None


def _facts() -> tuple[Any, ...]:
    """In the order of TaskDone."""
    seen = task_progress.c
    return (seen.task, seen.done_on, seen.year, seen.note, seen.id, seen.by)
