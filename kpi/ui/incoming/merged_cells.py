"""Merged cells within a window: what each place shows, and over how many rows and columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from kpi.intake.workbook.grid import MergedRange
from kpi.ui.incoming.sheet_place import Place, Window


@dataclass(frozen=True, slots=True)
class Span:
    """What is shown at a place: the cell at `source`, over `rows` × `columns`; `covered` are the other places."""

    source: Place
    rows: int = 1
    columns: int = 1
    covered: tuple[Place, ...] = ()


def spans_in(merged: Iterable[MergedRange], window: Window) -> dict[Place, Span | None]:
    """By place, the span that begins there, or None where another covers it; unmerged places are left out."""
    found: dict[Place, Span | None] = {}
    for area in merged:
        rows = range(max(area.first_row, window.first_row), min(area.last_row, window.last_row) + 1)
        columns = range(
            max(area.first_column, window.first_column), min(area.last_column, window.last_column) + 1
        )
        places = list(product(rows, columns))
        if not places or any(place in found for place in places):  # outside, or an overlap: the first counts
            continue
        found.update(dict.fromkeys(places))
        source = area.first_row, area.first_column
        covered = tuple(place for place in places if place != source)
        found[places[0]] = Span(source, len(rows), len(columns), covered)
    return found
