"""Units under the names that offices give them, and units out of their time; written blind."""

from __future__ import annotations

from datetime import date

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    READ,
    READ_OR_ASK,
    Case,
    Figure,
    Shelf,
    answer,
    finding,
    shares,
)
from ..paper import Page
from ..places import (
    HA_TINH_OFFICE,
    HA_TINH_UNITS,
    NGHE_AN_LOWLAND,
    NGHE_AN_TOWNS,
    bare,
    shortened,
    some_shares,
    unaccented,
)
from .blind_desk import SOME, by_district, line, sent, sent_by_centre

SHELF = Shelf("blind names")
WHOLE, PART = "Số đơn vị SDLĐ thuộc diện phải tham gia", "Số đơn vị SDLĐ đã đăng ký tham gia"
HEADS = ("Đơn vị", WHOLE, PART, "Tỷ lệ (%)")
TITLE = "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018"
PROVINCE_LIST = ("TT", "Chỉ tiêu", "ĐVT", "Kết quả thực hiện năm 2018")


@SHELF.case("a district of the neighbour province")
def a_district_of_the_neighbour() -> Case:
    read = some_shares("neighbour", SOME)
    page, _ = by_district(TITLE, HEADS, read, naming=lambda unit: unit)
    row = page.row(7, "Huyện Nghi Lộc", 212, 190, 89.62)
    return sent(
        page,
        expect=NEVER_WRONG,
        figures=shares(ENROLLED, 2018, read),
        findings=[finding(("unit-not-in-plan", "unit-unknown"), line(row))],
        never=("212", "190"),
    )


@SHELF.case("a slip of the pen in a name is asked about")
def a_slip_in_a_name() -> Case:
    read = some_shares("slip", SOME)
    page, lines = by_district(
        TITLE, HEADS, read, naming=lambda unit: unit.replace("Hương Sơn", "Huơng Sownn")
    )
    cell = line(lines["Huyện Hương Sơn"])
    return sent(
        page,
        expect=ASK_OR_REFUSE,
        figures=shares(ENROLLED, 2018, read),
        findings=[finding("unit-unknown", cell)],
        answers=[answer("unit-unknown", cell, "Huyện Hương Sơn")],
    )


@SHELF.case("names without accents")
def names_without_accents() -> Case:
    read = some_shares("plain names", HA_TINH_UNITS)
    page, _ = by_district(TITLE, HEADS, read, naming=unaccented)
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a unit under two names with different figures")
def a_unit_under_two_names() -> Case:
    page, _ = by_district(TITLE, HEADS, some_shares("two names", SOME))
    page.row(7, "Hồng Lĩnh", 150, 120, 80)
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("duplicate-conflict")])


@SHELF.case("a town before it was founded")
def a_town_before_it_was_founded() -> Case:
    read = some_shares("before", HA_TINH_UNITS)
    page, lines = by_district(TITLE.replace("2018", "2014"), HEADS, read)
    findings = [finding("unit-not-valid", line(lines["Thị xã Kỳ Anh"]))]
    return sent(page, expect=ASK_OR_REFUSE, findings=findings, year=2014)


@SHELF.case("a town after it went into its city")
def a_town_after_it_was_merged() -> Case:
    heads = ("Đơn vị", "Số người thất nghiệp có nhu cầu tư vấn", "Số người thất nghiệp được tư vấn", "%")
    read = some_shares("merged town", (*NGHE_AN_TOWNS, *NGHE_AN_LOWLAND))
    page, lines = by_district("TƯ VẤN VIỆC LÀM NĂM 2025", heads, read)
    findings = [finding("unit-not-valid", line(lines["Thị xã Cửa Lò"]))]
    return sent_by_centre(page, expect=ASK_OR_REFUSE, findings=findings, year=2025)


@SHELF.case("districts report the year in which they ended")
def districts_in_their_last_year() -> Case:
    read = some_shares("last year", HA_TINH_UNITS[:12])
    page, _ = by_district(TITLE.replace("2018", "2025"), HEADS, read)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2025, read), year=2025)


