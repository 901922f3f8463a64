"""The pages on one indicator, duties, history, reports and the law."""

from __future__ import annotations

import re
from datetime import date

from page_reader import HA_TINH, HOA, NGHE_AN, QUANG_NGAI, Open, enrolled, send

from kpi.domain.actor import local_user
from kpi.domain.closing import Step
from kpi.domain.period import Period
from kpi.service.closing import take_step
from kpi.service.duties import mark_done, task_statuses
from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.records import list_submissions


def test_the_table_of_an_indicator_says_what_its_chart_says(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 71, 100), enrolled(2018, 79, 100))
    page = open_page("indicator", plan=HA_TINH, indicator="employers-enrolled", period="2018")
    drawn = re.findall(r"<b>(\d{4})</b><span[^>]*>. ([^<]+)</span>", page.text)
    assert drawn == [("2017", "71,00%"), ("2018", "79,00%")]
    for year, share in drawn:
        assert f'<th scope="row">Năm {year}</th><td class="k-number">{share}</td>' in page.text


def test_a_verdict_is_traced_to_the_cell_and_the_file(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 8696, 14061))
    page = open_page("indicator", plan=HA_TINH, indicator="employers-enrolled", period="2017")
    assert "8.696 ÷ 14.061 = 61,84%" in page.text
    assert "<td>so-lieu.xlsx (#1)</td><td>Số liệu</td><td>D2</td>" in page.text
    assert page.test.get("download_button")
    assert "So sánh chặt: đúng bằng mức là chưa đạt." in page.text


def test_a_link_to_a_district_opens_the_district(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 40, 100, "Huyện Vũ Quang"))
    unit = next(u.id for u in program.units.values() if u.name == "Huyện Vũ Quang")
    page = open_page("indicator", plan=HA_TINH, period="2017", unit=unit)
    assert "so với mục tiêu tỉnh" in page.text
    assert "40 ÷ 100 = 40,00%" in page.text


def test_a_plan_without_indicators_points_to_its_duties(open_page: Open) -> None:
    text = open_page("indicator", plan=QUANG_NGAI).text
    assert "không đặt chỉ tiêu bằng số" in text
    assert '<a href="/tasks?plan=quang-ngai-1888-2013"' in text


def test_a_duty_done_is_recorded(open_page: Open, program: Program) -> None:
    page = open_page("tasks", plan=QUANG_NGAI)
    assert "quá hạn" in page.text
    page.test.selectbox[1].set_value("Q2-N01")
    page.test.date_input[0].set_value(date(2013, 6, 18))
    page.test.text_input[0].set_value("Quyết định 1/QĐ")
    page.test.button[0].click()
    page.run()
    assert "Đã ghi nhận Q2-N01 hoàn thành ngày 18/06/2013" in page.text
    status = next(s for s in task_statuses(program, QUANG_NGAI) if s.task.id == "Q2-N01")
    assert status.current.note == "Quyết định 1/QĐ"


def test_a_duty_recorded_as_done_is_taken_back_after_a_second_yes(open_page: Open, program: Program) -> None:
    mark_done(program, QUANG_NGAI, "Q2-N01", date(2013, 6, 18), "", local_user("a test"))
    page = open_page("tasks", plan=QUANG_NGAI)
    assert page.test.button(key="undo-task-done").disabled
    page.test.checkbox(key="sure.undo-task-done.1").check()
    page.run()
    page.test.button(key="undo-task-done").click()
    page.run()
    assert "Đã thu hồi ghi nhận hoàn thành Q2-N01" in page.text
    status = next(s for s in task_statuses(program, QUANG_NGAI) if s.task.id == "Q2-N01")
    assert status.current.record is None


def test_duties_can_be_narrowed_to_one_agency(open_page: Open) -> None:
    page = open_page("tasks", plan=QUANG_NGAI)
    assert "Q2-N01" in page.text
    page.test.selectbox[2].set_value("Sở Y tế")
    assert "Q2-N01" not in page.run().text
    assert "Q2-N02" in page.text


def test_a_submission_is_taken_back_only_after_a_second_yes(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 700, 1000))
    page = open_page("submissions", plan=HA_TINH)
    assert "chị Hoa" in page.text
    assert page.test.button(key="undo").disabled
    page.test.checkbox[0].check()
    page.run()
    page.test.button(key="undo").click()
    page.run()
    assert "Đã thu hồi lần nộp số 1" in page.text
    [taken] = list_submissions(program, HA_TINH)
    assert not taken.is_live


def test_taking_back_figures_of_a_closed_period_is_refused_in_a_sentence(
    open_page: Open, program: Program
) -> None:
    send(program, enrolled(2017, 700, 1000))
    take_step(program, HA_TINH, Period(2017), Step.CLOSED, HOA)
    page = open_page("submissions", plan=HA_TINH)
    page.test.checkbox[0].check()
    page.run()
    page.test.button(key="undo").click()
    assert "Kỳ 2017 đã khóa." in page.run().text


def test_a_period_is_closed_and_reopened_for_a_reason(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 700, 1000))
    page = open_page("submissions", plan=HA_TINH, period="2017")
    page.test.button(key=f"step.closed.{HA_TINH}.2017").click()
    page.run()
    assert Period(2017) in know(program, HA_TINH).evaluator.closed
    page.test.button(key=f"step.reopened.{HA_TINH}.2017").click()
    assert "Cần nêu lý do; lý do được lưu lại." in page.run().text
    page.test.text_input[0].set_value("sót một huyện")
    page.test.button(key=f"step.reopened.{HA_TINH}.2017").click()
    page.run()
    assert Period(2017) not in know(program, HA_TINH).evaluator.closed


def test_the_report_page_says_what_is_provisional_and_who_is_missing(
    open_page: Open, program: Program
) -> None:
    send(program, enrolled(2017, 40, 100, "Huyện Vũ Quang"))
    page = open_page("report", plan=HA_TINH, period="2017")
    assert "chưa khóa" in page.text
    assert "thiếu 12/13 đơn vị" in page.text
    assert [b.proto.label for b in page.test.get("download_button")] == [
        "Tải báo cáo 2017 (.xlsx)",
        "Tải biểu mẫu năm 2018 (.xlsx)",
        "Tải biểu trống (.xlsx)",
    ]


def test_the_plans_page_cites_every_target_with_its_clause_and_reading(open_page: Open) -> None:
    text = open_page("plans", plan=NGHE_AN).text
    assert "văn bản không ghi ngày" in text
    assert "tăng so với năm 2020" in text
    assert "Kết luận được tính thế nào" in text
    assert text.count("đến năm 2030") >= 5


def test_a_year_whose_figures_can_not_be_summed_is_not_drawn_as_one_without_any(
    open_page: Open, program: Program
) -> None:
    send(program, enrolled(2018, 40, 100, "Huyện Vũ Quang"))
    path = open_page("indicator", plan=HA_TINH, period="2018").text.partition("k-path")[2]
    assert "<small>không đánh giá được</small>" in path
    assert "<small>chưa có số liệu</small>" in path
