"""What a person sees of a number under its format."""

from __future__ import annotations

import pytest

from kpi.intake.words.shown_numbers import shown


@pytest.mark.parametrize(
    ("code", "text", "beside", "scale"),
    [
        ('0" người"', "200 người", "người", None),
        ('0" nghìn"', "200 nghìn", "nghìn", 1000),
        ('0"000"', "200000", "000", 1000),
        ('"khoảng "0', "khoảng 200", "khoảng", None),
        ("#\\ ##0", "200", "", None),
        ("(0)", "(200)", None, None),
        ('0,"k"', "200k", None, None),
        ('#,##0," nghìn"', "200 nghìn", "", None),
        ("0\\.000", "200.200", None, None),
        (";;;", "", None, None),
        ('"a;b"0;"c"', "a;b200", "a;b", None),
        ('[<250]"-";0', "-", None, None),
        ('[<100]"-";0" hộ"', "200 hộ", "hộ", None),
        ("[Red]0_);[Blue](0)", "200", "", None),
    ],
)
def test_the_words_beside_a_number_are_told_from_it(
    code: str, text: str, beside: str | None, scale: int | None
) -> None:
    seen = shown("200", code)
    assert (seen.text, seen.beside, seen.scale) == (text, beside, scale)


def test_a_negative_number_is_shown_by_its_own_section() -> None:
    assert shown("-5", '0;"âm "0').beside == "âm"
