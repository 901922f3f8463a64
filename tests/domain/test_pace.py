"""Pace: where a value stands on the straight lines from the base through each dated target in turn."""

from __future__ import annotations

from fractions import Fraction

import pytest
from builders import (
    EAST,
    NORTH,
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

from kpi.domain.pace import Pace, PaceState
from kpi.domain.period import Period

REFERRED = share(by_year(2025, ">=", 80), by_year(2030, ">=", 90))
STEPS = share(
    in_year(2017, ">", 70), in_year(2018, ">", 80), in_year(2019, ">", 90), from_year(2020, ">=", 100)
)


def paced(percents: dict[int, str | int], year: int, base_year: int | None = None) -> Pace:
    return judged(REFERRED, year, *shares(REFERRED, percents), base_year=base_year).pace


@pytest.mark.parametrize(
    ("actual", "state", "ratio"),
    [
        ("70", PaceState.ON_TRACK, "1"),
        ("75", PaceState.ON_TRACK, "1.5"),
        ("69.5", PaceState.ON_TRACK, "0.95"),
        ("69.49", PaceState.SLOW, "0.949"),
        ("66", PaceState.SLOW, "0.6"),
        ("65.99", PaceState.OFF_TRACK, "0.599"),
        ("60", PaceState.OFF_TRACK, "0"),
        ("59.99", PaceState.REVERSING, "-0.001"),
        ("0", PaceState.REVERSING, "-6"),
    ],
)
def test_the_edges_of_each_pace(actual: str, state: PaceState, ratio: str) -> None:
    found = paced({2021: 60, 2023: actual}, 2023)
    assert (found.state, found.ratio, found.path) == (state, Fraction(ratio), 70)


def test_the_path_runs_from_target_to_target_and_not_straight_to_the_last() -> None:
    paths = {
        year: judged(STEPS, year, *shares(STEPS, {2016: 60, year: 60}), base_year=2016).pace.path
        for year in (2017, 2018, 2019, 2020)
    }
    assert paths == {2017: 70, 2018: 80, 2019: 90, 2020: 100}


def test_between_two_targets_the_path_is_on_the_line_that_joins_them() -> None:
    assert paced({2021: 60, 2027: 84}, 2027).path == 84
    assert paced({2021: 60, 2025: 80}, 2025).path == 80
    assert paced({2020: 60, 2022: 60}, 2022).path == 68


def test_a_missed_target_may_be_on_track() -> None:
    found = judged(STEPS, 2018, *shares(STEPS, {2016: 60, 2018: 79}), base_year=2016)
    assert (found.compliance.value, found.pace.state, found.pace.ratio) == (
        "missed",
        PaceState.ON_TRACK,
        Fraction(95, 100),
    )


def test_after_the_last_target_there_is_no_pace() -> None:
    assert paced({2021: 60, 2030: 90}, 2030).state is PaceState.ON_TRACK
    assert paced({2021: 60, 2031: 95}, 2031).state is PaceState.NOT_APPLICABLE


def test_the_year_of_the_base_itself_has_no_pace() -> None:
    assert paced({2021: 60, 2023: 70}, 2021).state is PaceState.NOT_APPLICABLE


def test_a_period_before_the_base_year_has_no_pace() -> None:
    assert paced({2019: 50, 2020: 60}, 2019, base_year=2020).state is PaceState.NOT_APPLICABLE


def test_without_a_figure_there_is_no_pace() -> None:
    assert paced({2021: 60}, 2023).state is PaceState.NOT_APPLICABLE


def test_the_base_is_the_plans_base_year_though_an_earlier_figure_is_known() -> None:
    found = paced({2019: 10, 2020: 60, 2021: 50, 2023: 72}, 2023, base_year=2020)
    assert (found.base, found.path, found.ratio) == (Period(2020), 72, 1)


def test_without_the_base_year_the_first_figure_is_the_base_and_is_named() -> None:
    found = paced({2021: 60, 2022: 90, 2023: 70}, 2023, base_year=2020)
    assert (found.base, found.path) == (Period(2021), 70)


def test_a_base_on_the_year_of_a_target_starts_a_path_to_the_next() -> None:
    found = judged(STEPS, 2018, *shares(STEPS, {2017: 76, 2018: 79})).pace
    assert (found.base, found.path, found.ratio) == (Period(2017), 80, Fraction(3, 4))


def test_the_path_starts_from_the_base_itself_and_not_from_a_target_of_its_year() -> None:
    two = share(in_year(2017, ">", 70), in_year(2020, ">=", 100))
    assert judged(two, 2018, *shares(two, {2017: 76, 2018: 80})).pace.path == 84


def test_a_value_on_a_path_that_does_not_rise_is_on_track() -> None:
    assert paced({2021: 80, 2023: 80}, 2023).state is PaceState.ON_TRACK
    assert paced({2021: 90, 2023: 85}, 2023).state is PaceState.ON_TRACK


def test_a_value_below_a_path_that_does_not_rise_is_reversing() -> None:
    assert paced({2021: 80, 2023: "79.99"}, 2023).state is PaceState.REVERSING
    assert paced({2021: 90, 2023: "84.99"}, 2023).state is PaceState.REVERSING


def test_a_zero_base_is_a_base() -> None:
    found = paced({2021: 0, 2023: 20}, 2023)
    assert (found.state, found.ratio) == (PaceState.OFF_TRACK, Fraction(1, 2))


def test_a_base_that_is_no_percentage_gives_way_to_the_first_that_is() -> None:
    rows = observed(REFERRED, 2020, 0, 0), *shares(REFERRED, {2021: 60, 2023: 70})
    assert judged(REFERRED, 2023, *rows, base_year=2020).pace.base == Period(2021)


def test_an_incomplete_total_has_no_pace_and_is_no_base() -> None:
    partial = [observed(REFERRED, 2021, 1, 10, unit=unit) for unit in (EAST, WEST)]
    assert judged(REFERRED, 2021, *shares(REFERRED, {2020: 60}), *partial).pace.state is (
        PaceState.NOT_APPLICABLE
    )
    found = judged(REFERRED, 2024, *partial, *shares(REFERRED, {2023: 60, 2024: 71})).pace
    assert (found.base, found.path) == (Period(2023), 70)


def test_a_complete_total_has_a_pace() -> None:
    rows = [observed(REFERRED, 2023, 7, 10, unit=unit) for unit in (EAST, WEST, NORTH)]
    assert judged(REFERRED, 2023, *shares(REFERRED, {2021: 60}), *rows).pace.ratio == 1


def test_an_estimate_has_a_pace() -> None:
    rows = *shares(REFERRED, {2021: 60}), estimated(REFERRED, 2023, 70, 100)
    assert judged(REFERRED, 2023, *rows).pace.state is PaceState.ON_TRACK


def test_an_index_has_a_pace() -> None:
    satisfaction = index(by_year(2025, ">=", 85))
    rows = observed(satisfaction, 2020, value="65"), observed(satisfaction, 2023, value="77")
    assert judged(satisfaction, 2023, *rows, base_year=2020).pace.ratio == 1


def test_a_half_year_is_no_base() -> None:
    rows = observed(REFERRED, "2021-H1", 1, 100), *shares(REFERRED, {2023: 70})
    assert judged(REFERRED, 2023, *rows).pace.state is PaceState.NOT_APPLICABLE


def test_the_path_turns_at_the_revised_target_once_it_is_issued() -> None:
    revised = share(
        by_year(2025, ">=", 80, issued="2021-01-01"), by_year(2025, ">=", 100, issued="2024-01-01")
    )
    rows = shares(revised, {2021: 60, 2023: 70})
    assert judged(revised, 2023, *rows, as_of="2023-12-31").pace.path == 70
    assert judged(revised, 2023, *rows, as_of="2024-01-01").pace.path == 80


def test_without_a_target_with_a_figure_there_is_no_pace() -> None:
    bare = share()
    assert judged(bare, 2023, *shares(bare, {2021: 60, 2023: 70})).pace.state is PaceState.NOT_APPLICABLE
