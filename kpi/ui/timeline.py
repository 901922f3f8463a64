"""Duties along time: what was due and was not recorded, today, and what is to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kpi.domain.task import Occurrence, Task, TaskState, TaskStatus
from kpi.present.formats import day
from kpi.present.sentences import agencies_text, clause_text, task_state_text
from kpi.present.words import Words
from kpi.service import settings
from kpi.ui.markup import Markup, element, joined

_SIGNS = {TaskState.OVERDUE: "✖", TaskState.DUE: "○", TaskState.DONE: "✔", TaskState.DONE_LATE: "✔"}


@dataclass(frozen=True, slots=True)
class Moment:
    """One day on the line. `missed_before` are earlier occurrences of the same duty that were not recorded."""

    day: date
    task: Task
    occurrence: Occurrence
    missed_before: int = 0


def moments(statuses: Iterable[TaskStatus]) -> list[Moment]:
    """Every dated duty once or more, in order: what was done, the last day missed, and the next to come."""
    found = [moment for status in statuses for moment in _of_one(status)]
    return sorted(found, key=lambda m: (m.day, m.task.id))


def timeline(statuses: Sequence[TaskStatus], words: Words) -> Markup:
    """The line from the earliest day to the latest, with today between; years head their days."""
    today = settings.today()
    found = moments(statuses)
    if not found:
        return element("p", words("page.glance.no-deadlines"), class_="k-quiet")
    past = [m for m in found if m.day < today]
    coming = [m for m in found if m.day >= today]
    now = element("li", words("page.tasks.today", day=day(today, words.language)), class_="k-today")
    return element("ol", *_years(past, words), now, *_years(coming, words), class_="k-timeline")


def _years(found: Sequence[Moment], words: Words) -> list[Markup]:
    entries = []
    for year, members in groupby(found, key=lambda m: m.day.year):
        entries.append(element("li", str(year), class_="k-year"))
        entries += [_entry(moment, words) for moment in members]
    return entries


def _entry(moment: Moment, words: Words) -> Markup:
    task, state = moment.task, moment.occurrence.state
    facts = [
        task_state_text(moment.occurrence, words),
        words("page.tasks.missed-before", count=moment.missed_before) if moment.missed_before else "",
        agencies_text(task.lead, words),
        words("page.clause", clause=clause_text(task.clause, words)),
    ]
    sign = element("span", _SIGNS.get(state, "·"), class_="k-sign", aria_hidden="true")
    text = element("span", words.pick(task.text, task.text_en), element("small", joined(*facts, by=" · ")))
    return element(
        "li", element("time", day(moment.day, words.language)), sign, text, class_=f"k-moment {state}"
    )


def _of_one(status: TaskStatus) -> list[Moment]:
    dated = [(o.last_day, o) for o in status.occurrences if o.last_day is not None]
    missed = [(d, o) for d, o in dated if o.state is TaskState.OVERDUE]
    coming = [(d, o) for d, o in dated if o.state is TaskState.DUE]
    done = [(d, o) for d, o in dated if o.state in (TaskState.DONE, TaskState.DONE_LATE)]
    found = [Moment(d, status.task, o) for d, o in [*done, *coming[:1]]]
    if missed:
        last, occurrence = missed[-1]
        found.append(Moment(last, status.task, occurrence, len(missed) - 1))
    return found
