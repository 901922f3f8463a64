"""What a document demands, as read here: targets with their clauses, readings, reporting cycles."""

from __future__ import annotations

from collections.abc import Iterable

from kpi.domain.plan import Indicator, Plan, Reading, Target
from kpi.domain.task import Task, TaskKind
from kpi.present.formats import day
from kpi.present.sentences import agencies_text, agency_text, clause_text, target_due_text, target_text, term
from kpi.present.words import Words
from kpi.ui.marks import heading, quiet
from kpi.ui.markup import Markup, element, joined, show
from kpi.ui.tables import table

_RULES = (
    "strict",
    "exact",
    "whole",
    "province",
    "missing",
    "growth",
    "increase",
    "due",
    "gap",
    "final",
    "pace",
    "outlook",
)


def show_targets(plan: Plan, words: Words) -> None:
    """Every demand with a figure, or for an increase, with its clause and the day it was issued."""
    show(heading(words("page.plans.targets")))
    if not plan.indicators:
        show(quiet(words("page.plans.no-targets")))
        return
    columns = ("indicator", "kind", "target", "term", "clause", "issued")
    rows = [_target(i, target, words) for i in plan.indicators for target in i.targets]
    show(table([words(f"page.column.{name}") for name in columns], rows))


def show_readings(indicator: Indicator, words: Words) -> None:
    """What the document leaves open about an indicator, and how it is read here."""
    found = [*indicator.readings, *(r for target in indicator.targets for r in target.readings)]
    show(readings_list(found, words) if found else quiet(words("page.plans.no-readings")))


def readings_list(readings: Iterable[Reading], words: Words) -> Markup:
    """Each open question with the reading taken."""
    return element("dl", *(_reading(reading, words) for reading in readings), class_="k-readings")


def show_cycles(plan: Plan, words: Words) -> None:
    """The reports the document asks for, how often and to whom."""
    reports = [task for task in plan.tasks if task.kind is TaskKind.REPORT]
    if not reports:
        return
    show(heading(words("page.plans.cycles")))
    columns = ("report", "who", "interval", "deadline", "to", "clause")
    show(table([words(f"page.column.{name}") for name in columns], [_cycle(task, words) for task in reports]))


def show_rules(words: Words) -> None:
    """How verdicts are computed, in words."""
    show(heading(words("page.plans.rules")))
    show(element("ul", *(element("li", words(f"page.rules.{rule}")) for rule in _RULES), class_="k-list"))


def _target(indicator: Indicator, target: Target, words: Words) -> list[str]:
    return [
        words.pick(indicator.short, indicator.short_en),
        term(indicator.kind, words),
        target_text(target, words),
        target_due_text(target, words),
        clause_text(target.clause, words),
        day(target.issued, words.language) if target.issued else words("page.plans.undated"),
    ]


def _reading(reading: Reading, words: Words) -> Markup:
    asked = words.pick(reading.ambiguity, reading.ambiguity_en)
    return joined(element("dt", asked), element("dd", words.pick(reading.reading, reading.reading_en)))


def _cycle(task: Task, words: Words) -> list[str]:
    return [
        words.pick(task.text, task.text_en),
        agencies_text(task.lead, words),
        term(task.recurrence, words) if task.recurrence else "",
        words.pick(task.deadline_text, task.deadline_text_en) or words("task_text.no-deadline"),
        agency_text(task.report_to, words) if task.report_to else "",
        clause_text(task.clause, words),
    ]
