"""Arrangements of a table that an office may choose, written without a look at the reader."""

from __future__ import annotations

from ..expectation import (
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    READ,
    READ_OR_ASK,
    Case,
    Figure,
    Shelf,
    counts,
    percents,
    shares,
)
from ..paper import Page, Shown
from ..places import HA_TINH_UNITS, scaled, shortened, some_counts, some_percents, some_shares
from ..stationery import centred, letterhead, signatures
from ..tables import list_shares, list_values
from .blind_desk import SOME, by_district, paper, sent

SHELF = Shelf("blind layouts")
WHOLE, PART = "Số đơn vị SDLĐ thuộc diện phải tham gia", "Số đơn vị SDLĐ đã đăng ký tham gia"
TITLE = "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018"


@SHELF.case("units across, measures down")
def units_across_measures_down() -> Case:
    read = some_shares("across", SOME)
    page = paper(TITLE, heads=("TT", "Nội dung", *(shortened(unit) for unit in read)))
    page.row(1, f"{WHOLE} BHXH bắt buộc, BHTN", *(whole for _, whole in read.values()))
    page.row(2, f"{PART} BHXH bắt buộc, BHTN", *(part for part, _ in read.values()))
    page.row(3, "Tỷ lệ (%)", *(round(100 * n / d, 2) for n, d in read.values()))
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("the second half of the units beside the first")
def second_half_of_the_units_beside() -> Case:
    read = some_shares("side by side", HA_TINH_UNITS[:12])
    heads = ("STT", "Đơn vị", WHOLE, PART)
    page = paper(TITLE, heads=(*heads, None, *heads))
    units = list(read)
    for place in range(6):
        left, right = units[place], units[place + 6]
        page.row(place + 1, left, *read[left][::-1], None, place + 7, right, *read[right][::-1])
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a sheet for each district, its name in the sheet's title")
def a_list_sheet_for_each_district() -> Case:
    people = some_counts("sheet each", SOME)
    joined = some_shares("sheet each", SOME)
    pages = []
    for unit in SOME:
        page = paper(
            f"UBND {unit.upper()}",
            "BÁO CÁO MỘT SỐ CHỈ TIÊU NĂM 2018",
            heads=("TT", "Chỉ tiêu", "Tử số", "Mẫu số", "Số lượng"),
            name=shortened(unit),
        )
        page.row(1, "Tỷ lệ đơn vị SDLĐ đăng ký tham gia BHXH bắt buộc, BHTN", *joined[unit])
        page.row(2, "Số người tham gia BHXH tự nguyện", None, None, people[unit])
        pages.append(page)
    figures = [*shares(ENROLLED, 2018, joined), *counts(GROWTH, 2018, people)]
    return sent(*pages, expect=READ_OR_ASK, figures=figures)


@SHELF.case("two tables under each other, each with its own headings")
def two_tables_under_each_other() -> Case:
    joined, people = some_shares("stacked", SOME), some_counts("stacked", SOME)
    page, _ = by_district(f"I. {TITLE}", ("Huyện", WHOLE, PART, "Tỷ lệ (%)"), joined)
    page.skip(2)
    page.row("II. PHÁT TRIỂN BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Huyện", "Số người tham gia BHXH tự nguyện")
    list_values(page, people, shortened)
    figures = [*shares(ENROLLED, 2018, joined), *counts(GROWTH, 2018, people)]
    return sent(page, expect=READ, figures=figures)


@SHELF.case("one line for each figure, with words for the measure")
def one_line_for_each_figure() -> Case:
    read = some_counts("long words", SOME)
    page = paper(heads=("Năm", "Địa phương", "Nội dung", "Số liệu", "Đơn vị tính"))
    for unit, count in read.items():
        page.row(2018, unit, "Số người tham gia BHXH tự nguyện", count, "Người")
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read), year=None)


@SHELF.case("a unit merged over the lines of its indicators")
def a_unit_merged_over_its_indicators() -> Case:
    joined, filing = some_shares("merged a", SOME), some_shares("merged b", SOME)
    heads = ("TT", "Đơn vị", "Chỉ tiêu", "Số thực hiện", "Tổng số", "Tỷ lệ (%)")
    page = paper("THỰC HIỆN KẾ HOẠCH NĂM 2018", heads=heads)
    for place, unit in enumerate(SOME, 1):
        (n, d), (e, t) = joined[unit], filing[unit]
        words = "Đơn vị SDLĐ đăng ký tham gia BHXH bắt buộc, BHTN"
        first = page.row(place, unit, words, n, d, round(100 * n / d, 2))
        page.row(None, None, "Đơn vị SDLĐ thực hiện giao dịch điện tử", e, t, round(100 * e / t, 2))
        page.merge(f"A{first}:A{first + 1}", f"B{first}:B{first + 1}")
    figures = [*shares(ENROLLED, 2018, joined), *shares(ELECTRONIC, 2018, filing)]
    return sent(page, expect=READ_OR_ASK, figures=figures)


