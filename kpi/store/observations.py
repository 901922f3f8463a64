"""The actuals that stand, the actuals that stood on an earlier day, and how one figure came about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, func, select

from kpi.domain.observation import Observation, Stage
from kpi.domain.period import Period
from kpi.store.days import end_of_day
from kpi.store.tables import kept_reasons, observations, submissions, withdrawals

_KEY = (observations.c.indicator, observations.c.unit, observations.c.period, observations.c.stage)
_FIGURES = (observations.c.numerator, observations.c.denominator, observations.c.value)
_PLACE = (observations.c.sheet, observations.c.cell, observations.c.denominator_cell)
_WITH_REASONS = observations.outerjoin(kept_reasons, kept_reasons.c.observation_id == observations.c.id)
_STAGES = {stage.value: stage for stage in Stage}
_period = lru_cache(maxsize=1024)(Period.parse)


@dataclass(frozen=True, slots=True)
class Source:
    """The submission an observation came from. `received_at` is in UTC."""

    submission_id: int
    file_name: str
    sha256: str
    received_at: datetime
    received_by: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class StoredObservation:
    """An actual with the cell it was read from and the submission that brought it.

    `reason` is why it was kept although the program warned about it; empty where it did not.
    """

    observation: Observation
    source: Source
    sheet: str
    cell: str
    denominator_cell: str | None
    reason: str = ""

    @property
    def submission_id(self) -> int:
        return self.source.submission_id

    @property
    def illustrative(self) -> bool:
        return self.source.illustrative


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One value a figure once had, and when its submission was taken back, if it was."""

    stored: StoredObservation
    withdrawn_at: datetime | None
    withdrawn_by: str | None


def live_observations(
    connection: Connection,
    plan: str,
    *,
    known_on: date | None = None,
    indicator: str | None = None,
    unit: str | None = None,
) -> list[StoredObservation]:
    """The actuals that stand: for each indicator, unit, period and stage the latest one not withdrawn.

    `known_on` asks what stood at the end of that day, Vietnamese time: later submissions and later
    withdrawals are not known yet. Ordered as they were stored.
    """
    end = None if known_on is None else end_of_day(known_on)
    standing = observations.c.id.in_(_newest_ids(plan, end, indicator, unit))
    query = select(*_stored_columns()).select_from(_WITH_REASONS).where(standing).order_by(observations.c.id)
    rows = connection.execute(query).all()
    sources = _sources(connection, plan)
    return [_stored(row, sources) for row in rows]


def has_figures(connection: Connection, plan: str, period: Period) -> bool:
    """Whether any actual of the period stands."""
    found = select(observations.c.id).where(observations.c.plan == plan, observations.c.period == str(period))
    return bool(connection.execute(select(exists(_known_and_not_withdrawn(found, plan, None)))).scalar_one())


def history(
    connection: Connection, plan: str, indicator: str, unit: str | None, period: Period
) -> list[HistoryEntry]:
    """Every value a figure ever had in any stage, superseded and withdrawn ones too, in the order they came.

    Without a unit, those of all units.
    """
    query = (
        select(*_stored_columns(), withdrawals.c.at, withdrawals.c.by)
        .select_from(
            _WITH_REASONS.outerjoin(withdrawals, withdrawals.c.submission_id == observations.c.submission_id)
        )
        .where(observations.c.plan == plan, observations.c.indicator == indicator)
        .where(observations.c.period == str(period))
        .order_by(observations.c.submission_id, observations.c.id)
    )
    if unit is not None:
        query = query.where(observations.c.unit == unit)
    rows = connection.execute(query).all()
    sources = _sources(connection, plan)
    return [HistoryEntry(_stored(row, sources), row.at, row.by) for row in rows]


def _stored_columns() -> tuple[Any, ...]:
    return (*_KEY, *_FIGURES, *_PLACE, observations.c.submission_id, kept_reasons.c.reason)


def _newest_ids(plan: str, end: datetime | None, indicator: str | None, unit: str | None) -> Select[int]:
    """Of each key the row that stands: writers take turns, so that of a later submission every id is higher."""
    query = select(func.max(observations.c.id)).where(observations.c.plan == plan).group_by(*_KEY)
    if indicator is not None:
        query = query.where(observations.c.indicator == indicator)
    if unit is not None:
        query = query.where(observations.c.unit == unit)
    return _known_and_not_withdrawn(query, plan, end)


def _known_and_not_withdrawn(query: Select[int], plan: str, end: datetime | None) -> Select[int]:
    withdrawn = select(withdrawals.c.submission_id)
    if end is None:
        return query.where(observations.c.submission_id.not_in(withdrawn))
    received = select(submissions.c.id).where(submissions.c.plan == plan, submissions.c.received_at < end)
    return query.where(
        observations.c.submission_id.in_(received),
        observations.c.submission_id.not_in(withdrawn.where(withdrawals.c.at < end)),
    )


def _sources(connection: Connection, plan: str) -> dict[int, Source]:
    seen = submissions.c
    query = select(
        *(
            seen.id,
            seen.file_name,
            seen.sha256,
            seen.received_at,
            seen.received_by,
            seen.illustrative,
        )
    ).where(seen.plan == plan)
    return {row.id: Source(*row) for row in connection.execute(query)}


def _stored(row: Row[*tuple[Any, ...]], sources: dict[int, Source]) -> StoredObservation:
    (
        indicator,
        unit,
        period,
        stage,
        numerator,
        denominator,
        value,
        sheet,
        cell,
        denominator_cell,
        source,
        reason,
    ) = row[:12]
    observation = Observation(
        indicator,
        unit,
        _period(period),
        _STAGES[stage],
        numerator,
        denominator,
        None if value is None else Decimal(value),
    )
    return StoredObservation(observation, sources[source], sheet, cell, denominator_cell, reason or "")
