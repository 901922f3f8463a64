"""The XML of marked workbooks, byte for byte: what changes, and that nothing else does."""

from __future__ import annotations

import io
import zipfile

import pytest
from workbook_bytes import (
    MAIN,
    OFFICE,
    Parts,
    packed,
    parts,
    read_here,
    relationships,
    shared_strings_xml,
    styles_xml,
    worksheet_xml,
)

from kpi.intake.workbook.limits import DEFAULT_LIMITS
from kpi.intake.workbook.marking.child import answer_for
from kpi.intake.workbook.marking.comments import LONGEST_COMMENT
from kpi.intake.workbook.marking.workbook_marking import marked
from kpi.intake.workbook.refusal import Fault

SHEET = "xl/worksheets/sheet1.xml"
LISTING = "xl/worksheets/_rels/sheet1.xml.rels"
TWO_LOOKS = styles_xml('<xf/><xf numFmtId="10" fontId="0"><alignment wrapText="1"/></xf>')
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
DRAWING = f'<legacyDrawing xmlns:r="{OFFICE}" r:id="rId2"/>'


def changed(whole: Parts, *addresses: str, said: str = "sai", severity: str = "error") -> dict[str, str]:
    """The parts after marking these cells of the only sheet; what the reader makes of them must not change."""
    sent = packed(whole)
    copy = marked(sent, "Kiểm tra", [("Sheet1", a, severity, said) for a in addresses], DEFAULT_LIMITS)
    assert read_here(copy) == read_here(sent)
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def changed_sheet(sheet: str, *addresses: str) -> str:
    return changed(parts(sheet, styles=TWO_LOOKS), *addresses)[SHEET]


@pytest.mark.parametrize(
    ("before", "after", "marked_cells"),
    [
        (  # a cell that is there gets another look and keeps all else
            '<row r="2"><c r="A2" s="1" t="str"><f>B1</f><v>x</v></c><c r="C2"/></row>',
            '<row r="2"><c r="A2" s="2" t="str"><f>B1</f><v>x</v></c><c s="3" r="C2"/></row>',
            ("A2", "C2"),
        ),
        (  # one that is not there is put between its neighbours
            '<row r="2"><c r="A2"/><c r="D2"/></row>',
            '<row r="2"><c r="A2"/><c r="B2" s="2"/><c r="C2" s="2"/><c r="D2"/><c r="E2" s="2"/></row>',
            ("E2", "C2", "B2"),
        ),
        (  # so is a row
            '<row r="2"><c r="A2"/></row><row r="5"/>',
            '<row r="1"><c r="B1" s="2"/></row><row r="2"><c r="A2"/></row><row r="3"><c r="A3" s="2"/></row>'
            '<row r="4"><c r="A4" s="2"/></row><row r="5"/><row r="6"><c r="A6" s="2"/></row>',
            ("A6", "A4", "A3", "B1"),
        ),
        (  # rows and cells may go without numbers
            '<row><c/><c><v>1</v></c></row><row r="4"/><row><c/></row>',
            '<row><c/><c s="2"><v>1</v></c><c r="C1" s="2"/></row><row r="4"/><row><c s="2"/></row>',
            ("B1", "C1", "A5"),
        ),
        ('<row r="5"/>', '<row r="5"><c r="C5" s="2"/></row>', ("C5",)),
        ("<row r='5' ></row >", '<row r=\'5\' ><c r="C5" s="2"/></row >', ("C5",)),
        (  # a row's own look is that of its missing cells
            '<row r="5" s="1" customFormat="1"/><row r="6" s="1"/>',
            '<row r="5" s="1" customFormat="1"><c r="C5" s="2"/></row><row r="6" s="1"><c r="C6" s="3"/></row>',
            ("C5", "C6"),
        ),
        (  # what looks like an attribute or a tag within quotes is neither
            """<row r="1"><c r='A1' x=' s="1">' s = '1' ><v>1</v></c></row>""",
            """<row r="1"><c r='A1' x=' s="1">' s = "2" ><v>1</v></c></row>""",
            ("A1",),
        ),
        (  # a letter whose last byte is a blank in other encodings does not end a name
            '<row r="1"><c r="A1" às="1"/></row>',
            '<row r="1"><c s="2" r="A1" às="1"/></row>',
            ("A1",),
        ),
        (  # rows in disorder: before the first that comes later
            '<row r="9"/><row r="3"/>',
            '<row r="5"><c r="A5" s="2"/></row><row r="9"/><row r="3"/>',
            ("A5",),
        ),
        (
            '<!-- <c r="A1"/> --><row r="1"><c r="A1"/></row>',
            '<!-- <c r="A1"/> --><row r="1"><c s="2" r="A1"/></row>',
            ("A1",),
        ),
    ],
)
def test_a_mark_changes_the_look_of_its_cell_alone(
    before: str, after: str, marked_cells: tuple[str, ...]
) -> None:
    assert changed_sheet(worksheet_xml(before), *marked_cells) == worksheet_xml(after, after=DRAWING)