@SHELF.case("a year merged over its units")
def a_year_merged_over_its_units() -> Case:
    old, new = some_shares("year merged a", SOME), some_shares("year merged b", SOME)
    page = paper("THAM GIA BHXH BẮT BUỘC, BHTN", heads=("Năm", "Đơn vị", WHOLE, PART))
    for year, read in ((2017, old), (2018, new)):
        first = page.next_row
        for place, (unit, (n, d)) in enumerate(read.items()):
            page.row(year if place == 0 else None, unit, d, n)
        page.merge(f"A{first}:A{page.next_row - 1}")
    figures = [*shares(ENROLLED, 2017, old), *shares(ENROLLED, 2018, new)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("years above, measures below")
def years_above_measures() -> Case:
    old, new = some_shares("years above a", SOME), some_shares("years above b", SOME)
    page = paper(
        "ĐƠN VỊ SDLĐ THAM GIA BHXH BẮT BUỘC, BHTN",
        heads=("STT", "Huyện", "Năm 2017", None, None, "Năm 2018"),
    )
    below = ("Thuộc diện tham gia", "Đã tham gia", "Tỷ lệ %")
    page.row(None, None, *below, *below)
    page.merge("A3:A4", "B3:B4", "C3:E3", "F3:H3")
    for place, unit in enumerate(SOME, 1):
        pairs = [(d, n, round(100 * n / d, 2)) for n, d in (old[unit], new[unit])]
        page.row(place, shortened(unit), *pairs[0], *pairs[1])
    figures = [*shares(ENROLLED, 2017, old), *shares(ENROLLED, 2018, new)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("measures above, years below")
def measures_above_years() -> Case:
    old, new = some_shares("years below a", SOME), some_shares("years below b", SOME)
    page = paper("THAM GIA BHXH BẮT BUỘC, BHTN", heads=("STT", "Huyện", WHOLE, None, PART))
    page.row(None, None, 2017, 2018, 2017, 2018)
    page.merge("A3:A4", "B3:B4", "C3:D3", "E3:F3")
    for place, unit in enumerate(SOME, 1):
        page.row(place, unit, old[unit][1], new[unit][1], old[unit][0], new[unit][0])
    figures = [*shares(ENROLLED, 2017, old), *shares(ENROLLED, 2018, new)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("a table far from the corner, under a letterhead, above signatures")
def a_table_far_from_the_corner() -> Case:
    read = some_shares("far", SOME)
    page = Page("Biểu số 03")
    letterhead(page, "UBND TỈNH HÀ TĨNH", "BẢO HIỂM XÃ HỘI TỈNH", "Số: 1157/BHXH-QLT", "Hà Tĩnh, 15/01/2019")
    centred(page, TITLE, "I")
    centred(page, "(Kèm theo Công văn số 1157/BHXH-QLT ngày 15/01/2019 của BHXH tỉnh)", "I")
    page.skip(2)
    page.row("STT", "Đơn vị", WHOLE, PART, "Tỷ lệ", start="D")
    for place, (unit, (n, d)) in enumerate(read.items(), 1):
        page.row(place, unit, d, n, round(100 * n / d, 2), start="D")
    page.row("(*) Số liệu đã loại trừ 15 đơn vị ngừng hoạt động.", start="D")
    signatures(page, ("Lê Thị Mai", "Trần Văn Hùng"), "Hà Tĩnh, ngày 15 tháng 01 năm 2019")
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read), year=None, never=("15",))


@SHELF.case("the headings once more where the printed page breaks")
def headings_repeated_at_the_page_break() -> Case:
    read = some_shares("page break", HA_TINH_UNITS)
    page = paper(TITLE, heads=("STT", "Đơn vị", WHOLE, PART, "Tỷ lệ (%)"))
    for place, (unit, (n, d)) in enumerate(read.items(), 1):
        if place == 8:
            page.row("STT", "Đơn vị", WHOLE, PART, "Tỷ lệ (%)")
        page.row(place, shortened(unit), d, n, round(100 * n / d, 2))
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a cover and a list of units before the sheet that matters")
def cover_and_list_of_units() -> Case:
    read = some_shares("cover", SOME)
    cover = Page("Bìa")
    cover.rows([["BẢO HIỂM XÃ HỘI TỈNH HÀ TĨNH"], ["BÁO CÁO NĂM 2018"], ["Người lập: Nguyễn Thị Lan"]])
    listed = paper(heads=("Mã", "Tên đơn vị", "Điện thoại"), name="Danh mục")
    listed.rows([[100 + i, unit, "0239 3855 123"] for i, unit in enumerate(HA_TINH_UNITS)])
    page, _ = by_district(TITLE, ("Đơn vị", WHOLE, PART, "Tỷ lệ (%)"), read, name="Số liệu")
    return sent(cover, listed, page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("the year stands in the name of the sheet alone")
def years_in_the_sheet_names_alone() -> Case:
    old, new = some_shares("sheet year a", SOME), some_shares("sheet year b", SOME)
    heads = ("Đơn vị", WHOLE, PART, "Tỷ lệ (%)")
    title = "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN"
    pages = [by_district(title, heads, read, name=name)[0] for read, name in ((old, "2017"), (new, "2018"))]
    figures = [*shares(ENROLLED, 2017, old), *shares(ENROLLED, 2018, new)]
    return sent(*pages, expect=READ_OR_ASK, figures=figures, year=None)


@SHELF.case("three lines of headings and bracketed column codes")
def three_lines_of_headings() -> Case:
    read = some_shares("three lines", SOME)
    page = paper(TITLE, heads=("STT", "Tên đơn vị", "Đơn vị sử dụng lao động (SDLĐ)"))
    page.row(None, None, "Thuộc diện phải tham gia", "Đã tham gia BHXH bắt buộc, BHTN")
    page.row(None, None, None, "Số đơn vị", "Tỷ lệ (%)")
    page.row("(A)", "(B)", "(1)", "(2)", "(3)=(2)/(1)x100")
    page.merge("A3:A5", "B3:B5", "C3:E3", "C4:C5", "D4:E4")
    list_shares(page, read, shortened)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a table and nothing around it")
def a_table_and_nothing_else() -> Case:
    read = some_shares("bare", SOME)
    page = Page()
    page.row("Huyện", f"{WHOLE} BHXH bắt buộc, BHTN", f"{PART} BHXH bắt buộc, BHTN")
    page.rows([[unit, d, n] for unit, (n, d) in read.items()])
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("units down, years across, the indicator in the title alone")
def units_by_years_with_the_indicator_in_the_title() -> Case:
    columns = {year: some_percents(f"matrix {year}", SOME) for year in (2016, 2017, 2018)}
    page = paper(
        "TỶ LỆ ĐƠN VỊ SỬ DỤNG LAO ĐỘNG THỰC HIỆN GIAO DỊCH ĐIỆN TỬ QUA CÁC NĂM",
        heads=("STT", "Đơn vị", *(f"Năm {year}" for year in columns)),
    )
    for place, unit in enumerate(SOME, 1):
        cells = [Shown(round(float(read[unit]) / 100, 6), "0.00%") for read in columns.values()]
        page.row(place, shortened(unit), *cells)
    figures: list[Figure] = []
    for year, read in columns.items():
        figures += percents(ELECTRONIC, year, read)
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("ranks and marks for emulation at the right of the table")
def ranks_beside_the_figures() -> Case:
    read = some_shares("ranks", SOME)
    heads = ("STT", "Đơn vị", WHOLE, PART, "Tỷ lệ (%)", "Xếp hạng", "Điểm thi đua", "Cờ thi đua")
    page = paper(TITLE, heads=heads)
    for place, (unit, (n, d)) in enumerate(read.items(), 1):
        page.row(place, unit, d, n, round(100 * n / d, 2), 7 - place, 9.5, "x")
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("numbers of the list in the same cell as the names")
def numbered_names_in_one_cell() -> Case:
    read = some_shares("one cell", SOME)
    page = paper(TITLE, heads=("Huyện, thị xã, thành phố", WHOLE, PART))
    for place, (unit, (n, d)) in enumerate(read.items(), 1):
        page.row(f"{place}. {unit}", d, n)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("the name of the sheet alone tells the indicator")
def indicator_in_the_name_of_the_sheet() -> Case:
    joined, people = some_shares("tab", SOME), some_counts("tab", SOME)
    page, _ = by_district(TITLE, ("Huyện", WHOLE, PART, "Tỷ lệ (%)"), joined, name="BHXH bắt buộc, BHTN")
    other = paper("BIỂU SỐ 02 - NĂM 2018", heads=("STT", "Huyện", "Số người tham gia"), name="BHXH tự nguyện")
    list_values(other, people, shortened)
    figures = [*shares(ENROLLED, 2018, joined), *counts(GROWTH, 2018, people)]
    return sent(page, other, expect=READ_OR_ASK, figures=figures)


@SHELF.case("two years of one count in two tables beside each other on the sheet")
def two_years_beside_each_other() -> Case:
    old = some_counts("beside", SOME, (200, 700))
    new = scaled(old, 133)
    heads = ("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện năm 2017")
    page = paper("BHXH TỰ NGUYỆN", heads=(*heads, None, *heads[:2], heads[2].replace("2017", "2018")))
    for place, unit in enumerate(SOME, 1):
        page.row(place, unit, old[unit], None, place, unit, new[unit])
    figures = [*counts(GROWTH, 2017, old), *counts(GROWTH, 2018, new)]
    return sent(page, expect=READ_OR_ASK, figures=figures, year=None)
