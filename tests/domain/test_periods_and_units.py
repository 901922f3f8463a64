"""Periods as they are written, and which units exist and owe a report in them."""

from __future__ import annotations

import pytest
from builders import EAST, OFFICE, PROVINCE, WEST, day, district

from kpi.domain.period import Period
from kpi.domain.unit import UnitRegister


@pytest.mark.parametrize("text", ["2017", "2017-H1", "2017-H2", "2017-Q1", "2017-Q4"])
def test_a_period_is_written_as_it_is_read(text: str) -> None:
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "20170",
        "2017-",
        "2017-H3",
        "2017-Q0",
        "2017-Q5",
        "2017-h1",
        "2017 H1",
        "H1-2017",
        "1066",
        "9999",
    ],
)
def test_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="period"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-H1", "2017-01-01", "2017-06-30"),
        ("2017-H2", "2017-07-01", "2017-12-31"),
        ("2020-Q1", "2020-01-01", "2020-03-31"),
        ("2020-Q2", "2020-04-01", "2020-06-30"),
        ("2020-Q3", "2020-07-01", "2020-09-30"),
        ("2020-Q4", "2020-10-01", "2020-12-31"),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(text: str, first: str, last: str) -> None:
    period = Period.parse(text)
    assert (period.first_day, period.last_day) == (day(first), day(last))


def test_the_year_before_a_half_is_the_same_half() -> None:
    assert Period.parse("2018-H1").a_year_before() == Period.parse("2017-H1")


def test_a_unit_exists_on_its_first_and_on_its_last_day() -> None:
    unit = district("x", since="2015-04-11", until="2024-12-31")
    on = [unit.exists_on(day(d)) for d in ("2015-04-10", "2015-04-11", "2024-12-31", "2025-01-01")]
    assert on == [False, True, True, False]


@pytest.mark.parametrize(
    ("period", "may"),
    [("2015-Q1", False), ("2015-Q2", True), ("2015", True), ("2024", True), ("2025", False), ("2014", False)],
)
def test_a_unit_may_report_a_period_on_any_day_of_which_it_existed(period: str, may: bool) -> None:
    unit = district("x", since="2015-04-11", until="2024-12-31")
    assert unit.existed_within(Period.parse(period)) is may


def test_a_unit_that_existed_for_one_day_of_the_period_may_report_it() -> None:
    assert district("x", until="2024-01-01").existed_within(Period(2024))
    assert district("x", since="2024-12-31").existed_within(Period(2024))


def test_neither_the_province_nor_an_agency_is_owed_for_a_total() -> None:
    register = UnitRegister.of([PROVINCE, OFFICE, EAST, WEST])
    assert register.expected_to_report("tinh", Period(2017)) == [EAST, WEST]


def test_nobody_is_owed_before_the_first_unit_was_founded() -> None:
    register = UnitRegister.of([PROVINCE, district("x", since="2015-04-11")])
    assert register.expected_to_report("tinh", Period(2014)) == []


def test_a_province_comes_before_its_units() -> None:
    register = UnitRegister.of([EAST, OFFICE, PROVINCE])
    assert register.of_province("tinh") == [PROVINCE, EAST, OFFICE]
