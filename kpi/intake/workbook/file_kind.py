"""What a file is, told by its content and never by its name."""

from __future__ import annotations

from kpi.domain.issue import Code
from kpi.intake.workbook.package import Package
from kpi.intake.workbook.refusal import Refusal

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# BOF records of BIFF2 to BIFF8 streams that stand without a container ([MS-XLS] 2.4.21 and its ancestors)
BARE_BIFF = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)
EXCEL_2003_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
SPREADSHEET_ODF = b"application/vnd.oasis.opendocument.spreadsheet"


def refuse_what_is_no_zip(content: bytes) -> None:
    """Raises Refusal unless the content starts as a zip does."""
    if content.startswith(OLE2):
        raise Refusal(_ole2_verdict(content))
    if content.startswith(BARE_BIFF) or EXCEL_2003_XML in content[:4096]:
        raise Refusal(Code.WORKBOOK_LEGACY_FORMAT)
    if not content.startswith((ZIP, EMPTY_ZIP)):
        raise Refusal(Code.NOT_A_WORKBOOK)


def _ole2_verdict(content: bytes) -> Code:
    """Stream names stand in the container's directory as UTF-16 ([MS-CFB] 2.6.1)."""
    if any(_utf16(stream) in content for stream in ("EncryptedPackage", "EncryptionInfo")):
        return Code.WORKBOOK_ENCRYPTED
    if any(_utf16(stream) in content for stream in ("Workbook", "Book")):
        return Code.WORKBOOK_LEGACY_FORMAT
    return Code.NOT_A_WORKBOOK


def _utf16(name: str) -> bytes:
    return f"{name}\0".encode("utf-16-le")


def refuse_other_packages(package: Package) -> None:
    """Raises Refusal for zips that are no Open XML package: OpenDocument, archives, other programs' files."""
    if "mimetype" in package:
        raise Refusal(_opendocument_verdict(package))
    if "[Content_Types].xml" not in package:
        raise Refusal(Code.NOT_A_WORKBOOK)


def _opendocument_verdict(package: Package) -> Code:
    if not b"".join(package.chunks("mimetype")).startswith(SPREADSHEET_ODF):
        return Code.NOT_A_WORKBOOK
    manifest = "META-INF/manifest.xml"
    encrypted = manifest in package and b"encryption-data" in b"".join(package.chunks(manifest))
    return Code.WORKBOOK_ENCRYPTED if encrypted else Code.WORKBOOK_LEGACY_FORMAT
