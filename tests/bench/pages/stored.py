"""Databases with few and with very many observations, of which the same few stand: revisions of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from sqlalchemy import insert

from kpi.domain.period import Period
from kpi.registry.definitions import load_definitions
from kpi.store.database import Database
from kpi.store.submissions import NewSubmission, add_submission
from kpi.store.tables import observations

PLAN, PROVINCE = "ha-tinh-157-2017", "ha-tinh"
A_THOUSAND = 1_000
_YEARS = range(2000, 2025)
_BATCH = 50_000


def database_with(folder: Path, count: int) -> str:
    """The URL of a database with `count` stored observations, a thousand to a submission."""
    url = f"sqlite:///{folder / f'stored-{count}.sqlite3'}"
    database = Database.open(url)
    with database.write() as connection:
        rows: list[dict[str, object]] = []
        for round_ in range(count // A_THOUSAND):
            submission = add_submission(connection, _submission(round_))
            rows += _revision(submission, round_)
            if len(rows) >= _BATCH:
                connection.execute(insert(observations), rows)
                rows = []
        if rows:
            connection.execute(insert(observations), rows)
    database.close()
    return url


def _submission(round_: int) -> NewSubmission:
    return NewSubmission(PLAN, f"{round_}.xlsx", f"{round_:064d}", b"", datetime.now(UTC), "bench", ())


def _revision(submission: int, round_: int) -> Iterator[dict[str, object]]:
    """The same thousand figures, each a little higher than in the round before."""
    units = [u.id for u in load_definitions().units.of_province(PROVINCE)[:14]]
    indicators = ("employers-enrolled", "voluntary-growth", "employers-e-transactions")
    keys = list(product(indicators, units, _YEARS))[:A_THOUSAND]
    for number, (indicator, unit, year) in enumerate(keys):
        yield {
            "submission_id": submission,
            "plan": PLAN,
            "indicator": indicator,
            "unit": unit,
            "period": str(Period(year)),
            "stage": "official",
            "numerator": 500 + (number + round_) % 400,
            "denominator": None if indicator == "voluntary-growth" else 1000,
            "value": None,
            "sheet": "S",
            "cell": "A1",
            "denominator_cell": None,
        }
