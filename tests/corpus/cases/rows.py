"""Numbering, groups, subtotals and totals, and what stands below a table."""

from __future__ import annotations

from ..expectation import (
    ACCEPT,
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    NGHE_AN,
    OFFICIAL,
    PLACED,
    READ,
    READ_OR_ASK,
    REFERRED,
    Case,
    Shelf,
    counts,
    finding,
    percents,
    shares,
)
from ..paper import Page, workbook
from ..places import (
    HA_TINH_OFFICE,
    HA_TINH_PROVINCE,
    HA_TINH_UNITS,
    NGHE_AN_HIGHLAND,
    NGHE_AN_LOWLAND,
    NGHE_AN_PROVINCE,
    NGHE_AN_TOWNS,
    NGHE_AN_UNITS,
    familiar,
    in_vietnamese,
    share_of,
    shortened,
    some_counts,
    some_percents,
    some_shares,
    total,
)
from ..stationery import centred, signatures
from ..tables import list_shares, list_values

SHELF = Shelf("rows")
TOWNS, DISTRICTS = HA_TINH_UNITS[:3], HA_TINH_UNITS[3:]
HEADING = ("STT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")


def _titled(name: str, year: int) -> Page:
    page = Page(name)
    centred(page, f"THAM GIA BHXH BẮT BUỘC, BHTN NĂM {year}", "E")
    page.row(*HEADING)
    return page


def _sum_row(page: Page, number: str | None, words: str, of: dict[str, tuple[int, int]]) -> int:
    part, whole = total(of)
    return page.row(number, words, whole, part, share_of(part, whole))


@SHELF.case("the total at the top, roman groups with subtotals, numbering that starts again in each group")
def total_on_top_and_roman_groups() -> Case:
    page = _titled("Nhóm", 2018)
    read = some_shares("roman", HA_TINH_UNITS)
    towns, districts = ({u: read[u] for u in some} for some in (TOWNS, DISTRICTS))
    _sum_row(page, None, "Tổng cộng", read)
    _sum_row(page, "I", "Thành phố, thị xã", towns)
    list_shares(page, towns, shortened)
    _sum_row(page, "II", "Các huyện", districts)
    list_shares(page, districts, shortened)
    return Case(
        workbook(page),
        READ,
        year=2018,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2018, read),
        optional=shares(ENROLLED, 2018, {HA_TINH_PROVINCE: total(read)}),
    )


@SHELF.case("«TOÀN TỈNH» on top, which adds up")
def whole_province_on_top() -> Case:
    page = _titled("Toàn tỉnh", 2017)
    read = some_shares("top", HA_TINH_UNITS)
    _sum_row(page, None, "TOÀN TỈNH", read)
    list_shares(page, read, familiar)
    return Case(
        workbook(page),
        READ,
        year=2017,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2017, {HA_TINH_PROVINCE: total(read)} | read),
    )


@SHELF.case("«TỔNG SỐ» at the bottom misses the sum of its rows by a swap of digits")
def total_that_does_not_add_up() -> Case:
    page = _titled("Tổng số", 2019)
    read = some_shares("swap", HA_TINH_UNITS)
    list_shares(page, read)
    part, whole = total(read)
    line = page.row(None, "TỔNG SỐ", whole + 27, part, share_of(part, whole + 27))
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2019,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2019, read),
        optional=shares(ENROLLED, 2019, {HA_TINH_PROVINCE: (part, whole + 27)}),
        findings=[finding("total-mismatch", f"{line}:{line}")],
    )


@SHELF.case("«Toàn tỉnh» at the bottom is the province's own value and differs from the sum of its rows")
def whole_province_that_does_not_add_up() -> Case:
    page = Page("BHXH TN")
    centred(page, "SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018", "C")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    read = some_counts("own-value", HA_TINH_UNITS)
    list_values(page, read)
    line = page.row(None, "Toàn tỉnh", sum(read.values()) + 90)
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read | {HA_TINH_PROVINCE: sum(read.values()) + 90}),
        findings=[finding("total-mismatch", f"{line}:{line}")],
    )


@SHELF.case("«Cộng» without any figure")
def sum_row_left_empty() -> Case:
    page = _titled("Cộng", 2017)
    read = some_shares("empty-sum", HA_TINH_UNITS)
    list_shares(page, read)
    page.row(None, "Cộng")
    return Case(workbook(page), READ, year=2017, stage=OFFICIAL, figures=shares(ENROLLED, 2017, read))


