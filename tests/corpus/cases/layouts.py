"""How tables lie on sheets: transposed, merged units, many sheets, many tables, hidden parts, long lists."""

from __future__ import annotations

from ..expectation import (
    ACCEPT,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    NEVER_WRONG,
    OFFICIAL,
    READ,
    READ_OR_ASK,
    Case,
    Shelf,
    counts,
    finding,
    percents,
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
from ..tables import list_shares, list_values

SHELF = Shelf("layouts")
PART, WHOLE = (
    "Số đơn vị đã tham gia BHXH bắt buộc, BHTN",
    "Số đơn vị thuộc diện phải tham gia BHXH bắt buộc, BHTN",
)
PEOPLE = "Số người tham gia BHXH tự nguyện"


@SHELF.case("units across, indicators down")
def units_across() -> Case:
    page = Page("Ngang")
    page.row("CÁC CHỈ TIÊU BHXH NĂM 2018 THEO ĐƠN VỊ HÀNH CHÍNH TỈNH HÀ TĨNH")
    read = some_shares("across-units", HA_TINH_UNITS)
    people = some_counts("across-people", HA_TINH_UNITS)
    page.row("STT", "Chỉ tiêu", "ĐVT", *(shortened(unit) for unit in HA_TINH_UNITS))
    page.row(1, WHOLE, "Đơn vị", *(read[unit][1] for unit in HA_TINH_UNITS))
    page.row(2, PART, "Đơn vị", *(read[unit][0] for unit in HA_TINH_UNITS))
    page.row(3, PEOPLE, "Người", *(people[unit] for unit in HA_TINH_UNITS))
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=[*shares(ENROLLED, 2018, read), *counts(GROWTH, 2018, people)],
    )


@SHELF.case("units across with the province's total in the first column")
def units_across_with_a_total() -> Case:
    page = Page("Ngang 2")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2017, 2018")
    page.row("Năm", "Toàn tỉnh", *(familiar(unit) for unit in HA_TINH_UNITS))
    first, second = some_counts("across-a", HA_TINH_UNITS), some_counts("across-b", HA_TINH_UNITS)
    page.row(2017, sum(first.values()), *first.values())
    page.row(2018, sum(second.values()), *second.values())
    province = [
        *counts(GROWTH, 2017, {HA_TINH_PROVINCE: sum(first.values())}),
        *counts(GROWTH, 2018, {HA_TINH_PROVINCE: sum(second.values())}),
    ]
    return Case(
        workbook(page),
        READ_OR_ASK,
        stage=OFFICIAL,
        figures=[*counts(GROWTH, 2017, first), *counts(GROWTH, 2018, second)],
        optional=province,
    )


def _indicators_inside_units(merged: bool) -> tuple[Page, dict[str, tuple[int, int]], dict[str, int]]:
    page = Page("Chi tiết")
    page.row("TỔNG HỢP CHỈ TIÊU NĂM 2019 THEO HUYỆN")
    page.row("STT", "Đơn vị", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2019")
    read, people = some_shares("inside", HA_TINH_UNITS), some_counts("inside-people", HA_TINH_UNITS)
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        line = page.row(place, unit, WHOLE, "Đơn vị", read[unit][1])
        page.row(None, None, PART, "Đơn vị", read[unit][0])
        page.row(None, None, PEOPLE, "Người", people[unit])
        if merged:
            page.merge(f"A{line}:A{line + 2}", f"B{line}:B{line + 2}")
    return page, read, people


@SHELF.case("a merged unit cell over three rows, an indicator in each")
def merged_unit_over_its_indicators() -> Case:
    page, read, people = _indicators_inside_units(merged=True)
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2019,
        stage=OFFICIAL,
        figures=[*shares(ENROLLED, 2019, read), *counts(GROWTH, 2019, people)],
    )


