"""The template filled in, saved by a spreadsheet program and sent: every figure comes back, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from libreoffice import LibreOffice, libreoffice  # noqa: F401  (a fixture)
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kpi.domain.issue import Code
from kpi.present.template import write_template
from kpi.present.words import words_for
from kpi.registry.definitions import load_definitions
from kpi.service.imports import preview
from kpi.service.outcome import ImportOutcome, Upload
from kpi.service.program import Program
from kpi.service.reports import template_form
from kpi.store.database import Database

PLAN, YEAR = "ha-tinh-157-2017", 2017
WORDS = words_for("vi")
Figures = dict[tuple[str, str, str], int]


@pytest.fixture
def program(new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setenv("KPI_TODAY", "2018-02-15")
    opened = Program(load_definitions(), Database.open(new_database()))
    yield opened
    opened.database.close()


def filled(content: bytes) -> tuple[Workbook, Figures]:
    """The template with a different figure in every open cell, and the figures by unit, indicator and part."""
    book = load_workbook(BytesIO(content))
    typed: Figures = {}
    for sheet in book.worksheets:
        codes = _codes(sheet)
        if codes:
            sheet["C3"] = "Chính thức"
            _fill(sheet, codes, typed)
    return book, typed


def _codes(sheet: Worksheet) -> dict[str, tuple[int, int]]:
    found = (c for row in sheet.iter_rows(max_row=10) for c in row if str(c.value).startswith("kpi:"))
    return {str(c.value): (c.row, c.column) for c in found}


def _fill(sheet: Worksheet, codes: dict[str, tuple[int, int]], typed: Figures) -> None:
    row_of_codes, unit_column = codes["kpi:unit"]
    for row in range(row_of_codes + 3, sheet.max_row + 1):
        for code, (_, column) in codes.items():
            cell = sheet.cell(row, column)
            if code == "kpi:unit" or cell.protection.locked:
                continue
            _, indicator, part, _ = code.split(":")
            cell.value = (900 if part == "numerator" else 1000) + len(typed)
            typed[str(sheet.cell(row, unit_column).value), indicator, part] = cell.value


def bytes_of(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def read_back(outcome: ImportOutcome, program: Program) -> Figures:
    found: Figures = {}
    for compared in outcome.readings:
        o = compared.reading.observation
        for part, amount in (("numerator", o.numerator), ("denominator", o.denominator)):
            if amount is not None:
                found[program.units[o.unit].name, o.indicator, part] = amount
    return found


@pytest.mark.parametrize("each_unit", [False, True])
def test_a_filled_template_reads_back_exactly(program: Program, each_unit: bool) -> None:
    book, typed = filled(write_template(template_form(program, PLAN, YEAR), WORDS, each_unit))
    outcome = preview(program, Upload(PLAN, "biểu.xlsx", bytes_of(book)))
    assert (read_back(outcome, program), [i.code for i in outcome.issues if i.blocks]) == (typed, [])
    assert len(typed) == 15 * 5


def test_a_template_of_one_unit_holds_that_unit_alone(program: Program) -> None:
    form = template_form(program, PLAN, YEAR, program.units["huyen-huong-son"])
    book, typed = filled(write_template(form, WORDS))
    assert {unit for unit, _, _ in typed} == {"Huyện Hương Sơn"}
    outcome = preview(program, Upload(PLAN, "biểu.xlsx", bytes_of(book)))
    assert read_back(outcome, program) == typed


def test_each_unit_has_a_sheet_named_after_it(program: Program) -> None:
    content = write_template(template_form(program, PLAN, YEAR), WORDS, each_unit=True)
    names = load_workbook(BytesIO(content)).sheetnames
    assert names[:2] == ["Tỉnh Hà Tĩnh", "Thành phố Hà Tĩnh"]
    assert names[-2:] == ["Hướng dẫn", "_kpi"]
    assert len(names) == 15 + 2


def rules_of(sheet: Worksheet) -> list[str]:
    """What a person is told who types what can't be."""
    return [f"{rule.errorTitle}: {rule.error}" for rule in sheet.data_validations.dataValidation]


@pytest.mark.slow
@pytest.mark.parametrize(("unit", "each_unit"), [(None, False), (None, True), ("huyen-huong-son", False)])
def test_a_template_saved_by_a_spreadsheet_program_reads_back_exactly(
    program: Program,
    libreoffice: LibreOffice,  # noqa: F811
    unit: str | None,
    each_unit: bool,
) -> None:
    form = template_form(program, PLAN, YEAR, program.units[unit] if unit else None)
    book, typed = filled(write_template(form, WORDS, each_unit))
    saved = libreoffice.saved_bytes({"filled": bytes_of(book)})["filled"]
    outcome = preview(program, Upload(PLAN, "biểu.xlsx", saved))
    assert read_back(outcome, program) == typed
    assert [i.code for i in outcome.issues] == []
    again = load_workbook(BytesIO(saved))
    assert again["_kpi"].sheet_state in ("hidden", "veryHidden")
    for sheet in (s for s in again.worksheets if _codes(s)):
        assert sheet.protection.sheet
        told = rules_of(sheet)
        assert any("không được lớn hơn mẫu số" in rule for rule in told)
        assert all(rule.startswith(f"{WORDS('form.refused')}: ") and "None" not in rule for rule in told)
        assert sorted(told) == sorted(rules_of(book[sheet.title]))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("each_unit", [False, True])
def test_a_form_whose_visible_years_were_written_over_is_never_taken_in_silence(
    program: Program, language: str, each_unit: bool
) -> None:
    book, _ = filled(write_template(template_form(program, PLAN, YEAR), words_for(language), each_unit))
    assert not [i for i in preview(program, Upload(PLAN, "biểu.xlsx", bytes_of(book))).issues if i.blocks]
    for cell in (cell for row in book.worksheets[0].iter_rows() for cell in row):
        if isinstance(cell.value, str) and not cell.value.startswith("kpi:"):
            cell.value = cell.value.replace("2017", "2016")
    issues = preview(program, Upload(PLAN, "biểu.xlsx", bytes_of(book))).issues
    assert {issue.code for issue in issues if issue.blocks} == {Code.YEAR_MISMATCH}
