"""The way of a period to final: where it stands, how it came there, and the steps the person here may take."""

from __future__ import annotations

import streamlit as st

from kpi.domain.actor import Actor
from kpi.domain.closing import PeriodStanding, Step
from kpi.domain.period import Period
from kpi.present.formats import moment
from kpi.present.sentences import period_text, term
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words
from kpi.service.closing import DEEDS, NEED_A_REASON, standing, take_step
from kpi.ui.frame import View
from kpi.ui.marks import quiet
from kpi.ui.markup import Markup, element, show
from kpi.ui.session import actor
from kpi.ui.states import attempt, tell_after_reload
from kpi.ui.tables import table

_ORDER = (Step.SUBMITTED, Step.APPROVED, Step.CLOSED, Step.RETURNED, Step.REOPENED)


def period_steps(view: View, period: Period) -> None:
    """Says where the period stands, and offers what the actor may do next."""
    words, who = view.words, view.who
    now = standing(view.program, view.plan.id, period)
    slot = f"{view.plan.id}.{period}"
    seen = st.session_state.get(f"seen.{slot}", now)  # what a click was made on
    st.session_state[f"seen.{slot}"] = now
    named = period_text(period, words)
    show(quiet(words("closing.stands", period=capitalised(named), state=term(now.state, words))))
    offered = [step for step in _ORDER if _offered(step, now, who)]
    why = ""
    if NEED_A_REASON & set(offered):
        why = st.text_input(words("closing.why"), max_chars=500, key=f"why.{slot}")
    for column, step in zip(st.columns(len(offered) or 1), offered, strict=False):
        label = words(f"closing.do-{step}", period=named)
        main = step in (Step.SUBMITTED, Step.APPROVED, Step.CLOSED) and step is offered[0]
        if column.button(label, type="primary" if main else "secondary", key=f"step.{step}.{slot}"):
            _take(view, step, why, seen)
    if now.steps:
        show(element("details", element("summary", words("closing.steps")), _log(now, words)))
    if not who.alone:
        show(quiet(words("closing.who")))


def _offered(step: Step, now: PeriodStanding, who: Actor) -> bool:
    deed, _ = DEEDS[step]
    needless = who.alone and step in (Step.SUBMITTED, Step.APPROVED)
    own = step is Step.APPROVED and now.submitted_by == who.name
    return who.may(deed) and now.allows(step, alone=who.alone) and not needless and not own


def _take(view: View, step: Step, why: str, seen: PeriodStanding) -> None:
    program, plan, period = view.program, view.plan, seen.period
    taken = attempt(lambda: take_step(program, plan.id, period, step, actor(), why, seen), view.words)
    if taken is not None:
        tell_after_reload(view.words(f"closing.taken.{step}", period=period))


def _log(now: PeriodStanding, words: Words) -> Markup:
    headings = [words(f"closing.{name}") for name in ("when", "by", "what", "note")]
    rows = [
        [moment(taken.at, words.language), taken.by, term(taken.step, words), taken.why]
        for taken in now.steps
    ]
    return table(headings, rows)
