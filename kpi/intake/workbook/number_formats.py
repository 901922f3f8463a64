"""What a number format makes of a number: a percentage, a date, words beside it (ECMA-376-1 section 18.8.30-31)."""

from __future__ import annotations

import re
from dataclasses import dataclass

BUILT_IN_PERCENT = frozenset({9, 10, 67, 68})
BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59), *range(71, 82)})

# quoted text, an escaped, padding or filling character: shown as they are, whatever letter they are
LITERAL = re.compile(r'"[^"]*"?|[\\_*].', re.DOTALL)
ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
BRACKET = re.compile(r"\[[^\]]*\]")  # colour, condition, currency, locale
CONDITION = re.compile(r"\[[<>=]")
DATE_LETTER = re.compile("[dmyhs]", re.IGNORECASE)
# Digits, but for a comma at their end, which leaves thousands out, and three decimals, which look like thousands.
DIGITS_ALONE = re.compile(
    r"General|@|[0#?,]*[0#?](?:\.[0#?]*(?<!\.[0#?]{3}))?%?|[0#?]*(?:\.[0#?]*)?E[+-]0+", re.IGNORECASE
)
SPACING = re.compile(r"_.|\*.|\\ | ", re.DOTALL)  # padding and filling, which no one reads as anything
LONGEST_CODE = 255


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """`code` is kept only of a format that may show something else than the number: «0" nghìn"», «#,##0,», «;;;»."""

    percent: bool = False
    date: bool = False
    code: str = ""


def built_in_format(number_format_id: int) -> NumberFormat:
    return NumberFormat(number_format_id in BUILT_IN_PERCENT, number_format_id in BUILT_IN_DATES)


def custom_format(code: str) -> NumberFormat:
    """Judged by the section for positive numbers, or by all sections where conditions choose among them."""
    meaningful = LITERAL.sub("", code)
    if not CONDITION.search(meaningful):
        meaningful = meaningful.partition(";")[0]
    if _shows_a_date(meaningful):
        return NumberFormat(date=True)
    percent = "%" in BRACKET.sub("", meaningful)
    return NumberFormat(percent, code="" if _shows_digits_alone(code) else code[:LONGEST_CODE])


def _shows_digits_alone(code: str) -> bool:
    if CONDITION.search(code):
        return False
    positive = BRACKET.sub("", SPACING.sub("", code)).partition(";")[0]
    return (not positive and ";" not in code) or bool(DIGITS_ALONE.fullmatch(positive))


def _shows_a_date(meaningful: str) -> bool:
    if ELAPSED.search(meaningful):
        return True
    return DATE_LETTER.search(BRACKET.sub("", meaningful)) is not None
