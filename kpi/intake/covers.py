"""Sheets without a table, such as a cover, that say of the whole workbook what its tables do not: to be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kpi.domain.period import Period
from kpi.intake.context import Context
from kpi.intake.slots import Slot
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.periods import names_part_of_year
from kpi.intake.words.provinces import other_province_in
from kpi.intake.words.remarks import figure_doubts
from kpi.intake.words.title_times import years_of_title
from kpi.intake.words.title_words import speaks_of_plan, without_citations
from kpi.intake.words.unit_names import split_kind
from kpi.intake.workbook.grid import Cell

_ABOUT = re.compile(r"(?:v/v|về việc|trích yếu)\b", re.IGNORECASE)  # begins what a letter is about
MOST_TEXTS = 15  # a sheet that says more explains something


def unless_covered(slots: list[Slot], bare: Sequence[SheetView], context: Context) -> list[Slot]:
    """The slots, unless a sheet without a table speaks of another time, a plan or a part, and a person agrees.

    `bare` are the visible sheets in which no table was found.
    """
    if not slots or not bare:
        return slots
    own = context.indicators.names_of_all(slot.indicator for slot in slots)
    periods = {slot.period for slot in slots}
    province = split_kind(context.province.name)[1]
    agreed = [
        context.holds_whole(view.name, cell.address, cell.text, doubt)
        for view in bare
        for cell, doubt in _contradictions(view, periods, own, province)
    ]
    return slots if all(agreed) else []


def _contradictions(
    view: SheetView, periods: set[Period], own: set[str], province: str
) -> Iterator[tuple[Cell, str]]:
    texts = [cell for row in view.rows for cell in view.in_row(row)]
    for cell in texts if len(texts) <= MOST_TEXTS else []:
        if elsewhere := other_province_in(cell.text, province):
            yield cell, elsewhere
        elif found := _doubts(" ".join(cell.text.split()), periods, own):
            yield cell, ", ".join(found)


def _doubts(line: str, periods: set[Period], own: set[str]) -> list[str]:
    """The words of a line in capitals, as titles are, or of a remark on figures, that contradict the figures."""
    latest = max(periods)
    if not line.isupper() and not _ABOUT.match(line):
        return figure_doubts(line, own, latest, None)
    plain = without_citations(line)
    years = years_of_title(plain)
    other_year = bool(years) and not {period.year for period in periods} & set(years)
    other_time = names_part_of_year(plain) and all(period.is_year for period in periods)
    return [line] if other_year or other_time or speaks_of_plan(plain) else []
