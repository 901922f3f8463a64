"""Duties with their days, what a report gathers, what a form holds, and the clock."""

from __future__ import annotations

from datetime import date

import pytest
from sent_workbooks import BINH, DUC_THO, ENROLLED, HUONG_SON, OTHER_PLAN, PLAN, row, send

from kpi.domain.actor import Actor, Role
from kpi.domain.period import Period
from kpi.domain.task import TaskState
from kpi.service import settings
from kpi.service.demo import fill_with_illustrative_data
from kpi.service.duties import mark_done, task_statuses, undo_done
from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.refusal import Refused, Why
from kpi.service.reports import gap_report, gap_reports, not_reported, sources, template_form
from kpi.service.settings import BadSetting
from kpi.store.audit import audit_entries

DOSSIERS_ONLINE = "HT-N14"  # by the end of 2017
YEAR = Period(2017)


def state(program: Program, task: str, day: str) -> tuple[str, int | None]:
    (status,) = [s for s in task_statuses(program, PLAN, date.fromisoformat(day)) if s.task.id == task]
    return status.current.state.value, status.current.days


def test_a_duty_is_due_until_its_last_day_and_then_overdue_by_days(program: Program) -> None:
    assert state(program, DOSSIERS_ONLINE, "2017-12-31") == ("due", 0)
    assert state(program, DOSSIERS_ONLINE, "2018-01-01") == ("overdue", 1)


@pytest.mark.parametrize(("on", "as_it_stands"), [("2017-12-31", "done"), ("2018-01-01", "done-late")])
def test_a_duty_done_is_in_time_or_late(program: Program, on: str, as_it_stands: str) -> None:
    status = mark_done(program, PLAN, DOSSIERS_ONLINE.lower(), date.fromisoformat(on), "công văn 12", BINH)
    assert status.current.state.value == as_it_stands
    assert state(program, DOSSIERS_ONLINE, "2018-02-01")[0] == as_it_stands
    assert state(program, DOSSIERS_ONLINE, "2017-12-01")[0] == "due"


def test_a_duty_before_a_tenth_of_december_is_in_time_on_the_ninth(program: Program) -> None:
    yearly = [s for s in task_statuses(program, PLAN, date(2017, 12, 9)) if s.task.yearly]
    on_the_tenth = [s for s in yearly if (s.task.yearly.month, s.task.yearly.day) == (12, 9)]  # type: ignore[union-attr]
    assert on_the_tenth
    for status in on_the_tenth:
        assert status.current.state is TaskState.DUE
        assert state(program, status.task.id, "2017-12-10") == ("overdue", 1)


@pytest.mark.parametrize(
    ("task", "on", "why"),
    [("HT-N14", "2018-02-16", Why.DATE_IN_FUTURE), ("HT-N99", "2018-01-01", Why.UNKNOWN_TASK)],
)
def test_a_duty_is_not_done_in_the_future_nor_if_unknown(
    program: Program, task: str, on: str, why: Why
) -> None:
    with pytest.raises(Refused) as refused:
        mark_done(program, PLAN, task, date.fromisoformat(on), "", BINH)
    assert refused.value.why is why


def test_a_record_taken_back_leaves_the_one_before_it_and_then_none(program: Program) -> None:
    for on in (date(2017, 12, 30), date(2018, 1, 3)):
        mark_done(program, PLAN, DOSSIERS_ONLINE, on, "", BINH)
    assert state(program, DOSSIERS_ONLINE, "2018-02-01") == ("done-late", 3)
    assert undo_done(program, 2, BINH).current.done_on == date(2017, 12, 30)
    assert undo_done(program, 1, BINH).current.state is TaskState.OVERDUE
    with program.database.read() as connection:
        trail = [(e.action, e.subject, e.detail) for e in audit_entries(connection)][:2]
    assert trail == [
        ("undo-task-done", DOSSIERS_ONLINE, {"record": 1, "on": "2017-12-30", "year": None}),
        ("undo-task-done", DOSSIERS_ONLINE, {"record": 2, "on": "2018-01-03", "year": None}),
    ]


