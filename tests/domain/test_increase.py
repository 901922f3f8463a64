"""«Tăng»: strictly more than the base year, else than the first earlier figure."""

from __future__ import annotations

from fractions import Fraction

from builders import EAST, WEST, estimated, increase_by, judged, observed, share, shares

from kpi.domain.evaluation import Compliance
from kpi.domain.measure import Reason
from kpi.domain.outlook import OutlookState
from kpi.domain.pace import PaceState
from kpi.domain.period import Period

SUPPORT = share(increase_by(2025, 2020), increase_by(2030, 2025))


def test_an_equal_share_is_no_increase() -> None:
    found = judged(SUPPORT, 2025, observed(SUPPORT, 2020, 120, 3000), observed(SUPPORT, 2025, 128, 3200))
    assert found.compliance is Compliance.MISSED
    assert (found.verdict.gap_points, found.verdict.gap_units) == (0, 1)


def test_one_person_more_is_an_increase() -> None:
    found = judged(SUPPORT, 2025, observed(SUPPORT, 2020, 120, 3000), observed(SUPPORT, 2025, 129, 3200))
    assert found.compliance is Compliance.MET
    assert found.verdict.gap_points == Fraction(12900, 3200) - 4
    assert found.verdict.gap_units == 0


def test_more_people_may_be_a_smaller_share() -> None:
    found = judged(SUPPORT, 2025, observed(SUPPORT, 2020, 120, 3000), observed(SUPPORT, 2025, 130, 3300))
    assert (found.compliance, found.verdict.gap_units) == (Compliance.MISSED, 3)


def test_the_base_year_counts_and_not_the_years_around_it() -> None:
    rows = shares(SUPPORT, {2018: 90, 2020: 4, 2024: 50, 2025: 5})
    found = judged(SUPPORT, 2025, *rows)
    assert found.compliance is Compliance.MET
    assert found.verdict.base is not None
    assert found.verdict.base.period == Period(2020)


def test_without_the_base_year_the_first_earlier_figure_is_the_base_and_is_named() -> None:
    rows = shares(SUPPORT, {2022: 6, 2023: 4, 2025: 5})
    found = judged(SUPPORT, 2025, *rows)
    assert found.compliance is Compliance.MISSED
    assert found.verdict.base is not None
    assert found.verdict.base.period == Period(2022)


def test_a_later_figure_is_never_a_base() -> None:
    found = judged(SUPPORT, 2025, *shares(SUPPORT, {2025: 5, 2026: 4}))
    assert (found.compliance, found.verdict.reason) == (Compliance.NOT_ASSESSABLE, Reason.NO_BASE)
    assert (found.verdict.gap_points, found.verdict.gap_units) == (None, None)


def test_a_half_year_is_never_the_base_of_a_year() -> None:
    rows = observed(SUPPORT, "2021-H1", 1, 100), *shares(SUPPORT, {2025: 5})
    assert judged(SUPPORT, 2025, *rows).verdict.reason is Reason.NO_BASE


def test_an_increase_due_in_2030_is_on_2025_again() -> None:
    rows = shares(SUPPORT, {2020: 4, 2025: 8, 2030: 6})
    assert judged(SUPPORT, 2025, *rows).compliance is Compliance.MET
    assert judged(SUPPORT, 2030, *rows).compliance is Compliance.MISSED


def test_an_increase_stays_due_between_its_year_and_the_next() -> None:
    rows = shares(SUPPORT, {2020: 4, 2025: 8, 2027: 5})
    found = judged(SUPPORT, 2027, *rows)
    assert found.compliance is Compliance.MET
    assert found.verdict.base is not None
    assert found.verdict.base.period == Period(2020)


def test_an_incomplete_total_is_no_base() -> None:
    base = [observed(SUPPORT, 2020, 4, 100, unit=unit) for unit in (EAST, WEST)]
    found = judged(SUPPORT, 2025, *base, *shares(SUPPORT, {2025: 5}))
    assert found.verdict.reason is Reason.INCOMPLETE_COVERAGE


def test_a_base_of_nought_of_nought_gives_no_verdict() -> None:
    found = judged(SUPPORT, 2025, observed(SUPPORT, 2020, 0, 0), *shares(SUPPORT, {2025: 5}))
    assert (found.compliance, found.verdict.reason) == (Compliance.NOT_ASSESSABLE, Reason.ZERO_DENOMINATOR)


def test_an_increase_on_an_estimated_base_is_judged() -> None:
    rows = estimated(SUPPORT, 2020, 4, 100), *shares(SUPPORT, {2025: 5})
    assert judged(SUPPORT, 2025, *rows).compliance is Compliance.MET


def test_an_increase_has_no_pace_and_no_outlook() -> None:
    rows = shares(SUPPORT, {2020: 4, 2021: 5, 2022: 6, 2023: 7})
    found = judged(SUPPORT, 2023, *rows, base_year=2020)
    assert found.pace.state is PaceState.NOT_APPLICABLE
    assert found.outlook.state is OutlookState.UNKNOWN


def test_an_increase_on_an_estimated_base_is_never_final() -> None:
    rows = estimated(SUPPORT, 2020, 4, 100), *shares(SUPPORT, {2025: 5})
    assert not judged(SUPPORT, 2025, *rows, closed=[2025]).final


def test_an_increase_on_an_official_base_is_final_in_a_closed_period() -> None:
    assert judged(SUPPORT, 2025, *shares(SUPPORT, {2020: 4, 2025: 5}), closed=[2025]).final


def test_a_base_of_all_is_missed_and_no_number_of_people_would_help() -> None:
    found = judged(SUPPORT, 2025, *shares(SUPPORT, {2020: 100, 2025: 100}))
    assert (found.compliance, found.verdict.gap_units) == (Compliance.MISSED, None)
