"""Where an office says what its figures are measured in: beside the title, below the table, right of it, on the tab."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    GROWTH,
    READ,
    READ_OR_ASK,
    Case,
    Figure,
    Shelf,
    answer,
    counts,
    finding,
)
from ..paper import Page
from ..places import HA_TINH_UNITS, some_counts
from .blind_desk import SOME, paper, sent

SHELF = Shelf("measure_lines")
PEOPLE = "Số người tham gia BHXH tự nguyện"
TITLE = f"{PEOPLE.upper()} NĂM 2018"
READ_2018 = some_counts("measure lines", SOME, (1001, 4999))
NEVER = tuple(str(count) for count in READ_2018.values())
OWED, DUE = "Số tiền nợ BHXH", "Số tiền phải thu BHXH"


def _list(page: Page) -> Page:
    page.rows(list(READ_2018.items()))
    return page


def _in_question(page: Page, code: str = "scale-unclear") -> Case:
    return sent(page, expect=ASK_OR_REFUSE, never=NEVER, findings=[finding(code)])


def _titled(words: str) -> Case:
    return _in_question(_list(paper(f"{TITLE} {words}", heads=("Đơn vị", PEOPLE))))


@SHELF.case("in the title's brackets: «(Đơn vị tính: nghìn người)»")
def labelled_in_the_title() -> Case:
    return _titled("(Đơn vị tính: nghìn người)")


@SHELF.case("in the title's brackets: «(nghìn người)»")
def bare_in_the_title() -> Case:
    return _titled("(nghìn người)")


@SHELF.case("in the title: «Đơn vị: 1.000 người», which is no name of a unit")
def unit_of_a_thousand() -> Case:
    return _titled("- Đơn vị: 1.000 người")


@SHELF.case("in the title: «Số liệu tính bằng nghìn người»")
def counted_in_thousands() -> Case:
    return _titled("(Số liệu tính bằng nghìn người)")


@SHELF.case("a line without accents: «DVT: nghin nguoi»")
def typed_without_accents() -> Case:
    return _in_question(_list(paper(TITLE, "DVT: nghin nguoi", heads=("Đơn vị", PEOPLE))))


@SHELF.case("thousands with decimals, and one number of people among them")
def people_among_thousands() -> Case:
    page = paper(TITLE, "ĐVT: nghìn người", heads=("Đơn vị", PEOPLE))
    page.rows([(SOME[0], 1.2), (SOME[1], 1500), (SOME[2], 2.5)])
    return sent(page, expect=ASK_OR_REFUSE, never=("1500000",), findings=[finding("scale-unclear")])


@SHELF.case("thousands with decimals, and one of them kept as text")
def a_text_among_thousands() -> Case:
    page = paper(TITLE, "ĐVT: nghìn người", heads=("Đơn vị", PEOPLE))
    page.rows([(SOME[0], 1.2), (SOME[1], "3"), (SOME[2], 2.5)])
    figures = counts(GROWTH, 2018, {SOME[0]: 1200, SOME[1]: 3000, SOME[2]: 2500})
    return sent(page, expect=READ_OR_ASK, figures=figures, answers=[answer("scale-unclear", None, "1000")])


@SHELF.case("tens of thousands: «ĐVT: vạn người»")
def tens_of_thousands() -> Case:
    return _titled("(ĐVT: vạn người)")


@SHELF.case("below the table")
def below_the_table() -> Case:
    page = _list(paper(TITLE, heads=("Đơn vị", PEOPLE)))
    page.skip()
    page.row("Đơn vị tính: nghìn người")
    return _in_question(page)


@SHELF.case("in a note below the table")
def in_a_note() -> Case:
    page = _list(paper(TITLE, heads=("Đơn vị", PEOPLE)))
    page.row("Ghi chú: Số liệu tính bằng nghìn người")
    return _in_question(page)


@SHELF.case("right of the headings, over no column")
def right_of_the_headings() -> Case:
    return _in_question(_list(paper(TITLE, heads=("Đơn vị", PEOPLE, None, "Đơn vị tính: nghìn người"))))


@SHELF.case("on the sheet's tab")
def on_the_tab() -> Case:
    return _in_question(_list(paper(TITLE, heads=("Đơn vị", PEOPLE), name="Nghìn người")))


@SHELF.case("in a row of its own below the headings, with decimals: read in thousands")
def a_row_below_the_headings() -> Case:
    page = paper(TITLE, heads=("STT", "Đơn vị", PEOPLE))
    page.row(None, None, "ĐVT: nghìn người")
    page.rows((place, unit, count / 1000) for place, (unit, count) in enumerate(READ_2018.items(), 1))
    return sent(
        page,
        expect=READ_OR_ASK,
        figures=counts(GROWTH, 2018, READ_2018),
        answers=[answer("scale-unclear", None, "1000")],
    )


@SHELF.case("«Đơn vị tính: %» over nothing but people: 200 people or 200 %")
def percent_over_people() -> Case:
    page = _list(paper(f"{TITLE} (Đơn vị tính: %)", heads=("Đơn vị", PEOPLE)))
    return _in_question(page, "indicator-unknown")


@SHELF.case("«(người)» in the title is what is counted anyway")
def people_in_the_title() -> Case:
    page = _list(paper(f"{TITLE} (người)", heads=("Đơn vị", PEOPLE)))
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, READ_2018))


@SHELF.case("the line below one table is the next one's, when that has figures of its own")
def line_of_the_next_table() -> Case:
    page = _list(paper(TITLE, heads=("Đơn vị", PEOPLE)))
    page.skip()
    page.row("SỐ THU BHXH TỰ NGUYỆN NĂM 2018 (triệu đồng)")
    page.row("Đơn vị", "Số thu")
    page.rows([(unit, 10 * place) for place, unit in enumerate(HA_TINH_UNITS[:4], 1)])
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, READ_2018))


def _arrears(title: str, unit: str = "") -> Page:
    page = paper(title, heads=("Đơn vị", f"{OWED}{unit}", f"{DUE}{unit}"))
    page.rows([(SOME[0], 1500, 20000), (SOME[1], 1200, 18000)])
    return page


def _owed(factor: int) -> list[Figure]:
    owed = {SOME[0]: (1500, 20000), SOME[1]: (1200, 18000)}
    return [
        Figure("arrears-rate", unit, "2018", numerator=str(part * factor), denominator=str(whole * factor))
        for unit, (part, whole) in owed.items()
    ]


@SHELF.case("arrears «(Đơn vị tính: triệu đồng)»: asked as millions, never stored as đồng")
def arrears_in_millions() -> Case:
    return sent(
        _arrears("TÌNH HÌNH NỢ BHXH NĂM 2018 (Đơn vị tính: triệu đồng)"),
        expect=READ_OR_ASK,
        figures=_owed(10**6),
        answers=[answer("scale-unclear", None, "1000000")],
    )


@SHELF.case("the usual heading «Số tiền nợ BHXH (triệu đồng)» is known, and its scale asked")
def millions_in_the_heading() -> Case:
    return sent(
        _arrears("TÌNH HÌNH NỢ BHXH NĂM 2018", " (triệu đồng)"),
        expect=READ_OR_ASK,
        figures=_owed(10**6),
        answers=[answer("scale-unclear", None, "1000000")],
    )


@SHELF.case("«(ĐVT: đồng)» over arrears is as they are kept")
def arrears_in_dong() -> Case:
    return sent(_arrears("TÌNH HÌNH NỢ BHXH NĂM 2018 (ĐVT: đồng)"), expect=READ, figures=_owed(1))
