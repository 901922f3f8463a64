"""The verdicts of one period as cards, what needs attention first."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.plan import Target
from kpi.present.formats import points
from kpi.present.sentences import (
    actual_text,
    clause_text,
    gap_text,
    reason_sentence,
    target_due_text,
    target_text,
    term,
    verdict_word,
)
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words
from kpi.ui.address import link_to
from kpi.ui.answers import certainty, outlook_chip, pace_chip
from kpi.ui.bars import bar
from kpi.ui.counts import missing_text
from kpi.ui.marks import link, verdict_badge
from kpi.ui.markup import Markup, element, joined

_CONCERN = (
    Compliance.MISSED,
    Compliance.NOT_ASSESSABLE,
    Compliance.NO_DATA,
    Compliance.MET,
    Compliance.NOT_DUE,
)


def by_concern(evaluations: Sequence[Evaluation]) -> list[Evaluation]:
    """Missed targets with the widest gap first, then what could not be judged, then met, then not yet due."""
    return sorted(evaluations, key=lambda e: (_CONCERN.index(e.compliance), _shortfall(e)))


def verdict_cards(evaluations: Sequence[Evaluation], plan_id: str, words: Words) -> Markup:
    """A card for each evaluation, in the order given."""
    return joined(*(_card(e, plan_id, words) for e in evaluations))


def demand_line(evaluation: Evaluation, words: Words) -> str:
    """«Mục tiêu năm 2019: trên 90% · mục II.2»."""
    target = evaluation.target
    if target is None:
        return words("page.card.no-target")
    return words(
        "page.card.demand",
        due=target_due_text(target, words),
        demand=target_text(target, words),
        clause=clause_text(target.clause, words),
    )


def indicator_address(evaluation: Evaluation, plan_id: str) -> str:
    """The page of the indicator, for this unit and period."""
    chosen = {"period": str(evaluation.period), "unit": evaluation.unit.id}
    return link_to("indicator", plan=plan_id, indicator=evaluation.indicator.id, **chosen)


def _card(evaluation: Evaluation, plan_id: str, words: Words) -> Markup:
    indicator = evaluation.indicator
    address = indicator_address(evaluation, plan_id)
    name = element("h3", link(words.pick(indicator.short, indicator.short_en), address))
    return element(
        "article",
        element("div", name, element("p", _law(evaluation, plan_id, words), class_="k-law")),
        _middle(evaluation, words),
        element("div", verdict_badge(evaluation, words), *_distance(evaluation, words), class_="k-card-gap"),
        _beside(evaluation, address, words),
        class_="k-card",
    )


def _law(evaluation: Evaluation, plan_id: str, words: Words) -> Markup:
    """What is demanded and by which clause, which leads to the document; then the mark after it, if any."""
    demand = link(demand_line(evaluation, words), link_to("plans", plan=plan_id))
    later = _later_target(evaluation)
    if later is None:
        return demand
    said = words("page.card.later", due=target_due_text(later, words), demand=target_text(later, words))
    return joined(demand, said, by=" · ")


def _later_target(evaluation: Evaluation) -> Target | None:
    """The next target that names a later year than the one held against."""
    target = evaluation.target
    if target is None:
        return None
    later = [t for t in evaluation.indicator.targets if t.year > max(target.year, evaluation.period.year)]
    return min(later, key=lambda t: t.year, default=None)


def _beside(evaluation: Evaluation, address: str, words: Words) -> Markup:
    """What stands beside the verdict and is none: pace, outlook, how sure the figure is, and where it is from.

    Without a figure there is nothing to be sure of, and no cell it came from.
    """
    if evaluation.figure is None:
        return joined()
    answers = pace_chip(evaluation, words), outlook_chip(evaluation, words), certainty(evaluation, words)
    source = link(words("page.card.why"), f"{address}#vi-sao", class_="k-more")
    return element("div", *answers, source, class_="k-card-beside")


def _middle(evaluation: Evaluation, words: Words) -> Markup:
    """The bar where there is a percentage, else the reason why not."""
    if evaluation.actual is not None:
        return bar(evaluation, words)
    return element("p", reason_sentence(evaluation, words), class_="k-why-not")


def _distance(evaluation: Evaluation, words: Words) -> list[Markup]:
    """Points and people missing; of a target met or not yet due, the figure and how it stands to the mark."""
    gap = evaluation.verdict.gap_points
    if evaluation.compliance is Compliance.MISSED and gap is not None:
        large = words("chart.points", points=points(gap, words.language))
        return [element("strong", large), element("small", missing_text(evaluation, words))]
    if evaluation.actual is not None:
        standing = element("small", _standing(evaluation, words))
        return [element("strong", actual_text(evaluation, words)), standing]
    reason = evaluation.verdict.reason
    return [element("small", capitalised(term(reason, words)))] if reason else []


def _standing(evaluation: Evaluation, words: Words) -> str:
    """How it stands to the mark, where that says more than the badge does."""
    said = gap_text(evaluation, words)
    return "" if said == verdict_word(evaluation, words) else said


def _shortfall(evaluation: Evaluation) -> Fraction:
    missed = evaluation.compliance is Compliance.MISSED
    return (evaluation.verdict.gap_points or Fraction(0)) if missed else Fraction(0)
