"""A backup: one SQLite file with every row of either database, and a manifest it can be checked against.

The manifest names the schema and the program, and of each table its rows and their SHA-256. An older program's
backup is checked as it is, and then brought up to today's schema on a copy.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, Text, delete, insert, inspect
from sqlalchemy.exc import DatabaseError

from kpi.store import schema
from kpi.store.engine import lone_file_engine
from kpi.store.environment import environment_failures
from kpi.store.errors import BackupFault, UnusableBackup
from kpi.store.rows import TableSum, copy, raw_sum
from kpi.store.tables import kept_tables

_manifest = Table("backup_manifest", MetaData(), Column("document", Text), Column("sha256", Text))


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table of a backup: its columns in the order they were summed up, and that sum."""

    columns: tuple[str, ...]
    sum: TableSum


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. `made_at` is an ISO time."""

    schema: str
    program: str
    made_at: str
    tables: Mapping[str, KeptTable]

    @property
    def rows(self) -> dict[str, int]:
        return {name: table.sum.rows for name, table in self.tables.items()}

    def as_text(self) -> str:
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def of(cls, text: str) -> Manifest:
        facts: dict[str, Any] = json.loads(text)
        tables = {
            name: KeptTable(tuple(t["columns"]), TableSum(**t["sum"]))
            for name, t in facts.pop("tables").items()
        }
        return cls(tables=tables, **facts)


def write_backup(source: Connection, path: Path, made_at: datetime, program: str) -> Manifest:
    """Writes everything the connection sees into a new file, and reads it again to see that it holds all.

    The file appears under its name only when it is whole, and none but its owner may read it.
    Raises FileExistsError, OSError or StoreUnavailable; then nothing is left behind.
    """
    if path.exists():
        raise FileExistsError(path)
    with _in_place_when_whole(path) as part:
        with environment_failures(), _open(part, writes=True) as target:
            schema.migrate(target)
            manifest = Manifest(schema.HEAD, program, made_at.isoformat(), _copy_all(source, target))
            _add_manifest(target, manifest)
        _flush(part)
        with opened_backup(part):
            return manifest


@contextmanager
def opened_backup(path: Path) -> Iterator[tuple[Connection, Manifest]]:
    """A backup that was checked, with today's schema whatever it was written with; the file stays untouched.

    Raises UnusableBackup, and StoreUnavailable or OSError where the machine fails.
    """
    with environment_failures():
        manifest = _checked(path)
        opening = _open if manifest.schema == schema.HEAD else _brought_up_to_date
        with opening(path) as connection:
            yield connection, manifest


@contextmanager
def _open(path: Path, *, writes: bool = False) -> Iterator[Connection]:
    engine = lone_file_engine(path, writes=writes)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def _in_place_when_whole(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        if path.exists():  # made by somebody else meanwhile
            raise FileExistsError(path)
        part.rename(path)
        _flush(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """Waits until the file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy_all(source: Connection, target: Connection) -> dict[str, KeptTable]:
    kept = {}
    for table in kept_tables():
        target.execute(delete(table))  # the row a migration begins a table with
        kept[table.name] = KeptTable(tuple(table.columns.keys()), copy(source, target, table))
    return kept


def _add_manifest(target: Connection, manifest: Manifest) -> None:
    _manifest.create(target)
    text = manifest.as_text()
    target.execute(insert(_manifest).values(document=text, sha256=_sha256(text)))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _checked(path: Path) -> Manifest:
    try:
        with _open(path) as connection:
            manifest = _manifest_in(connection)
            if manifest.schema > schema.HEAD:
                raise UnusableBackup(BackupFault.TOO_NEW)
            _check_whole(connection, manifest)
            return manifest
    except DatabaseError as error:
        fault = _FAULTS.get(getattr(error.orig, "sqlite_errorcode", 0) & 0xFF)
        if fault is None:
            raise
        raise UnusableBackup(fault) from error


_FAULTS = {
    sqlite3.SQLITE_NOTADB: BackupFault.FOREIGN,
    sqlite3.SQLITE_CORRUPT: BackupFault.DAMAGED,
    sqlite3.SQLITE_ERROR: BackupFault.DAMAGED,  # a table or column the manifest names is not there
}


def _manifest_in(connection: Connection) -> Manifest:
    if not inspect(connection).has_table(_manifest.name):
        raise UnusableBackup(BackupFault.FOREIGN)
    rows = connection.execute(_manifest.select()).all()
    if len(rows) != 1 or _sha256(rows[0].document) != rows[0].sha256:
        raise UnusableBackup(BackupFault.DAMAGED)
    return Manifest.of(rows[0].document)


def _check_whole(connection: Connection, manifest: Manifest) -> None:
    sound = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() == "ok"
    linked = connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
    counted = all(
        raw_sum(connection, name, kept.columns) == kept.sum for name, kept in manifest.tables.items()
    )
    if not (sound and linked and counted):
        raise UnusableBackup(BackupFault.DAMAGED)


@contextmanager
def _brought_up_to_date(path: Path) -> Iterator[Connection]:
    with tempfile.TemporaryDirectory(prefix="kpi-restore-") as folder:
        older = Path(folder) / "older.sqlite3"
        shutil.copyfile(path, older)
        with _open(older, writes=True) as connection:
            schema.migrate(connection)
            yield connection