@SHELF.case("lettered groups, closed by «Cộng khối …» instead of opened by a subtotal")
def lettered_groups_closed_by_sums() -> Case:
    page = _titled("Khối", 2019)
    read = some_shares("lettered", HA_TINH_UNITS)
    towns, districts = ({u: read[u] for u in some} for some in (TOWNS, DISTRICTS))
    page.row("a)", "Khối thành phố, thị xã")
    list_shares(page, towns)
    _sum_row(page, None, "Cộng khối thành phố, thị xã", towns)
    page.row("b)", "Khối huyện")
    list_shares(page, districts, first=4)
    _sum_row(page, None, "Cộng khối huyện", districts)
    _sum_row(page, None, "Tổng cộng (a+b)", read)
    return Case(
        workbook(page),
        READ,
        year=2019,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2019, read),
        optional=shares(ENROLLED, 2019, {HA_TINH_PROVINCE: total(read)}),
    )


@SHELF.case("a mean of the percentages below: it is not the province's share")
def mean_row_below_percentages() -> Case:
    page = Page("TL")
    centred(page, "TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018 (%)", "C")
    page.row("STT", "Đơn vị", "Tỷ lệ tham gia (%)")
    read = some_percents("mean", HA_TINH_UNITS)
    list_values(page, {unit: float(value) for unit, value in read.items()})
    page.row(None, "Bình quân", 80.55)
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=percents(ENROLLED, 2018, read),
        never=["80.55"],
    )


@SHELF.case("notes below name a unit and hold numbers; a source line follows")
def notes_that_name_a_unit_and_numbers() -> Case:
    page = _titled("PL", 2018)
    read = some_shares("notes", HA_TINH_UNITS)
    list_shares(page, read, shortened)
    page.row("Ghi chú: (*) Thị xã Kỳ Anh: gồm cả 25 đơn vị trong Khu kinh tế Vũng Áng.")
    page.row(None, "- Huyện Lộc Hà: 12 đơn vị ngừng hoạt động trong năm 2018", 12)
    page.row("Nguồn: BHXH tỉnh, Cục Thuế tỉnh")
    signatures(page, ("Lê Thị Hà", "Bùi Đức Thọ"), "Hà Tĩnh, ngày 25 tháng 01 năm 2019")
    return Case(workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("signatures whose names are names of districts: Nguyễn Anh Sơn, Yên Thành")
def signatures_named_like_districts() -> Case:
    page = Page("GTVL")
    centred(page, "KẾT QUẢ GIỚI THIỆU VIỆC LÀM NĂM 2023", "E")
    page.row(
        "TT",
        "Huyện, thành, thị",
        "Số người thất nghiệp có nhu cầu GTVL",
        "Số người thất nghiệp được GTVL",
        "Tỷ lệ (%)",
    )
    read = some_shares("signed", NGHE_AN_UNITS, whole=(90, 1900))
    list_shares(page, read, shortened)
    page.skip()
    page.row(None, "Người lập biểu", None, "Giám đốc")
    page.skip(2)
    page.row(None, "Anh Sơn", None, "Nguyễn Yên Thành")
    return Case(
        workbook(page),
        READ_OR_ASK,
        plan=NGHE_AN,
        year=2023,
        stage=OFFICIAL,
        figures=shares(REFERRED, 2023, read),
    )


@SHELF.case("the province's own office has its row, and the total covers it")
def provincial_office_among_the_rows() -> Case:
    page = _titled("VP", 2018)
    read = some_shares("office", (HA_TINH_OFFICE, *HA_TINH_UNITS))
    list_shares(page, read, lambda unit: "Văn phòng BHXH tỉnh" if unit == HA_TINH_OFFICE else shortened(unit))
    _sum_row(page, None, "Tổng cộng", read)
    return Case(
        workbook(page),
        READ,
        year=2018,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2018, read),
        optional=shares(ENROLLED, 2018, {HA_TINH_PROVINCE: total(read)}),
    )


@SHELF.case("under each unit, rows of what it consists of: those are parts, not units")
def rows_of_parts_under_each_unit() -> Case:
    page = _titled("Chi tiết", 2019)
    some = HA_TINH_UNITS[:5]
    read = some_shares("parts", some, whole=(200, 640))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, share_of(part, whole))
        page.row(None, "- Doanh nghiệp", whole - 80, part - 75, share_of(part - 75, whole - 80))
        page.row(None, "- Hành chính, sự nghiệp", 80, 75, share_of(75, 80))
    return Case(workbook(page), NEVER_WRONG, year=2019, stage=OFFICIAL, figures=shares(ENROLLED, 2019, read))


