"""The child process that marks up a copy of a workbook: the only place where openpyxl meets what people sent.

openpyxl can be made to hang or to swell; this process is confined like the reader's, and what it can't do is
not done.
"""

from __future__ import annotations

import json
import os
import sys
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from kpi.intake.workbook.child import OUT_OF_MEMORY, confine
from kpi.intake.workbook.limits import Limits

GROUNDS = {"error": "FFF8CBAD", "question": "FFBDD7EE", "warning": "FFFFE699"}
MACROS = "xl/vbaProject.bin"
COMMENT_WIDTH, LINE_HEIGHT, CHARACTERS_A_LINE = 320, 18, 42  # pixels, and what fits into that width


def main() -> None:
    """Arguments: the limits as JSON. Standard input: one line of JSON with author and notes, then the workbook."""
    limits = Limits(**json.loads(sys.argv[-1]))
    # openpyxl writes each sheet into a temporary file before it packs them
    confine(limits, largest_file=limits.unpacked_bytes)
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would load it for types nobody uses here
    try:
        asked, content = sys.stdin.buffer.read().split(b"\n", 1)
        sys.stdout.buffer.write(marked(content, json.loads(asked)))
        sys.stdout.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def marked(content: bytes, asked: Mapping[str, Any]) -> bytes:
    """The workbook with a ground and a comment on each noted cell; values, formulas and looks stay.

    Results saved with formulas can't be kept, so the copy asks to be calculated when opened.
    """
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(content), keep_vba=_has_macros(content), rich_text=True)
    book.calculation.fullCalcOnLoad = True
    sheets = {unicodedata.normalize("NFC", sheet.title): sheet for sheet in book.worksheets}
    for sheet, cell, severity, text in asked["notes"]:
        _mark(sheets[sheet], cell, severity, text, asked["author"])
    copy = BytesIO()
    book.save(copy)
    return copy.getvalue()


def _has_macros(content: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return MACROS in package.namelist()


def _mark(sheet: Any, address: str, severity: str, text: str, author: str) -> None:
    """Colours and comments one cell; of a merged range its first, the only one that shows."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = _shown(sheet, address)
    said = f"{cell.comment.text}\n\n{text}" if cell.comment else text
    lines = sum(1 + len(line) // CHARACTERS_A_LINE for line in said.split("\n"))
    cell.comment = Comment(said, author, width=COMMENT_WIDTH, height=LINE_HEIGHT * (lines + 1))
    cell.fill = PatternFill("solid", fgColor=GROUNDS[severity])


def _shown(sheet: Any, address: str) -> Any:
    from openpyxl.cell.cell import MergedCell

    cell = sheet[address]
    if not isinstance(cell, MergedCell):
        return cell
    return next(_first_cell(sheet, area) for area in sheet.merged_cells.ranges if address in area)


def _first_cell(sheet: Any, area: Any) -> Any:
    return sheet.cell(area.min_row, area.min_col)


def as_request(author: str, notes: Iterable[tuple[str, str, str, str]]) -> bytes:
    """The line `main` reads before the workbook; a note is sheet, cell, severity, text."""
    return json.dumps({"author": author, "notes": list(notes)}).encode() + b"\n"
