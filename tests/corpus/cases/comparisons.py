"""Columns that compare: a year with another, an actual with its plan. None of them holds a year's actual."""

from __future__ import annotations

from collections.abc import Sequence

from ..expectation import (
    ASK_OR_REFUSE,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    PLACED,
    QUESTION,
    READ,
    READ_OR_ASK,
    SATISFACTION,
    Case,
    Shelf,
    answer,
    counts,
    finding,
    percents,
)
from ..places import HA_TINH_PROVINCE, NGHE_AN_PROVINCE, scaled, some_counts
from .blind_desk import SOME, SOME_NGHE_AN, paper, sent, sent_by_centre

SHELF = Shelf("comparisons")
PEOPLE = "SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN"
RESULTS = "KẾT QUẢ THỰC HIỆN CHỈ TIÊU BẢO HIỂM THẤT NGHIỆP"
SATISFIED = "Chỉ số hài lòng của người tham gia BHTN"
FOUND_WORK = "Tỷ lệ người được GTVL thành công trên số được giới thiệu"
READ_2018 = some_counts("compared", SOME)


def _by_centre(
    heads: Sequence[str], satisfied: Sequence[float], placed: Sequence[float], **more: object
) -> Case:
    """Two shares of the centre under the headings."""
    page = paper(RESULTS, heads=("TT", "Chỉ tiêu", "ĐVT", *heads))
    page.row(1, SATISFIED, "%", *satisfied)
    page.row(2, FOUND_WORK, "%", *placed)
    return sent_by_centre(page, **more)  # type: ignore[arg-type]


def _by_district(
    title: str, heads: Sequence[str], *beside: float, first: bool = False, **more: object
) -> Case:
    """Counts of districts under the headings, the same comparison in every line."""
    page = paper(title, heads=("STT", "Đơn vị", *heads))
    for place, (unit, count) in enumerate(READ_2018.items(), 1):
        page.row(place, unit, *((count, *beside) if first else (*beside, count)))
    return sent(page, **more)  # type: ignore[arg-type]


@SHELF.case("the year before, the plan of the year, and the one over the other")
def a_plan_assigned_with_its_rate() -> Case:
    heads = ("Thực hiện năm 2021", "Kế hoạch năm 2022", "Tỷ lệ 2022/2021 (%)")
    return _by_centre(
        heads, (78.2, 80, 98), (44.6, 50, 97), expect=ASK_OR_REFUSE, never=("98", "97"), year=2022
    )


