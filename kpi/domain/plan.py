"""Issued documents as facts: indicators, targets, directions and the clause of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kpi.domain.period import Period
from kpi.domain.task import Task
from kpi.domain.unit import Level


class IndicatorKind(StrEnum):
    SHARE = "share"  # numerator ÷ denominator, in percent
    GROWTH = "growth"  # count against the previous year's, in percent
    COUNT = "count"
    INDEX = "index"  # a survey's result in percent; numerator and denominator optional


class Operator(StrEnum):
    ABOVE = ">"
    AT_LEAST = ">="
    INCREASE = "increase"  # strictly more than the base, no figure named

    def holds(self, actual: Fraction, demanded: Fraction) -> bool:
        return actual >= demanded if self is Operator.AT_LEAST else actual > demanded


class Term(StrEnum):
    """How a target is placed in time."""

    YEAR = "year"  # in that year alone
    FROM = "from"  # that year and every later one
    BY = "by"  # due in that year, and due ever after


class BetterWhen(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    EITHER = "either"  # more findings can mean more inspections: no judgement on the direction


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document leaves open, and how it is read here."""

    ambiguity: str
    reading: str
    ambiguity_en: str = ""
    reading_en: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """One demand on an indicator.

    `value` is in percent and None for an increase; `base_year` is for an increase alone. `issued` is the date
    of the document that makes the demand, None where the document bears no date (then it always counts).
    `demanded` is the value as figures are held against it.
    """

    operator: Operator
    value: Decimal | None
    unit: str
    term: Term
    year: int
    clause: str
    issued: date | None = None
    base_year: int | None = None
    readings: tuple[Reading, ...] = ()
    demanded: Fraction | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "demanded", None if self.value is None else Fraction(self.value))

    def in_force(self, period: Period) -> bool:
        """Demands are on whole years: a half or a quarter is never judged."""
        if self.term is Term.YEAR:
            return period == Period(self.year)
        return period.is_year and period.year >= self.year

    def known_on(self, day: date) -> bool:
        return self.issued is None or self.issued <= day


@dataclass(frozen=True, slots=True)
class Counted:
    """What a numerator or denominator counts, as it is called and may be found in a workbook."""

    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, and the demands on it.

    `levels` are the levels that report it. `noun` is what the missing are called (đơn vị, người);
    `noun_in_full` says it where «đơn vị» could also be a unit that reports (đơn vị sử dụng lao động).
    """

    id: str
    kind: IndicatorKind
    name: str
    short: str
    clause: str
    name_en: str = ""
    short_en: str = ""
    noun: str = ""
    noun_en: str = ""
    noun_in_full: str = ""
    numerator: Counted | None = None
    denominator: Counted | None = None
    aliases: tuple[str, ...] = ()
    levels: tuple[Level, ...] = (Level.PROVINCE, Level.DISTRICT)
    better_when: BetterWhen = BetterWhen.HIGHER
    targets: tuple[Target, ...] = ()
    readings: tuple[Reading, ...] = ()

    def target_for(self, period: Period, as_of: date) -> Target | None:
        """The demand in force in the period, as the law stood on `as_of`.

        The one placed latest replaces earlier ones; of two for the same year the later issued counts.
        """
        return _latest(t for t in self.targets if t.in_force(period) and t.known_on(as_of))

    def next_target(self, period: Period, as_of: date) -> Target | None:
        """The first "by" demand due after the period: why a period is not due yet."""
        coming = [
            t
            for t in self.targets
            if t.term is Term.BY and Period(t.year).last_day > period.last_day and t.known_on(as_of)
        ]
        first = min((t.year for t in coming), default=None)
        return _latest(t for t in coming if t.year == first)

    def dated_targets(self, as_of: date) -> list[Target]:
        """Targets with a figure, one for each year named, in order: the corners of the lawful path."""
        known = [t for t in self.targets if t.value is not None and t.known_on(as_of)]
        corners = [_latest(t for t in known if t.year == year) for year in sorted({t.year for t in known})]
        return [corner for corner in corners if corner is not None]


def _latest(targets: Iterable[Target]) -> Target | None:
    return max(targets, key=lambda t: (t.year, t.issued or date.min), default=None)


@dataclass(frozen=True, slots=True)
class Plan:
    """One issued document. `number` and `issued` are empty where the document bears none."""

    id: str
    province: str
    title: str
    issuer: str
    number: str = ""
    issued: date | None = None
    title_en: str = ""
    short: str = ""
    short_en: str = ""
    issuer_en: str = ""
    base_year: int | None = None
    first_year: int | None = None
    indicators: tuple[Indicator, ...] = ()
    directions: tuple[Indicator, ...] = ()
    tasks: tuple[Task, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: tuple[str, ...] = field(default=())

    def indicator(self, indicator_id: str) -> Indicator | None:
        return next((i for i in self.measured if i.id == indicator_id), None)

    @property
    def measured(self) -> tuple[Indicator, ...]:
        """Everything that may take observations: indicators with targets, then directions without a figure."""
        return self.indicators + self.directions
