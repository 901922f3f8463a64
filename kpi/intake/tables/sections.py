"""Lines between the rows that rule out figures below them: «B. Kế hoạch năm 2024», «Cùng kỳ năm trước», «Lao động nữ».

A line holds until the next of the same outline, or one of no outline that speaks of a year or an achievement: what
stands under «I. Bảo hiểm thất nghiệp» below «B. Kế hoạch» is planned too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kpi.domain.issue import Code, Severity
from kpi.domain.observation import Stage
from kpi.domain.plan import Indicator
from kpi.intake.context import Context
from kpi.intake.slots import Slot
from kpi.intake.tables.bands import OUTLINE, line_in
from kpi.intake.tables.blocks import Axis, Block
from kpi.intake.tables.figure_column import FigureColumn
from kpi.intake.words.heading_words import narrowing_words, one_wording
from kpi.intake.words.headings import Heading, HeadingKind, says_count, says_share
from kpi.intake.words.measure_words import speaks_of_measure
from kpi.intake.words.said import doubts
from kpi.intake.words.text import tidy
from kpi.intake.workbook.grid import Cell

_OUTLINED = re.compile(
    r"([IVX]{1,4}|[A-ZĐa-zđ]|\d{1,2})(?:\.\d{1,2})*[.)/]\s*"
)  # «II. », «b) » before the words
# Documents, and since or until when a group's members have been what they are: no year of the figures below.
_OTHER_YEAR = re.compile(
    r"\b(?:từ|trước|sau|quyết định|nghị quyết|kế hoạch số|theo|chỉ thị|công văn|thông tư|luật)\b"
)
# What offices sort their units by: whatever words stand beside, the units below are whole.
_USUAL_GROUP = re.compile(
    r"(?:khối|vùng|khu vực|miền|nhóm|cụm|các|địa bàn|thành phố|thị xã|huyện|đồng bằng|trung du|tiểu vùng|thuộc)\b"
)
# A part of the people or employers, over rows of indicators: «Bảo hiểm», «Lao động - việc làm» are subjects instead.
_A_PART = re.compile(
    r"\b(?:nữ|lao động nam|riêng|trong đó|doanh nghiệp|hợp tác xã|hộ (?:gia đình|kinh doanh|sản xuất)|fdi"
    r"|ngoài (?:nhà nước|quốc doanh)|nước ngoài|khu công nghiệp|mới|ngừng|dừng|bình quân)\b"
)
# What only opens a list of the units a total is made of: «Toàn tỉnh», «Trong đó:», then the districts.
_OPENS_UNITS = re.compile(r"(?:trong đó|bao gồm|gồm|chia ra|cụ thể)\s*:?")
_NO_ACTUAL = (HeadingKind.COMPARISON, HeadingKind.PART_OF_YEAR)


@dataclass(frozen=True, slots=True)
class Section:
    """A line between the rows: its outline («A», «I», «1», «a» or nothing), and what it says."""

    cell: Cell
    outline: str
    heading: Heading
    narrowing: bool
    named: tuple[Indicator, ...]
    figure: bool

    @property
    def years(self) -> list[int]:
        return [] if _OTHER_YEAR.search(tidy(self.cell.text)) else self.heading.years

    @property
    def speaks(self) -> bool:
        """Whether it says anything that may rule figures out."""
        kind = self.heading.kind
        figures = self.narrowing or self.named or self.figure
        return bool(kind is not HeadingKind.FIGURE or self.years or self.heading.stage or figures)

    @property
    def achieved(self) -> bool:
        return self.heading.kind is HeadingKind.FIGURE and bool(self.years or self.heading.stage)

    def ends(self, other: Section) -> bool:
        """Whether what another line above says holds no longer below this one."""
        if self.outline and other.outline:
            return self.outline == other.outline
        return self.achieved or (self.outline == other.outline and other.narrowing)

    def rules_out(self, slot: Slot, heading: Heading) -> bool:
        """Whether the figure of a column can't be the year's actual of its indicator below this line."""
        kind = self.heading.kind
        if kind in _NO_ACTUAL or (self.years and slot.period.year not in self.years):
            return True
        if (
            kind is HeadingKind.PLANNED
            and heading.stage is None
            and not _OTHER_YEAR.search(tidy(self.cell.text))
        ):
            return True
        return self.narrowing or self.figure or bool(self.named and slot.indicator not in self.named)


def without_ruled_out(
    block: Block, slots: Sequence[Slot], columns: Sequence[FigureColumn], context: Context
) -> list[Slot]:
    """The slots that no line above their row rules out; such a line is named."""
    own = context.indicators.names_of_all(slot.indicator for slot in slots)
    above = _sections(block, own, context) if slots else {}
    headings = {column.column: column.heading for column in columns}
    kept = []
    for slot in slots:
        heading, holding = headings[slot.column], above.get(slot.cell.row, ()) if slot.cell else ()
        ruling = [section for section in holding if section.rules_out(slot, heading)]
        for section in ruling:
            _name_ruling(section, block, context)
        if not ruling:
            kept.append(_in_its_stage(slot, holding, heading))
    return kept


def _name_ruling(section: Section, block: Block, context: Context) -> None:
    context.findings.add(
        Code.NOTE_SKIPPED,
        severity=Severity.WARNING,
        sheet=block.view.name,
        cell=section.cell.address,
        found=section.cell.text,
    )


def _in_its_stage(slot: Slot, holding: Sequence[Section], heading: Heading) -> Slot:
    """An estimate below «Ước thực hiện», unless the column's heading says its stage itself."""
    estimated = any(section.heading.stage is Stage.ESTIMATE for section in holding)
    official = slot.stage is Stage.OFFICIAL and heading.stage is None
    return slot._replace(stage=Stage.ESTIMATE) if estimated and official else slot


