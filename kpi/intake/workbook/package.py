"""The zip container of a workbook: a directory that is checked before use, parts that are unpacked in a stream.

Only the directory is left to `zipfile`. Unpacking is done here, because `zipfile` cuts a part off at the
size its directory declares, and what was cut off would be missing in silence.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.refusal import Fault, damaged, too_big, unsafe

CHUNK = 64 * 1024
DIRECTORY_RECORD = b"PK\x01\x02"
LOCAL_HEADER = struct.Struct("<4s5H3L2H")
FLAGS_ENCRYPTED = 0x1 | 0x40 | 0x2000
FLAG_SIZES_FOLLOW = 0x8
FLAG_UTF8 = 0x800
SIZE_ELSEWHERE = 0xFFFFFFFF  # zip64: the true size stands in an extra field


class Package:
    """The parts of a zip by name, letter case and direction of slashes aside (OPC, ECMA-376-2 section 6.2)."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._content = memoryview(content)
        self._unpacked_left = limits.unpacked_bytes
        entries = _directory(content, limits.entries)
        _refuse_overlaps(entries, len(content))
        self._entries = _by_part_name(entries)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """The unpacked bytes of a part, piece by piece; size and checksum are proved at the end.

        Raises Refusal: damaged when the part is missing or broken, unsafe when its header lies, too big when
        all parts read so far unpack to more than the limit.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            raise damaged(Fault.PART_MISSING, found=name)
        size, checksum = 0, 0
        for chunk in _inflate(self._packed(entry), entry.compress_type):
            size += len(chunk)
            checksum = zlib.crc32(chunk, checksum)
            self._count(len(chunk))
            yield chunk
        if size != entry.file_size:
            raise unsafe(Fault.SIZE_LIES, found=name)
        if checksum != entry.CRC:
            raise damaged(Fault.PART_CHECKSUM, found=name)

    def packed_parts(self) -> Iterator[tuple[str, ZipInfo, memoryview]]:
        """Every part as it lies in the zip: name in small letters, entry of the directory, packed bytes."""
        for name, entry in self._entries.items():
            yield name, entry, self._packed(entry)

    def _count(self, unpacked: int) -> None:
        self._unpacked_left -= unpacked
        if self._unpacked_left < 0:
            raise too_big(Fault.UNPACKED_TOO_BIG)

    def _packed(self, entry: ZipInfo) -> memoryview:
        start = entry.header_offset + _local_header_length(self._content, entry)
        packed = self._content[start : start + entry.compress_size]
        if len(packed) != entry.compress_size:
            raise damaged(Fault.ZIP_BROKEN, found=entry.filename)
        return packed


def _directory(content: bytes, most_entries: int) -> list[ZipInfo]:
    if content.count(DIRECTORY_RECORD) > 2 * most_entries:  # before an object is made for each
        raise unsafe(Fault.ENTRIES_TOO_MANY)
    try:
        entries = ZipFile(io.BytesIO(content)).infolist()
    except (
        BadZipFile,
        NotImplementedError,
        ValueError,
        OverflowError,
        struct.error,
        EOFError,
        OSError,
    ) as error:
        raise damaged(Fault.ZIP_BROKEN, found=str(error)) from None
    if len(entries) > most_entries:
        raise unsafe(Fault.ENTRIES_TOO_MANY)
    return entries


def _refuse_overlaps(entries: list[ZipInfo], end: int) -> None:
    """Two entries that share their packed bytes are how a small file unpacks to petabytes."""
    in_order = sorted(entries, key=lambda entry: entry.header_offset)
    for entry, following in pairwise(in_order):
        if entry.header_offset + LOCAL_HEADER.size + entry.compress_size > following.header_offset:
            raise unsafe(Fault.ENTRIES_OVERLAP, found=following.filename)
    if in_order and (in_order[0].header_offset < 0 or in_order[-1].header_offset + LOCAL_HEADER.size > end):
        raise damaged(Fault.ZIP_BROKEN)


def _by_part_name(entries: list[ZipInfo]) -> dict[str, ZipInfo]:
    parts: dict[str, ZipInfo] = {}
    for entry in entries:
        if entry.flag_bits & FLAGS_ENCRYPTED:
            raise unsafe(Fault.ENTRY_ENCRYPTED, found=entry.filename)
        name = _part_name(entry)
        if name in parts:
            raise unsafe(Fault.ENTRY_GIVEN_TWICE, found=entry.filename)
        parts[name] = entry
    return parts


def _part_name(entry: ZipInfo) -> str:
    name = entry.orig_filename.replace("\\", "/").lower()
    if name.startswith("/") or ":" in name or "\0" in name or ".." in name.split("/"):
        raise unsafe(Fault.ENTRY_NAME_UNSAFE, found=entry.filename)
    return name


def _local_header_length(content: memoryview, entry: ZipInfo) -> int:
    """The length of the header before the packed bytes; it must tell what the directory tells."""
    try:
        header = LOCAL_HEADER.unpack_from(content, entry.header_offset)
    except struct.error:
        raise damaged(Fault.ZIP_BROKEN, found=entry.filename) from None
    signature, _, flags, method, _, _, _, packed, unpacked, name_length, extra_length = header
    if signature != b"PK\x03\x04" or method != entry.compress_type:
        raise damaged(Fault.ZIP_BROKEN, found=entry.filename)
    if flags & FLAGS_ENCRYPTED:
        raise unsafe(Fault.ENTRY_ENCRYPTED, found=entry.filename)
    if not flags & FLAG_SIZES_FOLLOW and _sizes_differ(entry, packed, unpacked):
        raise unsafe(Fault.SIZE_LIES, found=entry.filename)
    start = entry.header_offset + LOCAL_HEADER.size
    if _decoded(bytes(content[start : start + name_length]), flags) != entry.orig_filename:
        raise unsafe(Fault.ENTRY_NAME_UNSAFE, found=entry.filename)
    return LOCAL_HEADER.size + int(name_length) + int(extra_length)


def _sizes_differ(entry: ZipInfo, packed: int, unpacked: int) -> bool:
    told = ((packed, entry.compress_size), (unpacked, entry.file_size))
    return any(local not in (SIZE_ELSEWHERE, directory) for local, directory in told)


def _decoded(name: bytes, flags: int) -> str:
    return name.decode("utf-8" if flags & FLAG_UTF8 else "cp437", errors="replace")


def _inflate(packed: memoryview, method: int) -> Iterator[bytes]:
    if method == ZIP_STORED:
        for start in range(0, len(packed), CHUNK):
            yield bytes(packed[start : start + CHUNK])
    elif method == ZIP_DEFLATED:
        yield from _inflate_deflated(packed)
    else:
        raise damaged(Fault.ZIP_BROKEN, found=f"compression {method}")


def _inflate_deflated(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), CHUNK):
            if inflater.eof:
                raise damaged(Fault.ZIP_BROKEN, found="bytes after the end of a part")
            waiting: bytes | memoryview = packed[start : start + CHUNK]
            while waiting and not inflater.eof:
                yield inflater.decompress(waiting, CHUNK)
                waiting = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error as error:
        raise damaged(Fault.ZIP_BROKEN, found=str(error)) from None
    if not inflater.eof or inflater.unused_data:
        raise damaged(Fault.ZIP_BROKEN, found="a part ends early or late")
