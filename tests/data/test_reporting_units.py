"""The shipped reporting units: how many districts there were on which day, and what became of each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kpi.domain.period import Period
from kpi.domain.unit import Level, ReportingUnit
from kpi.registry.definitions import load_definitions

UNITS = load_definitions().units
DISTRICTS = [unit for unit in UNITS.values() if unit.level is Level.DISTRICT]


def on(province: str, day: str) -> list[ReportingUnit]:
    when = date.fromisoformat(day)
    return [u for u in UNITS.of_province(province) if u.level is Level.DISTRICT and u.exists_on(when)]


@pytest.mark.parametrize(
    ("province", "day", "count"),
    [
        ("ha-tinh", "2015-04-10", 12),
        ("ha-tinh", "2015-04-11", 13),
        ("ha-tinh", "2024-12-31", 13),
        ("ha-tinh", "2025-01-01", 12),
        ("ha-tinh", "2025-06-30", 12),
        ("ha-tinh", "2025-07-01", 0),
        ("nghe-an", "2013-04-03", 20),
        ("nghe-an", "2013-04-04", 21),
        ("nghe-an", "2024-11-30", 21),
        ("nghe-an", "2024-12-01", 20),
        ("nghe-an", "2025-06-30", 20),
        ("nghe-an", "2025-07-01", 0),
        ("quang-ngai", "2013-05-27", 14),
        ("quang-ngai", "2020-01-31", 14),
        ("quang-ngai", "2020-02-01", 13),
        ("quang-ngai", "2025-06-30", 13),
        ("quang-ngai", "2025-07-01", 0),
    ],
)
def test_as_many_districts_as_there_were_on_the_day(province: str, day: str, count: int) -> None:
    assert len(on(province, day)) == count


@pytest.mark.parametrize(
    ("province", "period", "count"),
    [
        ("ha-tinh", "2017", 13),
        ("ha-tinh", "2024", 13),
        ("ha-tinh", "2025", 12),
        ("ha-tinh", "2025-H2", 0),
        ("ha-tinh", "2026", 0),
        ("nghe-an", "2023", 21),
        ("nghe-an", "2024-Q3", 21),
        ("nghe-an", "2024", 20),
        ("nghe-an", "2025", 20),
        ("quang-ngai", "2019", 14),
        ("quang-ngai", "2020", 13),
    ],
)
def test_a_total_must_cover_the_districts_of_its_last_day(province: str, period: str, count: int) -> None:
    assert len(UNITS.expected_to_report(province, Period.parse(period))) == count


def test_cua_lo_may_report_2024_and_is_not_owed_for_it() -> None:
    resort = UNITS["thi-xa-cua-lo"]
    assert resort.existed_within(Period(2024))
    assert not resort.existed_within(Period(2025))
    assert resort not in UNITS.expected_to_report("nghe-an", Period(2024))
    assert resort in UNITS.expected_to_report("nghe-an", Period(2023))


@pytest.mark.parametrize(
    ("unit", "successors"),
    [
        ("huyen-loc-ha", {"huyen-thach-ha", "thanh-pho-ha-tinh"}),
        ("thi-xa-cua-lo", {"thanh-pho-vinh"}),
        ("huyen-tay-tra", {"huyen-tra-bong"}),
        ("huyen-duc-pho", {"thi-xa-duc-pho"}),
    ],
)
def test_a_unit_that_was_merged_names_its_successors(unit: str, successors: set[str]) -> None:
    assert set(UNITS[unit].successors) == successors


def test_every_successor_exists_on_the_day_after() -> None:
    for unit in UNITS.values():
        for successor in unit.successors:
            assert unit.exists_to is not None
            assert UNITS[successor].exists_on(unit.exists_to + timedelta(days=1))
            assert UNITS[successor].parent == unit.parent


def test_every_district_merged_before_the_level_ended_has_a_successor() -> None:
    level_ended = date(2025, 6, 30)
    assert [u.id for u in DISTRICTS if u.exists_to != level_ended and not u.successors] == []


@pytest.mark.parametrize("province", ["ha-tinh", "nghe-an", "quang-ngai"])
def test_each_province_has_an_office_of_its_own_that_is_no_district(province: str) -> None:
    agencies = [u for u in UNITS.of_province(province) if u.level is Level.AGENCY]
    assert len(agencies) == 1
    assert "Văn phòng BHXH tỉnh" in agencies[0].aliases


def test_no_two_units_of_a_province_share_a_name_at_the_same_time() -> None:
    for province in ("ha-tinh", "nghe-an", "quang-ngai"):
        names = [
            name.casefold() for unit in UNITS.of_province(province) for name in {unit.name, *unit.aliases}
        ]
        assert len(names) == len(set(names))


def test_district_and_town_of_ky_anh_are_two_units() -> None:
    assert UNITS["huyen-ky-anh"] != UNITS["thi-xa-ky-anh"]
    assert UNITS["thi-xa-ky-anh"].exists_from == date(2015, 4, 11)
