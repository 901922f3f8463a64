"""The program's own template comes back: codes say what each column holds, wherever it was moved."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from office_workbooks import ENROLLED, GROWTH, HA_TINH, NGHE_AN, Table, codes, figures, places, understood

from kpi.domain.observation import Stage

CODES = (
    None,
    "kpi:unit",
    f"kpi:{ENROLLED}:numerator:2018",
    f"kpi:{ENROLLED}:denominator:2018",
    f"kpi:{GROWTH}:numerator:2018",
)
HEADING = ("STT", "Đơn vị", "Đã tham gia", "Phải tham gia", "Số người")
ROWS = [(None, "Tỉnh Hà Tĩnh", None, None, 5101), (1, "Huyện Hương Sơn", 700, 1000, 55), (2, "Huyện Đức Thọ")]
RETURNED = {
    (GROWTH, "ha-tinh", "2018", "official"): "5101",
    (ENROLLED, "huyen-huong-son", "2018", "official"): "700/1000",
    (GROWTH, "huyen-huong-son", "2018", "official"): "55",
}


def form(
    *rows: Any, stage: Any = "Chính thức", codes: Any = CODES, plan: str = HA_TINH, **facts: Any
) -> list[Table]:
    head = [("SỐ LIỆU NĂM 2018",), (None, "Loại số liệu", stage)]
    machine = [("plan", plan), ("period", "2018"), ("version", "1")]
    return [
        Table([*head, codes, HEADING, *rows], name="Số liệu", hidden_rows=[3], **facts),
        Table(machine, name="_kpi", hidden=True),
    ]


def test_a_filled_form_reads_back_and_empty_rows_are_no_figures() -> None:
    outcome = understood(*form(*ROWS))
    assert figures(outcome) == RETURNED
    assert outcome.issues == ()


def test_moved_rows_and_columns_change_nothing() -> None:
    turned = [tuple(reversed((*row, *[None] * (5 - len(row))))) for row in (CODES, *reversed(ROWS))]
    head = [("SỐ LIỆU NĂM 2018",), (None, "Loại số liệu", "Chính thức")]
    outcome = understood(Table([*head, *turned], name="Số liệu"), form()[1])
    assert figures(outcome) == RETURNED


def test_a_form_made_for_another_plan_is_refused() -> None:
    outcome = understood(*form(*ROWS, plan=NGHE_AN))
    assert codes(outcome.issues, "error") == {"plan-mismatch"}
    assert outcome.readings == ()


def test_a_form_for_another_year_is_refused() -> None:
    assert codes(understood(*form(*ROWS), year=2019).issues, "error") == {"year-mismatch"}


def test_an_empty_form_is_refused() -> None:
    assert codes(understood(*form((1, "Huyện Hương Sơn")), stage=Stage.OFFICIAL).issues, "error") == {
        "no-values"
    }


def test_the_stage_is_what_the_form_says_else_what_was_asked() -> None:
    estimate = understood(*form(*ROWS, stage="Ước thực hiện"), stage=Stage.OFFICIAL)
    assert {stage for *_, stage in figures(estimate)} == {"estimate"}
    asked = understood(*form(*ROWS, stage=None), stage=Stage.OFFICIAL)
    assert {stage for *_, stage in figures(asked)} == {"official"}
    assert codes(understood(*form(*ROWS, stage=None)).issues, "question") == {"stage-unclear"}


def test_an_official_form_before_the_years_end_is_a_question() -> None:
    outcome = understood(*form(*ROWS), today=date(2018, 12, 1))
    assert codes(outcome.issues, "question") == {"stage-unclear"}


def test_another_word_for_the_stage_is_a_question_at_its_cell() -> None:
    assert ("stage-unclear", "C2") in places(understood(*form(*ROWS, stage="sơ bộ")).issues, "question")


@pytest.mark.parametrize("figure", [700, "1.000"])
def test_figures_whose_unit_was_deleted_are_refused(figure: int | str) -> None:
    outcome = understood(*form(*ROWS, (3, None, figure, 1000)))
    assert ("unit-unknown", "C8") in places(outcome.issues, "error")


def test_a_row_added_by_hand_is_read_like_any_other() -> None:
    outcome = understood(*form(*ROWS, (3, "TX. Kỳ Anh", 10, 20)))
    assert figures(outcome)[ENROLLED, "thi-xa-ky-anh", "2018", "official"] == "10/20"


def test_a_column_inserted_by_hand_is_not_read() -> None:
    inserted = [(*CODES, None), *((*row, *[None] * (5 - len(row)), 9) for row in ROWS)]
    head = [("SỐ LIỆU NĂM 2018",), (None, "Loại số liệu", "Chính thức")]
    assert figures(understood(Table([*head, *inserted], name="Số liệu"))) == RETURNED


@pytest.mark.parametrize(
    "code",
    ["kpi:x:numerator:2018", f"kpi:{ENROLLED}:half:2018", f"kpi:{ENROLLED}:numerator:abc", "kpi:::", "kpi:"],
)
def test_a_code_that_means_nothing_is_not_read(code: str) -> None:
    spoilt = (*CODES[:4], code)
    assert set(figures(understood(*form(*ROWS, codes=spoilt)))) == {
        (ENROLLED, "huyen-huong-son", "2018", "official")
    }


def test_faults_are_told_at_their_cells() -> None:
    rows = [(1, "Huyện Hương Sơn", "n/a", -5, 5.5), (2, "Kỳ Anh", 5, 4, 1)]
    outcome = understood(*form(*rows))
    assert places(outcome.issues, "error", "question") == {
        ("value-not-a-number", "C5"),
        ("value-negative", "D5"),
        ("value-not-whole", "E5"),
        ("unit-ambiguous", "B6"),
        ("part-exceeds-whole", "C6"),
    }


def renamed(
    title: str = "SỐ LIỆU NĂM 2018", heading: str = "Đã tham gia – năm 2018", **facts: Any
) -> list[Table]:
    """The form of 2018 with another title or heading written over; last year's column stands in grey."""
    codes = (*CODES[:3], None, *CODES[3:])
    head = [(title,), (None, "Loại số liệu", "Chính thức"), codes, ("STT", "Đơn vị", "Tỷ lệ tham gia")]
    columns = (
        None,
        None,
        heading,
        "Đã tham gia – năm 2017",
        "Phải tham gia – năm 2018",
        "Số người – năm 2018",
    )
    row = (1, "Huyện Hương Sơn", 700, 650, 1000, 55)
    return [Table([*head, columns, row], hidden_rows=[3], **{"name": "Số liệu", **facts}), form()[1]]


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"title": "BIỂU NHẬP SỐ LIỆU NĂM 2019"}, "A1"),
        ({"heading": "Đã tham gia – năm 2019"}, "C5"),
        ({"name": "Năm 2019"}, None),
        ({"title": "Số liệu quý I năm 2018"}, "A1"),
    ],
)
def test_a_year_written_over_anywhere_is_asked_about(changed: dict[str, str], place: str | None) -> None:
    outcome = understood(*renamed(**changed))
    assert places(outcome.issues) == {("year-mismatch", place)}
    assert codes(outcome.issues, "question") == {"year-mismatch"}
    assert codes(understood(*renamed(**changed), year=2018).issues, "question") == {"year-mismatch"}


