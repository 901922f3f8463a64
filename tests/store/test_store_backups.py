"""A backup holds every row of every table, says so itself, and puts everything back: all of it or nothing."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sample_submissions import NOON, PLAN, actual, numerators, standing, submit, take_back, workbook

import kpi.store
from kpi.domain.actor import Role
from kpi.domain.closing import Step, StepTaken
from kpi.domain.period import Period
from kpi.domain.task import TaskDone
from kpi.store import accounts, backup_file, rows, schema
from kpi.store.accounts import Account
from kpi.store.audit import append_audit, verify_chain
from kpi.store.backup_file import KeptTable, Manifest, opened_backup, write_backup
from kpi.store.closures import append_step
from kpi.store.database import Database
from kpi.store.errors import BackupFault, UnusableBackup
from kpi.store.received import NewReport, add_received, withdraw_report
from kpi.store.replacing import replace_everything
from kpi.store.rows import TableSum
from kpi.store.submissions import add_submission, submission_content
from kpi.store.tables import kept_tables, observations
from kpi.store.tasks import record_task_done, withdraw_task_done

MADE_AT = datetime(2018, 2, 15, 3, 0, tzinfo=UTC)
FINDINGS = [{"code": "jump", "found": 'Đức Thọ "x"', "severity": "warning"}]


def fill(database: Database) -> None:
    """Something in every table, with all a column can hold."""
    doubted = actual(1)
    reasons = {doubted.observation.key: "rà soát"}
    submit(
        database,
        doubted,
        content=bytes(range(256)) * 50,
        findings=FINDINGS,
        answers={"a": "ồ"},
        reasons=reasons,
    )
    taken = submit(database, actual(2), actual(None, None, "69.96"), actual(9 * 10**18), illustrative=True)
    take_back(database, taken)
    with database.write() as connection:
        append_step(connection, PLAN, StepTaken(Period(2017), Step.CLOSED, NOON, "an", ""))
        done = record_task_done(
            connection, PLAN, TaskDone("report", date(2017, 12, 9), None, ""), NOON, "bình"
        )
        withdraw_task_done(connection, done, NOON, "bình")
        report = NewReport(PLAN, "report", "x", Period(2017), "Báo cáo.pdf", "0", b"%PDF\x00", NOON, "an")
        withdraw_report(connection, add_received(connection, report), NOON, "binh")
        append_audit(connection, NOON, "an", "import", None, "1", {"é": [1, None, True]})
        accounts.put_account(connection, Account("an", "Ân", Role.OFFICIAL, ("huyen-duc-tho",), "x"))


def sums(database: Database) -> dict[str, TableSum]:
    with database.read() as connection:
        return {table.name: rows.sum_up(connection, table) for table in kept_tables()}


def back_up(database: Database, path: Path) -> Manifest:
    with database.read() as connection:
        return write_backup(connection, path, MADE_AT, "1.2.3")


def put_back(database: Database, path: Path) -> None:
    with opened_backup(path) as (source, _), database.write() as connection:
        replace_everything(connection, source)


@pytest.fixture
def kept(sqlite_url: str, tmp_path: Path) -> Path:
    """A backup of a filled database."""
    database = Database.open(sqlite_url)
    fill(database)
    back_up(database, tmp_path / "kept.sqlite3")
    database.close()
    return tmp_path / "kept.sqlite3"


def test_what_fills_these_tests_leaves_no_table_empty(sqlite_database: Database) -> None:
    fill(sqlite_database)
    assert all(table.rows for table in sums(sqlite_database).values())


def test_a_backup_put_back_gives_every_row_as_it_was(database: Database, tmp_path: Path) -> None:
    fill(database)
    before = sums(database)
    manifest = back_up(database, tmp_path / "b")
    assert {name: kept.sum for name, kept in manifest.tables.items()} == before
    submit(database, actual(3))
    put_back(database, tmp_path / "b")
    assert sums(database) == before


def test_a_backup_moves_what_is_stored_to_the_other_database_and_back(
    sqlite_url: str, database_url: str, tmp_path: Path
) -> None:
    there, here = Database.open(database_url), Database.open(f"sqlite:///{tmp_path / 'here.db'}")
    fill(here)
    back_up(here, tmp_path / "out")
    put_back(there, tmp_path / "out")
    back_up(there, tmp_path / "home")
    new = Database.open(f"sqlite:///{tmp_path / 'new.db'}")
    put_back(new, tmp_path / "home")
    assert sums(here) == sums(there) == sums(new)
    with there.read() as connection:
        assert submission_content(connection, 1) == bytes(range(256)) * 50
    for database in (here, there, new):
        database.close()


def test_a_number_once_given_is_not_given_again_after_a_restore(database: Database, tmp_path: Path) -> None:
    submit(database, actual(1))
    back_up(database, tmp_path / "b")
    later = [submit(database, actual(n)) for n in (2, 3)]
    put_back(database, tmp_path / "b")
    assert submit(database, actual(4)) == max(later) + 1


def test_a_restore_ends_every_session_and_keeps_the_record_whole(database: Database, tmp_path: Path) -> None:
    fill(database)
    back_up(database, tmp_path / "b")
    with database.write() as connection:
        accounts.begin_session(connection, "token", "an", NOON)
    put_back(database, tmp_path / "b")
    with database.read() as connection:
        assert accounts.open_session(connection, "token") is None
        assert verify_chain(connection).whole


def test_what_was_put_back_is_append_only_again(database: Database, tmp_path: Path) -> None:
    submit(database, actual(1))
    back_up(database, tmp_path / "b")
    put_back(database, tmp_path / "b")
    for statement in ("DELETE FROM observations", "UPDATE submissions SET plan = 'x'"):
        with pytest.raises(sa.exc.IntegrityError, match="append-only"), database.write() as connection:
            connection.execute(sa.text(statement))
    assert numerators(standing(database)) == [1]


def test_the_version_after_a_restore_is_one_never_seen(database: Database, tmp_path: Path) -> None:
    def note() -> tuple[int, ...]:
        with database.write() as connection:
            append_audit(connection, NOON, "an", "restore", None, "b", {})
        return database.version()

    submit(database, actual(1))
    back_up(database, tmp_path / "b")
    seen = {database.version()}
    for number in range(4):
        submit(database, actual(number))
        seen.add(note())
    for _ in range(2):
        put_back(database, tmp_path / "b")
        version = note()
        assert version not in seen
        seen.add(version)


def test_readers_see_the_old_state_until_the_new_one_is_whole(database: Database, tmp_path: Path) -> None:
    submit(database, actual(1))
    back_up(database, tmp_path / "b")
    submit(database, actual(2))
    count = sa.select(sa.func.count()).select_from(observations)
    with database.read() as reader:
        assert reader.execute(count).scalar() == 2
        with opened_backup(tmp_path / "b") as (source, _), database.write() as connection:
            replace_everything(connection, source)
            assert numerators(standing(database)) == [2]
        assert reader.execute(count).scalar() == 2
    assert numerators(standing(database)) == [1]


def test_a_backup_is_one_state_while_others_write(database: Database, tmp_path: Path) -> None:
    submit(database, actual(1))
    with database.read() as connection:
        connection.execute(sa.text("SELECT count(*) FROM submissions")).scalar()
        submit(database, actual(2))
        manifest = write_backup(connection, tmp_path / "b", MADE_AT, "1.2.3")
    assert (manifest.rows["submissions"], manifest.rows["observations"]) == (1, 1)


def test_a_backup_never_overwrites_and_leaves_nothing_of_its_own_beside(
    sqlite_database: Database, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    back_up(sqlite_database, tmp_path / "out" / "b")
    first = (tmp_path / "out" / "b").read_bytes()
    with pytest.raises(FileExistsError):
        back_up(sqlite_database, tmp_path / "out" / "b")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b"]
    assert (tmp_path / "out" / "b").read_bytes() == first
    assert (tmp_path / "out" / "b").stat().st_mode & 0o077 == 0


def test_a_backup_that_can_not_be_read_back_is_not_left_behind(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_file, "copy", lambda *_: TableSum(1, "of other rows"))
    (tmp_path / "out").mkdir()
    with pytest.raises(UnusableBackup):
        back_up(sqlite_database, tmp_path / "out" / "b")
    assert list((tmp_path / "out").iterdir()) == []


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Không phải bản sao lưu. " * 500)


def _some_database(path: Path) -> None:
    path.unlink()
    Database.open(f"sqlite:///{path}").close()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def _a_figure_changed(path: Path) -> None:
    _run_on(path, "DROP TRIGGER observations_refuse_update", "UPDATE observations SET numerator = 2")


def _a_row_gone(path: Path) -> None:
    _run_on(path, "DROP TRIGGER closures_refuse_delete", "DELETE FROM closures")


def _a_table_gone(path: Path) -> None:
    _run_on(path, "DROP TABLE closures")


def _manifest_changed(path: Path) -> None:
    _run_on(path, """UPDATE backup_manifest SET document = replace(document, '"rows": 1', '"rows": 2')""")


def _of_a_later_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        (text,) = connection.execute("SELECT document FROM backup_manifest").fetchone()
        text = text.replace(f'"schema": "{schema.HEAD}"', '"schema": "9999"')
        digest = backup_file._sha256(text)
        connection.execute("UPDATE backup_manifest SET document = ?, sha256 = ?", (text, digest))
    connection.close()


def _run_on(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_empty, BackupFault.FOREIGN),
        (_text, BackupFault.FOREIGN),
        (_some_database, BackupFault.FOREIGN),
        (_cut, BackupFault.DAMAGED),
        (_a_figure_changed, BackupFault.DAMAGED),
        (_a_row_gone, BackupFault.DAMAGED),
        (_a_table_gone, BackupFault.DAMAGED),
        (_manifest_changed, BackupFault.DAMAGED),
        (_of_a_later_program, BackupFault.TOO_NEW),
    ],
)
def test_what_is_no_whole_backup_is_refused(
    kept: Path, spoil: Callable[[Path], None], fault: BackupFault
) -> None:
    spoil(kept)
    with pytest.raises(UnusableBackup) as refused, opened_backup(kept):
        pass
    assert refused.value.fault is fault


@pytest.mark.slow
def test_a_byte_changed_anywhere_never_gives_other_rows(kept: Path, tmp_path: Path) -> None:
    good = kept.read_bytes()
    with opened_backup(kept) as (source, _):
        whole = {table.name: rows.sum_up(source, table) for table in kept_tables()}
    for seed in range(120):
        _spoil_a_byte(kept, good, random.Random(seed))
        try:
            with opened_backup(kept) as (source, _):
                assert {t.name: rows.sum_up(source, t) for t in kept_tables()} == whole
        except UnusableBackup:
            pass


def _spoil_a_byte(path: Path, good: bytes, rng: random.Random) -> None:
    spoilt = bytearray(good)
    spoilt[rng.randrange(len(good))] ^= 1 << rng.randrange(8)
    path.write_bytes(spoilt)


def test_a_backup_is_not_touched_by_being_put_back(kept: Path, sqlite_database: Database) -> None:
    before = kept.read_bytes()
    kept.chmod(0o400)
    put_back(sqlite_database, kept)
    assert kept.read_bytes() == before
    assert [path.name for path in kept.parent.glob("kept*")] == ["kept.sqlite3"]


def test_a_backup_of_an_older_program_is_brought_up_to_date_on_a_copy(
    tmp_path: Path, sqlite_database: Database
) -> None:
    older = tmp_path / "older"
    with backup_file._open(older, writes=True) as connection:
        _as_first_written(connection)
    before = older.read_bytes()
    put_back(sqlite_database, older)
    assert numerators(standing(sqlite_database)) == [700]
    assert older.read_bytes() == before


def _as_first_written(connection: sa.Connection) -> None:
    """A backup as a program of the very first schema would have left it."""
    config = Config()
    config.set_main_option("script_location", str(Path(kpi.store.__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "0001")
    connection.exec_driver_sql(
        "INSERT INTO submissions VALUES (1, ?, 'a.xlsx', 'x', 2, '2018-01-15 05:00:00.000000', 'an', 0,"
        " '{}', '[]', X'504B')",
        (PLAN,),
    )
    connection.exec_driver_sql(
        "INSERT INTO observations VALUES (1, 1, ?, 'employers-enrolled', 'ha-tinh', '2017', 'official', 700,"
        " 1000, NULL, 'Biểu 1', 'D7', 'E7')",
        (PLAN,),
    )
    tables = {}
    for name in ("submissions", "observations"):
        columns = tuple(c.name for c in connection.exec_driver_sql(f"PRAGMA table_info({name})"))
        tables[name] = KeptTable(columns, rows.raw_sum(connection, name, columns))
    backup_file._add_manifest(connection, Manifest("0001", "0.0.1", MADE_AT.isoformat(), tables))


def test_an_exception_while_putting_back_leaves_everything_as_it_was(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(database, actual(1))
    back_up(database, tmp_path / "b")
    submit(database, actual(2))
    before = sums(database)
    monkeypatch.setattr("kpi.store.replacing.sum_up", lambda *_: TableSum(0, ""))
    with pytest.raises(kpi.store.errors.NotAsWritten):
        put_back(database, tmp_path / "b")
    assert sums(database) == before
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), database.write() as connection:
        connection.execute(sa.text("DELETE FROM observations"))
    with database.write() as connection:
        add_submission(connection, workbook(actual(3)))
