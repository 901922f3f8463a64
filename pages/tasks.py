"""Nhiệm vụ: every duty, its state and its date; recording that one is done, and taking that back."""

import streamlit as st

from kpi.domain.actor import Deed
from kpi.ui.choices import choose_agency, choose_task_view
from kpi.ui.frame import begin
from kpi.ui.marks import quiet
from kpi.ui.markup import show
from kpi.ui.task_done import record_done, take_back_done
from kpi.ui.tasks_list import along_time, duties_by_agency, duties_counted, duties_list

view = begin("tasks")
words, statuses = view.words, view.tasks()
show(quiet(duties_counted(statuses, words)))
if statuses:
    if view.who.may(Deed.MARK_DONE):
        with st.expander(words("page.tasks.mark-done")):
            record_done(view, statuses)
            take_back_done(view, statuses)
    left, right = st.columns([2, 1])
    with left:
        arranged = choose_task_view(words)
    with right:
        agency = choose_agency(statuses, view.plan.id, words)
    shown = [s for s in statuses if agency is None or agency in (lead.name for lead in s.task.lead)]
    lists = {"pressing": duties_list, "agency": duties_by_agency, "dates": along_time}
    show(lists[arranged](shown, words))