@SHELF.case("the unit stands in the first of three rows, the cells below are empty and not merged")
def unit_in_the_first_of_its_rows() -> Case:
    page, read, people = _indicators_inside_units(merged=False)
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2019,
        stage=OFFICIAL,
        figures=[*shares(ENROLLED, 2019, read), *counts(GROWTH, 2019, people)],
    )


@SHELF.case("three units are in hidden rows; what they report needs a person's word")
def units_in_hidden_rows() -> Case:
    page = Page("Ẩn")
    page.row("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2019")
    page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
    read = some_shares("hidden-rows", HA_TINH_UNITS)
    lines = list_shares(page, read)
    hidden = HA_TINH_UNITS[6:9]
    page.hidden_rows = [lines[unit] for unit in hidden]
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2019,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2019, {u: n for u, n in read.items() if u not in hidden}),
        optional=shares(ENROLLED, 2019, {u: read[u] for u in hidden}),
        findings=[finding("hidden-row", f"{page.hidden_rows[0]}:{page.hidden_rows[-1]}")],
    )


@SHELF.case("a hidden second table of rows: last year's rows kept below with the same names")
def hidden_rows_with_last_years_figures() -> Case:
    page = Page("Ẩn 2")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", PEOPLE)
    read, old = some_counts("kept", HA_TINH_UNITS), some_counts("kept-old", HA_TINH_UNITS, (1000, 2000))
    list_values(page, read)
    page.hidden_rows = list(list_values(page, old).values())
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        findings=[finding("hidden-row", when=(ACCEPT,))],
        never=[str(n) for n in old.values()],
    )


@SHELF.case("a hidden column holds last year's counts under the same heading")
def hidden_column_with_last_year() -> Case:
    page = Page("Ẩn cột")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2019")
    page.row("STT", "Đơn vị", PEOPLE, PEOPLE)
    read, old = some_counts("col", HA_TINH_UNITS), some_counts("col-old", HA_TINH_UNITS, (1000, 2000))
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, old[unit], read[unit])
    page.hidden_columns = ["C"]
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2019,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2019, read),
        findings=[finding("hidden-column", "C:C", when=(ACCEPT,))],
        never=[str(n) for n in old.values()],
    )


@SHELF.case("a filter is on and hides rows that belong to the table")
def filter_that_hides_rows() -> Case:
    page = Page("Lọc")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    heading = page.row("STT", "Đơn vị", PEOPLE)
    read = some_counts("filtered", HA_TINH_UNITS)
    lines = list_values(page, read)
    hidden = [unit for unit, count in read.items() if count < 400]
    page.filtered = f"A{heading}:C{max(lines.values())}"
    page.hidden_rows = [lines[unit] for unit in hidden]
    assert hidden
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, {u: n for u, n in read.items() if u not in hidden}),
        optional=counts(GROWTH, 2018, {u: read[u] for u in hidden}),
        findings=[finding("hidden-row")],
    )


@SHELF.case("a filter that is on shows some of the units: the others are of the table all the same")
def filter_on_some_units() -> Case:
    page = Page("Lọc")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    heading = page.row("STT", "Đơn vị", PEOPLE)
    read = some_counts("filter on", HA_TINH_UNITS)
    lines = list_values(page, read)
    page.filtered, page.filter_by = f"A{heading}:C{max(lines.values())}", ("C", "x >= 400")
    page.hidden_rows = [lines[unit] for unit, count in read.items() if count < 400]
    assert page.hidden_rows
    findings = [finding("hidden-row", f"{row}:{row}") for row in page.hidden_rows]
    figures = counts(GROWTH, 2018, read)
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=figures, findings=findings)


