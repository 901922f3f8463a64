"""All or nothing, one writer at a time, and readers who see one state of the data."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sample_submissions import NOON, PLAN, actual, numerators, standing, submit, workbook

from kpi.domain.closing import Step, StepTaken
from kpi.domain.period import Period
from kpi.store.audit import append_audit, audit_entries
from kpi.store.closures import append_step, closed_periods
from kpi.store.database import Database
from kpi.store.observations import live_observations
from kpi.store.submissions import add_submission, is_empty, list_submissions, submission_content

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


class Interrupted(Exception):
    pass


def test_an_exception_inside_a_write_leaves_nothing(database: Database) -> None:
    def write_and_fail() -> None:
        with database.write() as connection:
            add_submission(connection, workbook(actual()))
            append_step(connection, PLAN, StepTaken(Period(2017), Step.CLOSED, NOON, "an", ""))
            append_audit(connection, NOON, "an", "import", PLAN, "1", {})
            raise Interrupted

    with pytest.raises(Interrupted):
        write_and_fail()
    with database.read() as connection:
        assert is_empty(connection)
        assert closed_periods(connection, PLAN) == set()
        assert audit_entries(connection) == []
    assert standing(database) == []


def test_one_bad_observation_keeps_the_whole_submission_out(database: Database) -> None:
    with pytest.raises(ValueError, match="not a finite"):
        submit(database, actual(), actual(value="NaN"))
    with database.read() as connection:
        assert is_empty(connection)


def test_what_is_done_through_a_reading_connection_is_not_kept(sqlite_database: Database) -> None:
    with sqlite_database.read() as connection:
        add_submission(connection, workbook(actual()))
    with sqlite_database.read() as connection:
        assert is_empty(connection)


def test_a_reader_sees_one_state_while_another_writes(database: Database) -> None:
    submit(database, actual(1))
    with database.read() as connection:
        before = live_observations(connection, PLAN)
        submit(database, actual(2))
        assert live_observations(connection, PLAN) == before
        assert len(list_submissions(connection, PLAN)) == 1
    assert numerators(standing(database)) == [2]


def test_a_reader_neither_waits_for_an_open_write_nor_sees_it(database: Database) -> None:
    with database.write() as connection:
        add_submission(connection, workbook(actual()))
        assert standing(database) == []
    assert len(standing(database)) == 1


def test_concurrent_writers_take_turns_and_each_sees_the_last_ones_work(database: Database) -> None:
    writers, rounds = 4, 10
    start = Barrier(writers)

    def write_in_turn(_: int) -> None:
        start.wait()
        for _ in range(rounds):
            with database.write() as connection:
                seen = len(audit_entries(connection, limit=1000))
                append_audit(connection, NOON, "an", "import", PLAN, str(seen), {})

    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(write_in_turn, range(writers)))
    with database.read() as connection:
        subjects = [int(entry.subject) for entry in reversed(audit_entries(connection))]
    assert subjects == list(range(writers * rounds))


@pytest.mark.slow
def test_a_process_killed_in_the_middle_of_a_write_leaves_nothing(sqlite_url: str) -> None:
    database = Database.open(sqlite_url)
    kept = submit(database, actual(1))
    process = _write_without_end(sqlite_url)
    process.kill()
    process.communicate()
    with database.read() as connection:
        assert [s.id for s in list_submissions(connection)] == [kept]
    assert numerators(standing(database)) == [1]
    submit(database, actual(3))
    assert numerators(standing(database)) == [3]
    database.close()


def _write_without_end(url: str) -> subprocess.Popen[str]:
    """Returns once 20,000 rows and eight megabytes are written but not committed."""
    program = """if True:
        import sys
        sys.path[:0] = sys.argv[2:]
        from kpi.store.database import Database
        from kpi.store.submissions import add_submission
        from sample_submissions import actual, workbook
        with Database.open(sys.argv[1]).write() as connection:
            actuals = [actual(n, unit=str(n)) for n in range(20_000)]
            add_submission(connection, workbook(*actuals, content=bytes(8_000_000)))
            print("written", flush=True)
            sys.stdin.read()
    """
    command = [sys.executable, "-c", program, url, str(ROOT), str(HERE)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    return process


@pytest.mark.slow
def test_both_databases_hold_the_same(sqlite_url: str, new_postgresql_url) -> None:
    def fill(url: str) -> tuple[object, ...]:
        database = Database.open(url)
        many = [actual(n, unit=f"đơn-vị-{n % 7}", period=str(2000 + n % 20)) for n in range(500)]
        first = submit(database, *many, findings=[{"code": "jump", "found": "Đức Thọ"}])
        submit(database, actual(None, None, "69.960"), actual(9 * 10**18))
        with database.read() as connection:
            seen = live_observations(connection, PLAN), list_submissions(connection)
            content = submission_content(connection, first)
        version = database.version()
        database.close()
        return *seen, content, version

    assert fill(sqlite_url) == fill(new_postgresql_url())
