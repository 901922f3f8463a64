"""A workbook as a whole: its sheets, its fonts, and what is said where nothing is found."""

from __future__ import annotations

import pytest
from office_workbooks import (
    ENROLLED,
    GROWTH,
    LONG_HEADING,
    Table,
    codes,
    figures,
    long_row,
    long_table,
    places,
    understood,
)

from kpi.domain.observation import Stage


def test_every_visible_sheet_is_read_in_its_own_layout() -> None:
    units = Table(
        [("NĂM 2018",), ("Đơn vị", "Số người tham gia BHXH tự nguyện"), ("Huyện Đức Thọ", 55)], name="PL2"
    )
    lines = Table(
        [("Chỉ tiêu", "Thực hiện năm 2017"), ("Số người tham gia BHXH tự nguyện", 3907)], name="PL3"
    )
    outcome = understood(long_table(long_row()), units, lines, stage=Stage.OFFICIAL)
    assert figures(outcome) == {
        (ENROLLED, "huyen-huong-son", "2017", "official"): "700/1000",
        (GROWTH, "huyen-duc-tho", "2018", "official"): "55",
        (GROWTH, "ha-tinh", "2017", "official"): "3907",
    }
    assert {reading.sheet for reading in outcome.readings} == {"Số liệu", "PL2", "PL3"}


def test_the_figures_of_a_hidden_sheet_are_not_read() -> None:
    outcome = understood(
        long_table(long_row()), Table([LONG_HEADING, long_row(year=2016)], name="cũ", hidden=True)
    )
    assert {period for _, _, period, _ in figures(outcome)} == {"2017"}


def test_a_sheet_of_something_else_beside_a_table_is_left_aside() -> None:
    letter = Table([("Kính gửi: BHXH tỉnh",), ("Xin gửi kèm số liệu.",)], name="Công văn")
    assert understood(letter, long_table(long_row())).issues == ()


@pytest.mark.parametrize("rows", [[], [("Kính gửi",)], [("Đơn vị",), ("Huyện Hương Sơn",)], [(1, 2, 3)]])
def test_a_workbook_without_a_table_is_refused(rows: list[tuple[object, ...]]) -> None:
    assert codes(understood(Table(rows)).issues, "error") == {"no-table-found"}


def test_a_table_of_the_heading_alone_has_no_values() -> None:
    assert codes(understood(long_table()).issues, "error") == {"no-values"}


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times"])
def test_text_in_a_legacy_font_refuses_the_workbook(font: str) -> None:
    outcome = understood(Table([LONG_HEADING, long_row("HuyÖn H­¬ng S¬n")], font=font))
    assert codes(outcome.issues, "error") == {"legacy-font"}
    assert outcome.readings == ()


def test_a_legacy_font_under_plain_letters_and_digits_is_no_matter() -> None:
    rows = [
        ("unit", "indicator", "year", "numerator", "denominator", "stage"),
        ("huyen-duc-tho", ENROLLED, 2017, 1, 2, "official"),
    ]
    assert len(understood(Table(rows, font=".VnTime")).readings) == 1


def test_what_refuses_the_file_is_told_first() -> None:
    rows = [
        long_row("H. Hương Sơn", part="1.000", whole=2000),
        long_row("Kỳ Anh"),
        long_row("Huyện Đức Thọ", part="n/a"),
    ]
    order = ["error", "question", "warning", "info"]
    ranks = [order.index(issue.severity) for issue in understood(long_table(*rows)).issues]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 3}


def test_a_finding_is_told_once() -> None:
    issues = understood(long_table(long_row("Kỳ Anh"), long_row("Phòng 3"), long_row(part="n/a"))).issues
    assert len({(i.code, i.cell, i.key) for i in issues}) == len(issues)


def test_questions_alone_have_keys_and_choices() -> None:
    rows = [
        long_row("Kỳ Anh"),
        long_row(part="n/a"),
        long_row("H. Đức Thọ"),
        long_row("Huyện Vũ Quang", part="1.000"),
    ]
    for issue in understood(long_table(*rows)).issues:
        assert (issue.key is not None) == (issue.severity == "question") == bool(issue.choices)


def test_the_places_of_findings_are_as_excel_shows_them() -> None:
    rows = [(None,) * 27 + LONG_HEADING, (None,) * 27 + long_row(part="n/a")]
    assert places(understood(Table(rows)).issues) == {("value-not-a-number", "AE2")}
