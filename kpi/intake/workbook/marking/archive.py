"""A copy of a package with some parts changed: the others keep their packed bytes, and all keep their order."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from copy import copy
from itertools import count
from zipfile import ZIP_DEFLATED, ZipInfo

from kpi.intake.workbook.package import FLAG_SIZES_FOLLOW, FLAG_UTF8, LOCAL_HEADER, Package

DIRECTORY_ENTRY = struct.Struct("<4s4B4HL2L5H2L")
DIRECTORY_END = struct.Struct("<4s4H2LH")


class PackageCopy:
    """The parts of a package, as changed so far."""

    def __init__(self, package: Package) -> None:
        self.sent = package
        self._changed: dict[str, bytes] = {}
        self._added: dict[str, str] = {}  # names as they will stand in the zip

    def __contains__(self, name: str) -> bool:
        return name in self.sent or name.lower() in self._added

    def read(self, name: str) -> bytes:
        """Raises Refusal as `Package.chunks` does."""
        changed = self._changed.get(name.lower())
        return b"".join(self.sent.chunks(name)) if changed is None else changed

    def write(self, name: str, content: bytes) -> None:
        """Change a part, or add it behind the others."""
        self._changed[name.lower()] = content
        if name not in self.sent:
            self._added[name.lower()] = name

    def unused(self, name: str) -> str:
        """The first name that no part has yet; `{}` in it stands for a number."""
        return next(free for number in count(1) if (free := name.format(number)) not in self)

    def packed(self) -> bytes:
        """The zip. Extra fields (times to the second, zip64) and comments are left out."""
        content, directory = bytearray(), bytearray()
        entries = 0
        for entry, name, part in self._entries():
            directory += _directory_entry(entry, name, len(content))
            content += _local_header(entry, name) + part
            entries += 1
        end = DIRECTORY_END.pack(b"PK\5\6", 0, 0, entries, entries, len(directory), len(content), 0)
        return bytes(content + directory + end)

    def _entries(self) -> Iterator[tuple[ZipInfo, bytes, bytes | memoryview]]:
        for name, entry, packed in self.sent.packed_parts():
            own_name = entry.orig_filename.encode("utf-8" if entry.flag_bits & FLAG_UTF8 else "cp437")
            if name in self._changed:
                yield _deflated(entry, own_name, self._changed[name])
            else:
                yield entry, own_name, packed
        for key, name in self._added.items():
            yield _deflated(_new_entry(name), name.encode(), self._changed[key])


def _new_entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.create_system = 0  # like office programs, so that no system's file permissions are asked for
    entry.flag_bits = 0 if name.isascii() else FLAG_UTF8
    return entry


def _deflated(entry: ZipInfo, name: bytes, content: bytes) -> tuple[ZipInfo, bytes, bytes]:
    deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = deflater.compress(content) + deflater.flush()
    new = copy(entry)
    new.compress_type, new.CRC = ZIP_DEFLATED, zlib.crc32(content)
    new.file_size, new.compress_size = len(content), len(packed)
    return new, name, packed


def _local_header(entry: ZipInfo, name: bytes) -> bytes:
    sizes = entry.compress_size, entry.file_size
    common = _flags(entry), entry.compress_type, *_dos_time(entry), entry.CRC, *sizes
    return LOCAL_HEADER.pack(b"PK\3\4", entry.extract_version, *common, len(name), 0) + name


def _directory_entry(entry: ZipInfo, name: bytes, offset: int) -> bytes:
    versions = entry.create_version, entry.create_system, entry.extract_version, 0
    sizes = entry.compress_size, entry.file_size
    common = _flags(entry), entry.compress_type, *_dos_time(entry), entry.CRC, *sizes
    rest = len(name), 0, 0, 0, entry.internal_attr, entry.external_attr, offset
    return DIRECTORY_ENTRY.pack(b"PK\1\2", *versions, *common, *rest) + name


def _flags(entry: ZipInfo) -> int:
    return entry.flag_bits & ~FLAG_SIZES_FOLLOW


def _dos_time(entry: ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = entry.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
