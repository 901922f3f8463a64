"""A number is never guessed: each text has the reading the rules leave it, or none."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from kpi.intake.words.numbers import LARGEST_COUNT, NumberKind, NumberReading, read_number
from kpi.intake.workbook.grid import Cell, CellKind

COUNT, PERCENT = NumberKind.COUNT, NumberKind.PERCENT


def text(shown: str, kind: NumberKind) -> NumberReading:
    return read_number(Cell(1, 1, CellKind.TEXT, shown), kind)


def number(stored: str, kind: NumberKind, percent: bool = False) -> NumberReading:
    return read_number(Cell(1, 1, CellKind.NUMBER, stored, percent=percent), kind)


def outcome(reading: NumberReading) -> str:
    """The number, the fault, the readings to choose from, or nothing; in one text."""
    if reading.number is not None:
        return plain(reading.number) + (" or a fraction" if reading.fraction else "")
    return reading.fault or " or ".join(plain(r) for r in reading.readings) or "no data"


def plain(read: Decimal) -> str:
    shown = f"{read:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("700", "700"),
        ("1.234.567", "1234567"),
        ("10.361", "10361"),
        ("1.000", "1000"),
        ("10,361", "10361"),
        ("1,234", "1234"),
        ("1,234,567", "1234567"),
        ("1 234 567", "1234567"),
        ("1\u00a0234\u202f567", "1234567"),
        (" 1.234\n", "1234"),
        ("12,0", "12"),
        ("0", "0"),
        ("0.500", "value-not-whole"),
        ("1.234,5", "value-not-whole"),
        ("69,96", "value-not-whole"),
        ("10,000", "10 or 10000"),
        ("12.34.567", "value-not-a-number"),
        ("1.2345", "value-not-whole"),
        ("1234.567", "value-not-whole"),
        ("-5", "value-negative"),
        ("− 5", "value-negative"),
        ("70%", "value-not-a-number"),
        ("999.999.999.999.999.999", str(LARGEST_COUNT)),
        ("1.000.000.000.000.000.000", "value-out-of-range"),
    ],
)
def test_a_text_in_a_column_of_counts(shown: str, read: str) -> None:
    assert outcome(text(shown, COUNT)) == read


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("69,96", "69.96"),
        ("69,96%", "69.96"),
        ("69,96 %", "69.96"),
        ("69.96", "69.96"),
        ("70", "70"),
        ("100", "100"),
        ("69,9600", "69.96"),
        ("69,99999999999999999999999999999999", "69.99999999999999999999999999999999"),
        ("10.361", "10.361 or 10361"),
        ("1,234", "1.234 or 1234"),
        ("10.361%", "10.361 or 10361"),
        ("0,500", "0.5 or 500"),
        ("100,000", "100 or 100000"),
        ("1.234.567", "value-out-of-range"),
        ("100,01", "value-out-of-range"),
        ("-0,5", "value-negative"),
        ("0,7", "0.7 or a fraction"),
        ("1", "1 or a fraction"),
        ("0,7%", "0.7"),
        ("0", "0"),
        ("70%%", "value-not-a-number"),
        ("%", "value-not-a-number"),
    ],
)
def test_a_text_in_a_column_of_percentages(shown: str, read: str) -> None:
    assert outcome(text(shown, PERCENT)) == read


@pytest.mark.parametrize("kind", NumberKind)
@pytest.mark.parametrize(
    "shown", ["", "-", "–", "—", "x", "X", "…", "...", "chưa có", "Chưa có", "Chưa có số liệu", " - "]
)
def test_what_stands_for_no_data_is_never_zero(shown: str, kind: NumberKind) -> None:
    assert text(shown, kind).missing


@pytest.mark.parametrize("kind", NumberKind)
@pytest.mark.parametrize(
    "shown",
    [
        "n/a",
        "N/A",
        "khoảng 100",
        "hơn 50%",
        "8.696 (ước)",
        "5 người",
        "12/10",
        "1/7",
        "1e3",
        "１２",
        "VIII",
        "O",
        "+5",
        "(5)",
    ],
)
def test_words_are_no_number(shown: str, kind: NumberKind) -> None:
    assert outcome(text(shown, kind)) == "value-not-a-number"


@pytest.mark.parametrize("kind", NumberKind)
@pytest.mark.parametrize("shown", ["120\n130", "120\t130", "120   130"])
def test_two_numbers_in_one_cell_are_none(shown: str, kind: NumberKind) -> None:
    assert outcome(text(shown, kind)) == "value-not-a-number"


def test_a_text_in_thousands_is_multiplied_and_its_dot_may_be_a_decimal_point() -> None:
    def in_thousands(shown: str) -> str:
        return outcome(read_number(Cell(1, 1, CellKind.TEXT, shown), COUNT, 1000))

    assert in_thousands("5,6") == "5600"
    assert in_thousands("200") == "200000"
    assert in_thousands("5.618") == "5618 or 5618000"


@pytest.mark.parametrize("kind", NumberKind)
@pytest.mark.parametrize("shown", ["NaN", "nan", "inf", "-Infinity", "∞"])
def test_what_is_not_finite_is_refused_as_that(shown: str, kind: NumberKind) -> None:
    assert outcome(text(shown, kind)) == "value-not-finite"
    assert outcome(read_number(Cell(1, 1, CellKind.ERROR, shown), kind)) == "value-not-finite"


@pytest.mark.parametrize("kind", NumberKind)
@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        (Cell(1, 1, CellKind.ERROR, "#REF!"), "value-is-error"),
        (Cell(1, 1, CellKind.ERROR, "#DIV/0!", formula=True), "value-is-error"),
        (Cell(1, 1, CellKind.DATE, "43000"), "value-is-date"),
        (Cell(1, 1, CellKind.BOOLEAN, "TRUE"), "value-is-boolean"),
        (Cell(1, 1, CellKind.NO_RESULT, "=C5/D5", formula=True), "formula-without-value"),
    ],
)
def test_a_cell_of_another_kind_is_refused_as_that(cell: Cell, fault: str, kind: NumberKind) -> None:
    assert outcome(read_number(cell, kind)) == fault


def test_an_empty_cell_holds_no_data() -> None:
    assert read_number(None, COUNT).missing


@pytest.mark.parametrize(
    ("stored", "percent", "kind", "read"),
    [
        ("700", False, COUNT, "700"),
        ("0", False, COUNT, "0"),
        ("700.5", False, COUNT, "value-not-whole"),
        ("-1", False, COUNT, "value-negative"),
        ("1000000000000000000", False, COUNT, "value-out-of-range"),
        ("0.9134", True, PERCENT, "91.34"),
        ("1", True, PERCENT, "100"),
        ("0.005", True, PERCENT, "0.5"),
        ("1.01", True, PERCENT, "value-out-of-range"),
        ("70", True, PERCENT, "value-out-of-range"),
        ("0.7", False, PERCENT, "0.7 or a fraction"),
        ("1", False, PERCENT, "1 or a fraction"),
        ("1.01", False, PERCENT, "1.01"),
        ("10.361", False, PERCENT, "10.361"),
        ("0", False, PERCENT, "0"),
        ("100.0001", False, PERCENT, "value-out-of-range"),
        ("-0.7", False, PERCENT, "value-negative"),
    ],
)
def test_a_number_is_read_by_its_format_and_column(
    stored: str, percent: bool, kind: NumberKind, read: str
) -> None:
    assert outcome(number(stored, kind, percent)) == read


def test_a_number_kept_as_text_is_told_from_a_number() -> None:
    assert text("700", COUNT).from_text
    assert text("10.361", PERCENT).from_text
    assert not number("700", COUNT).from_text


# The rules once more, as a search: choose a decimal and a thousands separator, and see what they make of a text.


def _plain_digits(part: str) -> bool:
    return part.isascii() and part.isdigit()


def _read_with(written: str, decimal: str, thousands: str, kind: NumberKind) -> Decimal | None:
    whole, _, rest = written.partition(decimal) if decimal else (written, "", "")
    if decimal and not (decimal in written and _plain_digits(rest)):
        return None
    if not thousands:
        return Decimal(f"{whole}.{rest or 0}") if _plain_digits(whole) else None
    first, *groups = whole.split(thousands)
    grouped = groups and len(first) in (1, 2, 3) and all(len(group) == 3 for group in groups)
    if not grouped or not all(_plain_digits(part) for part in (first, *groups)):
        return None
    if kind is COUNT and first.startswith("0"):
        return None  # no office groups the thousands of a number that begins with nought
    return Decimal(f"{''.join((first, *groups))}.{rest or 0}")


CONVENTIONS = [(d, t) for d, t in product(["", ",", "."], ["", ".", ",", " "]) if not d or d != t]


def every_reading(written: str, kind: NumberKind) -> set[Decimal]:
    found = {(d, t): _read_with(written, d, t, kind) for d, t in CONVENTIONS}
    if kind is COUNT and found["", "."] is not None:
        found[".", ""] = None  # a dot that can group thousands does, in a count
    readings = {reading for reading in found.values() if reading is not None}
    whole = {reading for reading in readings if reading % 1 == 0}
    return whole or readings if kind is COUNT else readings


def expected(shown: str, kind: NumberKind) -> Decimal | None:
    """The one number a text can stand for in a column of that kind, None where there are none or several."""
    written = shown.strip().removeprefix("-").strip()
    if kind is PERCENT:
        written = written.removesuffix("%").rstrip()
    readings = every_reading(written, kind)
    if len(readings) != 1:
        return None
    (reading,) = readings
    refused = shown.strip().startswith("-") and reading != 0
    most = LARGEST_COUNT if kind is COUNT else 100
    return None if refused or reading > most or (kind is COUNT and reading % 1) else reading


SHAPED = st.from_regex(r"-?\d{1,4}([., ]\d{1,4}){0,3}%?", fullmatch=True).map(
    lambda shown: "".join(c if c.isascii() else "7" for c in shown)
)


@given(
    SHAPED | st.text(alphabet="0123456789., -%x…", max_size=9) | st.text(max_size=6),
    st.sampled_from(NumberKind),
)
def test_a_text_gives_a_number_only_where_the_rules_leave_one(shown: str, kind: NumberKind) -> None:
    apart = re.search(r"\d\s{2,}\d|\d[\t\n\r\f\v]\d", shown)
    assert text(shown, kind).number == (None if apart else expected(" ".join(shown.split()), kind))


@given(st.text(alphabet="0123456789.,", min_size=3, max_size=9))
def test_three_digits_after_one_separator_are_always_asked_about_in_a_percentage(shown: str) -> None:
    separators = [c for c in shown if c in ".,"]
    if len(separators) == 1 and len(shown.rpartition(separators[0])[2]) == 3 and shown[0].isdigit():
        before = shown.partition(separators[0])[0]
        if len(before) <= 3:
            assert len(text(shown, PERCENT).readings) == 2


@given(st.integers(0, LARGEST_COUNT))
def test_a_count_written_the_vietnamese_way_reads_back(count: int) -> None:
    assert text(format_decimal(count, locale="vi_VN"), COUNT).number == count


@given(st.decimals(Decimal("1.0001"), 100, places=2) | st.decimals(Decimal("1.0001"), 100, places=4))
def test_a_percentage_written_the_vietnamese_way_reads_back(share: Decimal) -> None:
    places = -int(share.as_tuple().exponent)
    shown = format_decimal(share, "0." + "0" * places, locale="vi_VN", decimal_quantization=False)
    for written in (shown, f"{shown}%", f"{shown} %"):
        assert text(written, PERCENT).number == share
