"""The top of every page: which document is looked at, and what a page shows of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from kpi.domain.actor import Actor
from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, Plan
from kpi.domain.task import TaskStatus
from kpi.domain.unit import ReportingUnit
from kpi.present.formats import day
from kpi.present.sentences import term
from kpi.present.words import Language, Words
from kpi.service.duties import task_statuses
from kpi.service.evaluations import Knowledge, evaluate
from kpi.service.program import Program
from kpi.ui import opening, session
from kpi.ui.address import link_to, this_page_in
from kpi.ui.choices import choose_plan
from kpi.ui.marks import illustrative_mark, link
from kpi.ui.markup import Markup, element, joined, show
from kpi.ui.session import Made, Stamp
from kpi.ui.states import tell_what_was_done

_OTHER = {Language.VIETNAMESE: Language.ENGLISH, Language.ENGLISH: Language.VIETNAMESE}


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: a plan and what is known of it, in a language."""

    program: Program
    knowledge: Knowledge
    words: Words
    stamp: Stamp
    who: Actor  # as to what is shown; whatever is done asks anew who acts

    @property
    def plan(self) -> Plan:
        return self.knowledge.plan

    @property
    def province(self) -> ReportingUnit:
        return self.program.units[self.plan.province]

    @property
    def illustrative(self) -> bool:
        """Whether any figure of the plan is made up."""
        return self.kept("illustrative", make=lambda: self.knowledge.illustrative)

    def kept(self, name: str, *choices: object, make: Callable[[], Made]) -> Made:
        """What `make` gives, kept for all sessions until the data change."""
        return session.kept(self.stamp, name, *choices, make=make)

    def verdicts(self, period: Period, unit_id: str | None = None) -> Sequence[Evaluation]:
        """All evaluations of a period, or those of one unit."""
        everyone = self.kept("verdicts", period, make=lambda: evaluate(self.knowledge, period))
        return [e for e in everyone if unit_id in (None, e.unit.id)]

    def years(self, indicator: Indicator, unit: ReportingUnit, until: Period) -> Sequence[Evaluation]:
        """The indicator of one unit year by year, up to `until` or its last figure."""
        return self.kept(
            "years",
            indicator.id,
            unit.id,
            until,
            make=lambda: session.through_the_years(self.knowledge, indicator, unit, until),
        )

    def tasks(self) -> Sequence[TaskStatus]:
        return self.kept("tasks", make=lambda: task_statuses(self.program, self.plan.id))


def begin(title: str = "") -> View:
    """Draws the top of the page with the choice of plan, and the page's own title if it has one."""
    words = session.words()
    head, chooser = st.columns([3, 1], vertical_alignment="bottom")
    with chooser:
        plan = choose_plan(words)
    stamp = session.stamp(plan.id)
    view = View(opening.program(), session.knowledge(stamp), words, stamp, session.actor())
    with head:
        show(_document(view))
    tell_what_was_done()
    if title:
        mark = illustrative_mark(words) if view.illustrative else ""
        show(element("h1", words(f"page.title.{title}"), mark, class_="k-title"))
    return view


def _document(view: View) -> Markup:
    """«Hà Tĩnh · 157/KH-UBND · 11/5/2017 · English · In», and the title of the document."""
    plan, words = view.plan, view.words
    issued = day(plan.issued, words.language) if plan.issued else ""
    other = _OTHER[words.language]
    facts = joined(
        view.province.name,
        plan.number,
        issued,
        by=" · ",
    )
    controls = joined(
        link(words("page.other-language"), this_page_in(other), lang=other),
        element("button", words("page.print"), type="button", class_="k-print"),
        _person(view.who, words),
        by=" · ",
    )
    title = element("p", words.pick(plan.title, plan.title_en), class_="k-document")
    return element(
        "header",
        element("div", facts, element("span", " · ", controls, class_="k-controls"), class_="k-kicker"),
        title,
        class_="k-head",
    )


def _person(who: Actor, words: Words) -> Markup:
    """Who looks, and how to leave; that there are no accounts where there are none."""
    if who.alone:
        return link(words("login.alone"), link_to("admin", part="accounts"))
    language = {"lang": words.language}
    return joined(
        f"{who.name} ({term(who.role, words)})",
        link(words("login.password-title"), f"/password?{urlencode(language)}"),
        link(words("login.logout"), f"/logout?{urlencode(language)}"),
        by=" · ",
    )
