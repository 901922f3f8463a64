"""How far a figure is from its target: in percentage points, and in whole employers or people.

The gap in units assumes that the denominator stays as it is.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from kpi.domain.plan import Operator


def missing_from_share(operator: Operator, demanded: Fraction, numerator: int, denominator: int) -> int:
    """The fewest units to add to the numerator so that the share, in percent, meets the demand; 0 when met."""
    return _missing(operator, demanded * denominator / 100, numerator)


def missing_from_growth(operator: Operator, demanded: Fraction, count: int, base: int) -> int:
    """The fewest people to add so that growth on `base`, in percent, meets the demand; 0 when met."""
    return _missing(operator, base * (100 + demanded) / 100, count)


def _missing(operator: Operator, mark: Fraction, count: int) -> int:
    least = ceil(mark) if operator is Operator.AT_LEAST else floor(mark) + 1
    return max(0, least - count)
