"""An office's own table with a unit in each row: only what is certain is read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from office_workbooks import (
    ENROLLED,
    NGHE_AN,
    Formula,
    Percent,
    Table,
    codes,
    figures,
    places,
    understood,
)

from kpi.domain.observation import Stage

LIABLE, REGISTERED = (
    "Số đơn vị phải tham gia BHXH bắt buộc, BHTN",
    "Số đơn vị đã tham gia BHXH bắt buộc, BHTN",
)
HEADING = ("STT", "Đơn vị", LIABLE, REGISTERED)
ROWS = [(1, "Huyện Hương Sơn", 1000, 700), (2, "Huyện Đức Thọ", 500, 400)]
BOTH = {
    (ENROLLED, "huyen-huong-son", "2018", "official"): "700/1000",
    (ENROLLED, "huyen-duc-tho", "2018", "official"): "400/500",
}
TITLE = ("KẾT QUẢ THỰC HIỆN NĂM 2018",)
ASKED: dict[str, Any] = {"year": 2018, "stage": Stage.OFFICIAL}


def table(*rows: Any, heading: Any = HEADING, title: Any = TITLE, **facts: Any) -> Table:
    return Table([title, (), heading, *rows], **facts)


def under(*levels: tuple[Any, ...], rows: Any = ROWS, **facts: Any) -> Table:
    """A table whose heading has these levels; the name column is merged over them."""
    first, *below = levels
    heading = [("STT", "Đơn vị", *first), *((None, None, *level) for level in below)]
    merged = {f"A3:A{2 + len(heading)}": "STT", f"B3:B{2 + len(heading)}": "Đơn vị"} if below else None
    return Table([TITLE, (), *heading, *rows], merged=merged, **facts)


def test_columns_with_known_names_are_read_at_their_cells() -> None:
    outcome = understood(table(*ROWS))
    assert figures(outcome) == BOTH
    assert [(r.cell, r.denominator_cell) for r in outcome.readings] == [("D4", "C4"), ("D5", "C5")]
    assert outcome.issues == ()


@pytest.mark.parametrize(
    "name", ["Đơn vị", "TÊN ĐƠN VỊ", "Huyện, thị xã, thành phố", "Địa phương", "Huyện/thành phố/thị xã"]
)
def test_the_column_of_names_has_many_names(name: str) -> None:
    assert figures(understood(table(*ROWS, heading=("STT", name, LIABLE, REGISTERED)))) == BOTH


def test_the_order_of_columns_and_rows_changes_nothing() -> None:
    turned = [tuple(reversed(row)) for row in (HEADING, *reversed(ROWS))]
    assert figures(understood(Table([TITLE, (), *turned]))) == BOTH


def test_the_year_comes_from_heading_then_title_then_request() -> None:
    in_heading = ("STT", "Đơn vị", f"{LIABLE} năm 2016", f"{REGISTERED} năm 2016")
    periods = [
        {period for *_, period, _ in figures(understood(sheet, **asked))}
        for sheet, asked in [
            (table(*ROWS, heading=in_heading), {}),
            (table(*ROWS), {}),
            (table(*ROWS, title=("BIỂU SỐ 2",)), {"year": 2017, "stage": Stage.OFFICIAL}),
        ]
    ]
    assert periods == [{"2016"}, {"2018"}, {"2017"}]


def test_a_last_day_in_the_heading_names_its_year() -> None:
    heading = ("STT", "Đơn vị", f"{LIABLE} đến ngày 31/12/2017", f"{REGISTERED} đến ngày 31/12/2017")
    assert codes(understood(table(*ROWS, heading=heading), **ASKED).issues, "error") >= {"year-mismatch"}
    assert {p for *_, p, _ in figures(understood(table(*ROWS, heading=heading)))} == {"2017"}


def test_without_any_year_the_file_is_refused() -> None:
    outcome = understood(table(*ROWS, title=("BIỂU SỐ 2",)), stage=Stage.OFFICIAL)
    assert "year-missing" in codes(outcome.issues, "error")


def test_two_years_in_the_title_are_one_question_for_all_columns() -> None:
    sheet = table(*ROWS, title=("KẾT QUẢ NĂM 2017 VÀ NĂM 2018",))
    (question,) = [i for i in understood(sheet, stage=Stage.OFFICIAL).issues if i.blocks]
    assert (question.code, question.cell) == ("year-missing", "A1")
    answered = understood(sheet, stage=Stage.OFFICIAL, answers={question.key: "2018"})
    assert figures(answered) == BOTH


def test_a_table_of_another_year_is_refused() -> None:
    outcome = understood(table(*ROWS), year=2020, stage=Stage.OFFICIAL)
    assert "year-mismatch" in codes(outcome.issues, "error")
    assert outcome.readings == ()


def test_a_span_of_years_is_no_year() -> None:
    title = ("KẾT QUẢ GIAI ĐOẠN 2016-2020, NĂM 2018",)
    assert figures(understood(table(*ROWS, title=title))) == BOTH


def test_two_levels_of_heading_are_read_as_one() -> None:
    outcome = understood(under(("BHXH bắt buộc", "BHXH bắt buộc"), (LIABLE, REGISTERED)), **ASKED)
    assert figures(outcome) == BOTH


def test_a_row_of_column_codes_is_no_unit() -> None:
    coded = table(("A", "B", 1, "2=3/4"), *ROWS), table(("(1)", "(2)", "(3)", "(4)"), *ROWS)
    for sheet in coded:
        outcome = understood(sheet)
        assert figures(outcome) == BOTH
        assert outcome.issues == ()


@pytest.mark.parametrize(
    "below",
    [
        ("Kế hoạch 2018", "Kế hoạch 2018"),
        ("Kế hoạch thực hiện năm 2018", "Kế hoạch thực hiện năm 2018"),
        ("KH giao", "KH giao"),
        ("9 tháng", "9 tháng"),
        ("TH 9T-2018", "TH 9T-2018"),
        ("Đến 30/9/2018", "Đến 30/9/2018"),
        ("Quý III", "Quý III"),
        ("Cùng kỳ", "Cùng kỳ"),
        ("So với kế hoạch (%)", "So với kế hoạch (%)"),
        ("Trong đó: doanh nghiệp", "Trong đó: doanh nghiệp"),
    ],
)
def test_what_a_lower_heading_narrows_is_never_the_years_figure(below: tuple[str, str]) -> None:
    outcome = understood(under((LIABLE, REGISTERED), below), **ASKED)
    assert outcome.readings == ()
    assert any(issue.blocks for issue in outcome.issues)


@pytest.mark.parametrize(
    "words", ["kế hoạch năm 2018", "9 tháng", "đến ngày 30/9/2018", "so với cùng kỳ", "tăng thêm"]
)
def test_a_heading_that_says_more_than_the_name_is_not_the_figure(words: str) -> None:
    heading = ("STT", "Đơn vị", f"{LIABLE} {words}", f"{REGISTERED} {words}")
    outcome = understood(table(*ROWS, heading=heading), **ASKED)
    assert outcome.readings == ()
    assert any(issue.blocks for issue in outcome.issues)


@pytest.mark.parametrize(
    "below", [("Tổng số", "Tổng số"), ("Năm 2018", "Năm 2018"), ("Thực hiện", "Thực hiện")]
)
def test_a_lower_heading_that_says_no_more_changes_nothing(below: tuple[str, str]) -> None:
    assert figures(understood(under((LIABLE, REGISTERED), below), **ASKED)) == BOTH


def test_of_nine_months_and_the_estimated_year_the_year_is_read_as_an_estimate() -> None:
    levels = ((LIABLE, REGISTERED, REGISTERED), ("Ước năm 2018", "9 tháng", "Ước năm 2018"))
    rows = [(1, "Huyện Hương Sơn", 1000, 650, 700)]
    outcome = understood(under(*levels, rows=rows), year=2018, today=date(2018, 10, 12))
    assert figures(outcome) == {(ENROLLED, "huyen-huong-son", "2018", "estimate"): "700/1000"}


@pytest.mark.parametrize(
    ("name", "skipped"),
    [("Tổng cộng", True), ("CỘNG", True), ("Tổng số:", True), ("Toàn tỉnh", False)],
)
def test_a_sum_is_skipped_but_the_whole_province_is_its_own_value(name: str, skipped: bool) -> None:
    outcome = understood(table(*ROWS, (None, name, 1500, 1100)))
    own = {(ENROLLED, "ha-tinh", "2018", "official"): "1100/1500"}
    assert figures(outcome) == (BOTH if skipped else BOTH | own)
    assert places(outcome.issues) == ({("subtotal-skipped", "B6")} if skipped else set())


@pytest.mark.parametrize("name", ["Tổng cộng", "Toàn tỉnh"])
def test_a_total_that_does_not_add_up_is_a_warning_at_its_cell(name: str) -> None:
    outcome = understood(table(*ROWS, (None, name, 1500, 1001)))
    assert places(outcome.issues, "warning") == {("total-mismatch", "D6")}
    (issue,) = [i for i in outcome.issues if i.code == "total-mismatch"]
    assert (dict(issue.detail)["printed"], dict(issue.detail)["computed"]) == ("1001", "1100")


def test_a_group_of_formulas_is_a_subtotal_of_the_units_below_it() -> None:
    group = ("I", "Các huyện miền núi", Formula(1500), Formula(1101))
    outcome = understood(table(group, *ROWS))
    assert figures(outcome) == BOTH
    assert places(outcome.issues) == {("subtotal-skipped", "A4"), ("total-mismatch", "D4")}


def test_a_row_that_names_a_group_and_holds_nothing_is_passed_over() -> None:
    assert understood(table(("I", "Các huyện miền núi"), *ROWS)).issues == ()


def test_a_hidden_row_and_a_hidden_column_are_named_and_not_read() -> None:
    hidden_row = understood(table(*ROWS, hidden_rows=[5]))
    assert places(hidden_row.issues, "warning") == {("hidden-row", "A5")}
    assert set(figures(hidden_row)) == {(ENROLLED, "huyen-huong-son", "2018", "official")}
    heading = (*HEADING, "Số người tham gia BHXH tự nguyện")
    rows = [(*row, 55) for row in ROWS]
    hidden_column = understood(table(*rows, heading=heading, hidden_columns=["E"]))
    assert places(hidden_column.issues, "warning") == {("hidden-column", "E3")}
    assert figures(hidden_column) == BOTH


def test_an_unknown_column_of_figures_is_named_also_where_they_are_text() -> None:
    for figure in (5, "1.234"):
        outcome = understood(table(*((*row, figure) for row in ROWS), heading=(*HEADING, "Số phiếu thu")))
        assert places(outcome.issues, "warning") == {("column-unknown", "E3")}
        assert figures(outcome) == BOTH


def test_notes_and_signatures_below_are_not_read() -> None:
    foot = [
        (),
        ("Ghi chú: (*) gồm cả LLVT",),
        (None, "NGƯỜI LẬP BIỂU", None, "GIÁM ĐỐC"),
        (None, "Nguyễn Văn A"),
    ]
    outcome = understood(table(*ROWS, *foot))
    assert figures(outcome) == BOTH
    assert not any(issue.blocks for issue in outcome.issues)


@pytest.mark.parametrize("figure", [700, "1.000"])
def test_figures_in_a_row_without_a_name_are_refused(figure: int | str) -> None:
    outcome = understood(table(*ROWS, (3, None, 1200, figure)))
    assert ("unit-unknown", "D6") in places(outcome.issues, "error")


def test_a_unit_no_one_knows_is_refused() -> None:
    outcome = understood(table(*ROWS, (3, "Phòng Kế toán", 10, 5)))
    assert places(outcome.issues, "error") == {("unit-unknown", "B6")}


def test_text_numbers_and_dashes_are_read_as_in_any_table() -> None:
    rows = [
        (1, "Huyện Hương Sơn", "1.000", "700"),
        (2, "Huyện Đức Thọ", "-", "-"),
        (3, "Huyện Vũ Quang", "n/a", 5),
    ]
    outcome = understood(table(*rows))
    assert ("value-not-a-number", "C6") in places(outcome.issues, "error")
    assert ("value-text-number", "C4") in places(outcome.issues, "info")
    assert set(figures(outcome)) == {(ENROLLED, "huyen-huong-son", "2018", "official")}


def test_percentages_under_a_percent_format_are_read() -> None:
    heading = ("STT", "Đơn vị", "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN (%)")
    outcome = understood(table((1, "HUYỆN HƯƠNG SƠN", Percent("0.9134")), heading=heading))
    assert list(figures(outcome).values()) == ["91.34 %"]


def test_counts_are_taken_before_a_printed_percentage_that_does_not_fit() -> None:
    heading = (*HEADING, "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN")
    rows = [(*ROWS[0], 70), (*ROWS[1], 90)]
    outcome = understood(table(*rows, heading=heading))
    assert figures(outcome) == BOTH
    assert places(outcome.issues, "warning") == {("share-mismatch", "E5")}


def test_a_district_does_not_report_what_the_province_alone_reports() -> None:
    heading = ("STT", "Đơn vị", "Chỉ số hài lòng")
    outcome = understood(table((1, "Huyện Nghi Lộc", 81.5), heading=heading), plan=NGHE_AN)
    assert codes(outcome.issues, "error") >= {"unit-not-in-plan"}
    assert outcome.readings == ()


def test_two_columns_for_one_figure_are_a_conflict_unless_they_agree() -> None:
    heading = (*HEADING, REGISTERED)
    assert places(understood(table((*ROWS[0], 701), heading=heading)).issues, "error") == {
        ("duplicate-conflict", "E4")
    }
    assert list(figures(understood(table((*ROWS[0], 700), heading=heading))).values()) == ["700/1000"]
