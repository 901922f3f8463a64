"""Files made to hurt, by hand: small to send, large or dangerous to open."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from random import Random
from typing import Any

import xlsxwriter

MEBIBYTE = 1024 * 1024
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"

LONG_TEXT = "à" * 32_000

Chunks = Iterable[bytes]
TENFOLD = [(n, f"&l{n - 1};" * 10) for n in range(1, 10)]
ENTITIES = "".join(f'<!ENTITY l{n} "{ten}">' for n, ten in TENFOLD)
BILLION_LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "ha">{ENTITIES}]>'
FILE_ON_THE_SERVER = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def good(cells: int = 4) -> bytes:
    """A small workbook with a text, which is therefore shared, and numbers."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_string(0, 0, "Huyện Hương Sơn")
        for column in range(1, cells):
            sheet.write_number(0, column, column)
    return stream.getvalue()


def with_part(name: str, chunks: Chunks) -> bytes:
    """A good workbook with one part replaced, packed as it comes so that little memory is held."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(good())) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        with new.open(name, "w", force_zip64=False) as part:
            for chunk in chunks:
                part.write(chunk)
    return stream.getvalue()


def part_of_good(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(good())) as archive:
        return archive.read(name).decode()


def sheet_of(rows: Iterable[str], after: str = "") -> Iterator[bytes]:
    """The XML of a sheet, batches of rows at a time."""
    yield f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    for row in rows:
        yield row.encode()
    yield f"</sheetData>{after}</worksheet>".encode()


def zip_bomb() -> bytes:
    """A gigabyte of blanks in a megabyte."""
    blanks = b" " * MEBIBYTE
    return with_part(SHEET, (blanks for _ in range(1024)))


def zips_in_a_zip() -> bytes:
    """A workbook within a zip within a zip …: nothing here opens what is inside."""
    content = good()
    for _ in range(20):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("book.xlsx", content)
        content = stream.getvalue()
    return content


def lying_sizes() -> bytes:
    """A part of 64 MiB whose headers promise a kilobyte."""
    rows = (b" " * MEBIBYTE for _ in range(64))
    content = bytearray(with_part(SHEET, rows))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = _entry(content, signature, SHEET.encode())
        content[start + at : start + at + 4] = struct.pack("<I", 1024)
    return bytes(content)


def _entry(content: bytearray, signature: bytes, name: bytes) -> int:
    header = 30 if signature == b"PK\x03\x04" else 46
    at = content.find(signature)
    while content[at + header : at + header + len(name)] != name:
        at = content.find(signature, at + 1)
    return at


def overlapping_parts() -> bytes:
    """Two hundred names for the same packed bytes, each as large as all of them."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = kernel.compress(b" " * 8 * MEBIBYTE) + kernel.flush()
    checksum = zlib.crc32(b" " * 8 * MEBIBYTE)
    facts = (20, 0, 8, 0, 33, checksum, len(packed), 8 * MEBIBYTE, 5, 0)
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", *facts) + b"a.xml" + packed
    names = [b"[Content_Types].xml", *(b"xl/worksheets/sheet%d.xml" % n for n in range(200))]
    directory = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, *facts[:8], len(name), 0, 0, 0, 0, 0, 0) + name
        for name in names
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(names), len(names), len(directory), len(local), 0)
    return local + directory + end


def with_document_type(part: str, declaration: str, reference: str) -> bytes:
    """A part with entities declared before its root and one of them used in its first text."""
    head, found, rest = part_of_good(part).partition("?>")
    assert found
    spoilt = f"{head}?>{declaration}" + rest.replace("</", f"{reference}</", 1)
    return with_part(part, [spoilt.encode()])


def nested_without_end() -> bytes:
    return with_part(SHEET, sheet_of("<row>" * 1000 for _ in range(1000)))


def one_endless_attribute() -> bytes:
    return with_part(
        SHEET, sheet_of([*('<row r="1" spans="',), *("1" * MEBIBYTE for _ in range(100)), '"/>'])
    )


def endless_text() -> bytes:
    """One cell with 200 MiB of text."""
    rows = ['<row><c t="inlineStr"><is><t>', *("x" * MEBIBYTE for _ in range(200)), "</t></is></c></row>"]
    return with_part(SHEET, sheet_of(rows))


