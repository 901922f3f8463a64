"""What a cell was understood as, in words, in a sign and in a colour."""

from __future__ import annotations

from enum import StrEnum

from kpi.domain.observation import Stage
from kpi.domain.plan import Counted, IndicatorKind
from kpi.intake.slots import Role
from kpi.intake.understand import Mark
from kpi.present.sentences import period_text, term
from kpi.present.words import Words


class Meaning(StrEnum):
    """What kind of figure a cell holds; the name is also its colour on the page."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    SHARE = "share"
    COUNT = "count"


def meaning_of(mark: Mark) -> Meaning:
    """A growth rate or a count is made of one number, which is neither part nor whole."""
    if mark.role is Role.VALUE:
        return Meaning.SHARE
    if mark.role is Role.DENOMINATOR:
        return Meaning.DENOMINATOR
    counted = mark.indicator.kind in (IndicatorKind.GROWTH, IndicatorKind.COUNT)
    return Meaning.COUNT if counted else Meaning.NUMERATOR


def meaning_text(mark: Mark, words: Words) -> str:
    """«Số đơn vị đã tham gia, Huyện Cẩm Xuyên, 2019»."""
    unit = mark.unit.name if mark.unit else words("upload.unit-open")
    period = str(mark.period) if mark.period.is_year else period_text(mark.period, words)
    said = f"{_what(mark, words)}, {unit}, {period}"
    return f"{said} ({term(Stage.ESTIMATE, words)})" if mark.stage is Stage.ESTIMATE else said


def _what(mark: Mark, words: Words) -> str:
    indicator = mark.indicator
    counted: Counted | None = {
        Role.NUMERATOR: indicator.numerator,
        Role.DENOMINATOR: indicator.denominator,
        Role.VALUE: None,
    }[mark.role]
    if counted is not None:
        return words.pick(counted.name, counted.name_en)
    return words.pick(indicator.short, indicator.short_en)
