"""Headings of one to three rows, column codes, and the words offices head their columns with."""

from __future__ import annotations

from ..expectation import (
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    OFFICIAL,
    READ,
    READ_OR_ASK,
    Case,
    Shelf,
    counts,
    shares,
)
from ..paper import Page, workbook
from ..places import HA_TINH_UNITS, familiar, share_of, shortened, some_counts, some_shares
from ..stationery import centred
from ..tables import list_shares, list_values

SHELF = Shelf("headings")


@SHELF.case("two heading rows: a group of three columns, the others merged downwards")
def two_rows_with_a_group() -> Case:
    page = Page("PL1")
    centred(page, "THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2019", "F")
    page.row("STT", "Tên huyện, thành phố, thị xã", "Đơn vị sử dụng lao động", None, None, "Ghi chú")
    page.row(None, None, "Thuộc diện phải tham gia", "Đã tham gia BHXH bắt buộc, BHTN", "Tỷ lệ (%)")
    page.merge("A2:A3", "B2:B3", "C2:E2", "F2:F3")
    read = some_shares("two-rows", HA_TINH_UNITS)
    list_shares(page, read, shortened)
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=shares(ENROLLED, 2019, read))


@SHELF.case("three heading rows: employers wanted, workers beside them with the same words are not")
def three_rows_with_workers_beside() -> Case:
    page = Page("Bieu 2")
    centred(page, "BIỂU 2: THỰC HIỆN BHXH BẮT BUỘC, BHTN NĂM 2018", "H")
    page.row("STT", "Đơn vị", "BHXH bắt buộc, BHTN")
    page.row(None, None, "Số đơn vị", None, None, "Số lao động")
    page.row(
        None, None, "Phải tham gia", "Đã tham gia", "Tỷ lệ (%)", "Phải tham gia", "Đã tham gia", "Tỷ lệ (%)"
    )
    page.merge("A2:A4", "B2:B4", "C2:H2", "C3:E3", "F3:H3")
    read = some_shares("three-rows", HA_TINH_UNITS)
    workers = some_shares("workers", HA_TINH_UNITS, whole=(1500, 9000))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        n, d = workers[unit]
        page.row(place, unit, whole, part, share_of(part, whole), d, n, share_of(n, d))
    return Case(workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case(
    "compulsory (employers, people) beside voluntary (people): only the voluntary count is an indicator"
)
def compulsory_people_beside_voluntary_people() -> Case:
    page = Page("Tong hop")
    page.row("TỔNG HỢP ĐỐI TƯỢNG THAM GIA BHXH NĂM 2017 TỈNH HÀ TĨNH")
    page.row("STT", "Đơn vị", "BHXH bắt buộc", None, "BHXH tự nguyện")
    page.row(None, None, "Số đơn vị", "Số người", "Số người")
    page.merge("A2:A3", "B2:B3", "C2:D2")
    read = some_counts("beside", HA_TINH_UNITS)
    employers = some_counts("beside-employers", HA_TINH_UNITS, (60, 600))
    people = some_counts("beside-people", HA_TINH_UNITS, (3000, 20000))
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, shortened(unit), employers[unit], people[unit], read[unit])
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2017,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2017, read),
        never=[str(people[u]) for u in HA_TINH_UNITS],
    )


@SHELF.case("a row of letters and numbers: A, B, 1, 2, 3=2/1")
def codes_with_a_quotient() -> Case:
    page = Page("PL 03")
    centred(page, "PHỤ LỤC 03. ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", "E")
    page.row("Số TT", "Đơn vị hành chính", "Số đơn vị thuộc diện", "Số đơn vị tham gia", "Tỷ lệ %")
    page.row("A", "B", 1, 2, "3=2/1")
    read = some_shares("codes", HA_TINH_UNITS)
    list_shares(page, read, familiar)
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("bracketed codes, the part before the whole: (1), (2), (3)=(1)/(2)×100")
def bracketed_codes_part_first() -> Case:
    page = Page("Giao dich DT")
    centred(page, "TÌNH HÌNH GIAO DỊCH ĐIỆN TỬ NĂM 2017", "E")
    page.row("TT", "Đơn vị", "Số đơn vị đã giao dịch điện tử", "Tổng số đơn vị sử dụng lao động", "Tỷ lệ (%)")
    page.row("(a)", "(b)", "(1)", "(2)", "(3)=(1)/(2)×100")
    read = some_shares("brackets", HA_TINH_UNITS, percent=(80, 99))
    list_shares(page, read, columns=("part", "whole", "percent"))
    return Case(workbook(page), READ, year=2017, stage=OFFICIAL, figures=shares(ELECTRONIC, 2017, read))