def empty_cells(rows: int, columns: int = 10) -> bytes:
    """Cells with a style and nothing in them, as a border drawn over the whole sheet leaves behind."""
    cells = '<c s="0"/>' * columns
    figure = '<row r="1"><c r="A1"><v>7</v></c></row>'
    return with_part(SHEET, sheet_of([figure, *(f"<row>{cells}</row>" * 1000 for _ in range(rows // 1000))]))


def filled_cells(rows: int, content: str = "<v>1</v>", kind: str = "n") -> bytes:
    cell = f'<c t="{kind}">{content}</c>'
    row = f"<row>{cell * 10}</row>"
    return with_part(SHEET, sheet_of(row * 1000 for _ in range(rows // 1000)))


def one_long_text_in_every_cell() -> bytes:
    """32,000 characters, told once and shown half a million times."""
    content = filled_cells(40_000, "<v>0</v>", "s")
    text = f'<sst xmlns="{MAIN}"><si><t>{LONG_TEXT}</t></si></sst>'
    return _replace(content, STRINGS, text.encode())


def _replace(content: bytes, name: str, part: bytes) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
    return stream.getvalue()


def merged_all_over(count: int) -> bytes:
    """Merged ranges that each cover the sheet, and a cell in its last corner."""
    corners = '<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'
    merged = '<mergeCell ref="A1:XFD1048576"/>' * count
    return with_part(SHEET, sheet_of([corners], after=f"<mergeCells>{merged}</mergeCells>"))


def entry_named(name: str) -> bytes:
    stream = io.BytesIO(good())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"x")
    return stream.getvalue()


def table(fill: Callable[[Any], None]) -> bytes:
    """A workbook whose only sheet is filled by the caller."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(
        stream,
        {
            "constant_memory": True,
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
        },
    ) as book:
        fill(book.add_worksheet("Sheet1"))
    return stream.getvalue()


CALLING_ROW = (
    '<row r="1"><c r="A1"><f>cmd|&apos; /C calc&apos;!A0</f><v>70</v></c>'
    '<c r="B1"><f>WEBSERVICE("https://example.invalid")</f><v>1</v></c></row>'
)
SYLLABLES = "hương sơn đức thọ vũ quang nghi xuân can lộc khê thạch hà cẩm xuyên kỳ anh số đơn vị tham gia"
HEADING = (
    "STT",
    "Đơn vị",
    "Số đơn vị thuộc diện phải tham gia BHXH bắt buộc, BHTN",
    "Số đơn vị đã tham gia BHXH bắt buộc, BHTN",
)


def column_of_texts(texts: Iterable[str]) -> bytes:
    return table(lambda sheet: [sheet.write_string(row, 0, text) for row, text in enumerate(texts)])


def names(words: int = 4) -> Iterator[str]:
    """Names like those of units, none of them one; the same on every run."""
    rng, syllables = Random(2017), SYLLABLES.split()
    while True:
        yield " ".join(rng.choices(syllables, k=words))


def names_in(rows: int, columns: int) -> bytes:
    made = names()

    def fill(sheet: Any) -> None:
        for row in range(rows):
            for column in range(columns - 1):
                sheet.write_string(row, column, next(made))
            sheet.write_number(row, columns - 1, row)

    return table(fill)


def headings_without_end() -> bytes:
    """Ten thousand small tables, one below the other."""

    def fill(sheet: Any) -> None:
        for row in range(0, 40_000, 4):
            sheet.write_row(row, 0, HEADING)
            sheet.write_row(row + 1, 0, (1, "Huyện Hương Sơn", 1000, 700))

    return table(fill)


def long_texts() -> bytes:
    long_text = " ".join(islice(names(3), 2000))

    def fill(sheet: Any) -> None:
        for row in range(100):
            for column in range(8):
                sheet.write_string(row, column, f"{row}/{column} {long_text}")

    return table(fill)


def table_below_a_flood() -> bytes:
    made = names(9)

    def fill(sheet: Any) -> None:
        for row in range(100_000):
            sheet.write_string(row, 0, next(made))
        sheet.write_row(100_000, 0, HEADING)
        sheet.write_row(100_001, 0, (1, "Huyện Hương Sơn", 1000, 700))

    return table(fill)
