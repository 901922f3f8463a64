"""The lawful path of one indicator, year by year: the level each target sets and how the document puts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.present.charts.order import mark_in
from kpi.present.sentences import target_text
from kpi.present.words import Words


@dataclass(frozen=True, slots=True)
class Level:
    """The lawful level of one year, in percent, and how the document puts it."""

    year: int
    percent: Fraction
    demand: str


def lawful_levels(
    indicator: Indicator, yearly: Sequence[Evaluation], words: Words, as_of: date = date.max
) -> list[Level]:
    """The level in force in each year shown, years without one left out; for an increase it is its base.

    `yearly` are of one unit, one a year, in order. `as_of` decides which revision of a target is drawn for
    years that have no evaluation yet.
    """
    judged = {e.period.year: e for e in yearly}
    found = (
        _judged_level(judged[year], words) if year in judged else _coming_level(indicator, year, words, as_of)
        for year in years_shown(yearly)
    )
    return [level for level in found if level is not None]


def years_shown(yearly: Sequence[Evaluation]) -> range:
    """From the first year evaluated to the last, or to the end of the last figure's projection."""
    if not yearly:
        return range(0)
    ends = [e.outlook.period.year for e in yearly if e.outlook.period]
    return range(yearly[0].period.year, max([yearly[-1].period.year, *ends]) + 1)


def _judged_level(evaluation: Evaluation, words: Words) -> Level | None:
    target, mark = evaluation.target, mark_in(evaluation)
    if target is None or mark is None or not target.in_force(evaluation.period):
        return None
    return Level(evaluation.period.year, mark, target_text(target, words))


def _coming_level(indicator: Indicator, year: int, words: Words, as_of: date) -> Level | None:
    target = indicator.target_for(Period(year), as_of)
    if target is None or target.value is None:
        return None
    return Level(year, Fraction(target.value), target_text(target, words))
