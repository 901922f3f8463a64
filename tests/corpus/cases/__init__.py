"""The cases, a module for each kind of hazard."""

from __future__ import annotations

from ..expectation import NamedCase
from . import (
    blind,
    blind_layouts,
    blind_names,
    blind_nghe_an,
    blind_rows,
    blind_time,
    blind_traps,
    blind_values,
    breakdowns,
    files,
    foreign,
    headings,
    layouts,
    names,
    nghe_an,
    numbers,
    part_years,
    percentages,
    rows,
    scales,
    sheets,
    titles,
    units_in_time,
    years,
)

SHELVES = (
    titles,
    headings,
    rows,
    numbers,
    percentages,
    names,
    units_in_time,
    years,
    part_years,
    layouts,
    sheets,
    scales,
    foreign,
    breakdowns,
    nghe_an,
    files,
    blind,
    blind_layouts,
    blind_names,
    blind_nghe_an,
    blind_rows,
    blind_time,
    blind_traps,
    blind_values,
)
ALL_CASES: list[NamedCase] = [case for module in SHELVES for case in module.SHELF.cases]
