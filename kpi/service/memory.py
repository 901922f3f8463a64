"""Answers remembered: a question settled once for a layout is not asked again of the next workbook of that layout.

Only names are remembered, never figures, stages, years or that doubted figures are whole; and only where the same
text stands in the same cell of the same sheet. The answer is shown and can be given anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kpi.domain.issue import Code, Issue
from kpi.intake.context import WHOLE
from kpi.intake.findings import Settled

_REMEMBERED = {Code.UNIT_AMBIGUOUS, Code.UNIT_UNKNOWN, Code.INDICATOR_AMBIGUOUS, Code.INDICATOR_UNKNOWN}
_ANSWERED = "answered"

Remembered = Mapping[str, tuple[str | None, str]]


def settled_facts(settled: Iterable[Settled]) -> Iterable[dict[str, str | None]]:
    """The answered questions as plain facts to be kept with a submission."""
    for s in settled:
        yield {"severity": _ANSWERED, "code": s.code, "key": s.key, "found": s.found, "choice": s.choice}


def remembered_answers(kept: Iterable[Iterable[Mapping[str, Any]]]) -> Remembered:
    """By question key, what stood in the cell and the choice; of several submissions the first given counts."""
    found: dict[str, tuple[str | None, str]] = {}
    for facts in kept:
        for fact in facts:
            about_a_name = fact["code"] in _REMEMBERED and fact["choice"] != WHOLE
            if fact["severity"] == _ANSWERED and about_a_name:
                found.setdefault(fact["key"], (fact["found"], fact["choice"]))
    return found


def fitting_answers(issues: Iterable[Issue], remembered: Remembered) -> dict[str, str]:
    """The remembered choices for open questions whose cell holds the same text and which still offer them."""
    answers = {}
    for issue in issues:
        text, choice = remembered.get(issue.key or "", (None, None))
        offered = {c.choice for c in issue.choices}
        if issue.key and choice in offered and text == issue.found:
            answers[issue.key] = choice
    return answers
