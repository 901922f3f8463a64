"""Breakdowns and near twins: the same words over a part, a flow, a month or another year."""

from __future__ import annotations

from datetime import date

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    NGHE_AN,
    OFFICIAL,
    PLACED,
    READ_OR_ASK,
    REFERRED,
    Case,
    Shelf,
    counts,
    finding,
    percents,
    shares,
)
from ..paper import Page, Shown, workbook
from ..places import (
    HA_TINH_PROVINCE,
    HA_TINH_UNITS,
    NGHE_AN_PROVINCE,
    scaled,
    shortened,
    some_counts,
    some_percents,
    some_shares,
)
from ..tables import list_values

SHELF = Shelf("breakdowns")


@SHELF.case("voluntary participants: total, women, poor households: only the total is the count")
def total_and_its_parts_across() -> Case:
    page = Page("TN")
    page.row("NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2019")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    page.row(None, None, "Tổng số", "Trong đó: nữ", "Hộ nghèo, cận nghèo")
    page.merge("A2:A3", "B2:B3", "C2:E2")
    read = some_counts("women", HA_TINH_UNITS)
    women, poor = scaled(read, 61), scaled(read, 23)
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, read[unit], women[unit], poor[unit])
    return Case(workbook(page), READ_OR_ASK, year=2019, stage=OFFICIAL, figures=counts(GROWTH, 2019, read))


@SHELF.case("liable and insured as groups, employers and workers below each")
def groups_by_state_employers_and_workers_below() -> Case:
    page = Page("PL4")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row("STT", "Đơn vị", "Thuộc diện phải tham gia", None, "Đã tham gia")
    page.row(None, None, "Số đơn vị", "Số lao động", "Số đơn vị", "Số lao động")
    page.merge("A2:A3", "B2:B3", "C2:D2", "E2:F2")
    read = some_shares("groups", HA_TINH_UNITS)
    workers = some_shares("groups-workers", HA_TINH_UNITS, whole=(2000, 9000))
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        (n, d), (w, v) = read[unit], workers[unit]
        page.row(place, unit, d, v, n, w)
    return Case(workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("employers by kind of owner across: state, foreign, private, then all")
def employers_by_owner_across() -> Case:
    page = Page("Loại hình")
    page.row("SỐ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2019")
    page.row("STT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia")
    page.row(None, None, None, "DN nhà nước", "DN FDI", "DN ngoài nhà nước", "Tổng số")
    page.merge("A2:A3", "B2:B3", "C2:C3", "D2:G2")
    read = some_shares("owners", HA_TINH_UNITS, whole=(120, 640))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part // 5, part // 9, part - part // 5 - part // 9, part)
    return Case(workbook(page), READ_OR_ASK, year=2019, stage=OFFICIAL, figures=shares(ENROLLED, 2019, read))


@SHELF.case("in the month and accumulated since January: flows of new participants, neither the stock")
def month_and_accumulated() -> Case:
    page = Page("T12")
    page.row("PHÁT TRIỂN MỚI BHXH TỰ NGUYỆN ĐẾN THÁNG 12 NĂM 2018")
    page.row("STT", "Đơn vị", "Trong tháng", "Lũy kế từ đầu năm")
    month = some_counts("month-flow", HA_TINH_UNITS, (5, 60))
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, month[unit], month[unit] * 9)
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)


@SHELF.case("the title says 2018, the heading of the figures says 2017")
def title_and_heading_of_two_years() -> Case:
    page = Page("PL")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện năm 2017")
    list_values(page, some_counts("two-titles", HA_TINH_UNITS))
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)


@SHELF.case("fractions as text with a comma, «0,71»: 71 or 0.71 percent")
def fractions_as_text() -> Case:
    page = Page("TL")
    page.row("TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row("STT", "Đơn vị", "Tỷ lệ tham gia")
    read = some_percents("text-fractions", HA_TINH_UNITS)
    list_values(page, {unit: f"0,{value.replace('.', '')}" for unit, value in read.items()})
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2018,
        stage=OFFICIAL,
        findings=[finding(("scale-unclear", "value-ambiguous-number"), "C:C")],
    )


@SHELF.case("the district's share of the province's total, a percentage that is no participation rate")
def share_of_the_provincial_total() -> Case:
    page = Page("Tỷ trọng")
    page.row("BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện", "Tỷ trọng (%)", "Xếp hạng")
    read = some_counts("weight", HA_TINH_UNITS)
    whole = sum(read.values())
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, unit, count, round(100 * count / whole, 2), 14 - place)
    return Case(workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("participation rate and completion of the plan side by side, both in %")
def rate_beside_completion() -> Case:
    page = Page("TL")
    page.row("TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2019")
    page.row("STT", "Đơn vị", "Tỷ lệ tham gia (%)", "Mức độ hoàn thành so với chỉ tiêu 90% (%)")
    read = some_percents("completion", HA_TINH_UNITS)
    for place, (unit, value) in enumerate(read.items(), 1):
        page.row(place, unit, float(value), round(float(value) / 0.9, 2))
    return Case(
        workbook(page), READ_OR_ASK, year=2019, stage=OFFICIAL, figures=percents(ENROLLED, 2019, read)
    )


@SHELF.case("shares of compulsory, voluntary and health insurance under one heading «tỷ lệ tham gia»")
def three_rates_under_one_heading() -> Case:
    page = Page("TL 3")
    page.row("TỶ LỆ THAM GIA CÁC LOẠI BẢO HIỂM NĂM 2018")
    page.row("STT", "Đơn vị", "Tỷ lệ tham gia (%)")
    page.row(
        None, None, "Đơn vị tham gia BHXH bắt buộc, BHTN", "Lao động tham gia BHXH", "Dân số tham gia BHYT"
    )
    page.merge("A2:A3", "B2:B3", "C2:E2")
    read = some_percents("three-rates", HA_TINH_UNITS, (7000, 8000))
    for place, (unit, value) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), float(value), 41.5 + place, 88.25)
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=percents(ENROLLED, 2018, read),
        never=["88.25"],
    )


