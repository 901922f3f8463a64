"""What other readers read wrongly in silence must be read right here, or refused."""

from __future__ import annotations

import pytest
from workbook_bytes import (
    MAIN,
    cell_of,
    packed,
    parts,
    read_here,
    refusal_of,
    relationships,
    shared_strings_xml,
    sheet_of,
    styles_xml,
    workbook,
    workbook_xml,
    worksheet_xml,
)

from kpi.intake.workbook.grid import CellKind, Grid
from kpi.intake.workbook.refusal import Refusal

DAMAGED = "workbook-damaged"
TWO_TEXTS = shared_strings_xml("<t>Hồng Lĩnh</t>", "<t>Kỳ Anh</t>")


@pytest.mark.parametrize("index", ["-1", "2", "1.0", "+1", "x", "99999999999999999999"])
def test_a_shared_text_that_is_not_in_the_table_is_refused(index: str) -> None:
    content = workbook(f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>', strings=TWO_TEXTS)
    assert refusal_of(content) == (DAMAGED, "shared-text-missing")


def test_a_shared_text_without_any_table_is_refused() -> None:
    assert refusal_of(workbook('<row><c t="s"><v>0</v></c></row>')) == (DAMAGED, "shared-text-missing")


@pytest.mark.parametrize("dimension", ["A1", "A1:A1", "XFD1048576", "nonsense"])
def test_a_wrong_dimension_hides_no_rows(dimension: str) -> None:
    rows = "".join(f"<row><c><v>{number}</v></c></row>" for number in range(1, 14))
    sheet = worksheet_xml(rows, before=f'<dimension ref="{dimension}"/>')
    assert len(sheet_of(packed(parts(sheet))).cells) == 13


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
        '<c r="A1"/><c r="A1"><v>2</v></c>',
        '<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c><c r="B1"><v>3</v></c>',
        '<c r="A1"><v>1</v></c><c r="C1"><v>1</v></c><c r="B1"><v>1</v></c><c><v>3</v></c>',
    ],
)
def test_a_cell_given_twice_is_refused(cells: str) -> None:
    assert refusal_of(workbook(f'<row r="1">{cells}</row>')) == (DAMAGED, "cell-given-twice")


def test_a_row_given_twice_is_refused() -> None:
    content = workbook('<row r="7"><c r="A7"><v>1</v></c></row><row r="7"><c r="B7"><v>2</v></c></row>')
    assert refusal_of(content) == (DAMAGED, "row-given-twice")


def test_a_refusal_names_sheet_and_cell() -> None:
    content = workbook('<row r="9"><c r="D9"><v>1</v></c><c r="D9"><v>2</v></c></row>')
    refusal = read_here(content)
    assert isinstance(refusal, Refusal)
    assert (refusal.sheet, refusal.cell) == ("Sheet1", "D9")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"])
def test_a_sheet_in_any_encoding_is_read(encoding: str) -> None:
    declared = "utf-16" if encoding.startswith("utf-16") else encoding
    text = worksheet_xml('<row><c t="inlineStr"><is><t>xã Hà</t></is></c></row>')
    sheet = f'<?xml version="1.0" encoding="{declared}"?>{text}'.encode(encoding)
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert cell_of(packed(parts(mark + sheet))).text == "xã Hà"


