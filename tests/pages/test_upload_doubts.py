"""Figures the program warns about: a reason is wanted before they are stored, and shown ever after."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from page_reader import HA_TINH, HOA, Open, Page, enrolled, send, workbook
from test_upload_page import choose, confirm

from kpi.domain.period import Period
from kpi.present.reports.workbook import write_gap_report
from kpi.present.words import words_for
from kpi.service.evaluations import know
from kpi.service.imports import import_workbook
from kpi.service.outcome import Upload
from kpi.service.program import Program
from kpi.service.records import list_submissions
from kpi.service.reports import gap_report

REASON = "hai doanh nghiệp lớn <b>chuyển về</b> địa bàn"


def write_reason(page: Page, reason: str) -> Page:
    [field] = page.test.text_input
    field.set_value(reason)
    return page.run()


def a_jump(open_page: Open, program: Program) -> Page:
    send(program, enrolled(2016, 100, 1000))
    return choose(open_page("upload", plan=HA_TINH), enrolled(2017, 900, 1000))


def test_a_jump_is_marked_beside_last_years_figure(open_page: Open, program: Program) -> None:
    text = a_jump(open_page, program).text
    assert text.index("100 / 1.000") < text.index("900 / 1.000") < text.index("! bất thường")
    assert " thay đổi từ 100 (năm 2016) thành 900 (năm 2017)" in text


def test_a_doubtful_figure_is_not_stored_without_a_reason(open_page: Open, program: Program) -> None:
    page = confirm(a_jump(open_page, program))
    assert "Hãy ghi lý do trước khi lưu" in page.text
    assert len(list_submissions(program, HA_TINH)) == 1
    page = confirm(write_reason(page, "   "))
    assert len(list_submissions(program, HA_TINH)) == 1


def test_a_reason_is_stored_and_shown_wherever_the_figure_comes_from(
    open_page: Open, program: Program
) -> None:
    page = confirm(write_reason(a_jump(open_page, program), REASON))
    assert "Đã lưu lần nộp" in page.text
    assert list_submissions(program, HA_TINH)[0].reason == REASON
    shown = "hai doanh nghiệp lớn &lt;b&gt;chuyển về&lt;/b&gt; địa bàn"
    assert shown in open_page("submissions", plan=HA_TINH).text
    indicator = open_page("indicator", plan=HA_TINH, indicator="employers-enrolled", period="2017").text
    assert f'#2) <small class="k-kept-reason">lý do giữ số bị cảnh báo: {shown}' in indicator
    assert f'900 / 1.000 đơn vị <small class="k-kept-reason">lý do giữ số bị cảnh báo: {shown}' in indicator


def test_the_reason_stands_in_the_report_beside_its_source(open_page: Open, program: Program) -> None:
    confirm(write_reason(a_jump(open_page, program), REASON))
    report = gap_report(program, know(program, HA_TINH), Period(2017))
    book = load_workbook(BytesIO(write_gap_report(report, words_for("vi"))))
    reasons = {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert REASON in reasons


def two_jumps_and_a_quiet_figure(open_page: Open, program: Program) -> Page:
    units = "Huyện Hương Sơn", "Huyện Kỳ Anh", "Huyện Vũ Quang"
    send(program, *(enrolled(2016, 100, 1000, unit) for unit in units))
    rows = zip(units, (900, 800, 110), strict=True)
    return choose(open_page("upload", plan=HA_TINH), *(enrolled(2017, n, 1000, unit) for unit, n in rows))


def kept_beside(program: Program, year: int) -> dict[str, str]:
    stored = (s for s in know(program, HA_TINH).stored if s.observation.period == Period(year))
    return {s.observation.unit: s.reason for s in stored}


def test_one_reason_for_all_stands_beside_the_doubted_figures_alone(
    open_page: Open, program: Program
) -> None:
    page = two_jumps_and_a_quiet_figure(open_page, program)
    page.test.text_input[0].set_value(REASON)
    confirm(page.run())
    assert kept_beside(program, 2017) == {
        "huyen-huong-son": REASON,
        "huyen-ky-anh": REASON,
        "huyen-vu-quang": "",
    }


def test_each_warning_may_have_a_reason_of_its_own(open_page: Open, program: Program) -> None:
    page = two_jumps_and_a_quiet_figure(open_page, program)
    _, first, _second = page.test.text_input
    assert "Huyện Hương Sơn" in first.label
    first.set_value("sáp nhập chi nhánh")
    page = confirm(page.run())
    assert "Hãy ghi lý do trước khi lưu" in page.text
    page.test.text_input[2].set_value("rà soát danh sách thuế")
    confirm(page.run())
    assert kept_beside(program, 2017) == {
        "huyen-huong-son": "sáp nhập chi nhánh",
        "huyen-ky-anh": "rà soát danh sách thuế",
        "huyen-vu-quang": "",
    }
    assert list_submissions(program, HA_TINH)[0].reason == "sáp nhập chi nhánh; rà soát danh sách thuế"


def test_figures_nobody_doubts_need_no_reason(open_page: Open, program: Program) -> None:
    send(program, enrolled(2016, 650, 1000))
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000))
    assert not page.test.text_input


def test_a_doubtful_file_that_changes_nothing_needs_no_reason(open_page: Open, program: Program) -> None:
    rows = enrolled(2016, 100, 1000), enrolled(2017, 900, 1000)
    send(program, *rows)
    page = choose(open_page("upload", plan=HA_TINH), *rows)
    assert not page.test.text_input


def test_a_reason_for_figures_nobody_doubts_is_not_kept(program: Program) -> None:
    upload = Upload(HA_TINH, "so-lieu.xlsx", workbook(enrolled(2017, 700, 1000)), reason=REASON)
    assert import_workbook(program, upload, HOA).committed
    assert [s.reason for s in list_submissions(program, HA_TINH)] == [""]
