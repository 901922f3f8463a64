"""Files without a table, of other kinds, in old fonts, and the program's own form as it comes back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ELECTRONIC,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    NEVER_WRONG,
    NGHE_AN,
    OFFICIAL,
    READ,
    REFUSE,
    SATISFACTION,
    STAFF,
    Case,
    Shelf,
    counts,
    finding,
    percents,
    shares,
)
from ..paper import Page, workbook
from ..places import HA_TINH_UNITS, NGHE_AN_PROVINCE, some_counts, some_shares
from ..tables import list_values

SHELF = Shelf("files")
FILES = Path(__file__).resolve().parents[1] / "files"
NOTHING_THERE = ("no-table-found", "no-values", "file-empty")
OTHER_YEAR = finding("year-mismatch")
OLE_HEADER = bytes.fromhex("d0cf11e0a1b11ae1")

# What TCVN3 fonts show as the letter on the left is stored as the one on the right.
TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§",
        strict=True,
    )
)


def _tcvn3(text: str) -> str:
    return "".join(TCVN3.get(letter, letter) for letter in text)


def _nothing_in(content: bytes, *codes: str) -> Case:
    return Case(content, REFUSE, year=2018, stage=OFFICIAL, findings=[finding(codes or NOTHING_THERE)])


@SHELF.case("no byte at all")
def empty_file() -> Case:
    return _nothing_in(b"", "file-empty")


@SHELF.case("a workbook with one empty sheet")
def empty_workbook() -> Case:
    return _nothing_in(workbook())


@SHELF.case("a report in words that mentions figures, without any table")
def report_in_words() -> Case:
    page = Page("Báo cáo")
    page.row("BÁO CÁO TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row("Đến 31/12/2018 toàn tỉnh có 2.688 đơn vị đã tham gia trên tổng số 3.305 đơn vị, đạt 81,33%.")
    page.row("Thành phố Hà Tĩnh có 555 đơn vị phải tham gia, 413 đơn vị đã tham gia.")
    return _nothing_in(workbook(page))


@SHELF.case("an empty sheet and a chart")
def chart_without_a_table() -> Case:
    return _nothing_in(workbook(Page("Sheet1"), chart_sheet=True))


@SHELF.case("headings and names, every figure left empty")
def table_without_figures() -> Case:
    page = Page("Mẫu")
    page.row("THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
    page.row("STT", "Đơn vị", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
    page.rows((place, unit) for place, unit in enumerate(HA_TINH_UNITS, 1))
    return _nothing_in(workbook(page))


@SHELF.case("a list of officials with telephone numbers")
def list_of_officials() -> Case:
    page = Page("Danh bạ")
    page.row("DANH SÁCH CÁN BỘ ĐẦU MỐI BÁO CÁO NĂM 2018")
    page.row("STT", "Đơn vị", "Họ và tên", "Điện thoại", "Năm sinh")
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, "Nguyễn Văn A", 912345600 + place, 1970 + place)
    return _nothing_in(workbook(page))


@SHELF.case("an .xls of old: a compound document")
def compound_document() -> Case:
    return _nothing_in(
        OLE_HEADER + bytes(4096), "workbook-legacy-format", "workbook-encrypted", "not-a-workbook"
    )


@SHELF.case("an OpenDocument spreadsheet: the way to save it as xlsx is told")
def open_document() -> Case:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office:document-content/>")
    return _nothing_in(stream.getvalue(), "workbook-legacy-format")


@SHELF.case("a web page saved under a workbook's name")
def web_page_as_workbook() -> Case:
    html = "<html><table><tr><td>Huyện Hương Sơn</td><td>118</td></tr></table></html>"
    return _nothing_in(html.encode(), "not-a-workbook", "workbook-legacy-format")


@SHELF.case("a text with commas saved under a workbook's name")
def comma_separated_text() -> Case:
    return _nothing_in("STT,Đơn vị,Số người\n1,Huyện Hương Sơn,118\n".encode(), "not-a-workbook")


@SHELF.case("a document of a word processor under a workbook's name")
def word_processor_document() -> Case:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return _nothing_in(stream.getvalue(), "not-a-workbook", "workbook-damaged")


@SHELF.case("the first half of a workbook, cut off in transfer")
def workbook_cut_off() -> Case:
    page = Page("TN")
    page.row("BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    list_values(page, some_counts("cut", HA_TINH_UNITS))
    content = workbook(page)
    return _nothing_in(content[: len(content) // 2], "workbook-damaged", "not-a-workbook")


def _old_font(font: str, written: Mapping[str, str], title: str, heading: str) -> Case:
    page = Page("TN", font=font)
    page.row(title)
    page.row("STT", "§¬n vÞ" if font != "VNI-Times" else "Ñôn vò", heading)
    read = some_counts(font, written)
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, written[unit], count)
    return Case(
        workbook(page),
        NEVER_WRONG,
        year=2018,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2018, read),
        findings=[finding("legacy-font")],
    )


@SHELF.case("TCVN3 text in .VnTimeH and .VnTime")
def tcvn3_in_its_font() -> Case:
    written = {unit: _tcvn3(unit) for unit in HA_TINH_UNITS}
    title, heading = (
        _tcvn3("Số người tham gia BHXH tự nguyện năm 2018"),
        _tcvn3("Số người tham gia BHXH tự nguyện"),
    )
    return _old_font(".VnTime", written, title, heading)


@SHELF.case("TCVN3 text pasted into a Unicode font: garbage that must not be matched by nearness")
def tcvn3_in_a_unicode_font() -> Case:
    written = {unit: _tcvn3(unit) for unit in HA_TINH_UNITS}
    title, heading = (
        _tcvn3("Số người tham gia BHXH tự nguyện năm 2018"),
        _tcvn3("Số người tham gia BHXH tự nguyện"),
    )
    case = _old_font("Times New Roman", written, title, heading)
    return Case(case.content, NEVER_WRONG, year=2018, stage=OFFICIAL, figures=case.figures)


@SHELF.case("VNI text in VNI-Times")
def vni_in_its_font() -> Case:
    written = {
        "Huyện Hương Sơn": "Huyeän Höông Sôn",
        "Huyện Đức Thọ": "Huyeän Ñöùc Thoï",
        "Huyện Vũ Quang": "Huyeän Vuõ Quang",
        "Huyện Cẩm Xuyên": "Huyeän Caåm Xuyeân",
    }
    return _old_font(
        "VNI-Times", written, "BHXH töï nguyeän naêm 2018", "Soá ngöôøi tham gia BHXH töï nguyeän"
    )


@SHELF.case("the program's own form, filled in, saved by LibreOffice; one unit has nothing to report")
def own_form_saved_by_libreoffice() -> Case:
    units = [unit for unit in HA_TINH_UNITS if unit != "Huyện Vũ Quang"]
    enrolled = some_shares("template", HA_TINH_UNITS)
    electronic = some_shares("template-electronic", HA_TINH_UNITS)
    people = some_counts("template-people", HA_TINH_UNITS)
    return Case(
        (FILES / "ha_tinh_template_saved_by_libreoffice.xlsx").read_bytes(),
        READ,
        year=2018,
        figures=[
            *shares(ENROLLED, 2018, {unit: enrolled[unit] for unit in units}),
            *shares(ELECTRONIC, 2018, {unit: electronic[unit] for unit in units}),
            *counts(GROWTH, 2018, {unit: people[unit] for unit in units}),
        ],
    )


@SHELF.case("the form of Nghệ An with a few figures of the province, marked as an estimate")
def own_form_with_an_estimate() -> Case:
    return Case(
        (FILES / "nghe_an_template_saved_by_libreoffice.xlsx").read_bytes(),
        READ,
        plan=NGHE_AN,
        today=date(2023, 12, 5),
        figures=[
            *shares(COUNSELLED, 2023, {NGHE_AN_PROVINCE: (13544, 13820)}, ESTIMATE),
            *shares(STAFF, 2023, {NGHE_AN_PROVINCE: (41, 46)}, ESTIMATE),
            *percents(SATISFACTION, 2023, {NGHE_AN_PROVINCE: "81.68"}, ESTIMATE),
        ],
    )


@SHELF.case("the form of Nghệ An sent for Hà Tĩnh's plan")
def own_form_of_the_other_plan() -> Case:
    return Case(
        (FILES / "nghe_an_template_saved_by_libreoffice.xlsx").read_bytes(),
        ASK_OR_REFUSE,
        findings=[finding("plan-mismatch")],
    )


@SHELF.case("the form filled in for 2018, sent as 2019")
def own_form_of_another_year() -> Case:
    return Case(
        (FILES / "ha_tinh_template_saved_by_libreoffice.xlsx").read_bytes(),
        ASK_OR_REFUSE,
        year=2019,
        findings=[finding("year-mismatch")],
    )


@SHELF.case(
    "the form of 2018 taken again a year later: the title and the headings say 2019, the codes do not"
)
def own_form_of_last_year_written_over() -> Case:
    return Case(_form_written_over("BIỂU NHẬP SỐ LIỆU NĂM 2019"), ASK_OR_REFUSE, findings=[OTHER_YEAR])


@SHELF.case("the form of 2018 with nothing but one heading written over")
def own_form_with_one_heading_written_over() -> Case:
    return Case(_form_written_over(), ASK_OR_REFUSE, findings=[OTHER_YEAR])


def _form_written_over(title: str | None = None) -> bytes:
    """The form with another year in its first input heading, and another title."""
    book = load_workbook(FILES / "ha_tinh_template_saved_by_libreoffice.xlsx")
    sheet = book.worksheets[0]
    sheet["D7"] = str(sheet["D7"].value).replace("2018", "2019")
    sheet["A1"] = title or sheet["A1"].value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
