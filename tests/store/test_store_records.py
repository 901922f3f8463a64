"""Closures, task records and the audit trail."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from sample_submissions import NOON, PLAN, actual, submit, take_back

from kpi.domain.closing import Step, StepTaken
from kpi.domain.period import Period
from kpi.domain.task import TaskDone
from kpi.store.audit import AuditQuery, append_audit, audit_entries
from kpi.store.closures import append_step, closed_periods, ever_closed, step_log
from kpi.store.database import Database
from kpi.store.tasks import record_task_done, task_record, task_records, withdraw_task_done

YEAR, HALF = Period(2017), Period(2018, "H1")


def close_period(connection: sa.Connection, plan: str, period: Period, at: datetime, by: str) -> None:
    append_step(connection, plan, StepTaken(period, Step.CLOSED, at, by, ""))


def reopen_period(
    connection: sa.Connection, plan: str, period: Period, at: datetime, by: str, why: str
) -> None:
    append_step(connection, plan, StepTaken(period, Step.REOPENED, at, by, why))


def test_a_closed_period_is_closed_for_its_plan_alone(database: Database) -> None:
    with database.write() as connection:
        close_period(connection, PLAN, YEAR, NOON, "an")
        close_period(connection, PLAN, HALF, NOON, "an")
        assert closed_periods(connection, PLAN) == {"2017", "2018-H1"}
        assert closed_periods(connection, "nghe-an-2269") == set()


def test_the_latest_of_closing_and_reopening_decides(database: Database) -> None:
    with database.write() as connection:
        close_period(connection, PLAN, YEAR, NOON, "an")
        reopen_period(connection, PLAN, YEAR, NOON, "an", "số liệu sai")
        assert closed_periods(connection, PLAN) == set()
        close_period(connection, PLAN, YEAR, NOON, "an")
        assert closed_periods(connection, PLAN) == {"2017"}


def test_a_reopened_period_was_closed_once(database: Database) -> None:
    with database.write() as connection:
        close_period(connection, PLAN, YEAR, NOON, "an")
        reopen_period(connection, PLAN, YEAR, NOON, "an", "số liệu sai")
        reopen_period(connection, PLAN, HALF, NOON, "an", "chưa từng khóa")
        assert ever_closed(connection, PLAN) == {"2017"}


def test_a_later_closing_is_not_known_on_an_earlier_day(database: Database) -> None:
    with database.write() as connection:
        close_period(connection, PLAN, YEAR, NOON, "an")
        assert closed_periods(connection, PLAN, known_on=date(2018, 1, 14)) == set()
        assert closed_periods(connection, PLAN, known_on=date(2018, 1, 15)) == {"2017"}


def test_the_closure_log_says_who_when_and_why(database: Database) -> None:
    with database.write() as connection:
        close_period(connection, PLAN, YEAR, NOON, "an")
        reopen_period(connection, PLAN, YEAR, NOON + timedelta(days=1), "binh", "số liệu sai")
    with database.read() as connection:
        log = step_log(connection, PLAN)
    assert [(str(e.period), e.step.value, e.at, e.by, e.why) for e in log] == [
        ("2017", "closed", NOON, "an", ""),
        ("2017", "reopened", NOON + timedelta(days=1), "binh", "số liệu sai"),
    ]


def test_task_records_come_back_in_the_order_they_were_made(database: Database) -> None:
    first = TaskDone("yearly-report", date(2017, 12, 9), 2017)
    second = TaskDone("data-sharing", date(2016, 1, 1), None, "Công văn 12")
    with database.write() as connection:
        record_task_done(connection, PLAN, first, NOON, "an")
        record_task_done(connection, PLAN, second, NOON, "an")
        record_task_done(connection, "nghe-an-2269", first, NOON, "an")
    with database.read() as connection:
        assert task_records(connection, PLAN) == [first, second]


def test_a_task_record_taken_back_stays_and_counts_no_more(database: Database) -> None:
    with database.write() as connection:
        first = record_task_done(connection, PLAN, TaskDone("report", date(2017, 12, 9)), NOON, "an")
        record_task_done(connection, PLAN, TaskDone("report", date(2017, 12, 10)), NOON, "binh")
        withdraw_task_done(connection, first, NOON, "an")
    with database.read() as connection:
        assert [(r.on.day, r.by) for r in task_records(connection, PLAN)] == [(10, "binh")]
        kept = task_record(connection, first)
        assert kept is not None
        assert (kept.plan, kept.done.number, kept.done.by, kept.is_live) == (PLAN, first, "an", False)
        assert task_record(connection, 99) is None
    with pytest.raises(sa.exc.IntegrityError), database.write() as connection:
        withdraw_task_done(connection, first, NOON, "an")
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), database.write() as connection:
        connection.execute(sa.text("DELETE FROM task_withdrawals"))


def test_the_audit_trail_shows_the_newest_entries_first(database: Database) -> None:
    with database.write() as connection:
        append_audit(connection, NOON, "an", "import", PLAN, "7", {"file": "Biểu số 1.xlsx", "new": 13})
        append_audit(connection, NOON, "root", "user-add", None, "binh", {})
        append_audit(connection, NOON, "an", "undo", PLAN, "7", {})
    with database.read() as connection:
        everything = audit_entries(connection)
        of_plan = audit_entries(connection, AuditQuery(plan=PLAN))
        newest = audit_entries(connection, limit=1)
    assert [e.action for e in everything] == ["undo", "user-add", "import"]
    assert [e.action for e in of_plan] == ["undo", "import"]
    assert [e.action for e in newest] == ["undo"]
    assert (of_plan[1].at, of_plan[1].actor, of_plan[1].subject) == (NOON, "an", "7")
    assert of_plan[1].detail == {"file": "Biểu số 1.xlsx", "new": 13}


@pytest.mark.parametrize("statement", ["UPDATE audit_entries SET actor = 'x'", "DELETE FROM audit_entries"])
def test_the_database_itself_refuses_to_change_the_audit_trail(database: Database, statement: str) -> None:
    with database.write() as connection:
        append_audit(connection, NOON, "an", "import", PLAN, "7", {})
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), database.write() as connection:
        connection.execute(sa.text(statement))


def test_the_data_version_grows_with_every_kind_of_write(database: Database) -> None:
    def write(deed, *given) -> None:
        with database.write() as connection:
            deed(connection, *given)

    deeds = [
        lambda: submit(database, actual()),
        lambda: take_back(database, 1),
        lambda: write(close_period, PLAN, YEAR, NOON, "an"),
        lambda: write(reopen_period, PLAN, YEAR, NOON, "an", "sai"),
        lambda: write(record_task_done, PLAN, TaskDone("t", date(2017, 1, 1)), NOON, "an"),
        lambda: write(append_audit, datetime.now(UTC), "an", "import", PLAN, "7", {}),
    ]
    for deed in deeds:
        before = database.version()
        assert database.version() == before
        deed()
        assert database.version() > before
