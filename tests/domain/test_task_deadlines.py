"""Duties: the last day in time, done, late, due, overdue, and never overdue without a date."""

from __future__ import annotations

import pytest
from builders import day

from kpi.domain.task import (
    Agency,
    Task,
    TaskDone,
    TaskKind,
    TaskState,
    TaskStatus,
    YearlyDeadline,
    occurrence_year_for,
    status_on,
)


def duty(last_day: str | None = None, yearly: YearlyDeadline | None = None) -> Task:
    return Task(
        "n1",
        TaskKind.TASK,
        "IV",
        "Báo cáo",
        (Agency("Sở"),),
        last_day=day(last_day) if last_day else None,
        yearly=yearly,
    )


ONCE = duty("2013-06-19")  # «trước ngày 20/6/2013»
YEARLY = duty(yearly=YearlyDeadline(12, 9, 2017))  # «trước ngày 10/12 hằng năm»
UNDATED = duty()


def done(on: str, year: int | None = None, task: str = "n1", note: str = "") -> TaskDone:
    return TaskDone(task, day(on), year, note)


def stands(task: Task, on: str, *records: TaskDone) -> TaskStatus:
    return status_on(task, day(on), records)


@pytest.mark.parametrize(
    ("on", "state", "days"),
    [
        ("2013-06-09", TaskState.DUE, -10),
        ("2013-06-19", TaskState.DUE, 0),
        ("2013-06-20", TaskState.OVERDUE, 1),
        ("2014-06-19", TaskState.OVERDUE, 365),
    ],
)
def test_the_day_before_the_day_named_is_the_last_in_time(on: str, state: TaskState, days: int) -> None:
    found = stands(ONCE, on).current
    assert (found.state, found.days, found.last_day) == (state, days, day("2013-06-19"))


@pytest.mark.parametrize(
    ("on", "state", "late"),
    [
        ("2013-06-18", TaskState.DONE, None),
        ("2013-06-19", TaskState.DONE, None),
        ("2013-06-20", TaskState.DONE_LATE, 1),
        ("2013-07-19", TaskState.DONE_LATE, 30),
    ],
)
def test_done_on_the_day_named_is_one_day_late(on: str, state: TaskState, late: int | None) -> None:
    found = stands(ONCE, "2013-12-31", done(on, note="Kế hoạch 1")).current
    assert (found.state, found.days, found.done_on, found.note) == (state, late, day(on), "Kế hoạch 1")


def test_a_duty_without_a_date_is_never_overdue() -> None:
    assert stands(UNDATED, "2099-12-31").current.state is TaskState.NO_DEADLINE


def test_a_duty_without_a_date_is_done_and_never_late() -> None:
    found = stands(UNDATED, "2099-12-31", done("2099-01-01")).current
    assert (found.state, found.days) == (TaskState.DONE, None)


def test_a_record_after_the_day_looked_at_is_not_known_yet() -> None:
    record = done("2013-06-18")
    assert stands(ONCE, "2013-06-17", record).current.state is TaskState.DUE
    assert stands(ONCE, "2013-06-18", record).current.state is TaskState.DONE


def test_a_record_of_another_duty_does_not_count() -> None:
    assert stands(ONCE, "2013-06-25", done("2013-06-01", task="n2")).current.state is TaskState.OVERDUE


def test_a_later_record_replaces_an_earlier_one() -> None:
    found = stands(ONCE, "2013-12-31", done("2013-06-01"), done("2013-06-25", note="làm lại")).current
    assert (found.state, found.days, found.note) == (TaskState.DONE_LATE, 6, "làm lại")


@pytest.mark.parametrize(
    ("on", "state", "year"),
    [
        ("2017-05-11", TaskState.DUE, 2017),
        ("2017-12-09", TaskState.DUE, 2017),
        ("2017-12-10", TaskState.OVERDUE, 2017),
        ("2018-06-01", TaskState.OVERDUE, 2017),
    ],
)
def test_a_yearly_duty_not_done_stays_overdue(on: str, state: TaskState, year: int) -> None:
    found = stands(YEARLY, on).current
    assert (found.state, found.year, found.last_day) == (state, year, day("2017-12-09"))


def test_a_yearly_duty_done_for_the_year_is_due_again_the_next() -> None:
    found = stands(YEARLY, "2017-12-20", done("2017-12-08", 2017)).current
    assert (found.state, found.year, found.last_day) == (TaskState.DUE, 2018, day("2018-12-09"))


def test_a_yearly_duty_done_ahead_is_due_again_the_next_year() -> None:
    found = stands(YEARLY, "2017-11-20", done("2017-11-15", 2017)).current
    assert (found.state, found.year) == (TaskState.DUE, 2018)


def test_each_occurrence_of_a_yearly_duty_keeps_its_own_state() -> None:
    records = done("2017-12-09", 2017), done("2018-12-10", 2018)
    found = stands(YEARLY, "2020-01-15", *records).occurrences
    states = {o.year: o.state for o in found if o.year and o.year <= 2019}
    assert states == {2017: TaskState.DONE, 2018: TaskState.DONE_LATE, 2019: TaskState.OVERDUE}


def test_a_yearly_duty_starts_in_its_first_year() -> None:
    found = stands(YEARLY, "2013-01-01")
    assert (found.current.state, found.current.year) == (TaskState.DUE, 2017)
    assert found.occurrences[0].year == 2017


def test_doing_one_year_does_not_do_another() -> None:
    assert stands(YEARLY, "2019-01-10", done("2017-12-01", 2017)).current.year == 2018


@pytest.mark.parametrize(
    ("on", "year"),
    [
        ("2018-12-08", 2018),
        ("2018-12-31", 2018),
        ("2019-01-20", 2018),
        ("2019-11-30", 2019),
        ("2015-01-01", 2017),
    ],
)
def test_a_day_belongs_to_the_occurrence_whose_last_day_is_nearest(on: str, year: int) -> None:
    assert occurrence_year_for(YEARLY, day(on)) == year


def test_a_duty_done_once_has_no_occurrence_year() -> None:
    assert occurrence_year_for(ONCE, day("2013-06-18")) is None
