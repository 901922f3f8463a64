"""What people wrote in comments at a sheet's cells; what cannot be read of them is no reason to refuse a workbook."""

from __future__ import annotations

import re

from kpi.intake.workbook.addresses import row_and_column
from kpi.intake.workbook.package import Package
from kpi.intake.workbook.refusal import Refusal
from kpi.intake.workbook.relationships import part_of_kind, relationships_of
from kpi.intake.workbook.rich_text import RichText, RichTextReader
from kpi.intake.workbook.wire import COLUMN_BITS
from kpi.intake.workbook.xml_parts import Element, parse

OWN_AUTHOR = "KPI · "  # begins the author's name of comments on a marked copy, and what is added to others'
_OWN = re.compile(rf"\A{OWN_AUTHOR}.*|\n\s*\n{OWN_AUTHOR}.*", re.DOTALL)
MOST_COMMENTS = 1000
LONGEST_COMMENT = 500  # letters kept of one
# What Excel writes before a thread in the note it keeps for older programs, and before a note: who wrote it.
_BEFORE = re.compile(
    r"\A(?:\[threaded comment\].*?comment:\s*|[^\n:]{1,60}:[ \t]*\n)", re.IGNORECASE | re.DOTALL
)

Comments = list[tuple[int, str]]  # the place of a cell, as on the wire, and its text


def comments_of(package: Package, sheet_part: str) -> Comments:
    """The comments of a sheet in their order, but those this program wrote on a marked copy."""
    try:
        part = part_of_kind(relationships_of(package, sheet_part), "comments")
        return _CommentsReader().read(package, part) if part is not None else []
    except Refusal:
        return []


class _CommentsReader:
    def __init__(self) -> None:
        self._characters: list[str] = []
        self._authors: list[str] = []
        self._found: Comments = []
        self._ref = self._author = ""

    def read(self, package: Package, part: str) -> Comments:
        author = Element(text=True, closed=lambda: self._authors.append("".join(self._characters)))
        text = RichTextReader(self._characters, self._text_ends).element()
        comment = Element({"text": text}, opened=self._comment_starts)
        parts = {"authors": Element({"author": author}), "commentList": Element({"comment": comment})}
        parse(package.chunks(part), Element({"comments": Element(parts)}, complete=True), self._characters)
        return self._found

    def _comment_starts(self, attributes: dict[str, str]) -> None:
        self._ref, self._author = attributes.get("ref", ""), attributes.get("authorId", "")

    def _text_ends(self, item: RichText) -> None:
        by_program = any(author.startswith(OWN_AUTHOR) for author in self._authors_named())
        text = _BEFORE.sub("", _OWN.sub("", item.text)).strip()[:LONGEST_COMMENT]
        if text and not by_program and len(self._found) < MOST_COMMENTS:
            row, column = row_and_column(self._ref)
            self._found.append((row << COLUMN_BITS | column - 1, text))

    def _authors_named(self) -> list[str]:
        """The author of the comment at hand; none where its number names none."""
        number = (
            int(self._author) if self._author.isdecimal() and len(self._author) < 6 else len(self._authors)
        )
        return self._authors[number : number + 1]
