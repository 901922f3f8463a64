"""What stands above and below a table: years, stage, part of the year, plan or achievement, the day it was signed."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.intake.tables.sheet_view import SheetView
from kpi.intake.words.headings import speaks_of_measure
from kpi.intake.words.periods import (
    names_part_of_year,
    part_of_year_in,
    signing_date_in,
    stage_said,
    until_day_in,
    years_in,
)
from kpi.intake.words.text import tidy
from kpi.intake.words.title_words import (
    assigns,
    opens_with_target,
    sheet_as_line,
    speaks_of_achievement,
    speaks_of_plan,
    without_citations,
)
from kpi.intake.workbook.grid import Cell

_NUMBERED = re.compile(
    r"\(?(?:số\s*:|số\s+\d|kèm theo|theo (?:kế hoạch|quyết định|công văn)|ban hành kèm|căn cứ|nghị quyết|quyết định số"
    r"|công văn số)"
)
_WHOLE_YEAR = re.compile(r"\b(?:cả năm|ước năm)\b")

LONGEST_TITLE = 200  # cells of text


class Title:
    """The title block above a table, and the lines below it.

    A second table's own title stands between it and the one above; the sheet's lines hold for it too.
    """

    def __init__(self, view: SheetView, first_row: int, above: int = 0, last_row: int | None = None) -> None:
        texts = _ends_of(view.texts_above(first_row))
        self.cells = [cell for cell in texts if cell.row > above]
        self.lines = [line for cell in texts for line in cell.text.splitlines()]
        below = [] if last_row is None else _ends_of(view.texts_below(last_row))
        self._signed = [line for cell in [*texts, *below] for line in cell.text.splitlines()]
        self._above = texts
        self._sheet_name = view.name

    @cached_property
    def dated(self) -> date | None:
        """The earliest day the paper bears: in the letterhead, above the signatures, or that its figures stand at."""
        signed = (day for line in self._signed if (day := signing_date_in(line)))
        stand = (day for text in self.subjects() if (day := until_day_in(text)))
        return min([*signed, *stand], default=None)

    @cached_property
    def stage(self) -> Stage | None:
        return next(
            (stage for text in self.subjects() if (stage := stage_said(without_citations(text)))), None
        )

    @cached_property
    def years(self) -> list[int]:
        """The years of the table's own lines, else of the sheet's name, else of the lines above."""
        own = _subjects(self.cells)
        stand = [day.year for text in own if (day := until_day_in(text))]
        return _years(own) or stand or years_in(self._sheet_name) or _years(_subjects(self._above))

    @cached_property
    def part_of_year(self) -> str | None:
        """The line that speaks of nine months or a quarter, unless one speaks of the whole year."""
        texts = self.subjects() or _subjects(self._above)
        if any(_WHOLE_YEAR.search(tidy(text)) for text in texts):
            return None
        return next((text for text in texts if names_part_of_year(text) and not until_day_in(text)), None)

    @cached_property
    def half_or_quarter(self) -> Period | None:
        """The half-year or quarter the title is about; nine months are no reporting period."""
        return part_of_year_in(self.part_of_year) if self.part_of_year else None

    def planned(self, lists_indicators: bool) -> bool:
        """Whether the title, or the sheet's name, speaks of a plan alone: «Chỉ tiêu giao năm 2018».

        Over rows that are indicators a bare «Chỉ tiêu …» names just those.
        """
        lines = [*filter(_is_subject, self.lines), sheet_as_line(self._sheet_name)]
        if any(speaks_of_achievement(line) for line in lines):
            return False
        plans = [line for line in lines if speaks_of_plan(line)]
        return any(not (lists_indicators and opens_with_target(line)) for line in plans) or any(
            assigns(line) for line in self.lines if _NUMBERED.match(line.strip().casefold())
        )

    @cached_property
    def measures(self) -> list[str]:
        """«Đơn vị tính: nghìn người»."""
        return [text for text in self.lines if speaks_of_measure(text) or "đvt" in tidy(text)]

    def subjects(self) -> list[str]:
        """Title lines that tell what the table is about: not the letterhead, not the place and date."""
        return _subjects(self.cells)


def _ends_of(texts: list[Cell]) -> list[Cell]:
    """All texts, but of a flood only its beginning and its end: what lies deep in it is no title or foot."""
    return texts if len(texts) <= 2 * LONGEST_TITLE else texts[:LONGEST_TITLE] + texts[-LONGEST_TITLE:]


def _subjects(cells: list[Cell]) -> list[str]:
    texts = (" ".join(cell.text.split()) for cell in cells)
    return [text for text in texts if _is_subject(text)]


def _is_subject(text: str) -> bool:
    plain = text.strip()
    return not signing_date_in(plain) and not _NUMBERED.match(plain.casefold())


def _years(texts: list[str]) -> list[int]:
    return list(dict.fromkeys(year for text in texts for year in years_in(text)))