def test_a_sheet_without_any_row_gets_one() -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'
    row = '<sheetData><row r="3"><c r="B3" s="2"/></row></sheetData>'
    assert changed_sheet(sheet, "B3") == sheet.replace("<sheetData/>", row + DRAWING)


def test_missing_cells_look_like_their_column() -> None:
    sheet = worksheet_xml(
        "", before='<cols><col min="2" max="3" style="1"/><col min="4" max="4" style="99"/></cols>'
    )
    after = changed_sheet(sheet, "A1", "C1", "D1")
    assert '<row r="1"><c r="A1" s="2"/><c r="C1" s="3"/><c r="D1" s="2"/></row>' in after


def test_the_drawing_is_named_where_the_order_of_a_sheet_wants_it() -> None:
    head = '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>'
    tail = '<legacyDrawingHF r:id="rId7"/><tableParts/><extLst><ext/></extLst>'
    sheet = worksheet_xml("", after=head + tail).replace("<worksheet ", f'<worksheet xmlns:r="{OFFICE}" ')
    assert head + DRAWING + tail in changed_sheet(sheet, "A1")


def test_elements_under_a_prefix_get_siblings_under_it() -> None:
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2"/></x:sheetData></x:worksheet>'
    after = changed_sheet(sheet, "A1", "B2")
    assert '<x:row r="1"><x:c r="A1" s="2"/></x:row><x:row r="2"><x:c r="B2" s="2"/></x:row>' in after
    assert "</x:sheetData><x:legacyDrawing " in after


@pytest.mark.parametrize("codec", ["utf-16", "windows-1258", "iso-8859-1", "utf-8-sig"])
def test_every_encoding_that_is_read_is_marked(codec: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{codec.removesuffix("-sig")}"?>'
    before = '<row r="1"><c r="A1" t="inlineStr"><is><t>éô</t></is></c></row>'
    after = worksheet_xml(before.replace("<c ", '<c s="2" '), after=DRAWING)
    sent = packed(parts((declaration + worksheet_xml(before)).encode(codec), styles=TWO_LOOKS))
    copy = marked(sent, "Kiểm tra", [("Sheet1", "A1", "error", "sai")], DEFAULT_LIMITS)
    assert read_here(copy) == read_here(sent)
    with zipfile.ZipFile(io.BytesIO(copy)) as package:
        kept = after.encode() if codec == "utf-16" else (declaration + after).encode(codec)
        assert package.read(SHEET) == kept


def test_looks_are_copied_with_all_that_is_in_them() -> None:
    styles = changed(parts(worksheet_xml('<row><c s="1"/></row>'), styles=TWO_LOOKS), "A1", "B1")[
        "xl/styles.xml"
    ]
    assert '<xf applyFill="1" fillId="2"/></cellXfs>' in styles
    copied = '<xf applyFill="1" fillId="2" numFmtId="10" fontId="0"><alignment wrapText="1"/></xf>'
    assert copied in styles
    assert '<cellXfs count="4">' in styles


def test_the_first_two_fills_stay_those_every_program_shows() -> None:
    styles = changed(parts(styles=TWO_LOOKS), "A1", severity="warning")["xl/styles.xml"]
    patterns = [piece.partition('"')[0] for piece in styles.split('patternType="')[1:]]
    assert patterns == ["none", "gray125", "solid"]


def test_a_workbook_without_styles_gets_some() -> None:
    after = changed(parts(worksheet_xml("<row><c><v>1</v></c></row>")), "A1")
    assert '<c s="1"><v>1</v></c>' in after[SHEET]
    assert 'PartName="/xl/styles1.xml"' in after["[Content_Types].xml"]
    assert 'Target="/xl/styles1.xml"' in after["xl/_rels/workbook.xml.rels"]


def test_a_strict_workbook_stays_strict() -> None:
    whole: Parts = {}
    for name, content in parts(worksheet_xml("<row><c/></row>"), styles=TWO_LOOKS).items():
        assert isinstance(content, str)
        for transitional, strict in STRICT.items():
            content = content.replace(transitional, strict)
        whole[name] = content
    after = changed(whole, "A1")
    assert STRICT[MAIN] in after["xl/comments1.xml"]
    assert after[LISTING].count(STRICT[OFFICE]) == 2
    assert f'xmlns:r="{STRICT[OFFICE]}"' in after[SHEET]


OURS = "KPI &#183; Ki&#7875;m tra:\nsai"  # what is added to a comment says who adds it


def with_comments(text: str, drawing: str | None = None) -> Parts:
    whole = parts(worksheet_xml("", after=f'<legacyDrawing xmlns:r="{OFFICE}" r:id="vmlDrawing1"/>'))
    whole["xl/comments1.xml"] = (
        f'<comments xmlns="{MAIN}"><authors><author>Chị Hà</author></authors>'
        f'<commentList><comment ref="A1" authorId="0">{text}</comment></commentList></comments>'
    )
    whole["xl/drawings/vmlDrawing1.vml"] = drawing or "<xml></xml>"
    whole[LISTING] = relationships(comments1="../comments1.xml", vmlDrawing1="../drawings/vmlDrawing1.vml")
    return whole


@pytest.mark.parametrize(
    ("text", "continued"),
    [
        ("<text><t>của họ</t></text>", f"<text><t>của họ\n\n{OURS}</t></text>"),
        (
            "<text><r><t>của</t></r><r><rPr><b/></rPr><t> họ</t></r></text>",
            "<text><r><t>của</t></r><r><rPr><b/></rPr><t> họ</t></r>"
            f'<r><t xml:space="preserve">\n\n{OURS}</t></r></text>',
        ),
        (
            '<text><r><t>họ</t></r><phoneticPr fontId="1"/></text>',
            f'<text><r><t>họ</t></r><r><t xml:space="preserve">\n\n{OURS}</t></r><phoneticPr fontId="1"/></text>',
        ),
        ("<text/>", f"<text><t>{OURS}</t></text>"),
        ("<text><t/></text>", f"<text><t>\n\n{OURS}</t></text>"),
    ],
)
def test_a_comment_of_theirs_is_continued(text: str, continued: str) -> None:
    whole = with_comments(text)
    after = changed(whole, "A1")
    assert after["xl/comments1.xml"] == str(whole["xl/comments1.xml"]).replace(text, continued)
    assert after["xl/drawings/vmlDrawing1.vml"] == whole["xl/drawings/vmlDrawing1.vml"]


def test_a_drawing_that_is_no_xml_is_kept_and_continued() -> None:
    drawn = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s2050"><v:textbox>một<br>hai'
        "</v:textbox></v:shape></xml>"
    )
    after = changed(with_comments("<text/>", drawn), "B2", "B3")["xl/drawings/vmlDrawing1.vml"]
    assert after.startswith(drawn.removesuffix("</xml>"))
    assert after.endswith("</xml>")
    assert '<v:shape xmlns:o="urn:schemas-microsoft-com:office:office"' in after
    assert [f'id="_x0000_s{number}"' in after for number in (2051, 2052, 2053)] == [True, True, False]


