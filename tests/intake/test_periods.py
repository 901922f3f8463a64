"""Years, stages and dates in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_workbooks import LONG_HEADING, Table, figures, long_row, long_table, places, understood

from kpi.domain.observation import Stage
from kpi.domain.period import FIRST_YEAR, LAST_YEAR, Period
from kpi.intake.words.periods import (
    compares_years,
    names_other_day,
    names_part_of_year,
    part_of_year_in,
    period_in,
    signing_date_in,
    stage_in,
    stage_said,
    until_day_in,
    years_in,
)
from kpi.intake.words.title_times import years_of_title


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2017", "2017"),
        (" 2017 ", "2017"),
        ("Năm 2017", "2017"),
        ("2017-H1", "2017-H1"),
        ("2017-q3", "2017-Q3"),
        ("Quý III/2017", "2017-Q3"),
        ("quý 3 năm 2017", "2017-Q3"),
        ("QUÝ IV-2017", "2017-Q4"),
    ],
)
def test_a_cell_names_a_period(text: str, period: str) -> None:
    assert str(period_in(text)) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "20171",
        "2017,0",
        "9 tháng 2017",
        "2016-2020",
        "2017-H3",
        "Quý V/2017",
        "Quý I/0000",
        "Quý I/9999",
        "1989",
    ],
)
def test_anything_else_names_none(text: str) -> None:
    assert period_in(text) is None


@given(
    st.text(max_size=12) | st.from_regex(r"(?:Năm |Quý [1-4IV]{1,3}[/-])?\d{4}(?:-[HQ]\d)?", fullmatch=True)
)
def test_a_period_read_is_one_that_can_be_reported(text: str) -> None:
    period = period_in(text)
    assert period is None or (FIRST_YEAR <= period.year <= LAST_YEAR and period.first_day < period.last_day)


@given(st.integers(FIRST_YEAR, LAST_YEAR), st.sampled_from(["", "H1", "H2", "Q1", "Q2", "Q3", "Q4"]))
def test_every_period_reads_back_as_written(year: int, part: str) -> None:
    assert period_in(str(Period(year, part))) == Period(year, part)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("KẾT QUẢ NĂM 2018", [2018]),
        ("Thực hiện 2017, ước 2018", [2017, 2018]),
        ("Hà Tĩnh, ngày 12 tháng 02 năm 2019", []),
        ("giai đoạn 2016-2020", []),
        ("giai đoạn 2016 – 2020, năm 2018", [2018]),
        ("Kế hoạch số 157/KH-UBND ngày 11/5/2017", []),
        ("tính đến 31/12/2018", [2018]),  # a year's last day stands for the year
        ("đến ngày 30/9/2018", []),
        ("Công văn 2018/BHXH-KH", []),
        ("12018 người", []),
    ],
)
def test_the_years_of_a_text_are_those_it_is_about(text: str, years: list[int]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Chính thức", "official"),
        ("CHÍNH THỨC", "official"),
        ("official", "official"),
        ("Thực hiện", "official"),
    ]
    + [(text, "estimate") for text in ("Ước thực hiện", "ước", "Ước TH", "Estimate", "(ước tính)")],
)
def test_a_cell_names_a_stage(text: str, stage: str) -> None:
    assert stage_in(text) == Stage(stage)


@pytest.mark.parametrize("text", ["", "sơ bộ", "Kế hoạch", "chính thức?", "không chính thức"])
def test_other_words_name_no_stage(text: str) -> None:
    assert stage_in(text) is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ước TH 2019", Stage.ESTIMATE),
        ("Ước thực hiện cả năm", Stage.ESTIMATE),
        ("Kết quả thực hiện năm 2018", Stage.OFFICIAL),
        ("TH 2018", Stage.OFFICIAL),
        ("Sơ bộ 2019", Stage.ESTIMATE),
        ("Năm 2018", None),
        ("Nước sạch nông thôn", None),
    ],
)
def test_a_heading_speaks_of_a_stage_in_passing(text: str, stage: Stage | None) -> None:
    assert stage_said(text) == stage


COMPARED = """2018/2017|Tỷ lệ 2024/2023 (%)|Năm 2018/2017|2018 / 2017|2018:2017|TH 2018/KH 2018|TH2018/2017
Tỷ lệ năm 2024 trên năm 2023|2018 so 2017|2018 vs 2017|Tỷ lệ 18/17|2018/17|TH/KH 2018|TH 2018/KH|Ước TH 2018/TH 2017
Thực hiện/kế hoạch năm 2018"""
NOT_COMPARED = """31/12/2018|12/2018|12/18|Tháng 12/2018|Năm 2018|KH 157/2017|KH 157/KH-UBND năm 2018|28/2015/NĐ-CP
ngày 15/8/2017|giai đoạn 2017-2020|Quý IV/2018|Kết quả năm 2018|TH 2018"""


@pytest.mark.parametrize("text", COMPARED.replace("\n", "|").split("|"))
def test_a_year_over_another_names_no_years_figure(text: str) -> None:
    assert compares_years(text)


@pytest.mark.parametrize("text", NOT_COMPARED.replace("\n", "|").split("|"))
def test_a_date_or_a_documents_number_compares_no_years(text: str) -> None:
    assert not compares_years(text)


@pytest.mark.parametrize(
    "text", ["9 tháng 2018", "TH 9T 2018", "6T/2018", "Quý III", "lũy kế", "Luỹ kế", "chín tháng"]
)
def test_part_of_a_year_is_told_from_the_year(text: str) -> None:
    assert names_part_of_year(text)


@pytest.mark.parametrize("text", ["Năm 2018", "Thực hiện", "TH 2018", "Số người tham gia BHXH tự nguyện"])
def test_a_whole_year_is_no_part(text: str) -> None:
    assert not names_part_of_year(text)


def test_a_signing_date_is_read_and_an_impossible_one_is_not() -> None:
    assert signing_date_in("Hà Tĩnh, ngày 05 tháng 3 năm 2019") == date(2019, 3, 5)
    assert signing_date_in("ngày 31 tháng 02 năm 2019") is None


SIGNED_EARLY = ("Hà Tĩnh, ngày 12 tháng 10 năm 2017",)
SIGNED_LATER = ("Hà Tĩnh, ngày 12 tháng 02 năm 2018",)


def stages(outcome: object) -> set[str]:
    return {stage for *_, stage in figures(outcome)}  # type: ignore[arg-type]


def titled(title: tuple[str, ...], stage: str | None) -> Table:
    return Table([title, LONG_HEADING, long_row(stage=stage)], name="Số liệu")


def test_a_title_dated_before_the_periods_end_makes_an_estimate() -> None:
    assert stages(understood(titled(SIGNED_EARLY, None))) == {"estimate"}


def test_a_title_that_contradicts_the_stage_is_a_question() -> None:
    outcome = understood(titled(SIGNED_EARLY, "Chính thức"))
    assert (stages(outcome), {(i.code, i.severity) for i in outcome.issues}) == (
        set(),
        {("stage-unclear", "question")},
    )


def test_an_asked_stage_that_contradicts_the_title_is_a_question() -> None:
    assert places(understood(titled(SIGNED_EARLY, None), stage=Stage.OFFICIAL).issues) == {
        ("stage-unclear", "A3")
    }


@pytest.mark.parametrize("stage", ["official", "estimate"])
def test_the_answer_decides_the_stage(stage: str) -> None:
    (question,) = understood(titled(SIGNED_EARLY, "Chính thức")).issues
    assert [c.choice for c in question.choices] == ["estimate", "official"]
    assert stages(understood(titled(SIGNED_EARLY, "Chính thức"), answers={question.key: stage})) == {stage}


def test_an_estimate_may_be_dated_after_the_period() -> None:
    assert stages(understood(titled(SIGNED_LATER, "Ước thực hiện"))) == {"estimate"}


def test_where_nothing_tells_the_stage_it_is_asked() -> None:
    assert places(understood(titled(SIGNED_LATER, None)).issues, "question") == {("stage-unclear", "A3")}


def test_what_the_column_says_stands_before_what_was_asked() -> None:
    assert stages(understood(titled(SIGNED_LATER, "Ước"), stage=Stage.OFFICIAL)) == {"estimate"}


def test_the_stage_asked_for_is_for_rows_that_name_none() -> None:
    assert stages(understood(titled(SIGNED_LATER, None), stage=Stage.OFFICIAL)) == {"official"}


def test_a_stage_in_other_words_is_a_question_at_its_cell() -> None:
    assert places(understood(long_table(long_row(stage="Sơ bộ"))).issues, "question") == {
        ("stage-unclear", "G2")
    }


def test_figures_read_before_the_year_is_over_are_estimates() -> None:
    table = long_table(long_row(stage=None))
    assert stages(understood(table, today=date(2017, 12, 30))) == {"estimate"}
    assert places(understood(table, today=date(2017, 12, 31)).issues) == {("stage-unclear", "A2")}


def test_a_period_that_has_not_begun_is_refused() -> None:
    table = long_table(long_row(year=2019, stage="Ước"))
    assert places(understood(table, today=date(2018, 12, 31)).issues, "error") == {("period-in-future", "A2")}
    assert stages(understood(table, today=date(2019, 1, 1))) == {"estimate"}


@pytest.mark.parametrize(
    "text", ["T9/2018", "T12", "2018 (9T)", "Kỳ báo cáo: 10/2018", "QUÍ IV", "Q4", "nửa năm 2018"]
)
def test_months_quarters_and_halves_are_parts_of_a_year(text: str) -> None:
    assert names_part_of_year(text)


@pytest.mark.parametrize(
    "text", ["12 tháng 2018", "Đến 12/2018", "Quyết định số 10/2018", "TH 2018", "Tỉnh 2018"]
)
def test_the_whole_year_and_the_numbers_of_papers_are_no_part_of_it(text: str) -> None:
    assert not names_part_of_year(text)


def test_a_day_in_a_heading_is_the_years_last_or_another() -> None:
    assert names_other_day("30/11/2018")
    assert names_other_day("Ngày 30 tháng 6 năm 2018")
    assert not names_other_day("31/12/2018")


@pytest.mark.parametrize(
    "text", ["Thời điểm: 30/9/2018", "Số liệu chốt ngày 30/9/2018", "tính tới 30/9/2018"]
)
def test_the_day_figures_stand_at_is_told_in_several_ways(text: str) -> None:
    assert until_day_in(text) == date(2018, 9, 30)


def test_what_is_summed_until_a_quarter_is_no_quarter() -> None:
    assert part_of_year_in("Lũy kế đến quý III/2023") is None
    assert part_of_year_in("Đến hết quý I/2023") == Period(2023, "Q1")


@pytest.mark.parametrize("text", ["TÍNH TỪ NĂM 2016", "THEO QUYẾT ĐỊNH NĂM 2016", "LÀM CĂN CỨ GIAO NĂM 2019"])
def test_a_year_a_title_names_in_passing_is_not_its_own(text: str) -> None:
    assert years_of_title(f"KẾT QUẢ NĂM 2018 {text}") == [2018]
