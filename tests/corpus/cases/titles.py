"""Letterheads and titles: where the year, the stage and the subject stand above the table."""

from __future__ import annotations

from datetime import date

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    NEVER_WRONG,
    OFFICIAL,
    QUESTION,
    READ,
    READ_OR_ASK,
    Case,
    Shelf,
    counts,
    finding,
    shares,
)
from ..paper import Page, workbook
from ..places import (
    HA_TINH_PROVINCE,
    HA_TINH_UNITS,
    familiar,
    share_of,
    shortened,
    some_counts,
    some_shares,
    total,
)
from ..stationery import centred, letterhead, signatures

SHELF = Shelf("titles")


@SHELF.case("a two-block letterhead, a reference to the plan with its own year and a signing date in January")
def letterhead_with_plan_number_and_later_date() -> Case:
    page = Page("Bieu 1")
    letterhead(
        page,
        "UBND TỈNH HÀ TĨNH",
        "BẢO HIỂM XÃ HỘI TỈNH",
        "Số: 88/BC-BHXH",
        "Hà Tĩnh, ngày 22 tháng 01 năm 2019",
    )
    centred(page, "KẾT QUẢ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", "E")
    centred(page, "(Thực hiện Kế hoạch số 157/KH-UBND ngày 11/5/2017 của UBND tỉnh)", "E")
    page.skip()
    page.row(
        "STT", "Địa phương", "Số đơn vị SDLĐ thuộc diện tham gia", "Số đơn vị SDLĐ đang tham gia", "Tỷ lệ (%)"
    )
    read = some_shares("letterhead", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), whole, part, share_of(part, whole))
    signatures(page, ("Nguyễn Thị Hạnh", "Trần Đình Sơn"))
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("no letterhead; the title is one merged cell with a line break and says the year as a last day")
def title_with_a_line_break_and_a_last_day() -> Case:
    page = Page("DN tham gia")
    line = centred(page, "SỐ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN\nTÍNH ĐẾN NGÀY 31/12/2018", "E")
    assert line == 1
    page.row("TT", "Huyện/TX/TP", "Tổng số đơn vị thuộc diện tham gia", "Số đơn vị đã tham gia", "TL %")
    read = some_shares("last-day", HA_TINH_UNITS, whole=(90, 720))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit, "TP ", "TX ", "H "), whole, part, share_of(part, whole))
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("an annex whose covering report is dated in the year after: the year is that of the title")
def annex_to_a_report_of_the_following_january() -> Case:
    page = Page("PL II")
    centred(page, "Phụ lục II", "E")
    centred(page, "TÌNH HÌNH ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", "E")
    centred(page, "(Kèm theo Báo cáo số 245/BC-BHXH ngày 15/01/2019 của BHXH tỉnh Hà Tĩnh)", "E")
    page.skip()
    page.row(
        "STT",
        "Đơn vị",
        "Số đơn vị thuộc diện phải tham gia BHXH bắt buộc, BHTN",
        "Số đơn vị đã tham gia BHXH bắt buộc, BHTN",
        "Tỷ lệ tham gia (%)",
    )
    read = some_shares("annex", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, share_of(part, whole))
    return Case(workbook(page), READ_OR_ASK, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a statistical form: form number, receiving office and reporting period in loose cells")
def statistical_form_with_a_period_line() -> Case:
    page = Page("02-BHXH")
    page.row("Biểu số: 02-BHXH/TINH", None, None, "Đơn vị báo cáo: BHXH tỉnh Hà Tĩnh")
    page.row("Ban hành theo Quyết định số 1456/QĐ-BHXH", None, None, "Đơn vị nhận báo cáo: UBND tỉnh Hà Tĩnh")
    page.row("Kỳ báo cáo: Năm 2019")
    page.skip()
    page.row("GIAO DỊCH ĐIỆN TỬ TRONG LĨNH VỰC BHXH, BHTN")
    page.row(
        "STT",
        "Tên đơn vị hành chính",
        "Tổng số đơn vị SDLĐ",
        "Số đơn vị thực hiện giao dịch điện tử",
        "TL (%)",
    )
    read = some_shares("form", HA_TINH_UNITS, percent=(90, 100))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, familiar(unit), whole, part, share_of(part, whole))
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=shares(ELECTRONIC, 2019, read))


