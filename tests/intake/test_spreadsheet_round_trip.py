"""Whatever the usual writers write comes back as it was."""

from __future__ import annotations

import io
import math
import unicodedata

import openpyxl
import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st
from workbook_bytes import sheet_of

from kpi.intake.workbook.grid import CellKind

Value = int | float | bool | str

texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]) | st.sampled_from("\n\tệặĐđộ_x"),
    min_size=1,
    max_size=40,
)
# fifteen digits, within Excel's range: writers keep sixteen, and rounding twice is not rounding once
fractions = st.floats(-1e307, 1e307).map(lambda value: float(f"{value:.15g}"))
numbers = st.integers(-(10**14), 10**14) | fractions
values = st.booleans() | numbers | texts
places = st.tuples(st.integers(1, 60), st.integers(1, 40))
tables = st.dictionaries(places, values, max_size=12)


def shown(value: Value) -> tuple[CellKind, str | float]:
    if isinstance(value, bool):
        return CellKind.BOOLEAN, str(value).upper()
    if isinstance(value, str):
        return CellKind.TEXT, unicodedata.normalize("NFC", value)
    return CellKind.NUMBER, float(f"{value:.15g}")


def read_back(content: bytes) -> dict[tuple[int, int], tuple[CellKind, str | float]]:
    return {
        place: (cell.kind, float(cell.text) if cell.kind is CellKind.NUMBER else cell.text)
        for place, cell in sheet_of(content).cells.items()
    }


def written_by_xlsxwriter(table: dict[tuple[int, int], Value]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for (row, column), value in table.items():
            kind = {bool: "boolean", str: "string"}.get(type(value), "number")
            getattr(sheet, f"write_{kind}")(row - 1, column - 1, value)
    return stream.getvalue()


def written_by_openpyxl(table: dict[tuple[int, int], Value]) -> bytes:
    book = openpyxl.Workbook()
    for (row, column), value in table.items():
        cell = book.active.cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # a text that starts with "=" stays a text
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@settings(max_examples=50)
@given(tables)
@example({(1, 1): " "})
def test_what_xlsxwriter_writes_is_read_back(table: dict[tuple[int, int], Value]) -> None:
    assert read_back(written_by_xlsxwriter(table)) == {place: shown(value) for place, value in table.items()}


@settings(max_examples=25)
@given(tables)
def test_what_openpyxl_writes_is_read_back(table: dict[tuple[int, int], Value]) -> None:
    assert read_back(written_by_openpyxl(table)) == {place: shown(value) for place, value in table.items()}


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 69.96, 2**53, math.pi * 1e-9])
def test_a_number_comes_back_with_fifteen_digits(value: float) -> None:
    assert read_back(written_by_xlsxwriter({(1, 1): value})) == {(1, 1): shown(value)}
