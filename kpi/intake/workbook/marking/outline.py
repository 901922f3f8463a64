"""What surrounds the cells of a sheet: merged ranges, columns' looks, the drawing of its notes."""

from __future__ import annotations

from functools import partial

from kpi.intake.workbook.addresses import merged_range
from kpi.intake.workbook.grid import MergedRange
from kpi.intake.workbook.marking.part_edits import EditedPart, Places
from kpi.intake.workbook.relationships import OFFICE_TYPES
from kpi.intake.workbook.xml_parts import SPREADSHEET, Element

# what stands before legacyDrawing in a worksheet (ECMA-376-1 section 18.3.1.99)
# fmt: off
BEFORE_DRAWING = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
    "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
)
# fmt: on
Address = tuple[int, int]  # row and column, from 1


class SheetOutline:
    """One pass over a sheet that passes over its cells."""

    def __init__(self, part: EditedPart) -> None:
        """Raises Refusal for what the reader refuses."""
        self.spreadsheet, self.office = SPREADSHEET[0], OFFICE_TYPES[0]
        self.drawing_id: str | None = None
        self._part = part
        self._before = Places(part)
        self._columns: list[tuple[int, int, str]] = []
        self._merged: list[MergedRange] = []
        part.parse(self._document())

    def shown(self, address: Address) -> Address:
        """The cell that shows at an address: of a merged range its first."""
        row, column = address
        areas = (
            (area.first_row, area.first_column)
            for area in self._merged
            if area.first_row <= row <= area.last_row and area.first_column <= column <= area.last_column
        )
        return next(areas, address)

    def look_of_column(self, column: int) -> str:
        """The style of a column's cells that are not there."""
        return next((style for first, last, style in self._columns if first <= column <= last), "0")

    def show_drawing(self, relationship: str) -> None:
        """Point to a drawing for notes, from where such pointers stand."""
        last = max(self._before.found, key=lambda place: place.end)
        pointer = (
            f'<{last.tag.beside("legacyDrawing")} xmlns:r="{self.office.rstrip("/")}" r:id="{relationship}"/>'
        )
        self._part.insert(last.end, pointer)

    def _document(self) -> Element:
        parts = {name: self._before_drawing() for name in BEFORE_DRAWING}
        parts["cols"] = self._before_drawing({"col": Element(opened=self._column)})
        parts["mergeCells"] = self._before_drawing({"mergeCell": Element(opened=self._merge)})
        parts["legacyDrawing"] = Element(opened=self._drawing)
        document = Element(complete=True)
        for spreadsheet, office in zip(SPREADSHEET, OFFICE_TYPES, strict=True):
            root = Element(parts, opened=partial(self._starts, spreadsheet, office))
            document.children[f"{spreadsheet} worksheet"] = root
        return document

    def _before_drawing(self, children: dict[str, Element] | None = None) -> Element:
        return Element(children, opened=self._before.opened, closed=self._before.closed)

    def _starts(self, spreadsheet: str, office: str, _attributes: dict[str, str]) -> None:
        self.spreadsheet, self.office = spreadsheet, office

    def _column(self, attributes: dict[str, str]) -> None:
        first, last = (int(attributes.get(name, "0")) for name in ("min", "max"))
        self._columns.append((first, last, attributes.get("style", "0")))

    def _merge(self, attributes: dict[str, str]) -> None:
        self._merged.append(merged_range(attributes.get("ref", "")))

    def _drawing(self, attributes: dict[str, str]) -> None:
        keys = (f"{prefix.rstrip('/')} id" for prefix in OFFICE_TYPES)
        self.drawing_id = next((attributes[key] for key in keys if key in attributes), None)
