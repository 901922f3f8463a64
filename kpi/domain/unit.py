"""Reporting units, the dates between which they exist, and who must report a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kpi.domain.period import Period


class Level(StrEnum):
    PROVINCE = "province"
    DISTRICT = "district"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class ReportingUnit:
    """A province, a district-level unit or an agency.

    `exists_from` and `exists_to` are its first and last day, None where it was there before any period of
    interest or still is. `successors` are ids. An agency adds to its province's sum, never to its coverage.
    """

    id: str
    name: str
    level: Level
    parent: str | None
    exists_from: date | None = None
    exists_to: date | None = None
    successors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    note: str = ""

    def exists_on(self, day: date) -> bool:
        return (self.exists_from is None or self.exists_from <= day) and (
            self.exists_to is None or day <= self.exists_to
        )

    def existed_within(self, period: Period) -> bool:
        """Whether it may report the period: it existed on any of its days."""
        return (self.exists_from is None or self.exists_from <= period.last_day) and (
            self.exists_to is None or self.exists_to >= period.first_day
        )


@dataclass(frozen=True)
class UnitRegister(Mapping[str, ReportingUnit]):
    """All reporting units by id."""

    units: Mapping[str, ReportingUnit] = field(default_factory=dict)

    @classmethod
    def of(cls, units: Iterable[ReportingUnit]) -> UnitRegister:
        return cls({unit.id: unit for unit in units})

    def __getitem__(self, unit_id: str) -> ReportingUnit:
        return self.units[unit_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.units)

    def __len__(self) -> int:
        return len(self.units)

    def of_province(self, province: str) -> list[ReportingUnit]:
        """The province and everything below it, the province first."""
        own = [unit for unit in self.units.values() if unit.parent == province]
        return [self.units[province], *own]

    def expected_to_report(self, province: str, period: Period) -> list[ReportingUnit]:
        """The district-level units a total for the period must cover.

        Those that existed on the period's last day, or, where the level itself ended within the period, on
        the last day it existed in it.
        """
        districts = [unit for unit in self.of_province(province) if unit.level is Level.DISTRICT]
        day = _last_day_of_level(districts, period)
        return [unit for unit in districts if day is not None and unit.exists_on(day)]


def _last_day_of_level(districts: list[ReportingUnit], period: Period) -> date | None:
    last_days = [
        min(unit.exists_to or period.last_day, period.last_day)
        for unit in districts
        if unit.existed_within(period)
    ]
    return max(last_days, default=None)
