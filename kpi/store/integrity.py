"""Whether what is stored is sound: the database by its own account, links between rows, and the bytes of files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Column, Connection, Table, exists, func, select

from kpi.store.columns import UtcTimestamp
from kpi.store.tables import kept_tables

_MOST_TOLD = 10


def damage(connection: Connection) -> list[str]:
    """At most ten things that are wrong: pages and indexes on SQLite, tables that can't be read, loose rows."""
    return [*_own_account(connection), *_loose_rows(connection)][:_MOST_TOLD]


def unlike_when_sent(connection: Connection) -> list[str]:
    """The files whose bytes are not of the size and SHA-256 written down when they came: "submissions 12"."""
    files = (table for table in kept_tables() if {"sha256", "size", "content"} <= set(table.columns.keys()))
    return [f"{table.name} {number}" for table in files for number in _changed_files(connection, table)]


def newest_instant(connection: Connection) -> datetime | None:
    """The latest time written anywhere, in UTC."""
    times = (c for table in kept_tables() for c in table.columns if isinstance(c.type, UtcTimestamp))
    found = (connection.execute(select(func.max(column))).scalar() for column in times)
    return max((instant for instant in found if instant is not None), default=None)


def _own_account(connection: Connection) -> list[str]:
    if connection.dialect.name == "sqlite":
        told = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST_TOLD})").scalars().all()
        return [] if told == ["ok"] else list(told)
    for table in kept_tables():  # a page that can't be read is an error of the database's own
        connection.execute(select(func.count()).select_from(table))
    return []


def _loose_rows(connection: Connection) -> Iterator[str]:
    for table in kept_tables():
        for key in table.foreign_keys:
            if count := _pointing_nowhere(connection, table, key.parent, key.column):
                yield f"{table.name}.{key.parent.name}: {count}"


def _pointing_nowhere(connection: Connection, table: Table, pointing: Column[int], at: Column[int]) -> int:
    there = exists(select(at).where(at == pointing))
    return connection.execute(select(func.count()).select_from(table).where(~there)).scalar_one()


def _changed_files(connection: Connection, table: Table) -> Iterator[int]:
    """One file in memory at a time."""
    seen = table.c
    query = select(seen.id, seen.sha256, seen.size, seen.content).order_by(seen.id)
    for row in connection.execute(query, execution_options={"yield_per": 1}):
        if (hashlib.sha256(row.content).hexdigest(), len(row.content)) != (row.sha256, row.size):
            yield row.id
