"""A program with its own empty database, of either kind, on a February day after the year reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kpi.registry.definitions import load_definitions
from kpi.service.program import Program
from kpi.store.database import Database


@pytest.fixture
def new_program(new_database: Callable[[], str]) -> Iterator[Callable[[], Program]]:
    """Opens programs, each on an empty database of its own."""
    opened: list[Program] = []

    def make() -> Program:
        opened.append(Program(load_definitions(), Database.open(new_database())))
        return opened[-1]

    yield make
    for program in opened:
        program.database.close()


@pytest.fixture
def program(new_program: Callable[[], Program]) -> Program:
    return new_program()


@pytest.fixture(autouse=True)
def _on_a_day_in_february(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_TODAY", "2018-02-15")


@pytest.fixture(autouse=True)
def _reading_at_once(without_children: None) -> None: ...
