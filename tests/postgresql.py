"""Databases on a PostgreSQL server, made and dropped by the dozen."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa


class PostgreSQL:
    """A server that makes databases; `url` leads to one of its own."""

    def __init__(self, url: sa.URL) -> None:
        self.url = url
        self._engine = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)

    @contextmanager
    def databases(self, template: str = "template1") -> Iterator[Callable[[], str]]:
        """Makes copies of the template and returns their addresses; they are dropped at the end."""
        names: list[str] = []

        def make() -> str:
            names.append(f"kpi_test_{uuid.uuid4().hex}")
            self._run(f"CREATE DATABASE {names[-1]} TEMPLATE {template}")
            return self.url.set(database=names[-1]).render_as_string(hide_password=False)

        try:
            yield make
        finally:
            self._run(*(f"DROP DATABASE {name} WITH (FORCE)" for name in names))

    def forget_durability(self) -> None:
        """Nothing is to outlive a server of the tests' own: it need not wait for the disk, which halves its time."""
        self._run(*(f"ALTER SYSTEM SET {name} = off" for name in ("fsync", "full_page_writes")))
        self._run("SELECT pg_reload_conf()")

    def _run(self, *statements: str) -> None:
        with self._engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
