"""The cases, a module for each kind of hazard."""

from __future__ import annotations

from ..expectation import NamedCase
from . import headings, layouts, names, numbers, percentages, rows, titles, years

SHELVES = (titles, headings, rows, numbers, percentages, names, years, layouts)
ALL_CASES: list[NamedCase] = [case for module in SHELVES for case in module.SHELF.cases]
