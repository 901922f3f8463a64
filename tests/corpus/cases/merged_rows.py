"""A unit's name merged over several rows, or parts listed below it: the unit's own figures, and none of its parts."""

from __future__ import annotations

from collections.abc import Mapping

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    READ,
    Case,
    Figure,
    Shelf,
    counts,
    finding,
    shares,
)
from ..paper import Page
from ..places import shortened, some_counts, some_shares
from .blind_desk import SOME, paper, sent

SHELF = Shelf("merged rows")
WHOLE, PART = "Số đơn vị phải tham gia", "Số đơn vị đã tham gia"
YEARS = (2017, 2018)
READ_BY_YEAR = {year: some_shares(f"merged {year}", SOME) for year in YEARS}


def _by_year(merged: bool, labels: Mapping[int, object] | None = None) -> Page:
    page = paper("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN", heads=("TT", "Đơn vị", "Năm", WHOLE, PART))
    for place, unit in enumerate(SOME, 1):
        first = page.next_row
        for year in YEARS:
            part, whole = READ_BY_YEAR[year][unit]
            names = (place, shortened(unit)) if year == YEARS[0] else (None, None)
            page.row(*names, (labels or {}).get(year, year), whole, part)
        if merged:
            page.merge(f"A{first}:A{first + 1}", f"B{first}:B{first + 1}")
    return page


def _of_both_years() -> list[Figure]:
    return [figure for year in YEARS for figure in shares(ENROLLED, year, READ_BY_YEAR[year])]


@SHELF.case("each unit over its years")
def a_unit_over_its_years() -> Case:
    return sent(_by_year(merged=True), expect=READ, figures=_of_both_years(), year=None)


@SHELF.case("the same, a year asked for")
def a_unit_over_its_years_one_asked_for() -> Case:
    figures = shares(ENROLLED, 2018, READ_BY_YEAR[2018])
    return sent(_by_year(merged=True), expect=READ, figures=figures)


@SHELF.case("names written once and not merged: the rows below have none, and the finding says so")
def names_written_once() -> Case:
    found = [finding("unit-unknown", "D5")]
    return sent(_by_year(merged=False), expect=ASK_OR_REFUSE, findings=found, year=None)


@SHELF.case("one of the rows is no year")
def a_mean_among_the_years() -> Case:
    page = _by_year(merged=True, labels={2018: "Bình quân"})
    return sent(page, expect=ASK_OR_REFUSE, year=None)


def _by_sector(labels: tuple[str, str, str], total_at: int) -> tuple[Page, Mapping[str, tuple[int, int]]]:
    page = paper(
        "GIAO DỊCH ĐIỆN TỬ NĂM 2018 THEO KHỐI",
        heads=("TT", "Đơn vị", "Khối", "Tổng số đơn vị sử dụng lao động", "Số đơn vị giao dịch điện tử"),
    )
    read = some_shares("by sector", SOME)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        first = page.next_row
        parts = [(whole // 3, part // 3), (whole - whole // 3, part - part // 3)]
        rows = [*parts[:total_at], (whole, part), *parts[total_at:]]
        for line, (label, figures) in enumerate(zip(labels, rows, strict=True)):
            page.row(*((place, unit) if line == 0 else (None, None)), label, *figures)
        page.merge(f"A{first}:A{first + 2}", f"B{first}:B{first + 2}")
    return page, read


@SHELF.case("each unit over its sectors, their sum last")
def a_unit_over_its_sectors() -> Case:
    page, read = _by_sector(("Doanh nghiệp", "Hành chính, sự nghiệp", "Cộng"), 2)
    return sent(page, expect=READ, figures=shares(ELECTRONIC, 2018, read))


@SHELF.case("their sum first")
def a_unit_over_its_sectors_the_sum_first() -> Case:
    page, read = _by_sector(("Tổng số", "Nhà nước", "Ngoài nhà nước"), 0)
    return sent(page, expect=READ, figures=shares(ELECTRONIC, 2018, read))


@SHELF.case("three sectors and no sum: the first of them is not the unit")
def a_unit_over_its_sectors_without_a_sum() -> Case:
    page, _ = _by_sector(("Nhà nước", "Ngoài nhà nước", "FDI"), 2)
    return sent(page, expect=ASK_OR_REFUSE)


def _with_parts(second: str) -> tuple[Page, Mapping[str, int]]:
    page = paper("BHXH TỰ NGUYỆN NĂM 2018", heads=("TT", "Địa bàn", "Số người tham gia BHXH tự nguyện"))
    read = some_counts("parts below", SOME)
    for place, (unit, people) in enumerate(read.items(), 1):
        page.row(place, unit, people)
        page.row(None, "Trong đó: nông dân", people // 2)
        page.row(None, second, people // 5)
    return page, read


@SHELF.case("«Trong đó», and an indented line below it")
def an_indented_part_below_a_part() -> Case:
    page, read = _with_parts("         tiểu thương")
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read))


@SHELF.case("a name nobody knows below a part, at the margin: it may be a unit")
def a_strange_name_below_a_part() -> Case:
    page, _ = _with_parts("Khu kinh tế Vũng Áng")
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("a unit misspelt below a part, indented: it may be that unit")
def a_misspelt_unit_below_a_part() -> Case:
    page, _ = _with_parts("   Huyện Thạch Hạ")
    return sent(page, expect=ASK_OR_REFUSE)


def _below_the_last(*figures: object) -> Case:
    page = paper("BHXH TỰ NGUYỆN NĂM 2018", heads=("TT", "Địa bàn", "Số người tham gia BHXH tự nguyện"))
    read = some_counts("below the last", SOME)
    for place, (unit, people) in enumerate(read.items(), 1):
        page.row(place, unit, people)
    page.row(None, None, *(sum(read.values()) if figure == "sum" else figure for figure in figures))
    expect = READ if figures == ("sum",) else ASK_OR_REFUSE
    return sent(page, expect=expect, figures=counts(GROWTH, 2018, read) if expect == READ else [])


@SHELF.case("a sum that is not called one")
def a_sum_without_a_name() -> Case:
    return _below_the_last("sum")


@SHELF.case("a figure without a name that is no sum")
def a_figure_without_a_name() -> Case:
    return _below_the_last(318)


@SHELF.case("one figure merged over the rows of two units: it is of neither")
def one_figure_for_two_units() -> Case:
    read = some_shares("for two", SOME)
    page = paper("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", heads=("TT", "Đơn vị", WHOLE, PART))
    rows = [page.row(at, unit, whole, part) for at, (unit, (part, whole)) in enumerate(read.items(), 1)]
    shared = rows[2]
    for column in "CD":
        page.cells.pop((shared + 1, "ABCD".index(column) + 1))
        page.merge(f"{column}{shared}:{column}{shared + 1}")
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("unit-ambiguous", f"C{shared}")])


@SHELF.case("figures merged over a unit's row and an empty one or a note are the unit's")
def figures_merged_over_a_note() -> Case:
    read = some_shares("over a note", SOME)
    page = paper("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", heads=("TT", "Đơn vị", WHOLE, PART))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        row = page.row(place, unit, whole, part)
        page.skip()
        page.merge(f"C{row}:C{row + 1}", f"D{row}:D{row + 1}")
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))
