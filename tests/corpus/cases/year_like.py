"""Figures that look like years: counts between 1990 and 2100 beside a name, right below the headings; and years."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    GROWTH,
    READ,
    Case,
    Shelf,
    counts,
    percents,
)
from ..paper import Page
from ..places import NGHE_AN_PROVINCE, some_counts
from .blind_desk import SOME, paper, sent, sent_by_centre

SHELF = Shelf("year-like")
PEOPLE = "Số người tham gia BHXH tự nguyện"
TITLE = f"{PEOPLE} NĂM 2018"
BHTN, SHARE = "Kết quả thực hiện BHTN", "Tỷ lệ người thất nghiệp được tư vấn miễn phí"
HEADS = ("STT", "Đơn vị", PEOPLE)


def _with_first_row(*first: object) -> Page:
    page = paper(TITLE, heads=HEADS)
    page.row(*first)
    page.rows([(1, SOME[0], 1500), (2, SOME[1], 519)])
    return page


def _first_row(*first: object) -> Callable[[], Case]:
    read = counts(GROWTH, 2018, {SOME[0]: 1500, SOME[1]: 519})
    return lambda: sent(_with_first_row(*first), expect=READ, figures=read)


for _name, _first in {
    "a_total": (None, "Tổng cộng", 2019),
    "a_total_across": ("Tổng cộng", None, 2019),
    "a_total_as_text": (None, "Cộng", "2019"),
    "a_group": ("I", "Các huyện, thị xã, thành phố", 2019),
    "a_mean": (None, "Bình quân", 1999),
}.items():
    SHELF.add(f"{_name}_like_a_year", "the first row's figure looks like a year", _first_row(*_first))


@SHELF.case("a misspelt first unit with a figure like a year: neither lost nor a year")
def misspelt_unit_like_a_year() -> Case:
    return sent(_with_first_row(1, "Huyện Vũ Quamg", 2020), expect=ASK_OR_REFUSE)


@SHELF.case("a total like two years under two columns of years")
def total_under_years() -> Case:
    page = paper(PEOPLE, heads=("STT", "Đơn vị", "2017", "2018"))
    page.rows([(None, "Tổng cộng", 2016, 2019), (1, SOME[0], 1000, 1000), (2, SOME[1], 1016, 1019)])
    read = [
        *counts(GROWTH, 2017, {SOME[0]: 1000, SOME[1]: 1016}),
        *counts(GROWTH, 2018, {SOME[0]: 1000, SOME[1]: 1019}),
    ]
    return sent(page, expect=READ, figures=read, year=None)


@SHELF.case("a total like a year beside the plan's")
def total_beside_a_plan() -> Case:
    page = paper(PEOPLE, heads=("STT", "Đơn vị", "KH 2018", "TH 2018"))
    page.rows([(None, "Tổng cộng", 2000, 2019), (1, SOME[0], 1000, 1000), (2, SOME[1], 1000, 1019)])
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, {SOME[0]: 1000, SOME[1]: 1019}))


@SHELF.case("the number of the unemployed, like a year, above the share counselled")
def first_indicator_like_a_year() -> Case:
    page = paper(BHTN, heads=("STT", "Chỉ tiêu", "ĐVT", "Năm 2022"))
    page.row(1, "Tổng số người thất nghiệp", "người", 2021)
    page.row(2, SHARE, "%", 95)
    return sent_by_centre(page, expect=READ, figures=percents(COUNSELLED, 2022, {NGHE_AN_PROVINCE: 95}))


@SHELF.case("a line of a group, a code row and a total between heading and units")
def total_below_a_group_line() -> Case:
    page = paper(TITLE, heads=HEADS)
    page.rows([("A", "B", 1), ("I", "Khối huyện", None), (None, "Cộng", 2019)])
    page.rows([(1, SOME[0], 1500), (2, SOME[1], 519)])
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, {SOME[0]: 1500, SOME[1]: 519}))


def _years_below_names(merged: bool) -> Page:
    page = paper(TITLE.replace("NĂM 2018", "QUA CÁC NĂM"), heads=("STT", "Đơn vị", PEOPLE))
    row = page.row(None, None, 2017, 2018)
    if merged:
        page.merge(f"A{row - 1}:A{row}")
        page.merge(f"B{row - 1}:B{row}")
        page.merge(f"C{row - 1}:D{row - 1}")
    return page


@SHELF.case("the years right under the heading: still years")
def years_below_a_heading() -> Case:
    page = _years_below_names(merged=True)
    last, this = some_counts("year-like a", SOME), some_counts("year-like b", SOME)
    page.rows([(place, unit, last[unit], this[unit]) for place, unit in enumerate(SOME, 1)])
    figures = [*counts(GROWTH, 2017, last), *counts(GROWTH, 2018, this)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("the names of the columns stand beside the years, the group's name alone above them")
def years_beside_the_names_of_columns() -> Case:
    page = paper("BÁO CÁO CÁC NĂM", heads=(None, None, PEOPLE, None))
    last, this = some_counts("year-like c", SOME), some_counts("year-like d", SOME)
    page.row("STT", "Đơn vị", 2017, 2018)
    page.rows([(place, unit, last[unit], this[unit]) for place, unit in enumerate(SOME, 1)])
    figures = [*counts(GROWTH, 2017, last), *counts(GROWTH, 2018, this)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("«Năm» beside the years, under the headings")
def word_year_beside_years() -> Case:
    page = paper("BÁO CÁO", heads=("Đơn vị", PEOPLE, PEOPLE))
    last, this = some_counts("year-like e", SOME), some_counts("year-like f", SOME)
    page.row("Năm", 2017, 2018)
    page.rows([(unit, last[unit], this[unit]) for unit in SOME])
    figures = [*counts(GROWTH, 2017, last), *counts(GROWTH, 2018, this)]
    return sent(page, expect=READ, figures=figures, year=None)


def _row(name: str, **said: Any) -> Case:
    page = paper(BHTN, heads=("STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"))
    page.row(1, name, "%", 88)
    return sent_by_centre(page, **said)


for _name, _words in {
    "of_last_year": f"{SHARE} năm 2021",
    "until_another_year": f"{SHARE} tính đến 31/12/2017",
}.items():
    SHELF.add(
        f"row_{_name}",
        f"«{_words}» in a column of 2022",
        lambda w=_words: _row(w, expect=ASK_OR_REFUSE),
    )

for _name, _words in {"of_its_year": f"{SHARE} năm 2022", "until_its_end": f"{SHARE} đến 31/12/2022"}.items():
    SHELF.add(
        f"row_{_name}",
        f"«{_words}» in a column of 2022",
        lambda w=_words: _row(w, expect=READ, figures=percents(COUNSELLED, 2022, {NGHE_AN_PROVINCE: 88})),
    )
