"""A copy of someone's own workbook with the cells of findings coloured and commented, to be corrected there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kpi.domain.issue import Severity
from kpi.intake.workbook.child_process import ask_child
from kpi.intake.workbook.file_kind import ZIP
from kpi.intake.workbook.limits import DEFAULT_LIMITS, MEBIBYTE, Limits
from kpi.intake.workbook.marking.child import as_request
from kpi.intake.workbook.marking.workbook_marking import MarkedCell
from kpi.intake.workbook.refusal import Fault

MOST_NOTES = 3_000  # cells; whoever has more to correct sends the copy back and gets the rest
# a part that changes is held whole, as sent and as changed
COPY_LIMITS = replace(DEFAULT_LIMITS, memory_bytes=1024 * MEBIBYTE, seconds=15.0)
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from kpi.intake.workbook.marking.child import main; main()"
)
_GRAVEST_FIRST = (Severity.ERROR, Severity.QUESTION, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said at a cell. `cell` is its address as Excel shows it."""

    sheet: str
    cell: str
    severity: Severity
    text: str


def annotated_copy(
    content: bytes, notes: Sequence[Note], author: str, *, limits: Limits = COPY_LIMITS
) -> bytes | Fault:
    """The workbook with every noted cell coloured by its gravest note and commented with all of them.

    Nothing else of it changes: values, formulas and their results, looks, drawings, whatever this program does
    not know. The content must have passed `read_workbook`, which finds what a file hides; it is opened in a
    child process within the limits. A fault says why there is no copy. Raises OSError when no process can be
    started, none at all or none in time (ChildrenBusy).
    """
    request = as_request(author, _one_a_cell(notes)[:MOST_NOTES])
    outcome = ask_child(START, request + content, limits)
    return outcome.fault or _answered(bytes(outcome.answer))


def _answered(answer: bytes) -> bytes | Fault:
    if answer.startswith(ZIP):
        return answer
    try:
        return Fault(answer.decode())
    except ValueError:
        return Fault.ANSWER_UNCLEAR


def _one_a_cell(notes: Iterable[Note]) -> list[MarkedCell]:
    """Sheet, cell, severity and text, the gravest cells first."""
    by_cell: dict[tuple[str, str], list[Note]] = {}
    for note in sorted((n for n in notes if n.severity in _GRAVEST_FIRST), key=_gravity):
        by_cell.setdefault((unicodedata.normalize("NFC", note.sheet), note.cell), []).append(note)
    return [
        (sheet, cell, said[0].severity.value, "\n".join(dict.fromkeys(note.text for note in said)))
        for (sheet, cell), said in by_cell.items()
    ]


def _gravity(note: Note) -> int:
    return _GRAVEST_FIRST.index(note.severity)
