"""What speaks for each answer to a question: cells of the sheet, or the figures that stand for each unit."""

from __future__ import annotations

from collections.abc import Iterable

from kpi.domain.issue import Choice, Code, Issue
from kpi.domain.observation import Observation
from kpi.intake.evidence import cells_for
from kpi.intake.workbook.addresses import row_and_column
from kpi.intake.workbook.grid import Cell
from kpi.present.quoting import quotable
from kpi.present.sentences import period_text
from kpi.present.words import Words
from kpi.service.outcome import ImportOutcome
from kpi.ui.counts import sent_text
from kpi.ui.frame import View
from kpi.ui.incoming.cell_links import label_link
from kpi.ui.markup import as_label

_OF_UNITS = {Code.UNIT_AMBIGUOUS, Code.UNIT_UNKNOWN}


def evidence(issue: Issue, outcome: ImportOutcome, view: View) -> dict[str, str]:
    """By choice, in Markdown, what speaks for it; a choice nothing speaks for is left out."""
    if issue.code in _OF_UNITS:
        return _standing(issue, outcome, view)
    grid = outcome.understood.grid
    sheets = [s for s in grid.sheets if s.name == issue.sheet] if grid else []
    found = {choice: cells for sheet in sheets for choice, cells in cells_for(issue, sheet).items()}
    return {
        choice: ", ".join(_quoted(issue.sheet or "", cell) for cell in cells)
        for choice, cells in found.items()
    }


def _quoted(sheet: str, cell: Cell) -> str:
    return label_link(sheet, cell.address, f"{cell.address} “{quotable(cell.text)}”")


def _standing(issue: Issue, outcome: ImportOutcome, view: View) -> dict[str, str]:
    """The latest figure that stands for each unit, of what the row asked about reports."""
    row = row_and_column(issue.cell)[0] if issue.cell else None
    marks = (m for m in outcome.understood.marks if (m.sheet, m.cell.row) == (issue.sheet, row))
    indicator = next((m.indicator.id for m in marks), None)
    known = [
        s.observation
        for s in view.knowledge.stored
        if s.observation.indicator == indicator and not s.illustrative
    ]
    latest = {c.choice: _latest(known, c) for c in issue.choices}
    return {choice: _stands(found, view.words) for choice, found in latest.items() if found}


def _latest(known: Iterable[Observation], choice: Choice) -> Observation | None:
    return max((o for o in known if o.unit == choice.choice), key=lambda o: o.period.last_day, default=None)


def _stands(found: Observation, words: Words) -> str:
    period = period_text(found.period, words)
    return as_label(words("upload.stands", period=period, figure=sent_text(found, words)))
