"""Texts around a table that may make other figures of those it seems to hold: asked about, each once.

The title, the group above a column, the sheet's name, notes below, the words in a row beside its figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpi.domain.issue import Choice, Code
from kpi.intake.context import Context
from kpi.intake.slots import Slot
from kpi.intake.tables.blocks import Axis, Block
from kpi.intake.tables.cell_kinds import is_figure
from kpi.intake.tables.figure_column import FigureColumn
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.periods import period_in
from kpi.intake.words.remarks import figure_doubts
from kpi.intake.words.said import doubts
from kpi.intake.words.text import fold, tidy
from kpi.intake.workbook.grid import Cell, CellKind

WHOLE, NOT_WHOLE = "whole", "none"
_DRAFT = re.compile(r"\b(?:nháp|cũ|không dùng|bỏ|xóa|xoá)\b")  # a sheet of this name holds no figures to send
_BATCH = re.compile(r"đợt|tuần")  # in a sheet's name the sending it came with, no part of the year
_TIMES = {
    fold(text) for text in ("Tháng", "Quý", "Kỳ", "Thời điểm", "Thời gian", "Ngày số liệu", "Giai đoạn")
}
_WHOLE_TIME = {fold(text) for text in ("Cả năm", "Năm", "12 tháng", "Cuối năm", "31/12")}
# What a report by indicators tells of beside its figures: above rows that name each, no word of whose they are.
_ACTIVITIES = {"thanh tra", "kiểm tra", "hội nghị", "tập huấn", "đối thoại"}
_BESIDE = (HeadingKind.FIGURE, HeadingKind.REMARK, HeadingKind.PERIOD)


@dataclass(frozen=True, slots=True)
class Said:
    """A text about figures: where it stands, the words in it that leave them in doubt."""

    cell: str | None
    text: str
    doubt: str


def without_qualified(
    block: Block, slots: list[Slot], columns: Sequence[FigureColumn], context: Context
) -> list[Slot]:
    """The slots, but those of which a person says that they are a part, or of something else."""
    if not slots:
        return slots
    own = {name for slot in slots for name in context.indicators.names_of(slot.indicator)}
    own |= _ACTIVITIES if block.axis is Axis.INDICATORS else set()
    about_all = [*_about_all(block, own), *_of_notes(block, slots[0], own, context)]
    wholes = [_is_whole(said, block, context) for said in about_all]
    if not all(wholes):
        return []
    headings = {column.column: column for column in columns}
    return [
        slot
        for slot in slots
        if all(
            _is_whole(said, block, context)
            for said in (
                *_of_group(slot, headings[slot.column], context),
                *_of_row(slot, block, headings, own),
            )
        )
    ]


def _is_whole(said: Said, block: Block, context: Context) -> bool:
    """Asks. Figures in question are read on, so that a person learns of their own faults at once."""
    answer = context.findings.ask(
        Code.INDICATOR_AMBIGUOUS,
        "",
        [Choice(WHOLE, WHOLE), Choice(NOT_WHOLE, "–")],
        sheet=block.view.name,
        cell=said.cell,
        found=said.text,
        expected="indicator-name",
        doubt=said.doubt,
    )
    return answer != NOT_WHOLE


def _about_all(block: Block, own: set[str]) -> Iterator[Said]:
    """What the title and the sheet's name say of all figures of the table."""
    for cell in block.title.subject_cells:
        for line in cell.text.splitlines():
            if found := doubts(line, own):
                yield Said(cell.address, line, ", ".join(found))
    name = block.view.name
    draft = _DRAFT.search(tidy(name))
    found = [words for words in doubts(name, own) if not _BATCH.match(words)]
    if found := [*found, *([draft[0]] if draft else [])]:
        yield Said(None, name, ", ".join(found))


def _of_notes(block: Block, slot: Slot, own: set[str], context: Context) -> Iterator[Said]:
    """What notes below the table say of its figures; every other note is named."""
    below = block.view.texts_below(block.body_rows[-1])
    for note in block.title.notes:
        cell = next((c.address for c in below if note in " ".join(c.text.split())), None)
        if found := figure_doubts(note, own, slot.period, slot.stage):
            yield Said(cell, note, ", ".join(found))
        elif cell is not None:
            context.findings.add(Code.NOTE_SKIPPED, sheet=block.view.name, cell=cell, found=note)


def _of_group(slot: Slot, column: FigureColumn, context: Context) -> Iterator[Said]:
    """What the groups above a column say of its figures."""
    own = context.indicators.names_of(slot.indicator)
    for level in column.heading.levels[:-1]:
        if found := doubts(level, own):
            yield Said(column.place, level, ", ".join(found))


def _of_row(slot: Slot, block: Block, read: dict[int, FigureColumn], own: set[str]) -> Iterator[Said]:
    """What other cells in the row of a figure say of it."""
    if slot.cell is None:
        return
    for heading in block.headings:
        cell = block.view.filled(slot.cell.row, heading.column)
        if cell is None or heading.column in read or heading.kind not in _BESIDE:
            continue
        if found := _doubts_beside(cell, heading, slot, own):
            yield Said(cell.address, cell.text, ", ".join(found))


def _doubts_beside(cell: Cell, heading: Heading, slot: Slot, own: set[str]) -> list[str]:
    if heading.levels and fold(heading.levels[-1]) in _TIMES:
        whole = fold(cell.text) in _WHOLE_TIME or period_in(cell.text) == slot.period
        return [] if whole else [heading.levels[-1]]
    if cell.kind is not CellKind.TEXT or is_figure(cell):
        return []
    of_figure = figure_doubts(cell.text, own, slot.period, slot.stage)
    return of_figure or (doubts(cell.text, own) if heading.kind is HeadingKind.FIGURE else [])
