"""Reporting periods: a calendar year, a half or a quarter of one."""

from __future__ import annotations

import re
from datetime import date, timedelta, timezone
from typing import NamedTuple

_PATTERN = re.compile(r"(?P<year>\d{4})(?:-(?P<part>H[12]|Q[1-4]))?\Z")
_FIRST_MONTHS = {"": 1, "H1": 1, "H2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10}
_LAST_DAYS = {
    **dict.fromkeys(("", "H2", "Q4"), (12, 31)),
    **dict.fromkeys(("H1", "Q2"), (6, 30)),
    "Q1": (3, 31),
    "Q3": (9, 30),
}
FIRST_YEAR, LAST_YEAR = 1990, 2100
VIETNAM = timezone(
    timedelta(hours=7), "ICT"
)  # one zone, no summer time: where days begin and hours are shown


class Period(NamedTuple):
    """`2017`, `2017-H1` or `2017-Q3`. A tuple, as every figure is looked up by its period."""

    year: int
    part: str = ""

    @classmethod
    def parse(cls, text: str) -> Period:
        """Reads the written form; raises ValueError for anything else, and for years no report can be about."""
        found = _PATTERN.match(text.strip())
        if not found or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
            raise ValueError(f"not a period: {text!r}")
        return cls(int(found["year"]), found["part"] or "")

    def __str__(self) -> str:
        return f"{self.year}-{self.part}" if self.part else str(self.year)

    @property
    def is_year(self) -> bool:
        return not self.part

    @property
    def first_day(self) -> date:
        return date(self.year, _FIRST_MONTHS[self.part], 1)

    @property
    def last_day(self) -> date:
        return date(self.year, *_LAST_DAYS[self.part])

    def a_year_before(self) -> Period:
        """The same part of the previous year: what growth is measured against."""
        return Period(self.year - 1, self.part)
