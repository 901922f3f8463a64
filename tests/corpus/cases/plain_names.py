"""Short headings that their title completes, shares named by their whole, field names; and what looks like them."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    READ,
    REFUSE,
    VOCATIONAL,
    Case,
    Shelf,
    counts,
    finding,
    percents,
    shares,
)
from ..paper import Page
from ..places import NGHE_AN_PROVINCE, share_of, some_counts, some_shares
from ..tables import list_shares
from .blind_desk import SOME, SOME_NGHE_AN, by_district, paper, sent, sent_by_centre

SHELF = Shelf("plain names")
LIABLE = "Đơn vị thuộc diện phải tham gia"


@SHELF.case("«Đơn vị đã đăng ký» beside those liable, under a title that says for what; a second table below")
def registered_under_a_title_that_says_for_what() -> Case:
    enrolled, electronic = some_shares("registered", SOME), some_shares("filed", SOME)
    page, _ = by_district(
        "1. ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018",
        ("Huyện, thị xã", LIABLE, "Đơn vị đã đăng ký"),
        enrolled,
        ("whole", "part"),
    )
    page.skip(2)
    page.row("2. GIAO DỊCH ĐIỆN TỬ NĂM 2018")
    page.row("STT", "Huyện, thị xã", "Tổng số đơn vị sử dụng lao động", "Số đơn vị giao dịch điện tử")
    list_shares(page, electronic, columns=("whole", "part"))
    return sent(
        page, expect=READ, figures=[*shares(ENROLLED, 2018, enrolled), *shares(ELECTRONIC, 2018, electronic)]
    )


@SHELF.case("«Số đơn vị đã đăng ký» under a title of people or of filing is not who joined, nor who filed")
def registered_for_something_else() -> Case:
    page = Page("ĐK")
    for title in ("BHXH TỰ NGUYỆN NĂM 2018", "GIAO DỊCH ĐIỆN TỬ NĂM 2018"):
        page.row(title)
        page.row("STT", "Đơn vị", "Tổng số đơn vị sử dụng lao động", "Số đơn vị đã đăng ký")
        list_shares(page, some_shares(title, SOME), columns=("whole", "part"))
        page.skip(2)
    return sent(page, expect=REFUSE)


@SHELF.case("the share named by its whole: «Tỷ lệ so với tổng số đơn vị phải tham gia»")
def share_named_by_its_whole() -> Case:
    read = some_shares("by its whole", SOME)
    heads = ("Đơn vị", "Số đơn vị đã tham gia BHXH, BHTN", "Tỉ lệ so với tổng số đơn vị phải tham gia (%)")
    page, _ = by_district("THAM GIA BHXH, BHTN NĂM 2018", heads, read, ("part", "percent"))
    return sent(
        page,
        expect=READ,
        figures=percents(ENROLLED, 2018, {u: str(share_of(*c)) for u, c in read.items()}),
    )


@SHELF.case("a comparison with the year before is no share, whatever it is compared with")
def comparison_with_those_liable_before() -> Case:
    read = some_shares("before", SOME)
    heads = ("Đơn vị", LIABLE, "Đơn vị đã tham gia", "Tỷ lệ so với số phải tham gia năm 2017 (%)")
    page = paper("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", heads=("STT", *heads))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, 41.5 + place)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("vocational training «cho người …» is of the people it is for")
def training_for_claimants() -> Case:
    page = paper("KẾT QUẢ BHTN TỈNH NGHỆ AN NĂM 2022", heads=("STT", "Chỉ tiêu", "Năm 2022"))
    page.row(1, "Tỷ lệ hỗ trợ học nghề cho người hưởng TCTN", "6,25%")
    return sent_by_centre(page, expect=READ, figures=percents(VOCATIONAL, 2022, {NGHE_AN_PROVINCE: "6.25"}))


@SHELF.case("vocational training for others is not that of claimants")
def training_for_others() -> Case:
    page = paper("KẾT QUẢ BHTN TỈNH NGHỆ AN NĂM 2022", heads=("STT", "Chỉ tiêu", "Năm 2022"))
    page.row(1, "Tỷ lệ hỗ trợ học nghề cho người khuyết tật", "6,25%")
    return sent_by_centre(page, expect=ASK_OR_REFUSE, never=["6.25"])


@SHELF.case("a database's own field names over a long table")
def field_names() -> Case:
    read = some_counts("fields", SOME)
    page = Page("EXPORT")
    page.row("DON_VI", "MA_CHI_TIEU", "NAM", "TU_SO", "LOAI_SO_LIEU", "KE_HOACH")
    for unit, people in read.items():
        page.row(unit, GROWTH, 2018, people, "Chính thức", people + 7)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read))


@SHELF.case("Nghệ An's job placement sent for Hà Tĩnh's plan")
def figures_of_another_province() -> Case:
    heads = ("Đơn vị", "Số người có nhu cầu GTVL", "Số người được GTVL")
    page, _ = by_district("GTVL NĂM 2018", heads, some_shares("astray", SOME_NGHE_AN), ("whole", "part"))
    return sent(page, expect=REFUSE, findings=[finding("plan-mismatch", "unit-not-in-plan")])
