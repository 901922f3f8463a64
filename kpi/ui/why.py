"""Why a verdict is what it is: the sum with its figures, the clause, and the answers that are not the verdict."""

from __future__ import annotations

from kpi.domain.evaluation import Evaluation
from kpi.present.sentences import outlook_sentence, pace_sentence, reason_sentence
from kpi.present.words import Words
from kpi.ui.address import link_to
from kpi.ui.answers import certainty, outlook_chip, pace_chip
from kpi.ui.cards import demand_line
from kpi.ui.counts import missing_text
from kpi.ui.frame import View
from kpi.ui.marks import link, verdict_badge
from kpi.ui.markup import Markup, element, joined

_PLACE = "vi-sao"  # links from elsewhere lead here


def verdict_line(evaluation: Evaluation, words: Words) -> Markup:
    """Verdict, demand and what is missing in one line; pace, outlook and certainty in the next."""
    said = joined(demand_line(evaluation, words), missing_text(evaluation, words), by=" · ")
    first = element("p", verdict_badge(evaluation, words), " ", said, class_="k-verdict-line")
    if evaluation.figure is None:
        return first
    answers = pace_chip(evaluation, words), outlook_chip(evaluation, words), certainty(evaluation, words)
    return joined(first, element("div", *answers, class_="k-card-beside"))


def arithmetic(evaluation: Evaluation, words: Words) -> Markup:
    """Verdict, pace and outlook, each with its own sum, under its own name."""
    entries = (
        ("verdict", reason_sentence(evaluation, words)),
        ("pace", pace_sentence(evaluation, words)),
        ("outlook", outlook_sentence(evaluation, words)),
    )
    parts = [joined(element("dt", words(f"answers.{name}")), element("dd", said)) for name, said in entries]
    return element("dl", *parts, class_="k-readings", id=_PLACE)


def units_link(view: View, evaluation: Evaluation) -> Markup:
    """To the units side by side, for the same indicator and period."""
    chosen = {"indicator": evaluation.indicator.id, "period": str(evaluation.period)}
    return link(
        view.words("page.indicator.units"), link_to("units", plan=view.plan.id, **chosen), class_="k-more"
    )
