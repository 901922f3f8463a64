"""Files to take away: the gap report of a period in its kinds, and the template to fill in."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import streamlit as st

from kpi.domain.period import Period
from kpi.domain.report import GapReport
from kpi.domain.unit import ReportingUnit
from kpi.present.reports.bundle import write_bundle
from kpi.present.reports.word import write_word_report
from kpi.present.reports.workbook import write_gap_report
from kpi.present.template import write_template
from kpi.present.words import Words
from kpi.service.reports import gap_report, gap_reports, template_form, units_to_report
from kpi.ui.address import asked_for, remember
from kpi.ui.frame import View
from kpi.ui.marks import quiet
from kpi.ui.markup import show
from kpi.ui.sources import EXCEL

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ARCHIVE = "application/zip"
_MADE = "made-archive"
_WHOLE, _EACH = "whole", "each"


class Kind(StrEnum):
    """What is taken away: a workbook, a document, or both of every unit."""

    EXCEL = "excel"
    WORD = "word"
    ALL = "all"


_WRITERS: dict[Kind, tuple[Callable[[GapReport, Words], bytes], str, str]] = {
    Kind.EXCEL: (write_gap_report, "xlsx", EXCEL),
    Kind.WORD: (write_word_report, "docx", WORD),
}


def choose_kind(words: Words) -> Kind:
    """Excel, Word, or all units at once; kept in the address."""
    options = list(Kind)
    asked = asked_for("kind")
    key = "choose.kind"
    current = st.session_state.get(key)
    st.session_state[key] = next((k for k in (current, asked) if k in options), Kind.EXCEL)
    chosen = st.segmented_control(
        words("report_page.kind"),
        options,
        format_func=lambda kind: words(f"report_page.{kind}"),
        key=key,
        required=True,
    )
    remember("kind", chosen)
    return Kind(chosen)


def offer_gap_report(view: View, period: Period, unit: ReportingUnit | None, kind: Kind) -> None:
    """The report of a period, written when the button is pressed."""
    if kind is Kind.ALL:
        _offer_archive(view, period)
        return
    write, ending, media = _WRITERS[kind]
    of = f"-{unit.id}" if unit else ""
    st.download_button(
        view.words("report_page.download", period=period, ending=ending),
        lambda: write(gap_report(view.program, view.knowledge, period, unit), view.words),
        f"bao-cao-khoang-cach-{view.plan.id}-{period}{of}.{ending}",
        media,
        type="primary",
        on_click="ignore",
        key="gap-report",
    )


def _offer_archive(view: View, period: Period) -> None:
    """Made first, with its progress in sight, then taken away; made anew once the data have changed."""
    made_from = (view.stamp, str(period), view.words.language)
    if st.button(view.words("report_page.make", period=period), type="primary", key="make-archive"):
        st.session_state[_MADE] = made_from, _archive(view, period)
    kept_for, content = st.session_state.get(_MADE, (None, b""))
    if kept_for == made_from:
        st.download_button(
            view.words("report_page.download", period=period, ending="zip"),
            content,
            f"bao-cao-khoang-cach-{view.plan.id}-{period}.zip",
            ARCHIVE,
            on_click="ignore",
            key="archive",
        )
    else:
        show(quiet(view.words("report_page.make_why")))


def _archive(view: View, period: Period) -> bytes:
    count = 1 + len(units_to_report(view.knowledge, period))
    bar = st.progress(0.0)

    def told(place: int, report: GapReport) -> GapReport:
        name = report.unit.name if report.unit else view.province.name
        bar.progress(
            place / count, view.words("report_page.progress", place=place + 1, count=count, name=name)
        )
        return report

    each = gap_reports(view.program, view.knowledge, period)
    content = write_bundle((told(place, report) for place, report in enumerate(each)), view.words)
    bar.empty()
    return content


def choose_template_scope(view: View, year: int) -> str:
    """All units on one sheet, a sheet for each, or the id of one unit."""
    period, words = Period(year), view.words
    units = [u for u in view.program.units.of_province(view.plan.province) if u.existed_within(period)]
    options = {scope: words(f"report_page.scope_{scope}") for scope in (_WHOLE, _EACH)}
    options |= {unit.id: unit.name for unit in units}
    scope: str = st.selectbox(
        words("report_page.scope"),
        list(options),
        format_func=options.__getitem__,
        key=f"choose.scope.{view.plan.id}.{year}",
    )
    return scope


def offer_template(view: View, year: int, scope: str = _WHOLE) -> None:
    """The workbook to fill in for a year, with what is known so far."""
    unit = None if scope in (_WHOLE, _EACH) else view.program.units[scope]

    def write() -> bytes:
        form = template_form(view.program, view.plan.id, year, unit)
        return write_template(form, view.words, each_unit=scope == _EACH)

    of = "" if scope == _WHOLE else f"-{scope}"
    st.download_button(
        view.words("page.report.template", year=year),
        write,
        f"bieu-mau-{view.plan.id}-{year}{of}.xlsx",
        EXCEL,
        on_click="ignore",
        key="template",
    )
