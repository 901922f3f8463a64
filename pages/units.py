"""Đơn vị: units side by side – who is furthest behind, every year of each, and who ended or merged."""

import streamlit as st

from kpi.ui.choices import choose_indicator, choose_period
from kpi.ui.frame import begin
from kpi.ui.markup import show
from kpi.ui.states import no_indicators, nothing_yet, notice
from kpi.ui.units_overview import changes, opening, province_row, side_by_side, through_years

view = begin("units")
plan, words = view.plan, view.words
if not plan.indicators:
    notice(no_indicators(plan, words))
    st.stop()
if view.knowledge.empty:
    nothing_yet(plan, words)
    st.stop()
indicator = choose_indicator(plan, words)
period = choose_period(view.knowledge, words)
for part in (opening, province_row, side_by_side, through_years, changes):
    show(view.kept(part.__name__, indicator.id, period, make=lambda part=part: part(view, indicator, period)))
