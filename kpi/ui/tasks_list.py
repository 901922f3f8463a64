"""The duties of a plan by how pressing they are, and directions that bear no figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kpi.domain.task import TaskState, TaskStatus
from kpi.present.formats import day
from kpi.present.sentences import (
    agencies_text,
    agency_text,
    clause_text,
    task_counts_text,
    task_state_text,
    term,
    trend_sentence,
)
from kpi.present.words import Words
from kpi.service.evaluations import trends
from kpi.ui.agencies import owed
from kpi.ui.frame import View
from kpi.ui.marks import heading
from kpi.ui.markup import Markup, element, joined
from kpi.ui.timeline import timeline

_PRESSING = (TaskState.OVERDUE, TaskState.DUE, TaskState.NO_DEADLINE, TaskState.DONE_LATE, TaskState.DONE)


def duties_list(statuses: Sequence[TaskStatus], words: Words) -> Markup:
    """Every duty under the state it is in, the most pressing first, those longest overdue on top.

    What falls due next has a group of its own, be an earlier time of the same duty overdue or not.
    """
    parts = []
    for state in _PRESSING:
        due = state is TaskState.DUE
        members = _coming(statuses) if due else [s for s in statuses if s.current.state is state]
        if members:
            title = words("page.tasks.coming") if due else term(state, words)
            parts.append(heading(title, str(len(members))))
            parts += [duty(s, words) for s in sorted(members, key=_order)]
    return joined(*parts)


def duties_counted(statuses: Sequence[TaskStatus], words: Words) -> str:
    """«3 quá hạn, 59 không nêu thời hạn · sắp đến hạn: 1, gần nhất ngày 09/12/2026»."""
    counted = task_counts_text(statuses, words) or words("headline.no-tasks")
    days = [s.current.last_day for s in _coming(statuses) if s.current.last_day]
    if not days:
        return counted
    ahead = words("page.tasks.coming-count", count=len(days), day=day(min(days), words.language))
    return f"{counted} · {ahead}"


def _coming(statuses: Iterable[TaskStatus]) -> list[TaskStatus]:
    """The duties with a day ahead, each as it stands towards that day."""
    return [replace(s, current=s.coming) for s in statuses if s.coming]


def duties_by_agency(statuses: Sequence[TaskStatus], words: Words) -> Markup:
    """Every duty under who leads it, the agency with most overdue ones first."""
    parts = []
    for entry in owed(statuses, words):
        late = words("task_count.overdue", count=entry.overdue) if entry.overdue else ""
        parts.append(heading(agency_text(entry.agency, words), late))
        parts += [duty(s, words) for s in sorted(entry.statuses, key=_pressing_first)]
    return joined(*parts)


def along_time(statuses: Sequence[TaskStatus], words: Words) -> Markup:
    """The dated duties on their days, today between them, and after them those without a date."""
    undated = [s for s in statuses if s.current.state is TaskState.NO_DEADLINE]
    return joined(timeline(statuses, words), duties_list(undated, words))


def directions_list(view: View) -> Markup:
    """The directions without a figure, with their clause and how they last moved where there are figures."""
    words = view.words
    if not view.plan.directions:
        return joined()
    latest = {t.indicator.id: t for t in trends(view.knowledge, unit_id=view.plan.province)}
    entries = (
        element(
            "li",
            words.pick(d.name, d.name_en),
            element("small", words("page.clause", clause=clause_text(d.clause, words))),
            element("small", trend_sentence(latest[d.id], words)) if d.id in latest else "",
        )
        for d in view.plan.directions
    )
    titled = heading(words("page.plans.directions"), words("page.plans.directions-note"))
    return joined(titled, element("ul", *entries, class_="k-list"))


def _order(status: TaskStatus) -> tuple[date, bool]:
    """By date; of those without one, what comes back before what is done once."""
    return _last_day(status), status.task.recurrence is None


def _pressing_first(status: TaskStatus) -> tuple[int, date]:
    return _PRESSING.index(status.current.state), _last_day(status)


def _last_day(status: TaskStatus) -> date:
    return status.current.last_day or date.max


def duty(status: TaskStatus, words: Words) -> Markup:
    """One duty: how it stands, what is to be done, by whom, until when, and where the document says so."""
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
    """How it stands; where the document names no date, how often it recurs, else the clause it stands in."""
    if status.current.state is not TaskState.NO_DEADLINE:
        return task_state_text(status.current, words)
    if status.task.recurrence:
        return term(status.task.recurrence, words)
    return words("page.clause", clause=clause_text(status.task.clause, words))


def _facts(status: TaskStatus, words: Words) -> list[str]:
    task = status.task
    facts = [
        term(task.kind, words),
        agencies_text(task.lead, words),
        words("page.tasks.with", agencies=agencies_text(task.coordinating, words))
        if task.coordinating
        else "",
        words.pick(task.deadline_text, task.deadline_text_en),
        _day_meant(status, words),
        _next_day(status, words),
        words("page.tasks.to", whom=agency_text(task.report_to, words)) if task.report_to else "",
        words("page.clause", clause=clause_text(task.clause, words)),
        task.id,
    ]
    return [fact for fact in facts if fact]


def _day_meant(status: TaskStatus, words: Words) -> str:
    last_day = status.current.last_day
    return words("page.tasks.last-day", day=day(last_day, words.language)) if last_day else ""


def _next_day(status: TaskStatus, words: Words) -> str:
    """Of a yearly duty, the coming day where another is spoken of."""
    coming = status.coming
    if status.task.yearly is None or coming is None or coming is status.current or coming.last_day is None:
        return ""
    return words("page.tasks.next", day=day(coming.last_day, words.language))
