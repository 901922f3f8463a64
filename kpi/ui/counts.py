"""Counts in words: what a percentage was made from, and what is missing."""

from __future__ import annotations

from decimal import Decimal

from kpi.domain.evaluation import Evaluation
from kpi.domain.observation import Observation
from kpi.domain.plan import IndicatorKind
from kpi.present.formats import number, plain
from kpi.present.sentences import noun
from kpi.present.words import Words


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


def sent_text(observation: Observation, words: Words) -> str:
    """A figure as it was sent: «700 / 1.000», a count alone, or a value in percent."""
    return figure_counts(observation.numerator, observation.denominator, observation.value, words)


def figure_counts(numerator: int | None, denominator: int | None, value: Decimal | None, words: Words) -> str:
    """«700 / 1.000», a count alone, or a value in percent."""
    if numerator is None:
        return "–" if value is None else f"{plain(value, words.language)}%"
    counted = number(numerator, words.language)
    return counted if denominator is None else f"{counted} / {number(denominator, words.language)}"


def missing_text(evaluation: Evaluation, words: Words) -> str:
    """«còn thiếu 214 đơn vị»; empty where nothing is, or where it can't be counted."""
    units = evaluation.verdict.gap_units
    if not units:
        return ""
    return words(
        "page.card.missing",
        units=number(units, words.language),
        noun=noun(evaluation.indicator, words, units),
    )
