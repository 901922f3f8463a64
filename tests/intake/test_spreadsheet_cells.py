"""Numbers, texts and looks of cells."""

from __future__ import annotations

import pytest
from workbook_bytes import cell_of, refusal_of, shared_strings_xml, sheet_of, styles_xml, workbook

from kpi.intake.workbook.cell_number import plain_decimal
from kpi.intake.workbook.grid import Cell, CellKind
from kpi.intake.workbook.number_formats import built_in_format, custom_format

LONGEST = 32_767


@pytest.mark.parametrize(
    ("literal", "shown"),
    [
        ("82.370000000000005", "82.37"),
        ("0.30000000000000004", "0.3"),
        ("0.69959999999999999", "0.6996"),
        ("1E+3", "1000"),
        ("1e-7", "0.0000001"),
        ("-1.25E2", "-125"),
        ("1750.0", "1750"),
        ("1750", "1750"),
        ("007", "7"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("0E5", "0"),
        ("+5", "5"),
        (".5", "0.5"),
        ("5.", "5"),
        (" 12 ", "12"),
        ("12345678901234567", "12345678901234600"),
        ("123456789012345", "123456789012345"),
        ("1e20", "100000000000000000000"),
        ("9999999999999999", "10000000000000000"),
    ],
)
def test_a_number_has_the_decimal_form_that_excel_keeps(literal: str, shown: str) -> None:
    cell = cell_of(workbook(f"<row><c><v>{literal}</v></c></row>"))
    assert (cell.kind, cell.text) == (CellKind.NUMBER, shown)


@pytest.mark.parametrize("literal", ["1,5", "1_000", "0x10", "٣", "--1", "1e999", "1 2", ".", "e5", "1.2.3"])
def test_a_number_that_is_none_is_refused(literal: str) -> None:
    content = workbook(f"<row><c><v>{literal}</v></c></row>")
    assert refusal_of(content) == ("workbook-damaged", "number-unreadable")


@pytest.mark.parametrize("word", ["INF", "-INF", "NaN", "Infinity"])
def test_a_number_that_is_not_finite_is_an_error_cell(word: str) -> None:
    cell = cell_of(workbook(f"<row><c><v>{word}</v></c></row>"))
    assert (cell.kind, cell.text) == (CellKind.ERROR, word)


def test_the_smallest_and_largest_doubles_stay_plain() -> None:
    assert plain_decimal("1.7976931348623157E308").startswith("179769313486232")
    assert plain_decimal("1E-300").endswith("1")
    assert "e" not in plain_decimal("1E-300").lower()


@pytest.mark.parametrize(
    ("xml", "kind", "text"),
    [
        ('t="b"><v>1</v>', CellKind.BOOLEAN, "TRUE"),
        ('t="b"><v>0</v>', CellKind.BOOLEAN, "FALSE"),
        ('t="e"><v>#REF!</v>', CellKind.ERROR, "#REF!"),
        ('t="d"><v>2017-12-31</v>', CellKind.DATE, "2017-12-31"),
        ('t="d"><v>2017-12-31T10:00:00Z</v>', CellKind.DATE, "2017-12-31T10:00:00Z"),
        ('t="str"><f>A2</f><v>chưa có</v>', CellKind.TEXT, "chưa có"),
        ('t="inlineStr"><is><t> 69,96 </t></is>', CellKind.TEXT, " 69,96 "),
        ('t="n"><f>1+1</f><v>2</v>', CellKind.NUMBER, "2"),
    ],
)
def test_each_type_of_cell_has_its_kind(xml: str, kind: CellKind, text: str) -> None:
    cell = cell_of(workbook(f"<row><c {xml}</c></row>"))
    assert (cell.kind, cell.text, cell.formula) == (kind, text, "<f>" in xml)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<t>Huyện </t>", "Huyện "),
        ("<r><t>TP. </t></r><r><rPr><b/></rPr><t>Vinh</t></r>", "TP. Vinh"),
        ('<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><phoneticPr fontId="1"/>', "東京"),
        ("<t>dòng một_x000D_\nhai</t>", "dòng một\nhai"),
        ("<t>_x005F_x000D_</t>", "_x000D_"),
        ("<t>_xD83D__xDE00_</t>", "😀"),
        ("<t>a_x0007_b</t>", "ab"),
        ("<t>Nghê\u0323 An</t>", "Nghệ An"),
        ("<t><![CDATA[<Vinh>]]></t>", "<Vinh>"),
    ],
)
def test_a_shared_text_is_what_the_person_sees(item: str, text: str) -> None:
    content = workbook('<row><c t="s"><v>0</v></c></row>', strings=shared_strings_xml(item))
    assert cell_of(content).text == text


def test_an_empty_shared_text_is_no_cell() -> None:
    content = workbook('<row><c t="s"><v>0</v></c></row>', strings=shared_strings_xml("<t/>"))
    assert not sheet_of(content).cells


def test_a_text_longer_than_excel_allows_is_refused() -> None:
    for length, refused in ((LONGEST, False), (LONGEST + 1, True)):
        content = workbook(f'<row><c t="inlineStr"><is><t>{"x" * length}</t></is></c></row>')
        if refused:
            assert refusal_of(content) == ("workbook-damaged", "text-too-long")
        else:
            assert len(cell_of(content).text) == length


