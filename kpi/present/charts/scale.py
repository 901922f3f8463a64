"""The scale of a chart in percent: where a value stands between its foot and its top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

_ROOM = Fraction(23, 20)  # above the highest value, for the label of its target
_STEPS = (Fraction(1, 10), Fraction(1, 5), Fraction(1, 2), 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """From `bottom` to `top`, in percent. Nought is always on it: bars stand on it."""

    bottom: Fraction
    top: Fraction

    @classmethod
    def of(cls, values: Iterable[Fraction]) -> Scale:
        """The scale that holds the values and nought, with room at either end that has any."""
        known = [*values, Fraction(0)]
        lowest, highest = min(known), max(known)
        if lowest == highest:
            return cls(Fraction(0), Fraction(1))
        return cls(lowest * _ROOM, highest * _ROOM)

    def place(self, value: Fraction) -> Fraction:
        """How far up the value stands: 0 at the foot, 1 at the top, never beyond."""
        return min(max((value - self.bottom) / (self.top - self.bottom), Fraction(0)), Fraction(1))

    def lines(self) -> list[Fraction]:
        """Round values for the lines behind the bars, nought among them, at most about six."""
        reach = self.top - self.bottom
        step = next((Fraction(s) for s in _STEPS if reach / s <= _MOST_LINES), reach / _MOST_LINES)
        return [step * n for n in range(ceil(self.bottom / step), floor(self.top / step) + 1)]
