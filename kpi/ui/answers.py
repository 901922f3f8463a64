"""The answers beside the verdict, each by itself: is the pace enough, where does it lead, how sure is the figure."""

from __future__ import annotations

from kpi.domain.evaluation import Evaluation
from kpi.domain.outlook import OutlookState
from kpi.domain.pace import PaceState
from kpi.present.formats import number, percent
from kpi.present.sentences import figure_status, period_text, term
from kpi.present.sentences.pace import mark_of
from kpi.present.words import Words
from kpi.ui.markup import Markup, element, joined

_PACE_SIGNS = {
    PaceState.ON_TRACK: "↗",
    PaceState.SLOW: "→",
    PaceState.OFF_TRACK: "↘",
    PaceState.REVERSING: "↓",
    PaceState.NOT_APPLICABLE: "·",
}
_OUTLOOK_SIGNS = {OutlookState.WILL_MEET: "△", OutlookState.WILL_MISS: "▽", OutlookState.UNKNOWN: "·"}


def pace_chip(evaluation: Evaluation, words: Words) -> Markup:
    """«Nhịp độ: ↘ Xa lộ trình, 41% quãng đường»; the ratio only where it says something."""
    pace = evaluation.pace
    said = term(pace.state, words)
    if pace.ratio is not None and pace.state in (PaceState.SLOW, PaceState.OFF_TRACK):
        said = words("answers.ratio", state=said, ratio=number(100 * pace.ratio, words.language))
    return _chip("pace", _PACE_SIGNS[pace.state], said, pace.state, words)


def outlook_chip(evaluation: Evaluation, words: Words) -> Markup:
    """«Dự báo: ▽ năm 2020: 99,31%, sẽ không đạt»; a projection is never anything else."""
    outlook = evaluation.outlook
    if outlook.projected is None or outlook.period is None:
        return _chip("outlook", "·", words("answers.no-outlook"), outlook.state, words)
    said = words(
        f"answers.{outlook.state}",
        period=period_text(outlook.period, words),
        projected=percent(outlook.projected, words.language, mark_of(evaluation.indicator, outlook.period)),
    )
    return _chip("outlook", _OUTLOOK_SIGNS[outlook.state], said, outlook.state, words)


def certainty_text(evaluation: Evaluation, words: Words) -> str:
    """«số ước, cộng từ 12/13 đơn vị»; empty without a figure."""
    figure = evaluation.figure
    if figure is None:
        return ""
    status = words("answers.figure", status=figure_status(evaluation, words))
    if figure.coverage is None:
        return status
    return words("answers.summed", status=status, coverage=figure.coverage)


def _chip(kind: str, sign: str, said: str, state: str, words: Words) -> Markup:
    return element(
        "span",
        element("span", words(f"answers.{kind}"), class_="k-chip-kind"),
        joined(element("span", sign, aria_hidden="true"), said, by=" "),
        class_=f"k-chip {kind} {state}",
    )
