"""Recording that a duty was done, and taking such a record back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from kpi.domain.actor import Deed
from kpi.domain.task import Occurrence, TaskStatus
from kpi.present.formats import day
from kpi.present.sentences import task_state_text
from kpi.present.words import Words
from kpi.service import settings
from kpi.service.duties import mark_done, undo_done
from kpi.ui.frame import View
from kpi.ui.sent import asked_to_take_back
from kpi.ui.session import actor
from kpi.ui.states import attempt, tell_after_reload

_EARLIEST = date(1990, 1, 1)  # Streamlit by itself goes back ten years and no further


def record_done(view: View, statuses: Sequence[TaskStatus]) -> None:
    """A form: which duty, on which day, with which note."""
    words, today = view.words, settings.today()
    names = {s.task.id: f"{s.task.id} · {words.pick(s.task.text, s.task.text_en)}" for s in statuses}
    with st.form("task-done", border=True):
        task_id = st.selectbox(words("page.tasks.which"), list(names), format_func=names.__getitem__)
        left, right = st.columns([1, 2])
        on = left.date_input(words("page.tasks.on"), today, _EARLIEST, today, format="DD/MM/YYYY")
        note = right.text_input(words("page.tasks.note"), max_chars=500)
        sent = st.form_submit_button(words("page.tasks.record"), type="primary")
    if sent:
        done = attempt(lambda: mark_done(view.program, view.plan.id, task_id, on, note, actor()), words)
        if done is not None:
            kept = next((o for o in done.occurrences if o.done_on == on), done.current)
            year = f" ({kept.year})" if kept.year else ""
            state = task_state_text(kept, words)
            tell_after_reload(
                words(
                    "page.tasks.recorded", task=task_id, year=year, state=state, day=day(on, words.language)
                )
            )


def take_back_done(view: View, statuses: Sequence[TaskStatus]) -> None:
    """A choice among the records that count and that this person may take back; nothing where there is none."""
    words = view.words
    found = {
        o.record: (s, o)
        for s in statuses
        for o in s.occurrences
        if o.record is not None and view.who.may_take_back(o.by, Deed.MARK_DONE)
    }
    if not found:
        return
    record = st.selectbox(
        words("page.tasks.undo-one"),
        sorted(found, reverse=True),
        format_func=lambda r: _record_text(*found[r], words),
        key="task-record",
    )
    status, kept = found[record]
    sure = words("page.tasks.sure", task=status.task.id, day=_done_on(kept, words))
    if not asked_to_take_back(view, kept.by, sure, ("undo-task-done", record), Deed.MARK_DONE):
        return
    after = attempt(lambda: undo_done(view.program, record, actor()), words)
    if after is not None:
        state = task_state_text(after.current, words)
        tell_after_reload(words("page.tasks.undone", task=after.task.id, state=state))


def _record_text(status: TaskStatus, kept: Occurrence, words: Words) -> str:
    year = f" ({kept.year})" if kept.year else ""
    return f"{status.task.id}{year} · {_done_on(kept, words)} · {kept.by}"


def _done_on(kept: Occurrence, words: Words) -> str:
    return day(kept.done_on, words.language) if kept.done_on else ""
