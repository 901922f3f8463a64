"""For whom and for which periods a plan is evaluated."""

from __future__ import annotations

from builders import (
    EAST,
    NORTH,
    OFFICE,
    PROVINCE,
    WEST,
    by_year,
    district,
    evaluator,
    from_year,
    observed,
    share,
)

from kpi.domain.evaluation import Compliance
from kpi.domain.period import Period
from kpi.domain.unit import Level

INDICATOR = share(from_year(2017, ">", 70))
STAFF = share(by_year(2025, ">=", 100), levels=[Level.PROVINCE])


def test_the_province_comes_first_and_every_district_that_owes_a_report_follows() -> None:
    found = list(evaluator(INDICATOR).evaluate_period(Period(2017)))
    assert [e.unit for e in found] == [PROVINCE, EAST, WEST, NORTH]
    assert {e.compliance for e in found} == {Compliance.NO_DATA}


def test_an_agency_is_judged_where_it_reported() -> None:
    court = evaluator(INDICATOR, [observed(INDICATOR, 2017, 8, 10, unit=OFFICE)])
    by_unit = {e.unit: e.compliance for e in court.evaluate_period(Period(2017))}
    assert by_unit[OFFICE] is Compliance.MET
    assert OFFICE not in court.units_for(INDICATOR, Period(2018))


def test_districts_owe_nothing_of_what_only_the_province_reports() -> None:
    assert [e.unit for e in evaluator(STAFF).evaluate_period(Period(2025))] == [PROVINCE]


def test_a_unit_that_no_longer_exists_is_not_missed() -> None:
    gone = district("cu", until="2016-12-31")
    court = evaluator(INDICATOR, units=[PROVINCE, EAST, gone])
    assert court.units_for(INDICATOR, Period(2017)) == [PROVINCE, EAST]
    assert court.units_for(INDICATOR, Period(2016)) == [PROVINCE, EAST, gone]


def test_a_unit_merged_within_the_year_is_shown_where_it_reported() -> None:
    merged = district("cua-lo", until="2024-11-30")
    rows = [observed(INDICATOR, 2024, 8, 10, unit=merged)]
    court = evaluator(INDICATOR, rows, units=[PROVINCE, EAST, merged])
    assert court.units_for(INDICATOR, Period(2024)) == [PROVINCE, EAST, merged]
    assert evaluator(INDICATOR, units=[PROVINCE, EAST, merged]).units_for(INDICATOR, Period(2024)) == [
        PROVINCE,
        EAST,
    ]


def test_one_unit_alone_may_be_asked_for() -> None:
    found = list(evaluator(INDICATOR).evaluate_period(Period(2017), "tay"))
    assert [e.unit for e in found] == [WEST]


def test_periods_run_from_the_plans_first_year_to_the_day_asked_about() -> None:
    rows = [observed(INDICATOR, "2018-H1", 1, 2), observed(INDICATOR, 2015, 1, 2)]
    court = evaluator(INDICATOR, rows, as_of="2019-02-01", first_year=2017)
    assert [str(p) for p in court.periods()] == ["2015", "2017", "2018", "2018-H1", "2019"]
