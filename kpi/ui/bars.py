"""A bar for one figure with the mark of its target, drawn with text and boxes alone."""

from __future__ import annotations

from fractions import Fraction

from kpi.domain.evaluation import Evaluation
from kpi.domain.observation import Stage
from kpi.domain.plan import IndicatorKind
from kpi.present.charts.gaps import mark_in
from kpi.present.formats import plain
from kpi.present.sentences import actual_text, target_sentence
from kpi.present.words import Words
from kpi.ui.counts import counts_text
from kpi.ui.marks import verdict_colour
from kpi.ui.markup import Markup, element

_ROOM = Fraction(11, 10)  # right of 100 %, so that the mark and its figure stand free
_SMALL, _SMALL_ROOM = 20, Fraction(3, 2)  # shares of a few percent would be a sliver with no room for words


def bar(evaluation: Evaluation, words: Words) -> Markup:
    """The figure, the bar, the target's mark, and the counts the figure was made from."""
    mark = mark_in(evaluation)
    reach = _reach(evaluation, mark)
    actual = evaluation.actual or Fraction(0)
    end = _percent(actual, reach)
    return element(
        "div",
        element("div", actual_text(evaluation, words), class_="k-bar-value", style=f"width:max({end},4.5em)"),
        element("div", _fill(evaluation, end), _mark(mark, reach), class_="k-bar-track"),
        element(
            "div",
            element("span", counts_text(evaluation, words)),
            _mark_value(mark, reach, words),
            class_="k-bar-foot",
        ),
        class_="k-bar",
        role="img",
        aria_label=f"{actual_text(evaluation, words)}; {target_sentence(evaluation, words)}",
    )


def _reach(evaluation: Evaluation, mark: Fraction | None) -> Fraction:
    """What the full width stands for, in percent: the whole for a share, unless both figures are small."""
    larger = max(evaluation.actual or Fraction(0), mark or Fraction(0), Fraction(1, 100))
    if evaluation.indicator.kind is IndicatorKind.GROWTH:
        return larger * _ROOM
    return larger * _SMALL_ROOM if larger < _SMALL else 100 * _ROOM


def _fill(evaluation: Evaluation, end: str) -> Markup:
    hollow = " hollow" if evaluation.stage is Stage.ESTIMATE else ""
    return element("i", class_=f"k-bar-fill {verdict_colour(evaluation)}{hollow}", style=f"width:{end}")


def _mark(mark: Fraction | None, reach: Fraction) -> str:
    return "" if mark is None else element("i", class_="k-bar-mark", style=f"left:{_percent(mark, reach)}")


def _mark_value(mark: Fraction | None, reach: Fraction, words: Words) -> str:
    if mark is None:
        return ""
    return element(
        "span", plain(mark, words.language), class_="k-bar-demand", style=f"left:{_percent(mark, reach)}"
    )


def _percent(value: Fraction, reach: Fraction) -> str:
    share = min(max(value / reach, Fraction(0)), Fraction(1))
    return f"{float(100 * share):.2f}%"  # for drawing alone
