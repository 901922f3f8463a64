"""The figures of an evaluation as text, never rounded onto the mark they are held against."""

from __future__ import annotations

from fractions import Fraction

from kpi.domain.actuals import Actual
from kpi.domain.evaluation import Evaluation
from kpi.domain.plan import IndicatorKind
from kpi.present.formats import number, percent
from kpi.present.sentences.terms import noun, period_text, term
from kpi.present.words import Words


def actual_text(evaluation: Evaluation, words: Words) -> str:
    """«61,84%», of growth with its sign «+27,40%»; «–» where nothing could be computed."""
    if evaluation.actual is None:
        return "–"
    signed = evaluation.indicator.kind is IndicatorKind.GROWTH
    return percent(evaluation.actual, words.language, _compared_with(evaluation), signed)


def base_text(evaluation: Evaluation, words: Words) -> str:
    """The base of an increase in percent; «–» without one."""
    base = _increase_base(evaluation)
    return "–" if base is None else percent(base, words.language, evaluation.actual)


def figure_text(evaluation: Evaluation, words: Words) -> str:
    """What the percentage was made from: «8.696 ÷ 14.061 = 61,84%»; empty where there is none."""
    figure = evaluation.figure
    if figure is None or evaluation.actual is None:
        return ""
    made = _growth(evaluation, figure, words) or _share(evaluation, figure, words)
    if figure.coverage is None:
        return made
    return f"{made}, {words('why.summed', coverage=figure.coverage)}"


def _share(evaluation: Evaluation, figure: Actual, words: Words) -> str:
    actual = actual_text(evaluation, words)
    if figure.numerator is None or figure.denominator is None:
        return words("why.value", period=period_text(figure.period, words), actual=actual)
    return words(
        "why.share",
        numerator=number(figure.numerator, words.language),
        denominator=number(figure.denominator, words.language),
        actual=actual,
    )


def _growth(evaluation: Evaluation, figure: Actual, words: Words) -> str:
    previous = evaluation.verdict.base
    if evaluation.indicator.kind is not IndicatorKind.GROWTH or previous is None:
        return ""
    return words(
        "why.growth",
        noun=noun(evaluation.indicator, words),
        previous=number(previous.numerator or 0, words.language),
        previous_period=period_text(previous.period, words),
        previous_stage=term(previous.stage, words),
        current=number(figure.numerator or 0, words.language),
        period=period_text(figure.period, words),
        stage=term(figure.stage, words),
        actual=actual_text(evaluation, words),
    )


def _compared_with(evaluation: Evaluation) -> Fraction | None:
    if evaluation.target is None:
        return None
    value = evaluation.target.value
    return _increase_base(evaluation) if value is None else Fraction(value)


def _increase_base(evaluation: Evaluation) -> Fraction | None:
    base, target = evaluation.verdict.base, evaluation.target
    return base.percent if base and target and target.value is None else None
