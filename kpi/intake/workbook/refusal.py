"""The reader's way of giving up on a file: an issue code and the fault behind it."""

from __future__ import annotations

from enum import StrEnum

from kpi.domain.issue import Code

FOUND_LENGTH = 120


class Fault(StrEnum):
    """What exactly is wrong with a file; becomes the `reason` detail of the issue."""

    # damaged
    ZIP_BROKEN = "zip-broken"
    PART_MISSING = "part-missing"
    PART_CHECKSUM = "part-checksum"
    XML_MALFORMED = "xml-malformed"
    ELEMENT_UNEXPECTED = "element-unexpected"
    SHEETS_CONTRADICT = "sheets-contradict"
    SHARED_TEXT_MISSING = "shared-text-missing"
    STYLE_MISSING = "style-missing"
    ADDRESS_OUT_OF_RANGE = "address-out-of-range"
    ADDRESS_CONTRADICTS_ROW = "address-contradicts-row"
    ROW_GIVEN_TWICE = "row-given-twice"
    CELL_GIVEN_TWICE = "cell-given-twice"
    CELL_CONTRADICTS_ITSELF = "cell-contradicts-itself"
    NUMBER_UNREADABLE = "number-unreadable"
    TEXT_TOO_LONG = "text-too-long"
    UNREADABLE = "unreadable"
    # unsafe
    ENTRIES_TOO_MANY = "entries-too-many"
    ENTRY_GIVEN_TWICE = "entry-given-twice"
    ENTRY_NAME_UNSAFE = "entry-name-unsafe"
    ENTRY_ENCRYPTED = "entry-encrypted"
    ENTRIES_OVERLAP = "entries-overlap"
    SIZE_LIES = "size-lies"
    PART_OUTSIDE = "part-outside"
    XML_DECLARES_ENTITIES = "xml-declares-entities"
    XML_TOO_DEEP = "xml-too-deep"
    XML_TOKEN_TOO_LONG = "xml-token-too-long"
    READER_DIED = "reader-died"
    ANSWER_UNCLEAR = "answer-unclear"
    # too big
    UNPACKED_TOO_BIG = "unpacked-too-big"
    SHEETS_TOO_MANY = "sheets-too-many"
    CELLS_TOO_MANY = "cells-too-many"
    TEXT_TOO_MUCH = "text-too-much"
    MERGES_TOO_MANY = "merges-too-many"
    MEMORY_EXHAUSTED = "memory-exhausted"
    TOOK_TOO_LONG = "took-too-long"
    ANSWER_TOO_BIG = "answer-too-big"


class Refusal(Exception):
    """Raised inside the reader; never leaves the room, where it has become an issue."""

    def __init__(
        self,
        code: Code,
        fault: Fault | None = None,
        *,
        sheet: str | None = None,
        cell: str | None = None,
        found: str | None = None,
    ) -> None:
        super().__init__(code, fault)
        self.code = code
        self.fault = fault
        self.sheet = sheet
        self.cell = cell
        self.found = found[:FOUND_LENGTH] if found is not None else None


def damaged(fault: Fault, *, found: str | None = None) -> Refusal:
    return Refusal(Code.WORKBOOK_DAMAGED, fault, found=found)


def unsafe(fault: Fault, *, found: str | None = None) -> Refusal:
    return Refusal(Code.WORKBOOK_UNSAFE, fault, found=found)


def too_big(fault: Fault) -> Refusal:
    return Refusal(Code.WORKBOOK_TOO_BIG, fault)
