"""The list of sheets of a workbook, with the parts that hold them."""

from __future__ import annotations

from dataclasses import dataclass

from kpi.domain.issue import Code
from kpi.intake.workbook.cell_text import clean_text
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.package import Package
from kpi.intake.workbook.refusal import Fault, Refusal, damaged, too_big, unsafe
from kpi.intake.workbook.relationships import OFFICE_TYPES, Relationship, part_of_kind, relationships_of
from kpi.intake.workbook.xml_parts import Element, parse

STATES = {"visible": True, "hidden": False, "veryHidden": False}


@dataclass(frozen=True, slots=True)
class SheetEntry:
    name: str
    visible: bool
    part: str


@dataclass(frozen=True, slots=True)
class WorkbookIndex:
    """Worksheets in their order (chart, dialog and macro sheets hold no cells and are left out), and where
    `part`, the workbook's own, points to."""

    part: str
    sheets: tuple[SheetEntry, ...]
    shared_strings: str | None
    styles: str | None


def read_index(package: Package, limits: Limits) -> WorkbookIndex:
    """Find the workbook from the package's root and list its worksheets.

    Raises Refusal: not a workbook (a document, slides), legacy format (xlsb), damaged, unsafe, too big.
    """
    part = _workbook_part(package)
    relationships = relationships_of(package, part)
    listed = _listed_sheets(package, part)
    if len(listed) > limits.sheets:
        raise too_big(Fault.SHEETS_TOO_MANY)
    sheets = tuple(
        SheetEntry(_name(sheet), _is_visible(sheet), relationship.target)
        for sheet in listed
        if (relationship := _relationship_of(sheet, relationships)).kind == "worksheet"
    )
    _refuse_repeats(sheets)
    return WorkbookIndex(
        part, sheets, part_of_kind(relationships, "sharedStrings"), part_of_kind(relationships, "styles")
    )


def _workbook_part(package: Package) -> str:
    part = part_of_kind(relationships_of(package, ""), "officeDocument")
    if part is None:
        raise damaged(Fault.PART_MISSING, found="officeDocument")
    if part.lower().endswith(".bin"):
        raise Refusal(Code.WORKBOOK_LEGACY_FORMAT)
    return part


def _listed_sheets(package: Package, part: str) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = []
    sheets = Element({"sheet": Element(opened=listed.append)}, complete=True)
    document = Element({"workbook": Element({"sheets": sheets})}, complete=True)
    try:
        parse(package.chunks(part), document, [])
    except Refusal as refusal:
        if refusal.fault is Fault.ELEMENT_UNEXPECTED and refusal.found in ("document", "presentation"):
            raise Refusal(Code.NOT_A_WORKBOOK) from None
        raise
    return listed


def _relationship_of(sheet: dict[str, str], relationships: dict[str, Relationship]) -> Relationship:
    keys = [f"{prefix.rstrip('/')} id" for prefix in OFFICE_TYPES]
    key = next((sheet[key] for key in keys if key in sheet), None)
    relationship = relationships.get(key) if key is not None else None
    if relationship is None:
        raise damaged(Fault.SHEETS_CONTRADICT, found=sheet.get("name"))
    if relationship.external:
        raise unsafe(Fault.PART_OUTSIDE, found=relationship.target)
    return relationship


def _name(sheet: dict[str, str]) -> str:
    name = clean_text(sheet.get("name", ""))
    if not name:
        raise damaged(Fault.SHEETS_CONTRADICT, found=name)
    return name


def _is_visible(sheet: dict[str, str]) -> bool:
    state = sheet.get("state", "visible")
    if state not in STATES:
        raise damaged(Fault.SHEETS_CONTRADICT, found=state)
    return STATES[state]


def _refuse_repeats(sheets: tuple[SheetEntry, ...]) -> None:
    """Two sheets of one name cannot be told apart in a finding; two of one part would count figures twice."""
    names = {sheet.name.casefold() for sheet in sheets}
    parts = {sheet.part.lower() for sheet in sheets}
    if len(names) < len(sheets) or len(parts) < len(sheets):
        raise damaged(Fault.SHEETS_CONTRADICT)
