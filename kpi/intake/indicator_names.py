"""Which indicator, and which of its figures, a heading or a row name means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from kpi.domain.plan import Counted, Indicator, Plan
from kpi.intake.slots import Role
from kpi.intake.text import fold, tidy

NEAR_ENOUGH = 85  # of 100: below this a name is not even offered
MOST_OFFERED = 4

_PASSING = re.compile(
    r"\((?:%|người|đơn vị|lượt|tỷ lệ)\)|%|\bđến (?:hết )?(?:ngày )?31/12(?:/\d{4})?\b"
    r"|\b(?:kết quả thực hiện|ước thực hiện|thực hiện|ước th|ước|th|kết quả)(?=\s+(?:cả )?năm|\s*\d{4}|\s*$|\s+đến)"
    r"|\b(?:cả )?năm\b(?:\s*\d{4})?|\b(?:19|20)\d{2}\b|\btrên địa bàn(?: tỉnh)?.*$|\btoàn tỉnh\b"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One figure of one indicator."""

    indicator: Indicator
    role: Role


class IndicatorNames:
    """The names of a plan's indicators and of what they count."""

    def __init__(self, plan: Plan) -> None:
        self._meanings: dict[str, list[Meaning]] = defaultdict(list)
        for indicator in plan.measured:
            for name in (indicator.id, indicator.name, indicator.short, *indicator.aliases):
                self._learn(name, indicator, Role.VALUE)
            self._learn_counted(indicator, indicator.numerator, Role.NUMERATOR)
            self._learn_counted(indicator, indicator.denominator, Role.DENOMINATOR)

    def _learn_counted(self, indicator: Indicator, counted: Counted | None, role: Role) -> None:
        for name in (counted.name, *counted.aliases) if counted else ():
            self._learn(name, indicator, role)

    def _learn(self, name: str, indicator: Indicator, role: Role) -> None:
        meaning = Meaning(indicator, role)
        known = self._meanings[without_passing(name)]
        if meaning not in known:
            known.append(meaning)

    def meanings(self, text: str) -> list[Meaning]:
        """What a heading means by name; empty if nothing: a name inside a longer heading is no proof."""
        return self._meanings.get(without_passing(text), [])

    def indicators(self, text: str) -> list[Indicator]:
        """The indicators a cell names outright, whatever figure of theirs it speaks of."""
        return _distinct(m.indicator for m in self._meanings.get(without_passing(text), ()))

    def near(self, text: str) -> list[Indicator]:
        """Indicators whose name is like the text: to be offered, never taken."""
        return _distinct(meaning.indicator for meaning in self.near_meanings(text))

    def near_meanings(self, text: str) -> list[Meaning]:
        """Figures whose name is like the text: to be offered, never taken."""
        hits = process.extract(
            without_passing(text),
            list(self._meanings),
            scorer=fuzz.ratio,
            score_cutoff=NEAR_ENOUGH,
            limit=MOST_OFFERED,
        )
        return list(dict.fromkeys(meaning for name, _, _ in hits for meaning in self._meanings[name]))

    @staticmethod
    def name_of(meaning: Meaning) -> str:
        """What a figure is called: the numerator's or denominator's name, or the indicator's."""
        indicator = meaning.indicator
        counted = {Role.NUMERATOR: indicator.numerator, Role.DENOMINATOR: indicator.denominator}.get(
            meaning.role
        )
        return counted.name if counted else indicator.name


@lru_cache(maxsize=1024)
def without_passing(text: str) -> str:
    """The folded name alone: years, stages, units of measure and the like left out."""
    return fold(_PASSING.sub(" ", tidy(text)))


def _distinct(indicators: Iterable[Indicator]) -> list[Indicator]:
    return list({indicator.id: indicator for indicator in indicators}.values())
