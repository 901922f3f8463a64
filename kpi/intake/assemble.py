"""From slots to readings: numbers read by the kind of their column, figures of one observation brought together."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from kpi.domain.issue import Choice, Code, Severity
from kpi.domain.observation import Observation, ObservationKey, SourcedObservation
from kpi.domain.plan import IndicatorKind
from kpi.intake.context import Context
from kpi.intake.doubted_cells import looks_like_points, number_seen
from kpi.intake.slots import Role, Slot
from kpi.intake.words.numbers import LARGEST_COUNT, NumberKind, NumberReading, read_number
from kpi.intake.workbook.grid import Cell

_EXPECTED = {NumberKind.COUNT: "whole-number", NumberKind.PERCENT: "percentage"}
_LIMITS = {NumberKind.COUNT: str(LARGEST_COUNT), NumberKind.PERCENT: "100"}


class Entry(NamedTuple):
    """The figures of one observation from one row. `faulty` holds the roles whose cell could not be read.

    `key` is None while its unit or stage is in question. A tuple, as its slots are.
    """

    key: ObservationKey | None
    slots: dict[Role, Slot]
    numbers: dict[Role, Decimal]
    faulty: frozenset[Role]

    @property
    def any_slot(self) -> Slot:
        return next(iter(self.slots.values()))

    def cell(self, role: Role) -> Cell | None:
        return self.slots[role].cell if role in self.slots else None

    def counted(self, role: Role) -> int | None:
        return int(self.numbers[role]) if role in self.numbers else None


def entries(slots: list[Slot], context: Context) -> list[Entry]:
    """Slots of one row and one observation together, each cell read; faults become findings."""
    together: dict[tuple[object, ...], dict[Role, Slot]] = defaultdict(dict)
    for slot in slots:
        observation = slot.indicator.id, slot.period, slot.stage, slot.unit_id, slot.sheet, slot.group
        _place(together[observation], slot, context)
    return [_entry(roles, context) for roles in together.values()]


def _key(slot: Slot) -> ObservationKey | None:
    if slot.unit is None or slot.stage is None:
        return None
    return ObservationKey(slot.indicator.id, slot.unit.id, slot.period, slot.stage)


def _place(roles: dict[Role, Slot], slot: Slot, context: Context) -> None:
    """Two columns for one figure are a conflict unless one of them is empty or they agree."""
    known = roles.get(slot.role)
    if known is None or known.cell is None:
        roles[slot.role] = slot
    elif slot.cell is not None and slot.cell.text != known.cell.text:
        context.findings.add(
            Code.DUPLICATE_CONFLICT,
            sheet=slot.sheet,
            cell=slot.cell.address,
            found=slot.cell.text,
            unit=slot.unit_name,
            other=known.cell.address,
        )


def _entry(roles: dict[Role, Slot], context: Context) -> Entry:
    readings = {role: read_number(slot.cell, slot.number_kind, slot.scale) for role, slot in roles.items()}
    counts_stand = _counts_stand(readings)
    numbers: dict[Role, Decimal] = {}
    faulty = set()
    for role, reading in readings.items():
        if reading.missing:
            continue
        printed_only = role is Role.VALUE and counts_stand
        number = (_printed if printed_only else _settled)(reading, roles[role], context)
        if number is not None:
            numbers[role] = number
        elif not printed_only:
            faulty.add(role)
    return Entry(_key(next(iter(roles.values()))), roles, numbers, frozenset(faulty))


def _counts_stand(readings: dict[Role, NumberReading]) -> bool:
    """Whether there are columns of counts, and something in one of them: then a printed share only repeats it."""
    numerator, denominator = readings.get(Role.NUMERATOR), readings.get(Role.DENOMINATOR)
    return (
        numerator is not None and denominator is not None and not (numerator.missing and denominator.missing)
    )


def _printed(reading: NumberReading, slot: Slot, context: Context) -> Decimal | None:
    """A printed share beside its counts: a fault in it is named and keeps nothing out."""
    if reading.fault is not None and slot.cell is not None:
        context.findings.add(
            reading.fault,
            severity=Severity.WARNING,
            sheet=slot.sheet,
            cell=slot.cell.address,
            found=slot.cell.text,
            expected=_EXPECTED[slot.number_kind],
            limit=_LIMITS[slot.number_kind],
        )
    return reading.number


def _settled(reading: NumberReading, slot: Slot, context: Context) -> Decimal | None:
    """The number of a cell after its fault is noted, or its question asked."""
    cell = slot.cell
    if cell is None:
        return None
    if reading.fault is not None:
        context.findings.add(
            reading.fault,
            sheet=slot.sheet,
            cell=cell.address,
            found=cell.text,
            expected=_EXPECTED[slot.number_kind],
            limit=_LIMITS[slot.number_kind],
        )
        return None
    number = reading.number if reading.number is not None else _ask_reading(reading, slot, cell, context)
    number = number if number is None else number_seen(number, slot, cell, context)
    if number is not None and (reading.fraction or looks_like_points(number, slot, cell)):
        return _ask_scale(number, slot, cell, context)
    if reading.from_text and number is not None:
        context.findings.add(
            Code.VALUE_TEXT_NUMBER,
            sheet=slot.sheet,
            cell=cell.address,
            found=cell.text,
            reading=_plain(number),
        )
    return number


def _ask_reading(reading: NumberReading, slot: Slot, cell: Cell, context: Context) -> Decimal | None:
    answer = context.findings.ask(
        Code.VALUE_AMBIGUOUS_NUMBER,
        "",
        [Choice(_plain(number), _plain(number)) for number in reading.readings],
        sheet=slot.sheet,
        cell=cell.address,
        found=cell.text,
        expected=_EXPECTED[slot.number_kind],
    )
    if answer is None:
        return None
    number = Decimal(answer)
    if slot.number_kind is NumberKind.PERCENT and number > 100:
        context.findings.add(
            Code.VALUE_OUT_OF_RANGE,
            sheet=slot.sheet,
            cell=cell.address,
            found=answer,
            expected=_EXPECTED[slot.number_kind],
            limit="100",
        )
        return None
    return number


def _ask_scale(number: Decimal, slot: Slot, cell: Cell, context: Context) -> Decimal | None:
    """0,7 in a percentage may be 0,7 % or 70 %; 4,2 as an index 84 % of 5 points or 42 % of 10."""
    times = [100] if number <= 1 else [20, 10] if number <= 5 else [10]
    readings = [_plain(number), *(_plain(number * factor) for factor in times)]
    answer = context.findings.ask(
        Code.SCALE_UNCLEAR,
        "",
        [Choice(reading, reading) for reading in readings],
        sheet=slot.sheet,
        cell=cell.address,
        found=cell.text,
        expected="percentage",
    )
    return Decimal(answer) if answer else None


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def reading_of(entry: Entry, context: Context) -> SourcedObservation | None:
    """The observation of an entry, or None where figures are missing or faulty; what is missing is said."""
    if entry.faulty or entry.key is None:
        return None
    kind = entry.any_slot.indicator.kind
    numerator, denominator = entry.counted(Role.NUMERATOR), entry.counted(Role.DENOMINATOR)
    if kind in (IndicatorKind.GROWTH, IndicatorKind.COUNT):
        return (
            None if numerator is None else _reading(entry, entry.key, Role.NUMERATOR, numerator, None, None)
        )
    if numerator is not None and denominator is not None:
        return _reading(entry, entry.key, Role.NUMERATOR, numerator, denominator, None)
    if numerator is None and denominator is None:
        value = entry.numbers.get(Role.VALUE)
        return None if value is None else _reading(entry, entry.key, Role.VALUE, None, None, value)
    if Role.VALUE in entry.numbers and not entry.slots.keys() >= {Role.NUMERATOR, Role.DENOMINATOR}:
        return _reading(entry, entry.key, Role.VALUE, None, None, entry.numbers[Role.VALUE])
    _note_missing(entry, context)
    return None


def _note_missing(entry: Entry, context: Context) -> None:
    there = Role.NUMERATOR if Role.NUMERATOR in entry.numbers else Role.DENOMINATOR
    role = Role.DENOMINATOR if there is Role.NUMERATOR else Role.NUMERATOR
    slot = entry.slots.get(role)
    cell = slot.cell if slot else None
    context.findings.add(
        Code.VALUE_MISSING,
        sheet=entry.any_slot.sheet,
        cell=cell.address if cell else entry.any_slot.anchor,
        found=cell.text if cell else None,
        expected="whole-number",
        unit=entry.any_slot.unit_name,
    )


def _reading(
    entry: Entry,
    key: ObservationKey,
    shown: Role,
    numerator: int | None,
    denominator: int | None,
    value: Decimal | None,
) -> SourcedObservation:
    cell, whole = entry.cell(shown), entry.cell(Role.DENOMINATOR)
    return SourcedObservation(
        Observation(key.indicator, key.unit, key.period, key.stage, numerator, denominator, value),
        entry.any_slot.sheet,
        cell.address if cell else entry.any_slot.anchor,
        whole.address if whole and denominator is not None else None,
    )
