"""Layouts any clerk reads at once, and columns whose meaning only a person can tell: asked, not lost."""

from __future__ import annotations

from ..expectation import (
    ENROLLED,
    GROWTH,
    QUESTION,
    READ,
    REFERRED,
    Case,
    Shelf,
    answer,
    counts,
    percents,
    shares,
)
from ..places import some_counts, some_shares
from .blind_desk import SOME, SOME_NGHE_AN, paper, sent, sent_by_centre

SHELF = Shelf("plain layouts")
PEOPLE = "Số người tham gia BHXH tự nguyện"
WHOLE, PART = "Số đơn vị thuộc diện tham gia BHXH bắt buộc, BHTN", "Số đơn vị đã tham gia BHXH bắt buộc, BHTN"
READ_2018 = some_counts("plain layouts", SOME)
SHARED = some_shares("plain layouts", SOME)
ALL_READ = counts(GROWTH, 2018, READ_2018)


@SHELF.case("the unit repeated in each of its rows of indicators")
def the_unit_in_every_row() -> Case:
    page = paper(
        "TỔNG HỢP CHỈ TIÊU NĂM 2018", heads=("Đơn vị", "Chỉ tiêu", "Kế hoạch 2018", "Thực hiện 2018")
    )
    for unit, (part, whole) in SHARED.items():
        page.row(unit, WHOLE, None, whole)
        page.row(unit, PART, 1, part)
        page.row(unit, PEOPLE, 1, READ_2018[unit])
    return sent(page, expect=READ, figures=[*shares(ENROLLED, 2018, SHARED), *ALL_READ])


@SHELF.case("districts below the indicator they report; those below a line nobody knows are not its")
def districts_below_an_indicator() -> Case:
    page = paper("KẾT QUẢ THỰC HIỆN NĂM 2018", heads=("TT", "Nội dung", "Thực hiện"))
    page.row("I", PEOPLE, sum(READ_2018.values()))
    page.rows([(place, unit, count) for place, (unit, count) in enumerate(READ_2018.items(), 1)])
    page.row("II", "Số thẻ đã cấp", 3 * len(READ_2018))
    page.rows([(place, unit, 3) for place, unit in enumerate(READ_2018, 1)])
    whole = counts(GROWTH, 2018, {"Tỉnh Hà Tĩnh": sum(READ_2018.values())})
    return sent(page, expect=READ, figures=[*ALL_READ, *whole])


@SHELF.case("the same, where only the lines between the districts name what is counted")
def districts_below_bare_lines() -> Case:
    page = paper("KẾT QUẢ THỰC HIỆN NĂM 2018", heads=("TT", "Nội dung", "Thực hiện"))
    page.row("I", PEOPLE)
    page.rows([(place, unit, count) for place, (unit, count) in enumerate(READ_2018.items(), 1)])
    page.row("II", "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN (%)")
    page.rows([(place, unit, 82.5) for place, unit in enumerate(READ_2018, 1)])
    rates = percents(ENROLLED, 2018, dict.fromkeys(READ_2018, "82.5"))
    return sent(page, expect=READ, figures=[*ALL_READ, *rates])


@SHELF.case("a plan cited in the second line of the title is no plan's table")
def a_plan_cited_after_a_resolution() -> Case:
    cited = "(Thực hiện Nghị quyết số 28-NQ/TW và Kế hoạch số 157/KH-UBND)"
    page = paper("KẾT QUẢ NĂM 2018", cited, heads=("Đơn vị", PEOPLE))
    page.rows(list(READ_2018.items()))
    return sent(page, expect=READ, figures=ALL_READ)


@SHELF.case("a part beside the total leaves it what the title says")
def a_part_beside_the_total() -> Case:
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("Đơn vị", "Tổng số", "Trong đó: hộ nghèo"))
    page.rows([(unit, count, 9) for unit, count in READ_2018.items()])
    return sent(page, expect=READ, figures=ALL_READ)


@SHELF.case("a heading that names nothing, below a title that holds a known name: asked, not refused")
def told_by_the_title() -> Case:
    page = paper("KẾT QUẢ CHỈ TIÊU BHXH TỰ NGUYỆN NĂM 2018", heads=("Đơn vị", "Kết quả (người)"))
    page.rows(list(READ_2018.items()))
    answers = [answer("indicator-unknown", "B3", PEOPLE)]
    return sent(page, expect=(QUESTION,), figures=ALL_READ, answers=answers)


@SHELF.case("one half of a share beside a heading nobody knows: asked, not refused")
def the_other_half() -> Case:
    read = some_shares("other half", SOME_NGHE_AN)
    heads = ("Đơn vị", "Số người thất nghiệp có nhu cầu giới thiệu việc làm", "Được giới thiệu")
    page = paper("KẾT QUẢ GIỚI THIỆU VIỆC LÀM NĂM 2022", heads=heads)
    page.rows([(unit, whole, part) for unit, (part, whole) in read.items()])
    answers = [answer("indicator-unknown", "C3", "Số người thất nghiệp được giới thiệu việc làm")]
    return sent_by_centre(page, expect=(QUESTION,), figures=shares(REFERRED, 2022, read), answers=answers)


@SHELF.case("a unit's kind and its name in two columns")
def kind_and_name_apart() -> Case:
    read = some_counts(
        "kind and name apart", ("Huyện Kỳ Anh", "Thị xã Kỳ Anh", "Thành phố Hà Tĩnh", "Huyện Vũ Quang")
    )
    page = paper("KẾT QUẢ NĂM 2018", heads=("TT", "Loại", "Tên đơn vị", PEOPLE))
    for place, (unit, count) in enumerate(read.items(), 1):
        kind = next(kind for kind in ("Huyện", "Thị xã", "Thành phố") if unit.startswith(kind))
        page.row(place, kind, unit.removeprefix(f"{kind} "), count)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read))
