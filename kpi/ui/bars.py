"""A bar for one figure with the mark of its target, drawn with text and boxes alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from kpi.domain.evaluation import Evaluation
from kpi.domain.plan import IndicatorKind
from kpi.present.charts import mark_in
from kpi.present.formats import plain
from kpi.present.sentences import actual_text, target_sentence
from kpi.present.words import Words
from kpi.ui.columns import firmness, percent
from kpi.ui.counts import counts_text
from kpi.ui.marks import verdict_colour
from kpi.ui.markup import Markup, element

_ROOM = Fraction(11, 10)  # right of 100 %, so that the mark and its figure stand free
_SMALL, _SMALL_ROOM = 20, Fraction(3, 2)  # shares of a few percent would be a sliver with no room for words


@dataclass(frozen=True, slots=True)
class Reach:
    """What the full width of a bar stands for, in percent."""

    percent: Fraction

    @classmethod
    def of(cls, evaluations: Iterable[Evaluation]) -> Reach:
        """The whole for a share, unless all figures are small; of growth, the highest figure or mark."""
        shown = list(evaluations)
        larger = max([Fraction(1, 100), *(_higher(e) for e in shown)])
        if any(e.indicator.kind is IndicatorKind.GROWTH for e in shown):
            return cls(larger * _ROOM)
        return cls(larger * _SMALL_ROOM if larger < _SMALL else 100 * _ROOM)

    def share(self, value: Fraction) -> Fraction:
        """How far right the value stands, from 0 to 1."""
        return min(max(value / self.percent, Fraction(0)), Fraction(1))


def bar(evaluation: Evaluation, words: Words) -> Markup:
    """The figure, the bar, the target's mark, and the counts the figure was made from."""
    mark, reach = mark_in(evaluation), Reach.of([evaluation])
    end = percent(reach.share(evaluation.actual or Fraction(0)))
    value = element(
        "div", actual_text(evaluation, words), class_="k-bar-value", style=f"width:max({end},4.5em)"
    )
    foot = element(
        "div",
        _mark_value(mark, reach, words),
        element("div", counts_text(evaluation, words)),
        class_="k-bar-foot",
    )
    return element(
        "div",
        value,
        thin_bar(evaluation, reach),
        foot,
        class_="k-bar",
        role="img",
        aria_label=_aloud(evaluation, words),
    )


def thin_bar(evaluation: Evaluation, reach: Reach) -> Markup:
    """The bar and the mark alone, for where the figures stand beside it."""
    mark = mark_in(evaluation)
    return element("div", _fill(evaluation, reach), _mark(mark, reach), class_="k-bar-track")


def _aloud(evaluation: Evaluation, words: Words) -> str:
    parts = [
        actual_text(evaluation, words),
        counts_text(evaluation, words),
        target_sentence(evaluation, words),
    ]
    return "; ".join(part for part in parts if part)


def _higher(evaluation: Evaluation) -> Fraction:
    return max(evaluation.actual or Fraction(0), mark_in(evaluation) or Fraction(0))


def _fill(evaluation: Evaluation, reach: Reach) -> Markup:
    if evaluation.actual is None:
        return Markup("")
    kind = f"k-bar-fill {verdict_colour(evaluation)}{firmness(evaluation)}"
    return element("i", class_=kind, style=f"width:{percent(reach.share(evaluation.actual))}")


def _mark(mark: Fraction | None, reach: Reach) -> str:
    return (
        "" if mark is None else element("i", class_="k-bar-mark", style=f"left:{percent(reach.share(mark))}")
    )


def _mark_value(mark: Fraction | None, reach: Reach, words: Words) -> str:
    if mark is None:
        return ""
    left = f"left:{percent(reach.share(mark))}"
    return element("span", plain(mark, words.language), class_="k-bar-demand", style=left)
