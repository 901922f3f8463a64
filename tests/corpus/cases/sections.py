"""Lines between the rows that rule out what stands below them, or say what it is measured in; usual groups do not."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ESTIMATE,
    GROWTH,
    READ,
    SATISFACTION,
    Case,
    Shelf,
    counts,
    finding,
    percents,
)
from ..places import NGHE_AN_PROVINCE, some_counts
from .blind_desk import SOME, paper, sent, sent_by_centre

SHELF = Shelf("sections")
HEADS = ("STT", "Chỉ tiêu", "ĐVT", "Năm 2022")
PEOPLE = "Số người tham gia BHXH tự nguyện"
ADVISED = "Tỷ lệ người thất nghiệp được tư vấn"
PLEASED = "Chỉ số hài lòng của người tham gia BHTN"
FIRST = percents(COUNSELLED, 2022, {NGHE_AN_PROVINCE: "71"})
BOTH = [*FIRST, *percents(SATISFACTION, 2022, {NGHE_AN_PROVINCE: "88"})]
READ_2018 = some_counts("sections", SOME)


def _in_sections(letter: str, section: str, heads: tuple[str, ...] = HEADS, deeper: str = "") -> Case:
    """One share under the year's results, another under the section; which is read tells what is expected."""
    page = paper("KẾT QUẢ NĂM 2022 TỈNH NGHỆ AN", heads=heads)
    page.row("A", "KẾT QUẢ NĂM 2022")
    page.row(1, ADVISED, "%", 71)
    line = page.row(letter, section)
    if deeper:
        page.row("I", deeper)
    page.row(1, PLEASED, "%", 88)
    notes = [finding("note-skipped", f"B{line}")]
    return sent_by_centre(page, expect=READ, figures=FIRST, never=("88",), findings=notes)


@SHELF.case("the plan of the next year, in its own section, under a column of this year")
def a_section_of_the_plan() -> Case:
    return _in_sections("B", "KẾ HOẠCH NĂM 2023")


@SHELF.case("«Mục tiêu đến năm 2025» under a column that names no year")
def a_section_of_targets() -> Case:
    return _in_sections("B", "Mục tiêu đến năm 2025", ("STT", "Chỉ tiêu", "ĐVT", "Số liệu"))


@SHELF.case("what a section says holds for the sections within it")
def a_section_within_the_plan() -> Case:
    return _in_sections("B", "KẾ HOẠCH NĂM 2023", deeper="Bảo hiểm thất nghiệp")


@SHELF.case("last year's results under a column of this year")
def a_section_of_another_year() -> Case:
    return _in_sections("B", "Thực hiện năm 2021")


@SHELF.case("the same period of last year")
def a_section_of_a_comparison() -> Case:
    return _in_sections("B", "Cùng kỳ năm trước")


@SHELF.case("a quarter under a column of the year")
def a_section_of_a_quarter() -> Case:
    return _in_sections("B", "Quý IV")


@SHELF.case("women alone")
def a_section_of_a_part() -> Case:
    return _in_sections("B", "Lao động nữ")


@SHELF.case("subjects, and the section after the plan")
def sections_of_subjects() -> Case:
    page = paper("KẾT QUẢ NĂM 2022 TỈNH NGHỆ AN", heads=HEADS)
    page.row("I", "Lao động - việc làm")
    page.row(1, ADVISED, "%", 71)
    page.row("II", "Kế hoạch năm 2023")
    page.row(1, ADVISED, "%", 75)
    page.row("III", "Bảo hiểm, an sinh xã hội")
    page.row(1, PLEASED, "%", 88)
    return sent_by_centre(page, expect=READ, figures=BOTH, never=("75",))


@SHELF.case("a plan's section under a column that says it is achieved: a subject")
def a_target_achieved() -> Case:
    page = paper("KẾT QUẢ TỈNH NGHỆ AN", heads=("STT", "Chỉ tiêu", "ĐVT", "Mục tiêu 2022", "Thực hiện 2022"))
    page.row("I", "Mục tiêu về bảo hiểm thất nghiệp")
    page.row(1, ADVISED, "%", 70, 71)
    page.row(2, PLEASED, "%", 85, 88)
    return sent_by_centre(page, expect=READ, figures=BOTH, never=("70", "85"))


def _grouped(group: str, **more: object) -> Case:
    page = paper("BÁO CÁO NĂM 2018", heads=("Đơn vị", PEOPLE))
    page.row(group)
    page.rows(list(READ_2018.items()))
    never = tuple(str(count) for count in READ_2018.values())
    return sent(page, **{"expect": ASK_OR_REFUSE, "never": never, **more})  # type: ignore[arg-type]


@SHELF.case("another figure's name over the districts")
def a_group_of_another_figure() -> Case:
    return _grouped("Số người tham gia BHYT")


@SHELF.case("those who left, over the districts")
def a_group_of_those_who_left() -> Case:
    return _grouped("Ngừng tham gia")


@SHELF.case("last year over the districts")
def a_group_of_a_comparison() -> Case:
    return _grouped("Cùng kỳ năm trước")


@SHELF.case("thousands, said over the districts")
def a_group_of_a_measure() -> Case:
    return _grouped("(ĐVT: nghìn người)", findings=[finding("scale-unclear")])


@SHELF.case("«Khối huyện» over the districts is a group like any other")
def a_usual_group() -> Case:
    return _grouped("II. Khối huyện", expect=READ, never=(), figures=counts(GROWTH, 2018, READ_2018))


@SHELF.case("«(người)» alone over the districts")
def a_group_of_a_plain_measure() -> Case:
    return _grouped("(người)", expect=READ, never=(), figures=counts(GROWTH, 2018, READ_2018))


@SHELF.case("«Ước thực hiện» over the districts makes an estimate of what the sender calls official")
def a_group_of_estimates() -> Case:
    estimated = counts(GROWTH, 2018, READ_2018, ESTIMATE)
    return _grouped("Ước thực hiện", expect=READ, never=(), figures=estimated)


def _below_the_heading(word: str, **more: object) -> Case:
    """A word alone over the only column of figures, below its heading."""
    page = paper("BÁO CÁO NĂM 2018", heads=("Đơn vị", PEOPLE))
    page.row(None, word)
    page.rows(list(READ_2018.items()))
    never = tuple(str(count) for count in READ_2018.values())
    return sent(page, expect=ASK_OR_REFUSE, never=never, **more)  # type: ignore[arg-type]


@SHELF.case("«(nghìn người)» alone below the heading")
def thousands_below_the_heading() -> Case:
    return _below_the_heading("(nghìn người)", findings=[finding("scale-unclear")])


@SHELF.case("«Kế hoạch» alone below the heading")
def a_plan_below_the_heading() -> Case:
    return _below_the_heading("Kế hoạch")
