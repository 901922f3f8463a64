"""Numbers a person sees otherwise than they are stored, with a line through or under a format; or from another file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from kpi.domain.issue import Choice, Code, Severity
from kpi.domain.plan import IndicatorKind
from kpi.intake.context import Context
from kpi.intake.slots import Role, Slot
from kpi.intake.words.counted_in import fits
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.numbers import NumberKind
from kpi.intake.words.shown_numbers import in_three_decimals, shown
from kpi.intake.workbook.grid import Cell, CellKind, Grid

MOST_POINTS = 10
_LEFT_OUT = Choice("none", "–")


def number_seen(number: Decimal, slot: Slot, cell: Cell, context: Context) -> Decimal | None:
    """The number of a cell; asked, and None till then, where what is seen of it is not what is stored.

    «200 người» of people is what is stored; «200 nghìn» may be 200000; «200 (ước)», «-» or nothing may be no figure.
    """
    if cell.struck:
        return _chosen(number, _LEFT_OUT, slot, cell, context, found=cell.text, struck=cell.text)
    if not cell.shown_as or cell.kind is not CellKind.NUMBER:
        return number
    if slot.number_kind is NumberKind.COUNT and slot.scale == 1 and in_three_decimals(cell.shown_as):
        thousands = _choice(number * 1000)
        return _chosen(number, thousands, slot, cell, context, found=f"{cell.text}.000", stored=cell.text)
    seen = shown(cell.text, cell.shown_as)
    meaning = Meaning(slot.indicator, slot.role)
    if seen.beside is not None and seen.scale is None and (not seen.beside or fits(seen.beside, meaning)):
        return number
    other = _LEFT_OUT if seen.scale is None else _choice(number * seen.scale)
    return _chosen(number, other, slot, cell, context, found=seen.text or None, stored=cell.text)


def name_links(slots: Iterable[Slot], grid: Grid, context: Context) -> None:
    """Figures that formulas fetch from another file are named, once for each sheet: they may be out of date."""
    linked = {sheet.name: sheet.linked for sheet in grid.sheets if sheet.linked}
    fetched: dict[str, list[Cell]] = defaultdict(list)
    for slot in slots if linked else ():
        if slot.cell is not None and (slot.cell.row, slot.cell.column) in linked.get(slot.sheet, ()):
            fetched[slot.sheet].append(slot.cell)
    for sheet, cells in fetched.items():
        place = {"sheet": sheet, "cell": cells[0].address, "found": cells[0].text}
        context.findings.add(Code.NOTE_SKIPPED, severity=Severity.WARNING, **place, linked=len(set(cells)))


def looks_like_points(number: Decimal, slot: Slot, cell: Cell) -> bool:
    """Whether an index may be given in points of 5 or 10: such a one in per cent would say that nobody is content."""
    if slot.role is not Role.VALUE or slot.indicator.kind is not IndicatorKind.INDEX:
        return False
    return 0 < number <= MOST_POINTS and not cell.percent and "%" not in f"{cell.text}{cell.shown_as}"


def _choice(number: Decimal) -> Choice:
    plain = format(number.normalize(), "f")
    return Choice(plain, plain)


def _chosen(
    number: Decimal, other: Choice, slot: Slot, cell: Cell, context: Context, **said: str | None
) -> Decimal | None:
    answer = context.findings.ask(
        Code.VALUE_AMBIGUOUS_NUMBER,
        "seen",
        [_choice(number), other],
        sheet=slot.sheet,
        cell=cell.address,
        **said,
    )
    return Decimal(answer) if answer not in (None, _LEFT_OUT.choice) else None