PERCENT_FORMATS = ["0%", "0.00%", "#,##0.0%;-#,##0.0%", "[Red]0%", "[<1]0.0%;0", "[>=1]0;0.0%", '0.0% "đạt"']
NO_PERCENT_FORMATS = ['0.0"%"', r"0.0\%", "General;0%", "#,##0", '"100%"', "0_%"]
DATE_FORMATS = [
    "dd/mm/yyyy",
    "[$-42A]dd/mm/yyyy;@",
    "mmm-yy",
    "[h]:mm",
    "[mm]",
    "hh:mm AM/PM",
    r"d\-m",
    "YYYY",
]
NO_DATE_FORMATS = [
    "General",
    "GENERAL",
    "[Red]#,##0",
    "[Magenta]0",
    "0.00E+00",
    "0.00e-00",
    '0 "đơn vị d m y"',
    r"0\d\m",
    "#,##0_d",
    "0*y",
    "[$₫-42A]#,##0",
    "[$USD]#,##0",
    "#,##0\\ [$đ-42A]",
    "@",
]


@pytest.mark.parametrize("code", PERCENT_FORMATS)
def test_a_percent_format_is_known(code: str) -> None:
    assert custom_format(code).percent


@pytest.mark.parametrize("code", NO_PERCENT_FORMATS + DATE_FORMATS)
def test_a_percent_sign_that_is_only_shown_scales_nothing(code: str) -> None:
    assert not custom_format(code).percent


@pytest.mark.parametrize("code", DATE_FORMATS)
def test_a_date_format_is_known(code: str) -> None:
    assert custom_format(code).date


@pytest.mark.parametrize("code", NO_DATE_FORMATS + PERCENT_FORMATS + NO_PERCENT_FORMATS)
def test_letters_in_quotes_brackets_and_escapes_make_no_date(code: str) -> None:
    assert not custom_format(code).date


@pytest.mark.parametrize(
    "code", ["0", "#,##0.0", '_(* #,##0_);_(* "-"??_)', "[Red]0;-0", "General", "0.00%", "0.0E+00"]
)
def test_a_format_of_digits_alone_is_not_kept(code: str) -> None:
    assert not custom_format(code).code


@pytest.mark.parametrize("code", ['0" nghìn"', "#,##0,", ";;;", '[<9]"-";0', '0.0"%"', "(0)"])
def test_a_format_that_may_show_something_else_is_kept(code: str) -> None:
    assert custom_format(code).code == code


def test_built_in_formats_are_known_by_number() -> None:
    assert [number for number in range(60) if built_in_format(number).percent] == [9, 10]
    assert built_in_format(14).date
    assert built_in_format(47).date
    assert not built_in_format(0).date
    assert not built_in_format(49).date


def test_the_look_of_a_cell_comes_from_its_style() -> None:
    styles = styles_xml(
        '<xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/>',
        formats='<numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="9" formatCode="0"/>',
    )
    cells = "".join(f'<c s="{style}"><v>0.7</v></c>' for style in range(5))
    found = sheet_of(workbook(f"<row>{cells}</row>", styles=styles)).cells.values()
    assert [(cell.kind.value, cell.percent) for cell in found] == [
        ("number", False),
        ("number", True),
        ("date", False),
        ("number", True),
        ("number", False),
    ]


@pytest.mark.parametrize(
    ("font", "legacy"),
    [
        (".VnTime", True),
        (".VnArialH", True),
        ("VNI-Times", True),
        ("Times New Roman", False),
        ("Verdana", False),
    ],
)
def test_a_text_in_a_legacy_font_is_marked(font: str, legacy: bool) -> None:
    styles = styles_xml(
        '<xf/><xf fontId="1"/>', fonts=f'<font/><font><sz val="12"/><name val="{font}"/></font>'
    )
    row = '<row><c s="1" t="inlineStr"><is><t>NghÖ An</t></is></c></row>'
    assert cell_of(workbook(row, styles=styles)).legacy_font is legacy


def _in_runs(*runs: tuple[str, str]) -> Cell:
    item = "".join(f"<r><rPr>{look}</rPr><t xml:space='preserve'>{words}</t></r>" for look, words in runs)
    return cell_of(workbook('<row><c t="s"><v>0</v></c></row>', strings=shared_strings_xml(item)))


def test_what_is_struck_out_within_a_text_is_not_read() -> None:
    cell = _in_runs(("<strike/>", "200"), ("", "250"))
    assert (cell.text, cell.struck) == ("250", False)


def test_a_text_struck_out_in_whole_is_kept_and_marked() -> None:
    assert _in_runs(("<strike/>", "200")) == _in_runs(("", "200"))._replace(struck=True)
    assert not _in_runs(('<strike val="0"/>', "200")).struck


def test_a_raised_mark_becomes_no_digit_of_the_number_it_stands_at() -> None:
    assert _in_runs(("", "200"), ('<vertAlign val="superscript"/>', "1")).text == "200 (1)"
    assert _in_runs(("", "200"), ('<vertAlign val="superscript"/>', "(1)")).text == "200 (1)"


def test_a_number_struck_out_is_marked() -> None:
    styles = styles_xml('<xf/><xf fontId="1"/>', fonts="<font/><font><strike/></font>")
    assert cell_of(workbook('<row><c s="1"><v>7</v></c></row>', styles=styles)).struck
    assert not cell_of(workbook('<row><c s="0"><v>7</v></c></row>', styles=styles)).struck


def test_a_run_in_a_legacy_font_marks_its_text() -> None:
    item = '<r><t>TX </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>Hång LÜnh</t></r>'
    content = workbook('<row><c t="s"><v>0</v></c></row>', strings=shared_strings_xml(item))
    assert cell_of(content).legacy_font
