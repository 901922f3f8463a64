"""Columns beside that say whose the figures are or what they became, rows of no name, forms sent by nobody."""

from __future__ import annotations

from typing import Any

from ..expectation import ASK_OR_REFUSE, GROWTH, READ, Case, Shelf, answer, counts
from ..paper import Page
from .blind_desk import SOME, paper, sent

SHELF = Shelf("two names")
PEOPLE = "Số người tham gia BHXH tự nguyện"
TITLE = f"{PEOPLE} NĂM 2018"
FIRST, SECOND, THIRD = SOME[:3]
READ_FIRST = counts(GROWTH, 2018, {FIRST: 200, SECOND: 300})


def _beside(heading: str, names: tuple[str, str] = (SECOND, THIRD), left: str = "Đơn vị") -> Page:
    page = paper(TITLE, heads=("STT", left, heading, PEOPLE))
    page.rows([(1, FIRST, names[0], 200), (2, SECOND, names[1], 300)])
    return page


for _name, _heading in {
    "communes": "Xã",
    "destinations": "Nơi chuyển đến",
    "successors": "Sáp nhập vào",
    "leaders": "Cụm trưởng",
    "seats": "Trụ sở",
}.items():
    SHELF.add(
        f"districts_beside_{_name}",
        f"«{_heading}» at the right of «Đơn vị» names other units: whose are the figures?",
        lambda h=_heading: sent(_beside(h), expect=ASK_OR_REFUSE),
    )


@SHELF.case("an enterprise of each district: its figure is not the district's")
def one_enterprise_a_district() -> Case:
    page = paper(TITLE, heads=("STT", "Doanh nghiệp", "Huyện", PEOPLE))
    page.rows([(1, "Công ty ABC", FIRST, 200), (2, "Công ty DEF", SECOND, 300)])
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("a commune of each district: its figure is not the district's")
def one_commune_a_district() -> Case:
    return sent(_beside("Xã", ("Sơn Kim 1", "Đức Lạng")), expect=ASK_OR_REFUSE)


@SHELF.case("the number of communes beside the district is no list of them")
def communes_counted_beside() -> Case:
    page = paper(TITLE, heads=("STT", "Huyện", "Xã", PEOPLE))
    page.rows([(1, FIRST, 30, 200), (2, SECOND, 25, 300)])
    return sent(page, expect=READ, figures=READ_FIRST)


@SHELF.case("a question which column names whose the figures are has an answer")
def districts_beside_others_answered() -> Case:
    told = [answer("unit-ambiguous", "C3", "Đơn vị")]
    return sent(_beside("Sáp nhập vào"), expect=ASK_OR_REFUSE, figures=READ_FIRST, answers=told)


@SHELF.case("remarks that are names take no figures")
def remarks_that_are_names() -> Case:
    return sent(_beside("Ghi chú"), expect=READ, figures=READ_FIRST)


@SHELF.case("one unit written twice, in full and in short")
def one_unit_written_twice() -> Case:
    short = (FIRST.removeprefix("Huyện "), SECOND.removeprefix("Huyện "))
    return sent(_beside("Tên viết tắt", short), expect=READ, figures=READ_FIRST)


def _by_sex(*rows: tuple[Any, ...], merged: tuple[str, ...] = ()) -> Case:
    page = paper(TITLE, heads=("STT", "Đơn vị", "Nội dung", PEOPLE))
    page.rows(rows)
    page.merge(*merged)
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case(
    "men beside a district's name, women in a row of no name: neither half is the whole, no district is lost"
)
def men_and_women_in_rows() -> Case:
    rows = [(1, FIRST, "Nam", 100), (None, None, "Nữ", 120), (2, SECOND, "Nam", 50), (None, None, "Nữ", 70)]
    return _by_sex(*rows)


@SHELF.case("as many women as men below one merged name are no total")
def as_many_women_as_men() -> Case:
    return _by_sex((1, FIRST, "Nhóm 1", 100), (None, None, "Nhóm 2", 100), merged=("A3:A4", "B3:B4"))


def _form(*head: str, **said: Any) -> Case:
    page = Page("Sheet1")
    for line in head:
        page.row(line)
    page.skip()
    page.row("STT", "Chỉ tiêu", "ĐVT", "Năm 2018")
    page.row(1, PEOPLE, "người", 200)
    return sent(page, **said)


for _name, _line in {
    "the_provinces_office": "Kính gửi: BHXH tỉnh Hà Tĩnh",
    "a_districts_office": "Nơi nhận: BHXH huyện Vũ Quang",
}.items():
    SHELF.add(
        f"form_sent_to_{_name}",
        "a form that names its addressee alone does not say whose its figures are",
        lambda line=_line: _form(line, "BÁO CÁO BHXH NĂM 2018", expect=ASK_OR_REFUSE),
    )


@SHELF.case("the district that sends a form to the province's office")
def form_of_a_district() -> Case:
    figures = counts(GROWTH, 2018, {FIRST: 200})
    head = (f"BHXH {FIRST}", "Kính gửi: BHXH tỉnh Hà Tĩnh", "BÁO CÁO BHXH NĂM 2018")
    return _form(*head, expect=READ, figures=figures)


for _name, _heading in {"corrected": "Số đã điều chỉnh", "checked": "Số sau rà soát"}.items():

    def _with_corrections(heading: str = _heading) -> Case:
        page = paper(TITLE, heads=("STT", "Đơn vị", PEOPLE, heading))
        page.rows([(1, FIRST, 200, 250), (2, SECOND, 300, 320)])
        return sent(page, expect=ASK_OR_REFUSE)

    SHELF.add(
        f"figures_{_name}_beside", f"«{_heading}» beside: the first figure stands no more", _with_corrections
    )
