"""A figure against the target in force: met or missed, exactly, and how much is missing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from builders import by_year, from_year, in_year, index, judged, observed, share

from kpi.domain.evaluation import Compliance
from kpi.domain.measure import Reason

ABOVE_70 = share(in_year(2017, ">", 70))
AT_LEAST_80 = share(in_year(2017, ">=", 80))
ALL = share(in_year(2017, ">=", 100))


def test_seventy_percent_exactly_does_not_meet_above_seventy() -> None:
    found = judged(ABOVE_70, 2017, observed(ABOVE_70, 2017, 700, 1000))
    assert found.compliance is Compliance.MISSED
    assert found.actual == 70
    assert found.verdict.gap_points == 0
    assert found.verdict.gap_units == 1


def test_eighty_percent_exactly_meets_at_least_eighty() -> None:
    found = judged(AT_LEAST_80, 2017, observed(AT_LEAST_80, 2017, 800, 1000))
    assert (found.compliance, found.verdict.gap_points, found.verdict.gap_units) == (Compliance.MET, 0, 0)


@pytest.mark.parametrize(
    ("demand", "numerator", "denominator", "met", "missing"),
    [
        ((">", 70), 70, 100, False, 1),
        ((">", 70), 71, 100, True, 0),
        ((">", 70), 6996, 10_000, False, 5),
        ((">", 70), 7000, 10_000, False, 1),
        ((">", 70), 7001, 10_000, True, 0),
        ((">", 70), 8696, 14_061, False, 1147),
        ((">", 80), 8696, 14_061, False, 2553),
        ((">", 90), 8696, 14_061, False, 3959),
        ((">=", 100), 8696, 14_061, False, 5365),
        ((">=", 100), 9996, 10_000, False, 4),
        ((">=", 100), 1000, 1000, True, 0),
        ((">=", 80), 799, 999, False, 1),
        ((">=", 60), 480, 800, True, 0),
        ((">=", 60), 479, 800, False, 1),
        ((">", 70), 0, 1, False, 1),
        ((">=", "33.3"), 333, 1000, True, 0),
        ((">=", "33.3"), 332, 1000, False, 1),
    ],
)
def test_the_fewest_still_missing_are_counted_in_whole_units(
    demand: tuple[str, str | int], numerator: int, denominator: int, met: bool, missing: int
) -> None:
    indicator = share(in_year(2017, *demand))
    found = judged(indicator, 2017, observed(indicator, 2017, numerator, denominator))
    assert (found.compliance is Compliance.MET) is met
    assert found.verdict.gap_units == missing


def test_the_gap_is_actual_less_target_in_exact_percentage_points() -> None:
    found = judged(ABOVE_70, 2017, observed(ABOVE_70, 2017, 8696, 14_061))
    assert found.verdict.gap_points == Fraction(869_600, 14_061) - 70


def test_a_figure_that_rounds_to_the_target_still_misses_it() -> None:
    found = judged(ABOVE_70, 2017, observed(ABOVE_70, 2017, 69_999_999_999_999_999_999, 10**20))
    assert found.compliance is Compliance.MISSED
    assert found.verdict.gap_units == 2


def test_one_employer_in_a_hundred_quintillion_decides() -> None:
    found = judged(ABOVE_70, 2017, observed(ABOVE_70, 2017, 7 * 10**19 + 1, 10**20))
    assert found.compliance is Compliance.MET


def test_a_hundred_percent_is_met_and_leaves_nothing_over() -> None:
    found = judged(ALL, 2017, observed(ALL, 2017, 3360, 3360))
    assert (found.compliance, found.verdict.gap_points, found.verdict.gap_units) == (Compliance.MET, 0, 0)


def test_one_short_of_all_is_missed() -> None:
    found = judged(ALL, 2017, observed(ALL, 2017, 3359, 3360))
    assert (found.compliance, found.verdict.gap_units) == (Compliance.MISSED, 1)


def test_nought_of_nought_is_no_percentage() -> None:
    found = judged(ABOVE_70, 2017, observed(ABOVE_70, 2017, 0, 0))
    assert found.compliance is Compliance.NOT_ASSESSABLE
    assert found.verdict.reason is Reason.ZERO_DENOMINATOR
    assert (found.actual, found.verdict.gap_points, found.verdict.gap_units) == (None, None, None)


def test_a_numerator_without_its_denominator_is_no_percentage() -> None:
    found = judged(ABOVE_70, 2017, observed(ABOVE_70, 2017, 700))
    assert (found.compliance, found.actual) == (Compliance.NOT_ASSESSABLE, None)


def test_a_nought_that_was_reported_is_judged() -> None:
    found = judged(ABOVE_70, 2017, observed(ABOVE_70, 2017, 0, 1000))
    assert (found.compliance, found.verdict.gap_units) == (Compliance.MISSED, 701)


def test_a_missing_row_is_never_a_zero() -> None:
    found = judged(ABOVE_70, 2017, observed(ABOVE_70, 2016, 650, 1000))
    assert found.compliance is Compliance.NO_DATA
    assert (found.figure, found.actual, found.stage, found.coverage) == (None, None, None, None)
    assert (found.verdict.gap_points, found.verdict.gap_units, found.final) == (None, None, False)


def test_a_figure_with_nothing_in_force_is_not_assessable() -> None:
    found = judged(ABOVE_70, 2016, observed(ABOVE_70, 2016, 650, 1000))
    assert (found.compliance, found.verdict.reason) == (Compliance.NOT_ASSESSABLE, Reason.NO_TARGET)
    assert (found.target, found.verdict.gap_points, found.verdict.gap_units) == (None, None, None)


def test_an_index_is_judged_on_its_value_alone_and_misses_no_people() -> None:
    satisfaction = index(by_year(2025, ">=", 85))
    found = judged(satisfaction, 2025, observed(satisfaction, 2025, value="84.99"))
    assert found.compliance is Compliance.MISSED
    assert found.verdict.gap_points == Fraction(-1, 100)
    assert found.verdict.gap_units is None


def test_a_share_known_only_in_percent_is_judged_without_counting_what_is_missing() -> None:
    found = judged(ABOVE_70, 2017, observed(ABOVE_70, 2017, value="70.01"))
    assert (found.compliance, found.verdict.gap_units) == (Compliance.MET, None)


def test_met_one_year_and_missed_the_next_stand_side_by_side() -> None:
    indicator = share(from_year(2017, ">=", 80))
    rows = [observed(indicator, 2017, 81, 100), observed(indicator, 2018, 79, 100)]
    verdicts = [judged(indicator, year, *rows).compliance for year in (2017, 2018)]
    assert verdicts == [Compliance.MET, Compliance.MISSED]
