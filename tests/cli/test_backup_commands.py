"""One command keeps everything in a file, one puts everything back; whatever is wrong, nothing is touched."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from typed_commands import PLAN, row, run, sent, typed, written

from kpi.service import backups
from kpi.service.settings import database_url
from kpi.store import audit, replacing
from kpi.store.database import Database
from kpi.store.errors import StoreUnavailable


def verdicts() -> Any:
    return sent("evaluate", "--plan", PLAN, "--period", "2017")


def deeds() -> list[str]:
    database = Database.open(database_url())
    with database.read() as connection:
        found = [entry.action for entry in audit.audit_entries(connection)]
    database.close()
    return found


@pytest.fixture
def kept_in(own_database: str, fault_log: Path) -> Path:
    """Where a restore keeps what stood before: beside the file of the database, else in `var`."""
    return (
        Path(own_database.removeprefix("sqlite:///")).parent if "sqlite" in own_database else fault_log.parent
    )


def kept_before(folder: Path) -> list[Path]:
    return sorted(folder.glob("before-restore-*.sqlite3"))


def new_database(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_DATABASE_URL", f"sqlite:///{folder / 'mới' / 'kpi.db'}")


def test_verdicts_are_the_same_after_a_restore_into_a_new_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent("import", written(tmp_path, row(), row("Huyện Đức Thọ", 3, 9)), "--plan", PLAN)
    before = verdicts()
    made = typed("backup", tmp_path / "sao lưu" / "b.sqlite3")
    assert made.code == 0
    digest = hashlib.sha256((tmp_path / "sao lưu" / "b.sqlite3").read_bytes()).hexdigest()
    assert digest in made.stdout
    new_database(tmp_path, monkeypatch)
    assert verdicts() != before
    restored = typed("restore", tmp_path / "sao lưu" / "b.sqlite3")
    assert (restored.code, digest in restored.stdout) == (0, True)
    assert verdicts() == before
    assert kept_before(tmp_path / "mới") == []


def test_what_stood_before_a_restore_is_kept(tmp_path: Path, kept_in: Path) -> None:
    typed("backup", tmp_path / "empty.sqlite3")
    sent("import", written(tmp_path, row()), "--plan", PLAN)
    before = verdicts()
    restored = typed("restore", tmp_path / "empty.sqlite3")
    assert verdicts() != before
    (kept,) = kept_before(kept_in)
    assert kept.name in restored.stdout
    assert typed("restore", kept).code == 0
    assert verdicts() == before
    assert len(kept_before(kept_in)) == 2


def test_backups_and_restores_are_recorded(tmp_path: Path) -> None:
    typed("backup", tmp_path / "b.sqlite3")
    assert deeds() == ["backup"]
    typed("restore", tmp_path / "b.sqlite3")
    assert deeds() == ["restore"]
    typed("restore", tmp_path / "b.sqlite3")
    typed("backup", tmp_path / "c.sqlite3")
    assert deeds() == ["backup", "restore"]


def test_a_backup_overwrites_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, row())
    before = path.read_bytes()
    assert typed("backup", path).code == 1
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []


def test_a_file_that_is_no_whole_backup_changes_nothing(tmp_path: Path, kept_in: Path) -> None:
    sent("import", path := written(tmp_path, row()), "--plan", PLAN)
    before = verdicts()
    typed("backup", tmp_path / "b.sqlite3")
    (tmp_path / "cut.sqlite3").write_bytes((tmp_path / "b.sqlite3").read_bytes()[:-4096])
    for file in (path, tmp_path / "cut.sqlite3"):
        refused_in_a_line(file)
    assert verdicts() == before
    assert kept_before(kept_in) == []


@pytest.mark.sqlite_file
def test_the_file_of_the_database_itself_is_no_backup(own_database: str) -> None:
    refused_in_a_line(Path(own_database.removeprefix("sqlite:///")))


def refused_in_a_line(file: Path) -> None:
    answer = typed("restore", file)
    assert answer.code == 1
    assert file.name in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert typed("restore", tmp_path / "b.sqlite3").code == 2
    assert typed("restore").code == typed("backup").code == 2


def test_a_restore_that_fails_leaves_everything_and_no_second_copy(
    tmp_path: Path, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed("backup", tmp_path / "b.sqlite3")
    sent("import", written(tmp_path, row()), "--plan", PLAN)
    before = verdicts()

    def fail(*_: object) -> None:
        raise StoreUnavailable("database or disk is full")

    monkeypatch.setattr(replacing, "_read_back", fail)
    assert typed("restore", tmp_path / "b.sqlite3").code == 3
    assert verdicts() == before
    assert kept_before(kept_in) == []


def test_a_backup_is_made_where_the_database_takes_no_more_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreUnavailable("database or disk is full")

    monkeypatch.setattr(audit, "append_audit", fail)
    answer = typed("backup", tmp_path / "b.sqlite3")
    assert (answer.code, answer.stderr.count("\n")) == (0, 1)
    assert (tmp_path / "b.sqlite3").exists()


def test_a_backup_that_can_not_be_written_fails_as_the_environment(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("")
    assert typed("backup", tmp_path / "tệp" / "b.sqlite3").code == 3


def test_nothing_stored_while_a_restore_waits_is_missing_from_what_it_keeps(
    tmp_path: Path, own_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy of the present state is made when no other writer can come in between."""
    typed("backup", tmp_path / "b.sqlite3")
    sent("import", written(tmp_path, row()), "--plan", PLAN)
    real = backups._write
    other = Database.open(own_database, patience=0.1)

    def write_while_another_tries(*asked: Any) -> Any:
        with pytest.raises(StoreUnavailable), other.write():
            pass
        return real(*asked)

    monkeypatch.setattr(backups, "_write", write_while_another_tries)
    assert typed("restore", tmp_path / "b.sqlite3").code == 0
    other.close()


@pytest.mark.slow
def test_a_process_of_its_own_backs_up_and_restores(tmp_path: Path) -> None:
    sent("import", written(tmp_path, row()), "--plan", PLAN)
    before = verdicts()
    assert run("backup", tmp_path / "b.sqlite3").code == 0
    assert run("restore", tmp_path / "b.sqlite3").code == 0
    assert verdicts() == before
