"""The shipped duties: whose they are, under which clause, and the last day in time."""

from __future__ import annotations

from datetime import date

import pytest

from kpi.domain.plan import Plan
from kpi.domain.task import Recurrence, Task, TaskDone, TaskState, YearlyDeadline, status_on
from kpi.registry.definitions import load_definitions

PLANS = load_definitions().plans
each_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: plan.id)


def duty(plan: str, task_id: str) -> Task:
    return next(task for task in PLANS[plan].tasks if task.id == task_id)


@each_plan
def test_every_duty_has_a_clause_a_lead_and_a_text_in_both_languages(plan: Plan) -> None:
    assert plan.tasks
    lacking = [t.id for t in plan.tasks if not (t.clause and all(t.lead) and t.lead and t.text and t.text_en)]
    assert lacking == []


@each_plan
def test_every_duty_has_its_own_id(plan: Plan) -> None:
    ids = [task.id for task in plan.tasks]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("task_id", ["Q2-N01", "Q2-N02", "Q2-M01", "Q2-M02"])
def test_before_20_june_2013_makes_the_19th_the_last_day(task_id: str) -> None:
    task = duty("quang-ngai-1888-2013", task_id)
    assert task.last_day == date(2013, 6, 19)
    assert status_on(task, date(2013, 6, 19), []).current.state is TaskState.DUE
    assert status_on(task, date(2013, 6, 20), []).current.state is TaskState.OVERDUE


def test_ha_tinh_reports_by_the_ninth_of_december_each_year() -> None:
    report = duty("ha-tinh-157-2017", "HT-N46")
    assert report.yearly == YearlyDeadline(12, 9, 2017)
    assert report.recurrence is Recurrence.YEARLY
    late = status_on(report, date(2018, 1, 31), [TaskDone("HT-N46", date(2017, 12, 10), 2017)]).occurrences[0]
    assert (late.state, late.days) == (TaskState.DONE_LATE, 1)


def test_nghe_an_reports_by_the_fourteenth_of_december_each_year() -> None:
    report = duty("nghe-an-2269", "NA-N35")
    assert (report.yearly, report.recurrence) == (YearlyDeadline(12, 14, 2021), Recurrence.YEARLY)


DATED = {
    ("ha-tinh-157-2017", "HT-N04"): date(2020, 12, 31),
    ("ha-tinh-157-2017", "HT-N14"): date(2017, 12, 31),
    ("nghe-an-2269", "NA-M01"): date(2025, 12, 31),
    ("nghe-an-2269", "NA-M02"): date(2030, 12, 31),
    ("nghe-an-2269", "NA-M03"): date(2030, 12, 31),
    ("quang-ngai-1888-2013", "Q2-N01"): date(2013, 6, 19),
    ("quang-ngai-1888-2013", "Q2-N02"): date(2013, 6, 19),
    ("quang-ngai-1888-2013", "Q2-M01"): date(2013, 6, 19),
    ("quang-ngai-1888-2013", "Q2-M02"): date(2013, 6, 19),
    ("quang-ngai-6983-2021", "Q1-N06"): date(2030, 12, 31),
}


def test_no_duty_has_a_day_that_its_document_does_not_name() -> None:
    found = {(p.id, t.id): t.last_day for p in PLANS.values() for t in p.tasks if t.last_day}
    assert found == DATED
    assert {t.id for p in PLANS.values() for t in p.tasks if t.yearly} == {"HT-N46", "NA-N35"}


@each_plan
def test_a_day_is_said_in_the_words_of_the_document_too(plan: Plan) -> None:
    assert [t.id for t in plan.tasks if (t.last_day or t.yearly) and not t.deadline_text] == []


@pytest.mark.parametrize(
    ("plan", "count"),
    [
        ("ha-tinh-157-2017", 47),
        ("nghe-an-2269", 36),
        ("quang-ngai-1888-2013", 3),
        ("quang-ngai-6983-2021", 11),
        ("quang-ngai-7216-2021", 12),
    ],
)
def test_none_of_the_duties_counted_in_the_document_is_left_out(plan: str, count: int) -> None:
    prefix = {"ha": "HT-N", "ng": "NA-N"}.get(plan[:2]) or {"1": "Q2-N", "6": "Q1-N", "7": "Q3-N"}[plan[11]]
    numbered = {task.id for task in PLANS[plan].tasks}
    assert {f"{prefix}{n:02}" for n in range(1, count + 1)} - numbered == set()
