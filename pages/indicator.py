"""Chỉ tiêu: one indicator through the years, why the verdict is what it is, and from which cells."""

import streamlit as st

from kpi.ui.choices import choose_indicator, choose_period, choose_unit
from kpi.ui.figures import fills_explained, years_table
from kpi.ui.frame import begin
from kpi.ui.law import show_readings
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import joined, show
from kpi.ui.path import path
from kpi.ui.revisions import revisions
from kpi.ui.sources import kept_reasons, show_sources
from kpi.ui.states import no_indicators, nothing_yet, notice
from kpi.ui.total_changes import total_changes
from kpi.ui.why import arithmetic, units_link, verdict_line

view = begin("indicator")
plan, words, known = view.plan, view.words, view.knowledge
if not plan.indicators:
    notice(no_indicators(plan, words))
    st.stop()
left, right = st.columns([2, 1])
with left:
    indicator = choose_indicator(plan, words)
period = choose_period(known, words)
with right:
    unit = choose_unit(known, known.evaluator.units_for(indicator, period), words)
verdict = known.evaluator.evaluate(indicator, unit, period)
show(heading(words.pick(indicator.name, indicator.name_en), unit.name))
show(verdict_line(verdict, words))
if known.empty:
    nothing_yet(plan, words)
    st.stop()
years = view.years(indicator, unit, period)
show(path(indicator, years, words))
show(fills_explained(words))
with st.expander(words("page.indicator.why"), expanded=True):
    show(arithmetic(verdict, words))
    show_sources(view, verdict)
revised = joined(total_changes(view, verdict), revisions(view, verdict))
if revised:
    show(heading(words("page.revisions.title")))
    show(revised)
show(heading(words("page.indicator.years")))
show(years_table(years, [kept_reasons(view, e) for e in years], words))
show(quiet(units_link(view, verdict)))
with st.expander(words("page.plans.readings")):
    show_readings(indicator, words)