@SHELF.case("the table stands far from the corner, from column D and line 14 on")
def table_far_from_the_corner() -> Case:
    page = Page("Sheet1")
    page.at("E9", "BIỂU TỔNG HỢP THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.at("G12", "ĐVT: Người")
    page.skip()
    page.row("TT", "Huyện, thành phố, thị xã", "Số người tham gia BHXH tự nguyện", "Ghi chú", start="D")
    read = some_counts("corner", HA_TINH_UNITS)
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), count, None, start="D")
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("a title that says estimate, dated before the year ended")
def estimate_by_title_and_date() -> Case:
    page = Page("Uoc 2019")
    letterhead(
        page,
        "BẢO HIỂM XÃ HỘI VIỆT NAM",
        "BẢO HIỂM XÃ HỘI TỈNH HÀ TĨNH",
        "Số: 1420/BC-BHXH",
        "Hà Tĩnh, ngày 03 tháng 12 năm 2019",
    )
    centred(page, "ƯỚC THỰC HIỆN THAM GIA BHXH TỰ NGUYỆN NĂM 2019", "D")
    page.row("STT", "Đơn vị", "Số người đang tham gia BHXH tự nguyện", "Ghi chú")
    read = some_counts("estimate", HA_TINH_UNITS)
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, unit, count)
    return Case(
        workbook(page),
        READ,
        year=2019,
        today=date(2019, 12, 4),
        figures=counts(GROWTH, 2019, read, ESTIMATE),
    )


@SHELF.case("no word of the stage, but a letter dated before the year's end: an estimate")
def estimate_by_the_date_alone() -> Case:
    page = Page("BC")
    letterhead(
        page,
        "UBND TỈNH HÀ TĨNH",
        "SỞ LAO ĐỘNG - TBXH",
        "Số: 310/SLĐTBXH",
        "Hà Tĩnh, ngày 06 tháng 12 năm 2018",
    )
    centred(page, "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", "E")
    page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
    read = some_shares("december", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, share_of(part, whole))
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        today=date(2018, 12, 7),
        figures=shares(ENROLLED, 2018, read, ESTIMATE),
    )


@SHELF.case(
    "the title says results achieved, the letter is dated before the year's end, the sender says official"
)
def results_dated_before_the_end_of_the_year() -> Case:
    page = Page("Ket qua")
    letterhead(
        page,
        "UBND TỈNH HÀ TĨNH",
        "BHXH TỈNH HÀ TĨNH",
        "Số: 1377/BC-BHXH",
        "Hà Tĩnh, ngày 05 tháng 12 năm 2018",
    )
    centred(page, "KẾT QUẢ THỰC HIỆN THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", "D")
    page.row("STT", "Đơn vị", "Số đơn vị thuộc diện tham gia", "Số đơn vị đã tham gia")
    for place, (unit, (part, whole)) in enumerate(some_shares("results", HA_TINH_UNITS).items(), 1):
        page.row(place, unit, whole, part)
    return Case(
        workbook(page),
        (QUESTION,),
        year=2018,
        stage=OFFICIAL,
        today=date(2018, 12, 6),
        findings=[finding("stage-unclear")],
    )


@SHELF.case("label and year of the report in two cells side by side")
def year_in_a_cell_of_its_own() -> Case:
    page = Page("Bao cao")
    page.row("BÁO CÁO SỐ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN")
    page.row("Tỉnh:", "Hà Tĩnh")
    page.row("Năm báo cáo:", 2020)
    page.skip()
    page.row("TT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã đăng ký tham gia", "Tỷ lệ %")
    read = some_shares("own-cell", HA_TINH_UNITS, percent=(80, 100))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, share_of(part, whole))
    return Case(workbook(page), READ, year=2020, stage=OFFICIAL, figures=shares(ENROLLED, 2020, read))


@SHELF.case("the year stands on the sheet's tab alone and is not asked for")
def year_on_the_tab_alone() -> Case:
    page = Page("Năm 2019")
    page.row("TT", "Đơn vị", "Số đơn vị thuộc diện tham gia", "Số đơn vị đã tham gia")
    read = some_shares("tab", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), whole, part)
    return Case(workbook(page), NEVER_WRONG, stage=OFFICIAL, figures=shares(ENROLLED, 2019, read))


