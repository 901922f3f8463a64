"""Units that ended, belong elsewhere or stand twice in a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..expectation import (
    ACCEPT,
    ASK_OR_REFUSE,
    COUNSELLED,
    GROWTH,
    NEVER_WRONG,
    NGHE_AN,
    OFFICIAL,
    READ,
    READ_OR_ASK,
    Case,
    Finding,
    Shelf,
    counts,
    finding,
    shares,
)
from ..paper import Page, workbook
from ..places import (
    HA_TINH_UNITS,
    NGHE_AN_UNITS,
    familiar,
    shortened,
    some_counts,
    some_shares,
)
from ..tables import list_values

SHELF = Shelf("units-in-time")
ASKED = ("unit-ambiguous", "unit-unknown")
FIRST_LINE = 3  # of the rows of units in the tables below


def _counselling(units: Mapping[str, Any], year: int, expect: tuple[str, ...], **more: Any) -> Case:
    """Nghệ An's counselling by district; `units` are names as written by unit."""
    read = some_shares(f"counselled-{year}", units, whole=(80, 1500), percent=(85, 100))
    page = Page("Tư vấn")
    page.row(f"TƯ VẤN VIỆC LÀM CHO NGƯỜI THẤT NGHIỆP NĂM {year}")
    page.row("TT", "Đơn vị", "Số người thất nghiệp có nhu cầu tư vấn", "Số người thất nghiệp được tư vấn")
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, units[unit], whole, part)
    more = {"figures": shares(COUNSELLED, year, read)} | more
    return Case(workbook(page), expect, plan=NGHE_AN, year=year, stage=OFFICIAL, **more)


@SHELF.case("a district of the neighbouring province among the rows")
def unit_of_another_province() -> Case:
    page, read = _foreign_row("Huyện Diễn Châu")
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        findings=[finding(("unit-not-in-plan", "unit-unknown"), "16:16")],
        never=["318"],
    )


@SHELF.case("a commune among the districts: «Phường Bắc Hà»")
def commune_among_districts() -> Case:
    page, read = _foreign_row("Phường Bắc Hà")
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        findings=[finding(("unit-not-in-plan", "unit-unknown"), "16:16")],
        never=["318"],
    )


def _foreign_row(name: str) -> tuple[Page, dict[str, int]]:
    read = some_counts("foreign", HA_TINH_UNITS)
    page = Page("TN")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    list_values(page, read)
    page.row(14, name, 318)
    return page, read


@SHELF.case("old and new places of the tone mark, Qùy for Quỳ, y and i")
def old_tone_places_in_nghe_an() -> Case:
    written = {unit: unit for unit in NGHE_AN_UNITS} | {
        "Thị xã Thái Hòa": "Thị xã Thái Hoà",
        "Huyện Quỳ Châu": "Huyện Qùy Châu",
        "Huyện Quỳ Hợp": "HUYỆN QÙY HỢP",
    }
    return _counselling(written, 2022, READ)


@SHELF.case("Cửa Lò reports 2024, the year in which it was merged")
def cua_lo_in_its_last_year() -> Case:
    return _counselling({unit: shortened(unit) for unit in NGHE_AN_UNITS}, 2024, READ)


@SHELF.case("Cửa Lò reports 2025: it no longer existed")
def cua_lo_after_its_merger() -> Case:
    row = f"{FIRST_LINE + 1}:{FIRST_LINE + 1}"
    return _counselling(
        {unit: shortened(unit) for unit in NGHE_AN_UNITS},
        2025,
        ASK_OR_REFUSE,
        figures=(),
        findings=[finding("unit-not-valid", row)],
    )


@SHELF.case("the twenty units of 2025 without Cửa Lò")
def nghe_an_after_the_merger() -> Case:
    units = [unit for unit in NGHE_AN_UNITS if unit != "Thị xã Cửa Lò"]
    return _counselling({unit: familiar(unit) for unit in units}, 2025, READ)


@SHELF.case("«Nghi Xuân» belongs to Hà Tĩnh; it must not become Nghi Lộc")
def neighbour_with_a_similar_name() -> Case:
    written = {unit: unit for unit in NGHE_AN_UNITS} | {"Huyện Nghi Lộc": "Huyện Nghi Xuân"}
    line = FIRST_LINE + NGHE_AN_UNITS.index("Huyện Nghi Lộc")
    return _counselling(
        written,
        2023,
        ASK_OR_REFUSE,
        figures=(),
        findings=[finding(("unit-not-in-plan", "unit-unknown"), f"{line}:{line}")],
    )


@SHELF.case("one unit twice with the same figures under two spellings")
def unit_twice_with_equal_figures() -> Case:
    read = some_counts("equal", HA_TINH_UNITS)
    page = Page("TN")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    list_values(page, read)
    page.row(14, "H. Nghi Xuân", read["Huyện Nghi Xuân"])
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        findings=[finding(("duplicate-row", "duplicate-conflict"), when=(ACCEPT,))],
    )


@SHELF.case("one unit twice with different figures under two spellings")
def unit_twice_with_other_figures() -> Case:
    read = some_counts("unequal", HA_TINH_UNITS)
    page = Page("TN")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    list_values(page, read)
    page.row(14, "TP. Hà Tĩnh", read["Thành phố Hà Tĩnh"] + 11)
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2018,
        stage=OFFICIAL,
        findings=[finding("duplicate-conflict")],
    )


def _voluntary_by_district(year: int, expect: tuple[str, ...], *findings: Finding) -> Case:
    """All thirteen units report a year; Lộc Hà stands last, in row 15."""
    read = some_counts(f"loc-ha-{year}", HA_TINH_UNITS)
    page = Page("TN")
    page.row(f"SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM {year}")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    list_values(page, read, familiar)
    figures = counts(GROWTH, year, read)
    return Case(workbook(page), expect, year=year, stage=OFFICIAL, figures=figures, findings=findings)


@SHELF.case("Lộc Hà reports 2024, its last year")
def loc_ha_in_its_last_year() -> Case:
    return _voluntary_by_district(2024, READ)


@SHELF.case("Lộc Hà reports 2025: it no longer existed")
def loc_ha_after_its_merger() -> Case:
    return _voluntary_by_district(2025, ASK_OR_REFUSE, finding("unit-not-valid", "15:15"))
