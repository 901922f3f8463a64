"""The comments of a sheet: those that are there are kept, ours are added to them (ECMA-376-1 section 18.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kpi.intake.workbook.cell_comments import OWN_AUTHOR
from kpi.intake.workbook.marking.part_edits import EditedPart, Place, Places, needed, xml_text
from kpi.intake.workbook.xml_parts import Element

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
LONGEST_COMMENT, LONGEST_AUTHOR = 4_000, 50  # characters


def no_comments(spreadsheet: str) -> bytes:
    """An empty part, in the namespace of its sheet."""
    return f'<comments xmlns="{spreadsheet}"><authors/><commentList/></comments>'.encode()


def with_comments(content: bytes, author: str, said: Mapping[str, str]) -> tuple[bytes, frozenset[str]]:
    """The part with something said at each address, and the addresses that had no comment before.

    Where a comment is, ours follows after an empty line, with who says it. Of a thread the note kept for older
    programs is continued, not the thread. Raises Refusal where the content is no comments part.
    """
    comments = _Comments(EditedPart(content), said)
    return comments.with_all(author), frozenset(comments.new)


@dataclass(frozen=True, slots=True)
class _Comment:
    """The text of a comment: its only piece, or the last of its runs; neither where it is empty."""

    text: Place
    piece: Place | None
    run: Place | None


class _Comments:
    def __init__(self, part: EditedPart, said: Mapping[str, str]) -> None:
        self._part, self._said = part, said
        self._authors, self._list = Places(part), Places(part)
        self._texts, self._pieces, self._runs = Places(part), Places(part), Places(part)
        self._names: list[str] = []
        self._characters: list[str] = []
        self._address = ""
        self._there: dict[str, _Comment] = {}
        part.parse(self._document(), self._characters)

    @property
    def new(self) -> list[str]:
        return [address for address in self._said if address not in self._there]

    def with_all(self, author: str) -> bytes:
        for address, comment in self._there.items():
            said = f"{OWN_AUTHOR}{author}:\n{self._said[address]}"
            self._continue(comment, xml_text(said, LONGEST_COMMENT))
        if self.new:
            number = self._number_of(OWN_AUTHOR + author)
            listed = needed(self._list, "commentList")
            whole = (self._comment(listed, address, number) for address in self.new)
            self._part.extend(listed, "".join(whole))
        return self._part.applied()

    def _document(self) -> Element:
        author = Element(text=True, closed=lambda: self._names.append("".join(self._characters)))
        pieces = {"t": _noted(self._pieces), "r": _noted(self._runs)}
        text = Element(pieces, opened=self._texts.opened, closed=self._texts.closed)
        comment = Element({"text": text}, opened=self._comment_starts, closed=self._comment_ends)
        parts = {
            "authors": Element({"author": author}, opened=self._authors.opened, closed=self._authors.closed),
            "commentList": Element({"comment": comment}, opened=self._list.opened, closed=self._list.closed),
        }
        return Element({"comments": Element(parts)}, complete=True)

    def _comment_starts(self, attributes: dict[str, str]) -> None:
        self._address = attributes.get("ref", "")
        for places in (self._texts, self._pieces, self._runs):
            places.found.clear()

    def _comment_ends(self) -> None:
        if self._address in self._said:
            text = needed(self._texts, "text")
            self._there[self._address] = _Comment(text, self._pieces.last, self._runs.last)

    def _continue(self, comment: _Comment, words: str) -> None:
        run, piece = (comment.text.tag.beside(name) for name in ("r", "t"))
        if comment.run is not None:
            self._part.insert(
                comment.run.end, f'<{run}><{piece} xml:space="preserve">\n\n{words}</{piece}></{run}>'
            )
        elif comment.piece is not None:
            self._part.extend(comment.piece, f"\n\n{words}")
        else:
            self._part.extend(comment.text, f"<{piece}>{words}</{piece}>")

    def _number_of(self, author: str) -> int:
        """The author's place in the list of authors, put there if need be."""
        if author in self._names:
            return self._names.index(author)
        authors = needed(self._authors, "authors")
        name = authors.tag.beside("author")
        self._part.extend(authors, f"<{name}>{xml_text(author, LONGEST_AUTHOR)}</{name}>")
        return len(self._names)

    def _comment(self, listed: Place, address: str, author: int) -> str:
        comment, text, piece = (listed.tag.beside(name) for name in ("comment", "text", "t"))
        said = xml_text(self._said[address], LONGEST_COMMENT)
        return (
            f'<{comment} ref="{address}" authorId="{author}"><{text}><{piece} xml:space="preserve">{said}</{piece}>'
            f"</{text}></{comment}>"
        )


def _noted(places: Places) -> Element:
    return Element(opened=places.opened, closed=places.closed)
