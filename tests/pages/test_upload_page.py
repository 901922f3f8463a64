"""Sending a workbook: everything found is shown, nothing is stored unasked, nothing twice."""

from __future__ import annotations

from typing import Any

import pytest
from page_reader import EXCEL, HA_TINH, Open, Page, Row, enrolled, send, workbook

from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.records import list_submissions
from kpi.ui.incoming import workbook as incoming


def choose(page: Page, *rows: Row, content: bytes = b"", name: str = "bao-cao.xlsx") -> Page:
    page.test.file_uploader(key="workbooks").set_value([(name, content or workbook(*rows), EXCEL)])
    return page.run()


def confirm(page: Page) -> Page:
    next(b for b in page.test.button if b.label == "Xác nhận và lưu").click()
    return page.run()


def can_confirm(page: Page) -> bool:
    return any(b.label == "Xác nhận và lưu" for b in page.test.button)


def test_a_good_workbook_is_stored_once_confirmed(open_page: Open, program: Program) -> None:
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000))
    assert "Chưa lưu gì." in page.text
    assert "700 / 1.000" in page.text
    assert not list_submissions(program, HA_TINH)
    page = confirm(page)
    assert "Đã lưu lần nộp số 1: 1 số liệu mới" in page.text
    assert 'href="/?plan=ha-tinh-157-2017&amp;period=2017"' in page.text
    assert not can_confirm(page)
    assert len(list_submissions(program, HA_TINH)) == 1


def test_a_bad_workbook_lists_everything_wrong_with_its_cells_and_stores_nothing(
    open_page: Open, program: Program
) -> None:
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, "n/a", 1000), enrolled(2018, -5, 1000))
    assert "value-not-a-number" in page.text
    assert "D2" in page.text
    assert "value-negative" in page.text
    assert "D3" in page.text
    assert not can_confirm(page)
    assert not list_submissions(program, HA_TINH)


def test_a_file_that_cannot_be_stored_promises_no_change(open_page: Open) -> None:
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000), enrolled(2018, -5, 1000))
    assert "Đọc được, chưa lưu" in page.text
    assert "Những gì sẽ thay đổi" not in page.text


def test_a_file_that_is_no_workbook_gets_one_sentence(open_page: Open) -> None:
    page = choose(open_page("upload", plan=HA_TINH), content=b"hello", name="thu.txt")
    assert "Tệp không phải bảng tính Excel" in page.text
    assert not can_confirm(page)


def test_a_question_is_answered_with_a_click(open_page: Open, program: Program) -> None:
    row = ("Kỳ Anh", "employers-enrolled", 2017, 700, 1000, "Chính thức")
    page = choose(open_page("upload", plan=HA_TINH), row)
    assert not can_confirm(page)
    [question] = page.test.radio
    question.set_value(question.options[0] if "Huyện Kỳ Anh" in question.options[0] else question.options[1])
    page.run()
    assert [r.label for r in page.test.radio] == [question.label]  # stays, so that it can be changed
    confirm(page)
    [stored] = know(program, HA_TINH).stored
    assert program.units[stored.observation.unit].name == "Huyện Kỳ Anh"


def test_the_same_bytes_again_change_nothing(open_page: Open, program: Program) -> None:
    content = workbook(enrolled(2017, 700, 1000))
    confirm(choose(open_page("upload", plan=HA_TINH), content=content))
    page = confirm(choose(open_page("upload", plan=HA_TINH), content=content))
    assert "không có gì thay đổi" in page.text
    assert len(list_submissions(program, HA_TINH)) == 1


def test_what_changes_is_shown_beside_what_stands(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 650, 1000))
    text = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000)).text
    assert text.index("650 / 1.000") < text.index("700 / 1.000")
    assert "k-change changed" in text


def test_figures_that_changed_since_the_preview_are_shown_again_before_anything_is_stored(
    open_page: Open, program: Program
) -> None:
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000))
    send(program, enrolled(2017, 650, 1000))
    page = confirm(page)
    assert "đã thay đổi từ lúc trang này được mở" in page.text
    assert "650 / 1.000" in page.text
    assert len(list_submissions(program, HA_TINH)) == 1
    confirm(page)
    assert len(list_submissions(program, HA_TINH)) == 2


def test_figures_stored_in_the_very_moment_of_the_click_are_not_overwritten_unseen(
    open_page: Open, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000))
    real, others = incoming.import_workbook, [enrolled(2017, 650, 1000)]

    def just_after_somebody_else(*asked: Any) -> Any:
        while others:
            send(program, others.pop())
        return real(*asked)

    monkeypatch.setattr(incoming, "import_workbook", just_after_somebody_else)
    page = confirm(page)
    assert "đã thay đổi từ lúc trang này được mở" in page.text
    assert "650 / 1.000" in page.text
    assert len(list_submissions(program, HA_TINH)) == 1
    confirm(page)
    assert len(list_submissions(program, HA_TINH)) == 2


def test_another_year_reads_the_same_file_anew(open_page: Open) -> None:
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000), enrolled(2018, 800, 1000))
    assert "800 / 1.000" in page.text
    page.test.selectbox[1].set_value(2017)
    page.run()
    assert "800 / 1.000" not in page.text


def test_text_from_a_workbook_never_becomes_markup(open_page: Open) -> None:
    nasty = "<img src=x onerror=alert(1)> **đậm**"
    page = choose(
        open_page("upload", plan=HA_TINH),
        (nasty, "employers-enrolled", 2017, nasty, 1000, "Chính thức"),
        name="<b>tên</b>.xlsx",
    )
    assert "<img" not in page.text
    assert "<b>tên" not in page.text
    assert "&lt;img" in page.text
