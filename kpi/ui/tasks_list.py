"""The duties of a plan by how pressing they are, and directions that bear no figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kpi.domain.task import TaskState, TaskStatus
from kpi.present.formats import day
from kpi.present.sentences import task_state_text, term, trend_sentence
from kpi.present.words import Words
from kpi.service.evaluations import trends
from kpi.ui.frame import View
from kpi.ui.marks import heading
from kpi.ui.markup import Markup, element, joined, show

_PRESSING = (TaskState.OVERDUE, TaskState.DUE, TaskState.NO_DEADLINE, TaskState.DONE_LATE, TaskState.DONE)


def show_duties(view: View, statuses: Sequence[TaskStatus]) -> None:
    """Every duty under the state it is in, the most pressing first, those longest overdue on top."""
    for state in _PRESSING:
        members = sorted((s for s in statuses if s.current.state is state), key=_last_day)
        if members:
            show(heading(term(state, view.words), str(len(members))))
            show(joined(*(_duty(s, view.words) for s in members)))


def show_directions(view: View) -> None:
    """The directions without a figure, with their clause and how they last moved where there are figures."""
    words = view.words
    if not view.plan.directions:
        return
    latest = {t.indicator.id: t for t in trends(view.knowledge, unit_id=view.plan.province)}
    show(heading(words("page.plans.directions"), words("page.plans.directions-note")))
    show(
        element(
            "ul",
            *(
                element(
                    "li",
                    words.pick(d.name, d.name_en),
                    element("small", words("page.clause", clause=d.clause)),
                    element("small", trend_sentence(latest[d.id], words)) if d.id in latest else "",
                )
                for d in view.plan.directions
            ),
            class_="k-list",
        )
    )


def agencies(statuses: Iterable[TaskStatus]) -> list[str]:
    """Who leads any of the duties, by name."""
    return sorted({agency for s in statuses for agency in s.task.lead})


def _last_day(status: TaskStatus) -> date:
    return status.current.last_day or date.max


def _duty(status: TaskStatus, words: Words) -> Markup:
    task, late = status.task, " late" if status.current.state is TaskState.OVERDUE else ""
    small = element("small", joined(*_facts(status, words), by=" · "))
    note = element("small", status.current.note) if status.current.note else ""
    return element(
        "div",
        element("b", _when(status, words)),
        element("span", words.pick(task.text, task.text_en), small, note),
        class_=f"k-entry wide{late}",
    )


def _when(status: TaskStatus, words: Words) -> str:
    """How it stands; where the document names no date, how often it recurs if it does."""
    if status.current.state is TaskState.NO_DEADLINE and status.task.recurrence:
        return term(status.task.recurrence, words)
    return task_state_text(status.current, words)


def _facts(status: TaskStatus, words: Words) -> list[str]:
    task = status.task
    facts = [
        term(task.kind, words),
        "; ".join(task.lead),
        words("page.tasks.with", agencies="; ".join(task.coordinating)) if task.coordinating else "",
        words.pick(task.deadline_text, task.deadline_text_en),
        _day_meant(status, words),
        _next_day(status, words),
        words("page.tasks.to", whom=task.report_to) if task.report_to else "",
        words("page.clause", clause=task.clause),
        task.id,
    ]
    return [fact for fact in facts if fact]


def _day_meant(status: TaskStatus, words: Words) -> str:
    last_day = status.current.last_day
    return words("page.tasks.last-day", day=day(last_day, words.language)) if last_day else ""


def _next_day(status: TaskStatus, words: Words) -> str:
    """Of a yearly duty, the coming day where another is spoken of."""
    coming = next((o for o in status.occurrences if o.state is TaskState.DUE), None)
    if status.task.yearly is None or coming is None or coming is status.current or coming.last_day is None:
        return ""
    return words("page.tasks.next", day=day(coming.last_day, words.language))
