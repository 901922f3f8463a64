"""Why doubtful figures were kept stands beside those figures, and beside no other."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter
from sent_workbooks import BINH, DUC_THO, HUONG_SON, PLAN, VU_QUANG

from kpi.domain.observation import Stage
from kpi.service.doubts import doubt_key, doubts
from kpi.service.evaluations import know
from kpi.service.imports import import_workbook
from kpi.service.outcome import ImportOutcome, Upload
from kpi.service.program import Program

HEADS = ("Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
WHY, OTHER_WHY = "bảng in làm tròn", "cộng thiếu một huyện"


def office(*rows: tuple[Any, ...], **facts: Any) -> Upload:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Biểu 1")
        sheet.write(0, 0, "Đơn vị tham gia BHXH bắt buộc, BHTN năm 2017")
        for at, cells in enumerate((HEADS, *rows), start=1):
            sheet.write_row(at, 0, cells)
    return Upload(PLAN, "Biểu 1.xlsx", stream.getvalue(), 2017, Stage.OFFICIAL, **facts)


def kept(program: Program, upload: Upload) -> dict[str, str]:
    assert import_workbook(program, upload, BINH).committed
    return {s.observation.unit: s.reason for s in know(program, PLAN).stored}


ROWS = (
    ("Huyện Hương Sơn", 100, 70, 70),
    ("Huyện Đức Thọ", 100, 80, 85),
    ("Huyện Vũ Quang", 100, 60, 60),
)
TOTAL = ("Tổng cộng", 300, 211)


def test_a_printed_share_in_doubt_is_explained_beside_its_own_figure(program: Program) -> None:
    assert kept(program, office(*ROWS, reason=WHY)) == {HUONG_SON: "", DUC_THO: WHY, VU_QUANG: ""}


def test_a_total_in_doubt_is_explained_beside_every_figure_it_adds_up(program: Program) -> None:
    sound = tuple((unit, whole, part) for unit, whole, part, _ in ROWS)
    assert kept(program, office(*sound, TOTAL, reason=WHY)) == dict.fromkeys(
        (HUONG_SON, DUC_THO, VU_QUANG), WHY
    )


def test_a_figure_doubted_twice_shows_both_reasons(program: Program) -> None:
    reasons = {"share-mismatch:Biểu 1:D4": WHY, "total-mismatch:Biểu 1:C6": OTHER_WHY}
    beside = kept(program, office(*ROWS, TOTAL, reasons=reasons))
    assert beside[HUONG_SON] == OTHER_WHY
    assert sorted(beside[DUC_THO].split("; ")) == sorted([WHY, OTHER_WHY])


def test_every_warning_has_a_key_of_its_own(program: Program) -> None:
    outcome: ImportOutcome = import_workbook(program, office(*ROWS, TOTAL), BINH)
    assert {doubt_key(doubt) for doubt in doubts(outcome)} == {
        "share-mismatch:Biểu 1:D4",
        "total-mismatch:Biểu 1:C6",
    }
