"""The report page: read before it is downloaded, in each kind, for one unit or all."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from page_reader import HA_TINH, QUANG_NGAI, Open, enrolled, send

from kpi.domain.period import Period
from kpi.present.reports.bundle import write_bundle
from kpi.present.reports.composition import compose
from kpi.present.reports.document import Table
from kpi.present.words import words_for
from kpi.service.evaluations import know
from kpi.service.program import Program
from kpi.service.reports import gap_report, gap_reports


def test_the_preview_shows_every_figure_of_the_report(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 40, 100, "Huyện Vũ Quang"), enrolled(2017, 700, 1000))
    page = open_page("report", plan=HA_TINH, period="2017")
    report = gap_report(program, know(program, HA_TINH), Period(2017))
    tables = [b for b in compose(report, words_for("vi")).blocks if isinstance(b, Table)]
    cells = {text for table in tables for row in table.rows for text in row.cells}
    assert {"70,00%", "40,00%", "31"} <= cells
    assert [text for text in cells if text and text not in page.text] == []
    assert "BÁO CÁO" in page.text


def test_the_preview_of_one_unit_is_of_that_unit(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 40, 100, "Huyện Vũ Quang"), enrolled(2017, 700, 1000))
    text = open_page("report", plan=HA_TINH, period="2017", unit="huyen-vu-quang").text
    assert "40,00%" in text
    assert "700/1.000" not in text


def test_the_kind_asked_for_in_the_address_is_offered(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 40, 100))
    for kind, label in (("excel", "(.xlsx)"), ("word", "(.docx)")):
        page = open_page("report", plan=HA_TINH, period="2017", kind=kind)
        assert page.test.get("download_button")[0].proto.label == f"Tải báo cáo 2017 {label}"


@pytest.mark.slow
def test_all_units_are_made_at_a_click_and_then_downloaded(open_page: Open, program: Program) -> None:
    send(program, enrolled(2017, 40, 100, "Huyện Vũ Quang"))
    page = open_page("report", plan=HA_TINH, period="2017", kind="all")
    page.test.button(key="make-archive").click()
    page.run()
    assert page.test.get("download_button")[0].proto.label == "Tải báo cáo 2017 (.zip)"


def test_a_plan_without_figures_has_a_report_and_no_template(open_page: Open) -> None:
    page = open_page("report", plan=QUANG_NGAI)
    assert "không đặt mục tiêu bằng số" in page.text
    assert len(page.test.get("download_button")) == 1


@pytest.mark.slow
def test_an_archive_holds_a_workbook_and_a_document_for_each_report(program: Program) -> None:
    send(program, enrolled(2017, 40, 100, "Huyện Vũ Quang"))
    known = know(program, HA_TINH)
    archive = write_bundle(gap_reports(program, known, Period(2017)), words_for("vi"))
    with ZipFile(BytesIO(archive)) as opened:
        names = opened.namelist()
    assert len(names) == len(set(names)) == 2 * 14
    assert {name.rsplit(".", 1)[1] for name in names} == {"xlsx", "docx"}


def test_the_forms_of_other_reports_are_offered_and_who_has_not_sent_is_named(open_page: Open) -> None:
    page = open_page("report", plan=HA_TINH, period="2017")
    assert "Báo cáo định kỳ khác" in page.text
    assert "Danh sách theo quý, quý III/2017: 13/13 nơi chưa gửi" in page.text
    assert "Tải biểu trống (.xlsx)" in [b.proto.label for b in page.test.get("download_button")]


def test_a_plan_that_asks_for_no_other_report_says_nothing_of_them(open_page: Open) -> None:
    assert "Báo cáo định kỳ khác" not in open_page("report", plan=QUANG_NGAI).text
