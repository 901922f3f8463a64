"""The workbooks and databases the benchmarks work on, all made up."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path

import openpyxl
import xlsxwriter

from kpi.present.template import write_template
from kpi.present.words import words_for
from kpi.registry.definitions import load_definitions
from kpi.service.program import Program
from kpi.service.reports import template_form
from kpi.store.database import Database

PLAN = "ha-tinh-157-2017"
HEADING = ["Đơn vị", "Chỉ tiêu", "Năm", "Tử số", "Mẫu số", "Giá trị", "Loại số liệu"]


def program_in(folder: Path, name: str) -> Program:
    """The program on an empty database of its own."""
    return Program(load_definitions(), Database.open(f"sqlite:///{folder / name}.sqlite3"))


def filled_template(program: Program, year: int) -> bytes:
    """The template of a year with every input cell filled in, as a spreadsheet program would save it."""
    content = write_template(template_form(program, PLAN, year), words_for("vi"))
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = next(s for s in book.worksheets if any(_codes(s)))
    sheet_codes = _codes(sheet)
    for label in (cell for row in sheet.iter_rows() for cell in row if cell.value == "Loại số liệu"):
        sheet.cell(label.row, label.column + 1).value = "Chính thức"
    unit_column = next(column for column, (_, code) in sheet_codes.items() if code == "kpi:unit")
    code_row = sheet_codes[unit_column][0]
    for row in range(code_row + 1, sheet.max_row + 1):
        for column, (_, code) in sheet_codes.items():
            cell = sheet.cell(row, column)
            wanted = code.endswith((f":numerator:{year}", f":denominator:{year}"))
            if wanted and not cell.protection.locked:
                cell.value = 100 if ":denominator:" in code else 80 + row % 10
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _codes(sheet: object) -> dict[int, tuple[int, str]]:
    return {
        cell.column: (cell.row, cell.value)
        for row in sheet.iter_rows(max_row=30)  # type: ignore[attr-defined]
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("kpi:")
    }


def tidy_rows(count: int) -> bytes:
    """A long table of `count` different observations."""
    units = load_definitions().units.of_province("ha-tinh")[:14]
    periods = [
        f"{y}{part}" for y in range(1990, 2025) for part in ("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4")
    ]
    stages = ("Chính thức", "Ước thực hiện")
    keys = list(
        product(
            periods, ("employers-enrolled", "voluntary-growth", "employers-e-transactions"), units, stages
        )
    )
    assert len(keys) >= count
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet("Số liệu")
    sheet.write_row(0, 0, HEADING)
    for number, (period, indicator, unit, stage) in enumerate(keys[:count], start=1):
        denominator = None if indicator == "voluntary-growth" else 1000
        sheet.write_row(
            number, 0, [unit.name, indicator, period, 100 + number % 900, denominator, None, stage]
        )
    book.close()
    return content.getvalue()


def read_bare(content: bytes) -> int:
    """The baseline of reading: openpyxl reads every cell of the bytes."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return sum(
        1 for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None
    )