@pytest.mark.parametrize(
    ("number", "why"), [(1, Why.TASK_RECORD_ALREADY_UNDONE), (9, Why.UNKNOWN_TASK_RECORD)]
)
def test_a_record_is_taken_back_once_and_if_there_is_one(program: Program, number: int, why: Why) -> None:
    mark_done(program, PLAN, DOSSIERS_ONLINE, date(2018, 1, 3), "", BINH)
    undo_done(program, 1, BINH)
    with pytest.raises(Refused) as refused:
        undo_done(program, number, BINH)
    assert refused.value.why is why


@pytest.mark.parametrize("role", [Role.OFFICIAL, Role.APPROVER])
def test_a_record_is_taken_back_by_who_made_it_or_an_administrator(program: Program, role: Role) -> None:
    hoa, lan = (Actor(name, role, frozenset({"ha-tinh"})) for name in ("hoa", "lan"))
    mark_done(program, PLAN, DOSSIERS_ONLINE, date(2018, 1, 3), "", hoa)
    mark_done(program, PLAN, DOSSIERS_ONLINE, date(2018, 1, 4), "", hoa)
    with pytest.raises(Refused) as refused:
        undo_done(program, 2, lan)
    assert refused.value.why is Why.NOT_YOUR_TASK_RECORD
    undo_done(program, 2, hoa)
    undo_done(program, 1, BINH)
    assert state(program, DOSSIERS_ONLINE, "2018-02-01")[0] == "overdue"


def test_who_owes_a_figure_is_named_until_the_province_reports_for_all(program: Program) -> None:
    send(program, row(), row(DUC_THO))
    owing = {n.indicator.id: n for n in not_reported(know(program, PLAN), YEAR)}
    assert (len(owing[ENROLLED].units), owing[ENROLLED].expected) == (11, 13)
    send(program, row("Toàn tỉnh", 900, 1000))
    assert ENROLLED not in {n.indicator.id for n in not_reported(know(program, PLAN), YEAR)}


def test_every_figure_of_a_report_says_where_it_came_from(program: Program) -> None:
    send(program, row(), row(DUC_THO, year=2016), row(year=2015), file_name="Biểu 1.xlsx")
    found = {
        (s.unit.id, str(s.period)): (s.file_name, s.sheet, s.cell, s.received_by)
        for s in sources(know(program, PLAN), YEAR)
    }
    assert found == {
        (HUONG_SON, "2017"): ("Biểu 1.xlsx", "Số liệu", "D2", "binh"),
        (DUC_THO, "2016"): ("Biểu 1.xlsx", "Số liệu", "D3", "binh"),
    }


def test_a_report_is_of_one_unit_where_one_is_asked_for(program: Program) -> None:
    send(program, row(), row(DUC_THO))
    whole = gap_report(program, know(program, PLAN), YEAR)
    one = gap_report(program, know(program, PLAN), YEAR, program.units[DUC_THO])
    assert {e.unit.id for e in one.evaluations} == {DUC_THO}
    assert {e.unit.id for e in whole.evaluations} > {DUC_THO, HUONG_SON, "ha-tinh"}
    assert (whole.closed, whole.illustrative, whole.as_of) == (False, False, date(2018, 2, 15))
    assert ENROLLED in {n.indicator.id for n in whole.not_reported}
    assert {u.id for n in one.not_reported for u in n.units} == {DUC_THO}
    assert ENROLLED not in {n.indicator.id for n in one.not_reported}


