"""One table of an office: its headings and rows, and what the rows name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import takewhile

from kpi.domain.observation import Stage
from kpi.intake.tables.bands import Band, bands_of, measures_of
from kpi.intake.tables.cell_kinds import is_figure, may_be_value
from kpi.intake.tables.head_facts import as_day
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.tables.titles import Title
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.measure_words import measure_in, speaks_of_measure
from kpi.intake.words.periods import stage_said
from kpi.intake.words.translations import without_translation
from kpi.intake.workbook.grid import Cell


class Axis(StrEnum):
    """What the rows of a table name."""

    UNITS = "units"
    INDICATORS = "indicators"
    YEARS = "years"
    ONE_LINE = "one-line"  # a single line for the whole, whatever it is called, or called nothing


@dataclass(frozen=True)
class Block:
    """One table: the column of names, the rows of its heading and body, its headings and its title.

    `unit_column` names the unit of each row where the rows' own names are indicators; `last_column` ends it
    where another table stands at its right, and `is_first` tells that none stands at its left.
    """

    view: SheetView
    axis: Axis
    name_column: int
    unit_column: int | None
    last_column: int
    heading_rows: tuple[int, ...]
    body_rows: tuple[int, ...]
    title: Title
    is_first: bool = True

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        first = 1 if self.is_first and self.name_column <= 3 else self.name_column
        columns = (
            c for c in range(first, self.last_column + 1) if c not in (self.name_column, self.unit_column)
        )
        return tuple(Heading(column, self._levels(column)) for column in columns)

    @cached_property
    def name_heading(self) -> Heading:
        """What stands above the names of the rows: «Đơn vị», «Chỉ tiêu»."""
        return Heading(self.name_column, self._levels(self.name_column))

    @cached_property
    def columns_by_kind(self) -> Mapping[HeadingKind, int]:
        """The first column of each kind by its heading's words alone, such as the one of years or of measures."""
        return {heading.kind: heading.column for heading in reversed(self.headings) if heading.levels}

    @cached_property
    def bands(self) -> Mapping[int, Band]:
        """The line above each row that names its year, where there are such lines."""
        return bands_of(self.view, self.body_rows, self.name_column)

    @cached_property
    def measures(self) -> Mapping[int, str]:
        """The line above each row, among the rows, that says what they are measured in."""
        return measures_of(self.view, self.body_rows, self.name_column)

    @cached_property
    def measures_said(self) -> list[str]:
        """What lines above the table, below its figures, and right of its headings say it is measured in."""
        beside = (h for h in self.headings if not self.has_values(h.column))
        last = takewhile(lambda row: not any(map(is_figure, self.view.in_row(row))), reversed(self.body_rows))
        texts = [level for heading in beside for level in heading.levels]
        texts += [cell.text for row in last for cell in self.view.in_row(row)]
        found = [measure_in(text) for text in texts if speaks_of_measure(text)]
        return [*self.title.measures, *filter(None, found)]

    def _levels(self, column: int) -> tuple[str, ...]:
        shown = [self._shown(row, column) for row in self.heading_rows]
        return tuple(dict.fromkeys(_as_heading(cell) for cell in shown if cell is not None))

    def _shown(self, row: int, column: int) -> Cell | None:
        """The heading's cell at a place; an empty place right of a group's name belongs to the group."""
        cell = self.view.filled(row, column)
        if cell is not None or row == self.heading_rows[-1] or column == self.name_column + 1:
            return cell
        below = self.view.filled(row + 1, column)
        left = self._shown(row, column - 1) if below is not None and column > 1 else None
        beside = self.view.filled(row + 1, column - 1)
        return left if left is not None and beside is not None and beside is not left else None

    def is_estimated(self, row: int) -> bool:
        """Whether the indicator a row names is said to be an estimate: «Ước số người tham gia»."""
        name = self.view.filled(row, self.name_column)
        return self.axis is Axis.INDICATORS and name is not None and stage_said(name.text) is Stage.ESTIMATE

    def heading_cell(self, column: int) -> str | None:
        """The address of a heading's lowest cell; None where the column has no heading."""
        shown = (self.view.filled(row, column) for row in reversed(self.heading_rows))
        return next((cell.address for cell in shown if cell is not None), None)

    def cells_of(self, column: int) -> list[Cell]:
        """The body's cells of a column that hold something."""
        return [cell for row in self.body_rows if (cell := self.view.cell(row, column)) is not None]

    def has_values(self, column: int) -> bool:
        return any(may_be_value(cell) for cell in self.cells_of(column))


def _as_heading(cell: Cell) -> str:
    """What a heading's cell says: a date as the day it shows."""
    return " ".join(without_translation(as_day(cell)).split())
