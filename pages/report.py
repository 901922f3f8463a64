"""Báo cáo: the gap report, read first and then downloaded, and the template to fill in."""

import streamlit as st

from kpi.present.reports.composition import compose
from kpi.service.reports import gap_report
from kpi.ui.choices import choose_period, choose_template_year, choose_unit
from kpi.ui.documents import choose_kind, choose_template_scope, offer_gap_report, offer_template
from kpi.ui.frame import begin
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import element, show
from kpi.ui.paper_reports import take_paper_reports
from kpi.ui.report_preview import LOOKS, preview
from kpi.ui.report_state import what_is_unfinished
from kpi.ui.states import notice

view = begin("report")
plan, words = view.plan, view.words
st.html(LOOKS)
show(heading(words("page.report.gap")))
left, middle, right = st.columns([2, 1, 1])
with left:
    period = choose_period(view.knowledge, words)
units = [u for u in view.program.units.of_province(plan.province) if u.existed_within(period)]
with middle:
    chosen = choose_unit(view.knowledge, units, words, whole=words("page.report.all-units"))
with right:
    kind = choose_kind(words)
unit = None if chosen.id == plan.province else chosen
if remarks := what_is_unfinished(view, period):
    notice(element("ul", *(element("li", remark) for remark in remarks)))
offer_gap_report(view, period, unit, kind)
show(
    view.kept(
        "report-preview",
        period,
        chosen.id,
        make=lambda: preview(
            compose(gap_report(view.program, view.knowledge, period, unit), words),
            words,
        ),
    )
)
if plan.indicators:
    show(heading(words("page.report.template-title")))
    show(quiet(words("page.report.template-why")))
    year_place, scope_place, _ = st.columns([1, 2, 1])
    with year_place:
        year = choose_template_year(view.knowledge, words)
    with scope_place:
        scope = choose_template_scope(view, year)
    offer_template(view, year, scope)
take_paper_reports(view, period.year)
