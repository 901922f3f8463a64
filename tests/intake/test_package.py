"""Tricks with the zip container and its XML."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from workbook_bytes import MAIN, packed, parts, read_here, refusal_of, relationships, workbook, worksheet_xml

from kpi.intake.workbook.grid import Grid
from kpi.intake.workbook.limits import Limits

DAMAGED, UNSAFE, TOO_BIG = "workbook-damaged", "workbook-unsafe", "workbook-too-big"
SHEET = "xl/worksheets/sheet1.xml"
LOCAL_SIGNATURE, DIRECTORY_SIGNATURE = b"PK\x03\x04", b"PK\x01\x02"


def header_of(content: bytes, signature: bytes, part: str = SHEET) -> int:
    """Where the local header or the directory record of a part starts."""
    name_offset = 30 if signature == LOCAL_SIGNATURE else 46
    start = content.find(signature)
    while not content[start + name_offset :].startswith(part.encode()):
        start = content.index(signature, start + 1)
    return start


def patched(content: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    at = header_of(content, signature) + offset
    return content[:at] + value + content[at + len(value) :]


def test_an_untouched_package_is_read() -> None:
    assert isinstance(read_here(workbook("<row><c><v>1</v></c></row>")), Grid)


def test_a_directory_that_declares_less_than_is_there_is_refused() -> None:
    content = workbook("<row><c><v>1</v></c></row>" * 9)
    lying = patched(content, DIRECTORY_SIGNATURE, 24, struct.pack("<L", 100))
    assert refusal_of(lying) == (UNSAFE, "size-lies")
    twice = patched(lying, LOCAL_SIGNATURE, 22, struct.pack("<L", 100))
    assert refusal_of(twice) == (UNSAFE, "size-lies")


def test_a_directory_that_declares_more_than_is_there_is_refused() -> None:
    content = workbook()
    lying = patched(content, DIRECTORY_SIGNATURE, 24, struct.pack("<L", 10**6))
    twice = patched(lying, LOCAL_SIGNATURE, 22, struct.pack("<L", 10**6))
    assert refusal_of(twice) == (UNSAFE, "size-lies")


def test_a_local_header_that_contradicts_the_directory_is_refused() -> None:
    assert refusal_of(patched(workbook(), LOCAL_SIGNATURE, 22, struct.pack("<L", 5))) == (UNSAFE, "size-lies")


@pytest.mark.parametrize("surplus", [1, 100_000])
def test_bytes_hidden_behind_a_part_are_refused(surplus: int) -> None:
    whole = parts()
    whole[SHEET] = whole.pop(SHEET)  # the last part, right before the directory
    content = packed(whole)
    directory = content.index(DIRECTORY_SIGNATURE)
    packed_size = struct.unpack_from("<L", content, header_of(content, LOCAL_SIGNATURE) + 18)[0] + surplus
    content = patched(content, LOCAL_SIGNATURE, 18, struct.pack("<L", packed_size))
    content = patched(content, DIRECTORY_SIGNATURE, 20, struct.pack("<L", packed_size))
    tail = content[directory:-6] + struct.pack("<L", directory + surplus) + content[-2:]
    assert refusal_of(content[:directory] + bytes(surplus) + tail) == (DAMAGED, "zip-broken")


def test_a_local_header_of_another_name_is_refused() -> None:
    other = SHEET.replace("sheet1", "sheet2").encode()
    assert refusal_of(patched(workbook(), LOCAL_SIGNATURE, 30, other)) == (UNSAFE, "entry-name-unsafe")


def test_a_wrong_checksum_is_damage() -> None:
    assert refusal_of(patched(workbook(), DIRECTORY_SIGNATURE, 16, b"\0\0\0\0")) == (DAMAGED, "part-checksum")


@pytest.mark.parametrize("signature", [LOCAL_SIGNATURE, DIRECTORY_SIGNATURE])
def test_an_encrypted_entry_is_refused(signature: bytes) -> None:
    flags_at = 6 if signature == LOCAL_SIGNATURE else 8
    assert refusal_of(patched(workbook(), signature, flags_at, b"\x01\x00")) == (UNSAFE, "entry-encrypted")


def test_entries_that_share_their_bytes_are_refused() -> None:
    content = workbook()
    elsewhere = header_of(content, LOCAL_SIGNATURE, "xl/workbook.xml")
    shared = patched(content, DIRECTORY_SIGNATURE, 42, struct.pack("<L", elsewhere))
    assert refusal_of(shared) == (UNSAFE, "entries-overlap")


@pytest.mark.parametrize("name", [SHEET, "XL/Worksheets/SHEET1.xml", "xl\\worksheets\\sheet1.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_given_twice_is_refused(name: str) -> None:
    stream = io.BytesIO(workbook())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, worksheet_xml("<row><c><v>2</v></c></row>"))
    assert refusal_of(stream.getvalue()) == (UNSAFE, "entry-given-twice")


@pytest.mark.parametrize(
    "name", ["../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:/evil.xml", "xl\\..\\evil"]
)
def test_a_name_that_leaves_the_package_is_refused(name: str) -> None:
    assert refusal_of(packed(parts() | {name: "x"})) == (UNSAFE, "entry-name-unsafe")


def test_a_target_that_leaves_the_package_is_refused() -> None:
    whole = parts()
    whole["xl/_rels/workbook.xml.rels"] = relationships(worksheet1="../../etc/sheet.xml")
    assert refusal_of(packed(whole)) == (UNSAFE, "part-outside")


def test_a_sheet_on_another_computer_is_not_fetched() -> None:
    whole = parts()
    outside = relationships(worksheet1="http://example.org/sheet.xml").replace(
        "Id=", 'TargetMode="External" Id='
    )
    whole["xl/_rels/workbook.xml.rels"] = outside
    assert refusal_of(packed(whole)) == (UNSAFE, "part-outside")


def test_more_entries_than_a_workbook_should_have_are_refused() -> None:
    crowd = {f"docs/{number}.txt": "" for number in range(40)}
    assert refusal_of(packed(parts() | crowd), Limits(entries=30)) == (UNSAFE, "entries-too-many")
    assert refusal_of(packed(parts() | crowd), Limits(entries=10)) == (UNSAFE, "entries-too-many")


def test_what_unpacks_beyond_the_limit_is_refused_before_it_is_held() -> None:
    content = packed(parts(worksheet_xml(" " * 3_000_000)))
    assert len(content) < 10_000
    assert refusal_of(content, Limits(unpacked_bytes=1_000_000)) == (TOO_BIG, "unpacked-too-big")


def test_parts_that_are_not_read_do_not_count() -> None:
    content = packed(parts() | {"xl/media/photo.bin": b"\0" * 3_000_000})
    assert isinstance(read_here(content, Limits(unpacked_bytes=1_000_000)), Grid)


@pytest.mark.parametrize("cut", [30, 200, -1, -30])
def test_a_file_cut_short_is_damage(cut: int) -> None:
    assert refusal_of(workbook()[:cut])[0] == DAMAGED


def test_a_wrong_byte_anywhere_changes_no_figure() -> None:
    content = bytearray(workbook("<row><c><v>12</v></c></row>"))
    for at in range(0, len(content), 3):
        content[at] ^= 0x55
        outcome = read_here(bytes(content))
        assert not isinstance(outcome, Grid) or [cell.text for cell in outcome.sheets[0].cells.values()] == [
            "12"
        ]
        content[at] ^= 0x55


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE worksheet [<!ENTITY a "1">]>',
        '<!DOCTYPE worksheet [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>',
        '<!DOCTYPE worksheet SYSTEM "http://example.org/x.dtd">',
        "<!DOCTYPE worksheet>",
    ],
)
@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "_rels/.rels", "xl/styles.xml", "xl/sharedStrings.xml"]
)
def test_a_part_with_a_document_type_is_refused(part: str, declaration: str) -> None:
    strings, styles = f'<sst xmlns="{MAIN}"/>', f'<styleSheet xmlns="{MAIN}"/>'
    whole = parts(strings=strings, styles=styles)
    whole[part] = declaration + str(whole[part])
    assert refusal_of(packed(whole)) == (UNSAFE, "xml-declares-entities")


def test_broken_xml_is_damage() -> None:
    for sheet in (
        "",
        "<worksheet",
        worksheet_xml() + "<again/>",
        worksheet_xml().replace("</sheetData>", ""),
    ):
        assert refusal_of(packed(parts(sheet))) == (DAMAGED, "xml-malformed")


@pytest.mark.parametrize("encoding", ["utf-7", "shift_jis", "no-such-encoding", "idna"])
def test_an_encoding_that_cannot_be_read_is_damage(encoding: str) -> None:
    sheet = f'<?xml version="1.0" encoding="{encoding}"?>{worksheet_xml()}'
    assert refusal_of(packed(parts(sheet))) == (DAMAGED, "xml-malformed")


def test_elements_nested_without_end_are_refused() -> None:
    assert refusal_of(packed(parts(worksheet_xml(after="<x>" * 100)))) == (UNSAFE, "xml-too-deep")


def test_a_flood_of_attributes_is_refused() -> None:
    many = " ".join(f'a{number}="1"' for number in range(200))
    assert refusal_of(workbook(f"<row {many}/>")) == (UNSAFE, "xml-token-too-long")


def test_a_token_that_never_ends_is_refused() -> None:
    assert refusal_of(workbook(f'<row r="{"1" * 2_000_000}"/>')) == (UNSAFE, "xml-token-too-long")


def ole2(*streams: str) -> bytes:
    directory = b"".join(name.encode("utf-16-le").ljust(64, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + directory


def opendocument(kind: str, manifest: str = "<manifest/>") -> bytes:
    whole = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "META-INF/manifest.xml": manifest}
    return packed({**whole, "content.xml": "<x/>"})


def other_office(part: str, root: str) -> bytes:
    listing = relationships(officeDocument=part)
    return packed(
        {"[Content_Types].xml": "<Types/>", "_rels/.rels": listing, part: f'<w:{root} xmlns:w="urn:w"/>'}
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"%PDF-1.7", "not-a-workbook"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "not-a-workbook"),
        ("Đơn vị;Số\nVinh;1".encode(), "not-a-workbook"),
        (packed({"a.txt": "1"}), "not-a-workbook"),
        (packed({"inner.xlsx": workbook()}), "not-a-workbook"),
        (other_office("word/document.xml", "document"), "not-a-workbook"),
        (other_office("ppt/presentation.xml", "presentation"), "not-a-workbook"),
        (other_office("xl/workbook.bin", "book"), "workbook-legacy-format"),
        (opendocument("spreadsheet"), "workbook-legacy-format"),
        (opendocument("spreadsheet", "<encryption-data/>"), "workbook-encrypted"),
        (opendocument("text"), "not-a-workbook"),
        (ole2("Root Entry", "Workbook"), "workbook-legacy-format"),
        (ole2("Root Entry", "Book"), "workbook-legacy-format"),
        (ole2("Root Entry", "EncryptionInfo", "EncryptedPackage"), "workbook-encrypted"),
        (ole2("Root Entry", "WordDocument"), "not-a-workbook"),
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", "workbook-legacy-format"),
        (b"\x09\x08\x08\x00\x00\x05\x05\x00", "workbook-legacy-format"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "workbook-legacy-format",
        ),
    ],
)
def test_a_file_is_known_by_its_content(content: bytes, code: str) -> None:
    assert refusal_of(content)[0] == code
