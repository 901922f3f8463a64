"""The pieces a Word document is made of here, as WordprocessingML: runs, paragraphs, tables, page numbers.

Text from data only ever becomes the text of a run: no field, no link, no markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kpi.present.reports.document import Align, Row, Table
from kpi.present.storable import storable

TWIPS_IN_A_MM = 1440 / 25.4
TABLE_SIZE = 11.0
_JUSTIFIED = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_CELL_MARGIN = 55  # twips left and right of a cell's text


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph stands. Spaces and indents in points and mm; `size` in points."""

    size: float = 13.0
    bold: bool = False
    italic: bool = False
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    first_line: float = 0.0
    keep_with_next: bool = False
    page_break_before: bool = False
    colour: str = ""


def node(tag: str, **attributes: str | int | float) -> Any:
    """`<w:tag w:name="value"/>`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def run(text: str, look: Look, bold: bool = False) -> Any:
    """Text of one look."""
    made, shape = node("r"), node("rPr")
    if look.bold or bold:
        shape.append(node("b"))
    if look.italic:
        shape.append(node("i"))
    if look.colour:
        shape.append(node("color", val=look.colour))
    shape.append(node("sz", val=round(2 * look.size)))
    made.append(shape)
    written = node("t")
    written.text = storable(text)
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(written)
    return made


def paragraph(text: str, look: Look, lead: str = "", style: str = "") -> Any:
    """A paragraph; its `lead` stands first, in bold."""
    made, shape = node("p"), node("pPr")
    if style:
        shape.append(node("pStyle", val=style))
    if look.keep_with_next:
        shape.append(node("keepNext"))
    if look.page_break_before:
        shape.append(node("pageBreakBefore"))
    shape.append(node("spacing", before=_twentieths(look.before), after=_twentieths(look.after)))
    if look.first_line:
        shape.append(node("ind", firstLine=round(look.first_line * TWIPS_IN_A_MM)))
    shape.append(node("jc", val=look.align))
    made.append(shape)
    if lead:
        made.append(run(lead, look, bold=True))
    made.append(run(text, look))
    return made


def rule(width: float, free: float) -> Any:
    """A thin line under a text: `width` mm of room, `free` mm left free on either side."""
    made, shape = node("p"), node("pPr")
    borders = node("pBdr")
    borders.append(node("top", val="single", sz=6, space=1, color="000000"))
    shape.append(borders)
    shape.append(node("spacing", before=0, after=0, line=120, lineRule="exact"))
    side = round(min(free, width / 2) * TWIPS_IN_A_MM)
    shape.append(node("ind", left=side, right=side))
    made.append(shape)
    return made


def plain_table(columns: Sequence[tuple[float, Sequence[Any]]]) -> Any:
    """One row without borders: for each column its width in mm and its paragraphs."""
    made = _table([width for width, _ in columns], bordered=False)
    line = _row_that_stays_whole()
    for width, paragraphs in columns:
        cell = _cell(width)
        cell.extend(paragraphs)
        line.append(cell)
    made.append(line)
    return made


def ruled_table(table: Table) -> Any:
    """A table with borders whose header row stands again on every page; no row is torn in two."""
    widths = [head.width for head in table.heads]
    made = _table(widths, bordered=True)
    made.append(_head(table))
    for row in table.rows:
        made.append(_line(table, row))
    return made


def _head(table: Table) -> Any:
    line = _row_that_stays_whole()
    line.find(qn("w:trPr")).append(node("tblHeader"))
    for head in table.heads:
        cell = _cell(head.width, middle=True, shade="E7EBF0")
        cell.append(paragraph(head.text, Look(TABLE_SIZE, bold=True, align="center", keep_with_next=True)))
        line.append(cell)
    return line


def _line(table: Table, row: Row) -> Any:
    line = _row_that_stays_whole()
    for head, text in zip(table.heads, row.cells, strict=True):
        cell = _cell(head.width, middle=True)
        look = Look(TABLE_SIZE, bold=row.strong, align=_JUSTIFIED[head.align], before=1, after=1)
        cell.append(paragraph(text, look))
        line.append(cell)
    return line


def _row_that_stays_whole() -> Any:
    line, shape = node("tr"), node("trPr")
    shape.append(node("cantSplit"))
    line.append(shape)
    return line


def _table(widths: Sequence[float], bordered: bool) -> Any:
    made, shape = node("tbl"), node("tblPr")
    shape.append(node("tblW", w=round(sum(widths) * TWIPS_IN_A_MM), type="dxa"))
    shape.append(node("jc", val="center"))
    if bordered:
        borders = node("tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            borders.append(node(side, val="single", sz=4, space=0, color="000000"))
        shape.append(borders)
    shape.append(node("tblLayout", type="fixed"))
    margins = node("tblCellMar")
    for side in ("left", "right"):
        margins.append(node(side, w=_CELL_MARGIN if bordered else 0, type="dxa"))
    shape.append(margins)
    made.append(shape)
    grid = node("tblGrid")
    for width in widths:
        grid.append(node("gridCol", w=round(width * TWIPS_IN_A_MM)))
    made.append(grid)
    return made


def _cell(width: float, middle: bool = False, shade: str = "") -> Any:
    made, shape = node("tc"), node("tcPr")
    shape.append(node("tcW", w=round(width * TWIPS_IN_A_MM), type="dxa"))
    if shade:
        shape.append(node("shd", val="clear", color="auto", fill=shade))
    if middle:
        shape.append(node("vAlign", val="center"))
    made.append(shape)
    return made


def page_number(look: Look) -> Any:
    """A centred paragraph that shows the page's number."""
    made, shape = node("p"), node("pPr")
    shape.append(node("jc", val="center"))
    made.append(shape)
    field = node("fldSimple", instr="PAGE")
    field.append(run("2", look))
    made.append(field)
    return made


def _twentieths(points: float) -> int:
    return round(20 * points)
