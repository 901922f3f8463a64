"""Duties a document lays down: who, what, until when, and whether it was done in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class TaskKind(StrEnum):
    TASK = "task"
    MILESTONE = "milestone"
    REPORT = "report"


class Recurrence(StrEnum):
    YEARLY = "yearly"
    HALF_YEARLY = "half-yearly"
    HALF_YEARLY_AND_YEARLY = "half-yearly-and-yearly"
    QUARTERLY = "quarterly"
    MONTHLY_AND_QUARTERLY = "monthly-and-quarterly"
    PERIODIC = "periodic"  # regular, the document names no interval
    CONTINUOUS = "continuous"
    ON_OCCURRENCE = "on-occurrence"


@dataclass(frozen=True, slots=True)
class Agency:
    """Who a duty is laid on, or reported to, under the name the document gives; `name_en` may be empty."""

    name: str
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class YearlyDeadline:
    """The last day in time within each year («trước ngày 10/12» is month 12, day 9), from a first year on."""

    month: int
    day: int
    first_year: int

    def last_day(self, year: int) -> date:
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Task:
    """One duty. `last_day` is the last day in time of a duty done once; `yearly` dates a recurring one.

    Both are None where the document names no date; then nothing is ever overdue. `deadline_text` is how the
    document puts it.
    """

    id: str
    kind: TaskKind
    clause: str
    text: str
    lead: tuple[Agency, ...]
    text_en: str = ""
    coordinating: tuple[Agency, ...] = ()
    deadline_text: str = ""
    deadline_text_en: str = ""
    last_day: date | None = None
    yearly: YearlyDeadline | None = None
    recurrence: Recurrence | None = None
    deliverable: str = ""
    deliverable_en: str = ""
    report_to: Agency | None = None
    via: Agency | None = None
    note: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class TaskDone:
    """A record that a duty was done. `year` names which occurrence of a yearly duty, None for the others.

    `number` and `by`, who made it, come with its being kept.
    """

    task: str
    on: date
    year: int | None = None
    note: str = ""
    number: int | None = field(default=None, compare=False)
    by: str = field(default="", compare=False)


class TaskState(StrEnum):
    DONE = "done"
    DONE_LATE = "done-late"
    DUE = "due"
    OVERDUE = "overdue"
    NO_DEADLINE = "no-deadline"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time a duty falls due. `days` are days late when positive, days left when negative.

    `record` is the number of the record that it was done, `by` who made it.
    """

    state: TaskState
    last_day: date | None = None
    year: int | None = None
    done_on: date | None = None
    days: int | None = None
    note: str = ""
    record: int | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """A duty as it stands on a day: the occurrence that matters now, and all of them in order."""

    task: Task
    current: Occurrence
    occurrences: tuple[Occurrence, ...]

    @property
    def coming(self) -> Occurrence | None:
        """The next one to fall due; another than `current` while an earlier one is overdue."""
        return next((o for o in self.occurrences if o.state is TaskState.DUE), None)


def status_on(task: Task, day: date, records: Iterable[TaskDone]) -> TaskStatus:
    """How the duty stands on `day`.

    Of a yearly duty the latest occurrence already past counts while it is not done, else the coming one.
    A later record for the same occurrence replaces an earlier one; records after `day` are not looked at.
    """
    done = {r.year: r for r in records if r.task == task.id and r.on <= day}
    if task.yearly is None:
        only = _occurrence(task.last_day, None, _still_counting(task, done.get(None), day), day)
        return TaskStatus(task, only, (only,))
    years = range(task.yearly.first_year, max(day.year, task.yearly.first_year) + 2)
    occurrences = tuple(_occurrence(task.yearly.last_day(y), y, done.get(y), day) for y in years)
    return TaskStatus(task, _current(occurrences, day), occurrences)


def occurrence_year_for(task: Task, done_on: date) -> int | None:
    """Which occurrence of a yearly duty a day belongs to: the one whose last day is nearest; None if not yearly."""
    if task.yearly is None:
        return None
    yearly = task.yearly
    years = [y for y in (done_on.year - 1, done_on.year, done_on.year + 1) if y >= yearly.first_year]
    return min(years or [yearly.first_year], key=lambda y: abs(yearly.last_day(y) - done_on))


def _still_counting(task: Task, done: TaskDone | None, day: date) -> TaskDone | None:
    """A record of a recurring duty without a date counts for its calendar year: next year the duty is there again."""
    if done is not None and task.recurrence is not None and done.on.year < day.year:
        return None
    return done


def _occurrence(last_day: date | None, year: int | None, done: TaskDone | None, day: date) -> Occurrence:
    if done is not None:
        late = (done.on - last_day).days if last_day else 0
        state = TaskState.DONE_LATE if late > 0 else TaskState.DONE
        days = late if late > 0 else None
        return Occurrence(state, last_day, year, done.on, days, done.note, done.number, done.by)
    if last_day is None:
        return Occurrence(TaskState.NO_DEADLINE)
    days = (day - last_day).days
    return Occurrence(TaskState.OVERDUE if days > 0 else TaskState.DUE, last_day, year, days=days)


def _current(occurrences: tuple[Occurrence, ...], day: date) -> Occurrence:
    past = [o for o in occurrences if o.last_day and o.last_day < day]
    if past and past[-1].state is TaskState.OVERDUE:
        return past[-1]
    open_ones = [o for o in occurrences if o.state is TaskState.DUE]
    return open_ones[0] if open_ones else occurrences[-1]
