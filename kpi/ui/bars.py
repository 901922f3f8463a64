"""A bar for one figure with the mark of its target, drawn with text and boxes alone."""

from __future__ import annotations

from fractions import Fraction

from kpi.domain.evaluation import Evaluation
from kpi.domain.observation import Stage
from kpi.domain.plan import IndicatorKind
from kpi.present.charts.gaps import mark_in
from kpi.present.formats import number, plain
from kpi.present.sentences import actual_text, noun, target_sentence
from kpi.present.words import Words
from kpi.ui.marks import verdict_colour
from kpi.ui.markup import Markup, element

_ROOM = Fraction(11, 10)  # right of 100 %, so that the mark and its figure stand free


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


def counts_text(evaluation: Evaluation, words: Words) -> str:
    """«2.573 / 3.096 đơn vị», of growth «9.120 → 11.619 người»; empty where only a value is known."""
    figure, base = evaluation.figure, evaluation.verdict.base
    if figure is None or figure.numerator is None:
        return ""
    amount = number(figure.numerator, words.language)
    if evaluation.indicator.kind is IndicatorKind.GROWTH:
        if base is None or base.numerator is None:
            return f"{amount} {noun(evaluation.indicator, words)}"
        return f"{number(base.numerator, words.language)} → {amount} {noun(evaluation.indicator, words)}"
    if figure.denominator is None:
        return ""
    return f"{amount} / {number(figure.denominator, words.language)} {noun(evaluation.indicator, words)}"


def _reach(evaluation: Evaluation, mark: Fraction | None) -> Fraction:
    """What the full width stands for, in percent."""
    if evaluation.indicator.kind is not IndicatorKind.GROWTH:
        return 100 * _ROOM
    return max(evaluation.actual or Fraction(0), mark or Fraction(0), Fraction(1)) * _ROOM


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
