"""Pace and outlook in words: reading aids of this program, always named as such."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kpi.domain.evaluation import Evaluation
from kpi.domain.outlook import OutlookState
from kpi.domain.pace import PaceState
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.present.formats import number, percent
from kpi.present.sentences.terms import capitalised, period_text, term
from kpi.present.words import Words


def pace_sentence(evaluation: Evaluation, words: Words) -> str:
    """«Chậm nhịp: đã đi 71% quãng đường lẽ ra phải đi kể từ năm gốc 2016 …»."""
    pace = evaluation.pace
    if pace.state is PaceState.NOT_APPLICABLE or pace.base is None or pace.path is None:
        return words("pace_sentence.not-applicable")
    if pace.ratio is None:
        key = "pace_sentence.without-ratio"
    else:
        key = "pace_sentence.backwards" if pace.ratio < 0 else "pace_sentence.with-ratio"
    return words(
        key,
        state=term(pace.state, words),
        ratio=number(100 * (pace.ratio or 0), words.language),
        base=pace.base.year,
        period=period_text(evaluation.period, words),
        path=percent(pace.path, words.language, evaluation.actual),
    )


def outlook_sentence(evaluation: Evaluation, words: Words) -> str:
    """Where the present trend ends, labelled a projection in every case."""
    outlook = evaluation.outlook
    if outlook.state is OutlookState.UNKNOWN or outlook.projected is None or outlook.period is None:
        return words("outlook_sentence.unknown")
    sentence = words(
        f"outlook_sentence.{outlook.state}",
        period=period_text(outlook.period, words),
        projected=percent(outlook.projected, words.language, mark_of(evaluation.indicator, outlook.period)),
    )
    return capitalised(sentence)


def mark_of(indicator: Indicator, period: Period) -> Fraction | None:
    """The figure demanded for a year, in percent: what a projection for it must not be rounded onto."""
    found = [t.value for t in indicator.dated_targets(date.max) if t.year == period.year]
    return Fraction(found[0]) if found and found[0] is not None else None
