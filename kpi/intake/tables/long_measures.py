"""What the figures of a tidy list are measured in: by a column of its own, else by the lines above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kpi.domain.issue import Choice, Code
from kpi.intake.context import Context
from kpi.intake.slots import Role, Slot, roles_of
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.counted_in import fits
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.measure_words import scale_said
from kpi.intake.workbook.grid import Cell


def in_their_measure(
    slots: Iterable[Slot], view: SheetView, column: int | None, lines: Sequence[str], context: Context
) -> Iterator[Slot]:
    """The slots at the scale their measure says; asked about, and left out till then, where it says another one."""
    above = next((line for line in lines if scale_said(line)), None)
    if column is None and above is None:
        yield from slots
        return
    for slot in slots:
        own = view.cell(slot.group, column) if column is not None else None
        said = own.text if own is not None else above
        if own is not None and not _is_counted_in(slot, own, context):
            continue
        scale = 1 if said is None else _scale(slot, said, own, context)
        if scale is not None:
            yield slot._replace(scale=scale)


def _is_counted_in(slot: Slot, measure: Cell, context: Context) -> bool:
    """Whether any figure of the indicator can be in the row's measure: «%» is of the share its counts make."""
    if any(fits(measure.text, Meaning(slot.indicator, role)) for role in roles_of(slot.indicator)):
        return True
    own = [Meaning(slot.indicator, slot.role)]
    return bool(context.meanings_chosen(own, slot.sheet, measure.address, measure.text))


def _scale(slot: Slot, said: str, measure: Cell | None, context: Context) -> int | None:
    scale = None if slot.role is Role.VALUE or slot.cell is None else scale_said(said)
    if scale is None:
        return 1
    place = slot.anchor if measure is None else measure.address
    answer = context.findings.ask(
        Code.SCALE_UNCLEAR,
        "",
        [Choice("1", "× 1"), Choice(str(scale), f"× {scale}")],
        sheet=slot.sheet,
        cell=place,
        found=said,
        expected="whole-number",
    )
    return int(answer) if answer else None
