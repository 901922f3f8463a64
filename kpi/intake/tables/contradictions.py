"""What speaks against a known name in a heading being meant: its measure, its sign of per cent, the title above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpi.domain.plan import Indicator
from kpi.intake.context import Context
from kpi.intake.slots import Role
from kpi.intake.words.heading_words import one_wording
from kpi.intake.words.headings import Heading, says_count
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.text import tidy

_MEASURED = re.compile(r"\((?:đvt:? ?)?(?:nghìn |ngàn |1\.?000 )?(người|lao động|đơn vị|đv|doanh nghiệp)\)")
_EMPLOYERS = ("đơn vị", "đv", "doanh nghiệp")
_NAMES_WHO = re.compile(r"\b(?:đơn vị|đv|người|nlđ|lao động|doanh nghiệp|nhân sự|cán bộ|phiếu)\b")
_OF_EMPLOYEES = re.compile(r"\bsố (?:người )?lao động\b|\blao động tham gia\b")
_OF_HEALTH_INSURANCE = re.compile(r"\bbhyt\b|bảo hiểm y tế")
_OF_SOCIAL_INSURANCE = re.compile(r"\bbhxh\b|\bbhtn\b|bảo hiểm xã hội|bảo hiểm thất nghiệp")


def is_contradicted(
    meanings: tuple[Meaning, ...],
    heading: Heading,
    beside: Sequence[Heading],
    subjects: list[str],
    context: Context,
) -> bool:
    """Whether a heading whose name is known may mean something else all the same."""
    counts = [m for m in meanings if m.role is not Role.VALUE]
    if meanings and not counts:
        return _is_share_of_others(meanings, heading, beside, context)
    return bool(counts) and (
        any(_counts_others(heading, m.indicator) for m in counts)
        or ("%" in heading.text and says_count(heading.text))
        or any(_titled_otherwise(heading, subjects, m.indicator, context) for m in counts)
    )


def _counts_others(heading: Heading, indicator: Indicator) -> bool:
    """«Số phải tham gia (người)» where the plan counts employers, and the other way round."""
    measured = _MEASURED.search(tidy(heading.text))
    if measured is None or indicator.noun not in ("đơn vị", "người"):
        return False
    return (measured[1] in _EMPLOYERS) != (indicator.noun == "đơn vị")


def _is_share_of_others(
    meanings: tuple[Meaning, ...], heading: Heading, beside: Sequence[Heading], context: Context
) -> bool:
    """«Tỷ lệ tham gia» that does not say of whom, beside «Số lao động» and no count of its own indicator."""
    if _NAMES_WHO.search(tidy(heading.text)):
        return False
    own = {meaning.indicator.id for meaning in meanings}
    others = [h for h in beside if h is not heading and h.levels]
    counted = (
        m for h in others for m in context.indicators.meanings(h.levels[-1]) if m.role is not Role.VALUE
    )
    return any(_is_about_others(tidy(h.text)) for h in others) and not any(
        m.indicator.id in own for m in counted
    )


def _titled_otherwise(heading: Heading, subjects: list[str], indicator: Indicator, context: Context) -> bool:
    """A heading that says nobody («Đã tham gia») under a title about others: employees, health insurance."""
    if _NAMES_WHO.search(tidy(heading.levels[-1])) or not one_wording(heading.levels[-1]):
        return False
    return any(
        _is_about_others(tidy(line)) and context.indicators.narrowing_beyond([line], indicator)
        for line in subjects
    )


def _is_about_others(line: str) -> bool:
    health = _OF_HEALTH_INSURANCE.search(line) and not _OF_SOCIAL_INSURANCE.search(line)
    return bool(health or _OF_EMPLOYEES.search(line))
