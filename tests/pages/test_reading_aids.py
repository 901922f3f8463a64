"""What stands beside a verdict and is none; what was known before; the guide; the address of every choice."""

from __future__ import annotations

import re

import pytest
from page_reader import HA_TINH, HOA, NGHE_AN, PROJECT, QUANG_NGAI, Open, enrolled, send

from kpi.domain.actor import local_user
from kpi.domain.closing import Step
from kpi.domain.period import Period
from kpi.present.words import words_for
from kpi.service.closing import take_step
from kpi.service.duties import task_statuses
from kpi.service.program import Program
from kpi.service.records import undo
from kpi.ui.glance import pressing_deadlines

YEARS = ((2016, 60), (2017, 66), (2018, 72))


def test_pace_and_projection_stand_on_the_card_under_their_own_names(
    open_page: Open, program: Program
) -> None:
    send(program, *(enrolled(year, share, 100) for year, share in YEARS))
    card = open_page(plan=HA_TINH, period="2018").text
    card = card[card.index("k-card-beside") :]
    assert "off-track" not in card.split("</article>")[0]
    assert "Chậm nhịp, mới đi 60% quãng đường cần đi" in card
    assert "Dự báo" in card
    assert "năm 2019: 78,00%, sẽ không đạt" in card


def test_a_card_says_how_sure_the_figure_is_and_leads_to_where_it_came_from(
    open_page: Open, program: Program
) -> None:
    send(program, enrolled(2017, 71, 100))
    address = (
        "/indicator?plan=ha-tinh-157-2017&amp;indicator=employers-enrolled&amp;period=2017&amp;unit=ha-tinh"
    )
    open_text = open_page(plan=HA_TINH, period="2017").text
    assert "số tạm tính" in open_text
    assert f'href="{address}#vi-sao"' in open_text
    take_step(program, HA_TINH, Period(2017), Step.CLOSED, HOA)
    assert "số chính thức" in open_page(plan=HA_TINH, period="2017").text


def test_before_any_mark_is_due_the_page_speaks_of_the_nearest_and_of_the_pace(
    open_page: Open, program: Program
) -> None:
    rows = [
        ("Tỉnh Nghệ An", "unemployed-referred", year, n, 100, "Chính thức")
        for year, n in ((2020, 60), (2023, 75))
    ]
    send(program, *rows, plan=NGHE_AN)
    text = open_page(plan=NGHE_AN, period="2023").text
    assert "chưa có chỉ tiêu nào đến hạn" in text
    assert "Mốc gần nhất là năm 2025; 1/1 chỉ tiêu xét được đang đúng nhịp." in text
    assert "đến năm 2030: từ 90% trở lên" in text


def test_a_revised_value_shows_what_was_known_then_and_now(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 700, 1000))
    send(program, enrolled(2017, 710, 1000))
    undo(program, send(program, enrolled(2017, 720, 1000)), local_user("a test", "anh Nam"))
    text = open_page("indicator", plan=HA_TINH, period="2017").text
    known = text[text.index("Trước đây biết gì") :]
    assert known.index("720 / 1.000") < known.index("710 / 1.000") < known.index("700 / 1.000")
    assert "anh Nam thu hồi lúc" in known
    assert known.count("đang có hiệu lực") == 1
    assert known.index("710 / 1.000") < known.index("đang có hiệu lực") < known.index("700 / 1.000")
    assert "đã được thay" in known


def test_a_value_sent_once_has_no_history(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 700, 1000))
    assert "Trước đây biết gì" not in open_page("indicator", plan=HA_TINH, period="2017").text


def test_a_sum_shows_what_was_known_then_and_now_and_whose_figure_changed_it(
    open_page: Open, program: Program
) -> None:
    districts = [u.name for u in program.units.expected_to_report("ha-tinh", Period(2017))]
    send(program, *(enrolled(2017, 7, 9, name) for name in districts))
    undo(program, send(program, enrolled(2017, 8, 9, "Huyện Vũ Quang")), local_user("a test", "anh Nam"))
    text = open_page("indicator", plan=HA_TINH, period="2017").text
    known = text[text.index("Trước đây biết gì") :]
    assert "Số toàn tỉnh đã đổi 2 lần" in known
    taken_back, corrected = re.findall('<tr><th scope="row">.*?</tr>', known)[:2]
    then, now = (
        "91 / 117 đơn vị = 77,78% · 13/13 · chính thức",
        "92 / 117 đơn vị = 78,63% · 13/13 · chính thức",
    )
    assert f"<td>{then}</td><td><b>{now}</b></td>" in corrected
    assert "<li>Huyện Vũ Quang: 7 / 9 → 8 / 9</li>" in corrected
    assert "anh Nam thu hồi" in taken_back
    assert f"<td>{now}</td><td><b>{then}</b></td>" in taken_back
    district = open_page("indicator", plan=HA_TINH, period="2017", unit="huyen-vu-quang").text
    assert "Số toàn tỉnh đã đổi" not in district


