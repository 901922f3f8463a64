"""Answers given once for a layout, and reasons given for figures the program warned about."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
import xlsxwriter
from sent_workbooks import BINH

from kpi.domain.observation import Stage
from kpi.registry.definitions import load_definitions
from kpi.service.evaluations import know
from kpi.service.imports import import_workbook, preview
from kpi.service.outcome import Upload
from kpi.service.program import Program
from kpi.service.records import list_submissions, undo
from kpi.store.database import Database

PLAN = "ha-tinh-157-2017"
HEADING = ["TT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia"]


@pytest.fixture
def program(new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setenv("KPI_TODAY", "2020-02-01")
    opened = Program(load_definitions(), Database.open(new_database()))
    yield opened
    opened.database.close()


def _sent(*rows: tuple[object, ...], year: int = 2018, **more: object) -> Upload:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("PL01")
        for number, row in enumerate([HEADING, *rows]):
            sheet.write_row(number, 0, row)
    return Upload(PLAN, "pl01.xlsx", stream.getvalue(), year, Stage.OFFICIAL, **more)  # type: ignore[arg-type]


KEY = "unit-ambiguous:PL01:B2"


def _answered(program: Program) -> None:
    upload = _sent((1, "Kỳ Anh", 100, 70), answers={KEY: "huyen-ky-anh"})
    assert import_workbook(program, upload, BINH).committed


def test_the_same_name_in_the_same_cell_is_not_asked_again(program: Program) -> None:
    _answered(program)
    next_year = preview(program, _sent((1, "Kỳ Anh", 110, 80), year=2019))
    assert next_year.accepted
    assert [(s.key, s.choice) for s in next_year.remembered] == [(KEY, "huyen-ky-anh")]


def test_a_remembered_answer_can_be_given_anew(program: Program) -> None:
    _answered(program)
    upload = _sent((1, "Kỳ Anh", 110, 80), year=2019, answers={KEY: "thi-xa-ky-anh"})
    changed = preview(program, upload)
    assert [c.reading.observation.unit for c in changed.readings] == ["thi-xa-ky-anh"]
    assert not changed.remembered


def test_another_name_in_that_cell_is_asked(program: Program) -> None:
    _answered(program)
    assert not preview(program, _sent((1, "Hà Tĩnh", 110, 80), year=2019)).accepted


def test_that_doubted_figures_are_whole_is_asked_each_time(program: Program) -> None:
    def of_companies(year: int, **answers: str) -> Upload:
        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
            sheet = book.add_worksheet("PL01")
            for number, row in enumerate([["KHỐI DOANH NGHIỆP"], HEADING, (1, "Huyện Vũ Quang", year, 70)]):
                sheet.write_row(number, 0, row)
        return Upload(PLAN, "pl01.xlsx", stream.getvalue(), year, Stage.OFFICIAL, answers)

    told = of_companies(2018, **{"indicator-ambiguous:PL01:A1": "whole"})
    assert import_workbook(program, told, BINH).committed
    assert not preview(program, of_companies(2019)).accepted


def test_an_answer_taken_back_with_its_submission_is_forgotten(program: Program) -> None:
    _answered(program)
    undo(program, list_submissions(program, PLAN)[0].id, BINH)
    assert not preview(program, _sent((1, "Kỳ Anh", 110, 80), year=2019)).accepted


def test_the_reason_for_a_doubtful_figure_stays_beside_it(program: Program) -> None:
    import_workbook(program, _sent((1, "Huyện Kỳ Anh", 100, 70)), BINH)
    doubtful = _sent((1, "Huyện Kỳ Anh", 900, 500), year=2019, reason=" rà soát lại danh sách thuế ")
    outcome = import_workbook(program, doubtful, BINH)
    assert "jump" in [issue.code for issue in outcome.issues]
    latest = know(program, PLAN).stored[-1]
    assert latest.reason == "rà soát lại danh sách thuế"
    assert list_submissions(program, PLAN)[0].reason == "rà soát lại danh sách thuế"


def test_a_share_that_falls_below_last_years_is_named(program: Program) -> None:
    import_workbook(program, _sent((1, "Huyện Kỳ Anh", 100, 70)), BINH)
    fallen = preview(program, _sent((1, "Huyện Kỳ Anh", 100, 60), year=2019))
    assert [(i.code, dict(i.detail)["previous"]) for i in fallen.issues] == [("jump", "70.00%")]


def test_every_cell_read_is_marked_with_its_meaning(program: Program) -> None:
    outcome = preview(program, _sent((1, "Huyện Kỳ Anh", 100, 70)))
    marks = {m.cell.address: (m.role, m.unit and m.unit.id) for m in outcome.understood.marks}
    assert marks == {"C2": ("denominator", "huyen-ky-anh"), "D2": ("numerator", "huyen-ky-anh")}
