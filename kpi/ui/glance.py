"""The side column of the overview: what is due, who is furthest behind, who has not reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import chain

from kpi.domain.evaluation import Evaluation
from kpi.domain.report import NotReported
from kpi.domain.task import Occurrence, Task, TaskState, TaskStatus
from kpi.domain.unit import Level
from kpi.present.charts import worst_first
from kpi.present.formats import day, points
from kpi.present.sentences import agency_text, clause_text, task_state_text, term
from kpi.present.words import Words
from kpi.ui.address import link_to
from kpi.ui.cards import indicator_address
from kpi.ui.counts import missing_text
from kpi.ui.marks import heading, link
from kpi.ui.markup import Markup, element, joined

MOST = 4


def pressing_deadlines(statuses: Iterable[TaskStatus], words: Words, more: str) -> Markup:
    """The next days to keep, then those last missed. `more` is the address of the whole list."""
    statuses = list(statuses)
    coming = [_deadline(task, occurrence, words) for task, occurrence in _coming(statuses)[:MOST]]
    missed = [_deadline(task, occurrence, words) for task, occurrence in _missed(statuses)[:MOST]]
    if len(coming) + len(missed) < MOST:
        coming += [_undated(s.task, words) for s in statuses if s.task.recurrence and not s.task.yearly][
            :MOST
        ]
    way = link(words("page.glance.all-tasks"), more, class_="k-more")
    next_days = _section(words("page.tasks.coming"), coming, words("page.glance.no-deadlines"), foot=way)
    late = _section(term(TaskState.OVERDUE, words), missed, "") if missed else ""
    return joined(next_days, late)


def furthest_behind(
    province: Sequence[Evaluation], units: Sequence[Evaluation], plan_id: str, words: Words
) -> Markup:
    """The units furthest from the target of the first indicator that has any, of those in `province`."""
    for own in province:
        behind = [e for e in units if e.indicator.id == own.indicator.id and _is_behind(e)]
        if behind:
            note = words.pick(own.indicator.short, own.indicator.short_en)
            entries = [_behind(e, plan_id, words) for e in worst_first(behind)[:MOST]]
            all_units = link_to("units", plan=plan_id, indicator=own.indicator.id, period=str(own.period))
            remark = element("p", words("page.glance.against-province"), class_="k-quiet")
            more = joined(
                remark, link(words("page.glance.all-units", count=len(behind)), all_units, class_="k-more")
            )
            return _section(words("page.glance.furthest"), entries, "", more, note)
    return joined()


def who_has_not_reported(missing: Iterable[NotReported], words: Words) -> Markup:
    """By group of units, how many of how many are missing and for what."""
    entries = [_unreported(group, words) for group in by_units(missing)]
    return _section(words("page.glance.unreported"), entries, words("page.glance.all-reported"))


def by_units(missing: Iterable[NotReported]) -> list[list[NotReported]]:
    """The indicators of which the same units are missing, together."""
    groups: dict[tuple[str, ...], list[NotReported]] = {}
    for entry in missing:
        groups.setdefault(tuple(u.id for u in entry.units), []).append(entry)
    return list(groups.values())


def indicators_text(group: Sequence[NotReported], words: Words) -> str:
    """For which indicators, the first few of them by name."""
    names = [words.pick(g.indicator.short, g.indicator.short_en) for g in group]
    return names_text(names, words, others="and-other-indicators")


def names_text(names: Sequence[str], words: Words, most: int = MOST, others: str = "and-others") -> str:
    """«Huyện A, Huyện B và 5 đơn vị khác»."""
    if len(names) <= most:
        return ", ".join(names)
    return words(f"page.glance.{others}", names=", ".join(names[:most]), count=len(names) - most)


def _coming(statuses: Iterable[TaskStatus]) -> list[tuple[Task, Occurrence]]:
    return sorted(((s.task, s.coming) for s in statuses if s.coming), key=_last_day)


def _missed(statuses: Iterable[TaskStatus]) -> list[tuple[Task, Occurrence]]:
    late = [(s.task, s.current) for s in statuses if s.current.state is TaskState.OVERDUE]
    return sorted(late, key=_last_day, reverse=True)


def _last_day(entry: tuple[Task, Occurrence]) -> date:
    return entry[1].last_day or date.max


def _deadline(task: Task, occurrence: Occurrence, words: Words) -> Markup:
    until = (
        words("page.glance.until", day=day(occurrence.last_day, words.language))
        if occurrence.last_day
        else ""
    )
    late = "late" if occurrence.state is TaskState.OVERDUE else ""
    return _entry(task_state_text(occurrence, words), _what(task, words), _who(task, until, words), late)


def _undated(task: Task, words: Words) -> Markup:
    interval = term(task.recurrence, words) if task.recurrence else ""
    return _entry(interval, _what(task, words), _who(task, words("task_text.no-deadline"), words))


def _what(task: Task, words: Words) -> str:
    return words.pick(task.text, task.text_en)


def _who(task: Task, until: str, words: Words) -> str:
    agencies = names_text([agency_text(lead, words) for lead in task.lead], words, 2)
    return " · ".join(
        filter(None, (agencies, until, words("page.clause", clause=clause_text(task.clause, words))))
    )


def _is_behind(evaluation: Evaluation) -> bool:
    gap = evaluation.verdict.gap_points
    return evaluation.unit.level is Level.DISTRICT and gap is not None and gap < 0


def _behind(evaluation: Evaluation, plan_id: str, words: Words) -> Markup:
    gap, missing = evaluation.verdict.gap_points, missing_text(evaluation, words)
    name = link(evaluation.unit.name, indicator_address(evaluation, plan_id))
    return _entry(points(gap or Fraction(0), words.language), name, missing)


def _unreported(group: Sequence[NotReported], words: Words) -> Markup:
    names = [unit.name for unit in group[0].units]
    counted = f"{len(names)}/{group[0].expected}"
    return _entry(counted, names_text(names, words), indicators_text(group, words))


def _entry(sign: str, text: str, small: str = "", class_: str = "") -> Markup:
    return element(
        "div",
        element("b", sign),
        element("span", text, element("small", small) if small else ""),
        class_=f"k-entry {class_}".strip(),
    )


def _section(title: str, entries: Sequence[Markup], without: str, foot: str = "", note: str = "") -> Markup:
    content = list(chain(entries, [foot] if foot else []))
    if not entries and without:
        content.insert(0, element("p", without, class_="k-quiet"))
    return element("section", heading(title, note), *content, class_="k-side")
