"""What a sheet itself says for each answer to a question."""

from __future__ import annotations

from kpi.domain.issue import Choice, Code, Issue, Severity
from kpi.domain.observation import Stage
from kpi.intake.evidence import cells_for
from kpi.intake.workbook.grid import Cell, CellKind, Sheet

YEARS = Choice("2017", "2017"), Choice("2018", "2018")
STAGES = tuple(Choice(stage.value, stage.value) for stage in Stage)


def sheet(*texts: str) -> Sheet:
    """The texts below each other in column A."""
    cells = {(row, 1): Cell(row, 1, CellKind.TEXT, text) for row, text in enumerate(texts, 1)}
    return Sheet("PL01", True, cells)


def question(code: Code, choices: tuple[Choice, ...], cell: str | None = None) -> Issue:
    return Issue.of(
        code, severity=Severity.QUESTION, sheet="PL01", cell=cell, key="k", choices=choices, period="2018"
    )


def speaking(issue: Issue, on: Sheet) -> dict[str, list[str]]:
    return {choice: [cell.address for cell in cells] for choice, cells in cells_for(issue, on).items()}


def test_the_cells_that_name_a_year_speak_for_it() -> None:
    lines = sheet("Tình hình năm 2017", "Biểu 01", "Số liệu năm 2018 so với năm 2017")
    asked = question(Code.YEAR_MISSING, YEARS)
    assert speaking(asked, lines) == {"2017": ["A1", "A3"], "2018": ["A3"]}


def test_what_stands_below_the_cell_asked_about_says_nothing_of_its_year() -> None:
    lines = sheet("Tình hình năm 2017", "Đã tham gia", "Ghi chú: năm 2018 tăng")
    assert speaking(question(Code.YEAR_MISSING, YEARS, "A2"), lines) == {"2017": ["A1"]}


def test_a_paper_signed_before_the_year_is_over_speaks_for_an_estimate() -> None:
    lines = sheet("Hà Tĩnh, ngày 15 tháng 10 năm 2018", "Kết quả thực hiện năm 2018")
    asked = question(Code.STAGE_UNCLEAR, STAGES)
    assert speaking(asked, lines) == {"estimate": ["A1"], "official": ["A2"]}


def test_a_paper_signed_afterwards_speaks_for_official_figures() -> None:
    lines = sheet("Hà Tĩnh, ngày 12 tháng 02 năm 2019")
    assert speaking(question(Code.STAGE_UNCLEAR, STAGES), lines) == {"official": ["A1"]}


def test_a_question_of_names_has_no_cells_that_speak() -> None:
    asked = question(Code.UNIT_AMBIGUOUS, (Choice("a", "Kỳ Anh"),), "A1")
    assert speaking(asked, sheet("Kỳ Anh")) == {}
