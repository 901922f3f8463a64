"""The first page: the verdicts in words, and what to do where there are none."""

from __future__ import annotations

import many_units
import pytest
from page_reader import HA_TINH, HOA, MADE_UP, NGHE_AN, QUANG_NGAI, Open, enrolled, send

from kpi.domain.closing import Step
from kpi.domain.period import Period
from kpi.service.closing import take_step
from kpi.service.program import Program
from kpi.service.records import list_submissions
from kpi.store.database import Database
from kpi.ui import opening


def test_an_empty_database_is_met_with_what_to_do(open_page: Open) -> None:
    page = open_page()
    assert "Chưa có số liệu nào của kế hoạch này." in page.text
    assert 'href="/report?plan=ha-tinh-157-2017"' in page.text
    assert page.test.button(key="demo").label == "Nạp số liệu minh họa"


def test_one_click_fills_an_empty_database_with_figures_marked_as_made_up(
    open_page: Open, program: Program
) -> None:
    page = open_page()
    page.test.button(key="demo").click()
    page.run()
    assert all(s.illustrative for s in list_submissions(program, HA_TINH))
    assert "Đây không phải số liệu thật." in page.text
    assert "Chưa đạt (tạm tính)" in page.text
    assert "k-path-years" in page.text
    assert MADE_UP in page.text


def test_illustrative_data_are_not_offered_once_anything_was_sent(open_page: Open, program: Program) -> None:
    send(program, ("Tỉnh Nghệ An", "unemployed-counselled", 2019, 10, 10, "Chính thức"), plan=NGHE_AN)
    page = open_page(plan=HA_TINH)
    assert "Chưa có số liệu nào" in page.text
    assert not page.test.button


def test_a_miss_is_said_in_points_and_in_employers_with_its_clause(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 8696, 14061))
    page = open_page(plan=HA_TINH, period="2017")
    assert "Năm 2017: 1 chỉ tiêu chưa đạt." in page.text
    assert "−8,16 điểm %" in page.text
    assert "còn thiếu 1.147 đơn vị" in page.text
    assert "Mục tiêu năm 2017: trên 70% · mục II.2" in page.text
    assert 'class="k-badge missed provisional"' in page.text


def test_a_closed_period_is_final(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 8696, 14061))
    take_step(program, HA_TINH, Period(2017), Step.CLOSED, HOA)
    page = open_page(plan=HA_TINH, period="2017")
    assert "Không đạt" in page.text
    assert "năm 2017 đã khóa" in page.text
    assert "provisional" not in page.text


def test_only_missed_targets_go_before_those_without_a_verdict_and_those_before_the_met(
    open_page: Open, program: Program
) -> None:
    send(
        program,
        enrolled(2018, 79, 100),
        ("Tỉnh Hà Tĩnh", "voluntary-growth", 2018, 120, None, "Chính thức"),
        ("Tỉnh Hà Tĩnh", "voluntary-growth", 2017, 100, None, "Chính thức"),
    )
    text = open_page(plan=HA_TINH, period="2018").text
    cards = [
        text.index(name) for name in ("voluntary-growth", "employers-enrolled", "employers-e-transactions")
    ]
    assert cards == sorted(cards)


def test_the_last_year_with_figures_is_shown_by_default(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 80, 100), enrolled(2018, 85, 100))
    page = open_page()
    assert "Năm 2018: 1 chỉ tiêu đạt." in page.text
    assert page.test.query_params["period"] == "2018"


def test_senseless_choices_in_the_address_fall_back_in_silence(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 80, 100))
    page = open_page(plan="no-such-plan", period="1066", lang="tlh")
    assert "Năm 2017: 1 chỉ tiêu đạt." in page.text
    assert page.test.query_params["plan"] == HA_TINH


def test_a_plan_without_figures_opens_on_its_duties(open_page: Open) -> None:
    page = open_page(plan=QUANG_NGAI)
    assert "7 nhiệm vụ: 4 quá hạn" in page.text
    assert "Kế hoạch không đặt chỉ tiêu bằng số" in page.text
    assert "Quá hạn" in page.text