@SHELF.case("a filter that is on shows one of several figures of each unit")
def filter_on_one_of_several() -> Case:
    page = Page("Lọc")
    page.row("SỐ NGƯỜI THAM GIA NĂM 2018")
    heading = page.row("STT", "Đơn vị", "Loại hình", PEOPLE)
    read, others = (
        some_counts("picked", HA_TINH_UNITS),
        some_counts("not picked", HA_TINH_UNITS, (1000, 2000)),
    )
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, "Tự nguyện", read[unit])
        page.hidden_rows.append(page.row(place, unit, "Bắt buộc", others[unit]))
    page.filtered, page.filter_by = f"A{heading}:D{page.hidden_rows[-1]}", ("C", 'x == "Tự nguyện"')
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        findings=[finding("hidden-row")],
        never=[str(n) for n in others.values()],
    )


@SHELF.case("a filter is set and hides nothing")
def filter_that_hides_nothing() -> Case:
    page = Page("Lọc")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    heading = page.row("STT", "Đơn vị", PEOPLE)
    read = some_counts("unfiltered", HA_TINH_UNITS)
    lines = list_values(page, read, shortened)
    page.filtered = f"A{heading}:C{max(lines.values())}"
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("two tables of different indicators one below the other")
def two_tables_one_below_the_other() -> Case:
    page = Page("Biểu 1-2")
    page.row("BIỂU 1: ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
    read, people = some_shares("stacked", HA_TINH_UNITS), some_counts("stacked-people", HA_TINH_UNITS)
    list_shares(page, read)
    page.skip(2)
    page.row("BIỂU 2: BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", PEOPLE)
    list_values(page, people)
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=[*shares(ENROLLED, 2018, read), *counts(GROWTH, 2018, people)],
    )


@SHELF.case("the districts in two blocks side by side, to fit one page")
def two_blocks_side_by_side() -> Case:
    page = Page("Hai cột")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2019")
    page.row("TT", "Đơn vị", PEOPLE, None, "TT", "Đơn vị", PEOPLE)
    read = some_counts("blocks", HA_TINH_UNITS)
    names = list(read)
    for place in range(7):
        right = names[place + 7] if place + 7 < len(names) else None
        beside = (place + 8, right, read[right]) if right else ()
        page.row(place + 1, names[place], read[names[place]], None, *beside)
    return Case(workbook(page), READ_OR_ASK, year=2019, stage=OFFICIAL, figures=counts(GROWTH, 2019, read))


@SHELF.case("a long list with the plan's own names of indicators and short words for the stage")
def long_list_in_vietnamese() -> Case:
    page = Page("Dữ liệu")
    page.row("Đơn vị", "Chỉ tiêu", "Năm", "Tử số", "Mẫu số", "Giá trị", "Loại số liệu")
    enrolled = "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN"
    page.row("TP. Hà Tĩnh", enrolled, 2018, 413, 555, None, "Chính thức")
    page.row("TX. Kỳ Anh", enrolled, 2018, 164, 213, None, "Chính thức")
    page.row("H. Kỳ Anh", enrolled, 2018, 107, 143, None, "Chính thức")
    page.row("Tỉnh Hà Tĩnh", "Số người tham gia BHXH tự nguyện", 2018, 5101, None, None, "Chính thức")
    page.row("Tỉnh Hà Tĩnh", "Số người tham gia BHXH tự nguyện", 2019, 7003, None, None, "Ước thực hiện")
    read = {"Thành phố Hà Tĩnh": (413, 555), "Thị xã Kỳ Anh": (164, 213), "Huyện Kỳ Anh": (107, 143)}
    return Case(
        workbook(page),
        READ,
        figures=[
            *shares(ENROLLED, 2018, read),
            *counts(GROWTH, 2018, {HA_TINH_PROVINCE: 5101}),
            *counts(GROWTH, 2019, {HA_TINH_PROVINCE: 7003}, ESTIMATE),
        ],
    )


@SHELF.case("a long list with columns in another order, a title above and an extra column")
def long_list_in_another_order() -> Case:
    page = Page("Dữ liệu")
    page.row("DANH SÁCH SỐ LIỆU NĂM 2017")
    page.row("STT", "Năm", "Chỉ tiêu", "Tên đơn vị", "Mẫu số", "Tử số", "Ghi chú")
    read = some_shares("long-order", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, 2017, "employers-enrolled", unit, whole, part, "kiểm tra" if place == 3 else None)
    return Case(workbook(page), READ_OR_ASK, stage=OFFICIAL, figures=shares(ENROLLED, 2017, read))


