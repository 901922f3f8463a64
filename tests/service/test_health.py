"""The doctor finds what is ill, says what, and changes nothing."""

from __future__ import annotations

import re
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sent_workbooks import BINH, row, send

from kpi.present.words import words_for
from kpi.service import settings
from kpi.service.health import HealthFinding, examine, machine
from kpi.service.program import Program
from kpi.service.records import undo


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_TODAY", "2026-02-15")


@pytest.fixture
def file(tmp_path: Path, empty_sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database looked at."""
    path = tmp_path / "looked-at.db"
    shutil.copy(empty_sqlite_file, path)
    monkeypatch.setenv("KPI_DATABASE_URL", f"sqlite:///{path}")
    return path


@pytest.fixture
def filled(file: Path) -> Path:
    program = Program.open()
    send(program, row())
    send(program, row(part=701))
    undo(program, 1, BINH)
    program.database.close()
    return file


def ill() -> dict[str, HealthFinding]:
    return {finding.subject: finding for finding in examine() if not finding.well}


def run_on(path: Path, *statements: str) -> None:
    """Changes a database past the program."""
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_a_sound_database_is_well(filled: Path) -> None:
    assert ill() == {}


def test_everything_looked_at_has_a_name_and_a_cure_in_both_languages(filled: Path) -> None:
    for language in ("vi", "en"):
        words = words_for(language)
        for finding in examine():
            assert words(f"health.{finding.subject}")
            assert words(f"health.mend-{finding.subject}")


def test_a_database_not_made_yet_is_well(file: Path) -> None:
    file.unlink()
    assert ill() == {}


def test_a_database_that_does_not_answer_is_ill_and_no_secret_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KPI_DATABASE_URL", "postgresql://an:geheim@127.0.0.1:1/kpi")
    assert set(ill()) == {"database"}
    assert "geheim" not in " ".join(finding.fact for finding in examine())


@pytest.mark.parametrize("revision", ["0001", "9999"])
def test_tables_of_another_version_are_named_and_left_alone(filled: Path, revision: str) -> None:
    run_on(filled, f"UPDATE alembic_version SET version_num = '{revision}'")
    assert revision in ill()["schema"].fact
    assert set(ill()) == {"schema"}


def test_changed_bytes_of_a_file_sent_are_found(filled: Path) -> None:
    run_on(
        filled,
        "DROP TRIGGER submissions_refuse_update",
        "UPDATE submissions SET content = X'00' WHERE id = 2",
    )
    assert ill()["contents"].fact == "submissions 2"


def test_an_entry_of_the_record_changed_or_gone_is_found(filled: Path) -> None:
    drop = "DROP TRIGGER audit_entries_refuse_delete"
    run_on(filled, drop, "DELETE FROM audit_entries WHERE id = (SELECT max(id) FROM audit_entries)")
    assert set(ill()) == {"record"}


def test_a_row_that_points_at_none_is_found(filled: Path) -> None:
    run_on(filled, "DROP TRIGGER submissions_refuse_delete", "DELETE FROM submissions WHERE id = 1")
    assert "observations.submission_id: 1" in ill()["integrity"].fact
    assert "withdrawals.submission_id: 1" in ill()["integrity"].fact


def test_damaged_pages_are_found(filled: Path) -> None:
    with filled.open("r+b") as opened:
        opened.seek(filled.stat().st_size // 2)
        opened.write(b"\xff" * 8192)
    assert set(ill()) & {"integrity", "database"}


@pytest.mark.slow
def test_postgresql_is_looked_at_alike(new_postgresql_url: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    url = new_postgresql_url()
    monkeypatch.setenv("KPI_DATABASE_URL", url)
    assert ill() == {}
    program = Program.open()
    send(program, row())
    program.database.close()
    assert ill() == {}
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE submissions DISABLE TRIGGER ALL")
        connection.exec_driver_sql(r"UPDATE submissions SET content = '\x00'")
        connection.exec_driver_sql("UPDATE submissions SET id = 9")
    engine.dispose()
    assert ill()["contents"].fact == "submissions 9"
    assert ill()["integrity"].fact == "observations.submission_id: 1"


def test_a_disk_nearly_full_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(file.parent)._replace(free=400_000_000)
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: usage)
    assert "400 MB (≥ 500 MB)" in ill()["disk"].fact


def test_room_is_needed_for_a_restore_of_a_large_database(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(file.parent)._replace(free=800_000_000)
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: usage)
    assert ill() == {}
    with file.open("r+b") as opened:
        opened.truncate(300_000_000)
    assert "≥ 900 MB" in ill()["disk"].fact


def test_a_clock_from_before_the_program_is_ill(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_TODAY", "1999-01-01")
    assert set(ill()) == {"clock"}


def test_a_clock_before_what_is_stored_is_ill(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for days, well in ((0, True), (1, False)):
        moment = datetime(2026, 2, 15, tzinfo=UTC) - timedelta(days=days)
        monkeypatch.setenv("KPI_TODAY", moment.date().isoformat())
        assert ("clock" not in ill()) is well


def test_the_libraries_are_those_the_program_was_tested_with(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No less: what only the tests need is not asked for."""

    def version(name: str, installed: Any = metadata.version) -> str:
        if name == "zxcvbn":
            raise metadata.PackageNotFoundError
        return "0.1" if name == "babel" else str(installed(name))

    monkeypatch.setattr(metadata, "version", version)
    found = ill()["libraries"].fact
    assert re.findall(r"(\S+) \S+ \(≠ [\d.]+\)", found) == ["babel", "zxcvbn"]


def test_an_unknown_variable_is_named_with_the_one_meant(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_DATBASE_URL", "sqlite:///geheim.db")
    fact = ill()["settings"].fact
    assert "KPI_DATBASE_URL" in fact
    assert "KPI_DATABASE_URL" in fact
    assert "geheim" not in fact


@pytest.mark.parametrize(
    ("name", "value"), [("KPI_PORT", "0"), ("KPI_TRUSTED_PROXIES", "proxy"), ("KPI_TODAY", "hôm nay")]
)
def test_an_unusable_variable_is_named(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert ill()["settings"].fact == f"{name}={value}"


def test_every_variable_asked_for_is_a_known_one() -> None:
    places = (*settings.PROJECT.glob("kpi/**/*.py"), *(settings.PROJECT / "bin").iterdir())
    text = " ".join(path.read_text(encoding="utf-8") for path in places if path.is_file())
    asked = set(re.findall(r"\bKPI_[A-Z_]+[A-Z]\b", text)) - {"KPI_TEST_POSTGRES_URL"}
    assert asked == set(settings.VARIABLES) - {"KPI_TEST_POSTGRES_URL"}
