"""Unit × year: every verdict in one table, coloured and signed, the province above its units."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.domain.unit import ReportingUnit
from kpi.present.formats import day
from kpi.present.sentences import actual_text, term, verdict_sign, verdict_word
from kpi.present.words import Words
from kpi.service.evaluations import Knowledge
from kpi.ui.marks import link, verdict_colour
from kpi.ui.markup import Markup, element
from kpi.ui.tables import table

Address = Callable[[Evaluation], str]


@dataclass(frozen=True, slots=True)
class UnitYears:
    """One unit through the years shown; None for a year in which it did not exist."""

    unit: ReportingUnit
    years: tuple[Evaluation | None, ...]

    @property
    def measured(self) -> list[Evaluation]:
        """Those of its years that have a percentage."""
        return [e for e in self.years if e is not None and e.actual is not None]


def units_through_the_years(
    known: Knowledge, indicator_id: str, units: Sequence[ReportingUnit], years: Sequence[Period]
) -> list[UnitYears]:
    """Each unit in each year it existed in."""
    indicator = next(i for i in known.plan.indicators if i.id == indicator_id)
    return [
        UnitYears(
            unit,
            tuple(
                known.evaluator.evaluate(indicator, unit, year) if unit.existed_within(year) else None
                for year in years
            ),
        )
        for unit in units
    ]


def unit_year_table(
    rows: Sequence[UnitYears], years: Sequence[Period], address: Address, words: Words
) -> Markup:
    """The table; every cell with a figure leads to that unit and year."""
    headings = [words("page.column.unit"), *(str(year) for year in years)]
    written = [
        [_name(row.unit, years[-1].last_day, words), *(_cell(e, address, words) for e in row.years)]
        for row in rows
    ]
    return table(
        headings,
        written,
        frozenset(range(1, len(headings))),
        words("page.units.years"),
        class_="k-unit-years",
    )


def _name(unit: ReportingUnit, last_day: date, words: Words) -> str | Markup:
    """The unit; with its last day where that lies within the years shown."""
    if unit.exists_to is None or unit.exists_to > last_day:
        return unit.name
    until = words("page.units.until", day=day(unit.exists_to, words.language))
    return element("span", unit.name, element("small", until))


def _cell(evaluation: Evaluation | None, address: Address, words: Words) -> Markup:
    if evaluation is None:
        return element("span", "·", class_="k-cell absent", title=words("page.units.absent"))
    said = verdict_word(evaluation, words)
    if evaluation.figure is None:
        return element("span", verdict_sign(evaluation), class_="k-cell", title=said)
    text = actual_text(evaluation, words) if evaluation.actual is not None else ""
    firm = "" if evaluation.final else " provisional"
    cell = f"{verdict_sign(evaluation)} {text}".strip()
    inner = link(cell, address(evaluation), title=f"{said}. {_status(evaluation, words)}".rstrip(". "))
    return element("span", inner, class_=f"k-cell {verdict_colour(evaluation)}{firm}")


def _status(evaluation: Evaluation, words: Words) -> str:
    return term(evaluation.stage, words) if evaluation.stage else ""