@SHELF.case("one district alone sends the table: its name in the letterhead, no rows of units")
def one_district_alone() -> Case:
    page = Page("BC")
    page.row("BẢO HIỂM XÃ HỘI HUYỆN HƯƠNG KHÊ")
    page.row("BÁO CÁO CÁC CHỈ TIÊU NĂM 2018")
    page.row("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện")
    page.row(1, WHOLE, "Đơn vị", None, 141)
    page.row(2, PART, "Đơn vị", 127, 118)
    page.row(3, "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN", "%", 90, share_of(118, 141))
    page.row(4, PEOPLE, "Người", 400, 377)
    unit = "Huyện Hương Khê"
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=[*shares(ENROLLED, 2018, {unit: (118, 141)}), *counts(GROWTH, 2018, {unit: 377})],
        never=["400", "127"],
    )


@SHELF.case("the column «Đơn vị» is the unit of measure, not the reporting unit")
def unit_column_that_is_the_measure() -> Case:
    page = Page("Tổng hợp")
    page.row("MỘT SỐ CHỈ TIÊU BHXH TỈNH HÀ TĨNH NĂM 2019")
    page.row("TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch", "Thực hiện", "TH/KH (%)")
    page.row(1, WHOLE, "Đơn vị", None, 3105)
    page.row(2, PART, "Đơn vị", 2795, 2821, share_of(2821, 2795))
    page.row(3, PEOPLE, "Người", 7500, 7402, share_of(7402, 7500))
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2019,
        stage=OFFICIAL,
        figures=[
            *shares(ENROLLED, 2019, {HA_TINH_PROVINCE: (2821, 3105)}),
            *counts(GROWTH, 2019, {HA_TINH_PROVINCE: 7402}),
        ],
        never=["7500", "2795"],
    )


@SHELF.case("plan, actual and completion for each of two indicators, under two heading rows")
def plan_and_actual_for_each_indicator() -> Case:
    page = Page("KH-TH")
    page.row("THỰC HIỆN CHỈ TIÊU NĂM 2018 CÁC HUYỆN, THỊ XÃ, THÀNH PHỐ")
    page.row(
        "STT",
        "Đơn vị",
        "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN (%)",
        None,
        "Số người tham gia BHXH tự nguyện",
    )
    page.row(None, None, "Chỉ tiêu giao", "Thực hiện", "Chỉ tiêu giao", "Thực hiện", "% KH")
    page.merge("A2:A3", "B2:B3", "C2:D2", "E2:G2")
    shares_read = {u: share_of(*counted) for u, counted in some_shares("kh-th", HA_TINH_UNITS).items()}
    people = some_counts("kh-th-people", HA_TINH_UNITS)
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        plan = people[unit] * 105 // 100
        page.row(place, unit, 81, shares_read[unit], plan, people[unit], share_of(people[unit], plan))
    percent = {unit: f"{value:.2f}" for unit, value in shares_read.items()}
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=[*percents(ENROLLED, 2018, percent), *counts(GROWTH, 2018, people)],
    )


@SHELF.case("the total of a column of counts repeated beside the table, with a small check table")
def small_check_table_beside() -> Case:
    page = Page("Kiểm tra")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2017")
    page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", None, "Kiểm tra")
    read = some_shares("check", HA_TINH_UNITS)
    list_shares(page, read, columns=("whole", "part"))
    part, whole = total(read)
    page.at("F3", "Tổng phải tham gia")
    page.at("G3", whole)
    page.at("F4", "Tổng đã tham gia")
    page.at("G4", part)
    return Case(workbook(page), READ_OR_ASK, year=2017, stage=OFFICIAL, figures=shares(ENROLLED, 2017, read))
