"""Nhiệm vụ: every duty, its state and its date; recording that one is done."""

import streamlit as st

from kpi.present.sentences import task_counts_text
from kpi.ui.frame import begin
from kpi.ui.marks import quiet
from kpi.ui.markup import show
from kpi.ui.task_done import record_done
from kpi.ui.tasks_list import agencies, show_duties

view = begin("tasks")
words, statuses = view.words, view.tasks()
show(quiet(task_counts_text(statuses, words) or words("headline.no-tasks")))
if statuses:
    with st.expander(words("page.tasks.mark-done")):
        record_done(view, statuses)
    everyone = words("page.tasks.everyone")
    agency = st.selectbox(words("page.tasks.agency"), [everyone, *agencies(statuses)])
    show_duties(view, [s for s in statuses if agency in (everyone, *s.task.lead)])
