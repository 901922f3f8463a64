"""Fractions brought to one denominator, so that what is done with them next is done with whole numbers."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm


def in_whole_numbers(fractions: Iterable[Fraction]) -> tuple[list[int], int]:
    """The numerators over the least common denominator, and that denominator."""
    ratios = [fraction.as_integer_ratio() for fraction in fractions]
    shared = lcm(*[denominator for _, denominator in ratios])
    return [numerator * (shared // denominator) for numerator, denominator in ratios], shared
