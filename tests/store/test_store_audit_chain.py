"""The audit trail is a chain: a gap, an edit or a cut end shows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from sample_submissions import NOON, PLAN

from kpi.store import schema
from kpi.store.audit import AuditQuery, append_audit, audit_entries, verify_chain
from kpi.store.database import Database


def fill(database: Database, count: int = 5) -> None:
    with database.write() as connection:
        for number in range(count):
            append_audit(connection, NOON, "an", "import", PLAN, str(number), {"tệp": "Biểu «1»"}, "10.0.0.7")


def report(database: Database):
    with database.read() as connection:
        return verify_chain(connection)


def tamper(database: Database, *statements: str) -> None:
    """Changes the trail past its triggers, as someone with the database in hand could."""
    with database.write() as connection:
        if connection.dialect.name == "sqlite":
            for change in ("update", "delete"):
                connection.execute(sa.text(f"DROP TRIGGER audit_entries_refuse_{change}"))
        else:
            connection.execute(sa.text("DROP TRIGGER audit_entries_refuse_change ON audit_entries"))
        for statement in statements:
            connection.execute(sa.text(statement))


def test_an_untouched_trail_is_whole(database: Database) -> None:
    assert report(database).whole
    fill(database)
    found = report(database)
    assert (found.whole, found.entries) == (True, 5)
    assert len(found.last_hash) == 64


@pytest.mark.parametrize("column", ["actor", "origin", "action", "subject", "at"])
def test_an_edit_shows_at_its_entry(database: Database, column: str) -> None:
    fill(database)
    value = "'2001-01-01 00:00:00'" if column == "at" else "'khác'"
    tamper(database, f"UPDATE audit_entries SET {column} = {value} WHERE id = 3")
    assert report(database).broken_at == 3


def test_an_edit_with_a_fresh_hash_shows_at_the_next_entry(database: Database) -> None:
    fill(database)
    tamper(database, f"UPDATE audit_entries SET hash = '{'0' * 64}' WHERE id = 3")
    assert report(database).broken_at == 3


def test_a_gap_shows_at_the_entry_after_it(database: Database) -> None:
    fill(database)
    tamper(database, "DELETE FROM audit_entries WHERE id = 2")
    assert report(database).broken_at == 3


def test_two_entries_changing_places_show(database: Database) -> None:
    fill(database)
    tamper(
        database,
        "UPDATE audit_entries SET id = 99 WHERE id = 2",
        "UPDATE audit_entries SET id = 2 WHERE id = 3",
        "UPDATE audit_entries SET id = 3 WHERE id = 99",
    )
    assert report(database).broken_at == 2


def test_a_cut_end_shows(database: Database) -> None:
    fill(database)
    tamper(database, "DELETE FROM audit_entries WHERE id = 5")
    found = report(database)
    assert (found.broken_at, found.cut_off, found.whole) == (None, True, False)


def test_what_came_since_a_walk_is_held_against_its_end(database: Database) -> None:
    fill(database)
    with database.read() as connection:
        known = verify_chain(connection)
    fill(database, 3)
    with database.read() as connection:
        assert verify_chain(connection, known) == verify_chain(connection)
    tamper(
        database,
        "UPDATE audit_entries SET actor = 'khác' WHERE id = 7",
        "DELETE FROM audit_entries WHERE id = 8",
    )
    with database.read() as connection:
        found = verify_chain(connection, known)
    assert (found.broken_at, found.cut_off) == (7, True)


def test_entries_from_before_the_chain_are_taken_into_it(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    _database_of_schema("0003", path)
    with sqlite3.connect(path) as raw:
        for number in range(3):
            raw.execute(
                "INSERT INTO audit_entries (at, actor, action, plan, subject, detail) VALUES (?,?,?,?,?,?)",
                ("2018-01-15 05:00:00.000000", "an", "import", PLAN, str(number), '{"a": "ă"}'),
            )
        raw.execute(
            "INSERT INTO closures (plan, period, action, at, by, why) VALUES (?,?,?,?,?,?)",
            (PLAN, "2017", "closed", "2018-01-15 05:00:00.000000", "an", ""),
        )
    raw.close()
    database = Database.open(f"sqlite:///{path}")
    fill(database, 1)
    found = report(database)
    with database.read() as connection:
        assert connection.execute(sa.text("SELECT period FROM closures")).scalars().all() == ["2017"]
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), database.write() as connection:
        connection.execute(sa.text("DELETE FROM closures"))
    database.close()
    assert (found.whole, found.entries) == (True, 4)


def _database_of_schema(revision: str, path: Path) -> None:
    from alembic import command
    from alembic.config import Config

    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(schema._MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


SEARCHES: list[tuple[AuditQuery, list[str]]] = [
    (AuditQuery(), ["c", "b", "a"]),
    (AuditQuery(action="undo"), ["b"]),
    (AuditQuery(plan=PLAN), ["b", "a"]),
    (AuditQuery(text="BÌNH"), []),
    (AuditQuery(text="binh"), ["c"]),
    (AuditQuery(text="100%"), ["a"]),
    (AuditQuery(text="đẠT 100"), ["a"]),
    (AuditQuery(text="_"), []),
]


@pytest.mark.parametrize(("query", "subjects"), SEARCHES)
def test_the_trail_is_searched(database: Database, query: AuditQuery, subjects: list[str]) -> None:
    with database.write() as connection:
        append_audit(connection, NOON, "an", "import", PLAN, "a", {"file": "đạt 100%.xlsx"})
        append_audit(connection, NOON, "an", "undo", PLAN, "b", {})
        append_audit(connection, NOON, "binh", "log-in", None, "c", {})
        assert [e.subject for e in audit_entries(connection, query)] == subjects
