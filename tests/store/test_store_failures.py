"""A failing environment becomes StoreUnavailable with a short cause, and nothing is stored."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from sample_submissions import actual, numerators, standing, submit, workbook

from kpi.store.database import Database
from kpi.store.environment import environment_failures
from kpi.store.errors import DiskFull, StoreUnavailable
from kpi.store.submissions import add_submission, list_submissions


def test_a_full_disk_stores_nothing(sqlite_url: str) -> None:
    database = Database.open(sqlite_url)
    kept = submit(database, actual(1))
    with pytest.raises(DiskFull):
        _submit_a_megabyte_with_room_for_pages(database, 5)
    database.close()
    database = Database.open(sqlite_url)
    with database.read() as connection:
        assert [s.id for s in list_submissions(connection)] == [kept]
    assert numerators(standing(database)) == [1]
    database.close()


def test_a_full_disk_of_a_server_is_told_alike() -> None:
    with pytest.raises(DiskFull), environment_failures():
        raise sa.exc.OperationalError("INSERT", {}, psycopg.errors.DiskFull("could not extend file"))


def _submit_a_megabyte_with_room_for_pages(database: Database, pages: int) -> None:
    with database.write() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {used + pages}")
        add_submission(connection, workbook(actual(2), content=bytes(1_000_000)))


def test_a_lock_held_too_long_is_a_failing_environment(sqlite_database: Database) -> None:
    with (
        sqlite_database.write(),
        pytest.raises(StoreUnavailable, match="locked"),
        sqlite_database.write(),
    ):
        pass


@pytest.mark.slow
def test_a_turn_that_never_comes_is_a_failing_environment(new_postgresql_url) -> None:
    database = Database.open(new_postgresql_url(), patience=0.2)
    with database.write(), pytest.raises(StoreUnavailable, match="lock timeout"), database.write():
        pass
    database.close()


@pytest.mark.slow
def test_a_lost_connection_is_a_failing_environment_and_the_next_one_works(new_postgresql_url) -> None:
    database = Database.open(new_postgresql_url())
    with pytest.raises(StoreUnavailable):
        _submit_after(database, "SELECT pg_terminate_backend(pg_backend_pid())")
    assert standing(database) == []
    database.close()


@pytest.mark.slow
def test_a_server_that_was_restarted_meanwhile_is_found_again(new_postgresql_url) -> None:
    url = new_postgresql_url()
    database, other = Database.open(url), Database.open(url)
    with other.read() as connection:
        query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        connection.execute(sa.text(f"{query} AND datname = current_database()"))
    assert standing(database) == []
    database.close()
    other.close()


@pytest.mark.slow
def test_postgresql_refuses_writes_through_a_reading_connection(new_postgresql_url) -> None:
    database = Database.open(new_postgresql_url())
    with pytest.raises(StoreUnavailable, match="read-only"), database.read() as connection:
        add_submission(connection, workbook(actual()))
    database.close()


def test_a_read_only_database_is_a_failing_environment(sqlite_database: Database) -> None:
    with pytest.raises(StoreUnavailable, match="readonly"):
        _submit_after(sqlite_database, "PRAGMA query_only = ON")


def _submit_after(database: Database, statement: str) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(statement)
        add_submission(connection, workbook(actual()))


def test_a_server_that_does_not_answer_is_a_failing_environment() -> None:
    with pytest.raises(StoreUnavailable) as refused:
        Database.open("postgresql://kpi:secret@127.0.0.1:1/kpi")
    assert "secret" not in refused.value.cause
    assert "\n" not in refused.value.cause


def test_a_folder_that_cannot_be_made_is_a_failing_environment(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="folder"):
        Database.open(f"sqlite:///{tmp_path / 'file' / 'kpi.db'}")


def test_a_file_that_is_no_database_is_a_failing_environment_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kpi.db"
    path.write_bytes(b"Not a database. " * 100)
    with pytest.raises(StoreUnavailable, match="not a database"):
        Database.open(f"sqlite:///{path}")
    assert path.read_bytes() == b"Not a database. " * 100


def test_a_damaged_file_is_a_failing_environment(sqlite_url: str, tmp_path: Path) -> None:
    database = Database.open(sqlite_url)
    submit(database, *(actual(n, unit=str(n)) for n in range(2000)))
    database.close()
    path = tmp_path / "var" / "kpi.db"
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (size - 8192))
    with pytest.raises(StoreUnavailable):
        standing(Database.open(sqlite_url))


def test_ping_returns_while_the_database_answers(database: Database) -> None:
    database.ping()


def test_ping_fails_when_the_database_does_not_answer(sqlite_database: Database, monkeypatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    sqlite_database.close()
    monkeypatch.setattr(sqlite3, "connect", refuse)
    monkeypatch.setattr(sqlite3.dbapi2, "connect", refuse)
    with pytest.raises(StoreUnavailable, match="unable to open"):
        sqlite_database.ping()


def test_a_mistake_of_the_program_is_not_called_a_failing_environment(database: Database) -> None:
    with pytest.raises(sa.exc.IntegrityError), database.write() as connection:
        connection.execute(sa.text("INSERT INTO closures (plan) VALUES ('x')"))


def test_what_a_mistake_of_the_program_quotes_holds_no_figure(database: Database) -> None:
    with pytest.raises(sa.exc.IntegrityError) as mistake, database.write() as connection:
        connection.execute(sa.text("INSERT INTO closures (plan) VALUES (:plan)"), {"plan": "số riêng 8127"})
    assert "[SQL parameters hidden" in str(mistake.value)
    assert "8127" not in str(mistake.value).partition("[SQL")[2]