@SHELF.case("column numbers 1 to 5 as numbers, the columns of STT and name counted too")
def codes_that_are_plain_numbers() -> Case:
    page = Page("B1")
    centred(page, "ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2019", "E")
    page.row(
        "STT",
        "Đơn vị",
        "Số đơn vị thuộc diện tham gia",
        "Số đơn vị đang tham gia BHXH bắt buộc, BHTN",
        "Tỷ lệ (%)",
    )
    page.row(1, 2, 3, 4, 5)
    read = some_shares("plain-codes", HA_TINH_UNITS)
    list_shares(page, read)
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=shares(ENROLLED, 2019, read))


@SHELF.case("long headings broken over lines, with double spaces and trailing spaces")
def headings_broken_over_lines() -> Case:
    page = Page("Trang tính1")
    page.row("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN  NĂM  2018 ")
    page.row(
        " STT ",
        "Đơn\nvị ",
        "Tổng số\nđơn vị thuộc  diện\nphải tham gia",
        "Số đơn vị\nđã đăng ký\ntham gia BHXH\u00a0bắt buộc, BHTN ",
        "Tỷ lệ\n(%)",
    )
    read = some_shares("broken", HA_TINH_UNITS)
    list_shares(page, read)
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("abbreviated headings: ĐV SDLĐ, BHXH BB, TL %")
def abbreviated_headings() -> Case:
    page = Page("ĐV TG")
    page.row("TÌNH HÌNH ĐƠN VỊ THAM GIA BHXH BB, BHTN NĂM 2017")
    page.row(
        "TT",
        "Địa bàn",
        "Số ĐV SDLĐ thuộc diện tham gia BHXH BB, BHTN",
        "Số ĐV SDLĐ đã tham gia BHXH BB, BHTN",
        "TL (%)",
    )
    read = some_shares("abbreviated", HA_TINH_UNITS)
    list_shares(page, read, familiar)
    return Case(workbook(page), READ_OR_ASK, year=2017, stage=OFFICIAL, figures=shares(ENROLLED, 2017, read))


@SHELF.case("every word written out in full")
def headings_written_in_full() -> Case:
    page = Page("Biểu số 1")
    page.row("BIỂU SỐ 1 - NĂM 2019")
    page.row(
        "Số thứ tự",
        "Tên đơn vị",
        "Số đơn vị sử dụng lao động thuộc diện phải tham gia bảo hiểm xã hội bắt buộc, bảo hiểm thất nghiệp",
        "Số đơn vị sử dụng lao động đã đăng ký tham gia bảo hiểm xã hội bắt buộc, bảo hiểm thất nghiệp",
        "Tỷ lệ đơn vị sử dụng lao động tham gia bảo hiểm xã hội bắt buộc, bảo hiểm thất nghiệp (%)",
    )
    read = some_shares("in-full", HA_TINH_UNITS)
    list_shares(page, read)
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=shares(ENROLLED, 2019, read))


