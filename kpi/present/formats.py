"""Numbers and dates as people write them: 1.234,56 and 31/12/2017; English forms with the English switch.

Rounding is for showing alone, half away from zero.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal

from kpi.present.words import Language

_LOCALES = {Language.VIETNAMESE: "vi_VN", Language.ENGLISH: "en_GB"}
_MINUS = "−"
MOST_PLACES = 4


def rounded(number: Fraction | Decimal | int, places: int) -> Decimal:
    """The exact number rounded half away from zero to `places` decimals."""
    exact = Fraction(number)
    scale = 10**places
    whole, rest = divmod(abs(exact) * scale, 1)
    magnitude = Decimal(int(whole) + (1 if rest >= Fraction(1, 2) else 0)).scaleb(-places)
    return -magnitude if exact < 0 and magnitude else magnitude


def machine(number: Fraction | Decimal | int | None) -> str | None:
    """The number as JSON carries it: a string with at most 4 places and no trailing zeros."""
    if number is None:
        return None
    text = format(rounded(number, MOST_PLACES), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number(value: Fraction | Decimal | int, language: Language, places: int = 0, signed: bool = False) -> str:
    """1.234,56 – with a true minus sign, and a plus where `signed`."""
    shown = rounded(value, places)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    text = format_decimal(abs(shown), format=pattern, locale=_LOCALES[language], decimal_quantization=False)
    sign = _MINUS if shown < 0 else "+" if signed and shown > 0 else ""
    return sign + text


def percent(value: Fraction, language: Language, against: Decimal | None = None) -> str:
    """A share with two decimals; more where two would show the target as reached though it is not.

    `against` is the figure of a target that the value does not meet or equal.
    """
    return number(value, language, _telling_places(value, against)) + "%"


def _telling_places(value: Fraction, against: Decimal | None) -> int:
    if against is None or value == Fraction(against):
        return 2
    for places in range(2, 12):
        if rounded(value, places) != rounded(against, places):
            return places
    return 12


def points(value: Fraction, language: Language) -> str:
    """A difference of percentages, signed, without its unit; never a rounded zero for a real difference."""
    places = 2
    while value and not rounded(value, places) and places < 12:
        places += 1
    return number(value, language, places, signed=True)


def day(value: date, language: Language) -> str:
    """31/12/2017 in both languages: day first, as the documents write it."""
    return f"{value:%d/%m/%Y}"


def moment(value: datetime, language: Language) -> str:
    """31/12/2017 14:05, in the machine's own time zone."""
    return f"{value.astimezone():%d/%m/%Y %H:%M}"
