"""Figures the program warns about: whoever sends them all the same says why, and that is kept."""

from __future__ import annotations

from kpi.domain.issue import Code, Issue, Severity
from kpi.service.outcome import ImportOutcome

_DOUBTS = {Code.SHARE_MISMATCH, Code.TOTAL_MISMATCH, Code.JUMP, Code.CHANGES_CLOSED_VALUE}


def doubts(outcome: ImportOutcome) -> list[Issue]:
    """The warnings that want a reason; none where the workbook changes no figure."""
    if all(compared.before == compared.reading.observation for compared in outcome.readings):
        return []
    return [i for i in outcome.issues if i.code in _DOUBTS and i.severity is Severity.WARNING]


def kept_reason(outcome: ImportOutcome) -> str:
    """Why the figures stand all the same; empty where the program doubts none of them, whatever was said."""
    return outcome.upload.reason.strip() if doubts(outcome) else ""
