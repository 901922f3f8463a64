"""Whether a unit of measure is one a figure can be in: «người» of people, «vụ việc» of cases, «%» of a share."""

from __future__ import annotations

import re

from kpi.intake.slots import Role
from kpi.intake.words.headings import says_share
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.measure_words import accented, measure_in
from kpi.intake.words.text import fold, tidy

_BETWEEN = re.compile(r"[,;]| và | hoặc ")  # «người, %»: each of some figures of the table
_OR = re.compile(
    r"/(?! ?(?:xã|phường|huyện|tháng|quý|năm|ngày|hộ|dân|người|\d))"
)  # «người/đơn vị»; not «người/xã»
_SCALE = re.compile(
    r"\b(?:chục|nghìn|ngàn|vạn|1\.?000|(?<!phần )trăm|triệu|tỷ(?! lệ))\b|(?<![\d.,])100?\b(?! ?%)"
)  # asked about as a scale
_NEITHER = re.compile(
    r"‰|\bphần nghìn\b|\bđiểm\b(?! thu)"
)  # thousandths, points: neither a share in % nor a count
_MONEY = {"đồng", "vnđ", "vnd"}
_PEOPLE = {"người", "lao động", "người lao động", "nlđ", "lđ", "nhân sự", "cán bộ"}
_EMPLOYERS = {"đơn vị", "đv", "đơn vị sdlđ", "đơn vị sử dụng lao động"}
_BY_NOUN = {"người": _PEOPLE | {"phiếu"}, "đơn vị": _EMPLOYERS, "đồng": _MONEY}
_USUAL = {fold(word) for word in _PEOPLE | _EMPLOYERS | _MONEY | {"phiếu"}}


def is_percent(measure: str) -> bool:
    """Whether a measure is per cent and nothing else."""
    return says_share(measure) and not _parts(measure)


def is_usual(measure: str) -> bool:
    """Whether a measure names nothing but people, employers, money."""
    return _parts(measure) <= _USUAL


def fits(measure: str, meaning: Meaning) -> bool:
    """Whether a figure can be in a measure; a mere scale is asked about as that."""
    parts = _parts(measure)
    if meaning.role is Role.VALUE:
        return (says_share(measure) or not parts) and not _NEITHER.search(tidy(measure))
    if not parts:
        return not says_share(measure) and not _NEITHER.search(tidy(measure))
    return any(_counts(part, meaning) for part in parts)


def _counts(part: str, meaning: Meaning) -> bool:
    """Whether a unit is what a figure counts: its noun, a word or the beginning of it, or what its name counts."""
    noun = meaning.indicator.noun
    if noun in _BY_NOUN or part in _USUAL:
        return part in {fold(word) for word in _BY_NOUN.get(noun, ())}
    own = set(part.split()) <= set(fold(noun).split()) or part.startswith(f"{fold(noun)} ")
    return own or any(f"{name} ".startswith(f"{fold('số')} {part} ") for name in _names_of(meaning))


def _names_of(meaning: Meaning) -> list[str]:
    counted = {Role.NUMERATOR: meaning.indicator.numerator, Role.DENOMINATOR: meaning.indicator.denominator}
    found = counted.get(meaning.role)
    return [fold(name) for name in (found.name, *found.aliases)] if found else []


def _parts(measure: str) -> set[str]:
    """The units a measure names, without their scale and the sign of per cent."""
    plain = _SCALE.sub(" ", measure_in(measure) or accented(tidy(measure)))
    texts = (text for part in _BETWEEN.split(plain) for text in _OR.split(part))
    return {part for text in texts if (part := fold(text))}
