"""What the label of a row says of its year: «2018», «TH 2018», «2018 (ước)»; or that it is no year's actual."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kpi.domain.issue import Code, Severity
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.intake.context import Context
from kpi.intake.words.heading_words import one_wording
from kpi.intake.words.headings import Heading, HeadingKind
from kpi.intake.words.periods import period_in, stage_said, years_in
from kpi.intake.words.text import tidy
from kpi.intake.workbook.grid import Cell

_BRACKETS = re.compile(
    r"[()\[\]]"
)  # «2018 (ước)» says what «2018 ước» says: nothing in brackets is passed over
_SUMMED = re.compile(r"(?:tổng|cộng|bình quân|trung bình)\b")  # a row over all years, of none
_NO_ACTUAL = (HeadingKind.PLANNED, HeadingKind.COMPARISON, HeadingKind.PART_OF_YEAR)


@dataclass(frozen=True, slots=True)
class YearLabel:
    """The year a row names, and the stage, where it says one."""

    period: Period
    stage: Stage | None


@lru_cache(maxsize=1024)
def year_label(text: str) -> YearLabel | None:
    """The period a label names and nothing else besides its stage; None where it says anything more."""
    if (period := period_in(text)) is not None:
        return YearLabel(period, None)
    plain = _BRACKETS.sub(" ", text)
    years = years_in(plain)
    if len(years) != 1 or one_wording(plain) or Heading(0, (plain,)).kind is not HeadingKind.FIGURE:
        return None
    return YearLabel(Period(years[0]), stage_said(text))


def name_other_row(label: Cell | None, figures: list[Cell], sheet: str, context: Context) -> None:
    """Figures beside no year are named: left aside where they are no year's actuals, else refused."""
    if label is not None and (_SUMMED.match(tidy(label.text)) or _is_no_actual(label)):
        context.findings.add(
            Code.NOTE_SKIPPED, severity=Severity.WARNING, sheet=sheet, cell=label.address, found=label.text
        )
        return
    for cell in figures:
        found = label.text if label else None
        context.findings.add(Code.YEAR_MISSING, sheet=sheet, cell=cell.address, found=found, expected="year")


def _is_no_actual(label: Cell) -> bool:
    return Heading(label.column, (label.text,)).kind in _NO_ACTUAL
