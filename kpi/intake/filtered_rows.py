"""Rows that a filter keeps out of sight are rows of the table all the same: somebody looked at a part of it."""

from __future__ import annotations

from kpi.domain.issue import Code
from kpi.intake.context import Context
from kpi.intake.slots import Slot
from kpi.intake.workbook.grid import Grid


def with_filtered_rows(slots: list[Slot], grid: Grid, context: Context) -> list[Slot]:
    """The slots, those of filtered rows named; without the ones that what is in sight says otherwise.

    A filter that shows each unit once picks one of several figures of it; one that shows some of the units hides
    the rest of the table.
    """
    filtered = {(sheet.name, row) for sheet in grid.sheets for row in sheet.filtered_rows}
    if not filtered:
        return slots
    in_sight = {_figure(slot) for slot in slots if (slot.sheet, _row(slot)) not in filtered}
    kept = []
    for slot in slots:
        if (slot.sheet, _row(slot)) not in filtered:
            kept.append(slot)
        elif _figure(slot) in in_sight:
            context.findings.add(Code.HIDDEN_ROW, sheet=slot.sheet, cell=slot.anchor, name=str(_row(slot)))
        else:
            kept.append(slot)
            context.findings.add(Code.HIDDEN_ROW, sheet=slot.sheet, cell=slot.anchor, filtered=_row(slot))
    return kept


def _row(slot: Slot) -> int:
    return slot.cell.row if slot.cell else slot.group


def _figure(slot: Slot) -> tuple[object, ...]:
    return slot.indicator.id, slot.unit_id, slot.period, slot.stage, slot.role
