"""How far a figure is from its target, in words: what is missing, or by how much it is met."""

from __future__ import annotations

from fractions import Fraction

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.plan import IndicatorKind, Target
from kpi.present.formats import number, points
from kpi.present.sentences.target import WHOLE
from kpi.present.sentences.terms import capitalised, noun, period_text
from kpi.present.sentences.verdict import verdict_word
from kpi.present.words import Words


def gap_text(evaluation: Evaluation, words: Words) -> str:
    """«Còn thiếu 1.147 đơn vị (8,16 điểm %), với mẫu số hiện tại»; empty where there is nothing to measure.

    Of a target that is met it says by how much, of one not yet due how far it is to the mark.
    """
    if evaluation.verdict.gap_points is None or evaluation.target is None:
        return ""
    say = {Compliance.MISSED: _missing, Compliance.MET: _met, Compliance.NOT_DUE: _to_mark}
    sentence = say[evaluation.compliance](evaluation, evaluation.target, evaluation.verdict.gap_points, words)
    return capitalised(sentence)


def _missing(evaluation: Evaluation, target: Target, gap: Fraction, words: Words) -> str:
    shown, units = points(abs(gap), words.language, signed=False), evaluation.verdict.gap_units
    if units is None:
        return words("gap.missing-points", points=shown)
    key = "gap.missing-units-of-share" if _has_denominator(evaluation) else "gap.missing-units"
    return words(
        key, units=number(units, words.language), noun=noun(evaluation.indicator, words), points=shown
    )


def _met(evaluation: Evaluation, target: Target, gap: Fraction, words: Words) -> str:
    verdict, shown = verdict_word(evaluation, words), points(gap, words.language, signed=False)
    base = evaluation.verdict.base
    if target.value is None and base is not None:
        return words("gap.met-increase", verdict=verdict, points=shown, base=period_text(base.period, words))
    if gap:
        return words("gap.met-above", verdict=verdict, points=shown)
    return verdict if _is_whole(evaluation, target) else words("gap.met-exactly", verdict=verdict)


def _to_mark(evaluation: Evaluation, target: Target, gap: Fraction, words: Words) -> str:
    shown, units = points(abs(gap), words.language, signed=False), evaluation.verdict.gap_units
    if _reached(evaluation, target):
        return words("gap.above-mark" if gap else "gap.at-mark", year=target.year, points=shown)
    if units is None or not _has_denominator(evaluation):
        return words("gap.to-mark-points", year=target.year, points=shown)
    return words(
        "gap.to-mark-units",
        year=target.year,
        units=number(units, words.language),
        noun=noun(evaluation.indicator, words),
        points=shown,
    )


def _reached(evaluation: Evaluation, target: Target) -> bool:
    if evaluation.actual is None or target.value is None:
        return False
    return target.operator.holds(evaluation.actual, Fraction(target.value))


def _has_denominator(evaluation: Evaluation) -> bool:
    return evaluation.figure is not None and evaluation.figure.denominator is not None


def _is_whole(evaluation: Evaluation, target: Target) -> bool:
    return target.value == WHOLE and evaluation.indicator.kind is not IndicatorKind.GROWTH
