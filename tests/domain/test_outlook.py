"""Outlook: the least-squares line through the last official years, carried to the next dated target."""

from __future__ import annotations

from fractions import Fraction

import pytest
from builders import (
    EAST,
    WEST,
    by_year,
    estimated,
    from_year,
    in_year,
    index,
    judged,
    observed,
    share,
    shares,
)

from kpi.domain.exact import Points
from kpi.domain.observation import Observation
from kpi.domain.outlook import Outlook, OutlookState, line_through
from kpi.domain.period import Period

REFERRED = share(by_year(2025, ">=", 80), by_year(2030, ">=", 90))


def projected(percents: dict[int, str | int], year: int, *more: Observation) -> Outlook:
    return judged(REFERRED, year, *shares(REFERRED, percents), *more).outlook


@pytest.mark.parametrize("percents", [{}, {2023: 70}, {2022: 60, 2023: 70}])
def test_fewer_than_three_years_give_no_outlook(percents: dict[int, str | int]) -> None:
    assert projected(percents, 2023) == Outlook(OutlookState.UNKNOWN, None, None)


def test_three_years_on_a_line_are_carried_to_the_year_of_the_target() -> None:
    found = projected({2021: 60, 2022: 66, 2023: 72}, 2023)
    assert found == Outlook(OutlookState.WILL_MEET, Fraction(84), Period(2025))


def test_a_slower_line_will_miss() -> None:
    found = projected({2021: 60, 2022: 62, 2023: 64}, 2023)
    assert found == Outlook(OutlookState.WILL_MISS, Fraction(68), Period(2025))


def test_years_need_not_follow_each_other() -> None:
    assert projected({2018: 60, 2020: 64, 2023: 70}, 2023).projected == 74


def test_the_line_is_the_one_of_least_squares() -> None:
    # x̄ = 2022, ȳ = 64, slope = (−1·−4 + 1·2) / 2 = 3
    assert projected({2021: 60, 2022: 66, 2023: 66}, 2023).projected == 64 + 3 * 3


def test_the_last_five_years_count_and_the_sixth_does_not() -> None:
    five = {2019: 60, 2020: 62, 2021: 64, 2022: 66, 2023: 68}
    assert projected(five, 2023).projected == 72
    assert projected({2018: 0, **five}, 2023).projected == 72
    assert projected({2019: 0, 2020: 62, 2021: 64, 2022: 66, 2023: 68}, 2023).projected != 72


def test_years_after_the_period_looked_at_are_not_known_yet() -> None:
    found = projected({2020: 60, 2021: 62, 2022: 64, 2023: 0, 2024: 0}, 2022)
    assert found.projected == 70


def test_an_estimate_is_no_point_of_the_line() -> None:
    rows = shares(REFERRED, {2021: 60, 2022: 62})
    assert judged(REFERRED, 2023, *rows, estimated(REFERRED, 2023, 64, 100)).outlook.state is (
        OutlookState.UNKNOWN
    )


def test_half_years_are_no_points_of_the_line() -> None:
    half = observed(REFERRED, "2023-H1", 1, 100)
    assert projected({2021: 60, 2022: 62, 2023: 64}, 2023, half).projected == 68


def test_an_incomplete_total_is_no_point_of_the_line() -> None:
    partial = [observed(REFERRED, 2023, 1, 100, unit=unit) for unit in (EAST, WEST)]
    assert projected({2021: 60, 2022: 62}, 2023, *partial).state is OutlookState.UNKNOWN


def test_the_projection_never_leaves_nought_to_a_hundred() -> None:
    assert projected({2021: 80, 2022: 90, 2023: 99}, 2023).projected == 100
    assert projected({2021: 20, 2022: 10, 2023: 1}, 2023) == Outlook(
        OutlookState.WILL_MISS, Fraction(0), Period(2025)
    )


def test_a_projection_clipped_to_a_hundred_meets_a_target_of_all() -> None:
    everyone = share(by_year(2025, ">=", 100))
    found = judged(everyone, 2023, *shares(everyone, {2021: 80, 2022: 90, 2023: 99})).outlook
    assert found.state is OutlookState.WILL_MEET


def test_a_projection_exactly_on_a_strict_target_will_miss() -> None:
    strict, bare = share(in_year(2019, ">", 90)), share(in_year(2019, ">=", 90))
    rows = {2016: 60, 2017: 70, 2018: 80}
    assert judged(strict, 2018, *shares(strict, rows)).outlook.state is OutlookState.WILL_MISS
    assert judged(bare, 2018, *shares(bare, rows)).outlook.state is OutlookState.WILL_MEET


def test_the_next_target_after_the_period_is_aimed_at_even_in_a_due_year() -> None:
    found = projected({2023: 76, 2024: 78, 2025: 80}, 2025)
    assert (found.period, found.projected) == (Period(2030), 90)


def test_after_the_last_target_there_is_nothing_to_aim_at() -> None:
    steps = share(in_year(2019, ">", 90), from_year(2020, ">=", 100))
    rows = shares(steps, {2018: 80, 2019: 85, 2020: 90, 2021: 95})
    assert judged(steps, 2019, *rows).outlook.state is OutlookState.UNKNOWN
    assert judged(steps, 2021, *rows).outlook.state is OutlookState.UNKNOWN


def test_an_index_has_an_outlook() -> None:
    satisfaction = index(by_year(2025, ">=", 85))
    rows = [observed(satisfaction, y, value=v) for y, v in [(2021, "80"), (2022, "81.5"), (2023, "83")]]
    assert judged(satisfaction, 2023, *rows).outlook.projected == 86


def test_a_revised_target_is_aimed_at_only_once_it_is_issued() -> None:
    revised = share(
        by_year(2025, ">=", 60, issued="2021-01-01"), by_year(2025, ">=", 70, issued="2024-01-01")
    )
    rows = shares(revised, {2021: 60, 2022: 62, 2023: 64})
    assert judged(revised, 2023, *rows, as_of="2023-12-31").outlook.state is OutlookState.WILL_MEET
    assert judged(revised, 2023, *rows, as_of="2024-01-01").outlook.state is OutlookState.WILL_MISS


def test_the_line_stays_exact_where_binary_fractions_would_not() -> None:
    third = Fraction(100, 3)
    points = Points.of([(2021, third), (2022, 2 * third), (2023, third)])
    assert line_through(points, 2025) == Fraction(400, 9)


def test_a_half_year_has_no_outlook() -> None:
    rows = shares(REFERRED, {2021: 60, 2022: 62, 2023: 64})
    half = observed(REFERRED, "2023-H1", 63, 100)
    assert judged(REFERRED, "2023-H1", *rows, half).outlook.state is OutlookState.UNKNOWN
