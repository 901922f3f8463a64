"""Simple forms of reports that are kept as they come: violations dealt with, lists of employers."""

from __future__ import annotations

from kpi.domain.paper import Sender
from kpi.domain.period import Period
from kpi.domain.task import Recurrence, Task
from kpi.present.sentences import agency_text, clause_text, period_text
from kpi.present.words import Words
from kpi.present.workbook_style import Book

_HEAD_ROW, _ROWS = 4, 40
_LIST = {
    "number": 6,
    "name": 34,
    "kind": 18,
    "address": 32,
    "tax_code": 15,
    "workers": 12,
    "insured": 16,
    "note": 22,
}
_VIOLATIONS = {
    "number": 6,
    "violator": 32,
    "address": 28,
    "violation": 34,
    "sanction": 24,
    "fine": 16,
    "redress": 22,
    "note": 18,
}


def write_paper_form(task: Task, sender: Sender, period: Period, words: Words) -> bytes:
    """The form as .xlsx bytes: quarterly duties list employers, the others violations and how they were dealt with."""
    lists = task.recurrence is Recurrence.QUARTERLY
    columns, key = (_LIST, "list") if lists else (_VIOLATIONS, "violations")
    pen = (book := Book(words(f"paper_form.{key}_title"))).sheet(words("paper_form.sheet"))
    width = len(columns)
    pen.line(0, width, words(f"paper_form.{key}_title"), "title", height=26)
    facts = words(
        "paper_form.facts",
        sender=agency_text(sender, words),
        period=period_text(period, words),
        clause=clause_text(task.clause, words),
    )
    pen.line(1, width, facts, "subtitle", "strong")
    pen.line(2, width, words("paper_form.hint"), "hint", height=32)
    pen.heads(_HEAD_ROW, [(words(f"paper_form.{name}"), size) for name, size in columns.items()], height=34)
    for row in range(_HEAD_ROW + 1, _HEAD_ROW + 1 + _ROWS):
        for column in range(width):
            pen.text(row, column, "", "cell", "input")
    pen.as_table(_HEAD_ROW, _HEAD_ROW + _ROWS, width)
    pen.a4(words("paper_form.sheet"))
    return book.bytes()
