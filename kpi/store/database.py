"""The database as the services see it: opened by its URL, read and written through connections."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select, text

from kpi.store import schema
from kpi.store.engine import engine_for, reading, sqlite_file, writing
from kpi.store.environment import environment_failures
from kpi.store.tables import audit_entries, closures, submissions, task_progress, withdrawals

__all__ = ["PATIENCE_SECONDS", "Connection", "Database", "Version"]

Version = tuple[int, ...]

PATIENCE_SECONDS = 10.0
# Every write appends to one of these (observations come with their submission), and ids only grow.
_GROWING = (submissions, withdrawals, closures, task_progress, audit_entries)
_NEWEST_IDS = [select(func.coalesce(func.max(table.c.id), 0)).scalar_subquery() for table in _GROWING]
_DATA_VERSION = select(*_NEWEST_IDS)


class Database:
    """One SQLite file or PostgreSQL database. Safe to share between threads.

    Every method, and the body of `read` and `write`, raises StoreUnavailable when the environment fails.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reading = reading(engine)
        self._writing = writing(engine)

    @classmethod
    def open(cls, url: str, *, patience: float = PATIENCE_SECONDS) -> Database:
        """Connects, creating an SQLite file and its folder, and migrates an older schema.

        `url` is an SQLAlchemy URL of an SQLite file or of PostgreSQL. `patience`: seconds to wait for a lock.
        Raises StoreUnavailable, and SchemaTooNew where a later version of the program was here.
        """
        database = cls.connect(url, patience=patience)
        try:
            database._bring_up_to_date()
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def connect(cls, url: str, *, patience: float = PATIENCE_SECONDS) -> Database:
        """The same without migrating: to look at whatever is there."""
        return cls(engine_for(url, patience))

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one consistent state of the data; nothing done through it is kept."""
        with environment_failures(), self._reading.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The only writer's connection: all that is written is stored at the end, or nothing on an exception.

        What it reads is the latest committed state, and stays so until its end.
        """
        with environment_failures(), self._writing.begin() as connection:
            yield connection

    def ping(self) -> None:
        """Returns when the database answers."""
        with self.read() as connection:
            connection.execute(text("SELECT 1"))

    def version(self) -> Version:
        """What a cache of read data is kept under: another after every write of any process.

        A restore, too, gives one never seen before, since ids are not given out again and it is recorded.
        """
        with self.read() as connection:
            return tuple(connection.execute(_DATA_VERSION).one())

    @property
    def file(self) -> Path | None:
        """The SQLite file; None on PostgreSQL."""
        return sqlite_file(self._engine.url)

    def close(self) -> None:
        self._engine.dispose()

    def _bring_up_to_date(self) -> None:
        with self.read() as connection:
            outdated = schema.is_outdated(connection)
        if outdated:
            with self.write() as connection:
                # Where another process migrated while this one waited for its turn, nothing is left to do.
                schema.migrate(connection)
