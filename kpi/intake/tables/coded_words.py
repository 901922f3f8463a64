"""What a person wrote on a returned template besides its figures: a title or heading of other figures, own columns."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.domain.issue import Code, Severity
from kpi.domain.observation import Stage
from kpi.domain.plan import Indicator
from kpi.intake.context import Context
from kpi.intake.slots import Slot
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.coded_period import headings_of, title_cells, without_plan
from kpi.intake.tables.coded_table import CodedColumn, CodedTable, stage_label
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.measure_words import scale_said
from kpi.intake.words.periods import names_part_of_year, part_of_year_in, stage_said, years_in
from kpi.intake.words.said import doubts
from kpi.intake.words.text import fold
from kpi.intake.words.title_words import speaks_of_plan
from kpi.intake.workbook.grid import Cell

_CHECKS = {fold(text) for text in ("Tỷ lệ (%)", "Share (%)", "Tăng so với kỳ trước (%)", "STT", "No.")}


def without_reworded(slots: list[Slot], table: CodedTable, context: Context) -> list[Slot]:
    """The slots, but those of which a person says that the title or heading written over them makes them others."""
    if not slots:
        return slots
    _name_own_columns(table, context)
    whole = [
        context.holds_whole(table.view.name, cell.address, cell.text, doubt)
        for cell in title_cells(table)
        if (doubt := _doubt_of_title(cell, table, slots, context))
    ]
    if not all(whole):
        return []
    others = {column.column for column in table.columns if not _is_as_headed(column, table, context)}
    return [slot for slot in slots if slot.column not in others]


def _doubt_of_title(cell: Cell, table: CodedTable, slots: list[Slot], context: Context) -> str:
    """The words of a title that make its figures others: a plan's, an estimate's, a part's; empty for none."""
    label = stage_label(table)
    text = without_plan(cell, context) if label is None or cell.row < label.row else ""
    own = context.indicators.names_of_all(context.request.plan.measured)
    estimated = stage_said(text) is Stage.ESTIMATE and any(s.stage is Stage.OFFICIAL for s in slots)
    of_part = names_part_of_year(text) and not part_of_year_in(text) and slots[0].period.is_year
    if estimated or of_part or speaks_of_plan(text):
        return text
    return ", ".join(doubts(text, own))


def _is_as_headed(column: CodedColumn, table: CodedTable, context: Context) -> bool:
    """Whether the headings over a column leave its figures what its code says, or a person does."""
    own = _names(column.indicator)
    return all(
        context.holds_whole(table.view.name, cell.address, cell.text, cell.text)
        for cell in headings_of(table, column.column)
        if _speaks_of_others(cell.text, own)
    )


def _speaks_of_others(heading: str, own: list[str]) -> bool:
    known = {fold(name) for name in own}
    kind = Heading(0, (heading,)).kind_among(lambda level: fold(level) in known)
    return kind is not HeadingKind.FIGURE or bool(scale_said(heading)) or bool(doubts(heading, own))


def _names(indicator: Indicator) -> list[str]:
    counted = [c for c in (indicator.numerator, indicator.denominator) if c is not None]
    names = [
        indicator.name,
        indicator.name_en,
        *(n for c in counted for n in (c.name, c.name_en, *c.aliases)),
    ]
    return [name for name in names if name]


def _name_own_columns(table: CodedTable, context: Context) -> None:
    """Columns of figures that a person added are named, as they are not read."""
    for cell in _own_headings(table, context):
        place = {"sheet": table.view.name, "cell": cell.address, "found": cell.text}
        context.findings.add(Code.COLUMN_UNKNOWN, severity=Severity.WARNING, **place, expected="column-name")


def _own_headings(table: CodedTable, context: Context) -> Iterator[Cell]:
    """The headings over such columns: not over those of the period before, nor over the shares that check."""
    years = {column.period.year for column in table.columns}
    coded = {column.column for column in table.columns} | {table.unit_column}
    for number in range(1, table.view.last_column + 1):
        heads = list(headings_of(table, number))
        below = (row for row in table.view.rows if heads and row > heads[-1].row)
        if number in coded or not any(is_figure(table.view.cell(row, number)) for row in below):
            continue
        before = set(years_in(heads[-1].text)) - years
        if not before and not any(
            fold(c.text) in _CHECKS or context.indicators.meanings(c.text) for c in heads
        ):
            yield heads[-1]
