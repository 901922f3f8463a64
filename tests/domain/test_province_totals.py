"""The province as the sum of its units: what is added, what must be there, and whose word stands."""

from __future__ import annotations

from fractions import Fraction

import pytest
from builders import (
    EAST,
    NORTH,
    OFFICE,
    PROVINCE,
    WEST,
    district,
    estimated,
    from_year,
    judged,
    observed,
    share,
)

from kpi.domain.evaluation import Compliance
from kpi.domain.measure import Reason
from kpi.domain.observation import Observation, Stage
from kpi.domain.unit import Level, ReportingUnit

INDICATOR = share(from_year(2017, ">", 50))


def report(unit: ReportingUnit, numerator: int, denominator: int, period: int | str = 2017) -> Observation:
    return observed(INDICATOR, period, numerator, denominator, unit=unit)


COMPLETE = report(EAST, 9, 10), report(WEST, 10, 90), report(NORTH, 81, 100)


def test_a_province_is_the_sum_of_its_units_and_never_the_mean_of_their_percentages() -> None:
    found = judged(INDICATOR, 2017, *COMPLETE)
    assert found.actual == 50
    assert found.compliance is Compliance.MISSED
    assert found.verdict.gap_units == 1
    assert found.figure is not None
    assert (found.figure.numerator, found.figure.denominator) == (100, 200)


def test_a_total_is_marked_derived_and_says_its_coverage() -> None:
    found = judged(INDICATOR, 2017, *COMPLETE)
    assert found.figure is not None
    assert found.figure.derived
    assert str(found.coverage) == "3/3"


def test_a_total_that_lacks_a_unit_gives_no_verdict_and_names_the_unit() -> None:
    found = judged(INDICATOR, 2017, *COMPLETE[:2])
    assert found.compliance is Compliance.NOT_ASSESSABLE
    assert found.verdict.reason is Reason.INCOMPLETE_COVERAGE
    assert (found.actual, found.verdict.gap_points, found.verdict.gap_units) == (None, None, None)
    assert found.coverage is not None
    assert (str(found.coverage), found.coverage.missing) == ("2/3", ("bac",))


def test_without_any_report_there_is_no_data_rather_than_an_incomplete_total() -> None:
    assert judged(INDICATOR, 2017).compliance is Compliance.NO_DATA


def test_the_provinces_own_figure_stands_against_the_sum_of_its_units() -> None:
    found = judged(INDICATOR, 2017, *COMPLETE, report(PROVINCE, 151, 300))
    assert found.actual == Fraction(15_100, 300)
    assert found.compliance is Compliance.MET
    assert found.figure is not None
    assert (found.figure.derived, found.coverage) == (False, None)


def test_the_provinces_own_estimate_stands_against_official_units() -> None:
    own = estimated(INDICATOR, 2017, 1, 100)
    found = judged(INDICATOR, 2017, *COMPLETE, own, closed=[2017])
    assert (found.stage, found.actual, found.final) == (Stage.ESTIMATE, 1, False)


def test_the_provinces_own_figure_of_another_year_leaves_the_sum_in_place() -> None:
    found = judged(INDICATOR, 2017, *COMPLETE, report(PROVINCE, 1, 2, period=2018))
    assert (found.actual, str(found.coverage)) == (50, "3/3")


def test_an_agency_adds_to_the_sum_and_not_to_the_coverage() -> None:
    found = judged(INDICATOR, 2017, *COMPLETE, report(OFFICE, 1, 1))
    assert found.actual == Fraction(10_100, 201)
    assert (found.compliance, str(found.coverage)) == (Compliance.MET, "3/3")


def test_an_agency_never_stands_in_for_a_missing_district() -> None:
    found = judged(INDICATOR, 2017, *COMPLETE[:2], report(OFFICE, 500, 500))
    assert (found.verdict.reason, str(found.coverage)) == (Reason.INCOMPLETE_COVERAGE, "2/3")


def test_a_total_does_not_need_the_agency() -> None:
    assert judged(INDICATOR, 2017, *COMPLETE).compliance is Compliance.MISSED


def test_one_estimate_makes_the_total_an_estimate() -> None:
    rows = *COMPLETE[:2], estimated(INDICATOR, 2017, 81, 100, unit=NORTH)
    found = judged(INDICATOR, 2017, *rows, closed=[2017])
    assert (found.stage, found.final) == (Stage.ESTIMATE, False)


def test_a_total_of_official_figures_of_a_closed_period_is_final() -> None:
    found = judged(INDICATOR, 2017, *COMPLETE, closed=[2017])
    assert (found.stage, found.final) == (Stage.OFFICIAL, True)


def test_a_percentage_without_counts_cannot_be_added() -> None:
    rows = *COMPLETE[:2], observed(INDICATOR, 2017, unit=NORTH, value="81")
    found = judged(INDICATOR, 2017, *rows)
    assert (found.verdict.reason, str(found.coverage)) == (Reason.INCOMPLETE_COVERAGE, "2/3")


