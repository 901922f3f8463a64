"""What was reported: one actual for one indicator, unit, period and stage."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kpi.domain.period import Period


class Stage(StrEnum):
    ESTIMATE = "estimate"  # ước thực hiện: sent before the period ended
    OFFICIAL = "official"  # chính thức


class ObservationKey(NamedTuple):
    indicator: str
    unit: str
    period: Period
    stage: Stage


class Observation(NamedTuple):
    """One actual. Counts are whole and non-negative; `value` is in the indicator's own unit (percent).

    A share or an index has numerator and denominator, or a value alone; growth and counts have a numerator.
    A tuple, as a workbook or a plan may hold tens of thousands.
    """

    indicator: str
    unit: str
    period: Period
    stage: Stage
    numerator: int | None = None
    denominator: int | None = None
    value: Decimal | None = None

    @property
    def key(self) -> ObservationKey:
        return ObservationKey(self.indicator, self.unit, self.period, self.stage)


class SourcedObservation(NamedTuple):
    """An observation and the cells it was read from: the numerator's, else the value's; and the denominator's."""

    observation: Observation
    sheet: str
    cell: str
    denominator_cell: str | None = None


def year_before(now: Observation, known: Mapping[ObservationKey, Observation]) -> Observation | None:
    """The figure a year earlier, for the same part of the year: the official one, else the estimate."""
    before = now.period.a_year_before()
    for stage in (Stage.OFFICIAL, Stage.ESTIMATE):
        figure = known.get(ObservationKey(now.indicator, now.unit, before, stage))
        if figure is not None:
            return figure
    return None
