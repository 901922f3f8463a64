"""Units side by side: the ranking, every year of each, the province as their sum, and those that ended."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import many_units
import pytest
from page_reader import HA_TINH, NGHE_AN, QUANG_NGAI, Open, enrolled, send

from kpi.service.program import Program
from kpi.store.database import Database
from kpi.ui import opening

VU_QUANG, HUONG_KHE, LOC_HA = "Huyện Vũ Quang", "Huyện Hương Khê", "Huyện Lộc Hà"


def test_the_furthest_behind_stands_first_with_the_employers_to_go(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 65, 100, HUONG_KHE), enrolled(2017, 40, 100, VU_QUANG))
    text = open_page("units", plan=HA_TINH, period="2017").text
    ranking = text[text.index("k-ranking") :]
    assert ranking.index(VU_QUANG) < ranking.index(HUONG_KHE)
    assert "<b>31 đơn vị</b>" in ranking
    assert (
        "Năm 2017: 0/2 đơn vị cấp huyện có kết luận đạt mục tiêu; 11 nơi chưa kết luận được. "
        "Những nơi chưa đạt cộng lại còn thiếu 37 đơn vị sử dụng lao động." in text
    )
    assert "so với mục tiêu tỉnh" in text


def test_the_province_without_all_its_units_is_not_judged_and_says_how_many_are_in(
    open_page: Open, program: Program
) -> None:
    send(program, enrolled(2017, 65, 100, HUONG_KHE), enrolled(2017, 40, 100, VU_QUANG))
    text = open_page("units", plan=HA_TINH, period="2017").text
    province = text[text.index("k-province") : text.index("k-ranking")]
    assert "cộng từ 2/13 đơn vị cấp huyện" in province
    assert "Không đánh giá được" in province


def test_every_cell_of_the_years_bears_a_sign_and_leads_to_that_unit_and_year(
    open_page: Open, program: Program
) -> None:
    send(program, enrolled(2017, 71, 100, VU_QUANG), enrolled(2018, 79, 100, VU_QUANG))
    text = open_page("units", plan=HA_TINH, period="2018").text
    years = text[text.index("k-unit-years") : text.index("k-multiples")]
    assert re.findall(r">([✔✖]) (\d+,\d\d%)</a>", years) == [("✔", "71,00%"), ("✖", "79,00%")]
    assert "period=2017&amp;unit=huyen-vu-quang" in years


def test_a_merged_unit_is_shown_with_its_last_day_and_its_successors(
    open_page: Open, program: Program
) -> None:
    send(program, enrolled(2024, 90, 100, LOC_HA), enrolled(2025, 90, 100, VU_QUANG))
    text = open_page("units", plan=HA_TINH, period="2024").text
    assert "Huyện Lộc Hà: đến hết ngày 31/12/2024; tiếp nhận: Huyện Thạch Hà, Thành phố Hà Tĩnh" in text
    row = text[text.index("k-unit-years") :]
    row = row[row.index(LOC_HA) : row.index("</tr>", row.index(LOC_HA))]
    assert "đến hết ngày 31/12/2024" in row
    assert "đơn vị không tồn tại trong năm này" in row


def test_an_indicator_of_the_province_alone_says_so(open_page: Open, program: Program) -> None:
    send(program, ("Tỉnh Nghệ An", "staff-trained", 2025, 30, 34, "Chính thức"), plan=NGHE_AN)
    text = open_page("units", plan=NGHE_AN, indicator="staff-trained", period="2025").text
    assert "chỉ báo cáo ở cấp tỉnh" in text
    assert "k-ranking" not in text


def test_where_no_unit_sent_anything_there_is_no_empty_ranking(open_page: Open, program: Program) -> None:
    send(program, ("Tỉnh Nghệ An", "unemployed-referred", 2025, 75, 100, "Chính thức"), plan=NGHE_AN)
    text = open_page("units", plan=NGHE_AN, indicator="unemployed-referred", period="2025").text
    assert "Năm 2025: chưa có đơn vị cấp huyện nào có kết luận." in text
    assert "k-province" in text
    assert not [part for part in ("k-ranking", "k-unit-years", "k-multiples") if part in text]


@pytest.mark.parametrize(("plan", "said"), [(HA_TINH, "Bắt đầu thế nào"), (QUANG_NGAI, "không đặt chỉ tiêu")])
def test_without_figures_it_says_what_to_do(open_page: Open, plan: str, said: str) -> None:
    assert said in open_page("units", plan=plan).text


def test_a_hundred_units_with_long_names_noughts_and_gaps_are_all_there(
    open_page: Open, program: Program, new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = new_database()
    hard = Program(many_units.hard_definitions(), Database.open(url))
    many_units.fill(hard)
    monkeypatch.setitem(opening._opened, url, hard)
    monkeypatch.setenv("KPI_DATABASE_URL", url)
    text = open_page("units", plan=HA_TINH, period="2018").text
    hard.database.close()
    ranking = text[text.index("k-ranking") : text.index("k-unit-years")]
    assert ranking.count("<tr>") == 1 + many_units.MANY
    assert "&lt;b&gt;Nguyễn Thị Minh Khai&lt;/b&gt; &amp; Trường Sơn" in text
    assert "<b>Nguyễn" not in text
    gaps = [
        float(g.replace("−", "-").replace(",", ".")) for g in re.findall(r"([+−]?\d+,\d\d)</td>", ranking)
    ]
    assert all(a <= b for a, b in pairwise(gaps))
