"""The overview of a plan with figures: the sentence, the cards, the path of the worst, and what is due."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.present.sentences import headline_coverage, headline_verdicts, headline_worst
from kpi.present.words import Words
from kpi.service.reports import not_reported
from kpi.ui.address import link_to
from kpi.ui.cards import by_concern, indicator_address, verdict_cards
from kpi.ui.figures import fills_explained
from kpi.ui.frame import View
from kpi.ui.glance import furthest_behind, pressing_deadlines, who_has_not_reported
from kpi.ui.marks import heading, link
from kpi.ui.markup import Markup, joined
from kpi.ui.opening_line import next_mark, opening_line, sources_line, standing_line
from kpi.ui.path import path


def top(view: View, period: Period) -> Markup:
    """Met and missed in words, what is missing most, and how firm that is."""
    own, words = _province(view, period), view.words
    sentence = joined(headline_verdicts(own, words), next_mark(own, words), by=" ")
    opening = opening_line(sentence, headline_worst(own, words))
    return joined(opening, standing_line(view, period, headline_coverage(own, words)))


def main_column(view: View, period: Period) -> Markup:
    """Every indicator as a card, the widest gap first; then the years of the first that has a figure."""
    own, words = _province(view, period), view.words
    cards = verdict_cards(own, view.plan.id, words)
    return joined(heading(words("page.overview.gaps")), cards, *_path_of_worst(view, own, period, words))


def side_column(view: View, period: Period) -> Markup:
    """What is due and who owes it, which units are furthest behind, and who has not reported."""
    everyone, words = view.verdicts(period), view.words
    return joined(
        deadlines(view),
        furthest_behind(_province(view, period), everyone, view.plan.id, words),
        who_has_not_reported(not_reported(view.knowledge, period), words),
    )


def deadlines(view: View) -> Markup:
    return pressing_deadlines(view.tasks(), view.words, link_to("tasks", plan=view.plan.id))


def sources(view: View) -> Markup:
    return sources_line(view)


def _province(view: View, period: Period) -> list[Evaluation]:
    return by_concern(view.verdicts(period, view.plan.province))


def _path_of_worst(
    view: View, own: Sequence[Evaluation], period: Period, words: Words
) -> tuple[Markup, Markup, Markup]:
    first = next((e for e in own if e.figure), own[0])
    name = words.pick(first.indicator.short, first.indicator.short_en)
    titled = heading(words("page.overview.path"), link(name, indicator_address(first, view.plan.id)))
    drawn = path(first.indicator, view.years(first.indicator, view.province, period), words)
    return titled, drawn, fills_explained(words)