@SHELF.case("empty lines between the rows, and one unit without any figure")
def empty_lines_and_an_empty_unit() -> Case:
    page = _titled("Thưa", 2017)
    read = some_shares("sparse", [u for u in HA_TINH_UNITS if u != "Huyện Vũ Quang"])
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        part, whole = read.get(unit, (None, None))
        page.row(place, unit, whole, part)
        page.skip(place % 2)
    return Case(workbook(page), READ, year=2017, stage=OFFICIAL, figures=shares(ENROLLED, 2017, read))


@SHELF.case("one row has the whole and no part: no observation for it, and a warning")
def row_with_half_its_figures() -> Case:
    page = _titled("Thiếu", 2018)
    read = some_shares("half", HA_TINH_UNITS)
    lines = list_shares(page, read)
    line = lines["Huyện Hương Khê"]
    del page.cells[line, 4], page.cells[line, 5]
    del read["Huyện Hương Khê"]
    return Case(
        workbook(page),
        READ,
        year=2018,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2018, read),
        findings=[finding("value-missing", f"{line}:{line}")],
    )


@SHELF.case("numbering like 1.1 and 2.10 in the first column, groups numbered 1 and 2")
def decimal_numbering() -> Case:
    page = Page("TN")
    centred(page, "SỐ NGƯỜI ĐANG THAM GIA BHXH TỰ NGUYỆN NĂM 2019", "C")
    page.row("TT", "Đơn vị", "Số người đang tham gia BHXH tự nguyện")
    read = some_counts("decimal", HA_TINH_UNITS)
    for group, (words, units) in enumerate((("Đô thị", TOWNS), ("Nông thôn", DISTRICTS)), 1):
        page.row(str(group), words, sum(read[u] for u in units))
        for place, unit in enumerate(units, 1):
            page.row(f"{group}.{place}", shortened(unit), read[unit])
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=counts(GROWTH, 2019, read))


@SHELF.case("three regions of Nghệ An with subtotals, two indicators that share a column")
def three_regions_and_two_indicators() -> Case:
    page = Page("Vùng")
    centred(page, "GIỚI THIỆU VIỆC LÀM CHO NGƯỜI THẤT NGHIỆP NĂM 2021", "E")
    page.row(
        "TT",
        "Đơn vị",
        "Số người thất nghiệp có nhu cầu GTVL",
        "Số người được GTVL",
        "Số người được GTVL thành công",
    )
    referred = some_shares("regions", NGHE_AN_UNITS, whole=(80, 1700))
    placed = {unit: (part * 55 // 100, part) for unit, (part, _) in referred.items()}
    regions = {
        "VÙNG ĐÔ THỊ": NGHE_AN_TOWNS,
        "VÙNG ĐỒNG BẰNG": NGHE_AN_LOWLAND,
        "VÙNG MIỀN NÚI": NGHE_AN_HIGHLAND,
    }
    line = 0
    for number, (words, units) in zip(("A", "B", "C"), regions.items(), strict=True):
        page.row(number, words, *(sum(_needs(referred, placed, u)[i] for u in units) for i in range(3)))
        for unit in units:
            line += 1
            page.row(line, shortened(unit, "Tp. ", "Tx. ", "Huyện "), *_needs(referred, placed, unit))
    page.row(
        None, "TOÀN TỈNH", *(sum(_needs(referred, placed, u)[i] for u in NGHE_AN_UNITS) for i in range(3))
    )
    province = [
        *shares(REFERRED, 2021, {NGHE_AN_PROVINCE: total(referred)}),
        *shares(PLACED, 2021, {NGHE_AN_PROVINCE: total(placed)}),
    ]
    return Case(
        workbook(page),
        READ,
        plan=NGHE_AN,
        year=2021,
        stage=OFFICIAL,
        figures=[*shares(REFERRED, 2021, referred), *shares(PLACED, 2021, placed), *province],
    )


def _needs(
    referred: dict[str, tuple[int, int]], placed: dict[str, tuple[int, int]], unit: str
) -> tuple[int, int, int]:
    return referred[unit][1], referred[unit][0], placed[unit][0]


@SHELF.case("a legend under the table says what the signs in the cells mean")
def legend_of_signs() -> Case:
    page = Page("TL")
    centred(page, "TỶ LỆ ĐƠN VỊ GIAO DỊCH ĐIỆN TỬ NĂM 2018", "C")
    page.row("STT", "Đơn vị", "Tỷ lệ giao dịch điện tử (%)")
    read = some_percents("legend", [u for u in HA_TINH_UNITS if u != "Huyện Vũ Quang"])
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, in_vietnamese(read[unit]) if unit in read else "x")
    page.row("Ký hiệu: x - chưa có số liệu; 0 - không phát sinh")
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=percents("employers-e-transactions", 2018, read),
        findings=[finding("value-text-number", when=[ACCEPT])],
    )