@SHELF.case("a plan and a bare year over a year")
def a_plan_and_a_year_over_a_year() -> Case:
    page = paper(f"{PEOPLE} NĂM 2018", heads=("STT", "Đơn vị", "KH 2018", "2018/2017"))
    page.rows([(place, unit, 400 + place, 120) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE, never=("120",), year=None)


@SHELF.case("«Năm 2018/2017» beside a plan")
def a_plan_and_the_words_year_over_year() -> Case:
    page = paper(f"{PEOPLE} NĂM 2018", heads=("STT", "Đơn vị", "Kế hoạch 2018", "Năm 2018/2017"))
    page.rows([(place, unit, 400 + place, 120) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE, never=("120",))


@SHELF.case("two years and the one over the other")
def two_years_and_their_rate() -> Case:
    heads = ("Kết quả 2021", "Kết quả 2022", "Tỷ lệ 2022/2021 (%)")
    figures = [
        *percents(SATISFACTION, 2021, {NGHE_AN_PROVINCE: "78.2"}),
        *percents(SATISFACTION, 2022, {NGHE_AN_PROVINCE: "80.4"}),
        *percents(PLACED, 2021, {NGHE_AN_PROVINCE: "44.6"}),
        *percents(PLACED, 2022, {NGHE_AN_PROVINCE: "48.9"}),
    ]
    return _by_centre(
        heads, (78.2, 80.4, 102.8), (44.6, 48.9, 109.6), expect=READ, figures=figures, year=None
    )


@SHELF.case("a year's counts and two other years compared")
def counts_and_a_rate_of_other_years() -> Case:
    heads = ("Thực hiện 2018", "TH 2020/TH 2019")
    figures = counts(GROWTH, 2018, READ_2018)
    return _by_district(PEOPLE, heads, 115, first=True, expect=READ, figures=figures, year=None)


@SHELF.case("an indicator's name with two years compared")
def a_name_with_two_years_compared() -> Case:
    page = paper("MỘT SỐ CHỈ TIÊU NĂM 2018", heads=("STT", "Nội dung", "Đơn vị tính", "Kết quả"))
    page.row(1, "Số người tham gia BHXH tự nguyện", "người", 5230)
    page.row(2, "Số người tham gia BHXH tự nguyện 2018/2017", "%", 118)
    figures = counts(GROWTH, 2018, {HA_TINH_PROVINCE: 5230})
    return sent(page, expect=READ_OR_ASK, figures=figures, never=("118",))


@SHELF.case("more or less than before, in signs")
def more_or_less_in_signs() -> Case:
    heads = ("TH 2018", "(+/-)")
    return _by_district(PEOPLE, heads, 12, first=True, expect=READ, figures=counts(GROWTH, 2018, READ_2018))


@SHELF.case("more or less than planned, in signs, and no actual")
def a_plan_and_signs() -> Case:
    page = paper(f"{PEOPLE} NĂM 2018", heads=("STT", "Đơn vị", "KH 2018", "± so KH"))
    page.rows([(place, unit, 400 + place, 12) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE, never=("12",))


@SHELF.case("«% TH» beside a plan of shares alone: achieved, or how much of the plan?")
def a_bare_rate_beside_a_plan() -> Case:
    figures = [
        *percents(SATISFACTION, 2022, {NGHE_AN_PROVINCE: "81.2"}),
        *percents(PLACED, 2022, {NGHE_AN_PROVINCE: "52.1"}),
    ]
    return _by_centre(
        ("KH 2022", "% TH"),
        (80, 81.2),
        (50, 52.1),
        expect=(QUESTION,),
        figures=figures,
        findings=[finding("indicator-unknown", "E3")],
        answers=[answer("indicator-unknown", "E3", "% TH")],
    )


@SHELF.case("«Tỷ lệ (%)» beside plan and actual is how much of the plan was done")
def a_bare_rate_beside_plan_and_actual() -> Case:
    heads = ("KH 2022", "TH 2022", "Tỷ lệ (%)")
    figures = [
        *percents(SATISFACTION, 2022, {NGHE_AN_PROVINCE: "80.4"}),
        *percents(PLACED, 2022, {NGHE_AN_PROVINCE: "48.9"}),
    ]
    return _by_centre(
        heads,
        (80, 80.4, 100.5),
        (50, 48.9, 97.8),
        expect=READ,
        figures=figures,
        findings=[finding("column-unknown", "F3")],
    )


@SHELF.case("shares by district, the plan's and how much of it was done")
def a_bare_rate_of_districts_beside_a_plan() -> Case:
    title = "TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018"
    page = paper(title, heads=("STT", "Đơn vị", "KH 2018 (%)", "TH 2018 (%)", "Tỷ lệ TH (%)"))
    page.rows([(place, unit, 90, 81 + place / 2, 90 + place) for place, unit in enumerate(SOME, 1)])
    read = {unit: f"{81 + place / 2:.1f}".removesuffix(".0") for place, unit in enumerate(SOME, 1)}
    return sent(page, expect=READ, figures=percents(ENROLLED, 2018, read))


def _rate_beside(*beside: str, values: tuple[float, ...]) -> Case:
    """The counselled, another column, and a bare rate of who knows what."""
    heads = ("STT", "Đơn vị", *beside, "Tỷ lệ (%)")
    page = paper("BÁO CÁO NĂM 2022", heads=heads)
    page.rows([(place, unit, *values) for place, unit in enumerate(SOME_NGHE_AN, 1)])
    return sent_by_centre(page, expect=ASK_OR_REFUSE, findings=[finding("indicator-unknown", "E3")])


@SHELF.case("a plan, what was done, and a rate: of the plan or of those in need?")
def a_rate_beside_a_plan_and_a_part() -> Case:
    return _rate_beside("Chỉ tiêu giao", "Số người được tư vấn", values=(160, 150, 93.75))


@SHELF.case("more or fewer than before, and a rate beside the part")
def a_rate_beside_a_change() -> Case:
    return _rate_beside("Số người được tư vấn", "Tăng/giảm", values=(150, 25, 20))


@SHELF.case("women among them, and a rate beside the part")
def a_rate_beside_women() -> Case:
    return _rate_beside("Số người được tư vấn", "Nữ", values=(150, 60, 40))


@SHELF.case("a yearbook's preliminary figure is an estimate")
def a_preliminary_figure() -> Case:
    later = scaled(READ_2018, 120)
    page = paper(PEOPLE, heads=("STT", "Đơn vị", "2018", "Sơ bộ 2019"))
    page.rows([(place, unit, READ_2018[unit], later[unit]) for place, unit in enumerate(SOME, 1)])
    figures = [*counts(GROWTH, 2018, READ_2018), *counts(GROWTH, 2019, later, ESTIMATE)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("what was estimated, what came of it, and the difference")
def estimated_and_final() -> Case:
    guessed = scaled(READ_2018, 98)
    heads = ("STT", "Đơn vị", "Ước thực hiện năm 2018", "Chính thức năm 2018", "Chênh lệch")
    page = paper(PEOPLE, heads=heads)
    for place, unit in enumerate(SOME, 1):
        page.row(place, unit, guessed[unit], READ_2018[unit], READ_2018[unit] - guessed[unit])
    figures = [*counts(GROWTH, 2018, READ_2018), *counts(GROWTH, 2018, guessed, ESTIMATE)]
    return sent(page, expect=READ, figures=figures)


@SHELF.case("rows of counts under «Số người»")
def rows_of_counts_under_people() -> Case:
    page = paper("TỈNH HÀ TĨNH - NĂM 2018", heads=("TT", "Nội dung", "Số người"))
    page.row(1, "Số người tham gia BHXH tự nguyện", 5230)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, {HA_TINH_PROVINCE: 5230}))
