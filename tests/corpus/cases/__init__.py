"""The cases, a module for each kind of hazard."""

from __future__ import annotations

from ..expectation import NamedCase
from . import headings, rows, titles

ALL_CASES: list[NamedCase] = [case for module in (titles, headings, rows) for case in module.SHELF.cases]
