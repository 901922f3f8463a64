"""Whether counts are those a printed share was made of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

MOST_PLACES = 4


def fitting(printed: Mapping[int, Decimal], part: Mapping[int, Decimal], whole: Mapping[int, Decimal]) -> int:
    """In how many places part ÷ whole is the share printed there, to its decimals; 0 where it is not in one of them.

    A share of 0 or 100 % tells nothing and is not counted, nor is one printed without decimals.
    """
    places = max((_places(number) for number in printed.values()), default=0)
    off = Fraction(1, 2 * 10**places) + Fraction(1, 10**9)
    telling = 0
    for place in (place for place in printed if place in part and whole.get(place)):
        exact = Fraction(100 * int(part[place]), int(whole[place]))
        if abs(exact - Fraction(printed[place])) > off:
            return 0
        telling += 0 < exact < 100
    return telling if places else 0


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return min(max(-exponent, 0), MOST_PLACES) if isinstance(exponent, int) else 0
