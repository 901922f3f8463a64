"""Figures the program warns about: whoever sends them all the same says why, and that is kept beside each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kpi.domain.issue import Code, Issue, Severity
from kpi.domain.observation import ObservationKey
from kpi.service.outcome import ImportOutcome, Upload
from kpi.service.refusal import Refused, Why
from kpi.service.texts import storable

_DOUBTS = {Code.SHARE_MISMATCH, Code.TOTAL_MISMATCH, Code.JUMP, Code.CHANGES_CLOSED_VALUE}


def doubts(outcome: ImportOutcome) -> list[Issue]:
    """The warnings that want a reason; none where the workbook changes no figure."""
    if _changes_nothing(outcome):
        return []
    return [i for i in outcome.issues if i.code in _DOUBTS and i.severity is Severity.WARNING]


def doubt_key(doubt: Issue) -> str:
    """What a warning is called where a reason is given for it alone: `jump:Biểu 1:D7`."""
    return ":".join(part for part in (doubt.code.value, doubt.sheet, doubt.cell) if part)


def unexplained(outcome: ImportOutcome, upload: Upload) -> list[Issue]:
    """The warnings the upload gives no reason for."""
    return [doubt for doubt in doubts(outcome) if not _reason_for(doubt, upload)]


def require_doubted(outcome: ImportOutcome) -> None:
    """Refused where a reason was given for a warning there is not: it would be dropped in silence."""
    if not outcome.accepted or _changes_nothing(outcome):
        return
    known = [doubt_key(doubt) for doubt in doubts(outcome)]
    for key in sorted(outcome.upload.reasons.keys() - known):
        raise Refused(Why.UNKNOWN_WARNING, warning=key, known=", ".join(known) or "–")


def kept_reason(outcome: ImportOutcome) -> str:
    """Why the figures stand all the same, each reason once; empty where the program doubts none, whatever was said."""
    return _together(_reason_for(doubt, outcome.upload) for doubt in doubts(outcome))


def reasons_of_figures(outcome: ImportOutcome) -> dict[ObservationKey, str]:
    """The reason to stand beside each figure that was doubted, and beside no other."""
    said: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    explained = ((doubt, _reason_for(doubt, outcome.upload)) for doubt in doubts(outcome))
    for doubt, reason in explained:
        for place in {(doubt.sheet, doubt.cell), *doubt.about} if reason else ():
            said[place].append(reason)
    kept = {}
    for reading in (compared.reading for compared in outcome.readings) if said else ():
        of_part, of_whole = ((reading.sheet, cell) for cell in (reading.cell, reading.denominator_cell))
        if reason := _together([*said.get(of_part, ()), *said.get(of_whole, ())]):
            kept[reading.observation.key] = reason
    return kept


def _changes_nothing(outcome: ImportOutcome) -> bool:
    return all(compared.before == compared.reading.observation for compared in outcome.readings)


def _reason_for(doubt: Issue, upload: Upload) -> str:
    """The one given for it alone, else the one given for all."""
    return storable(upload.reasons.get(doubt_key(doubt), "").strip() or upload.reason.strip())


def _together(reasons: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(reason for reason in reasons if reason))
