"""What a page says instead of its content: nothing there yet, refused, failed. Always one sentence, no traceback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from kpi.domain.actor import Deed
from kpi.domain.plan import Plan
from kpi.intake.workbook.child_process import ChildrenBusy
from kpi.present.words import Words
from kpi.registry.problem import DefinitionsBroken
from kpi.service.demo import fill_with_illustrative_data
from kpi.service.records import list_submissions
from kpi.service.refusal import Refused, failure_told
from kpi.service.settings import BadSetting
from kpi.store.errors import StoreUnavailable
from kpi.ui.address import link_to, way_to_login
from kpi.ui.marks import link
from kpi.ui.markup import Markup, element, joined, show
from kpi.ui.opening import program
from kpi.ui.session import NobodyThere, actor, words
from kpi.ui.web.faults import keep

_TOLD = "told"
Result = TypeVar("Result")


def notice(text: str | Markup, kind: str = "note") -> None:
    """A sentence in a frame; `kind` is note, good or bad."""
    show(element("div", text, class_=f"k-notice {kind}", role="alert" if kind == "bad" else "status"))


def no_indicators(plan: Plan, words: Words) -> Markup:
    """That a plan sets no figures to look at, and the way to what it sets."""
    way = link(words("page.indicator.to-duties"), link_to("tasks", plan=plan.id))
    return joined(words("page.indicator.none"), way, by=" ")


@contextmanager
def failures_told(words: Words) -> Iterator[None]:
    """Ends the page with one sentence where the program refuses or the machine fails."""
    try:
        yield
    except Exception as failure:
        # Streamlit's own control flow does not pass here: it derives from BaseException.
        notice(_sentence(failure, words), "bad")


def tell_fault(failure: Exception) -> bool:
    """The same for what fails outside a page, such as in a click; True as nothing more is to be shown."""
    notice(_sentence(failure, words()), "bad")
    return True


def attempt(action: Callable[[], Result], words: Words) -> Result | None:
    """What the action gives; where it is refused the reason is told and None returned."""
    try:
        return action()
    except Refused as refused:
        notice(words(f"refusal.{refused.why}", **refused.detail), "bad")
        return None


def tell_after_reload(text: str) -> None:
    """Runs the page anew, with the changed data, and has it say this first."""
    st.session_state[_TOLD] = text
    st.rerun()


def tell_what_was_done() -> None:
    """Says what the last action left to be said, once."""
    if told := st.session_state.pop(_TOLD, None):
        notice(told, "good")


def ask_to_log_in(words: Words) -> None:
    """What a page says to nobody: that is all it says."""
    notice(joined(words("login.ended"), link(words("login.again"), way_to_login()), by=" "), "bad")


def nothing_yet(plan: Plan, words: Words) -> None:
    """What to do with a plan nobody has sent figures for, and a way to look around with made-up ones."""
    show(
        element(
            "section",
            element("h2", words("page.empty.title")),
            element("ol", *(element("li", step) for step in _first_steps(plan, words))),
            class_="k-empty",
        )
    )
    if actor().may(Deed.OPERATE) and _nothing_anywhere():
        _offer_illustrative_data(words)


def _first_steps(plan: Plan, words: Words) -> list[Markup]:
    return [
        element(
            "span",
            link(words(f"page.empty.{step}"), link_to(page, plan=plan.id)),
            words(f"page.empty.{step}-why"),
        )
        for step, page in (("template", "report"), ("upload", "upload"))
    ]


def _nothing_anywhere() -> bool:
    opened = program()
    return not any(list_submissions(opened, plan_id) for plan_id in opened.definitions.plans)


def _offer_illustrative_data(words: Words) -> None:
    show(element("p", words("page.empty.demo-why"), class_="k-quiet"))
    if st.button(words("page.empty.demo"), type="primary", key="demo"):
        filled = attempt(lambda: fill_with_illustrative_data(program(), actor()), words)
        if filled is not None:
            figures = sum(len(outcome.readings) for outcome in filled)
            tell_after_reload(words("cli.demo-filled", files=len(filled), figures=figures))


def _sentence(failure: Exception, words: Words) -> str:
    match failure:
        case Refused():
            return words(f"refusal.{failure.why}", **failure.detail)
        case NobodyThere():
            return words("login.ended")
        case DefinitionsBroken():
            return words("refusal.definitions-broken", count=len(failure.problems))
        case BadSetting():
            return words("refusal.bad-setting", name=failure.name, value=failure.value)
        case ChildrenBusy():
            return words("refusal.busy")
        case StoreUnavailable() | OSError():
            reason, detail = failure_told(failure)
            return words(f"refusal.{reason}", **detail)
        case _:
            number, where = keep()
            return words("refusal.fault", number=number, log=where)
