"""A copy of someone's own workbook with the cells of findings coloured and commented, to be corrected there."""

from __future__ import annotations

import json
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from kpi.domain.issue import Severity
from kpi.intake.workbook.annotating_child import as_request
from kpi.intake.workbook.child_process import PROJECT_ROOT, ask_child
from kpi.intake.workbook.limits import DEFAULT_LIMITS, MEBIBYTE, Limits
from kpi.intake.workbook.refusal import Fault

MOST_NOTES = 3_000  # cells; whoever has more to correct sends the copy back and gets the rest
# a whole workbook as openpyxl's objects takes some fifty times its file, and some 0.15 ms a cell
COPY_LIMITS = replace(DEFAULT_LIMITS, memory_bytes=1024 * MEBIBYTE, seconds=15.0)
# isolated; unlike the reader it has site-packages, where openpyxl is
INTERPRETER_OPTIONS = ("-I", "-X", "utf8")
START = "import sys; sys.path.insert(0, sys.argv[1]); from kpi.intake.workbook.annotating_child import main; main()"
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

    The content must have passed `read_workbook`, which finds what a file hides; openpyxl then runs in a child
    process within the limits. A fault says why there is no copy. Raises OSError when no process can be started.
    """
    request = as_request(author, _one_a_cell(notes)[:MOST_NOTES])
    arguments = [*INTERPRETER_OPTIONS, "-c", START, str(PROJECT_ROOT), json.dumps(asdict(limits))]
    with tempfile.TemporaryDirectory(prefix="kpi-copy-") as folder:
        outcome = ask_child(arguments, request + content, limits, {"TMPDIR": folder})
    return outcome.fault or bytes(outcome.answer)


def _one_a_cell(notes: Iterable[Note]) -> list[tuple[str, str, str, str]]:
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