def test_a_complete_total_of_nothing_is_a_zero_denominator() -> None:
    rows = [report(unit, 0, 0) for unit in (EAST, WEST, NORTH)]
    assert judged(INDICATOR, 2017, *rows).verdict.reason is Reason.ZERO_DENOMINATOR


def test_what_only_the_province_reports_is_never_summed() -> None:
    staff = share(from_year(2017, ">=", 100), levels=[Level.PROVINCE])
    rows = [observed(staff, 2017, 5, 5, unit=unit) for unit in (EAST, WEST, NORTH)]
    assert judged(staff, 2017, *rows).compliance is Compliance.NO_DATA


def test_a_district_figure_is_held_against_the_provinces_target_and_says_so() -> None:
    found = judged(INDICATOR, 2017, *COMPLETE, unit=EAST)
    assert (found.compliance, found.actual, found.coverage) == (Compliance.MET, 90, None)
    assert found.against_province_target
    assert not judged(INDICATOR, 2017, *COMPLETE).against_province_target


def test_a_unit_of_another_province_is_left_out() -> None:
    stranger = ReportingUnit("khac", "Huyện khác", Level.DISTRICT, "tinh-khac")
    units = PROVINCE, EAST, WEST, NORTH, stranger
    found = judged(INDICATOR, 2017, *COMPLETE, report(stranger, 500, 500), units=units)
    assert (found.actual, str(found.coverage)) == (50, "3/3")


CITY, RESORT = district("vinh"), district("cua-lo", until="2024-11-30")
MERGED = PROVINCE, CITY, RESORT


def test_a_unit_merged_within_the_year_is_not_missed_from_its_total() -> None:
    found = judged(INDICATOR, 2024, report(CITY, 60, 100, 2024), units=MERGED)
    assert (str(found.coverage), found.compliance) == ("1/1", Compliance.MET)


def test_a_unit_merged_within_the_year_is_owed_for_the_year_before() -> None:
    found = judged(INDICATOR, 2023, report(CITY, 60, 100, 2023), units=MERGED)
    assert (str(found.coverage), found.verdict.reason) == ("1/2", Reason.INCOMPLETE_COVERAGE)


def test_a_unit_merged_within_the_year_is_still_owed_for_the_first_half() -> None:
    first_half = judged(INDICATOR, "2024-H1", report(CITY, 60, 100, "2024-H1"), units=MERGED)
    third_quarter = judged(INDICATOR, "2024-Q3", report(CITY, 60, 100, "2024-Q3"), units=MERGED)
    fourth_quarter = judged(INDICATOR, "2024-Q4", report(CITY, 60, 100, "2024-Q4"), units=MERGED)
    coverages = [str(found.coverage) for found in (first_half, third_quarter, fourth_quarter)]
    assert coverages == ["1/2", "1/2", "1/1"]


def test_the_merged_unit_never_stands_in_for_the_one_it_joined() -> None:
    found = judged(INDICATOR, 2024, report(RESORT, 60, 100, 2024), units=MERGED)
    assert (str(found.coverage), found.verdict.reason) == ("0/1", Reason.INCOMPLETE_COVERAGE)


def test_a_unit_founded_within_the_year_is_owed_for_it_and_not_for_the_year_before() -> None:
    units = PROVINCE, EAST, district("moi", since="2015-04-11")
    before, after = (
        judged(INDICATOR, year, report(EAST, 60, 100, year), units=units) for year in (2014, 2015)
    )
    assert (str(before.coverage), str(after.coverage)) == ("1/1", "1/2")


LEVEL_ENDED = PROVINCE, OFFICE, *(district(name, until="2025-06-30") for name in ("dong", "tay"))


@pytest.mark.parametrize("period", ["2025", "2025-H1", "2025-Q2", "2025-Q1"])
def test_where_the_level_ended_within_the_period_its_last_day_counts(period: str) -> None:
    found = judged(INDICATOR, period, report(EAST, 60, 100, period), units=LEVEL_ENDED)
    assert str(found.coverage) == "1/2"


def test_a_unit_merged_before_the_level_ended_is_not_owed_for_that_year() -> None:
    units = *LEVEL_ENDED, district("loc-ha", until="2025-03-31")
    rows = report(EAST, 60, 100, 2025), report(WEST, 60, 100, 2025)
    assert str(judged(INDICATOR, 2025, *rows, units=units).coverage) == "2/2"


@pytest.mark.parametrize("period", ["2025-H2", "2026"])
def test_after_the_level_ended_no_total_can_be_built(period: str) -> None:
    found = judged(INDICATOR, period, report(OFFICE, 60, 100, period), units=LEVEL_ENDED)
    assert found.compliance is Compliance.NOT_ASSESSABLE
    assert found.actual is None


def test_after_the_level_ended_the_provinces_own_figure_is_judged() -> None:
    found = judged(INDICATOR, 2026, report(PROVINCE, 60, 100, 2026), units=LEVEL_ENDED)
    assert found.compliance is Compliance.MET
