"""Where figures stand that are not the table's: sums of months, another table's column, a year over a column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..expectation import ASK_OR_REFUSE, ESTIMATE, GROWTH, READ, Case, Shelf, counts, finding
from ..paper import Page
from ..places import some_counts
from .blind_desk import SOME, paper, sent

SHELF = Shelf("structure")
PEOPLE = "Số người tham gia BHXH tự nguyện"
RESULTS = "KẾT QUẢ THỰC HIỆN NĂM 2018"
READ_2018 = some_counts("structure", SOME)
ALL_READ = counts(GROWTH, 2018, READ_2018)


def _summed(*names: str) -> Page:
    """The people under a merged heading, in columns of which the last is the sum of the others."""
    page = Page("Sheet1")
    page.row(RESULTS)
    page.row("Đơn vị", PEOPLE)
    page.row(None, *names)
    page.merged += ["A2:A3", f"B2:{'BCDEFGHIJKLMN'[len(names) - 1]}2"]
    for unit, count in READ_2018.items():
        parts = [1] * (len(names) - 2)
        page.row(unit, *parts, count - len(parts), count)
    return page


for _name, _columns in {
    "six_months": ("T1", "T2", "T3", "T4", "T5", "T6", "Tổng"),
    "two_quarters": ("Quý III", "Quý IV", "Tổng số"),
    "changes": ("Tăng", "Giảm", "Tổng"),
    "another_insurance": ("BHXH", "BHYT", "Tổng"),
}.items():
    SHELF.add(
        f"a_sum_of_{_name}",
        f"«{_columns[-1]}» adds up {', '.join(_columns[:-1])}",
        lambda names=_columns: sent(_summed(*names), expect=ASK_OR_REFUSE),
    )


@SHELF.case("the whole year beside its four quarters is the year's")
def the_year_beside_its_quarters() -> Case:
    page = _summed("Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm")
    return sent(page, expect=READ, figures=ALL_READ)


def _with_other_names(heads: Sequence[str], beside: Sequence[object]) -> Case:
    page = paper(RESULTS, heads=("Đơn vị", PEOPLE, *heads))
    others = list(reversed(READ_2018))
    page.rows([(unit, n, other, *beside) for (unit, n), other in zip(READ_2018.items(), others, strict=True)])
    return sent(page, expect=READ, figures=ALL_READ)


@SHELF.case("a second table at the right whose column is a plan's takes nothing from the first")
def a_plan_beside() -> Case:
    return _with_other_names(("Đơn vị", "Kế hoạch"), (7,))


@SHELF.case("a second column of names without figures takes nothing from the first")
def names_alone_beside() -> Case:
    return _with_other_names(("Huyện",), ())


@SHELF.case("an indicator's name beside a year, over figures, is a heading and no row")
def a_heading_beside_a_year() -> Case:
    page = paper(RESULTS, heads=("STT", "Đơn vị", PEOPLE, 2017))  # type: ignore[arg-type]
    page.rows([(place, unit, n, 9) for place, (unit, n) in enumerate(READ_2018.items(), 1)])
    return sent(page, expect=READ, figures=ALL_READ)


def _titled(*titles: str, name: str = "Sheet1") -> Page:
    page = paper(*titles, heads=("Đơn vị", PEOPLE), name=name)
    page.rows(list(READ_2018.items()))
    return page


for _name, _line in {
    "a_plan": "Kế hoạch năm 2018",
    "what_was_assigned": "I. Kế hoạch giao",
    "aims": "MỤC TIÊU NĂM 2018",
}.items():
    SHELF.add(
        f"a_report_over_{_name}",
        f"below «Báo cáo số liệu» stands: {_line}",
        lambda line=_line: sent(_titled("BÁO CÁO SỐ LIỆU NĂM 2018", line), expect=ASK_OR_REFUSE),
    )


@SHELF.case("a title that runs on in «Kế hoạch» tells of what was achieved of it")
def a_title_that_runs_on() -> Case:
    page = _titled("BÁO CÁO KẾT QUẢ THỰC HIỆN", "KẾ HOẠCH PHÁT TRIỂN BHXH TỰ NGUYỆN NĂM 2018")
    return sent(page, expect=READ, figures=ALL_READ)


for _number, _line in enumerate(
    ("BAO CAO 6 THANG DAU NAM 2018", "KE HOACH NAM 2018", "BAO CAO QUY I NAM 2018", "SO TANG MOI NAM 2018")
):
    SHELF.add(
        f"a_title_without_accents_{_number}",
        f"typed without accents: {_line}",
        lambda line=_line: sent(_titled("BHXH HA TINH", line), expect=ASK_OR_REFUSE),
    )


@SHELF.case("an estimate by a title without accents")
def an_estimate_without_accents() -> Case:
    page = _titled("BHXH HA TINH", "UOC THUC HIEN NAM 2018")
    return sent(page, expect=READ, stage=None, figures=counts(GROWTH, 2018, READ_2018, stage=ESTIMATE))


for _name, _sheet in {
    "a_month": "Tháng 6",
    "a_month_of_a_district": "Can Lộc T6",
    "a_day": "30-6-2018",
    "changes": "Tăng",
    "an_example": "Ví dụ",
    "a_pattern": "Mẫu",
}.items():
    SHELF.add(
        f"a_sheet_of_{_name}_under_results",
        f"results on a sheet called «{_sheet}»",
        lambda name=_sheet: sent(_titled(RESULTS, name=name), expect=ASK_OR_REFUSE),
    )


@SHELF.case("a form's number as the sheet's name says nothing of its figures")
def a_sheet_called_by_its_form() -> Case:
    return sent(_titled(RESULTS, name="Mẫu 01"), expect=READ, figures=ALL_READ)


@SHELF.case("a sheet nobody has named among sheets of districts is asked whose it is")
def a_nameless_sheet_among_districts() -> Case:
    pages = []
    for name in ("Can Lộc", "Vũ Quang", "Sheet3"):
        page = paper(RESULTS, heads=("Chỉ tiêu", "Thực hiện"), name=name)
        page.row(PEOPLE, 7)
        pages.append(page)
    return sent(*pages, expect=ASK_OR_REFUSE)


@SHELF.case("a sheet called December holds what stood at the year's end")
def a_sheet_called_december() -> Case:
    return sent(_titled(RESULTS, name="Thang 12"), expect=READ, figures=ALL_READ)


@SHELF.case("the day a report was made, and words under no heading, say nothing of its figures")
def days_of_making_beside() -> Case:
    page = paper(RESULTS, heads=("Cơ quan báo cáo", "Ngày báo cáo", PEOPLE))  # and a column without a heading
    page.rows([(f"UBND {unit}", "09/01/2019", count, "đã ký") for unit, count in READ_2018.items()])
    return sent(page, expect=READ, figures=ALL_READ)


def _captioned(caption: str) -> Page:
    """Two tables side by side below one title, each under its own caption."""
    page = Page("Sheet1")
    page.row(RESULTS)
    page.skip()
    page.row("Bảng 1: Năm 2018", None, None, None, caption)
    page.row("Đơn vị", PEOPLE, None, None, "Đơn vị", PEOPLE)
    listed = list(READ_2018.items())
    half = len(listed) // 2
    for (unit, count), (other, number) in zip(listed[:half], listed[half : 2 * half], strict=True):
        page.row(unit, count, None, None, other, number)
    return page


for _name, _caption in {
    "another_year": "Bảng 2: Năm 2017",
    "six_months": "Bảng 2: Số liệu 6 tháng",
    "women": "2. Trong đó nữ",
}.items():
    SHELF.add(
        f"a_second_table_of_{_name}",
        f"the table at the right is captioned: {_caption}",
        lambda caption=_caption: sent(_captioned(caption), expect=ASK_OR_REFUSE),
    )


@SHELF.case("two tables side by side, both captioned by the same year")
def two_tables_of_one_year() -> Case:
    half = len(READ_2018) // 2
    figures = counts(GROWTH, 2018, dict(list(READ_2018.items())[: 2 * half]))
    return sent(_captioned("Bảng 2: Năm 2018"), expect=READ, figures=figures)


def _stating(*facts: object) -> Page:
    page = Page("Sheet1")
    page.row(RESULTS)
    page.row(*facts)
    page.skip()
    page.row("Đơn vị", PEOPLE)
    page.rows(list(READ_2018.items()))
    return page


for _name, _facts in {
    "another_year": ("Năm", 2017),
    "a_day_of_june": ("Số liệu đến", date(2018, 6, 30)),
    "a_month": ("Tháng", 6),
    "a_day_of_the_year_before": ("Ngày chốt", date(2017, 12, 31)),
    "a_year_alone": (2017,),
}.items():
    SHELF.add(
        f"a_form_that_states_{_name}",
        f"above the table, in cells of their own: {_facts}",
        lambda facts=_facts: sent(_stating(*facts), expect=ASK_OR_REFUSE),
    )


@SHELF.case("the year stated in cells of its own")
def the_year_in_its_own_cell() -> Case:
    return sent(_stating("Năm", 2018), expect=READ, figures=ALL_READ)


@SHELF.case("a cover of another province")
def a_cover_of_another_province() -> Case:
    cover = Page("Bìa")
    cover.row("BHXH TỈNH NGHỆ AN")
    return sent(cover, _titled("SỐ LIỆU NĂM 2018"), expect=ASK_OR_REFUSE)


@SHELF.case("the province by its name is held against the sum of its units too")
def the_province_by_name_below_its_units() -> Case:
    page = _titled(RESULTS)
    page.row("Tỉnh Hà Tĩnh", 10)
    figures = [*ALL_READ, *counts(GROWTH, 2018, {"Tỉnh Hà Tĩnh": 10})]
    return sent(page, expect=READ, figures=figures, findings=[finding("total-mismatch")])
