"""The rows of any table: read in pieces, written as they were read, and summed up alike on both databases."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, MetaData, String, Table, Text, collate, insert, select

from kpi.store.columns import JsonText

Rows = Sequence[Sequence[Any]]

# Rows in memory at once; of those that hold a whole file, one.
_PIECE = 2000


@dataclass(frozen=True, slots=True)
class TableSum:
    """How many rows a table has, and the SHA-256 of them all in the order of their key."""

    rows: int
    sha256: str


class Summing:
    """Sums up rows as they pass. A value counts as SQLite stores it, whichever database it comes from."""

    def __init__(self) -> None:
        self._rows = 0
        self._digest = hashlib.sha256()

    def add(self, rows: Rows) -> None:
        self._rows += len(rows)
        for row in rows:
            written = [plain(v) if (plain := _PLAIN.get(type(v))) else v for v in row]
            self._digest.update(json.dumps(written).encode())

    @property
    def sum(self) -> TableSum:
        return TableSum(self._rows, self._digest.hexdigest())


_PLAIN: dict[type, Callable[[Any], Any]] = {
    bool: int,
    bytes: lambda value: hashlib.sha256(value).hexdigest(),
    datetime: lambda value: value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f"),
    date: date.isoformat,
}


def pieces(connection: Connection, table: Table) -> Iterator[Rows]:
    """Every row of the table in the order of its key, a piece at a time."""
    plain = _as_written(table)
    piece = 1 if any(isinstance(c.type, LargeBinary) for c in plain.columns) else _PIECE
    query = select(plain).order_by(
        *(_by_bytes(c, connection) for c in plain.primary_key.columns or plain.columns)
    )
    return connection.execute(query, execution_options={"yield_per": piece}).partitions()


def sum_up(connection: Connection, table: Table) -> TableSum:
    """The sum of a table as it stands."""
    return _summed(pieces(connection, table))


def raw_sum(connection: Connection, name: str, columns: Sequence[str]) -> TableSum:
    """The same sum of these columns of an SQLite table, whatever schema it has."""
    declared = connection.exec_driver_sql(f'PRAGMA table_info("{name}")').all()
    listed = ", ".join(f'"{column}"' for column in columns)
    key = ", ".join(f'"{column.name}"' for column in declared if column.pk) or listed
    piece = 1 if any(column.type == "BLOB" for column in declared) else _PIECE
    found = connection.exec_driver_sql(f'SELECT {listed} FROM "{name}" ORDER BY {key}')
    return _summed(iter(lambda: found.fetchmany(piece), []))


def copy(source: Connection, target: Connection, table: Table) -> TableSum:
    """Adds the rows of one database's table to the other's; returns the sum of what was read."""
    summing, insertion = Summing(), insert(_as_written(table))
    names = [column.name for column in table.columns]
    for rows in pieces(source, table):
        summing.add(rows)
        target.execute(insertion, [dict(zip(names, row, strict=True)) for row in rows])
    return summing.sum


def add_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds rows by the ten thousand, all with the same columns, each value as the driver takes it.

    SQLAlchemy's own way looks at every value of every row once more, which took half of the time.
    """
    compiled = insert(table).compile(connection, column_keys=list(rows[0]))
    in_order = compiled.positiontup if compiled.positional else None
    values = rows if in_order is None else [tuple(map(row.__getitem__, in_order)) for row in rows]
    connection.exec_driver_sql(compiled.string, values)


def _summed(pieces: Iterable[Rows]) -> TableSum:
    summing = Summing()
    for rows in pieces:
        summing.add(rows)
    return summing.sum


@lru_cache(maxsize=64)
def _as_written(table: Table) -> Table:
    """The table with its JSON as the text it is kept as: read and written again, not a letter changes."""
    columns = (
        Column(c.name, Text() if isinstance(c.type, JsonText) else c.type, primary_key=c.primary_key)
        for c in table.columns
    )
    return Table(table.name, MetaData(), *columns)


def _by_bytes(column: Column[Any], connection: Connection) -> Any:
    """PostgreSQL would order texts by the rules of a language, SQLite by their bytes."""
    by_language = connection.dialect.name == "postgresql" and isinstance(column.type, String)
    return collate(column, "C") if by_language else column
