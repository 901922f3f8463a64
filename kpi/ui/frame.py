"""The top of every page: which document is looked at, and what a page shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.domain.plan import Plan
from kpi.domain.task import TaskStatus
from kpi.domain.unit import ReportingUnit
from kpi.present.formats import day
from kpi.present.words import Language, Words
from kpi.service.duties import task_statuses
from kpi.service.evaluations import Knowledge, evaluate
from kpi.service.program import Program
from kpi.ui import opening, session
from kpi.ui.address import this_page_in
from kpi.ui.choices import choose_plan
from kpi.ui.marks import illustrative_mark, link
from kpi.ui.markup import Markup, element, joined, show
from kpi.ui.states import tell_what_was_done

_OTHER = {Language.VIETNAMESE: Language.ENGLISH, Language.ENGLISH: Language.VIETNAMESE}


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: a plan and what is known of it, in a language."""

    program: Program
    knowledge: Knowledge
    words: Words

    @property
    def plan(self) -> Plan:
        return self.knowledge.plan

    @property
    def province(self) -> ReportingUnit:
        return self.program.units[self.plan.province]

    def verdicts(self, period: Period, unit_id: str | None = None) -> Sequence[Evaluation]:
        return evaluate(self.knowledge, period, unit_id)

    def tasks(self) -> list[TaskStatus]:
        return task_statuses(self.program, self.plan.id)


def begin(title: str = "") -> View:
    """Draws the top of the page with the choice of plan, and the page's own title if it has one."""
    words = session.words()
    head, chooser = st.columns([3, 1], vertical_alignment="bottom")
    with chooser:
        plan = choose_plan(words)
    view = View(opening.program(), session.knowledge(plan.id), words)
    with head:
        show(_document(view))
    tell_what_was_done()
    if title:
        mark = illustrative_mark(words) if view.knowledge.illustrative else ""
        show(element("h1", words(f"page.title.{title}"), mark, class_="k-title"))
    return view


def _document(view: View) -> Markup:
    """«Hà Tĩnh · 157/KH-UBND · 11/5/2017 · English», and the title of the document."""
    plan, words = view.plan, view.words
    issued = day(plan.issued, words.language) if plan.issued else ""
    other = _OTHER[words.language]
    facts = joined(
        view.province.name,
        plan.number,
        issued,
        link(words("page.other-language"), this_page_in(other)),
        by=" · ",
    )
    title = element("p", words.pick(plan.title, plan.title_en), class_="k-document")
    return element("header", element("div", facts, class_="k-kicker"), title, class_="k-head")
