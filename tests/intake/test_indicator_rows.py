"""An office's own table with an indicator in each row: the province's figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from office_workbooks import (
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    NGHE_AN,
    Table,
    answered,
    choices_of,
    codes,
    figures,
    places,
    understood,
)

from kpi.domain.observation import Stage
from kpi.intake.words.headings import Heading

SHARE, PEOPLE = "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN", "Số người tham gia BHXH tự nguyện"
HEADING = ("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2018", "Thực hiện năm 2018", "So với KH (%)")
ROWS = [(1, SHARE, "%", 80, 82.37, 103), (2, PEOPLE, "người", 5500, 5618, 102.1)]
PROVINCE = {
    (ENROLLED, "ha-tinh", "2018", "official"): "82.37 %",
    (GROWTH, "ha-tinh", "2018", "official"): "5618",
}


def table(*rows: Any, heading: Any = HEADING, title: Any = ("BIỂU SỐ 1",), **facts: Any) -> Table:
    return Table([title, (), heading, *rows], **facts)


def test_the_achieved_column_is_read_and_no_plan_or_comparison() -> None:
    outcome = understood(table(*ROWS))
    assert figures(outcome) == PROVINCE
    assert [r.cell for r in outcome.readings] == ["E4", "E5"]
    assert codes(outcome.issues) == {"column-unknown"} == codes(outcome.issues, "info")


@pytest.mark.parametrize(
    "heading",
    [
        "Kế hoạch năm 2018",
        "KH 2018",
        "Chỉ tiêu giao năm 2018",
        "Mục tiêu 2018",
        "Kế hoạch thực hiện 2018",
        "TH 9 tháng 2018",
        "6T/2018",
        "Quý IV năm 2018",
        "Lũy kế 2018",
        "Thực hiện đến ngày 30/9/2018",
        "So với năm 2018",
        "% hoàn thành kế hoạch 2018",
        "Tăng, giảm so với 2018",
        "Cùng kỳ 2018",
    ],
)
def test_no_other_column_is_ever_taken_for_the_years_figure(heading: str) -> None:
    outcome = understood(
        table((1, SHARE, 82.37), heading=("TT", "Chỉ tiêu", heading)), stage=Stage.OFFICIAL, year=2018
    )
    assert outcome.readings == ()
    assert any(issue.blocks for issue in outcome.issues)


@pytest.mark.parametrize(
    "heading", ["Thực hiện năm 2018", "TH 2018", "Kết quả thực hiện năm 2018", "Năm 2018"]
)
def test_the_years_figure_is_called_many_names(heading: str) -> None:
    outcome = understood(table((1, SHARE, 82.37), heading=("TT", "Chỉ tiêu", heading)), stage=Stage.OFFICIAL)
    assert list(figures(outcome)) == [(ENROLLED, "ha-tinh", "2018", "official")]


def test_years_as_columns_are_a_period_each_and_an_estimate_stays_one() -> None:
    heading = ("Chỉ tiêu", "Thực hiện 2016", "Thực hiện 2017", "Ước TH 2018", "Mục tiêu 2019")
    outcome = understood(table((PEOPLE, 2986, 3907, 5000, 6000), heading=heading), today=date(2018, 12, 1))
    assert figures(outcome) == {
        (GROWTH, "ha-tinh", "2016", "official"): "2986",
        (GROWTH, "ha-tinh", "2017", "official"): "3907",
        (GROWTH, "ha-tinh", "2018", "estimate"): "5000",
    }


def test_of_the_year_asked_for_alone_is_read() -> None:
    heading = ("Chỉ tiêu", "Thực hiện 2016", "Thực hiện 2017")
    outcome = understood(table((PEOPLE, 2986, 3907), heading=heading), year=2017)
    assert figures(outcome) == {(GROWTH, "ha-tinh", "2017", "official"): "3907"}


def test_a_year_over_two_columns_is_read_from_the_heading_above() -> None:
    levels = [("Chỉ tiêu", "Năm 2018", None), (None, "Kế hoạch", "Thực hiện")]
    merged = {"A2:A3": "Chỉ tiêu", "B2:C2": "Năm 2018"}
    outcome = understood(Table([("BIỂU 1",), *levels, (PEOPLE, 5500, 5618)], merged=merged))
    assert figures(outcome) == {(GROWTH, "ha-tinh", "2018", "official"): "5618"}


def test_numerator_and_denominator_rows_make_one_observation_only_from_one_row() -> None:
    rows = [("Số đơn vị đã tham gia", 700), ("Số đơn vị phải tham gia", 1000)]
    outcome = understood(table(*rows, heading=("Chỉ tiêu", "Thực hiện năm 2018")))
    assert outcome.readings == () or list(figures(outcome).values()) == ["700/1000"]
    assert outcome.readings or any(issue.blocks for issue in outcome.issues)


def test_a_line_the_plan_does_not_know_is_a_warning() -> None:
    outcome = understood(table(*ROWS, (3, "Số thu BHXH", "triệu đồng", 1, 2, 3)))
    assert figures(outcome) == PROVINCE
    assert places(outcome.issues, "warning") == {("indicator-unknown", "B6")}


def test_a_line_that_is_only_near_is_a_question_that_may_be_answered_with_none() -> None:
    near = (3, "Tỷ lệ đơn vị giao dịch điện tủ", "%", 100, 99.1, 99)
    outcome = understood(table(*ROWS, near))
    assert places(outcome.issues, "question") == {("indicator-unknown", "B6")}
    choices = choices_of(outcome, "indicator-unknown")
    assert f"{ELECTRONIC}/value" in choices
    assert choices[-1] == "none"
    taken, left = (
        figures(understood(table(*ROWS, near), answers=answered(outcome, "indicator-unknown", choice)))
        for choice in (f"{ELECTRONIC}/value", "none")
    )
    assert taken == PROVINCE | {(ELECTRONIC, "ha-tinh", "2018", "official"): "99.1 %"}
    assert left == PROVINCE


def test_an_ambiguous_index_is_a_question_at_its_cell() -> None:
    heading = ("TT", "Nội dung", "ĐVT", "Thực hiện năm 2023")
    sheet = Table([heading, (1, "Chỉ số hài lòng", "%", "81.250")], name="Khảo sát")
    outcome = understood(sheet, plan=NGHE_AN)
    assert places(outcome.issues, "question") == {("value-ambiguous-number", "D2")}
    answers = answered(outcome, "value-ambiguous-number", "81.25")
    assert list(figures(understood(sheet, plan=NGHE_AN, answers=answers)).values()) == ["81.25 %"]


def test_hidden_columns_and_rows_are_named_and_not_read() -> None:
    hidden = understood(table(*ROWS, hidden_rows=[5]))
    assert places(hidden.issues, "warning") == {("hidden-row", "A5")}
    assert set(figures(hidden)) == {(ENROLLED, "ha-tinh", "2018", "official")}
    covered = understood(table(*ROWS, hidden_columns=["E"]))
    assert ("hidden-column", "E3") in places(covered.issues, "warning")
    assert covered.readings == ()


def test_a_title_dated_before_the_years_end_questions_what_was_achieved() -> None:
    title = ("Hà Tĩnh, ngày 12 tháng 10 năm 2018",)
    assert codes(understood(table(*ROWS, title=title)).issues, "question") == {"stage-unclear"}


def test_a_printed_growth_is_not_a_count() -> None:
    outcome = understood(table(*ROWS, (3, "Tốc độ tăng BHXH tự nguyện", "%", 30, 30.8, 102)))
    assert figures(outcome) == PROVINCE


def test_figures_kept_as_text_are_read_even_where_a_whole_column_is_text() -> None:
    outcome = understood(
        table((1, PEOPLE, "5.618"), heading=("TT", "Chỉ tiêu", "Năm 2018")), stage=Stage.OFFICIAL
    )
    assert list(figures(outcome).values()) == ["5618"]
    assert places(outcome.issues) == {("value-text-number", "C4")}


@pytest.mark.parametrize(
    ("levels", "kind"),
    [
        (("Năm 2018", "Kế hoạch"), "planned"),
        (("Kết quả thực hiện kế hoạch", "Kế hoạch"), "planned"),
        (("Kế hoạch năm 2018", "Thực hiện"), "figure"),
        (("Thực hiện", "9 tháng"), "part-of-year"),
        (("9 tháng", "Thực hiện"), "part-of-year"),
        (("Thực hiện so với cùng kỳ",), "comparison"),
        (("Đạt (%)", "Năm 2018"), "comparison"),
        (("Số TT",), "numbering"),
        (("ĐVT",), "measure"),
    ],
)
def test_the_lowest_level_that_speaks_of_plan_or_achievement_decides(
    levels: tuple[str, ...], kind: str
) -> None:
    assert Heading(1, levels).kind == kind


def test_plans_comparisons_and_parts_of_the_year_are_left_aside_and_told() -> None:
    heading = ("Chỉ tiêu", "Mục tiêu 2018", "Thực hiện 9 tháng", "Cùng kỳ năm trước", "Thực hiện năm 2018")
    outcome = understood(table((PEOPLE, 5500, 4000, 3907, 5618), heading=heading))
    assert list(figures(outcome).values()) == ["5618"]
    assert places(outcome.issues) == {("column-unknown", f"{column}3") for column in "BCD"}
    assert codes(outcome.issues, "info") == {"column-unknown"}
