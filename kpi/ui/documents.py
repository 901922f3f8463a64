"""Workbooks to take away: the gap report of a period, and the template to fill in."""

from __future__ import annotations

import streamlit as st

from kpi.domain.period import Period
from kpi.domain.unit import ReportingUnit
from kpi.present.reports.workbook import write_gap_report
from kpi.present.template import write_template
from kpi.service.reports import gap_report, template_form
from kpi.ui.frame import View
from kpi.ui.sources import EXCEL


def offer_gap_report(view: View, period: Period, unit: ReportingUnit | None) -> None:
    """The report of a period, written when the button is pressed, of all units or of one."""
    of = f"-{unit.id}" if unit else ""
    st.download_button(
        view.words("page.report.download", period=period),
        lambda: write_gap_report(gap_report(view.program, view.knowledge, period, unit), view.words),
        f"bao-cao-khoang-cach-{view.plan.id}-{period}{of}.xlsx",
        EXCEL,
        type="primary",
        on_click="ignore",
        key="gap-report",
    )


def offer_template(view: View, year: int) -> None:
    """The workbook to fill in for a year, with what is known so far."""
    st.download_button(
        view.words("page.report.template", year=year),
        lambda: write_template(template_form(view.program, view.plan.id, year), view.words),
        f"bieu-mau-{view.plan.id}-{year}.xlsx",
        EXCEL,
        on_click="ignore",
        key="template",
    )
