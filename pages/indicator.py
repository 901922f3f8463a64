"""Chỉ tiêu: one indicator through the years, why the verdict is what it is, and from which cells."""

import streamlit as st

from kpi.present.sentences import outlook_sentence, pace_sentence, reason_sentence
from kpi.ui.cards import demand_line
from kpi.ui.choices import choose_indicator, choose_period, choose_unit
from kpi.ui.figures import show_path, show_units, show_years
from kpi.ui.frame import begin
from kpi.ui.law import show_readings
from kpi.ui.marks import heading, quiet, verdict_badge
from kpi.ui.markup import show
from kpi.ui.session import through_the_years
from kpi.ui.sources import show_sources
from kpi.ui.states import nothing_yet, notice

view = begin("indicator")
plan, words, known = view.plan, view.words, view.knowledge
if not plan.indicators:
    notice(words("page.indicator.none"))
    st.stop()
left, right = st.columns([2, 1])
with left:
    indicator = choose_indicator(plan, words)
period = choose_period(known, words)
with right:
    unit = choose_unit(known, known.evaluator.units_for(indicator, period), words)
verdict = known.evaluator.evaluate(indicator, unit, period)
show(heading(words.pick(indicator.name, indicator.name_en), unit.name))
show(quiet(verdict_badge(verdict, words), " ", demand_line(verdict, words)))
if known.empty:
    nothing_yet(plan, words)
    st.stop()
years = through_the_years(known, indicator, unit, period)
show_path(indicator, years, words)
with st.expander(words("page.indicator.why"), expanded=True):
    show(quiet(reason_sentence(verdict, words)))
    show(quiet(pace_sentence(verdict, words)))
    show(quiet(outlook_sentence(verdict, words)))
    show_sources(view, verdict)
with st.expander(words("page.plans.readings")):
    show_readings(indicator, words)
show(heading(words("page.indicator.years")))
show_years(years, words)
others = [e for e in view.verdicts(period) if e.indicator is indicator and e.unit.id != plan.province]
if others:
    show(heading(words("page.indicator.units"), words("page.glance.against-province")))
    show_units(others, words)
