"""Which part of a workbook is looked at: the sheet, and a window of it small enough to draw at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from kpi.domain.issue import Issue
from kpi.intake.tables.coded_table import MACHINE_SHEET
from kpi.intake.understand import Mark, Understanding
from kpi.intake.workbook.addresses import row_and_column
from kpi.intake.workbook.grid import Sheet, column_letters
from kpi.present.words import Words
from kpi.ui.markup import as_label

ROWS, COLUMNS = 60, 20
_MOST_SIDE_BY_SIDE = 6
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """The rows and columns drawn, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def __contains__(self, place: Place) -> bool:
        row, column = place
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


@dataclass(frozen=True, slots=True)
class AnnotatedSheet:
    """A sheet with what its cells mean and what was found at them."""

    sheet: Sheet
    marks: Mapping[Place, Mark]
    issues: Mapping[Place, Sequence[Issue]]

    @property
    def extent(self) -> Place:
        """The last row and column that hold anything or that anything is said about."""
        places: Collection[Place] = [*self.sheet.cells, *self.issues]
        return max((r for r, _ in places), default=1), max((c for _, c in places), default=1)


def choose_sheet(understood: Understanding, issues: Sequence[Issue], words: Words, slot: str) -> Sheet | None:
    """One of the sheets that hold figures or findings, else of all; None where there is no workbook."""
    sheets = {sheet.name: sheet for sheet in _worth_seeing(understood, issues)}
    if not sheets:
        return None
    first = next((mark.sheet for mark in understood.marks), next(iter(sheets)))
    if len(sheets) == 1:
        return sheets[first]
    names, key = list(sheets), _kept(f"sheet.{slot}", first, sheets)

    def label(name: str) -> str:
        return _named(sheets[name], words)

    if len(sheets) > _MOST_SIDE_BY_SIDE:
        return sheets[st.selectbox(words("upload.sheet"), names, format_func=label, key=key)]
    return sheets[
        st.segmented_control(words("upload.sheet"), names, format_func=label, key=key, required=True)
    ]


def _worth_seeing(understood: Understanding, issues: Sequence[Issue]) -> list[Sheet]:
    if understood.grid is None:
        return []
    filled = [s for s in understood.grid.sheets if s.cells and s.name != MACHINE_SHEET]
    named = {mark.sheet for mark in understood.marks} | {issue.sheet for issue in issues}
    return [sheet for sheet in filled if sheet.name in named] or filled


def _named(sheet: Sheet, words: Words) -> str:
    return as_label(sheet.name if sheet.visible else words("upload.hidden-sheet", name=sheet.name))


def annotated(sheet: Sheet, understood: Understanding, issues: Sequence[Issue]) -> AnnotatedSheet:
    """The sheet with its own marks and findings by place."""
    marks = {(m.cell.row, m.cell.column): m for m in understood.marks if m.sheet == sheet.name}
    found: dict[Place, list[Issue]] = {}
    for issue in issues:
        if issue.cell and issue.sheet == sheet.name:
            found.setdefault(row_and_column(issue.cell), []).append(issue)
    return AnnotatedSheet(sheet, marks, found)


def move_to(slot: str, sheet: str, place: Place) -> None:
    """Has the sheet chosen, and the window of it that holds the place, when the page is drawn next."""
    row, column = place
    st.session_state[f"sheet.{slot}"] = sheet
    st.session_state[f"rows.{slot}.{sheet}"] = _start(row, ROWS)
    st.session_state[f"columns.{slot}.{sheet}"] = _start(column, COLUMNS)


def choose_window(seen: AnnotatedSheet, words: Words, slot: str) -> Window:
    """The first rows and columns with figures; the rest is a click away."""
    last_row, last_column = seen.extent
    row = _choose_rows(seen, last_row, words, slot)
    column = _choose_columns(seen, last_column, words, slot)
    return Window(row, column, min(row + ROWS - 1, last_row), min(column + COLUMNS - 1, last_column))


def _choose_rows(seen: AnnotatedSheet, last: int, words: Words, slot: str) -> int:
    if last <= ROWS:
        return 1
    found = Counter(_start(row, ROWS) for row, _ in seen.issues)
    starts = range(1, last + 1, ROWS)
    first = _start(min((row for row, _ in seen.marks), default=1), ROWS)

    def label(start: int) -> str:
        rows = words("upload.rows", first=start, last=min(start + ROWS - 1, last), all=last)
        return rows + (words("upload.rows-found", count=found[start]) if found[start] else "")

    key = _kept(f"rows.{slot}.{seen.sheet.name}", first, starts)
    return int(st.selectbox(words("upload.which-rows"), starts, format_func=label, key=key))


def _start(number: int, size: int) -> int:
    return (number - 1) // size * size + 1


def _choose_columns(seen: AnnotatedSheet, last: int, words: Words, slot: str) -> int:
    if last <= COLUMNS:
        return 1
    starts = range(1, last + 1, COLUMNS)
    first = _start(min((column for _, column in seen.marks), default=1), COLUMNS)

    def label(start: int) -> str:
        return f"{column_letters(start)}–{column_letters(min(start + COLUMNS - 1, last))}"

    key = _kept(f"columns.{slot}.{seen.sheet.name}", first, starts)
    return int(st.selectbox(words("upload.which-columns"), starts, format_func=label, key=key))


def _kept(key: str, first: object, options: Collection[object]) -> str:
    """The key of a choice that starts at `first` and stays while what it shows of its options changes."""
    current = st.session_state.get(key)
    st.session_state[key] = current if current in options else first
    return key
