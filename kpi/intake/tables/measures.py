"""Whether a unit of measure is one a figure can have: people where people are counted, per cent for a share.

«Lượt người», «hồ sơ», «điểm» beside a known name may make another figure of it: that is asked about.
"""

from __future__ import annotations

import re

from kpi.intake.context import Context
from kpi.intake.slots import Role
from kpi.intake.tables.block_scales import measure_of_heading, measure_of_row
from kpi.intake.tables.blocks import Block
from kpi.intake.tables.figure_column import FigureColumn, chosen, shares_of
from kpi.intake.words.headings import HeadingKind, says_count, says_share
from kpi.intake.words.indicator_names import Meaning
from kpi.intake.words.measure_words import measure_in
from kpi.intake.words.text import fold, tidy
from kpi.intake.workbook.grid import Cell

_BETWEEN = re.compile(r"[,;]| và | hoặc ")  # «người, %»: each of some figures of the table
_OR = re.compile(
    r"/(?! ?(?:xã|phường|huyện|tháng|quý|năm|ngày|hộ|dân|người|\d))"
)  # «người/đơn vị»; not «người/xã»
_SCALE = re.compile(
    r"\b(?:chục|nghìn|ngàn|vạn|1\.?000|(?<!phần )trăm|triệu|tỷ(?! lệ))\b"
)  # asked about as a scale
_NEITHER = re.compile(
    r"‰|\bphần nghìn\b|\bđiểm\b(?! thu)"
)  # thousandths, points: neither a share in % nor a count
_MONEY = {"đồng", "vnđ", "vnd"}
_PEOPLE = {"người", "lao động", "người lao động", "nlđ", "lđ", "nhân sự", "cán bộ"}
_EMPLOYERS = {"đơn vị", "đv", "đơn vị sdlđ", "đơn vị sử dụng lao động"}
_BY_NOUN = {"người": _PEOPLE | {"phiếu"}, "đơn vị": _EMPLOYERS, "đồng": _MONEY}
_USUAL = {fold(word) for word in _PEOPLE | _EMPLOYERS | _MONEY | {"phiếu"}}


def of_row_in_its_measure(
    block: Block, row: int, name: Cell, meanings: tuple[Meaning, ...], context: Context
) -> tuple[Meaning, ...]:
    """What a row is about, asked where its own unit of measure says otherwise."""
    measure = measure_of_row(block, row)
    if measure is None or all(_fits(measure, meaning) for meaning in meanings):
        return meanings
    offered = [*meanings, *shares_of(meanings)] if says_share(measure) else list(meanings)
    place = block.view.cell(row, block.columns_by_kind[HeadingKind.MEASURE]) or name
    return tuple(context.meanings_chosen(offered, block.view.name, place.address, measure))


def in_their_measure(block: Block, columns: list[FigureColumn], context: Context) -> list[FigureColumn]:
    """The columns whose figures can be in the measure their heading or the table says; others are asked about.

    A heading that says itself what it counts, «Số đơn vị …», is not held against people or employers.
    """
    lines = [*block.measures.values(), *block.measures_said]
    all_counts = all(column.holds_counts for column in columns)
    return [
        column
        for column in columns
        if not _doubted(column, lines, all_counts)
        or chosen(list(column.meanings), block, column.heading, context)
    ]


def _doubted(column: FigureColumn, lines: list[str], all_counts: bool) -> bool:
    own = measure_of_heading(column)
    said = [own] if own else lines
    if not said or not column.meanings:
        return False
    if all_counts and not own and all(map(_is_percent, said)):
        return True
    usual = not own and any(_parts(line) <= _USUAL or says_share(line) for line in said)
    if usual and (says_count(column.heading.text) or not column.holds_counts):
        return False
    return not any(_is_percent(line) or _fits(line, m) for line in said for m in column.meanings)


def _is_percent(measure: str) -> bool:
    return says_share(measure) and not _parts(measure)


def _fits(measure: str, meaning: Meaning) -> bool:
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
    plain = _SCALE.sub(" ", measure_in(measure) or tidy(measure))
    texts = (text for part in _BETWEEN.split(plain) for text in _OR.split(part))
    return {part for text in texts if (part := fold(text))}
