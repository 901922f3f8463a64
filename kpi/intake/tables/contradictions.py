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
from kpi.intake.words.said import of_health_insurance_alone
from kpi.intake.words.text import fold, tidy

_MEASURED = re.compile(r"\((?:đvt:? ?)?(?:nghìn |ngàn |1\.?000 )?(người|lao động|đơn vị|đv|doanh nghiệp)\)")
_EMPLOYERS = ("đơn vị", "đv", "doanh nghiệp")
_NAMES_WHO = re.compile(r"\b(?:đơn vị|đv|người|nlđ|lao động|doanh nghiệp|nhân sự|cán bộ|phiếu)\b")
_OF_EMPLOYEES = re.compile(r"\bsố (?:người )?lao động\b|\blao động tham gia\b|\bcủa (?:người lao động|nlđ)\b")
_VOLUNTARY, _COMPULSORY = "tự nguyện", re.compile(r"bắt buộc|\bbb\b|\bbhtn\b")
# «Tỷ lệ tham gia», «Thuộc diện phải tham gia»: words that say neither who nor in what.
_SAYS_NEITHER = set(fold("số tỷ lệ tham gia phải đăng ký thuộc diện đạt đối tượng").split())


def is_contradicted(
    meanings: tuple[Meaning, ...],
    heading: Heading,
    beside: Sequence[Heading],
    subjects: list[str],
    context: Context,
) -> bool:
    """Whether a heading whose name is known may mean something else all the same."""
    counts = [m for m in meanings if m.role is not Role.VALUE]
    above = [*subjects, *heading.levels[:-1]]
    if any(_titled_otherwise(heading, above, m.indicator, context) for m in meanings):
        return True
    if meanings and not counts:
        return _is_share_of_others(meanings, heading, beside, context)
    return bool(counts) and (
        any(_counts_others(heading, m.indicator) for m in counts)
        or any(counts_signed_up(heading.text, m.indicator, context) for m in counts)
        or ("%" in heading.text and says_count(heading.text))
    )


def counts_signed_up(text: str, indicator: Indicator, context: Context) -> bool:
    """«Số người đăng ký tham gia» of an indicator whose names count who takes part: signing up may be all they did."""
    signed_up = "đăng ký"
    names = " ".join(map(tidy, context.indicators.names_of(indicator)))
    return signed_up in tidy(text) and signed_up not in names


def follows_others(meanings: Sequence[Meaning], name: str, above: str | None, context: Context) -> bool:
    """Whether a row's name that says neither who nor in what stands below the name of something else."""
    if above is None or not _says_neither(name):
        return False
    before = {meaning.indicator.id for meaning in context.indicators.meanings(above)}
    of_another = bool(before) and not any(meaning.indicator.id in before for meaning in meanings)
    return of_another or _is_about_others(tidy(above))


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
    counted = {
        m.indicator.id
        for h in others
        for m in context.indicators.meanings(h.levels[-1])
        if m.role is not Role.VALUE
    }
    if counted & own:
        return False
    of_another = bool(counted) and _says_neither(heading.levels[-1])
    return of_another or any(_is_about_others(tidy(h.text)) for h in others)


def _titled_otherwise(heading: Heading, subjects: list[str], indicator: Indicator, context: Context) -> bool:
    """A heading that says nobody («Đã tham gia») under a title or group about others: employees, health insurance."""
    if (
        not heading.levels
        or _NAMES_WHO.search(tidy(heading.levels[-1]))
        or not one_wording(heading.levels[-1])
    ):
        return False
    own = " ".join(map(tidy, context.indicators.names_of(indicator)))
    return any(
        (_is_about_others(line) and context.indicators.narrowing_beyond([line], indicator))
        or (_is_voluntary_alone(line) and _VOLUNTARY not in own)
        for line in map(tidy, subjects)
    )


def _is_about_others(line: str) -> bool:
    return of_health_insurance_alone(line) or bool(_OF_EMPLOYEES.search(line))


def _is_voluntary_alone(line: str) -> bool:
    return _VOLUNTARY in line and not _COMPULSORY.search(line)


def _says_neither(name: str) -> bool:
    words = one_wording(name).split()
    return bool(words) and set(words) <= _SAYS_NEITHER
