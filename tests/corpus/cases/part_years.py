"""Halves, quarters, months and movements within a year: what is not the year is not its figure."""

from __future__ import annotations

from datetime import date

from ..expectation import (
    ASK_OR_REFUSE,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    NEVER_WRONG,
    OFFICIAL,
    QUESTION,
    READ_OR_ASK,
    Case,
    Shelf,
    counts,
    finding,
    shares,
)
from ..paper import Page, workbook
from ..places import (
    HA_TINH_UNITS,
    scaled,
    some_counts,
    some_shares,
)
from ..stationery import centred, letterhead

SHELF = Shelf("part-years")
DECEMBER_2019 = date(2019, 12, 9)


@SHELF.case("four quarters and the whole year: only the last is the year")
def quarters_and_the_whole_year() -> Case:
    page = Page("Quý")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm")
    read = some_counts("quarters", HA_TINH_UNITS, (500, 900))
    parts = {f"2018-Q{number}": scaled(read, 70 + 7 * number) for number in range(1, 5)}
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, *(part[unit] for part in parts.values()), read[unit])
    quarters = [figure for period, part in parts.items() for figure in counts(GROWTH, period, part)]
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        optional=quarters,
    )


@SHELF.case("first half of the year: never the year's figure")
def half_year_only() -> Case:
    page = Page("6T")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN 6 THÁNG ĐẦU NĂM 2018")
    page.row("STT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia")
    read = some_shares("half-year", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part)
    return Case(
        workbook(page), NEVER_WRONG, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, "2018-H1", read)
    )


@SHELF.case("nine months only: no period of the plan, never the year's figure")
def nine_months_only() -> Case:
    page = Page("9T")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN 9 THÁNG ĐẦU NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    for place, (unit, count) in enumerate(some_counts("nine", HA_TINH_UNITS).items(), 1):
        page.row(place, unit, count)
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)


@SHELF.case("a quarter in the title: never the year's figure")
def third_quarter_only() -> Case:
    page = Page("QIII")
    page.row("BÁO CÁO GIAO DỊCH ĐIỆN TỬ QUÝ III NĂM 2018")
    page.row("STT", "Đơn vị", "Tổng số đơn vị sử dụng lao động", "Số đơn vị giao dịch điện tử")
    read = some_shares("third", HA_TINH_UNITS, percent=(80, 99))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part)
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2018,
        stage=OFFICIAL,
        figures=shares("employers-e-transactions", "2018-Q3", read),
    )


@SHELF.case("a month as the period: «tháng 11 năm 2018»")
def one_month_only() -> Case:
    page = Page("T11")
    page.row("BÁO CÁO THÁNG 11 NĂM 2018: THAM GIA BHXH TỰ NGUYỆN")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    for place, (unit, count) in enumerate(some_counts("month", HA_TINH_UNITS).items(), 1):
        page.row(place, unit, count)
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)


@SHELF.case("stock at the start, in, out, stock at the end: only the last is the year's count")
def movements_of_the_year() -> Case:
    page = Page("Biến động")
    page.row("BIẾN ĐỘNG NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    page.row(None, None, "Đầu năm", "Tăng trong năm", "Giảm trong năm", "Cuối năm")
    page.merge("A2:A3", "B2:B3", "C2:F2")
    start = some_counts("movement", HA_TINH_UNITS, (300, 700))
    joined, left = (
        some_counts("joined", HA_TINH_UNITS, (100, 240)),
        some_counts("left", HA_TINH_UNITS, (10, 60)),
    )
    end = {unit: start[unit] + joined[unit] - left[unit] for unit in HA_TINH_UNITS}
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, start[unit], joined[unit], left[unit], end[unit])
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, end),
        never=[str(n) for taken in (joined, left) for n in taken.values() if n not in end.values()],
    )


@SHELF.case("a date cell as the heading of the count column")
def date_cell_as_a_heading() -> Case:
    page = Page("31-12")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN TẠI THỜI ĐIỂM")
    page.row("STT", "Đơn vị", date(2018, 12, 31))
    read = some_counts("date-heading", HA_TINH_UNITS)
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, unit, count)
    return Case(workbook(page), NEVER_WRONG, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("a signing date in December of the year reported, sent as official")
def december_letter_sent_as_official() -> Case:
    page = Page("PL")
    letterhead(
        page, "UBND TỈNH HÀ TĨNH", "BHXH TỈNH", "Số: 1502/BC-BHXH", "Hà Tĩnh, ngày 08 tháng 12 năm 2017"
    )
    centred(page, "THAM GIA BHXH TỰ NGUYỆN NĂM 2017", "C")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    read = some_counts("december-official", HA_TINH_UNITS)
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, unit, count)
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2017,
        stage=OFFICIAL,
        today=date(2017, 12, 11),
        figures=counts(GROWTH, 2017, read, ESTIMATE),
        findings=[finding("stage-unclear", when=(QUESTION,))],
    )


@SHELF.case("the column says estimate, the sender says official")
def estimate_column_sent_as_official() -> Case:
    page = Page("UTH")
    page.row("BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện ước thực hiện năm 2018")
    read = some_counts("sent-as", HA_TINH_UNITS)
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, unit, count)
    return Case(
        workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read, ESTIMATE)
    )


@SHELF.case("estimate and final of one year side by side")
def estimate_and_final_of_one_year() -> Case:
    page = Page("UTH-TH")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN")
    page.row("STT", "Đơn vị", "Ước TH 2018", "TH 2018", "Chênh lệch")
    final = some_counts("final", HA_TINH_UNITS)
    estimate = scaled(final, 96)
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, estimate[unit], final[unit], final[unit] - estimate[unit])
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        figures=counts(GROWTH, 2018, final),
        optional=counts(GROWTH, 2018, estimate, ESTIMATE),
    )
