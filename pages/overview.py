"""Tổng quan: what is met, what is not and by how much, who is behind, what is due."""

import streamlit as st

from kpi.ui.choices import choose_period
from kpi.ui.duties_overview import duties_overview
from kpi.ui.frame import begin
from kpi.ui.markup import show
from kpi.ui.opening_line import opening_line
from kpi.ui.states import nothing_yet
from kpi.ui.verdicts_overview import deadlines, main_column, side_column, sources, top

view = begin()
if not view.plan.indicators:
    show(view.kept("duties-overview", make=lambda: duties_overview(view)))
elif view.knowledge.empty:
    show(opening_line(view.words("page.empty.headline")))
    nothing_yet(view.plan, view.words)
    show(deadlines(view))
else:
    period = choose_period(view.knowledge, view.words)
    show(view.kept("top", period, make=lambda: top(view, period)))
    main, side = st.columns([2, 1], gap="large")
    with main:
        show(view.kept("main", period, make=lambda: main_column(view, period)))
    with side:
        show(view.kept("side", period, make=lambda: side_column(view, period)))
    show(view.kept("sources", make=lambda: sources(view)))
