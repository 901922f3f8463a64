"""Texts that would do harm as markup, script, formula or address, put wherever a person can put text."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import xlsxwriter
from page_reader import HA_TINH, HOA, enrolled

from kpi.domain.actor import local_user
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.service.closing import Step, take_step
from kpi.service.duties import mark_done
from kpi.service.imports import import_workbook
from kpi.service.outcome import ImportOutcome, Upload
from kpi.service.program import Program

CAUGHT = "kpiCaught"
HOSTILE = (
    f'=HYPERLINK("http://evil.example","x")<img src=x onerror="window.{CAUGHT}=1"></style></title></textarea>'
    f"<script>window.{CAUGHT}=1</script><svg onload=window.{CAUGHT}=1>'\"><a href=javascript:window.{CAUGHT}=1>a</a>"
    f"[b](javascript:window.{CAUGHT}=1)![c](http://evil.example/c.png)$\\href{{javascript:1}}{{d}}$:material/home:"
    "\u202egnp.exe\u2066{{7*7}}{0}%s"
)
# a sheet's name holds 31 characters, none of []:*?/\
SHEET = "=1+1<b onclick=kpiCaught=1>&'\u202e\""
FILE = HOSTILE.replace("/", "∕") + ".xlsx"


def hostile_workbook(*further: tuple[object, ...]) -> bytes:
    """Good figures on a sheet with a hostile name, with a hostile title, and further rows."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(SHEET)
        sheet.write_string(0, 0, HOSTILE)
        rows = [
            ("Đơn vị", "Chỉ tiêu", "Năm", "Tử số", "Mẫu số", "Loại số liệu"),
            *(enrolled(year, 600 + year - 2015, 1000) for year in range(2015, 2018)),
            *further,
        ]
        for place, row in enumerate(rows, 2):
            for column, value in enumerate(row):
                (sheet.write_string if isinstance(value, str) else sheet.write_number)(place, column, value)
    return content.getvalue()


def spoilt_workbook() -> bytes:
    """The same with hostile texts where names and figures belong."""
    return hostile_workbook(
        (HOSTILE, HOSTILE, 2017, HOSTILE, 1000, "Chính thức"), enrolled(2017, HOSTILE, 1000)
    )


def plant(program: Program) -> ImportOutcome:
    """Everything a person may write, written hostile: file, sheet, reason, note, why a period is opened again."""
    upload = Upload(HA_TINH, FILE, hostile_workbook(), stage=Stage.OFFICIAL, reason=HOSTILE)
    outcome = import_workbook(program, upload, HOA)
    assert outcome.committed, outcome.issues
    mark_done(program, HA_TINH, "HT-N48", date(2018, 1, 2), HOSTILE, HOA)
    superior = local_user("a test", "ông Nam")
    for step in (Step.SUBMITTED, Step.APPROVED, Step.CLOSED, Step.REOPENED):
        who = superior if step is Step.APPROVED else HOA
        take_step(program, HA_TINH, Period(2017), step, who, HOSTILE)
    return outcome
