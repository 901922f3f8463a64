"""Sheets, hidden rows and columns, merged ranges."""

from __future__ import annotations

import pytest
from workbook_bytes import (
    packed,
    parts,
    read_here,
    refusal_of,
    relationships,
    sheet_of,
    workbook_xml,
    worksheet_xml,
)

from kpi.intake.workbook.grid import Grid, MergedRange
from kpi.intake.workbook.limits import Limits

ONE_CELL = worksheet_xml("<row><c><v>1</v></c></row>")
USED_AREA = '<row r="9"><c r="F9"><v>1</v></c></row>'


def merges(*references: str) -> str:
    listed = "".join(f'<mergeCell ref="{reference}"/>' for reference in references)
    return f"<mergeCells>{listed}</mergeCells>"


def book_of(sheets: str, **targets: str) -> bytes:
    whole = parts(ONE_CELL)
    whole["xl/workbook.xml"] = workbook_xml(sheets)
    whole["xl/_rels/workbook.xml.rels"] = relationships(**targets)
    whole["xl/other.xml"] = ONE_CELL
    return packed(whole)


def test_sheets_keep_their_order_names_and_visibility() -> None:
    content = book_of(
        '<sheet name="Ẩn &amp; cũ" state="veryHidden" r:id="worksheet2"/><sheet name="Biểu 1" r:id="worksheet1"/>',
        worksheet1="worksheets/sheet1.xml",
        worksheet2="/xl/other.xml",
    )
    grid = read_here(content)
    assert isinstance(grid, Grid)
    assert [(sheet.name, sheet.visible) for sheet in grid.sheets] == [("Ẩn & cũ", False), ("Biểu 1", True)]


def test_chart_sheets_are_left_out() -> None:
    content = book_of(
        '<sheet name="Đồ thị" r:id="chartsheet1"/><sheet name="Biểu 1" r:id="worksheet1"/>',
        chartsheet1="chartsheets/sheet1.xml",
        worksheet1="worksheets/sheet1.xml",
    )
    assert sheet_of(content).name == "Biểu 1"


@pytest.mark.parametrize(
    "sheets",
    [
        '<sheet name="a" r:id="nowhere"/>',
        '<sheet name="a"/>',
        '<sheet name="" r:id="worksheet1"/>',
        '<sheet name="a" state="odd" r:id="worksheet1"/>',
        '<sheet name="a" r:id="worksheet1"/><sheet name="b" r:id="worksheet1"/>',
        '<sheet name="a" r:id="worksheet1"/><sheet name="A" r:id="worksheet2"/>',
    ],
)
def test_a_list_of_sheets_that_contradicts_itself_is_refused(sheets: str) -> None:
    content = book_of(sheets, worksheet1="worksheets/sheet1.xml", worksheet2="other.xml")
    assert refusal_of(content) == ("workbook-damaged", "sheets-contradict")


def test_a_sheet_whose_part_is_missing_is_refused() -> None:
    content = book_of('<sheet name="a" r:id="worksheet1"/>', worksheet1="gone.xml")
    assert refusal_of(content) == ("workbook-damaged", "part-missing")


def test_more_sheets_than_a_workbook_should_have_are_refused() -> None:
    content = book_of('<sheet name="a" r:id="x"/>' * 3, worksheet1="worksheets/sheet1.xml")
    assert refusal_of(content, Limits(sheets=2)) == ("workbook-too-big", "sheets-too-many")


def test_hidden_rows_are_known_by_mark_and_by_zero_height() -> None:
    rows = (
        '<row r="2" hidden="1"/><row r="3" hidden="true"/><row r="4" ht="0"/><row r="5" ht="15" hidden="0"/>'
    )
    beyond = '<row r="20" hidden="1"/>'
    sheet = sheet_of(packed(parts(worksheet_xml(rows + USED_AREA + beyond))))
    assert sheet.hidden_rows == {2, 3, 4}


@pytest.mark.parametrize(
    ("filter_", "filtered"),
    [
        ('<autoFilter ref="A1:B3"><filterColumn colId="0"/></autoFilter>', {2, 3}),
        ('<autoFilter ref="A2:B3"><filterColumn colId="0"/></autoFilter>', {3}),
        ('<autoFilter ref="A1:B3"/>', set()),
        ('<autoFilter ref="nowhere"><filterColumn colId="0"/></autoFilter>', set()),
        ("", set()),
    ],
)
def test_rows_below_the_heading_of_a_filter_that_is_on_are_filtered_not_hidden(
    filter_: str, filtered: set[int]
) -> None:
    rows = '<row r="2" hidden="1"/><row r="3" hidden="1"/><row r="4" hidden="1"/>'
    sheet = sheet_of(packed(parts(worksheet_xml(rows + USED_AREA, after=filter_))))
    assert (sheet.filtered_rows, sheet.hidden_rows) == (filtered, {2, 3, 4} - filtered)


def test_hidden_columns_are_known_up_to_the_last_used_one() -> None:
    columns = (
        '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="9"/><col min="5" max="5" width="0"/>'
        '<col min="6" max="99999" hidden="true"/></cols>'
    )
    sheet = sheet_of(packed(parts(worksheet_xml(USED_AREA, before=columns))))
    assert sheet.hidden_columns == {2, 3, 5, 6}


def test_merged_ranges_end_where_the_used_area_ends() -> None:
    sheet = sheet_of(packed(parts(worksheet_xml(USED_AREA, after=merges("A1:C2", "B3:XFD3", "D4", "H1:J1")))))
    assert sheet.merged == (MergedRange(1, 1, 2, 3), MergedRange(3, 2, 3, 6))


@pytest.mark.parametrize("reference", ["B2:A1", "A1:XFE1", "A0:A1", "", "A1:B2:C3"])
def test_a_merged_range_off_the_sheet_is_refused(reference: str) -> None:
    sheet = worksheet_xml(USED_AREA, after=merges(reference))
    assert refusal_of(packed(parts(sheet))) == ("workbook-damaged", "address-out-of-range")


def test_a_flood_of_merged_ranges_is_refused() -> None:
    sheet = worksheet_xml(USED_AREA, after=merges(*["A1:B1"] * 4))
    assert refusal_of(packed(parts(sheet)), Limits(merged_ranges=3)) == (
        "workbook-too-big",
        "merges-too-many",
    )
