"""Numbers as people write them: rounding is for showing alone and never shows a mark as reached."""

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.present.formats import day, machine, moment, number, percent, plain, points, rounded
from kpi.present.words import Language

VI, EN = Language.VIETNAMESE, Language.ENGLISH
decimals = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=7)


@given(decimals, st.integers(0, 4))
def test_halves_are_rounded_away_from_zero(value: Decimal, places: int) -> None:
    assert rounded(value, places) == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_never_off_by_more_than_half_a_step(value: Fraction, places: int) -> None:
    assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(("value", "shown"), [("0.125", "0.13"), ("-0.125", "-0.13"), ("-0.001", "0.00")])
def test_a_rounded_zero_has_no_sign(value: str, shown: str) -> None:
    assert str(rounded(Decimal(value), 2)) == shown


def test_a_sum_beyond_the_usual_decimal_precision_is_not_rounded() -> None:
    assert rounded(10**40 + 1, 0) == Decimal(10**40 + 1)
    assert number(10**30 + 1, VI).endswith(".001")


def test_vietnamese_and_english_separators() -> None:
    assert number(Decimal("1234.56"), VI, 2) == "1.234,56"
    assert number(Decimal("1234.56"), EN, 2) == "1,234.56"
    assert number(-5, VI, signed=True) == "−5"
    assert number(5, VI, signed=True) == "+5"


@given(st.fractions(0, 100), st.integers(0, 100))
def test_a_percentage_never_shows_a_mark_it_does_not_equal(value: Fraction, mark: int) -> None:
    assume(abs(value - mark) > Fraction(1, 10**11))
    assert Decimal(percent(value, EN, Decimal(mark)).removesuffix("%")) != mark


@pytest.mark.parametrize(
    ("value", "mark", "shown"),
    [
        ("69.96", "70", "69,96%"),
        ("99.96", "100", "99,96%"),
        ("99.9996", "100", "99,9996%"),
        ("70", "70", "70,00%"),
        ("70.001", "70", "70,001%"),
    ],
)
def test_more_decimals_are_shown_where_two_would_hide_the_difference(
    value: str, mark: str, shown: str
) -> None:
    assert percent(Fraction(value), VI, Decimal(mark)) == shown


@given(st.fractions(-100, 100))
def test_a_real_difference_is_never_shown_as_nought(value: Fraction) -> None:
    assume(abs(value) > Fraction(1, 10**11))
    assert any(digit in points(value, VI) for digit in "123456789")


def test_points_carry_a_sign_unless_told_otherwise() -> None:
    assert points(Fraction(816, 100), VI) == "+8,16"
    assert points(Fraction(0), VI, signed=False) == "0,00"


@pytest.mark.parametrize(("value", "shown"), [("100", "100"), ("62.50", "62,5"), ("1E+3", "1.000")])
def test_a_plain_number_has_only_the_decimals_it_needs(value: str, shown: str) -> None:
    assert plain(Decimal(value), VI) == shown


@pytest.mark.parametrize(("value", "shown"), [(Fraction(1, 3), "0.3333"), (70, "70"), (None, None)])
def test_machine_numbers_have_at_most_four_places(value: Fraction | int | None, shown: str | None) -> None:
    assert machine(value) == shown


def test_days_are_written_day_first() -> None:
    assert day(date(2017, 12, 9), VI) == day(date(2017, 12, 9), EN) == "09/12/2017"


def test_a_moment_is_shown_as_the_clock_stood_in_vietnam_wherever_the_server_is() -> None:
    assert moment(datetime(2019, 12, 31, 18, 5, tzinfo=UTC), VI) == "01/01/2020 01:05"
