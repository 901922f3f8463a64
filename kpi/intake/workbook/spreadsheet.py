"""A strict reader of SpreadsheetML workbooks (ECMA-376-1, transitional and strict).

Written for this program because the libraries at hand read some damaged or crafted workbooks in silence as
figures that no person would see. What cannot be read as Excel shows it is refused. Standard library only: it
runs in a child process that must start quickly and hold little.
"""

from __future__ import annotations

from kpi.domain.issue import Code
from kpi.intake.workbook.cell_comments import comments_of
from kpi.intake.workbook.cell_styles import read_styles
from kpi.intake.workbook.file_kind import refuse_other_packages, refuse_what_is_no_zip
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.package import Package
from kpi.intake.workbook.refusal import Refusal
from kpi.intake.workbook.rich_text import read_shared_strings
from kpi.intake.workbook.wire import SheetRecord
from kpi.intake.workbook.workbook_index import read_index
from kpi.intake.workbook.worksheet import Lookups, Room, read_worksheet


def read_spreadsheet(content: bytes, limits: Limits) -> list[SheetRecord]:
    """The worksheets of a workbook in their order, hidden ones included. Raises Refusal."""
    if not content:
        raise Refusal(Code.FILE_EMPTY)
    refuse_what_is_no_zip(content)
    package = Package(content, limits)
    refuse_other_packages(package)
    index = read_index(package, limits)
    lookups = Lookups(
        read_shared_strings(package, index.shared_strings, limits), read_styles(package, index.styles)
    )
    room = Room.within(limits)
    records = []
    for sheet in index.sheets:
        record = SheetRecord(sheet.name, sheet.visible)
        read_worksheet(package.chunks(sheet.part), record, lookups, room)
        record.comments = comments_of(package, sheet.part)
        records.append(record)
    return records
