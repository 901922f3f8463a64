"""Files packed so that the same content gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a zip archive can name
_READABLE_BY_ALL = 0o644 << 16


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive of files by name, each dated the same day whatever the clock says."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, file in files:
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, _READABLE_BY_ALL
            archive.writestr(entry, file)
    return content.getvalue()


def unpacked(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of a zip archive that this program wrote."""
    with ZipFile(BytesIO(archive)) as opened:
        for name in opened.namelist():
            yield name, opened.read(name)
