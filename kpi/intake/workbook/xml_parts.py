"""Strict streaming XML: a part is read against the tree of elements that are expected in it.

No document type, no entities, bounded depth, attributes and token length. Names are compared with their
namespace, so any prefix will do; every encoding that expat knows is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NoReturn
from xml.parsers import expat

from kpi.intake.workbook.refusal import Fault, damaged, unsafe

SPREADSHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATIONSHIPS = ("http://schemas.openxmlformats.org/package/2006/relationships",)

MAX_DEPTH = 64
MAX_ATTRIBUTES = 128
MAX_TOKEN_BYTES = 1024 * 1024

Opened = Callable[[dict[str, str]], None]
Closed = Callable[[], None]


class Element:
    """An expected element: its expected children and what to call when it opens and closes.

    Inside a `complete` element an unlisted child is damage; inside others it is passed over with all it holds.
    A `text` element starts the collecting of characters afresh and must hold nothing but characters.
    """

    __slots__ = ("children", "closed", "complete", "opened", "text")

    def __init__(
        self,
        children: Mapping[str, Element] | None = None,
        *,
        opened: Opened | None = None,
        closed: Closed | None = None,
        complete: bool = False,
        text: bool = False,
        namespaces: Iterable[str] = SPREADSHEET,
    ) -> None:
        self.children = {
            f"{namespace} {name}": child
            for namespace in namespaces
            for name, child in (children or {}).items()
        }
        self.opened = opened
        self.closed = closed
        self.complete = complete or text
        self.text = text


class Cursor:
    """Where in the bytes of its part the parser stands: at the start of the tag whose handler runs.

    An element without content closes where its only tag ends.
    """

    def __init__(self) -> None:
        self._parser: expat.XMLParserType | None = None

    def follow(self, parser: expat.XMLParserType) -> None:
        self._parser = parser

    @property
    def byte(self) -> int:
        assert self._parser is not None
        return self._parser.CurrentByteIndex


def parse(
    chunks: Iterable[bytes], document: Element, characters: list[str], cursor: Cursor | None = None
) -> None:
    """Walk through one part; `document` lists the roots that are accepted. Characters go to `characters`.

    A `cursor` tells the handlers where they are, for those who change what they read.

    Raises Refusal: damaged when malformed or holding what must not be there, unsafe for DTDs and floods.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.CharacterDataHandler = characters.append
    _Walk(document, characters).listen_to(parser)
    if cursor is not None:
        cursor.follow(parser)
    try:
        _feed(parser, chunks)
    except expat.ExpatError as error:
        raise damaged(Fault.XML_MALFORMED, found=str(error)) from None
    except (ValueError, LookupError) as error:  # an encoding that Python knows and expat cannot use
        raise damaged(Fault.XML_MALFORMED, found=str(error)) from None


def _feed(parser: expat.XMLParserType, chunks: Iterable[bytes]) -> None:
    fed = 0
    for chunk in chunks:
        parser.Parse(chunk, False)
        fed += len(chunk)
        if fed - parser.CurrentByteIndex > MAX_TOKEN_BYTES:  # expat scans an unfinished token again each time
            raise unsafe(Fault.XML_TOKEN_TOO_LONG)
    parser.Parse(b"", True)


class _Walk:
    """Follows expat's events down and up the tree of expected elements."""

    def __init__(self, document: Element, characters: list[str]) -> None:
        self._element = document
        self._above: list[Element] = []
        self._passing_over = 0
        self._characters = characters

    def listen_to(self, parser: expat.XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = _refuse_declarations
        parser.EntityDeclHandler = _refuse_declarations

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(attributes) > MAX_ATTRIBUTES:
            raise unsafe(Fault.XML_TOKEN_TOO_LONG)
        child = None if self._passing_over else self._element.children.get(name)
        if child is None:
            self._pass_over(name)
            return
        self._above.append(self._element)
        self._element = child
        if child.text:
            self._characters.clear()
        if child.opened is not None:
            child.opened(attributes)

    def _end(self, _name: str) -> None:
        if self._passing_over:
            self._passing_over -= 1
            return
        if self._element.closed is not None:
            self._element.closed()
        self._element = self._above.pop()

    def _pass_over(self, name: str) -> None:
        if not self._passing_over and self._element.complete:
            raise damaged(Fault.ELEMENT_UNEXPECTED, found=name.rpartition(" ")[2])
        self._passing_over += 1
        self._characters.clear()
        if self._passing_over > MAX_DEPTH:
            raise unsafe(Fault.XML_TOO_DEEP)

    def _comment(self, _text: str) -> None:
        """A comment that splits a value is read by some as the first half, by others as the whole."""
        if self._element.text and not self._passing_over:
            raise damaged(Fault.ELEMENT_UNEXPECTED, found="comment")

    def _instruction(self, _target: str, _text: str) -> None:
        self._comment("")


def _refuse_declarations(*_declaration: object) -> NoReturn:
    raise unsafe(Fault.XML_DECLARES_ENTITIES)
