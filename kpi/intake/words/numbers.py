"""What number a cell holds. Vietnamese separators; a text with two readings is never settled by a guess."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kpi.domain.issue import Code
from kpi.intake.words.text import tidy
from kpi.intake.workbook.grid import Cell, CellKind

LARGEST_COUNT = 10**18 - 1
_NO_DATA = {"", "-", "--", "x", "…", "...", "..", ".", "/", "chưa có", "chưa có số liệu", "không có số liệu"}
_NOT_FINITE = {"nan", "inf", "-inf", "+inf", "infinity", "-infinity", "∞", "-∞"}
_GROUPED_BY_DOT = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?\Z")
_GROUPED_BY_COMMA = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\Z")
_GROUPED_BY_SPACE = re.compile(r"[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?\Z")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]+\Z")
_DECIMAL_POINT = re.compile(r"[0-9]+\.[0-9]+\Z")
_DIGITS = re.compile(r"[0-9]+\Z")
_APART = re.compile(
    r"[0-9](?:\s{2,}|[^\S \xa0\u202f])[0-9]"
)  # «120⏎130», «120   130»: two numbers, no groups of one

_CODE_OF_KIND = {
    CellKind.ERROR: Code.VALUE_IS_ERROR,
    CellKind.DATE: Code.VALUE_IS_DATE,
    CellKind.BOOLEAN: Code.VALUE_IS_BOOLEAN,
    CellKind.NO_RESULT: Code.FORMULA_WITHOUT_VALUE,
}


class NumberKind(StrEnum):
    """What a column holds."""

    COUNT = "count"  # whole, not negative
    PERCENT = "percent"  # 0 to 100


class NumberReading(NamedTuple):
    """What a cell holds: a number; or nothing; or a fault, or several readings to choose from.

    A percentage is in percent. `from_text` tells a number kept as text; `fraction` one that may be 0–1 for 0–100.
    """

    number: Decimal | None = None
    fault: Code | None = None
    readings: tuple[Decimal, ...] = ()
    from_text: bool = False
    fraction: bool = False

    @property
    def missing(self) -> bool:
        return self.number is None and self.fault is None and not self.readings


_NOTHING = NumberReading()


def read_number(cell: Cell | None, kind: NumberKind, scale: int = 1) -> NumberReading:
    """Reads a cell of a column of that kind; a count under «nghìn người» has the scale 1000."""
    if cell is None:
        return _NOTHING
    if cell.kind is CellKind.NUMBER:
        return _read_numeric(Decimal(cell.text) * scale, cell.percent, kind)
    if cell.kind is CellKind.TEXT:
        return _read_text(cell.text, kind, scale)
    if cell.kind is CellKind.ERROR and tidy(cell.text) in _NOT_FINITE:
        return NumberReading(fault=Code.VALUE_NOT_FINITE)
    return NumberReading(fault=_CODE_OF_KIND[cell.kind])


def _read_numeric(number: Decimal, shown_as_percent: bool, kind: NumberKind) -> NumberReading:
    if shown_as_percent:
        return (
            _within(number * 100, kind)
            if kind is NumberKind.PERCENT
            else NumberReading(fault=Code.VALUE_NOT_WHOLE)
        )
    reading = _within(number, kind)
    return reading._replace(fraction=True) if _may_be_a_fraction(reading, kind) else reading


def _may_be_a_fraction(reading: NumberReading, kind: NumberKind) -> bool:
    return kind is NumberKind.PERCENT and reading.number is not None and 0 < reading.number <= 1


def _read_text(text: str, kind: NumberKind, scale: int) -> NumberReading:
    plain = tidy(text)
    if plain in _NO_DATA:
        return _NOTHING
    if plain in _NOT_FINITE:
        return NumberReading(fault=Code.VALUE_NOT_FINITE)
    negative, plain = plain.startswith("-"), plain.removeprefix("-").strip()
    in_percent = kind is NumberKind.PERCENT and plain.endswith("%")
    if in_percent:
        plain = plain.removesuffix("%").rstrip()
    readings = _readings(plain, kind, scale)
    if not readings or _APART.search(text):
        return NumberReading(fault=Code.VALUE_NOT_A_NUMBER)
    if negative and any(readings):
        return NumberReading(fault=Code.VALUE_NEGATIVE)
    if len(readings) > 1:
        return NumberReading(readings=readings, from_text=True)
    read = _within(readings[0], kind)
    return read._replace(from_text=True, fraction=not in_percent and _may_be_a_fraction(read, kind))


def _readings(text: str, kind: NumberKind, scale: int) -> tuple[Decimal, ...]:
    """Every number the text can stand for in a column of that kind; a dot in a count without scale groups thousands."""
    grouped = [] if kind is NumberKind.COUNT and text.startswith("0") else _grouped(text)
    found = [*grouped]
    if _DIGITS.match(text):
        found.append(Decimal(text))
    if _DECIMAL_COMMA.match(text):
        found.append(Decimal(text.replace(",", ".")))
    if _DECIMAL_POINT.match(text) and not (kind is NumberKind.COUNT and grouped and scale == 1):
        found.append(Decimal(text))
    readings = tuple(sorted(set(found) if scale == 1 else {number * scale for number in found}))
    whole = tuple(number for number in readings if number == number.to_integral_value())
    return whole or readings if kind is NumberKind.COUNT else readings


def _grouped(text: str) -> list[Decimal]:
    """What the text stands for if one of its separators groups thousands."""
    found = []
    if _GROUPED_BY_DOT.match(text):
        found.append(Decimal(text.replace(".", "").replace(",", ".")))
    if _GROUPED_BY_SPACE.match(text):
        found.append(Decimal(text.replace(" ", "").replace(",", ".")))
    if _GROUPED_BY_COMMA.match(text):
        found.append(Decimal(text.replace(",", "")))
    return found


def _within(number: Decimal, kind: NumberKind) -> NumberReading:
    if number < 0:
        return NumberReading(fault=Code.VALUE_NEGATIVE)
    if kind is NumberKind.COUNT and number != number.to_integral_value():
        return NumberReading(fault=Code.VALUE_NOT_WHOLE)
    if number > (LARGEST_COUNT if kind is NumberKind.COUNT else 100):
        return NumberReading(fault=Code.VALUE_OUT_OF_RANGE)
    return NumberReading(number)
