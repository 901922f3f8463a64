"""Tells failures of the environment from mistakes of the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, InternalError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from kpi.store.errors import StoreUnavailable


@contextmanager
def environment_failures() -> Iterator[None]:
    """Turns a database error about disk, network or server into StoreUnavailable; others pass unchanged."""
    try:
        yield
    except SQLAlchemyError as error:
        if not _is_environment(error):
            raise
        raise StoreUnavailable(_short_cause(error)) from error


def _is_environment(error: SQLAlchemyError) -> bool:
    """SQLite reports a damaged file as a plain DatabaseError; PostgreSQL a read-only server as InternalError."""
    if isinstance(error, OperationalError | InternalError | PoolExhausted):
        return True
    return type(error) is DatabaseError or (isinstance(error, DBAPIError) and error.connection_invalidated)


def _short_cause(error: SQLAlchemyError) -> str:
    """The driver's own first line: SQLAlchemy's text would repeat the statement and its values."""
    cause = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    lines = cause.strip().splitlines()
    return lines[0] if lines else type(error).__name__
