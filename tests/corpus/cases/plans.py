"""Titles and sheets of a plan: what was assigned, aimed at or expected is no actual, whoever calls it official."""

from __future__ import annotations

from datetime import date

from ..expectation import (
    ASK_OR_REFUSE,
    GROWTH,
    OFFICIAL,
    READ,
    READ_OR_ASK,
    SATISFACTION,
    Case,
    Shelf,
    counts,
    percents,
)
from ..paper import Page
from ..places import NGHE_AN_PROVINCE, some_counts
from .blind_desk import SOME, paper, sent, sent_by_centre

SHELF = Shelf("plans")
PEOPLE = "Số người tham gia BHXH tự nguyện"
COUNTED = some_counts("assigned", SOME)
ACHIEVED = counts(GROWTH, 2018, COUNTED)
PLANNED = tuple(str(count) for count in COUNTED.values())
SATISFIED = "Chỉ số hài lòng của người tham gia BHTN"
IN_2026 = date(2026, 3, 2)


def _page(*titles: str, name: str = "Sheet1") -> Page:
    page = paper(*titles, heads=("Đơn vị", PEOPLE), name=name)
    page.rows(list(COUNTED.items()))
    return page


def _titled(name: str, title: str) -> None:
    """A plan's title over figures that say no more."""

    def build() -> Case:
        return sent(_page(title), expect=ASK_OR_REFUSE, never=PLANNED)

    build.__name__ = f"titled_{name}"
    SHELF.case(f"a plan's title over plain figures: {title}")(build)


for _name, _title in {
    "targets": "CHỈ TIÊU SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018",
    "handed_out": "PHÂN BỔ CHỈ TIÊU NĂM 2018",
    "assigned": "SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN ĐƯỢC GIAO NĂM 2018",
    "aims": "MỤC TIÊU NĂM 2018",
    "expected": "DỰ KIẾN NĂM 2018",
    "pledged": "ĐĂNG KÝ THI ĐUA NĂM 2018",
    "plan_to_carry_out": "KẾ HOẠCH THỰC HIỆN CHỈ TIÊU BHXH TỰ NGUYỆN NĂM 2018",
    "assigned_by_a_resolution": "GIAO CHỈ TIÊU PHÁT TRIỂN BHXH TỰ NGUYỆN NĂM 2018 THỰC HIỆN NGHỊ QUYẾT 28",
}.items():
    _titled(_name, _title)


@SHELF.case("«Một số chỉ tiêu» are indicators")
def some_indicators() -> Case:
    return sent(_page("MỘT SỐ CHỈ TIÊU CHỦ YẾU NĂM 2018"), expect=READ, figures=ACHIEVED)


@SHELF.case("what was achieved of the plan assigned")
def achieved_of_what_was_assigned() -> Case:
    return sent(_page("KẾT QUẢ THỰC HIỆN CHỈ TIÊU GIAO NĂM 2018"), expect=READ, figures=ACHIEVED)


@SHELF.case("a directive to carry out below a plan's title makes no achievement of it")
def a_directive_below_a_plan() -> Case:
    page = _page("GIAO CHỈ TIÊU BHXH TỰ NGUYỆN NĂM 2018", "Thực hiện Chỉ thị 34/CT-TTg")
    return sent(page, expect=ASK_OR_REFUSE, never=PLANNED)


@SHELF.case("the decision that assigns the figures, in brackets below the title")
def assigned_by_a_cited_decision() -> Case:
    cited = "(Kèm theo Quyết định số 12/QĐ-BHXH về việc giao chỉ tiêu năm 2018)"
    return sent(
        _page("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018", cited), expect=ASK_OR_REFUSE, never=PLANNED
    )


def _on_sheet(name: str) -> Case:
    return sent(_page("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN", name=name), expect=ASK_OR_REFUSE, never=PLANNED)


@SHELF.case("a sheet called «KH 2018»")
def a_plans_sheet() -> Case:
    return _on_sheet("KH 2018")


@SHELF.case("a sheet called «Giao 2018»")
def a_sheet_of_what_was_assigned() -> Case:
    return _on_sheet("Giao 2018")


@SHELF.case("a plan's sheet whose name has no accents")
def a_plans_sheet_without_accents() -> Case:
    return _on_sheet("Ke hoach_2018")


@SHELF.case("a sheet called by the plan's number holds what was achieved under it")
def a_sheet_of_the_plans_number() -> Case:
    page = _page("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018", name="KH 157")
    return sent(page, expect=READ, figures=ACHIEVED)


@SHELF.case("a second sheet with what was assigned to other units")
def a_second_sheet_of_a_plan() -> Case:
    plan = paper("CHỈ TIÊU NĂM 2018", heads=("Đơn vị", PEOPLE), name="CT")
    plan.row("Huyện Can Lộc", 31313)
    page = _page("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018", name="2018")
    return sent(page, plan, expect=READ_OR_ASK, figures=ACHIEVED, never=("31313",))


@SHELF.case("targets of the coming years beside the one year carried out")
def carried_out_beside_a_target() -> Case:
    page = paper(
        "MỤC TIÊU ĐẾN NĂM 2025 TỈNH NGHỆ AN", heads=("STT", "Chỉ tiêu", "ĐVT", "Thực hiện 2023", "2025")
    )
    page.row(1, SATISFIED, "%", 82, 85)
    return sent_by_centre(
        page,
        expect=READ_OR_ASK,
        figures=percents(SATISFACTION, 2023, {NGHE_AN_PROVINCE: "82"}),
        never=("85",),
        year=None,
        stage=OFFICIAL,
        today=IN_2026,
    )


@SHELF.case("the aims alone, under the year they are due")
def aims_alone() -> Case:
    page = paper("CÁC MỤC TIÊU CỤ THỂ - TỈNH NGHỆ AN", heads=("STT", "Chỉ tiêu", "ĐVT", "Năm 2025"))
    page.row(1, SATISFIED, "%", 85)
    return sent_by_centre(page, expect=ASK_OR_REFUSE, never=("85",), year=None, today=IN_2026)