def test_a_report_carries_the_year_before_and_the_years_up_to_its_own(program: Program) -> None:
    send(program, row(year=2015), row(year=2016), row())
    report = gap_report(program, know(program, PLAN), YEAR, program.units[HUONG_SON])
    (enrolled,) = (years for years in report.years if years[0].indicator.id == ENROLLED)
    assert [str(e.period) for e in enrolled if e.figure][-2:] == ["2016", "2017"]
    earlier = gap_report(program, know(program, PLAN), YEAR.a_year_before(), program.units[HUONG_SON])
    assert {str(years[-1].period) for years in earlier.years} == {"2016"}
    (own,) = (e for e in report.own if e.indicator.id == ENROLLED)
    before = report.year_before(own)
    assert before is not None
    assert before.period == YEAR.a_year_before()
    assert before.figure is not None


def test_the_reports_of_a_period_are_the_provinces_and_one_for_each_unit(program: Program) -> None:
    send(program, row())
    subjects = [report.subject for report in gap_reports(program, know(program, PLAN), YEAR)]
    assert (subjects[0], len(subjects), len(set(subjects))) == ("ha-tinh", 14, 14)


def test_a_template_of_a_unit_that_does_not_report_in_the_year_is_refused(program: Program) -> None:
    with pytest.raises(Refused) as refused:
        template_form(program, PLAN, 2026, program.units["huyen-loc-ha"])
    assert refused.value.why is Why.UNKNOWN_UNIT


@pytest.mark.parametrize(
    ("year", "town", "merged"),
    [(2014, False, True), (2015, True, True), (2025, True, False), (2026, False, False)],
)
def test_a_form_lists_the_units_that_exist_in_its_year(
    program: Program, year: int, town: bool, merged: bool
) -> None:
    units = {unit.id for unit in template_form(program, PLAN, year).units[ENROLLED]}
    assert ("thi-xa-ky-anh" in units, "huyen-loc-ha" in units, "ha-tinh" in units) == (town, merged, True)


def test_a_form_holds_what_is_known_but_no_sum_nobody_reported(program: Program) -> None:
    send(program, row(), row(DUC_THO, year=2016))
    form = template_form(program, PLAN, 2017)
    assert set(form.current) == {(ENROLLED, HUONG_SON)}
    assert set(form.previous) == {(ENROLLED, DUC_THO)}


def test_a_unit_is_found_by_id_or_by_a_name_of_one_meaning(program: Program) -> None:
    plan = program.plan(PLAN)
    assert program.unit(plan, "ha-tinh").id == "ha-tinh"
    assert program.unit(plan, "TX. Kỳ Anh").id == "thi-xa-ky-anh"
    for unsure in ("Kỳ Anh", "Hà Tĩnh", "Huyện Kỳ Sơn", ""):
        with pytest.raises(Refused) as refused:
            program.unit(plan, unsure)
        assert refused.value.why is Why.UNKNOWN_UNIT


def test_the_samples_fill_an_empty_database_and_no_other(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_TODAY", "2026-02-15")
    outcomes = fill_with_illustrative_data(program, BINH)
    assert outcomes
    assert all(outcome.committed for outcome in outcomes)
    assert know(program, PLAN).illustrative
    assert know(program, OTHER_PLAN).illustrative
    with pytest.raises(Refused) as refused:
        fill_with_illustrative_data(program, BINH)
    assert refused.value.why is Why.NOT_EMPTY


def test_the_clock_is_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_TODAY", "2019-03-15")
    assert (settings.today(), settings.now().date()) == (date(2019, 3, 15), date(2019, 3, 15))
    monkeypatch.setenv("KPI_TODAY", "15/3/2019")
    with pytest.raises(BadSetting):
        settings.today()


@pytest.mark.parametrize("port", ["0", "65536", "8501x", "-1"])
def test_what_is_no_port_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("KPI_PORT", port)
    with pytest.raises(BadSetting):
        settings.port()


def test_a_plan_without_numeric_targets_has_no_template(program: Program) -> None:
    with pytest.raises(Refused) as refused:
        template_form(program, "quang-ngai-7216-2021", 2022)
    assert refused.value.why is Why.NOTHING_TO_FILL_IN
