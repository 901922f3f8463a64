"""Units of measure: thousands, people, percent, money; what a figure is counted in."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    OFFICIAL,
    READ,
    READ_OR_ASK,
    Case,
    Finding,
    Shelf,
    answer,
    counts,
    finding,
    percents,
)
from ..paper import Page, Shown, workbook
from ..places import HA_TINH_PROVINCE, HA_TINH_UNITS, familiar, some_counts, some_percents
from ..tables import list_values

SHELF = Shelf("scales")
PEOPLE = "Số người tham gia BHXH tự nguyện"


def _thousands(count: int) -> float:
    return round(count / 1000, 3)


def _table(unit_line: str, values: dict[str, object], heading: str = PEOPLE) -> Page:
    page = Page("TN")
    page.row("NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row(None, None, unit_line)
    page.row("STT", "Đơn vị", heading)
    list_values(page, values)
    return page


@SHELF.case("«ĐVT: nghìn người» above the table, counts with three decimals")
def thousands_of_people_above_the_table() -> Case:
    read = some_counts("thousands", HA_TINH_UNITS, (1001, 4999))
    page = _table("ĐVT: nghìn người", {unit: _thousands(count) for unit, count in read.items()})
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        answers=[answer("scale-unclear", None, "1000")],
    )


@SHELF.case("«Đơn vị tính: 1.000 người»")
def a_thousand_in_digits() -> Case:
    read = some_counts("digits", HA_TINH_UNITS, (1001, 4999))
    page = _table("Đơn vị tính: 1.000 người", {unit: _thousands(count) for unit, count in read.items()})
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
    )


@SHELF.case("the thousands stand in the heading of the column: «(nghìn người)»")
def thousands_in_the_heading() -> Case:
    read = some_counts("heading", HA_TINH_UNITS, (1001, 4999))
    values: dict[str, object] = {unit: _thousands(count) for unit, count in read.items()}
    page = _table("", values, PEOPLE + " (nghìn người)")
    return Case(workbook(page), NEVER_WRONG, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("«ĐVT: nghìn người» above counts that are plainly people: a clerk would hesitate")
def thousands_said_above_plain_counts() -> Case:
    page = _table("ĐVT: nghìn người", dict(some_counts("said", HA_TINH_UNITS, (1001, 4999))))
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL, findings=[finding("scale-unclear")])


@SHELF.case("thousands that do not come to whole people")
def thousands_that_are_not_whole() -> Case:
    page = _table("ĐVT: nghìn người", {unit: 1.23456 + place for place, unit in enumerate(HA_TINH_UNITS)})
    findings: list[Finding] = [finding(("value-not-whole", "scale-unclear"))]
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL, findings=findings)


@SHELF.case("«Đơn vị tính: người» and a number format with separators")
def people_as_they_are() -> Case:
    read = some_counts("people", HA_TINH_UNITS, (1001, 4999))
    page = _table("Đơn vị tính: người", {unit: Shown(count, "#,##0") for unit, count in read.items()})
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("a format that shows thousands (5,6 for 5618) under «nghìn người»: never 5.6 million")
def format_that_shows_thousands() -> Case:
    read = some_counts("format", HA_TINH_UNITS, (1001, 4999))
    page = _table("ĐVT: nghìn người", {unit: Shown(count, "#,##0.0,") for unit, count in read.items()})
    return Case(workbook(page), NEVER_WRONG, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("a format that shows thousands and no word of it: the number behind it is the figure")
def format_that_shows_thousands_unsaid() -> Case:
    read = some_counts("unsaid", HA_TINH_UNITS, (1001, 4999))
    page = _table("", {unit: Shown(count, "#,##0,") for unit, count in read.items()})
    return Case(workbook(page), NEVER_WRONG, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("a unit of measure for each row of the province's list, one of them in thousands")
def measure_in_a_column() -> Case:
    page = Page("CT")
    page.row("CHỈ TIÊU BHXH TỈNH HÀ TĨNH NĂM 2018")
    page.row("STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2018")
    page.row(1, "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN", "%", 82.4)
    page.row(2, PEOPLE, "Nghìn người", 5.618)
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=[
            *percents(ENROLLED, 2018, {HA_TINH_PROVINCE: "82.4"}),
            *counts(GROWTH, 2018, {HA_TINH_PROVINCE: 5618}),
        ],
        answers=[answer("scale-unclear", None, "1000")],
    )


@SHELF.case("«ĐVT: %» above a column of shares")
def percent_above_the_table() -> Case:
    page = Page("TL")
    page.row("TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2017")
    page.row(None, None, "ĐVT: %")
    page.row("STT", "Đơn vị", "Tỷ lệ tham gia")
    read = some_percents("above", HA_TINH_UNITS)
    list_values(page, {unit: float(value) for unit, value in read.items()}, familiar)
    return Case(workbook(page), READ, year=2017, stage=OFFICIAL, figures=percents(ENROLLED, 2017, read))


@SHELF.case("«ĐVT: %» above fractions: percent, or forgotten to multiply")
def percent_above_fractions() -> Case:
    page = Page("TL")
    page.row("TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2017")
    page.row(None, None, "ĐVT: %")
    page.row("STT", "Đơn vị", "Tỷ lệ tham gia")
    read = some_percents("fractions", HA_TINH_UNITS)
    list_values(page, {unit: round(float(value) / 100, 6) for unit, value in read.items()})
    return Case(workbook(page), ASK_OR_REFUSE, year=2017, stage=OFFICIAL, findings=[finding("scale-unclear")])


@SHELF.case("a table of money: millions of đồng collected from voluntary participants")
def money_is_not_people() -> Case:
    page = Page("Thu")
    page.row("SỐ THU BHXH TỰ NGUYỆN NĂM 2018")
    page.row(None, None, "ĐVT: triệu đồng")
    page.row("STT", "Đơn vị", "Số thu BHXH tự nguyện")
    list_values(page, some_counts("money", HA_TINH_UNITS))
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)


@SHELF.case("«ĐVT: triệu đồng» over a heading that says people: the two contradict each other")
def money_over_people() -> Case:
    page = _table("ĐVT: triệu đồng", dict(some_counts("over", HA_TINH_UNITS)))
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)


@SHELF.case("«ĐVT: 100 đơn vị»: hundreds, by their digits")
def hundreds_in_digits() -> Case:
    page = _table("ĐVT: 100 người", dict(some_counts("hundreds", HA_TINH_UNITS)))
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL, findings=[finding("scale-unclear")])
