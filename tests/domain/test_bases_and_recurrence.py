"""Bases that are estimates, shares that can't grow, half-years, and duties that come back."""

from __future__ import annotations

from datetime import date

from kpi.domain.task import Agency, Recurrence, Task, TaskDone, TaskKind, TaskState, status_on


def _yearly_without_a_day() -> Task:
    return Task("T1", TaskKind.TASK, "IV.1", "…", (Agency("Sở A"),), recurrence=Recurrence.YEARLY)


def test_a_yearly_duty_without_a_day_is_done_for_its_year_alone():
    task, done = _yearly_without_a_day(), TaskDone("T1", date(2018, 5, 4))
    assert status_on(task, date(2018, 12, 31), [done]).current.state is TaskState.DONE
    assert status_on(task, date(2019, 1, 1), [done]).current.state is TaskState.NO_DEADLINE


def test_a_duty_done_once_stays_done():
    task, done = Task("T1", TaskKind.TASK, "IV.1", "…", (Agency("Sở A"),)), TaskDone("T1", date(2018, 5, 4))
    assert status_on(task, date(2025, 1, 1), [done]).current.state is TaskState.DONE
