"""Tells failures of the environment from mistakes of the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg.errors
from sqlalchemy.exc import DatabaseError, DBAPIError, InternalError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from kpi.store.errors import DiskFull, StoreUnavailable


@contextmanager
def environment_failures() -> Iterator[None]:
    """Turns a database error about disk, network or server into StoreUnavailable; others pass unchanged."""
    try:
        yield
    except SQLAlchemyError as error:
        if not _is_environment(error):
            raise
        raise (DiskFull() if _is_full(error) else StoreUnavailable(_short_cause(error))) from error


def _is_environment(error: SQLAlchemyError) -> bool:
    """SQLite reports a damaged file as a plain DatabaseError; PostgreSQL a read-only server as InternalError."""
    if isinstance(error, OperationalError | InternalError | PoolExhausted):
        return True
    return type(error) is DatabaseError or (isinstance(error, DBAPIError) and error.connection_invalidated)


def _is_full(error: SQLAlchemyError) -> bool:
    """SQLite says "disk I/O error" where there is no room for what processes share, before it reads anything."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    code = getattr(cause, "sqlite_errorcode", None)
    return code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE) or isinstance(
        cause, psycopg.errors.DiskFull
    )


def _short_cause(error: SQLAlchemyError) -> str:
    """The driver's own first line: SQLAlchemy's text would repeat the statement and its values."""
    cause = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    lines = cause.strip().splitlines()
    return lines[0] if lines else type(error).__name__
