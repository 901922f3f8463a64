"""Workbooks of several sheets: one for each unit or year, leftovers, covers, hidden ones."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    OFFICIAL,
    READ,
    READ_OR_ASK,
    Case,
    Shelf,
    answer,
    counts,
    finding,
    shares,
)
from ..paper import Page, workbook
from ..places import (
    HA_TINH_UNITS,
    bare,
    familiar,
    shortened,
    some_counts,
    some_shares,
    unaccented,
)
from ..tables import list_shares, list_values

SHELF = Shelf("sheets")
PART, WHOLE = (
    "Số đơn vị đã tham gia BHXH bắt buộc, BHTN",
    "Số đơn vị thuộc diện phải tham gia BHXH bắt buộc, BHTN",
)
PEOPLE = "Số người tham gia BHXH tự nguyện"


@SHELF.case("a sheet for each district, named as people name tabs: «TX Ky Anh», «Can Loc»")
def a_sheet_for_each_district() -> Case:
    read, people = some_shares("tabs", HA_TINH_UNITS), some_counts("tabs-people", HA_TINH_UNITS)
    pages = []
    for unit in HA_TINH_UNITS:
        page = Page(unaccented(shortened(unit, "TP ", "TX ", "H ") if unit != familiar(unit) else unit))
        page.row("BÁO CÁO CÁC CHỈ TIÊU BHXH NĂM 2018")
        page.row("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu")
        page.row(1, WHOLE, "đơn vị", read[unit][1])
        page.row(2, PART, "đơn vị", read[unit][0])
        page.row(3, PEOPLE, "người", people[unit])
        pages.append(page)
    return Case(
        workbook(*pages),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=[*shares(ENROLLED, 2018, read), *counts(GROWTH, 2018, people)],
    )


@SHELF.case("a sheet for each district with its full name as tab and again in the title")
def a_sheet_for_each_district_in_full() -> Case:
    read = some_shares("full-tabs", HA_TINH_UNITS)
    pages = []
    for unit in HA_TINH_UNITS:
        page = Page(unit)
        page.row(f"BẢO HIỂM XÃ HỘI {unit.upper()}")
        page.row("KẾT QUẢ NĂM 2019")
        page.row("TT", "Nội dung", "Số liệu")
        page.row(1, WHOLE, read[unit][1])
        page.row(2, PART, read[unit][0])
        pages.append(page)
    return Case(
        workbook(*pages), READ_OR_ASK, year=2019, stage=OFFICIAL, figures=shares(ENROLLED, 2019, read)
    )


@SHELF.case("a sheet for each year, the year on the tab and in the title")
def a_sheet_for_each_year() -> Case:
    pages, wanted = [], []
    for year in (2017, 2018, 2019):
        page = Page(str(year))
        page.row(f"ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM {year}")
        page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
        read = some_shares(f"year-tab-{year}", HA_TINH_UNITS)
        list_shares(page, read, shortened)
        pages.append(page)
        wanted += shares(ENROLLED, year, read)
    return Case(workbook(*pages), READ, stage=OFFICIAL, figures=wanted)


@SHELF.case("last year's sheet was left in; only this year is asked for")
def sheet_of_another_year_left_in() -> Case:
    old, new = Page("2017"), Page("2018")
    for page, year in ((new, 2018), (old, 2017)):
        page.row(f"ĐƠN VỊ GIAO DỊCH ĐIỆN TỬ NĂM {year}")
        page.row("STT", "Đơn vị", "Tổng số đơn vị SDLĐ", "Số đơn vị giao dịch điện tử")
        for place, (unit, (part, whole)) in enumerate(some_shares(f"left-{year}", HA_TINH_UNITS).items(), 1):
            page.row(place, unit, whole, part)
    return Case(
        workbook(new, old),
        READ,
        year=2018,
        stage=OFFICIAL,
        figures=shares(ELECTRONIC, 2018, some_shares("left-2018", HA_TINH_UNITS)),
    )


@SHELF.case("a draft with other figures of the same year was left in")
def draft_of_the_same_year_left_in() -> Case:
    pages = []
    for name in ("Chính thức", "Dự thảo"):
        page = Page(name)
        page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
        page.row("STT", "Đơn vị", PEOPLE)
        list_values(page, some_counts(name, HA_TINH_UNITS))
        pages.append(page)
    return Case(
        workbook(*pages), ASK_OR_REFUSE, year=2018, stage=OFFICIAL, findings=[finding("duplicate-conflict")]
    )


@SHELF.case("the old figures are on a hidden sheet")
def hidden_sheet_with_old_figures() -> Case:
    shown, hidden = Page("BHXH TN"), Page("Cu", hidden=True)
    read, old = some_counts("shown", HA_TINH_UNITS), some_counts("hidden", HA_TINH_UNITS, (1000, 2000))
    for page, figures in ((shown, read), (hidden, old)):
        page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
        page.row("STT", "Đơn vị", PEOPLE)
        list_values(page, figures)
    return Case(
        workbook(shown, hidden),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        never=[str(n) for n in old.values()],
    )


@SHELF.case("cover, notes and list of names around the one sheet of figures")
def cover_and_notes_around_the_table() -> Case:
    cover, notes, names, page = Page("Bìa"), Page("Hướng dẫn"), Page("Danh mục"), Page("Số liệu")
    cover.row("BÁO CÁO NĂM 2018")
    cover.row("BẢO HIỂM XÃ HỘI TỈNH HÀ TĨNH")
    cover.row("Người lập: Nguyễn Văn An - ĐT: 0912345678")
    notes.row("Hướng dẫn: số đơn vị đã tham gia là đơn vị có đóng BHXH đến 31/12.")
    notes.row("Ví dụ: 100 đơn vị phải tham gia, 70 đơn vị đã tham gia, tỷ lệ 70%.")
    names.rows((number, unit) for number, unit in enumerate(HA_TINH_UNITS, 436))
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
    read = some_shares("covered", HA_TINH_UNITS)
    list_shares(page, read)
    return Case(
        workbook(cover, notes, page, names),
        READ,
        year=2018,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2018, read),
    )


@SHELF.case("a chart has a sheet of its own beside the table")
def chart_sheet_beside_the_table() -> Case:
    page = Page("Bảng")
    page.row("BHXH TỰ NGUYỆN NĂM 2019")
    page.row("STT", "Đơn vị", PEOPLE)
    read = some_counts("charted", HA_TINH_UNITS)
    list_values(page, read, familiar)
    return Case(
        workbook(page, chart_sheet=True), READ, year=2019, stage=OFFICIAL, figures=counts(GROWTH, 2019, read)
    )


@SHELF.case("a unit without a sheet of its own year: the districts' rows on two sheets, halves of one table")
def one_table_over_two_sheets() -> Case:
    read = some_shares("two-sheets", HA_TINH_UNITS)
    pages = []
    for name, units in (("Trang 1", HA_TINH_UNITS[:7]), ("Trang 2", HA_TINH_UNITS[7:])):
        page = Page(name)
        page.row("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
        page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia")
        for place, unit in enumerate(units, 1):
            page.row(place, unit, read[unit][1], read[unit][0])
        pages.append(page)
    return Case(workbook(*pages), READ, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("the part on one sheet, the whole on another")
def part_and_whole_on_two_sheets() -> Case:
    read = some_shares("split", HA_TINH_UNITS)
    parts, wholes = Page("Đã tham gia"), Page("Phải tham gia")
    for page, heading, index in (
        (parts, "Số đơn vị đã tham gia BHXH bắt buộc, BHTN", 0),
        (wholes, "Số đơn vị thuộc diện phải tham gia BHXH bắt buộc, BHTN", 1),
    ):
        page.row("NĂM 2018")
        page.row("STT", "Đơn vị", heading)
        list_values(page, {unit: counted[index] for unit, counted in read.items()})
    return Case(
        workbook(parts, wholes), NEVER_WRONG, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read)
    )


@SHELF.case("bare names on tabs: two tabs for Kỳ Anh, one of them with its kind")
def tabs_with_bare_names() -> Case:
    some = ("Thị xã Kỳ Anh", "Huyện Kỳ Anh", "Huyện Vũ Quang")
    read = some_shares("bare-tabs", some)
    pages = []
    for unit in some:
        page = Page(shortened(unit, "TP ", "TX ", "H ") if unit == "Thị xã Kỳ Anh" else bare(unit))
        page.row("KẾT QUẢ NĂM 2019")
        page.row("TT", "Chỉ tiêu", "Số liệu")
        page.row(1, WHOLE, read[unit][1])
        page.row(2, PART, read[unit][0])
        pages.append(page)
    return Case(
        workbook(*pages),
        READ_OR_ASK,
        year=2019,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2019, read),
        answers=[answer("unit-ambiguous", None, "Huyện Kỳ Anh")],
    )
