"""Workbooks sent to the program, and what stands after them."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from kpi.domain.actor import local_user
from kpi.domain.period import Period
from kpi.service.evaluations import evaluate, know
from kpi.service.imports import import_workbook, preview
from kpi.service.outcome import Change, ImportOutcome, Upload
from kpi.service.program import Program

PLAN, OTHER_PLAN = "ha-tinh-157-2017", "nghe-an-2269"
BINH, CHI = local_user("a test", "binh"), local_user("a test", "chi")
ENROLLED = "employers-enrolled"
HEADING = ("Đơn vị", "Chỉ tiêu", "Năm", "Tử số", "Mẫu số", "Loại số liệu")
HUONG_SON, DUC_THO, VU_QUANG = "huyen-huong-son", "huyen-duc-tho", "huyen-vu-quang"
_NAMES = {HUONG_SON: "Huyện Hương Sơn", DUC_THO: "Huyện Đức Thọ", VU_QUANG: "Huyện Vũ Quang"}


def row(
    unit: str = HUONG_SON, part: Any = 700, whole: Any = 1000, year: int = 2017, **more: str
) -> tuple[Any, ...]:
    return (
        _NAMES.get(unit, unit),
        more.get("indicator", ENROLLED),
        year,
        part,
        whole,
        more.get("stage", "official"),
    )


def workbook(*rows: tuple[Any, ...], author: str = "an") -> bytes:
    """The same rows and author give the same bytes."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"author": author, "created": datetime(2018, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("Số liệu")
        for at, cells in enumerate((HEADING, *rows)):
            sheet.write_row(at, 0, cells)
    return stream.getvalue()


def upload(*rows: tuple[Any, ...], plan: str = PLAN, author: str = "an", **facts: Any) -> Upload:
    return Upload(plan, facts.pop("file_name", "Biểu 1.xlsx"), workbook(*rows, author=author), **facts)


def send(program: Program, *rows: tuple[Any, ...], **facts: Any) -> ImportOutcome:
    return import_workbook(program, upload(*rows, **facts), BINH)


def would(program: Program, *rows: tuple[Any, ...], **facts: Any) -> ImportOutcome:
    return preview(program, upload(*rows, **facts))


def counted(outcome: ImportOutcome) -> dict[str, int]:
    """How many figures are new, changed, unchanged; those that none is are left out."""
    return {change.value: outcome.count(change) for change in Change if outcome.count(change)}


def standing(program: Program, plan: str = PLAN, **when: Any) -> dict[tuple[str, str], str]:
    """(unit, period) → "700/1000" of the figures that stand."""
    stored = know(program, plan, **when).stored
    return {
        (
            s.observation.unit,
            str(s.observation.period),
        ): f"{s.observation.numerator}/{s.observation.denominator}"
        for s in stored
    }


def verdicts(program: Program, year: int = 2017) -> list[Any]:
    return evaluate(know(program, PLAN), Period(year))
