"""Kế hoạch và căn cứ: every target with its clause, what the document leaves open, how verdicts are computed."""

import streamlit as st

from kpi.ui.frame import begin
from kpi.ui.law import readings_list, show_cycles, show_readings, show_rules, show_targets
from kpi.ui.marks import heading
from kpi.ui.markup import as_label, show
from kpi.ui.tasks_list import directions_list

view = begin("plans")
plan, words = view.plan, view.words
show_targets(plan, words)
for indicator in plan.indicators:
    with st.expander(as_label(words.pick(indicator.name, indicator.name_en))):
        show_readings(indicator, words)
show(directions_list(view))
show_cycles(plan, words)
if plan.readings:
    show(heading(words("page.plans.document-readings")))
    show(readings_list(plan.readings, words))
show_rules(words)
