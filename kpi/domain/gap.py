"""How far a figure is from its target: in percentage points, and in whole employers or people.

The gap in units assumes that the denominator stays as it is.
"""

from __future__ import annotations

from fractions import Fraction

from kpi.domain.plan import Operator


def missing_from_share(operator: Operator, demanded: Fraction, numerator: int, denominator: int) -> int:
    """The fewest units to add to the numerator so that the share, in percent, meets the demand; 0 when met."""
    return _missing(operator, demanded.numerator * denominator, demanded.denominator * 100, numerator)


def missing_from_growth(operator: Operator, demanded: Fraction, count: int, base: int) -> int:
    """The fewest people to add so that growth on `base`, in percent, meets the demand; 0 when met."""
    grown = base * (100 * demanded.denominator + demanded.numerator)
    return _missing(operator, grown, 100 * demanded.denominator, count)


def _missing(operator: Operator, mark: int, parts: int, count: int) -> int:
    """What `count` lacks to mark ÷ parts, or to the next whole number above it."""
    least = -(-mark // parts) if operator is Operator.AT_LEAST else mark // parts + 1
    return max(0, least - count)
