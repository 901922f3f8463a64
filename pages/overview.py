"""Tổng quan: what is met, what is not and by how much, who is behind, what is due."""

import streamlit as st

from kpi.present.sentences import headline, headline_coverage, headline_verdicts, headline_worst
from kpi.service.reports import not_reported
from kpi.ui.address import link_to
from kpi.ui.cards import by_concern, verdict_cards
from kpi.ui.choices import choose_period
from kpi.ui.figures import show_path
from kpi.ui.frame import begin
from kpi.ui.glance import coming_deadlines, furthest_behind, who_has_not_reported
from kpi.ui.marks import heading
from kpi.ui.markup import show
from kpi.ui.opening_line import opening_line, sources_line, standing_line
from kpi.ui.session import through_the_years
from kpi.ui.states import nothing_yet
from kpi.ui.tasks_list import show_directions, show_duties

view = begin()
plan, words = view.plan, view.words
if not plan.indicators:
    show(opening_line(headline([], words, view.tasks())))
    show_directions(view)
    show_duties(view, view.tasks())
elif view.knowledge.empty:
    show(opening_line(words("page.empty.headline")))
    nothing_yet(plan, words)
    show(coming_deadlines(view.tasks(), words, link_to("tasks", plan=plan.id)))
else:
    period = choose_period(view.knowledge, words)
    everyone = view.verdicts(period)
    province = by_concern([e for e in everyone if e.unit.id == plan.province])
    show(opening_line(headline_verdicts(province, words), headline_worst(province, words)))
    show(standing_line(view, period, headline_coverage(province, words)))
    main, side = st.columns([2, 1], gap="large")
    with main:
        show(heading(words("page.overview.gaps")))
        show(verdict_cards(province, plan.id, words))
        first = next((e for e in province if e.figure), province[0]).indicator
        show(heading(words("page.overview.path"), words.pick(first.short, first.short_en)))
        show_path(first, through_the_years(view.knowledge, first, view.province, period), words)
    with side:
        show(coming_deadlines(view.tasks(), words, link_to("tasks", plan=plan.id)))
        show(furthest_behind(province, everyone, words))
        show(who_has_not_reported(not_reported(view.knowledge, period), words))
    show(sources_line(view))
