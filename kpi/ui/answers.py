"""The answers beside the verdict, each by itself: is the pace enough, where does it lead, how sure is the figure."""

from __future__ import annotations

from kpi.domain.evaluation import Evaluation
from kpi.domain.observation import Stage
from kpi.domain.outlook import OutlookState
from kpi.domain.pace import PaceState
from kpi.present.formats import number, percent
from kpi.present.sentences import figure_status, period_text, term
from kpi.present.sentences.pace import mark_of
from kpi.present.words import Words
from kpi.ui.glossary import explained
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
    """«Nhịp độ: ↘ Xa lộ trình, mới đi 41% quãng đường cần đi»; the ratio only where it says something."""
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


def certainty(evaluation: Evaluation, words: Words) -> Markup:
    """«số ước, cộng từ 12/13 đơn vị cấp huyện», with what that means; empty without a figure."""
    figure = evaluation.figure
    if figure is None:
        return joined()
    said = words("answers.figure", status=figure_status(evaluation, words))
    firmness = explained(said, _firmness(evaluation), words)
    summed = words("answers.summed", coverage=figure.coverage) if figure.coverage else ""
    parts = [firmness, explained(summed, "coverage", words)] if summed else [firmness]
    return element("span", joined(*parts, by=", "), class_="k-sure")


def _firmness(evaluation: Evaluation) -> str:
    """Which term of the glossary says how firm the figure is."""
    if evaluation.stage is Stage.ESTIMATE:
        return "estimate"
    return "final" if evaluation.final else "provisional"


def _chip(kind: str, sign: str, said: str, state: str, words: Words) -> Markup:
    return element(
        "span",
        explained(words(f"answers.{kind}"), kind, words, class_="k-chip-kind"),
        joined(element("span", sign, aria_hidden="true"), said, by=" "),
        class_=f"k-chip {kind} {state}",
    )
