"""The number of a cell in plain decimal form, to the 15 digits that Excel keeps."""

from __future__ import annotations

import math
import re

from kpi.intake.workbook.refusal import Fault, damaged

DIGITS = 15
PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
LITERAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
NOT_FINITE = {"inf", "+inf", "-inf", "infinity", "-infinity", "nan"}


def is_not_finite(literal: str) -> bool:
    """Whether a writer put the word for infinity or not-a-number where a number belongs."""
    return literal.strip().lower() in NOT_FINITE


def plain_decimal(literal: str) -> str:
    """`82.370000000000005` → `82.37`, `1E+3` → `1000`, `-0` → `0`.

    Raises Refusal (damaged) for what is no number, or none that a double can hold.
    """
    if len(literal) <= DIGITS and PLAIN.fullmatch(literal):  # short enough to pass through a double unharmed
        return _without_idle_zeros(literal)
    literal = literal.strip(" \t\r\n")
    value = float(literal) if LITERAL.fullmatch(literal) else math.nan
    if not math.isfinite(value):
        raise damaged(Fault.NUMBER_UNREADABLE, found=literal)
    return _without_idle_zeros(_shifted(f"{value:.{DIGITS - 1}e}"))


def _shifted(scientific: str) -> str:
    """`-1.25e+03` → `-1250.`: the point moved to where the exponent says."""
    mantissa, _, exponent = scientific.partition("e")
    sign = "-" if mantissa.startswith("-") else ""
    digits, point = mantissa.lstrip("-").replace(".", ""), int(exponent) + 1
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    return f"{sign}{digits[:point].ljust(point, '0')}.{digits[point:]}"


def _without_idle_zeros(number: str) -> str:
    if "." in number:
        number = number.rstrip("0").removesuffix(".")
    return "0" if number == "-0" else number
