"""Records that a plan's duties were done."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from kpi.domain.task import TaskDone
from kpi.store.tables import task_progress


def record_task_done(connection: Connection, plan: str, done: TaskDone, at: datetime, by: str) -> None:
    """Appends a record; one for the same occurrence of a duty comes after the earlier ones."""
    row = {"plan": plan, "task": done.task, "done_on": done.on, "year": done.year, "note": done.note}
    connection.execute(insert(task_progress).values(row | {"at": at, "by": by}))


def task_records(connection: Connection, plan: str) -> list[TaskDone]:
    """Every record of the plan's duties, in the order they were made."""
    seen = task_progress.c
    query = select(seen.task, seen.done_on, seen.year, seen.note).where(seen.plan == plan).order_by(seen.id)
    return [TaskDone(*row) for row in connection.execute(query)]
