"""Fractions brought to one denominator, so that what is done with them next is done with whole numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from fractions import Fraction
from math import lcm
from typing import NamedTuple


def in_whole_numbers(fractions: Iterable[Fraction]) -> tuple[list[int], int]:
    """The numerators over the least common denominator, and that denominator."""
    ratios = [fraction.as_integer_ratio() for fraction in fractions]
    shared = lcm(*[denominator for _, denominator in ratios])
    return [numerator * (shared // denominator) for numerator, denominator in ratios], shared


class Points(NamedTuple):
    """Values by year: `heights` are whole numbers, of which `parts` make one."""

    years: tuple[int, ...]
    heights: tuple[int, ...]
    parts: int

    @classmethod
    def of(cls, values: Iterable[tuple[int, Fraction]]) -> Points:
        """Of values in order of their years."""
        in_order = list(values)
        heights, parts = in_whole_numbers(value for _, value in in_order)
        return cls(tuple(year for year, _ in in_order), tuple(heights), parts)

    def last(self, most: int, until: int) -> Points:
        """The last of them up to a year, `most` at the most."""
        end = bisect_right(self.years, until)
        start = max(0, end - most)
        return Points(self.years[start:end], self.heights[start:end], self.parts)
