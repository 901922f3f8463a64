"""Damage to bytes and to the zip around them, by nobody who knows what is in them."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from random import Random

from .good_workbooks import Parts

CENTRAL_RECORD, LOCAL_RECORD = b"PK\x01\x02", b"PK\x03\x04"
# where sizes, checksums, methods, flags and offsets stand in a central record (APPNOTE 4.3.12)
CENTRAL_FIELDS = ((8, "<H"), (10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"), (28, "<H"), (42, "<I"))
EXTREMES = (0, 1, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)


def packed(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def flipped(content: bytes, rng: Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(rng.randint(1, 8)):
        spoilt[rng.randrange(len(spoilt))] ^= 1 << rng.randrange(8)
    return bytes(spoilt)


def cut_short(content: bytes, rng: Random) -> bytes:
    return content[: rng.randrange(len(content))]


def with_bytes_put_in(content: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(content))
    return content[:at] + rng.randbytes(rng.randint(1, 200)) + content[at:]


def with_bytes_taken_out(content: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(content))
    return content[:at] + content[at + rng.randint(1, 200) :]


def with_bytes_copied(content: bytes, rng: Random) -> bytes:
    at, source, length = rng.randrange(len(content)), rng.randrange(len(content)), rng.randint(1, 400)
    return content[:at] + content[source : source + length] + content[at + length :]


def with_a_lying_directory(content: bytes, rng: Random) -> bytes:
    """One field of one directory record is set to another number."""
    spoilt = bytearray(content)
    records = [at for at in range(len(spoilt)) if spoilt.startswith(CENTRAL_RECORD, at)]
    if not records:
        return flipped(content, rng)
    offset, form = rng.choice(CENTRAL_FIELDS)
    at = rng.choice(records) + offset
    largest = 0xFFFF if form == "<H" else 0xFFFFFFFF
    number = rng.choice((*EXTREMES, rng.randrange(len(content)))) & largest
    spoilt[at : at + struct.calcsize(form)] = struct.pack(form, number)
    return bytes(spoilt)


def with_parts_swapped(parts: Parts, rng: Random) -> bytes:
    one, other = rng.sample(sorted(parts), 2)
    return packed({**parts, one: parts[other], other: parts[one]})


def without_a_part(parts: Parts, rng: Random) -> bytes:
    gone = rng.choice(sorted(parts))
    return packed({name: content for name, content in parts.items() if name != gone})


def with_a_part_renamed(parts: Parts, rng: Random) -> bytes:
    old = rng.choice(sorted(parts))
    new = rng.choice(
        (old.upper(), f"/{old}", f"../{old}", old.replace("/", "\\"), f"{old}\0x", f"c:{old}", "")
    )
    return packed({new if name == old else name: content for name, content in parts.items()})


def with_a_part_twice(parts: Parts, rng: Random) -> bytes:
    """The same name again, with the content of another part, before or behind the true one."""
    name, source = rng.choice(sorted(parts)), rng.choice(sorted(parts))
    entries = [*parts.items()]
    entries.insert(rng.randint(0, len(entries)), (name, parts[source]))
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore", UserWarning)
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


BYTE_DAMAGES = (
    flipped,
    cut_short,
    with_bytes_put_in,
    with_bytes_taken_out,
    with_bytes_copied,
    with_a_lying_directory,
)
CONTAINER_DAMAGES = (with_parts_swapped, without_a_part, with_a_part_renamed, with_a_part_twice)
