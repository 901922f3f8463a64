"""What comments at cells say of figures: asked about where it makes others of them, told where it does not."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.issue import Code
from kpi.intake.context import Context
from kpi.intake.slots import Slot
from kpi.intake.words.remarks import figure_doubts
from kpi.intake.workbook.grid import Grid, column_letters

Place = tuple[int, int]


def without_commented(slots: list[Slot], grid: Grid, context: Context) -> list[Slot]:
    """The slots, but those of which a person says that a comment makes them others."""
    left = slots
    for sheet in grid.sheets if slots else ():
        own = [slot for slot in slots if slot.sheet == sheet.name]
        for place, text in sheet.comments.items() if own else ():
            context.effort.look()
            about = _commented(place, own)
            if not _stand(about, sheet.name, place, text, context):
                left = [slot for slot in left if slot not in about]
    return left


def _commented(place: Place, slots: Sequence[Slot]) -> list[Slot]:
    """The figures a comment is about: its own cell's; of a heading those below; of a name those beside; else all."""
    row, column = place
    cells = [slot for slot in slots if slot.cell is not None]
    at_cell = [slot for slot in cells if slot.cell and (slot.cell.row, slot.cell.column) == place]
    below = [slot for slot in cells if slot.column == column and slot.cell and slot.cell.row > row]
    beside = [slot for slot in cells if slot.cell and slot.cell.row == row]
    return at_cell or beside or below or list(slots)


def _stand(about: Sequence[Slot], sheet: str, place: Place, text: str, context: Context) -> bool:
    """Whether a comment leaves the figures what they seem to be, or a person does; every other comment is told."""
    address = f"{column_letters(place[1])}{place[0]}"
    names = context.indicators.names_of_all(slot.indicator for slot in about)
    line = " ".join(text.split())
    found = figure_doubts(line, names, about[0].period, about[0].stage, at_figure=True)
    if found:
        return context.holds_whole(sheet, address, line, ", ".join(found))
    context.findings.add(Code.NOTE_SKIPPED, sheet=sheet, cell=address, found=line)
    return True
