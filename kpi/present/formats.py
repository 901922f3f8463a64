"""Numbers and dates as people write them: 1.234,56 and 31/12/2017; English forms with the English switch.

Rounding is for showing alone, half away from zero.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from babel.numbers import format_decimal

from kpi.domain.period import VIETNAM
from kpi.present.words import Language

_LOCALES = {Language.VIETNAMESE: "vi_VN", Language.ENGLISH: "en_GB"}
_MINUS = "−"
MOST_PLACES = 4
_DIGITS = 80  # room for any sum of counts; Babel gives up where the context's 28 digits do not suffice


def rounded(number: Fraction | Decimal | int, places: int) -> Decimal:
    """The exact number rounded half away from zero to `places` decimals."""
    exact = Fraction(number)
    whole, rest = divmod(abs(exact) * 10**places, 1)
    steps = int(whole) + (1 if rest >= Fraction(1, 2) else 0)
    # Built from its digits: arithmetic on a Decimal would round once more, to 28 digits.
    return Decimal((1 if exact < 0 and steps else 0, tuple(map(int, str(steps))), -places))


def machine(number: Fraction | Decimal | int | None) -> str | None:
    """The number as JSON carries it: a string with at most 4 places and no trailing zeros."""
    if number is None:
        return None
    text = format(rounded(number, MOST_PLACES), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=8192)  # a report shows each figure on several sheets
def number(value: Fraction | Decimal | int, language: Language, places: int = 0, signed: bool = False) -> str:
    """1.234,56 – with a true minus sign, and a plus where `signed`."""
    shown = rounded(value, places)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    unsigned = shown.copy_abs()
    with localcontext(prec=_DIGITS):
        text = format_decimal(unsigned, format=pattern, locale=_LOCALES[language], decimal_quantization=False)
    sign = _MINUS if shown < 0 else "+" if signed and shown > 0 else ""
    return sign + text


def plain(value: Fraction | Decimal | int, language: Language) -> str:
    """The number with as many decimals as it needs, at most four: 100, 62,5, 14.061."""
    shown = rounded(value, MOST_PLACES)
    places = next(n for n in range(MOST_PLACES + 1) if rounded(shown, n) == shown)
    return number(value, language, places)


def percent(
    value: Fraction, language: Language, against: Fraction | Decimal | None = None, signed: bool = False
) -> str:
    """A percentage with two decimals; more where two would show it as equal to `against` though it is not.

    `against` is what the value is compared with: the figure of a target, or the base of an increase.
    """
    return number(value, language, _telling_places(value, against), signed) + "%"


def _telling_places(value: Fraction, against: Fraction | Decimal | None) -> int:
    if against is None or value == Fraction(against):
        return 2
    return next((n for n in range(2, 12) if rounded(value, n) != rounded(against, n)), 12)


def points(value: Fraction, language: Language, signed: bool = True) -> str:
    """A difference of percentages without its unit; never a rounded zero for a real difference."""
    places = 2
    while value and not rounded(value, places) and places < 12:
        places += 1
    return number(value, language, places, signed)


def day(value: date, language: Language) -> str:
    """31/12/2017 in both languages: day first, as the documents write it."""
    return f"{value:%d/%m/%Y}"


def moment(value: datetime, language: Language) -> str:
    """31/12/2017 14:05, as the clock showed in Vietnam."""
    return f"{value.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
