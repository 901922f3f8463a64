"""Báo cáo: the gap report to download, and the template to fill in."""

import streamlit as st

from kpi.present.sentences import headline
from kpi.ui.choices import choose_period, choose_template_year, choose_unit
from kpi.ui.documents import offer_gap_report, offer_template
from kpi.ui.frame import begin
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import element, show
from kpi.ui.report_state import what_is_unfinished
from kpi.ui.states import notice

view = begin("report")
plan, words = view.plan, view.words
show(heading(words("page.report.gap")))
left, right = st.columns([2, 1])
with left:
    period = choose_period(view.knowledge, words)
units = [u for u in view.program.units.of_province(plan.province) if u.existed_within(period)]
with right:
    unit = choose_unit(view.knowledge, units, words, whole=words("page.report.all-units"))
province = [e for e in view.verdicts(period) if e.unit.id == plan.province]
show(quiet(headline(province, words, view.tasks())))
if remarks := what_is_unfinished(view, period):
    notice(element("ul", *(element("li", remark) for remark in remarks)))
offer_gap_report(view, period, None if unit.id == plan.province else unit)
if plan.indicators:
    show(heading(words("page.report.template-title")))
    show(quiet(words("page.report.template-why")))
    chooser, _ = st.columns([1, 3])
    with chooser:
        year = choose_template_year(view.knowledge, words)
    offer_template(view, year)
