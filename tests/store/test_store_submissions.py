"""Submissions as they are listed, found again and taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from sample_submissions import NOON, PLAN, actual, submit, take_back

from kpi.store.database import Database
from kpi.store.errors import AlreadyWithdrawn, UnknownSubmission
from kpi.store.submissions import (
    accepted_with,
    find_live_by_sha,
    has_illustrative,
    is_empty,
    list_submissions,
    submission,
    submission_content,
    withdraw,
)


def test_the_bytes_come_back_as_they_were_sent(database: Database) -> None:
    content = bytes(range(256)) * 40
    submission_id = submit(database, content=content)
    with database.read() as connection:
        assert submission_content(connection, submission_id) == content
        assert submission(connection, submission_id).size == len(content)


def test_submissions_are_listed_latest_first_with_their_count(database: Database) -> None:
    first = submit(database, actual(1), actual(2, unit="thach-ha"))
    second = submit(database)
    submit(database, plan="nghe-an-2269")
    with database.read() as connection:
        listed = list_submissions(connection, PLAN)
        everything = list_submissions(connection)
    assert [(s.id, s.observation_count) for s in listed] == [(second, 0), (first, 2)]
    assert len(everything) == 3


def test_a_listed_submission_says_who_sent_what_when(database: Database) -> None:
    submission_id = submit(database, sha256="ab" * 32)
    with database.read() as connection:
        found = submission(connection, submission_id)
    assert (found.file_name, found.sha256, found.received_by) == ("Biểu số 1.xlsx", "ab" * 32, "an")
    assert (found.received_at, found.illustrative, found.is_live) == (NOON, False, True)


def test_a_time_comes_back_as_the_same_instant_in_utc(database: Database) -> None:
    vietnam = timezone(timedelta(hours=7))
    submission_id = submit(database, received_at=datetime(2018, 1, 1, 3, 4, 5, 678901, tzinfo=vietnam))
    with database.read() as connection:
        received_at = submission(connection, submission_id).received_at
    assert received_at.isoformat() == "2017-12-31T20:04:05.678901+00:00"


def test_a_time_without_its_zone_is_refused(database: Database) -> None:
    with pytest.raises(sa.exc.StatementError, match="without its zone"):
        submit(database, received_at=datetime(2018, 1, 1))  # noqa: DTZ001


def test_findings_and_answers_come_back(database: Database) -> None:
    findings = [{"code": "jump", "message": "Tăng đột biến «Đức Thọ»", "cell": None}]
    submission_id = submit(database, findings=findings, answers={"unit:duc tho": "duc-tho"})
    with database.read() as connection:
        found = accepted_with(connection, submission_id)
    assert (found.findings, found.answers) == (findings, {"unit:duc tho": "duc-tho"})


def test_a_withdrawn_submission_stays_listed_and_says_who_took_it_back(database: Database) -> None:
    submission_id = submit(database, actual())
    take_back(database, submission_id, at=datetime(2018, 2, 1, tzinfo=UTC))
    with database.read() as connection:
        (found,) = list_submissions(connection, PLAN)
    assert (found.is_live, found.withdrawn_by, found.observation_count) == (False, "binh", 1)
    assert found.withdrawn_at == datetime(2018, 2, 1, tzinfo=UTC)


def test_a_submission_is_taken_back_only_once(database: Database) -> None:
    submission_id = submit(database)
    take_back(database, submission_id)
    with database.write() as connection, pytest.raises(AlreadyWithdrawn):
        withdraw(connection, submission_id, NOON, "an")


@pytest.mark.parametrize("ask", [submission, submission_content, accepted_with])
def test_an_unknown_submission_is_said_to_be_unknown(database: Database, ask) -> None:
    with database.read() as connection, pytest.raises(UnknownSubmission):
        ask(connection, 4711)


def test_an_unknown_submission_cannot_be_taken_back(database: Database) -> None:
    with database.write() as connection, pytest.raises(UnknownSubmission):
        withdraw(connection, 4711, NOON, "an")


def test_only_live_submissions_of_the_plan_are_found_by_their_bytes(database: Database) -> None:
    kept, gone = submit(database, content=b"same"), submit(database, content=b"same")
    submit(database, content=b"same", plan="nghe-an-2269")
    submit(database, content=b"other")
    take_back(database, gone)
    with database.read() as connection:
        sha256 = submission(connection, kept).sha256
        assert find_live_by_sha(connection, PLAN, sha256) == [kept]


def test_a_store_is_empty_until_the_first_submission_even_if_that_is_taken_back(database: Database) -> None:
    with database.read() as connection:
        assert is_empty(connection)
    take_back(database, submit(database))
    with database.read() as connection:
        assert not is_empty(connection)


def test_made_up_figures_are_known_until_they_are_taken_back(database: Database) -> None:
    submit(database, actual())
    illustrative = submit(database, actual(), illustrative=True)
    with database.read() as connection:
        assert has_illustrative(connection, PLAN)
        assert not has_illustrative(connection, "nghe-an-2269")
    take_back(database, illustrative)
    with database.read() as connection:
        assert not has_illustrative(connection, PLAN)


@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["submissions", "observations", "withdrawals"])
def test_the_database_itself_refuses_to_change_what_was_stored(
    database: Database, table: str, statement: str
) -> None:
    take_back(database, submit(database, actual()))
    with (
        pytest.raises(sa.exc.IntegrityError, match=f"{table} is append-only"),
        database.write() as connection,
    ):
        connection.execute(sa.text(statement.format(table)))


def test_an_observation_needs_its_submission(database: Database) -> None:
    take_one_back = (
        "INSERT INTO withdrawals (submission_id, at, by) VALUES (4711, '2018-01-01 00:00:00', 'an')"
    )
    with pytest.raises(sa.exc.IntegrityError), database.write() as connection:
        connection.execute(sa.text(take_one_back))
