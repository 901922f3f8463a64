"""Text items: plain, or in runs of several fonts; used by shared strings and by inline strings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kpi.intake.workbook.cell_styles import is_legacy_font
from kpi.intake.workbook.cell_text import LONGEST, clean_text
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.package import Package
from kpi.intake.workbook.refusal import Fault, damaged, too_big
from kpi.intake.workbook.xml_parts import Element, parse

INDEX = re.compile("[0-9]{1,9}")
TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class RichText:
    text: str
    legacy_font: bool = False
    struck: bool = False


class RichTextReader:
    """Joins the runs of one item; phonetic runs are reading aids and left out (ECMA-376-1 section 18.4.6).

    So are runs with a line through them, unless all are: somebody struck that out. A raised run is a footnote's mark,
    put in brackets, so that it becomes no digit of the number it stands at.
    """

    def __init__(self, characters: list[str], finished: Callable[[RichText], None]) -> None:
        self._characters = characters
        self._finished = finished
        self._pieces: list[str] = []
        self._struck_out: list[str] = []
        self._struck = self._raised = False
        self._length = 0
        self._legacy = False

    def element(self) -> Element:
        piece = Element(text=True, closed=self._piece_ends)
        properties = Element(
            {
                "rFont": Element(opened=self._run_font),
                "strike": Element(opened=self._run_struck),
                "vertAlign": Element(opened=self._run_raised),
            }
        )
        run = Element({"rPr": properties, "t": piece}, opened=self._run_starts, complete=True)
        aside = Element()
        children = {"t": piece, "r": run, "rPh": aside, "phoneticPr": aside, "extLst": aside}
        return Element(children, opened=self._item_starts, closed=self._item_ends, complete=True)

    def _item_starts(self, _attributes: dict[str, str]) -> None:
        self._pieces.clear()
        self._struck_out.clear()
        self._struck = self._raised = False
        self._length = 0
        self._legacy = False

    def _run_starts(self, _attributes: dict[str, str]) -> None:
        self._struck = self._raised = False

    def _run_struck(self, attributes: dict[str, str]) -> None:
        self._struck = attributes.get("val", "1") in TRUE

    def _run_raised(self, attributes: dict[str, str]) -> None:
        self._raised = attributes.get("val") == "superscript"

    def _run_font(self, attributes: dict[str, str]) -> None:
        self._legacy |= is_legacy_font(attributes.get("val", ""))

    def _piece_ends(self) -> None:
        piece = "".join(self._characters)
        self._length += len(piece)
        if self._length > LONGEST:
            raise damaged(Fault.TEXT_TOO_LONG)
        mark = self._raised and bool(self._pieces) and piece.strip("() ") != ""
        (self._struck_out if self._struck else self._pieces).append(
            f" ({piece.strip('() ')})" if mark else piece
        )

    def _item_ends(self) -> None:
        struck = bool(self._struck_out) and not any(piece.strip() for piece in self._pieces)
        shown = self._struck_out if struck else self._pieces
        self._finished(RichText(clean_text("".join(shown)), self._legacy, struck))


class SharedStrings:
    """The workbook's table of texts, by the text of an index."""

    def __init__(self, items: list[RichText]) -> None:
        self._items = items

    def at(self, index: str) -> RichText:
        """Raises Refusal (damaged) for an index that is negative, too high or no number."""
        at = int(index) if INDEX.fullmatch(index) else len(self._items)
        if at >= len(self._items):
            raise damaged(Fault.SHARED_TEXT_MISSING, found=index)
        return self._items[at]


def read_shared_strings(package: Package, part: str | None, limits: Limits) -> SharedStrings:
    """The table of texts; empty where the workbook has none."""
    items: list[RichText] = []
    if part is None:
        return SharedStrings(items)

    def keep(item: RichText) -> None:
        if len(items) >= limits.cells:
            raise too_big(Fault.CELLS_TOO_MANY)
        items.append(item)

    characters: list[str] = []
    table = Element({"si": RichTextReader(characters, keep).element(), "extLst": Element()}, complete=True)
    parse(package.chunks(part), Element({"sst": table}, complete=True), characters)
    return SharedStrings(items)
