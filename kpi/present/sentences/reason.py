"""Why a verdict is what it is: the figures, the demand and its clause, the conclusion, how firm it is."""

from __future__ import annotations

from kpi.domain.actuals import Actual, Coverage
from kpi.domain.evaluation import Compliance, Evaluation
from kpi.domain.measure import Reason
from kpi.domain.observation import Stage
from kpi.domain.plan import IndicatorKind
from kpi.present.formats import number
from kpi.present.sentences.figure import base_text, figure_text
from kpi.present.sentences.gap import gap_text
from kpi.present.sentences.target import target_sentence
from kpi.present.sentences.terms import capitalised, lowered, period_text
from kpi.present.sentences.verdict import verdict_word
from kpi.present.words import Words


def reason_sentence(evaluation: Evaluation, words: Words) -> str:
    """The whole "why" as one sentence, with every figure in it and, where there is no verdict, what to do."""
    say = {
        Compliance.NO_DATA: _no_data,
        Compliance.NOT_DUE: _not_due,
        Compliance.NOT_ASSESSABLE: _not_assessable,
    }
    return capitalised(say.get(evaluation.compliance, _judged)(evaluation, words)) + "."


def _judged(evaluation: Evaluation, words: Words) -> str:
    grounds = [
        figure_text(evaluation, words),
        _increase_base(evaluation, words),
        target_sentence(evaluation, words),
    ]
    return f"{_joined(grounds)} → {_conclusion(evaluation, words)}; {_standing(evaluation, words)}"


def _conclusion(evaluation: Evaluation, words: Words) -> str:
    gap = lowered(gap_text(evaluation, words))
    if evaluation.compliance is Compliance.MET:
        return gap
    return ", ".join([lowered(verdict_word(evaluation, words)), *_not_increased(evaluation, words), gap])


def _not_increased(evaluation: Evaluation, words: Words) -> list[str]:
    base = evaluation.verdict.base
    if base is None or evaluation.verdict.gap_points or evaluation.indicator.kind is IndicatorKind.GROWTH:
        return []
    return [words("why.not-increased", year=base.period.year)]


def _increase_base(evaluation: Evaluation, words: Words) -> str:
    base, target = evaluation.verdict.base, evaluation.target
    if base is None or target is None or target.base_year is None:
        return ""
    planned = base.period.year == target.base_year
    return words(
        "why.increase-base" if planned else "why.increase-other-base",
        year=base.period.year,
        base=base_text(evaluation, words),
        base_year=target.base_year,
    )


def _standing(evaluation: Evaluation, words: Words) -> str:
    if evaluation.stage is Stage.ESTIMATE:
        return words("why.estimate")
    base = evaluation.verdict.base
    is_growth = evaluation.indicator.kind is IndicatorKind.GROWTH
    if is_growth and base is not None and base.stage is Stage.ESTIMATE:
        return words("why.base-estimate", period=period_text(base.period, words))
    return words("why.settled" if evaluation.final else "why.open")


def _no_data(evaluation: Evaluation, words: Words) -> str:
    target = target_sentence(evaluation, words)
    key = "why.no-data-target" if target else "why.no-data"
    return words(key, target=target, period=period_text(evaluation.period, words))


def _not_due(evaluation: Evaluation, words: Words) -> str:
    key = "why.not-due" if evaluation.figure else "why.not-due-no-data"
    grounds = _joined([figure_text(evaluation, words), target_sentence(evaluation, words)])
    conclusion = words(key, period=period_text(evaluation.period, words))
    return f"{grounds} → {_joined([conclusion, lowered(gap_text(evaluation, words))])}"


def _not_assessable(evaluation: Evaluation, words: Words) -> str:
    say = {
        Reason.NO_TARGET: _no_target,
        Reason.NO_BASE: _no_base,
        Reason.ZERO_DENOMINATOR: _zero_denominator,
        Reason.INCOMPLETE_COVERAGE: _incomplete,
    }
    why = say[evaluation.verdict.reason or Reason.NO_TARGET](evaluation, words)
    return _joined([target_sentence(evaluation, words), why])


def _no_target(evaluation: Evaluation, words: Words) -> str:
    return words("not_assessable.no-target", period=period_text(evaluation.period, words))


def _no_base(evaluation: Evaluation, words: Words) -> str:
    target = evaluation.target
    if target is not None and target.base_year is not None:
        period = period_text(evaluation.period, words)
        return words("not_assessable.no-base-increase", base_year=target.base_year, period=period)
    before = period_text(evaluation.period.a_year_before(), words)
    return words("not_assessable.no-base-growth", period=before)


def _zero_denominator(evaluation: Evaluation, words: Words) -> str:
    base, figure = evaluation.verdict.base, evaluation.figure
    if base is not None:
        is_growth = evaluation.indicator.kind is IndicatorKind.GROWTH
        key = "not_assessable.zero-base" if is_growth else "not_assessable.base-without-share"
        return words(key, period=period_text(base.period, words))
    if figure is None or figure.numerator is None or figure.denominator is None:
        return words("not_assessable.no-denominator")
    return words("not_assessable.zero-denominator", numerator=number(figure.numerator, words.language))


def _incomplete(evaluation: Evaluation, words: Words) -> str:
    figure, base = evaluation.figure, evaluation.verdict.base
    key, of = ("incomplete", figure) if figure and not figure.complete else ("base-incomplete", base)
    coverage = _coverage(of)
    return words(
        f"not_assessable.{key}",
        period=period_text(of.period if of else evaluation.period, words),
        coverage=coverage,
        missing=coverage.expected - coverage.reported,
    )


def _coverage(figure: Actual | None) -> Coverage:
    return figure.coverage if figure and figure.coverage else Coverage(0, 0)


def _joined(parts: list[str]) -> str:
    return "; ".join(part for part in parts if part)