def test_a_lone_cell_in_the_last_corner_is_read_without_a_flood() -> None:
    sheet = sheet_of(workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    assert list(sheet.cells) == [(1_048_576, 16_384)]


@pytest.mark.parametrize("row", ["0", "1048577", "4294967295", "-1", "1.5", "", "01"])
def test_a_row_number_off_the_sheet_is_refused(row: str) -> None:
    assert refusal_of(workbook(f'<row r="{row}"><c><v>1</v></c></row>')) == (DAMAGED, "address-out-of-range")


@pytest.mark.parametrize(
    "address", ["XFE1", "ZZZ1", "A0", "A1048577", "1", "A", "a1", "$A$1", "A1:B1", "Ａ1"]
)
def test_a_cell_address_off_the_sheet_is_refused(address: str) -> None:
    assert refusal_of(workbook(f'<row r="1"><c r="{address}"><v>1</v></c></row>')) == (
        DAMAGED,
        "address-out-of-range",
    )


def test_a_cell_that_belongs_to_another_row_is_refused() -> None:
    content = workbook('<row r="11"><c r="A1"><v>1</v></c></row>')
    assert refusal_of(content) == (DAMAGED, "address-contradicts-row")


def test_so_is_one_in_a_column_that_was_named_before() -> None:
    for address in ("A1", "A12", "A21"):
        rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="{address}"><v>1</v></c></row>'
        assert refusal_of(workbook(rows)) == (DAMAGED, "address-contradicts-row")


def test_rows_beyond_the_last_are_refused_where_they_are_only_counted() -> None:
    content = workbook('<row r="1048576"/><row><c><v>1</v></c></row>')
    assert refusal_of(content) == (DAMAGED, "address-out-of-range")


def test_cells_beyond_the_last_column_are_refused_where_they_are_only_counted() -> None:
    content = workbook('<row><c r="XFD1"/><c><v>1</v></c></row>')
    assert refusal_of(content) == (DAMAGED, "address-out-of-range")


def test_two_tables_of_shared_texts_are_refused() -> None:
    whole = parts(strings=TWO_TEXTS)
    two = {"sharedStrings1": "sharedStrings.xml", "sharedStrings2": "other.xml"}
    whole["xl/_rels/workbook.xml.rels"] = relationships(worksheet1="worksheets/sheet1.xml", **two)
    assert refusal_of(packed(whole)) == (DAMAGED, "sheets-contradict")


def test_rows_and_cells_without_address_follow_the_one_before() -> None:
    cells = '<c r="C5"><v>1</v></c><c><v>2</v></c>'
    sheet = sheet_of(workbook(f'<row r="5">{cells}</row><row><c><v>3</v></c></row>'))
    assert {place: cell.text for place, cell in sheet.cells.items()} == {
        (5, 3): "1",
        (5, 4): "2",
        (6, 1): "3",
    }


def test_rows_and_cells_out_of_order_are_read_where_they_stand() -> None:
    rows = (
        '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    )
    assert {place: cell.text for place, cell in sheet_of(workbook(rows)).cells.items()} == {
        (3, 2): "3",
        (3, 1): "2",
        (1, 1): "1",
    }


@pytest.mark.parametrize(
    "content",
    [
        "<v>1</v><v>2</v>",
        "<v>1<!-- -->2</v>",
        "<v>1<?pi?>2</v>",
        "<v>1<x/>2</v>",
        "<f>A2</f><f>A3</f><v>1</v>",
        "<is><t>1</t></is>",
        "<v>1</v><is><t>2</t></is>",
        "<r><v>1</v></r>",
    ],
)
def test_a_cell_that_says_two_things_is_refused(content: str) -> None:
    assert refusal_of(workbook(f"<row><c>{content}</c></row>"))[0] == DAMAGED


def test_an_inline_text_with_a_value_beside_it_is_refused() -> None:
    content = workbook('<row><c t="inlineStr"><is><t>1</t></is><v>2</v></c></row>')
    assert refusal_of(content) == (DAMAGED, "cell-contradicts-itself")


@pytest.mark.parametrize("value", ['t="b"><v>2', 't="d"><v>hôm nay', 't="n"><v>n/a', 't="z"><v>1'])
def test_a_value_that_is_not_of_its_type_is_refused(value: str) -> None:
    assert refusal_of(workbook(f"<row><c {value}</v></c></row>"))[0] == DAMAGED


def test_rows_inside_alternate_content_are_not_passed_over_in_silence() -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    choice = f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>{row}</mc:Choice></mc:AlternateContent>'
    assert refusal_of(workbook(choice)) == (DAMAGED, "element-unexpected")
    assert refusal_of(packed(parts(f'<worksheet xmlns="{MAIN}">{choice}</worksheet>')))[0] == DAMAGED


def test_two_blocks_of_sheet_data_are_refused() -> None:
    sheet = worksheet_xml("<row><c><v>1</v></c></row>", after="<sheetData/>")
    assert refusal_of(packed(parts(sheet)))[0] == DAMAGED


def test_a_style_that_does_not_exist_is_refused() -> None:
    content = workbook('<row><c s="2"><v>1</v></c></row>', styles=styles_xml('<xf numFmtId="0"/>'))
    assert refusal_of(content) == (DAMAGED, "style-missing")


def test_the_workbook_is_found_by_relationship_and_not_by_its_usual_name() -> None:
    whole = parts(worksheet_xml("<row><c><v>1</v></c></row>"))
    whole["_rels/.rels"] = relationships(officeDocument="/book/main.xml")
    whole["book/main.xml"] = workbook_xml('<sheet name="Thật" sheetId="1" r:id="worksheet1"/>')
    whole["book/_rels/main.xml.rels"] = relationships(worksheet1="../real.xml")
    whole["real.xml"] = worksheet_xml("<row><c><v>2</v></c></row>")
    sheet = sheet_of(packed(whole))
    assert (sheet.name, sheet.cells[1, 1].text) == ("Thật", "2")


def test_the_strict_variant_with_a_prefix_is_read_alike() -> None:
    whole = parts(strings=TWO_TEXTS)
    whole["xl/worksheets/sheet1.xml"] = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>'
        '<x:row><x:c t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"):
        transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        whole[name] = str(whole[name]).replace(transitional, strict)
    assert cell_of(packed(whole)).text == "Kỳ Anh"


def test_an_element_of_a_foreign_namespace_is_no_cell() -> None:
    sheet = worksheet_xml('<row xmlns="urn:foreign"><c><v>1</v></c></row>')
    assert refusal_of(packed(parts(sheet))) == (DAMAGED, "element-unexpected")


@pytest.mark.parametrize("formula", ["<f>B1+C1</f>", "<f>B1+C1</f><v></v>", "<f>B1+C1</f><v/>"])
def test_a_formula_saved_without_its_value_is_no_zero(formula: str) -> None:
    cell = cell_of(workbook(f"<row><c>{formula}</c></row>"))
    assert (cell.kind, cell.text, cell.formula) == (CellKind.NO_RESULT, "=B1+C1", True)


def test_a_formula_whose_result_is_an_empty_text_shows_nothing() -> None:
    assert not sheet_of(workbook('<row><c t="str"><f>B1</f><v></v></c></row>')).cells


def test_a_workbook_without_any_cell_is_an_empty_grid() -> None:
    grid = read_here(workbook())
    assert isinstance(grid, Grid)
    assert not grid.sheets[0].cells