@SHELF.case("headings in capitals")
def headings_in_capitals() -> Case:
    page = Page("SHEET1")
    page.row("BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "HUYỆN, THỊ XÃ, THÀNH PHỐ", "SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN", "GHI CHÚ")
    read = some_counts("capitals", HA_TINH_UNITS)
    list_values(page, read, str.upper)
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("the heading is repeated in the middle, where the printed page broke")
def heading_repeated_after_a_page_break() -> Case:
    page = Page("In")
    page.row("SỐ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    heading = ("STT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
    read = some_shares("page-break", HA_TINH_UNITS)
    above, below = dict(list(read.items())[:7]), dict(list(read.items())[7:])
    page.row(*heading)
    list_shares(page, above)
    page.row("Trang 2")
    page.row(*heading)
    list_shares(page, below, first=8)
    return Case(workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("the whole, then «of these» with the part")
def part_headed_by_of_these() -> Case:
    page = Page("Sheet1")
    page.row("ĐƠN VỊ SDLĐ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2019")
    page.row("STT", "Đơn vị", "Tổng số đơn vị thuộc diện phải tham gia", "Trong đó")
    page.row(None, None, None, "Số đơn vị đã tham gia", "Số đơn vị chưa tham gia")
    page.merge("A2:A3", "B2:B3", "C2:C3", "D2:E2")
    read = some_shares("of-these", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, whole - part)
    return Case(workbook(page), READ_OR_ASK, year=2019, stage=OFFICIAL, figures=shares(ENROLLED, 2019, read))


@SHELF.case("the column of names has no heading")
def names_without_a_heading() -> Case:
    page = Page("Sheet1")
    page.row("BHXH TỰ NGUYỆN TỈNH HÀ TĨNH NĂM 2017")
    page.row(None, None, "Số người tham gia BHXH tự nguyện")
    read = some_counts("no-heading", HA_TINH_UNITS)
    list_values(page, read)
    return Case(workbook(page), READ_OR_ASK, year=2017, stage=OFFICIAL, figures=counts(GROWTH, 2017, read))


@SHELF.case("rows are the district offices of the insurance: «BHXH huyện Hương Sơn»")
def rows_named_after_district_offices() -> Case:
    page = Page("BHXH huyen")
    page.row("BÁO CÁO GIAO DỊCH ĐIỆN TỬ NĂM 2018")
    page.row(
        "STT",
        "BHXH huyện, thị xã, thành phố",
        "Số đơn vị SDLĐ",
        "Số đơn vị SDLĐ thực hiện giao dịch điện tử",
        "Tỷ lệ",
    )
    read = some_shares("offices", HA_TINH_UNITS, percent=(88, 100))
    list_shares(page, read, lambda unit: "BHXH " + unit[0].lower() + unit[1:])
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=shares(ELECTRONIC, 2018, read))


@SHELF.case("all three indicators of the plan side by side under two-row headings")
def three_indicators_side_by_side() -> Case:
    page = Page("Tong hop")
    page.row("TỔNG HỢP CÁC CHỈ TIÊU THEO KẾ HOẠCH 157/KH-UBND NĂM 2019")
    page.row(
        "TT",
        "Đơn vị",
        "Tham gia BHXH bắt buộc, BHTN",
        None,
        "Giao dịch điện tử",
        None,
        "Số người tham gia BHXH tự nguyện",
    )
    page.row(
        None, None, "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia",
        "Tổng số đơn vị SDLĐ", "Số đơn vị giao dịch điện tử",
    )  # fmt: skip
    page.merge("A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:G3")
    enrolled = some_shares("three-a", HA_TINH_UNITS)
    electronic = some_shares("three-b", HA_TINH_UNITS, percent=(90, 100))
    people = some_counts("three-c", HA_TINH_UNITS)
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        (n, d), (e, f) = enrolled[unit], electronic[unit]
        page.row(place, shortened(unit), d, n, f, e, people[unit])
    wanted = [
        *shares(ENROLLED, 2019, enrolled),
        *shares(ELECTRONIC, 2019, electronic),
        *counts(GROWTH, 2019, people),
    ]
    return Case(workbook(page), READ, year=2019, stage=OFFICIAL, figures=wanted)


@SHELF.case("the part is to the left of the whole and the share comes first of all")
def share_before_its_counts() -> Case:
    page = Page("Sheet1")
    page.row("TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row(
        "TT",
        "Địa phương",
        "Tỷ lệ tham gia (%)",
        "Số đơn vị đã tham gia",
        "Số đơn vị thuộc diện phải tham gia",
    )
    read = some_shares("share-first", HA_TINH_UNITS)
    list_shares(page, read, columns=("percent", "part", "whole"))
    return Case(workbook(page), READ, year=2018, stage=OFFICIAL, figures=shares(ENROLLED, 2018, read))


@SHELF.case("empty narrow columns between the filled ones")
def empty_columns_between() -> Case:
    page = Page("Sheet1")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2017")
    page.row(
        "TT",
        None,
        "Đơn vị",
        None,
        "Số đơn vị phải tham gia",
        None,
        None,
        "Số đơn vị đã tham gia",
        "Tỷ lệ (%)",
    )
    read = some_shares("narrow", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, None, unit, None, whole, None, None, part, share_of(part, whole))
    return Case(workbook(page), READ, year=2017, stage=OFFICIAL, figures=shares(ENROLLED, 2017, read))


@SHELF.case("voluntary participants under the short form «BHXH TN … đến 31/12/2018»")
def voluntary_in_short_form() -> Case:
    page = Page("BHXH TN")
    page.row("PHÁT TRIỂN ĐỐI TƯỢNG THAM GIA BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH TN đến 31/12/2018")
    read = some_counts("short-form", HA_TINH_UNITS)
    list_values(page, read)
    return Case(workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))