def test_what_is_said_is_text_and_nothing_but_text() -> None:
    said = '<b>&amp; "x"</b> ]]> \x00\x1b\ud800\ufffe \u1ea5'
    after = changed(parts(), "A1", said=said)["xl/comments1.xml"]
    assert '&lt;b&gt;&amp;amp; "x"&lt;/b&gt; ]]&gt;  &#7845;' in after
    assert "_x005F_x0041_" in changed(parts(), "A1", said="_x0041_")["xl/comments1.xml"]


def test_what_is_said_is_cut_off_where_nobody_would_read_on() -> None:
    after = changed(parts(), "A1", said="x" * (LONGEST_COMMENT + 1))["xl/comments1.xml"]
    assert f">{'x' * (LONGEST_COMMENT - 1)}&#8230;<" in after
    assert (
        f">{'x' * LONGEST_COMMENT}<" in changed(parts(), "A1", said="x" * LONGEST_COMMENT)["xl/comments1.xml"]
    )


def test_texts_of_the_workbook_stay_in_their_table() -> None:
    whole = parts(worksheet_xml('<row><c t="s"><v>0</v></c></row>'), strings=shared_strings_xml("<t>chữ</t>"))
    assert changed(whole, "A1")["xl/sharedStrings.xml"] == whole["xl/sharedStrings.xml"]


DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("part", "spoilt", "fault"),
    [
        ("xl/comments1.xml", f'{DOCTYPE}<comments xmlns="{MAIN}"/>', Fault.XML_DECLARES_ENTITIES),
        ("xl/comments1.xml", f'<comments xmlns="{MAIN}"/>', Fault.ELEMENT_UNEXPECTED),
        ("xl/comments1.xml", "<comments", Fault.XML_MALFORMED),
        ("xl/drawings/vmlDrawing1.vml", "", Fault.XML_MALFORMED),
        ("[Content_Types].xml", f"{DOCTYPE}<Types/>", Fault.XML_DECLARES_ENTITIES),
        (LISTING, relationships(comments1="../comments1.xml"), Fault.PART_MISSING),
        (LISTING, relationships(comments1="../../../comments1.xml"), Fault.PART_OUTSIDE),
        (LISTING, relationships(comments1="a.xml", comments2="b.xml"), Fault.SHEETS_CONTRADICT),
    ],
)
def test_damage_that_the_reader_does_not_meet_leaves_a_reason(part: str, spoilt: str, fault: Fault) -> None:
    sent = packed(with_comments("<text/>") | {part: spoilt})
    assert (
        answer_for(sent, ("Kiểm tra", [("Sheet1", "B2", "error", "sai")]), DEFAULT_LIMITS) == fault.encode()
    )
