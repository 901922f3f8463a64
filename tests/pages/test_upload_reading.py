"""A workbook as it was understood: its own grid coloured by meaning, findings by kind, questions with a click."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from office_files import SCRIPT, write_office_file
from openpyxl import load_workbook
from page_reader import EXCEL, HA_TINH, Open, Page, enrolled, send, workbook
from test_upload_page import can_confirm, choose, confirm

from kpi.intake.workbook.annotated_copy import annotated_copy
from kpi.intake.workbook.refusal import Fault
from kpi.service import imports
from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.records import list_submissions
from kpi.ui.incoming import marked_copy


@pytest.fixture
def office_file(tmp_path: Path) -> bytes:
    return write_office_file(tmp_path / "bao-cao.xlsx").read_bytes()


def cell(page: Page, text: str) -> str:
    """The table cell of the grid that begins with this text, as HTML."""
    [found] = re.findall(rf"<td[^>]*>{re.escape(text)}.*?</td>", page.text)
    return str(found)


def answer(page: Page, part: str, label: str) -> Page:
    """Clicks the answer with the label to the question that names `part`."""
    [question] = [r for r in page.test.radio if part in r.label]
    question.set_value(next(o for o in question.options if label in o))
    return page.run()


def test_each_recognised_cell_says_what_it_was_taken_for(open_page: Open, office_file: bytes) -> None:
    page = choose(open_page("upload", plan=HA_TINH), content=office_file)
    part, whole, share = cell(page, "402"), cell(page, "451"), cell(page, "89,14")
    assert 'title="Số đơn vị đã đăng ký tham gia BHXH bắt buộc, BHTN, Huyện Cẩm Xuyên, 2019"' in part
    assert 'class="numerator figure"' in part
    assert ">T</i>" in part
    assert "Số đơn vị thuộc diện phải tham gia" in whole
    assert 'class="denominator' in whole
    assert 'class="share' in share


def test_the_grid_is_lettered_merged_and_hidden_as_in_the_file(open_page: Open, office_file: bytes) -> None:
    page = choose(open_page("upload", plan=HA_TINH), content=office_file)
    assert '<th scope="col">E</th>' in page.text
    assert 'colspan="5"' in cell(page, "BẢO HIỂM XÃ HỘI TỈNH HÀ TĨNH")
    assert 'rowspan="2"' in cell(page, "STT")
    assert '<th scope="row" class="hidden">11<small>ẩn</small></th>' in page.text


def test_a_cell_with_a_finding_is_framed_and_tells_it(open_page: Open, office_file: bytes) -> None:
    page = choose(open_page("upload", plan=HA_TINH), content=office_file)
    asked = cell(page, "Kỳ Anh")
    assert 'class="question"' in asked
    assert 'title="? tên &quot;Kỳ Anh&quot; có thể chỉ nhiều đơn vị' in asked


def test_a_question_leads_to_its_cell(open_page: Open, office_file: bytes) -> None:
    page = choose(open_page("upload", plan=HA_TINH), content=office_file)
    assert 'id="Biểu 01!B8" tabindex="-1"' in cell(page, "Kỳ Anh")
    [asked] = [r.label for r in page.test.radio if "Kỳ Anh" in r.label]
    assert asked.startswith("[Ô B8 \\(trang tính “Biểu 01”\\)](#Bi%E1%BB%83u%2001!B8)")


def test_the_figure_that_stands_for_each_unit_helps_to_tell_which_is_meant(
    open_page: Open, program: Program
) -> None:
    send(program, enrolled(2016, 700, 1000, "Huyện Kỳ Anh"))
    row = ("Kỳ Anh", "employers-enrolled", 2017, 710, 1000, "Chính thức")
    [asked] = choose(open_page("upload", plan=HA_TINH), row).test.radio
    standing = dict(zip(asked.options, asked.proto.captions, strict=True))
    assert standing == {"Huyện Kỳ Anh": "số đang có năm 2016\\: 700 / 1\\.000", "Thị xã Kỳ Anh": ""}


def test_text_of_a_workbook_is_shown_and_never_runs(open_page: Open, office_file: bytes) -> None:
    page = choose(open_page("upload", plan=HA_TINH), content=office_file)
    assert "<script" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ![x](http://evil.example/x.png) =1+1" in page.text
    assert SCRIPT not in page.text


def test_stages_are_asked_for_in_words_and_every_answer_counts(
    open_page: Open, program: Program, office_file: bytes
) -> None:
    page = choose(open_page("upload", plan=HA_TINH), content=office_file)
    assert not can_confirm(page)
    page = answer(page, "ước thực hiện hay số chính thức", "chính thức")
    assert not can_confirm(page)
    page = answer(page, "Kỳ Anh", "Thị xã Kỳ Anh")
    [field] = page.test.text_input  # the printed share of Hương Sơn is not what its counts give
    field.set_value("số trong sổ theo dõi đúng")
    confirm(page.run())
    stored = {program.units[s.observation.unit].name for s in know(program, HA_TINH).stored}
    assert "Thị xã Kỳ Anh" in stored
    assert "Huyện Kỳ Anh" not in stored


def test_findings_of_a_kind_stand_together_with_their_number(open_page: Open) -> None:
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, -5, 1000), enrolled(2018, -6, 1000))
    assert "Số âm không hợp lệ <small>(2) <code>value-negative</code></small>" in page.text
    kinds = re.findall(r'<details class="k-kind error" open="open">.*?</details>', page.text)
    assert any("!D2" in kind and "!D3" in kind for kind in kinds)  # links to the cells


def test_a_remembered_answer_is_shown_and_can_be_given_anew(open_page: Open, program: Program) -> None:
    def row(numerator: int) -> tuple[object, ...]:
        return "Kỳ Anh", "employers-enrolled", 2017, numerator, 1000, "Chính thức"

    confirm(answer(choose(open_page("upload", plan=HA_TINH), row(700)), "Kỳ Anh", "Huyện"))
    page = choose(open_page("upload", plan=HA_TINH), row(710))
    remembered = (
        "Ô A2 (trang tính “Số liệu”)</a>: “Kỳ Anh” → Huyện Kỳ Anh <small>(theo câu trả lời lần trước)</small>"
    )
    assert remembered in page.text
    assert can_confirm(page)
    next(b for b in page.test.button if b.label == "Trả lời lại").click()
    page = page.run()
    assert "theo câu trả lời lần trước" not in page.text
    assert not can_confirm(page)
    confirm(answer(page, "Kỳ Anh", "Thị xã"))
    assert {program.units[s.observation.unit].name for s in know(program, HA_TINH).stored} == {
        "Huyện Kỳ Anh",
        "Thị xã Kỳ Anh",
    }


@pytest.mark.slow
def test_a_workbook_of_twenty_thousand_rows_is_drawn_a_window_at_a_time(open_page: Open) -> None:
    rows = [enrolled(2017, 700, 1000), *[("ghi chú", None, None, None, None, None)] * 20_000]
    page = choose(open_page("upload", plan=HA_TINH), *rows)
    assert len(re.findall(r"<td", page.text)) < 1500
    [rows_shown] = [box for box in page.test.selectbox if box.label == "Dòng đang xem"]
    assert rows_shown.options[0].startswith("1–60 trên 20002")
    rows_shown.set_value(61)
    page = page.run()
    assert '<th scope="row">61</th>' in page.text
    assert '<th scope="row">60</th>' not in page.text


def choose_all(page: Page, files: dict[str, bytes]) -> Page:
    page.test.file_uploader(key="workbooks").set_value([(n, c, EXCEL) for n, c in files.items()])
    return page.run()


def two_good_and_one_bad() -> dict[str, bytes]:
    return {
        "tot.xlsx": workbook(enrolled(2017, 700, 1000)),
        "sai.xlsx": workbook(enrolled(2018, "n/a", 1000)),
        "tot-2.xlsx": workbook(enrolled(2019, 720, 1000)),
    }


def test_several_files_stand_each_with_its_own_state(open_page: Open) -> None:
    page = choose_all(open_page("upload", plan=HA_TINH), two_good_and_one_bad())
    [files] = [r for r in page.test.radio if r.label == "Tệp đang xem"]
    assert [line.replace("\\", "") for line in files.options] == [
        "○ tot.xlsx – sẵn sàng lưu: 1 mới · 0 thay đổi · 0 giữ nguyên",
        "✖ sai.xlsx – cần sửa: 1 lỗi",
        "○ tot-2.xlsx – sẵn sàng lưu: 1 mới · 0 thay đổi · 0 giữ nguyên",
    ]
    assert "value-not-a-number" in page.text  # the one that needs a person is looked at first


def test_all_ready_files_are_stored_with_one_click_and_no_other(open_page: Open, program: Program) -> None:
    page = choose_all(open_page("upload", plan=HA_TINH), two_good_and_one_bad())
    next(b for b in page.test.button if b.label == "Xác nhận và lưu 2 tệp đã sẵn sàng").click()
    page = page.run()
    assert sorted(s.file_name for s in list_submissions(program, HA_TINH)) == ["tot-2.xlsx", "tot.xlsx"]
    [files] = [r for r in page.test.radio if r.label == "Tệp đang xem"]
    assert [line.split(" ")[0] for line in files.options] == ["✔", "✖", "✔"]


def test_a_file_that_another_of_the_same_click_contradicts_is_shown_again(
    open_page: Open, program: Program
) -> None:
    files = {
        "mot.xlsx": workbook(enrolled(2017, 700, 1000)),
        "hai.xlsx": workbook(enrolled(2017, 710, 1000)),
    }
    page = choose_all(open_page("upload", plan=HA_TINH), files)
    next(b for b in page.test.button if "2 tệp" in b.label).click()
    page = page.run()
    assert [s.file_name for s in list_submissions(program, HA_TINH)] == ["mot.xlsx"]
    assert "1 thay đổi" in " ".join(o for r in page.test.radio for o in r.options)


def test_a_machine_that_starts_no_process_says_so_in_one_sentence(
    open_page: Open, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_process(content: bytes) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(imports, "read_workbook", no_process)
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000), name="bao-cao.xlsx")
    assert "Máy chủ không mở thêm được chương trình đọc tệp" in page.text
    assert not can_confirm(page)


def test_the_copy_with_marked_errors_says_each_finding_at_its_cell(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, behind_the_guard: None
) -> None:
    made = {}

    def kept(content: bytes, *asked: object) -> bytes | Fault:
        made["copy"] = annotated_copy(content, *asked)  # type: ignore[arg-type]
        return made["copy"]

    monkeypatch.setattr(marked_copy, "annotated_copy", kept)
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, "n/a", 1000))
    assert [b.proto.label for b in page.test.get("download_button")] == ["Tải bản có đánh dấu lỗi"]
    sheet = load_workbook(BytesIO(made["copy"])).worksheets[0]
    comment = sheet["D2"].comment.text
    assert comment.startswith('Lỗi: tìm thấy "n/a", cần một số nguyên không âm')


def test_a_copy_that_cannot_be_made_is_told_in_one_sentence(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marked_copy, "annotated_copy", lambda *_: Fault.TOOK_TOO_LONG)
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, "n/a", 1000))
    assert "Không tạo được bản có đánh dấu lỗi (đọc quá lâu)" in page.text
    assert "value-not-a-number" in page.text


def test_nothing_to_mark_offers_no_copy(open_page: Open) -> None:
    page = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000))
    assert not page.test.get("download_button")


def test_the_figure_of_the_year_before_stands_beside_the_new_one(open_page: Open, program: Program) -> None:
    send(program, enrolled(2016, 650, 1000))
    send(program, enrolled(2017, 660, 1000))
    text = choose(open_page("upload", plan=HA_TINH), enrolled(2017, 700, 1000)).text
    assert text.index("650 / 1.000") < text.index("660 / 1.000") < text.index("700 / 1.000")
