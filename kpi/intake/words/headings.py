"""What a column's heading says it is: a count or share of an indicator, a plan, a comparison, a remark."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kpi.domain.observation import Stage
from kpi.intake.words.periods import (
    compares_years,
    names_other_day,
    names_part_of_year,
    spans_years,
    stage_said,
    years_in,
)
from kpi.intake.words.text import fold, tidy

_NUMBERING = {fold(name) for name in ["STT", "TT", "Số TT", "Số thứ tự", "No", "Mã", "Mã số"]}
_REMARK = {fold(name) for name in ["Ghi chú", "Nguồn", "Nguồn số liệu", "Lý do", "Nguyên nhân", "Người lập"]}
_MEASURE = {fold(name) for name in ["Đơn vị tính", "ĐVT", "Đ.vị tính", "Đơn vị đo", "Đv tính"]}
_PERIOD = {
    fold(name)
    for name in ["Năm", "Kỳ", "Kỳ báo cáo", "Năm báo cáo", "Năm khảo sát", "Năm đánh giá", "Năm thực hiện"]
}
_COMPARISON = re.compile(
    # «Tỷ lệ so với số phải tham gia» is the share itself, not a comparison.
    r"so với(?<!\bt[ỷỉ] lệ so với)|so với(?! (?:tổng )?số (?:đơn vị |đv )?(?:thuộc|phải)\b[^\d]*$)"
    r"|so sánh|\bss\b|chênh lệch|hoàn thành|\btăng\b|\bgiảm\b|xếp (?:hạng|thứ)|\bhạng\b(?! mục)|tỷ trọng|cùng kỳ"
    r"|năm (?:trước|ngoái)|±|\+\s*/?\s*[-–]"
    r"|đạt\s*\(?%|% ?(?:kh|kế hoạch|đạt)\b|tỷ lệ (?:đạt(?! được)|hoàn thành)|%\s*th\s*/\s*kh|th\s*/\s*kh"
)
_PLANNED = re.compile(
    r"kế hoạch|\bkh\b|chỉ tiêu giao|\bgiao\b(?! dịch)|được giao|mục tiêu|dự toán"
    r"|chỉ tiêu (?:năm|(?:19|20)\d{2})\b|phấn đấu|dự kiến|nhiệm vụ"
)
_ACHIEVED = re.compile(r"thực hiện|\bước\b|\bth\b|kết quả|chính thức|đạt được")
_SHARE = re.compile(
    r"%|\btỷ lệ\b|\btỉ lệ\b|\btl\b|phần trăm|\btỷ suất\b|\btỷ trọng\b|\btỉ trọng\b|\bchỉ số\b|\bmức độ\b|\btốc độ\b"
)
_COUNT = re.compile(
    r"\bsố lượng\b|\b(?:số|nghìn|ngàn) (?:người|đơn vị|đv|lao động|nhân sự|cán bộ|viên chức|phiếu)\b"
    r"|\((?:người|đơn vị|đv|phiếu)\)"
)
_COUNTED = re.compile(
    r"(?:(?:đvt|đơn vị tính|đv tính)[\s:]*)?\(?(?:nghìn |ngàn |1\.?000 )?(?:người|đơn vị(?! tính)|đv|phiếu|lao động)\b"
)


class HeadingKind(StrEnum):
    FIGURE = "figure"  # may hold an actual
    NUMBERING = "numbering"
    REMARK = "remark"
    MEASURE = "measure"  # the unit of measure of the row
    PERIOD = "period"  # the year of the row
    PLANNED = "planned"  # a plan, a target, an assigned figure: never an actual
    COMPARISON = "comparison"  # a change or a rate of completion: never an actual
    PART_OF_YEAR = "part-of-year"  # nine months: never the year


_BY_NAME = {
    **dict.fromkeys(_NUMBERING, HeadingKind.NUMBERING),
    **dict.fromkeys(_REMARK, HeadingKind.REMARK),
    **dict.fromkeys(_MEASURE, HeadingKind.MEASURE),
    **dict.fromkeys(_PERIOD, HeadingKind.PERIOD),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading from the top level down, as the person sees it."""

    column: int
    levels: tuple[str, ...]

    @property
    def text(self) -> str:
        return " | ".join(self.levels)

    @property
    def kind(self) -> HeadingKind:
        """What the column is by its words alone."""
        return self.kind_among(lambda _: False)

    def kind_among(self, is_known: Callable[[str], bool]) -> HeadingKind:
        """What the column is. A level that is a known name (`is_known`) speaks of nothing else."""
        named = next((_BY_NAME[name] for level in self.levels if (name := fold(level)) in _BY_NAME), None)
        if named is not None and not (named is HeadingKind.PERIOD and len(self.levels) > 1):
            return named
        levels = [tidy(level) for level in self.levels if not is_known(level)]
        if self._spans_years or any(_COMPARISON.search(level) or compares_years(level) for level in levels):
            return HeadingKind.COMPARISON
        if any(names_part_of_year(level) or names_other_day(level) for level in levels):
            return HeadingKind.PART_OF_YEAR
        return HeadingKind.PLANNED if _speaks_of_a_plan(levels) else HeadingKind.FIGURE

    @property
    def years(self) -> list[int]:
        """The years the heading names, of its lowest level that names any."""
        return next((years for level in reversed(self.levels) if (years := years_in(level))), [])

    @property
    def _spans_years(self) -> bool:
        """«2016-2017» at the lowest level that names any year."""
        naming = (level for level in reversed(self.levels) if years_in(level) or spans_years(level))
        return next((not years_in(level) for level in naming), False)

    @property
    def stage(self) -> Stage | None:
        """The stage the heading names, of its lowest level that names one."""
        return next((stage for level in reversed(self.levels) if (stage := stage_said(level))), None)


def _speaks_of_a_plan(levels: list[str]) -> bool:
    """The lowest level that speaks of a plan or of an achievement decides."""
    for level in reversed(levels):
        if _ACHIEVED.search(level):
            return False
        if _PLANNED.search(level):
            return True
    return False


def is_period_heading(text: str) -> bool:
    """Whether a heading stands over a column of years."""
    return fold(text) in _PERIOD


def is_running_total(text: str) -> bool:
    """«Lũy kế»: what was added up since the year began, beside what came in the month."""
    return bool(re.match(r"l(?:ũy|uỹ) kế\b", tidy(text)))


def says_share(text: str) -> bool:
    """Whether words speak of a share or an index: «Tỷ lệ …», «… (%)»."""
    return bool(_SHARE.search(tidy(text)))


def says_count(text: str) -> bool:
    """Whether words speak of a number of people or employers: «Số người …», «… (người)»."""
    return bool(_COUNT.search(tidy(text)))


def measures_count(measure: str) -> bool:
    """Whether a unit of measure is of counts: «Người», «ĐVT: đơn vị»."""
    return bool(_COUNTED.search(tidy(measure)))