@SHELF.case("the previous year's share in the same cell, in brackets")
def two_figures_in_one_cell() -> Case:
    page = Page("TL")
    page.row("TỶ LỆ ĐƠN VỊ GIAO DỊCH ĐIỆN TỬ NĂM 2018 (TRONG NGOẶC: NĂM 2017)")
    page.row("STT", "Đơn vị", "Tỷ lệ giao dịch điện tử (%)")
    list_values(
        page, {unit: f"{90 + place % 9},5 (8{place % 9},2)" for place, unit in enumerate(HA_TINH_UNITS)}
    )
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2018,
        stage=OFFICIAL,
        findings=[finding("value-not-a-number", "C:C")],
    )


@SHELF.case("years across with a plan's year between: «KH 2018» stands amid actual years")
def plan_column_amid_actual_years() -> Case:
    page = Page("2016-2018")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN TỈNH HÀ TĨNH")
    page.row("STT", "Chỉ tiêu", "ĐVT", "2016", "2017", "KH 2018", "2018")
    page.row(1, "Số người tham gia BHXH tự nguyện", "Người", 2986, 3907, 5080, 5101)
    by_year = {2016: 2986, 2017: 3907, 2018: 5101}
    wanted = [f for year, n in by_year.items() for f in counts(GROWTH, year, {HA_TINH_PROVINCE: n})]
    return Case(workbook(page), READ_OR_ASK, stage=OFFICIAL, figures=wanted, never=["5080"])


@SHELF.case("revised plan, first and adjusted: neither is achieved")
def first_and_adjusted_plan() -> Case:
    page = Page("Điều chỉnh")
    page.row("CHỈ TIÊU BHXH TỰ NGUYỆN NĂM 2019 TỈNH HÀ TĨNH")
    page.row("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch đầu năm", "Kế hoạch điều chỉnh", "Tăng thêm")
    page.row(1, "Số người tham gia BHXH tự nguyện", "Người", 6900, 7500, 600)
    return Case(workbook(page), ASK_OR_REFUSE, year=2019, stage=OFFICIAL, today=date(2020, 2, 3))


@SHELF.case("placed of those who asked in a list of the province: another denominator under the plan's words")
def placed_share_of_those_who_asked() -> Case:
    page = Page("CT")
    page.row("KẾT QUẢ NĂM 2023 TỈNH NGHỆ AN")
    page.row("STT", "Chỉ tiêu", "ĐVT", "Thực hiện")
    page.row(1, "Tỷ lệ người thất nghiệp được giới thiệu việc làm", "%", 71.3)
    page.row(2, "Tỷ lệ giới thiệu việc làm thành công trên tổng số người có nhu cầu", "%", 37.8)
    return Case(
        workbook(page),
        NEVER_WRONG,
        plan=NGHE_AN,
        year=2023,
        stage=OFFICIAL,
        figures=percents(REFERRED, 2023, {NGHE_AN_PROVINCE: "71.3"}),
        never=["37.8"],
    )


@SHELF.case("target and result of the placed share under percent formats, the target first")
def target_before_result() -> Case:
    page = Page("CT")
    page.row("TIẾN ĐỘ THỰC HIỆN MỤC TIÊU ĐẾN NĂM 2025 - TỈNH NGHỆ AN")
    page.row("STT", "Chỉ tiêu", "Mục tiêu đến 2025", "Thực hiện 2023", "Còn thiếu")
    page.row(
        1, "Tỷ lệ giới thiệu việc làm thành công", Shown(0.6, "0%"), Shown(0.53, "0%"), Shown(0.07, "0%")
    )
    return Case(
        workbook(page),
        READ_OR_ASK,
        plan=NGHE_AN,
        stage=OFFICIAL,
        figures=percents(PLACED, 2023, {NGHE_AN_PROVINCE: "53"}),
        never=["60", "7"],
    )


@SHELF.case("electronic filing: registered, of these filing in the year; both are numbers of employers")
def registered_beside_filing() -> Case:
    page = Page("GDĐT")
    page.row("GIAO DỊCH ĐIỆN TỬ NĂM 2018")
    page.row(
        "STT",
        "Đơn vị",
        "Tổng số đơn vị SDLĐ",
        "Số đơn vị được cấp chữ ký số",
        "Số đơn vị thực hiện giao dịch điện tử",
    )
    read = some_shares("filing", HA_TINH_UNITS, percent=(70, 90))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part + 4, part)
    return Case(
        workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=shares(ELECTRONIC, 2018, read)
    )
