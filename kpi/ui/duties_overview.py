"""The overview of a document that sets duties and no figures: how they stand, when they fall due, who owes them."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.task import TaskState, TaskStatus
from kpi.present.formats import number
from kpi.present.sentences import task_counts_text, term
from kpi.present.words import Words
from kpi.ui.address import link_to
from kpi.ui.agencies import agency_table
from kpi.ui.frame import View
from kpi.ui.marks import heading, illustrative_mark, link, quiet
from kpi.ui.markup import Markup, element, joined
from kpi.ui.opening_line import opening_line
from kpi.ui.tasks_list import along_time, directions_list

_TILES = (TaskState.OVERDUE, TaskState.DUE, TaskState.DONE, TaskState.DONE_LATE, TaskState.NO_DEADLINE)
_SIGNS = {
    TaskState.OVERDUE: "✖",
    TaskState.DUE: "…",
    TaskState.DONE: "✔",
    TaskState.DONE_LATE: "✔",
    TaskState.NO_DEADLINE: "–",
}
_COLOURS = {TaskState.OVERDUE: "missed", TaskState.DONE: "met", TaskState.DONE_LATE: "met"}


def duties_overview(view: View) -> Markup:
    """The whole page below the head."""
    statuses, words = view.tasks(), view.words
    all_duties = link_to("tasks", plan=view.plan.id)
    mark = illustrative_mark(words) if view.illustrative else ""
    left = [heading(words("page.tasks.timeline")), along_time(statuses, words), directions_list(view)]
    return joined(
        opening_line(_sentence(statuses, words)),
        quiet(words("page.duties.no-figures"), " ", link(words("page.duties.clauses"), _clauses(view)), mark),
        _tiles(statuses, all_duties, words),
        element(
            "div",
            element("div", *left),
            _owing(statuses, view),
            class_="k-two",
        ),
    )


def _sentence(statuses: Sequence[TaskStatus], words: Words) -> str:
    if not statuses:
        return words("headline.no-tasks")
    counted = task_counts_text(statuses, words)
    return words("page.duties.headline", all=number(len(statuses), words.language), counts=counted)


def _clauses(view: View) -> str:
    return link_to("plans", plan=view.plan.id)


def _tiles(statuses: Sequence[TaskStatus], address: str, words: Words) -> Markup:
    """How many duties are in each state; the states that do not occur are left out but for «overdue»."""
    tiles = []
    for state in _TILES:
        members = sum(s.current.state is state for s in statuses)
        if members or state is TaskState.OVERDUE:
            tiles.append(_tile(state, members, address, words))
    return element("ul", *tiles, class_="k-tiles")


def _tile(state: TaskState, members: int, address: str, words: Words) -> Markup:
    colour = _COLOURS.get(state, "waiting") if members else "waiting"
    count = element("b", number(members, words.language))
    sign = element("span", _SIGNS[state], aria_hidden="true")
    return element(
        "li", count, link(joined(sign, term(state, words), by=" "), address), class_=f"k-tile {colour}"
    )


def _owing(statuses: Sequence[TaskStatus], view: View) -> Markup:
    """Who leads how many duties, those with overdue ones first."""
    table = agency_table(statuses, view.plan.id, view.words)
    return element("section", heading(view.words("page.tasks.by-agency")), table, class_="k-side")
