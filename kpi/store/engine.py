"""Engines for both databases, and how each begins a reading and a writing transaction.

SQLite: every transaction is begun by us, since the driver's own way would leave reads without a snapshot
and schema changes outside the transaction. A writer takes its turn with BEGIN IMMEDIATE.
PostgreSQL: a writer takes its turn with one advisory lock, so that both databases have one writer at a time.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from kpi.store.errors import StoreUnavailable

_WRITES = "kpi_writes"
_WRITERS_LOCK = 0x4B5049  # "KPI"; any number does, as long as every process takes the same


def engine_for(url: str, patience: float) -> Engine:
    """An engine with a pool. `patience`: seconds to wait for a lock or a connection before giving up."""
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(parsed, patience)
    return _postgresql_engine(parsed.set(drivername="postgresql+psycopg"), patience)


def sqlite_file(url: str | URL) -> Path | None:
    """The file an address names; None where it names none: PostgreSQL, or no address at all."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        return None
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database
    return Path(is_file) if is_file else None


def lone_file_engine(path: Path, *, writes: bool = False) -> Engine:
    """An engine for an SQLite file nobody else has open, without a log beside it.

    Written without any safety of its own: whoever writes it flushes it, and throws it away where that fails.
    """
    mode = "rwc" if writes else "ro"
    engine = create_engine(
        URL.create("sqlite", database=f"file:{quote(str(path))}", query={"mode": mode, "uri": "true"}),
        poolclass=NullPool,
    )
    event.listen(engine, "connect", _prepare_lone_file(writes))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def reading(engine: Engine) -> Engine:
    """The same engine and pool, for transactions that see one state of the data and change nothing."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writing(engine: Engine) -> Engine:
    """The same engine and pool, for transactions that wait for their turn to write.

    PostgreSQL stays at READ COMMITTED: a snapshot would be older than the turn it had to wait for.
    """
    return engine.execution_options(**{_WRITES: True})


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreUnavailable("the database address is not a database URL") from None
    if parsed.drivername == "postgres":
        parsed = parsed.set(drivername="postgresql")
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreUnavailable(f"{parsed.drivername} is neither sqlite nor postgresql")
    return parsed


def _sqlite_engine(url: URL, patience: float) -> Engine:
    if not url.database or url.database == ":memory:":
        raise StoreUnavailable("the SQLite database needs a file")
    _make_folder(Path(url.database).parent)
    engine = create_engine(
        # what a failure quotes is kept in a log: no figures in it
        url,
        connect_args={"timeout": patience},
        pool_timeout=patience,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare_sqlite(patience))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"cannot create the folder {folder}: {error.strerror}") from error


def _prepare_sqlite(patience: float) -> Callable[[sqlite3.Connection, Any], None]:
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # leaves BEGIN to us
        connection.create_function("lower", 1, _lower, deterministic=True)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        _use_write_ahead_log(connection, time.monotonic() + patience)

    return prepare


def _lower(text: str | None) -> str | None:
    """SQLite's own knows no letter beyond ASCII: whoever sought «đạt» would not find «Đạt»."""
    return None if text is None else text.lower()


def _prepare_lone_file(writes: bool) -> Callable[[sqlite3.Connection, Any], None]:
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA cache_size = -64000")
        if writes:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")

    return prepare


def _use_write_ahead_log(connection: sqlite3.Connection, give_up_at: float) -> None:
    """SQLite does not wait by itself when two processes switch a new file at once."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > give_up_at:
                raise
            time.sleep(0.02)


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _postgresql_engine(url: URL, patience: float) -> Engine:
    connect_args = {"connect_timeout": max(2, round(patience)), "client_encoding": "utf8"}
    engine = create_engine(
        url, connect_args=connect_args, pool_timeout=patience, pool_pre_ping=True, hide_parameters=True
    )
    event.listen(engine, "begin", _begin_postgresql(patience))
    return engine


def _begin_postgresql(patience: float) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        if _writes(connection):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(patience * 1000)}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")

    return begin


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get(_WRITES))