def test_growth_is_shown_with_the_count_behind_it(open_page: Open, program: Program) -> None:
    counts = ((2016, 1000), (2017, 1310))
    send(program, *(("Tỉnh Hà Tĩnh", "voluntary-growth", y, n, None, "Chính thức") for y, n in counts))
    text = open_page("indicator", plan=HA_TINH, indicator="voluntary-growth", period="2017").text
    column = text[text.index("<b>2017</b>") :]
    assert column.index("+31,00%") < column.index("1.310 người") < column.index("</li>")


def test_duties_along_time_have_today_between_them_and_the_undated_after(open_page: Open) -> None:
    text = open_page("tasks", plan=NGHE_AN, view="dates").text
    assert text.index("31/12/2025") < text.index("Hôm nay, 24/11/2026") < text.index("31/12/2030")
    assert text.index("31/12/2030") < text.index("Không nêu thời hạn")


def test_a_recurring_duty_missed_for_years_is_one_entry_with_its_next_day(open_page: Open) -> None:
    text = open_page("tasks", plan=HA_TINH, view="dates").text
    assert "kỳ trước đó chưa ghi nhận" in text
    assert text.count("09/12/2025") == 1
    assert "09/12/2026" in text


def test_what_falls_due_next_has_its_group_while_an_earlier_time_is_overdue(open_page: Open) -> None:
    text = open_page("tasks", plan=HA_TINH, view="pressing").text
    assert "quá hạn, 59 không nêu thời hạn · sắp đến hạn: 1, gần nhất ngày 09/12/2026" in text
    coming = text[text.index(">Sắp đến hạn <small>1") : text.index(">Không nêu thời hạn")]
    assert "<b>còn 15 ngày</b>" in coming


def test_the_overview_says_what_is_due_next_before_anything_else_and_what_is_overdue_under_its_own_name(
    program: Program,
) -> None:
    shown = pressing_deadlines(task_statuses(program, NGHE_AN), words_for("vi"), "/tasks")
    parts = (
        ">Sắp đến hạn<",
        "còn 20 ngày",
        "còn 1.498 ngày",
        ">Quá hạn<",
        "quá hạn 328 ngày",
        "quá hạn 345 ngày",
    )
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_where_nothing_is_overdue_no_part_says_so(program: Program) -> None:
    shown = pressing_deadlines(task_statuses(program, "quang-ngai-7216-2021"), words_for("vi"), "/tasks")
    assert ">Quá hạn<" not in shown


def test_duties_by_agency_put_the_agency_most_overdue_first(open_page: Open) -> None:
    text = open_page("tasks", plan=QUANG_NGAI, view="agency").text
    assert text.index(">UBND tỉnh <small>2 quá hạn") < text.index(">Sở Y tế <small>1 quá hạn")


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "Nộp lại đúng tệp đã nộp"), ("en", "Nothing has to be installed")]
)
def test_the_guide_is_there_in_either_language_with_its_words(
    open_page: Open, language: str, said: str
) -> None:
    page = open_page("guide", lang=language)
    assert any(said in block.value for block in page.test.markdown)
    assert "BHXH" in page.text


def test_both_guides_have_the_same_sections_points_and_pictures() -> None:
    ours, theirs = (
        (PROJECT / "docs" / name).read_text(encoding="utf-8") for name in ("huong-dan.md", "guide.md")
    )
    line = re.compile(r"^(#+ |\* |\d\. |!\[)(?:.*\((.*)\)$)?", re.MULTILINE)
    assert line.findall(ours) == line.findall(theirs)


def test_choices_nobody_could_make_fall_back_in_silence(open_page: Open) -> None:
    page = open_page("tasks", plan=QUANG_NGAI, view="sideways", agency="Sở Không Có")
    assert page.test.query_params["view"] == "pressing"
    assert "Q2-N01" in page.text


def test_a_followed_link_decides_and_what_was_just_chosen_decides_over_an_address_left_behind(
    open_page: Open, program: Program
) -> None:
    send(program, *(enrolled(year, share, 100) for year, share in YEARS))
    page = open_page("indicator", plan=HA_TINH, period="2018")
    page.test.query_params["period"] = "2017"
    assert "66 ÷ 100" in page.run().text
    page.test.selectbox[1].set_value("voluntary-growth")
    page.test.query_params["indicator"] = "employers-e-transactions"
    assert "Tốc độ tăng số người" in page.run().text
