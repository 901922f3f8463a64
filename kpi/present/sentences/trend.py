"""Directions without a figure: up or down, and whether that is good; silent where it can be either."""

from __future__ import annotations

from fractions import Fraction

from kpi.domain.plan import IndicatorKind
from kpi.domain.trend import Direction, Trend
from kpi.present.formats import percent, plain
from kpi.present.sentences.terms import noun, period_text
from kpi.present.words import Words


def trend_sentence(trend: Trend, words: Words) -> str:
    """«Giảm – tốt: từ 124 (năm 2016) xuống 115,64 (năm 2017)»."""
    if trend.previous is None or trend.previous_period is None:
        return words(
            "trend_sentence.first",
            current=_amount(trend, trend.current, words),
            period=period_text(trend.period, words),
        )
    return words(
        f"trend_sentence.{_movement(trend, trend.previous)}",
        previous=_amount(trend, trend.previous, words, trend.current),
        current=_amount(trend, trend.current, words, trend.previous),
        previous_period=period_text(trend.previous_period, words),
        period=period_text(trend.period, words),
    )


def _movement(trend: Trend, previous: Fraction) -> str:
    if trend.current == previous:
        return f"level-{trend.indicator.better_when}"
    judged = {Direction.BETTER: "better", Direction.WORSE: "worse"}
    quality = judged.get(trend.direction, "neutral") if trend.direction else "neutral"
    return f"{'rise' if trend.current > previous else 'fall'}-{quality}"


def _amount(trend: Trend, amount: Fraction, words: Words, against: Fraction | None = None) -> str:
    if trend.indicator.kind is not IndicatorKind.COUNT:
        return percent(amount, words.language, against)
    return f"{plain(amount, words.language)} {noun(trend.indicator, words)}".strip()
