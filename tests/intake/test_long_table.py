"""The tidy layout: a row for each observation."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from office_workbooks import (
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    LONG_HEADING,
    OFFICIAL,
    Formula,
    Percent,
    Table,
    answered,
    choices_of,
    codes,
    figures,
    long_row,
    long_table,
    places,
    said_of,
    understood,
)

HUONG_SON = (ENROLLED, "huyen-huong-son", "2017", "official")


def test_a_row_is_an_observation_with_its_cell() -> None:
    outcome = understood(long_table(long_row()))
    assert figures(outcome) == {HUONG_SON: "700/1000"}
    (reading,) = outcome.readings
    assert (reading.sheet, reading.cell, reading.denominator_cell) == ("Số liệu", "D2", "E2")
    assert outcome.issues == ()


def test_a_value_alone_is_at_its_own_cell() -> None:
    outcome = understood(long_table(long_row(part=None, whole=None, value=70.25)))
    assert figures(outcome) == {HUONG_SON: "70.25 %"}
    assert [r.cell for r in outcome.readings] == ["F2"]


def test_a_growth_indicators_observation_is_the_count() -> None:
    outcome = understood(long_table(long_row("Toàn tỉnh", GROWTH, 2018, 3907, None)))
    assert figures(outcome) == {(GROWTH, "ha-tinh", "2018", "official"): "3907"}


@pytest.mark.parametrize(
    "heading",
    [
        ("unit", "indicator", "year", "numerator", "denominator", "value", "stage"),
        ("ĐƠN VỊ", "CHỈ TIÊU", "NĂM", "TỬ SỐ", "MẪU SỐ", "GIÁ TRỊ", "LOẠI SỐ LIỆU"),
        ("Đơn vị báo cáo", "Mã chỉ tiêu", "Kỳ báo cáo", "Tử  số", "Mẫu số", "Tỷ lệ (%)", "Loại\nsố liệu"),
    ],
)
def test_a_heading_may_be_in_either_language_and_any_case(heading: tuple[str, ...]) -> None:
    assert figures(understood(long_table(long_row(value=70), heading=heading))) == {HUONG_SON: "700/1000"}


@pytest.mark.parametrize(
    "indicator",
    [
        "employers-enrolled",
        "EMPLOYERS-ENROLLED",
        "Tỷ lệ đơn vị thuộc diện đã đăng ký tham gia BHXH bắt buộc, BHTN",
        "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN",
    ],
)
def test_an_indicator_may_be_named_by_id_or_name(indicator: str) -> None:
    assert figures(understood(long_table(long_row(indicator=indicator)))) == {HUONG_SON: "700/1000"}


def test_the_heading_may_stand_below_a_title_block_and_right_of_empty_columns() -> None:
    title = [("UBND TỈNH HÀ TĨNH",), (), ("Biểu số 2", None, "ĐVT: đơn vị"), ()]
    rows = [*title, (None, None, *LONG_HEADING), (None, None, *long_row())]
    outcome = understood(Table(rows))
    assert figures(outcome) == {HUONG_SON: "700/1000"}
    assert [r.cell for r in outcome.readings] == ["F6"]
    assert outcome.issues == ()


def test_empty_rows_between_are_passed_over_and_notes_below_are_named() -> None:
    rows = [long_row(), (), long_row("Huyện Đức Thọ"), (), ("Ghi chú: số liệu đã đối chiếu",)]
    outcome = understood(long_table(*rows))
    assert len(outcome.readings) == 2
    assert places(outcome.issues) == {("note-skipped", "A6")}
    assert codes(outcome.issues, "info") == {"note-skipped"}


def test_an_unknown_column_is_a_warning_and_the_rest_is_read() -> None:
    table = long_table((*long_row(), "gì đó"), heading=(*LONG_HEADING, "Xếp loại"))
    outcome = understood(table)
    assert places(outcome.issues, "warning") == {("column-unknown", "H1")}
    assert len(outcome.readings) == 1


@pytest.mark.parametrize("heading", ["STT", "TT", "Ghi chú", "Nguồn"])
def test_numbering_and_remarks_are_left_aside_in_silence(heading: str) -> None:
    assert understood(long_table((*long_row(), 1), heading=(*LONG_HEADING, heading))).issues == ()


@pytest.mark.parametrize("again", ["Tử số", "numerator", "Năm", "Đơn vị", "Tỷ lệ (%)"])
def test_a_column_given_twice_refuses_the_file(again: str) -> None:
    outcome = understood(long_table((*long_row(), None), heading=(*LONG_HEADING, again)))
    assert places(outcome.issues, "error") == {("column-unknown", "H1")}


def test_a_figure_the_indicator_has_no_place_for_is_named() -> None:
    outcome = understood(long_table(long_row("Toàn tỉnh", GROWTH, 2018, 3907, 500, 30.8)))
    assert places(outcome.issues, "warning") == {("column-unknown", "E2"), ("column-unknown", "F2")}
    assert list(figures(outcome).values()) == ["3907"]


def test_a_missing_year_is_an_error_unless_a_year_was_asked_for() -> None:
    table = long_table(long_row(year=None))
    assert places(understood(table).issues, "error") == {("year-missing", "A2")}
    assert figures(understood(table, year=2017)) == {HUONG_SON: "700/1000"}


@pytest.mark.parametrize("year", ["9 tháng 2017", "17", "2016-2020", "hai nghìn"])
def test_words_that_are_no_period_are_an_error_even_with_a_year_asked_for(year: str) -> None:
    assert places(understood(long_table(long_row(year=year)), year=2017).issues, "error") == {
        ("year-missing", "C2")
    }


def test_a_date_is_no_year() -> None:
    assert places(understood(long_table(long_row(year=date(2017, 12, 31)))).issues, "error") == {
        ("value-is-date", "C2")
    }


def test_of_the_year_asked_for_alone_is_anything_said() -> None:
    table = long_table(long_row(), long_row(year=2018, part=720), long_row("Phòng 3", year=2019, part="n/a"))
    outcome = understood(table, year=2018)
    assert figures(outcome) == {(ENROLLED, "huyen-huong-son", "2018", "official"): "720/1000"}
    assert outcome.issues == ()


def test_a_file_of_other_years_is_refused() -> None:
    outcome = understood(long_table(long_row(), long_row(year=2018)), year=2020)
    assert [(i.code, i.severity, i.found) for i in outcome.issues] == [
        ("year-mismatch", "error", "2017, 2018")
    ]


def test_without_a_year_asked_for_every_year_is_read() -> None:
    rows = [long_row(year=year) for year in (2016, 2017, "Năm 2018", "2019-H1")]
    assert {period for _, _, period, _ in figures(understood(long_table(*rows)))} == {
        "2016",
        "2017",
        "2018",
        "2019-H1",
    }


def test_every_fault_of_every_row_is_told_at_once() -> None:
    rows = [
        long_row("Phòng 3", "không có", 2017, "n/a", 1000),
        long_row(part=Formula("#REF!", "=#REF!"), whole=-5),
        long_row("Kỳ Anh", part="1.5", whole=date(2017, 1, 1)),
        long_row("Huyện Đức Thọ", part=True, whole=Formula("")),
        long_row("Huyện Vũ Quang", part=11, whole=10),
        long_row("Huyện Lộc Hà", year=None),
        long_row("Huyện Can Lộc", part=None, whole=None, value="81.250"),
    ]
    outcome = understood(long_table(*rows))
    assert places(outcome.issues, "error", "question") >= {
        ("unit-unknown", "A2"),
        ("indicator-unknown", "B2"),
        ("value-is-error", "D3"),
        ("value-negative", "E3"),
        ("unit-ambiguous", "A4"),
        ("value-not-whole", "D4"),
        ("value-is-date", "E4"),
        ("value-is-boolean", "D5"),
        ("formula-without-value", "E5"),
        ("part-exceeds-whole", "D6"),
        ("year-missing", "A7"),
        ("value-ambiguous-number", "F8"),
    }


@pytest.mark.parametrize(("column", "cell"), [("numerator", "D2"), ("denominator", "E2"), ("value", "F2")])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("n/a", "value-not-a-number"),
        ("-5", "value-negative"),
        (-5, "value-negative"),
        (10**19, "value-out-of-range"),
        (True, "value-is-boolean"),
        (date(2017, 10, 12), "value-is-date"),
        (Formula("#DIV/0!"), "value-is-error"),
        (Formula(""), "formula-without-value"),
        ("NaN", "value-not-finite"),
    ],
)
def test_a_cell_that_can_not_be_read_is_an_error_at_its_place(
    column: str, cell: str, content: Any, code: str
) -> None:
    outcome = said_of(content, column)
    assert places(outcome.issues) == {(code, cell)}
    assert outcome.readings == ()


def test_a_part_of_a_person_is_refused() -> None:
    assert places(said_of(1305.5).issues, "error") == {("value-not-whole", "D2")}


def test_a_number_kept_as_text_is_read_and_noted() -> None:
    outcome = understood(long_table(long_row(part="10.361", whole="1.234.567")))
    assert list(figures(outcome).values()) == ["10361/1234567"]
    assert places(outcome.issues, "info") == {("value-text-number", "D2"), ("value-text-number", "E2")}


@pytest.mark.parametrize(
    ("content", "choices"),
    [("10.361", ["10.361", "10361"]), ("1,234", ["1.234", "1234"]), ("81.250", ["81.25", "81250"])],
)
def test_a_percentage_with_two_readings_is_a_question_between_them(content: str, choices: list[str]) -> None:
    outcome = said_of(content, "value")
    assert places(outcome.issues, "question") == {("value-ambiguous-number", "F2")}
    assert choices_of(outcome, "value-ambiguous-number") == choices
    answers = answered(outcome, "value-ambiguous-number", choices[0])
    assert list(figures(said_of(content, "value", answers=answers)).values()) == [f"{choices[0]} %"]


def test_a_reading_beyond_a_hundred_percent_is_refused_even_if_it_is_chosen() -> None:
    answers = answered(said_of("81.250", "value"), "value-ambiguous-number", "81250")
    assert places(said_of("81.250", "value", answers=answers).issues, "error") == {
        ("value-out-of-range", "F2")
    }


@pytest.mark.parametrize("content", [0.7, "0,7"])
def test_a_bare_fraction_in_a_percentage_is_a_question_of_scale(content: float | str) -> None:
    outcome = said_of(content, "value")
    assert places(outcome.issues, "question") == {("scale-unclear", "F2")}
    assert choices_of(outcome, "scale-unclear") == ["0.7", "70"]
    for choice in ("0.7", "70"):
        answers = answered(outcome, "scale-unclear", choice)
        assert list(figures(said_of(content, "value", answers=answers)).values()) == [f"{choice} %"]


def test_a_fraction_under_a_percent_format_is_what_is_shown() -> None:
    assert list(figures(said_of(Percent("0.9134"), "value")).values()) == ["91.34 %"]


def test_a_formula_is_read_by_its_result() -> None:
    assert list(figures(said_of(Formula(712, "=700+12"))).values()) == ["712/1000"]


@pytest.mark.parametrize("content", ["-", "x", "…", "chưa có", None])
def test_one_count_missing_beside_the_other_is_a_warning(content: str | None) -> None:
    outcome = understood(long_table(long_row(part=content), long_row("Huyện Đức Thọ")))
    assert codes(outcome.issues, "warning") == {"value-missing"}
    assert {unit for _, unit, *_ in figures(outcome)} == {"huyen-duc-tho"}


def test_a_row_of_dashes_is_no_observation_and_a_zero_is_one() -> None:
    rows = [long_row(part="-", whole="-"), long_row("Huyện Đức Thọ", part=0)]
    assert figures(understood(long_table(*rows))) == {
        (ENROLLED, "huyen-duc-tho", "2017", "official"): "0/1000"
    }


def test_a_table_without_any_value_is_refused() -> None:
    assert codes(understood(long_table(long_row(part="-", whole=None))).issues, "error") == {"no-values"}


def test_a_hidden_row_is_named_and_not_read() -> None:
    outcome = understood(long_table(long_row(), long_row("Huyện Đức Thọ"), hidden_rows=[3]))
    assert places(outcome.issues, "warning") == {("hidden-row", "A3")}
    assert {unit for _, unit, *_ in figures(outcome)} == {"huyen-huong-son"}


def test_a_hidden_column_is_named() -> None:
    outcome = understood(long_table(long_row(), hidden_columns=["F"]))
    assert places(outcome.issues, "warning") == {("hidden-column", "F1")}


def test_figures_without_a_unit_or_an_indicator_are_errors() -> None:
    outcome = understood(long_table(long_row(unit=None), long_row(indicator=None)))
    assert places(outcome.issues, "error") == {("unit-unknown", "B2"), ("indicator-unknown", "A3")}


def test_an_indicator_that_is_only_near_is_offered() -> None:
    near = "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHT"
    outcome = understood(long_table(long_row(indicator=near)))
    assert places(outcome.issues, "question") == {("indicator-unknown", "B2")}
    assert ENROLLED in choices_of(outcome, "indicator-unknown")
    answers = answered(outcome, "indicator-unknown", ENROLLED)
    assert figures(understood(long_table(long_row(indicator=near)), answers=answers)) == {
        HUONG_SON: "700/1000"
    }


def test_a_province_alone_may_report_what_districts_do_not() -> None:
    row = long_row("Toàn tỉnh", "satisfaction", 2023, None, None, 81.5)
    outcome = understood(long_table(row), plan="nghe-an-2269")
    assert figures(outcome) == {("satisfaction", "nghe-an", "2023", "official"): "81.5 %"}


def test_two_indicators_of_a_unit_do_not_touch_each_other() -> None:
    rows = [long_row(), long_row(indicator=ELECTRONIC, part=650, whole=700)]
    assert sorted(figures(understood(long_table(*rows))).values()) == ["650/700", "700/1000"]


def test_text_is_read_the_same_in_composed_and_decomposed_form() -> None:
    decomposed = [
        tuple(unicodedata.normalize("NFD", c) if isinstance(c, str) else c for c in row)
        for row in (LONG_HEADING, long_row(stage=OFFICIAL))
    ]
    assert figures(understood(Table(decomposed))) == {HUONG_SON: "700/1000"}