def test_english_is_one_word_in_the_address_away(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 8696, 14061))
    page = open_page(plan=HA_TINH, period="2017", lang="en")
    assert "employers still missing" in page.text
    assert (
        'href="/indicator?plan=ha-tinh-157-2017&amp;indicator=employers-enrolled&amp;period=2017&amp;unit=ha-tinh&amp;lang=en"'
        in page.text
    )
    assert "chỉ tiêu" not in page.text


def test_units_furthest_behind_and_those_silent_are_named(open_page: Open, program: Program) -> None:
    growth = [("Huyện Vũ Quang", "voluntary-growth", year, 100, None, "Chính thức") for year in (2016, 2017)]
    filing = ("Huyện Vũ Quang", "employers-e-transactions", 2017, 40, 40, "Chính thức")
    send(
        program,
        enrolled(2017, 40, 100, "Huyện Vũ Quang"),
        enrolled(2017, 65, 100, "Huyện Hương Khê"),
        filing,
        *growth,
    )
    text = open_page(plan=HA_TINH, period="2017").text
    assert "1/13 đơn vị cấp huyện đã nộp đủ" in text  # Hương Khê still owes two indicators
    assert text.index("<b>−30,00</b>") < text.index("<b>−5,00</b>")
    assert "<b>11/13</b>" in text
    assert "<b>12/13</b>" in text


def test_an_import_elsewhere_shows_at_the_next_look(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 8696, 14061))
    page = open_page(plan=HA_TINH, period="2017")
    send(program, enrolled(2017, 14061, 14061))
    assert "1 chỉ tiêu đạt" in page.run().text


@pytest.mark.parametrize(
    "name",
    ["overview", "indicator", "units", "tasks", "upload", "submissions", "report", "plans", "guide"],
)
def test_every_page_says_that_figures_are_made_up(open_page: Open, program: Program, name: str) -> None:
    send(program, enrolled(2017, 8696, 14061), illustrative=True)
    assert MADE_UP in open_page(name, plan=HA_TINH).text


@pytest.mark.parametrize(
    "name",
    ["overview", "indicator", "units", "tasks", "upload", "submissions", "report", "plans", "guide"],
)
def test_no_page_marks_real_figures_as_made_up(open_page: Open, program: Program, name: str) -> None:
    send(program, enrolled(2017, 8696, 14061))
    assert "k-illustrative" not in open_page(name, plan=HA_TINH).text


@pytest.mark.parametrize(
    "name",
    ["overview", "indicator", "units", "tasks", "upload", "submissions", "report", "plans", "guide"],
)
def test_without_a_database_every_page_says_one_sentence(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("KPI_DATABASE_URL", "sqlite:////proc/nowhere/kpi.sqlite3")
    page = open_page(name)
    assert "Không dùng được cơ sở dữ liệu" in page.text
    assert "Traceback" not in page.text


def test_a_card_without_a_figure_leads_to_no_cell_and_claims_no_certainty(
    open_page: Open, program: Program
) -> None:
    send(program, enrolled(2017, 710, 1000))
    cards = open_page(plan=HA_TINH, period="2017").text.split('<article class="k-card">')[1:]
    leading = ["Vì sao, từ ô nào" in card for card in cards]
    assert leading == ["Chưa có số liệu" not in card for card in cards]
    assert sorted(leading) == [False, False, True]


def test_of_many_indicators_nobody_reported_the_first_few_are_named(
    open_page: Open, program: Program, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path}/many.sqlite3"
    hard = Program(many_units.hard_definitions(further_indicators=20), Database.open(url))
    many_units.fill(hard)
    monkeypatch.setitem(opening._opened, url, hard)
    monkeypatch.setenv("KPI_DATABASE_URL", url)
    overview = open_page(plan=HA_TINH, period="2018").text
    assert "Chỉ tiêu thêm 2 và 18 chỉ tiêu khác" in overview
    warned = open_page("report", plan=HA_TINH, period="2018").text
    notice = warned[warned.index("k-notice") : warned.index("</ul>")]
    assert notice.count("<li>") == 3
