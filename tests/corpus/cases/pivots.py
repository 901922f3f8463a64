"""What comes out of a pivot table: sums of rows nobody sees, under words of the spreadsheet program's own."""

from __future__ import annotations

from ..expectation import (
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    QUESTION,
    READ,
    REJECT,
    Case,
    Shelf,
    counts,
    shares,
)
from ..paper import Page
from ..places import some_counts, some_shares, total
from .blind_desk import SOME, sent

SHELF = Shelf("pivots")
PEOPLE = "Số người tham gia BHXH tự nguyện"
HELD_BACK = (QUESTION, REJECT)


def _pivot(*above: tuple[object, ...], heads: tuple[object, ...]) -> Page:
    page = Page("Pivot")
    page.rows(above)
    page.row(*heads)
    return page


@SHELF.case("counts and their whole, the year picked above")
def a_pivot_of_one_year() -> Case:
    read = some_shares("pivot", SOME)
    heads = ("Row Labels", "Sum of Số đơn vị phải tham gia", "Sum of Số đơn vị đã tham gia")
    page = _pivot(("Năm", 2018), (), heads=heads)
    page.rows([(unit, whole, part) for unit, (part, whole) in read.items()])
    page.row("Grand Total", *reversed(total(read)))
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read), year=None)


@SHELF.case("years side by side, added up at the right, in Vietnamese")
def a_pivot_of_two_years() -> Case:
    first, second = some_counts("pivot a", SOME), some_counts("pivot b", SOME)
    page = _pivot((f"Tổng của {PEOPLE}", "Nhãn Cột"), heads=("Nhãn Hàng", 2017, 2018, "Tổng Cuối"))
    page.rows([(unit, first[unit], second[unit], first[unit] + second[unit]) for unit in SOME])
    sums = sum(first.values()), sum(second.values())
    page.row("Tổng Cuối", *sums, sum(sums))
    figures = [*counts(GROWTH, 2017, first), *counts(GROWTH, 2018, second)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("no year is named: it may add up several")
def a_pivot_without_a_year() -> Case:
    read = some_counts("pivot c", SOME)
    page = _pivot(heads=("Row Labels", f"Sum of {PEOPLE}"))
    page.rows(list(read.items()))
    return sent(page, expect=HELD_BACK)


@SHELF.case("filtered to women: a part of what it names")
def a_pivot_of_a_part() -> Case:
    read = some_counts("pivot d", SOME)
    page = _pivot(("Năm", 2018), ("Giới tính", "Nữ"), (), heads=("Row Labels", f"Sum of {PEOPLE}"))
    page.rows(list(read.items()))
    return sent(page, expect=HELD_BACK)


@SHELF.case("how many rows there are is no number of people")
def a_pivot_that_counts_rows() -> Case:
    page = _pivot(("Năm", 2018), (), heads=("Row Labels", f"Count of {PEOPLE}"))
    page.rows([(unit, place) for place, unit in enumerate(SOME, 1)])
    return sent(page, expect=HELD_BACK)


@SHELF.case("men and women side by side, the whole at the right")
def a_pivot_of_kinds() -> Case:
    men, women = some_counts("pivot e", SOME), some_counts("pivot f", SOME)
    heads = ("Row Labels", "Nam", "Nữ", "Grand Total")
    page = _pivot(("Năm", 2018), (), (f"Sum of {PEOPLE}", "Column Labels"), heads=heads)
    page.rows([(unit, men[unit], women[unit], men[unit] + women[unit]) for unit in SOME])
    both = {unit: men[unit] + women[unit] for unit in SOME}
    parts = [str(n) for n in (*men.values(), *women.values())]
    return sent(page, expect=NEVER_WRONG, figures=counts(GROWTH, 2018, both), never=parts, year=None)
