"""A workbook with its noted cells coloured and commented: which parts change, and how they come to know each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kpi.intake.workbook.addresses import row_and_column
from kpi.intake.workbook.grid import column_letters
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.marking.archive import PackageCopy
from kpi.intake.workbook.marking.cells import colour_cells
from kpi.intake.workbook.marking.comments import CONTENT_TYPE, no_comments, with_comments
from kpi.intake.workbook.marking.listings import list_types, point_to
from kpi.intake.workbook.marking.note_shapes import NO_SHAPES, with_shapes
from kpi.intake.workbook.marking.outline import Address, SheetOutline
from kpi.intake.workbook.marking.part_edits import EditedPart
from kpi.intake.workbook.marking.styles import NO_STYLES, MarkedStyles
from kpi.intake.workbook.package import Package
from kpi.intake.workbook.refusal import Fault, damaged
from kpi.intake.workbook.relationships import OFFICE_TYPES, Relationship, part_of_kind, relationships_of
from kpi.intake.workbook.workbook_index import WorkbookIndex, read_index

STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
MarkedCell = tuple[str, str, str, str]  # sheet, address, severity, text


@dataclass(slots=True)
class _Said:
    """What is said at one cell, under the colour of the first, which is the gravest."""

    severity: str
    text: str


def marked(content: bytes, author: str, cells: Collection[MarkedCell], limits: Limits) -> bytes:
    """The workbook with a ground and a comment on each cell, the gravest given first.

    Parts that hold none of this keep every byte, and so does all else in the parts that change. Raises Refusal
    for what the reader refuses, and for damage in styles, comments or lists that it does not read.
    """
    if not cells:
        return content
    package = Package(content, limits)
    marking = _Marking(PackageCopy(package), read_index(package, limits), author)
    by_sheet: dict[str, list[MarkedCell]] = {}
    for cell in cells:
        by_sheet.setdefault(cell[0], []).append(cell)
    for sheet in marking.index.sheets:
        if sheet.name in by_sheet:
            marking.mark_sheet(sheet.part, by_sheet[sheet.name])
    return marking.finished()


class _Marking:
    def __init__(self, copy: PackageCopy, index: WorkbookIndex, author: str) -> None:
        self.index = index
        self._copy = copy
        self._author = author
        self._styles = MarkedStyles(NO_STYLES if index.styles is None else copy.read(index.styles))
        self._new_types: dict[str, str] = {}
        self._new_drawings: list[str] = []

    def mark_sheet(self, part: str, cells: Iterable[MarkedCell]) -> None:
        sheet = EditedPart(self._copy.read(part))
        outline = SheetOutline(sheet)
        said = _by_shown_cell(outline, cells)
        colour_cells(sheet, {cell: what.severity for cell, what in said.items()}, self._styles, outline)
        listed = relationships_of(self._copy.sent, part)
        texts = {_address(cell): what.text for cell, what in said.items()}
        new = self._comment(part, outline, listed, texts)
        notes = [(*cell, what.text) for cell, what in said.items() if _address(cell) in new]
        if notes:
            self._draw(part, outline, listed, notes)
        self._copy.write(part, sheet.applied())

    def finished(self) -> bytes:
        """The zip."""
        self._copy.write(self.index.styles or self._new_styles_part(), self._styles.applied())
        list_types(self._copy, self._new_types, self._new_drawings)
        return self._copy.packed()

    def _new_styles_part(self) -> str:
        part = self._copy.unused("xl/styles{}.xml")
        point_to(self._copy, self.index.part, part, f"{OFFICE_TYPES[0]}styles")
        self._new_types[part] = STYLES_TYPE
        return part

    def _comment(
        self, sheet: str, outline: SheetOutline, listed: dict[str, Relationship], said: Mapping[str, str]
    ) -> frozenset[str]:
        """Say it all in the sheet's comments; gives the addresses that have got their first comment."""
        part = part_of_kind(listed, "comments")
        content = no_comments(outline.spreadsheet) if part is None else self._copy.read(part)
        if part is None:
            part = self._copy.unused("xl/comments{}.xml")
            point_to(self._copy, sheet, part, f"{outline.office}comments")
            self._new_types[part] = CONTENT_TYPE
        changed, new = with_comments(content, self._author, said)
        self._copy.write(part, changed)
        return new

    def _draw(
        self,
        sheet: str,
        outline: SheetOutline,
        listed: dict[str, Relationship],
        notes: list[tuple[int, int, str]],
    ) -> None:
        """Give new comments their boxes, in the sheet's drawing for such or in a new one."""
        if outline.drawing_id is not None:
            part = _drawing_at(listed.get(outline.drawing_id))
            self._copy.write(part, with_shapes(self._copy.read(part), notes))
            return
        part = self._copy.unused("xl/drawings/vmlDrawing{}.vml")
        self._copy.write(part, with_shapes(NO_SHAPES, notes))
        outline.show_drawing(point_to(self._copy, sheet, part, f"{outline.office}vmlDrawing"))
        self._new_drawings.append(part)


def _drawing_at(relationship: Relationship | None) -> str:
    if relationship is None or relationship.external:
        raise damaged(Fault.PART_MISSING, found="legacyDrawing")
    return relationship.target


def _by_shown_cell(outline: SheetOutline, cells: Iterable[MarkedCell]) -> dict[Address, _Said]:
    said: dict[Address, _Said] = {}
    for _, address, severity, text in cells:
        shown = outline.shown(row_and_column(address))
        if shown in said:
            said[shown].text += f"\n{text}"
        else:
            said[shown] = _Said(severity, text)
    return said


def _address(cell: Address) -> str:
    row, column = cell
    return f"{column_letters(column)}{row}"
