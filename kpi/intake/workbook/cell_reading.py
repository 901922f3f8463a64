"""One cell's XML becomes a kind and a text (ECMA-376-1 section 18.3.1.4)."""

from __future__ import annotations

import re
from typing import NamedTuple

from kpi.intake.workbook.cell_number import is_not_finite, plain_decimal
from kpi.intake.workbook.cell_styles import CellStyle
from kpi.intake.workbook.cell_text import clean_text
from kpi.intake.workbook.grid import CellKind
from kpi.intake.workbook.refusal import Fault, damaged
from kpi.intake.workbook.rich_text import RichText, SharedStrings
from kpi.intake.workbook.wire import FORMULA, KIND_NUMBERS, LEGACY_FONT, PERCENT, STRUCK

ISO_DATE = re.compile(
    r"-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{2,18}(?:Z|[+-][0-9:]{5})?)?|T?[0-9]{2}:[0-9:.]{2,16}"
)
BOOLEANS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}
NUMBER, TEXT, BOOLEAN = (KIND_NUMBERS[kind] for kind in (CellKind.NUMBER, CellKind.TEXT, CellKind.BOOLEAN))
ERROR, DATE, NO_RESULT = (KIND_NUMBERS[kind] for kind in (CellKind.ERROR, CellKind.DATE, CellKind.NO_RESULT))

Reading = tuple[int, str]  # a look, as on the wire, and a text


class CellParts(NamedTuple):
    """What stood inside a `c`: each None where it was not there. A tuple, as one is made for every cell."""

    kind: str
    value: str | None
    formula: str | None
    inline: RichText | None


def reading_of(parts: CellParts, style: CellStyle, strings: SharedStrings) -> Reading | None:
    """The look and text of a cell, None when it shows nothing.

    Raises Refusal (damaged) where the cell's type and content contradict each other.
    """
    _refuse_contradiction(parts)
    if parts.formula is not None and _has_no_result(parts):
        return NO_RESULT | FORMULA, clean_text(f"={parts.formula}" if parts.formula else "")
    reading = _stored_reading(parts, style, strings)
    if reading is None or not reading[1]:
        return None
    look, text = reading
    return look | (FORMULA if parts.formula is not None else 0), text


def _refuse_contradiction(parts: CellParts) -> None:
    """A value where an inline text belongs, or the other way round: readers disagree on what it shows."""
    inline = parts.inline.text if parts.inline else None
    stray = parts.value if parts.kind == "inlineStr" else inline
    if stray:
        raise damaged(Fault.CELL_CONTRADICTS_ITSELF, found=stray)


def _has_no_result(parts: CellParts) -> bool:
    """An empty value is an empty text where the type says text, and a missing result everywhere else."""
    if parts.kind == "inlineStr":
        return parts.inline is None
    return parts.value is None or (parts.value == "" and parts.kind != "str")


def _stored_reading(parts: CellParts, style: CellStyle, strings: SharedStrings) -> Reading | None:
    if parts.kind == "inlineStr":
        return _text(parts.inline, style) if parts.inline else None
    if not parts.value:
        return None
    if parts.kind == "n":
        return _number(parts.value, style)
    if parts.kind == "s":
        return _text(strings.at(parts.value.strip()), style)
    if parts.kind == "str":
        return _text(RichText(clean_text(parts.value)), style)
    return _rarer_reading(parts.kind, parts.value)


def _text(item: RichText, style: CellStyle) -> Reading:
    struck = STRUCK if item.struck else style.look & STRUCK
    return TEXT | struck | (LEGACY_FONT if item.legacy_font or style.legacy_font else 0), item.text


def _number(literal: str, style: CellStyle) -> Reading:
    if literal[-1].isalpha() and is_not_finite(literal):
        return ERROR, literal.strip()
    number = plain_decimal(literal)
    if style.format.date:
        return DATE, number
    return NUMBER | style.look | (PERCENT if style.format.percent else 0), number


def _rarer_reading(kind: str, value: str) -> Reading:
    if kind == "b" and value.strip() in BOOLEANS:
        return BOOLEAN, BOOLEANS[value.strip()]
    if kind == "e":
        return ERROR, clean_text(value)
    if kind == "d" and ISO_DATE.fullmatch(value.strip()):
        return DATE, value.strip()
    raise damaged(Fault.CELL_CONTRADICTS_ITSELF, found=value)
