"""What a column's heading says it is: a count or share of an indicator, a plan, a comparison, a remark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kpi.domain.observation import Stage
from kpi.intake.periods import names_part_of_year, stage_said, years_in
from kpi.intake.text import fold, tidy

_NUMBERING = {fold(name) for name in ["STT", "TT", "Số TT", "Số thứ tự", "No"]}
_REMARK = {fold(name) for name in ["Ghi chú", "Đơn vị tính", "ĐVT", "Nguồn", "Nguồn số liệu"]}
_COMPARISON = re.compile(
    r"so với|so sánh|chênh lệch|hoàn thành|tăng|giảm|xếp (?:hạng|thứ)|tỷ trọng|cùng kỳ|đạt\s*\(?%|% ?(?:kh|kế hoạch)"
)
_PLANNED = re.compile(r"kế hoạch|\bkh\b|chỉ tiêu giao|\bgiao\b|mục tiêu|dự toán|chỉ tiêu năm|phấn đấu")
_ACHIEVED = re.compile(r"thực hiện|\bước\b|\bth\b|kết quả|chính thức")


class HeadingKind(StrEnum):
    FIGURE = "figure"  # may hold an actual
    NUMBERING = "numbering"
    REMARK = "remark"
    PLANNED = "planned"  # a plan, a target, an assigned figure: never an actual
    COMPARISON = "comparison"  # a change or a rate of completion: never an actual
    PART_OF_YEAR = "part-of-year"  # nine months: never the year


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
        names = {fold(level) for level in self.levels}
        if names & _NUMBERING:
            return HeadingKind.NUMBERING
        if names & _REMARK:
            return HeadingKind.REMARK
        if any(_COMPARISON.search(tidy(level)) for level in self.levels):
            return HeadingKind.COMPARISON
        if any(names_part_of_year(level) for level in self.levels):
            return HeadingKind.PART_OF_YEAR
        return HeadingKind.PLANNED if self._speaks_of_a_plan() else HeadingKind.FIGURE

    def _speaks_of_a_plan(self) -> bool:
        """The lowest level that speaks of a plan or of an achievement decides."""
        for level in reversed(self.levels):
            if _ACHIEVED.search(tidy(level)):
                return False
            if _PLANNED.search(tidy(level)):
                return True
        return False

    @property
    def years(self) -> list[int]:
        """The years the heading names, of its lowest level that names any."""
        return next((years for level in reversed(self.levels) if (years := years_in(level))), [])

    @property
    def stage(self) -> Stage | None:
        """The stage the heading names, of its lowest level that names one."""
        return next((stage for level in reversed(self.levels) if (stage := stage_said(level))), None)
