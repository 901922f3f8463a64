"""How the page to sign falls on paper: nothing torn, no signature alone, no number on the first page."""

from __future__ import annotations

from io import BytesIO

import pytest
from libreoffice import LibreOffice, libreoffice, saved  # noqa: F401  (a fixture)
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sample_reports import ABOVE_70, SHARES, a_task, district, every_rule_report, plan_of, report_on, seen

from kpi.domain.report import GapReport
from kpi.present.reports.pages import PrintedRow, page_starts
from kpi.present.reports.workbook import write_gap_report
from kpi.present.text_width import lines_of, width_of
from kpi.present.words import words_for

WORDS = words_for("vi")
CHANGED = WORDS("report_letter.changed")
ROOM = 728.0  # points between the margins of an A4 page


def opened(report: GapReport, results: bool = True) -> Workbook:
    return load_workbook(BytesIO(write_gap_report(report, WORDS)), data_only=results)


def pages_of(sheet: Worksheet) -> list[range]:
    """The rows of each page, from 1."""
    starts = [1, *(b.id + 1 for b in sheet.row_breaks.brk)]
    last = int(str(sheet.print_area).rsplit("$", 1)[1])
    return [range(a, b) for a, b in zip(starts, [*starts[1:], last + 1], strict=True)]


def page_with(sheet: Worksheet, text: str) -> int:
    rows = [c.row for row in sheet.iter_rows() for c in row if str(c.value).startswith(text)]
    return next(n for n, page in enumerate(pages_of(sheet)) if rows[-1] in page)


def test_rows_that_belong_together_move_to_the_next_page_whole() -> None:
    rows = [PrintedRow(60), PrintedRow(20, True), PrintedRow(30), PrintedRow(10)]
    assert page_starts(rows, 110) == [3]
    assert page_starts(rows, 100) == [1]
    assert page_starts(rows, 59) == [3]
    assert page_starts([PrintedRow(10), PrintedRow(250), PrintedRow(60)], 100) == [1, 2]


@pytest.mark.parametrize("indicators", [1, 4, len(SHARES)])
def test_neither_the_summary_nor_the_signature_is_torn_and_each_page_has_room(indicators: int) -> None:
    plan = plan_of(*(list(SHARES) * 3)[:indicators])
    figures = [seen(s.id, "d1", 60, 100) for s in plan.indicators]
    sheet = opened(report_on(plan, figures, [district(1)], tasks=(a_task(),))).worksheets[0]
    pages = pages_of(sheet)
    caption, hint = "Tổng hợp", "Bảng trên"
    assert page_with(sheet, caption) == page_with(sheet, hint)
    assert page_with(sheet, "Trên đây") == page_with(sheet, "Nơi nhận") == len(pages) - 1
    for page in pages:
        assert sum(sheet.row_dimensions[row].height or 15 for row in page) <= ROOM


def test_the_first_page_bears_no_number_and_the_others_do() -> None:
    sheet = opened(every_rule_report()).worksheets[0]
    assert sheet.HeaderFooter.differentFirst
    assert "&P" not in str(sheet.firstHeader.center.text)
    assert "&P" in str(sheet.oddHeader.center.text)
    assert sheet.firstFooter.center.text == sheet.oddFooter.center.text


def test_the_lines_of_a_text_follow_the_width_of_its_letters() -> None:
    assert width_of("Huyện", 13) == width_of("Huyen", 13)
    assert width_of("iii", 13) < width_of("mmm", 13) / 2
    assert lines_of("mmmm mmmm", width_of("mmmm mmmm", 13) + 0.1, 13) == 1
    assert lines_of("mmmm mmmm", width_of("mmmm mmmm", 13) - 0.1, 13) == 2
    assert lines_of("", 100, 13) == 1


@pytest.mark.slow
def test_the_page_to_sign_says_that_a_figure_was_changed_and_nothing_before(
    libreoffice: LibreOffice,  # noqa: F811
) -> None:
    report = report_on(
        plan_of(ABOVE_70),
        [seen("above-70", f"d{n}", 60 + n, 100) for n in (1, 2)],
        [district(1), district(2)],
    )
    changed = opened(report, results=False)
    gaps = changed["Khoảng cách"]
    at = next(r for r in range(1, 20) if gaps.cell(r, 2).value == "Huyện 01")
    gaps.cell(at, 5).value = 62
    books = {"made": opened(report, False), "every": opened(every_rule_report(), False), "changed": changed}
    after = libreoffice.recalculated({name: saved(book) for name, book in books.items()})
    said = {name: CHANGED in [c.value for c in book.worksheets[0]["A"]] for name, book in after.items()}
    assert said == {"made": False, "every": False, "changed": True}