def _sections(block: Block, own: set[str], context: Context) -> Mapping[int, Sequence[Section]]:
    """The lines that hold for each row."""
    found: dict[int, list[Section]] = {}
    holding: list[Section] = []
    for row in block.body_rows:
        section = _section(block, row, own, context)
        if section is not None:
            holding = [other for other in holding if not section.ends(other)]
            holding += [section] if section.speaks else []
        elif holding:
            found[row] = holding
    return found


def _section(block: Block, row: int, own: set[str], context: Context) -> Section | None:
    """The line a row is: a name of no unit, indicator or measure, with nothing right of the names."""
    cell = line_in(block.view, row, block.name_column)
    if cell is None or speaks_of_measure(cell.text) or context.names_unit(cell.text):
        return None
    over_units = block.axis is not Axis.INDICATORS
    if over_units and _OPENS_UNITS.fullmatch(tidy(cell.text)):
        return None
    meanings = context.indicators.meanings(cell.text)
    if meanings and not over_units:
        return None
    words = _without_outline(cell.text)
    known = tuple(meaning.indicator for meaning in meanings)
    others = bool(doubts(words, own)) and not known
    usual = over_units and not others and bool(_USUAL_GROUP.match(tidy(words)))
    narrowing = others or (not usual and not known and _narrowing(words, over_units))
    heading = Heading(cell.column, ("" if known else words,))
    figure = over_units and not usual and not known and (says_count(words) or says_share(words))
    return Section(cell, _outline(block, cell), heading, narrowing, known, figure)


def _narrowing(words: str, over_units: bool) -> bool:
    of_known_figure = over_units and bool(narrowing_words(one_wording(words)))
    return of_known_figure or bool(_A_PART.search(tidy(words)))


def _without_outline(text: str) -> str:
    return _OUTLINED.sub("", text.strip(), count=1) if _OUTLINED.match(text.strip()) else text


def _outline(block: Block, line: Cell) -> str:
    """The kind of a line's letter or number, in the cell to its left or before its words."""
    left = (c.text.strip().rstrip(".)") for c in block.view.in_row(line.row) if c.column < line.column)
    before = _OUTLINED.match(line.text.strip())
    mark = next((text for text in left if OUTLINE.fullmatch(text)), before[1] if before else "")
    if mark.isdigit():
        return "1"
    if mark and set(mark) <= set("IVX"):
        return "I"
    return ("A" if mark.isupper() else "a") if mark else ""