@SHELF.case("districts after they ended")
def districts_after_they_ended() -> Case:
    page, lines = by_district(TITLE.replace("2018", "2026"), HEADS, some_shares("ended", SOME))
    findings = [finding("unit-not-valid", line(lines["Huyện Hương Sơn"]))]
    return sent(page, expect=ASK_OR_REFUSE, findings=findings, year=2026, today=date(2027, 2, 1))


@SHELF.case("hard spaces, line breaks and characters without width in names")
def hard_and_zero_width_spaces_in_names() -> Case:
    read = some_shares("odd spaces", SOME)

    def oddly(unit: str) -> str:
        return unit.replace(" ", "\n", 1).replace(" ", "\u00a0 ") + "\u200b "

    page, _ = by_district(TITLE, HEADS, read, naming=oddly)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("the Icelandic letter for Đ")
def a_look_alike_of_the_letter() -> Case:
    read = some_shares("look alike", SOME)
    page, _ = by_district(TITLE, HEADS, read, naming=lambda unit: unit.replace("Đ", "\u00d0"))
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read))


@SHELF.case("the kind behind the name")
def the_kind_behind_the_name() -> Case:
    read = some_shares("behind", SOME)
    page, _ = by_district(TITLE, HEADS, read, naming=lambda u: f"{bare(u)} ({u.removesuffix(' ' + bare(u))})")
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read))


@SHELF.case("people's committees as names of the lines")
def committees_as_lines() -> Case:
    read = some_shares("committees", SOME)
    page, _ = by_district(TITLE, HEADS, read, naming=lambda unit: f"UBND {unit[0].lower()}{unit[1:]}")
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("a list sent by a district is about the district, not about the province")
def a_list_sent_by_a_district() -> Case:
    page = Page()
    page.rows([["ỦY BAN NHÂN DÂN\nHUYỆN CẨM XUYÊN"], ["BÁO CÁO KẾT QUẢ THỰC HIỆN CHỈ TIÊU BHXH NĂM 2018"]])
    page.skip()
    page.row(*PROVINCE_LIST)
    page.row(1, "Tỷ lệ đơn vị SDLĐ đăng ký tham gia BHXH bắt buộc, BHTN", "%", 76.5)
    page.row(2, "Số người tham gia BHXH tự nguyện", "Người", 412)
    figures = [
        Figure(ENROLLED, "Huyện Cẩm Xuyên", "2018", value="76.5"),
        Figure(GROWTH, "Huyện Cẩm Xuyên", "2018", numerator="412"),
    ]
    return sent(page, expect=NEVER_WRONG, figures=figures)


@SHELF.case("a list sent by the labour office of a town")
def a_list_sent_by_the_labour_office_of_a_town() -> Case:
    page = Page()
    page.row("UBND THỊ XÃ THÁI HÒA")
    page.row("PHÒNG LAO ĐỘNG - TB&XH")
    page.row("BÁO CÁO CÔNG TÁC TƯ VẤN VIỆC LÀM NĂM 2022")
    page.skip()
    page.row("TT", "Nội dung", "ĐVT", "Thực hiện năm 2022")
    page.row(1, "Tỷ lệ người thất nghiệp được tư vấn khi có nhu cầu", "%", 93.4)
    figures = [Figure(COUNSELLED, "Thị xã Thái Hòa", "2022", value="93.4")]
    return sent_by_centre(page, expect=NEVER_WRONG, figures=figures)


@SHELF.case("a paper of Nghệ An sent for the plan of Hà Tĩnh")
def a_paper_of_another_province() -> Case:
    page, _ = by_district(
        "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN TỈNH NGHỆ AN NĂM 2018",
        HEADS,
        some_shares("other province", NGHE_AN_LOWLAND),
    )
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("the office's own books beside the districts, short")
def the_provincial_office_in_short() -> Case:
    read = some_shares("office short", (HA_TINH_OFFICE, *HA_TINH_UNITS))
    page, _ = by_district(
        TITLE,
        HEADS,
        read,
        naming=lambda unit: "VP BHXH tỉnh" if unit == HA_TINH_OFFICE else bare_or_kind(unit),
    )
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


def bare_or_kind(unit: str) -> str:
    """The bare name, with a short kind for the two that share one and for the city."""
    return shortened(unit) if "Kỳ Anh" in unit or "Hà Tĩnh" in unit else bare(unit)