@SHELF.case("no year anywhere and none asked for")
def no_year_anywhere() -> Case:
    page = Page("Sheet1")
    page.row("BIỂU SỐ 4: ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN")
    page.row("TT", "Đơn vị", "Số đơn vị thuộc diện tham gia", "Số đơn vị đã tham gia")
    for place, (unit, (part, whole)) in enumerate(some_shares("no-year", HA_TINH_UNITS).items(), 1):
        page.row(place, unit, whole, part)
    return Case(workbook(page), ASK_OR_REFUSE, stage=OFFICIAL, findings=[finding("year-missing")])


@SHELF.case("no year on the paper; the sender says which")
def year_from_the_sender() -> Case:
    page = Page("Sheet1")
    page.row("BIỂU SỐ 4: ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN")
    page.row("TT", "Đơn vị", "Số đơn vị thuộc diện tham gia", "Số đơn vị đã tham gia")
    read = some_shares("sender", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part)
    return Case(workbook(page), READ, year=2017, stage=OFFICIAL, figures=shares(ENROLLED, 2017, read))


@SHELF.case("the paper is about 2017 in its title, its headings and its date; 2018 is asked for")
def another_year_than_asked() -> Case:
    page = Page("PL1")
    letterhead(page, "UBND TỈNH HÀ TĨNH", "BHXH TỈNH", "Số: 61/BC-BHXH", "Hà Tĩnh, ngày 16 tháng 01 năm 2018")
    centred(page, "BÁO CÁO THAM GIA BHXH TỰ NGUYỆN NĂM 2017", "C")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện đến 31/12/2017")
    for place, (unit, count) in enumerate(some_counts("asked", HA_TINH_UNITS).items(), 1):
        page.row(place, unit, count)
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL, findings=[finding("year-mismatch")])


@SHELF.case("a year that has not begun is reported as results")
def year_that_has_not_begun() -> Case:
    page = Page("2021")
    page.row("KẾT QUẢ THỰC HIỆN THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2021")
    page.row("TT", "Đơn vị", "Số đơn vị thuộc diện tham gia", "Số đơn vị đã tham gia")
    for place, (unit, (part, whole)) in enumerate(some_shares("future", HA_TINH_UNITS).items(), 1):
        page.row(place, unit, whole, part)
    return Case(
        workbook(page),
        ASK_OR_REFUSE,
        year=2021,
        stage=OFFICIAL,
        today=date(2020, 11, 2),
        findings=[finding(("period-in-future", "stage-unclear"))],
    )


@SHELF.case("the province's own line under the letterhead: one row of figures without any unit named")
def a_single_line_for_the_province() -> Case:
    page = Page("Toan tinh")
    page.row("BẢO HIỂM XÃ HỘI TỈNH HÀ TĨNH")
    page.row("SỐ LIỆU TOÀN TỈNH NĂM 2018 VỀ THAM GIA BHXH BẮT BUỘC, BHTN")
    page.row("Số đơn vị thuộc diện tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
    page.row(3305, 2688, 81.33)
    read = {HA_TINH_PROVINCE: (2688, 3305)}
    return Case(workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("titles of two languages and a heading that repeats the year")
def bilingual_title() -> Case:
    page = Page("Table 3")
    page.row("Bảng 3. Đơn vị tham gia BHXH bắt buộc, BHTN năm 2019")
    page.row("Table 3. Employers in compulsory social insurance, 2019")
    page.skip()
    page.row(
        "TT",
        "Đơn vị",
        "Số đơn vị thuộc diện phải tham gia năm 2019",
        "Số đơn vị đã tham gia năm 2019",
        "Tỷ lệ (%)",
    )
    read = some_shares("bilingual", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, share_of(part, whole))
    part, whole = total(read)
    page.row(None, "Tổng cộng", whole, part, share_of(part, whole))
    return Case(
        workbook(page),
        READ,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2019, read),
        optional=shares(ENROLLED, 2019, {HA_TINH_PROVINCE: (part, whole)}),
    )
