"""Changes to the bytes of a part at the places where its elements stand; all other bytes stay as they were.

Pieces put in hold texts as ASCII, with references for every other character, so that they fit any encoding
expat reads. Names taken from the part may hold other bytes; in a piece each byte is the letter Latin-1 gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

from kpi.intake.workbook.cell_text import CONTROL, ESCAPE, SURROGATE
from kpi.intake.workbook.package import CHUNK
from kpi.intake.workbook.refusal import Fault, damaged
from kpi.intake.workbook.xml_parts import Cursor, Element, parse

START_TAG = re.compile(rb"""<([^\s/>"']+)[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>""")
ATTRIBUTE = re.compile(r"""([^\s=/<>"']+)\s*=\s*("[^"]*"|'[^']*')""", re.ASCII)
DECLARATION = re.compile(r"<\?xml\s.*?\?>", re.DOTALL)
BYTES = "latin-1"
UTF_16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
NOT_IN_XML = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: where its bytes start and what they are."""

    start: int
    raw: bytes

    @property
    def end(self) -> int:
        return self.start + len(self.raw)

    @property
    def childless(self) -> bool:
        return self.raw.endswith(b"/>")

    @property
    def name(self) -> str:
        match = START_TAG.match(self.raw)
        assert match is not None
        return match[1].decode(BYTES)

    def beside(self, name: str) -> str:
        """The name of another element of this one's namespace, with the prefix this one has."""
        prefix, colon, _ = self.name.rpartition(":")
        return f"{prefix}{colon}{name}"

    def with_attributes(self, **attributes: str) -> str:
        """The tag with these attributes set; the others keep their bytes and places."""
        tag, after_name = self.raw.decode(BYTES), 1 + len(self.name)
        for name, value in attributes.items():
            tag = _with_attribute(tag, after_name, name, quoted(value))
        return tag


def _with_attribute(tag: str, after_name: int, name: str, value: str) -> str:
    for match in ATTRIBUTE.finditer(tag, after_name):
        if match[1] == name:
            return tag[: match.start(2)] + value + tag[match.end(2) :]
    return f"{tag[:after_name]} {name}={value}{tag[after_name:]}"


@dataclass(slots=True)
class Place:
    """Where an element stands: its start tag, where its content ends and where it ends itself."""

    tag: Tag
    content_end: int = 0
    end: int = 0


class EditedPart:
    """One part in whole, parsed under the reader's guard, and the changes to be made to it.

    Changes must not overlap; those at one place are made in the order they were asked for. UTF-16 becomes UTF-8.
    """

    def __init__(self, content: bytes) -> None:
        self.content = _in_one_byte_letters(content)
        self._cursor = Cursor()
        self._changes: list[tuple[int, int, str]] = []

    def parse(self, document: Element, characters: list[str] | None = None) -> None:
        """Walk through the part as it was sent. Raises Refusal as the reader does."""
        content = memoryview(self.content)
        chunks = (bytes(content[start : start + CHUNK]) for start in range(0, len(content), CHUNK))
        parse(chunks, document, [] if characters is None else characters, self._cursor)

    @property
    def here(self) -> int:
        """The byte at which the parser stands."""
        return self._cursor.byte

    def tag_here(self) -> Tag:
        match = START_TAG.match(self.content, self.here)
        assert match is not None  # the parser has just read it
        return Tag(match.start(), match[0])

    def replace(self, tag: Tag, piece: str) -> None:
        self._changes.append((tag.start, tag.end, piece))

    def insert(self, at: int, piece: str) -> None:
        self._changes.append((at, at, piece))

    def extend(self, place: Place, piece: str, **attributes: str) -> None:
        """Put a piece behind everything an element holds, and set attributes of it; once an element."""
        tag = place.tag.with_attributes(**attributes)
        if place.tag.childless:
            self.replace(place.tag, f"{tag[:-2]}>{piece}</{place.tag.name}>")
        else:
            self.replace(place.tag, tag)
            self.insert(place.content_end, piece)

    def applied(self) -> bytes:
        pieces: list[bytes] = []
        done = 0
        for start, end, piece in sorted(self._changes, key=lambda change: change[:2]):
            pieces += self.content[done:start], piece.encode(BYTES)
            done = end
        return b"".join([*pieces, self.content[done:]])


@dataclass(slots=True)
class Places:
    """The elements of one kind as they come; gives the callbacks of their `Element`."""

    part: EditedPart
    found: list[Place] = field(default_factory=list)

    @property
    def last(self) -> Place | None:
        return self.found[-1] if self.found else None

    def opened(self, _attributes: dict[str, str]) -> None:
        self.found.append(Place(self.part.tag_here()))

    def closed(self) -> None:
        """Elements of one kind that hold one another are not to be met in the parts edited here."""
        place, here = self.found[-1], self.part.here
        place.content_end = here
        place.end = here if place.tag.childless else self.part.content.index(b">", here) + 1


def needed(places: Places, name: str) -> Place:
    """The last of the elements. Raises Refusal (damaged) when there is none."""
    if places.last is None:
        raise damaged(Fault.ELEMENT_UNEXPECTED, found=name)
    return places.last


def quoted(value: str) -> str:
    """An attribute's value, with its quotes."""
    return f'"{escape(value)}"'


def xml_text(text: str, most: int) -> str:
    """Text and nothing but text inside an element, cut off after `most` characters.

    `_x0041_` is kept from being read as an escaped letter (ST_Xstring, ECMA-376-1 section 22.9.2.19).
    """
    plain = NOT_IN_XML.sub("", SURROGATE.sub("", CONTROL.sub("", text)))
    short = plain if len(plain) <= most else plain[: most - 1] + "…"
    literal = ESCAPE.sub(lambda match: f"_x005F{match[0]}", short)
    return escape(literal, quote=False).encode("ascii", "xmlcharrefreplace").decode()


def _in_one_byte_letters(content: bytes) -> bytes:
    codec = UTF_16.get(content[:2])
    if codec is None:
        return content
    try:
        return DECLARATION.sub("", content.decode(codec), count=1).encode()
    except UnicodeError as error:
        raise damaged(Fault.XML_MALFORMED, found=str(error)) from None
