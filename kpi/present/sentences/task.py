"""How duties stand, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kpi.domain.task import Occurrence, TaskState, TaskStatus
from kpi.present.formats import day, number
from kpi.present.sentences.terms import term
from kpi.present.words import Words

_MOST_PRESSING = (
    TaskState.OVERDUE,
    TaskState.DUE,
    TaskState.DONE_LATE,
    TaskState.DONE,
    TaskState.NO_DEADLINE,
)


def task_state_text(occurrence: Occurrence, words: Words) -> str:
    """«quá hạn 12 ngày», «còn 15 ngày», «hoàn thành trễ 3 ngày», «văn bản không nêu ngày»."""
    if occurrence.state is TaskState.DONE and occurrence.done_on is None:
        return term(occurrence.state, words)
    today = occurrence.state is TaskState.DUE and occurrence.days == 0
    return words(
        "task_text.due-today" if today else f"task_text.{occurrence.state}",
        days=_days(abs(occurrence.days or 0), words),
        day=day(occurrence.done_on, words.language) if occurrence.done_on else "",
    )


def _days(amount: int, words: Words) -> str:
    return (
        words("task_days.one")
        if amount == 1
        else words("task_days.many", days=number(amount, words.language))
    )


def task_counts_text(tasks: Iterable[TaskStatus], words: Words) -> str:
    """«3 quá hạn, 2 đang trong hạn, 5 đã hoàn thành»: the most pressing first, states without a task left out."""
    counts = Counter(task.current.state for task in tasks)
    return ", ".join(
        words(f"task_count.{state}", count=counts[state]) for state in _MOST_PRESSING if counts[state]
    )