def test_the_year_chosen_is_the_year_of_all_columns() -> None:
    table = renamed(title="BIỂU NHẬP SỐ LIỆU NĂM 2019")
    for year in ("2018", "2019"):
        outcome = understood(*table, answers={"year-mismatch:Số liệu:A1": year})
        assert {period for _, _, period, _ in figures(outcome)} == {year}
        assert outcome.issues == ()


@pytest.mark.parametrize(
    "title",
    [
        "SỐ LIỆU NĂM 2018",
        "Số liệu năm 2018 so với năm 2017",
        "Hà Tĩnh, ngày 12 tháng 01 năm 2019",
        "Kèm theo Công văn số 12/BC ngày 12/01/2019",
        "Kế hoạch 157/KH-UBND, giai đoạn 2017-2020",
    ],
)
def test_the_year_before_in_grey_and_the_day_of_a_letter_are_no_other_year(title: str) -> None:
    outcome = understood(*renamed(title=title))
    assert figures(outcome)[ENROLLED, "huyen-huong-son", "2018", "official"] == "700/1000"
    assert outcome.issues == ()


@pytest.mark.parametrize(
    "title",
    [
        "KẾ HOẠCH GIAO NĂM 2018",
        "SỐ LIỆU ƯỚC THỰC HIỆN NĂM 2018",
        "KẾT QUẢ 9 THÁNG NĂM 2018",
        "SỐ TĂNG MỚI 2018",
    ],
)
def test_a_title_written_over_that_makes_other_figures_is_asked_about(title: str) -> None:
    outcome = understood(*renamed(title=title))
    assert places(outcome.issues) == {("indicator-ambiguous", "A1")}
    whole = understood(*renamed(title=title), answers={"indicator-ambiguous:Số liệu:A1": "whole"})
    assert figures(whole)[ENROLLED, "huyen-huong-son", "2018", "official"] == "700/1000"
    assert not understood(*renamed(title=title), answers={"indicator-ambiguous:Số liệu:A1": "none"}).readings


@pytest.mark.parametrize(
    "heading", ["Đã tham gia (nghìn đơn vị)", "Số đơn vị đăng ký mới", "Kế hoạch 2018", "BHYT"]
)
def test_a_heading_written_over_that_makes_other_figures_is_asked_about(heading: str) -> None:
    outcome = understood(*renamed(heading=heading))
    assert places(outcome.issues) == {("indicator-ambiguous", "C5")}


def test_figures_in_a_column_a_person_added_are_named() -> None:
    table = form(*((*row, 9) for row in ROWS[:2]))
    rows = [(*row, "Số sau rà soát") if row == HEADING else row for row in table[0].rows]
    outcome = understood(Table(rows, name="Số liệu", hidden_rows=[3]), table[1])
    assert places(outcome.issues, "warning") == {("column-unknown", "F4")}
