"""How a database comes into being, grows older, and what its tables are made of."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sample_submissions import PLAN, actual, standing, submit

import kpi.store
from kpi.store import schema
from kpi.store.database import Database
from kpi.store.errors import SchemaTooNew, StoreUnavailable
from kpi.store.observations import live_observations
from kpi.store.tables import metadata

ROOT = Path(__file__).parent.parent.parent


def test_the_first_open_creates_folder_and_file(tmp_path: Path) -> None:
    path = tmp_path / "a" / "folder of 100%" / "kpi.db"
    Database.open(f"sqlite:///{path}").close()
    assert path.is_file()


def test_an_existing_empty_file_is_migrated(tmp_path: Path) -> None:
    (tmp_path / "kpi.db").touch()
    database = Database.open(f"sqlite:///{tmp_path / 'kpi.db'}")
    submit(database, actual())
    database.close()


def test_a_database_opened_again_holds_what_was_stored(database_url: str) -> None:
    first = Database.open(database_url)
    submit(first, actual(1))
    first.close()
    second = Database.open(database_url)
    assert len(standing(second)) == 1
    second.close()


def test_the_definitions_agree_with_what_the_migrations_build(database: Database) -> None:
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_known_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(kpi.store.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]


def test_a_schema_of_a_later_program_is_refused(database_url: str) -> None:
    database = Database.open(database_url)
    with database.write() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(SchemaTooNew, match="9999"):
        Database.open(database_url)


def test_an_earlier_reason_stays_beside_the_figures_of_its_workbook(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kpi.db'}"
    with sa.create_engine(url).begin() as connection:
        _migrate_to(connection, "0006")
        for number, reason in ((1, "rà soát"), (2, "")):
            connection.exec_driver_sql(
                "INSERT INTO submissions (id, plan, file_name, sha256, size, received_at, received_by,"
                " illustrative, answers, findings, reason, content) VALUES (?, ?, 'a.xlsx', 'x', 2,"
                " '2018-01-15 05:00:00.000000', 'an', 0, '{}', '[]', ?, X'504B')",
                (number, PLAN, reason),
            )
            connection.exec_driver_sql(
                "INSERT INTO observations VALUES (?, ?, ?, 'employers-enrolled', 'ha-tinh', ?, 'official', 700,"
                " 1000, NULL, 'Biểu 1', 'D7', 'E7')",
                (number, number, PLAN, str(2016 + number)),
            )
    database = Database.open(url)
    with database.read() as connection:
        assert [s.reason for s in live_observations(connection, PLAN)] == ["rà soát", ""]
    database.close()


def _migrate_to(connection: sa.Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(kpi.store.__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


@pytest.mark.slow
def test_a_migrated_database_is_opened_without_loading_alembic(sqlite_url: str) -> None:
    Database.open(sqlite_url).close()
    program = (
        "import sys; from kpi.store.database import Database; "
        "Database.open(sys.argv[1]).close(); print('alembic' in sys.modules)"
    )
    assert _run(program, sqlite_url) == "False"


def test_migrations_do_not_depend_on_the_working_directory(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    Database.open("sqlite:///var/kpi.db").close()
    assert (tmp_path / "var" / "kpi.db").is_file()


@pytest.mark.slow
def test_two_processes_may_open_a_new_database_at_once(database_url: str) -> None:
    program = (
        "import sys; from kpi.store.database import Database; import alembic.command; "
        "print('ready', flush=True); sys.stdin.readline(); Database.open(sys.argv[1]).close(); print('opened')"
    )
    processes = [_start(program, database_url) for _ in range(2)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [process.communicate(timeout=30) for process in processes] == [("opened\n", "")] * 2


def test_a_new_file_another_process_is_writing_to_is_waited_for(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "kpi.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE theirs (id INTEGER)")
    release = Timer(0.1, other.close)
    release.start()
    Database.open(f"sqlite:///{tmp_path / 'kpi.db'}").close()
    release.join()


def test_the_program_may_be_installed_in_any_folder(tmp_path: Path, sqlite_url: str, monkeypatch) -> None:
    migrations = tmp_path / "100% %(here)s" / "migrations"
    shutil.copytree(Path(kpi.store.__file__).parent / "migrations", migrations)
    monkeypatch.setattr(schema, "_MIGRATIONS", migrations)
    Database.open(sqlite_url).close()


def test_a_failed_migration_leaves_nothing(database_url: str, monkeypatch) -> None:
    migrate = schema.migrate

    def fail_at_the_end(connection: sa.Connection) -> None:
        migrate(connection)
        raise RuntimeError("power cut")

    monkeypatch.setattr(schema, "migrate", fail_at_the_end)
    with pytest.raises(RuntimeError, match="power cut"):
        Database.open(database_url)
    monkeypatch.undo()
    database = Database.open(database_url)
    submit(database, actual())
    database.close()


def test_no_column_can_hold_a_binary_float(database: Database) -> None:
    with database.read() as connection:
        inspector = sa.inspect(connection)
        types = {
            f"{table}.{column['name']}": column["type"]
            for table in inspector.get_table_names()
            for column in inspector.get_columns(table)
        }
    assert "observations.value" in types
    assert [name for name, kind in types.items() if isinstance(kind, sa.Numeric | sa.Float)] == []


def test_sqlite_keeps_figures_as_integers_and_text(sqlite_database: Database) -> None:
    submit(sqlite_database, actual(2**62, 2**62, "69.96"))
    query = "SELECT typeof(numerator), typeof(denominator), typeof(value) FROM observations"
    with sqlite_database.read() as connection:
        assert tuple(connection.execute(sa.text(query)).one()) == ("integer", "integer", "text")


@pytest.mark.parametrize(
    ("setting", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 200)],
)
def test_sqlite_is_set_up_for_safety(sqlite_database: Database, setting: str, value: object) -> None:
    with sqlite_database.read() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar() == value


def test_the_live_observations_are_read_by_an_index(sqlite_database: Database) -> None:
    query = (
        f"EXPLAIN QUERY PLAN SELECT max(id) FROM observations WHERE plan = '{PLAN}' GROUP BY indicator, unit"
    )
    with sqlite_database.read() as connection:
        plan = connection.exec_driver_sql(query).all()
    assert [row.detail for row in plan] == [
        "SEARCH observations USING COVERING INDEX observations_by_key (plan=?)"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_postgresql_is_found_under_its_usual_schemes(new_postgresql_url, scheme: str) -> None:
    url = new_postgresql_url()
    Database.open(scheme + url[url.index("://") :]).close()


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "", "sqlite://", "sqlite:///:memory:"])
def test_an_address_of_no_known_database_is_refused(url: str) -> None:
    with pytest.raises(StoreUnavailable):
        Database.open(url)


def _start(program: str, url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", program, url]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def _run(program: str, url: str) -> str:
    output, errors = _start(program, url).communicate(timeout=30)
    assert errors == ""
    return output.strip()
