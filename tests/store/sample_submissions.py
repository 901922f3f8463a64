"""Submissions to store in tests, and short ways to ask what stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from kpi.domain.observation import Observation, SourcedObservation, Stage
from kpi.domain.period import Period
from kpi.store.database import Database
from kpi.store.observations import live_observations
from kpi.store.submissions import NewSubmission, add_submission, withdraw

PLAN = "ha-tinh-157-2017"
NOON = datetime(2018, 1, 15, 5, 0, tzinfo=UTC)  # noon in Hà Tĩnh


def actual(
    numerator: int | None = 700,
    denominator: int | None = 1000,
    value: str | None = None,
    *,
    indicator: str = "employers-enrolled",
    unit: str = "ha-tinh",
    period: str = "2017",
    stage: Stage = Stage.OFFICIAL,
) -> SourcedObservation:
    decimal = None if value is None else Decimal(value)
    observation = Observation(indicator, unit, Period.parse(period), stage, numerator, denominator, decimal)
    return SourcedObservation(observation, "Biểu 1", "D7", "E7")


def workbook(*actuals: SourcedObservation, **facts: Any) -> NewSubmission:
    given: dict[str, Any] = {
        "plan": PLAN,
        "file_name": "Biểu số 1.xlsx",
        "content": b"PK\x03\x04\x00",
        "received_at": NOON,
        "received_by": "an",
    } | facts
    given.setdefault("sha256", hashlib.sha256(given["content"]).hexdigest())
    return NewSubmission(observations=actuals, **given)


def submit(database: Database, *actuals: SourcedObservation, **facts: Any) -> int:
    with database.write() as connection:
        return add_submission(connection, workbook(*actuals, **facts))


def take_back(database: Database, submission_id: int, at: datetime = NOON) -> None:
    with database.write() as connection:
        withdraw(connection, submission_id, at, "binh")


def standing(database: Database, known_on: date | None = None, plan: str = PLAN) -> list[Observation]:
    with database.read() as connection:
        return [s.observation for s in live_observations(connection, plan, known_on=known_on)]


def numerators(found: Iterable[Observation]) -> list[int | None]:
    return [observation.numerator for observation in found]
