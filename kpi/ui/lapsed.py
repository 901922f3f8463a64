"""Units that ended: how long they were there, and who carries on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kpi.domain.period import Period
from kpi.domain.unit import Level, ReportingUnit
from kpi.present.formats import day
from kpi.present.words import Words
from kpi.ui.markup import Markup, element, joined


def changed_units(units: Sequence[ReportingUnit], years: Sequence[Period]) -> list[ReportingUnit]:
    """District-level units with a first or last day within the years, the earliest change first."""
    first, last = years[0].first_day, years[-1].last_day
    days = {
        u.id: [d for d in (u.exists_from, u.exists_to) if d is not None and first <= d <= last]
        for u in units
        if u.level is Level.DISTRICT
    }
    return sorted((u for u in units if days.get(u.id)), key=lambda u: (min(days[u.id]), u.name))


def lapsed_list(
    units: Sequence[ReportingUnit], register: Mapping[str, ReportingUnit], words: Words
) -> Markup:
    """Each unit with its dates and successors; those that ended on one day without a successor in one line."""
    together: dict[str, list[ReportingUnit]] = {}
    for unit in units:
        together.setdefault(_dates(unit, register, words), []).append(unit)
    entries = [
        element("li", joined(", ".join(u.name for u in members), ": "), dates)
        for dates, members in together.items()
    ]
    return element("ul", *entries, class_="k-list")


def _dates(unit: ReportingUnit, register: Mapping[str, ReportingUnit], words: Words) -> str:
    said = []
    if unit.exists_from is not None:
        said.append(words("page.units.since", day=day(unit.exists_from, words.language)))
    if unit.exists_to is not None:
        said.append(words("page.units.until", day=day(unit.exists_to, words.language)))
    names = ", ".join(register[s].name for s in unit.successors)
    if names:
        said.append(words("page.units.successor", names=names))
    elif unit.exists_to is not None:
        said.append(words("page.units.no-successor"))
    return "; ".join(said)
