"""What page tests read and send: a page as a person meets it, and workbooks as offices write them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import xlsxwriter
from streamlit.testing.v1 import AppTest

from kpi.domain.actor import local_user
from kpi.service.imports import import_workbook
from kpi.service.outcome import Upload
from kpi.service.program import Program

PROJECT = Path(__file__).resolve().parents[2]
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HA_TINH, NGHE_AN, QUANG_NGAI = "ha-tinh-157-2017", "nghe-an-2269", "quang-ngai-1888-2013"
HEADING = ["Đơn vị", "Chỉ tiêu", "Năm", "Tử số", "Mẫu số", "Loại số liệu"]
HOA = local_user("a test", "chị Hoa")
MADE_UP = "số liệu minh họa"
Row = tuple[object, ...]
Open = Callable[..., "Page"]


class Page:
    """A page as a person meets it: what it says, what can be clicked."""

    def __init__(self, test: AppTest) -> None:
        self.test = test

    @property
    def text(self) -> str:
        """Everything the page says, as the HTML it says it in."""
        blocks = [block.proto.body for block in self.test.get("html")]
        return "\n".join(block for block in blocks if not block.startswith(("<style", "<script")))

    def run(self) -> Page:
        self.test.run()
        assert not self.test.exception
        return self


def workbook(*rows: Row) -> bytes:
    """A tidy workbook of these rows, as an office would send it."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet("Số liệu")
    for place, row in enumerate([HEADING, *rows]):
        sheet.write_row(place, 0, row)
    book.close()
    return content.getvalue()


def enrolled(year: int, numerator: object, denominator: object, unit: str = "Tỉnh Hà Tĩnh") -> Row:
    return unit, "employers-enrolled", year, numerator, denominator, "Chính thức"


def send(program: Program, *rows: Row, plan: str = HA_TINH, illustrative: bool = False) -> int:
    """Stores a workbook of these rows and gives the number of the submission."""
    upload = Upload(plan, "so-lieu.xlsx", workbook(*rows), illustrative=illustrative)
    outcome = import_workbook(program, upload, HOA)
    assert outcome.committed, outcome.issues
    assert outcome.submission is not None
    return outcome.submission
