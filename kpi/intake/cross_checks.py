"""Values together: a part above its whole, a printed percentage, a unit given twice."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from kpi.domain.issue import Code
from kpi.domain.observation import ObservationKey, SourcedObservation
from kpi.intake.assemble import Entry, reading_of
from kpi.intake.context import Context
from kpi.intake.slots import Role


def checked_readings(entries: Iterable[Entry], context: Context) -> list[SourcedObservation]:
    """The readings of all entries, each observation once; what does not fit becomes findings."""
    first: dict[ObservationKey, SourcedObservation] = {}
    for entry in entries:
        _part_within_whole(entry, context)
        reading = reading_of(entry, context)
        if reading is None:
            continue
        _printed_share(reading, entry, context)
        known = first.setdefault(reading.observation.key, reading)
        if known is not reading:
            _given_twice(reading, entry, known, context)
    return list(first.values())


def _part_within_whole(entry: Entry, context: Context) -> None:
    numerator, denominator = entry.numbers.get(Role.NUMERATOR), entry.numbers.get(Role.DENOMINATOR)
    if numerator is not None and denominator is not None and numerator > denominator:
        cell = entry.cell(Role.NUMERATOR)
        context.findings.add(
            Code.PART_EXCEEDS_WHOLE,
            sheet=entry.any_slot.sheet,
            cell=cell.address if cell else entry.any_slot.anchor,
            found=int(numerator),
            expected="part-within-whole",
            numerator=int(numerator),
            denominator=int(denominator),
            unit=entry.any_slot.unit_name,
        )


def _printed_share(reading: SourcedObservation, entry: Entry, context: Context) -> None:
    """The printed percentage must be n ÷ d to the places it is printed with; the counts are what counts."""
    printed, cell = entry.numbers.get(Role.VALUE), entry.cell(Role.VALUE)
    numerator, denominator = reading.observation.numerator, reading.observation.denominator
    if printed is None or cell is None or numerator is None or not denominator:
        return
    share = Fraction(100 * numerator, denominator)
    scales = (printed, printed * 100) if printed <= 1 else (printed,)
    if not any(_same_as_printed(share, scale) for scale in scales):
        context.findings.add(
            Code.SHARE_MISMATCH,
            sheet=reading.sheet,
            cell=cell.address,
            found=cell.text,
            printed=printed,
            computed=f"{float(share):.4f}",
            about=((reading.sheet, reading.cell),),
            unit=entry.any_slot.unit_name,
        )


def _same_as_printed(share: Fraction, printed: Decimal) -> bool:
    exponent = printed.normalize().as_tuple().exponent
    places = min(max(-exponent, 0), 6) if isinstance(exponent, int) else 0
    return abs(share - Fraction(printed)) <= Fraction(1, 2 * 10 ** max(places, 1)) + Fraction(1, 10**9)


def _given_twice(
    reading: SourcedObservation, entry: Entry, known: SourcedObservation, context: Context
) -> None:
    same = reading.observation == known.observation
    for here, there in ((reading, known), (known, reading)) if not same else ((reading, known),):
        context.findings.add(
            Code.DUPLICATE_ROW if same else Code.DUPLICATE_CONFLICT,
            sheet=here.sheet,
            cell=here.cell,
            found=_figures(here),
            unit=entry.any_slot.unit_name,
            other=f"{there.sheet}!{there.cell}",
        )


def _figures(reading: SourcedObservation) -> str:
    o = reading.observation
    if o.denominator is not None:
        return f"{o.numerator}/{o.denominator}"
    return str(o.numerator if o.value is None else o.value)
