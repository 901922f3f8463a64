"""Putting everything a backup holds in the place of everything stored: the one way around append-only tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, delete, exists, select, text

from kpi.store.errors import NotAsWritten
from kpi.store.rows import TableSum, copy, sum_up
from kpi.store.tables import kept_tables, metadata


def holds_anything(connection: Connection) -> bool:
    """Whether anything was ever stored: whether a table whose rows are numbered has one."""
    tables = (table for table in kept_tables() if table.autoincrement_column is not None)
    return any(connection.execute(select(exists(select(table)))).scalar_one() for table in tables)


def replace_everything(connection: Connection, source: Connection) -> None:
    """Makes the rows of all tables those of `source`, in the connection's transaction.

    Whoever is logged in has to log in again. Ids given out so far are not given out again: after a restore,
    too, a number means one submission alone.
    Raises NotAsWritten where what is read back is not what was written.
    """
    with _guards_lifted(connection):
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
        written = {table.name: copy(source, connection, table) for table in kept_tables()}
    _read_back(connection, written)
    if connection.dialect.name == "postgresql":
        _raise_sequences(connection)


def _read_back(connection: Connection, written: Mapping[str, TableSum]) -> None:
    for table in kept_tables():
        if sum_up(connection, table) != written[table.name]:
            raise NotAsWritten(table.name)


@contextmanager
def _guards_lifted(connection: Connection) -> Iterator[None]:
    """Without the triggers that refuse changes; readers go on seeing what is stored."""
    lifted = _lift_on_sqlite if connection.dialect.name == "sqlite" else _lift_on_postgresql
    with lifted(connection):
        yield


@contextmanager
def _lift_on_sqlite(connection: Connection) -> Iterator[None]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    triggers = connection.exec_driver_sql(query).all()
    for trigger in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{trigger.name}"')
    yield
    for trigger in triggers:
        connection.exec_driver_sql(trigger.sql)


@contextmanager
def _lift_on_postgresql(connection: Connection) -> Iterator[None]:
    for table in metadata.sorted_tables:
        connection.execute(text(f"ALTER TABLE {table.name} DISABLE TRIGGER USER"))
    yield
    for table in metadata.sorted_tables:
        connection.execute(text(f"ALTER TABLE {table.name} ENABLE TRIGGER USER"))


def _raise_sequences(connection: Connection) -> None:
    """SQLite does this by itself."""
    for table in metadata.sorted_tables:
        key = table.autoincrement_column
        sequence = (
            key is not None
            and connection.execute(
                text("SELECT pg_get_serial_sequence(:table, :column)"),
                {"table": table.name, "column": key.name},
            ).scalar()
        )
        if key is not None and sequence:
            newest = f"GREATEST(max({key.name}), (SELECT last_value FROM {sequence}))"
            connection.execute(
                text(f"SELECT setval('{sequence}', {newest}) FROM {table.name} HAVING count(*) > 0")
            )
