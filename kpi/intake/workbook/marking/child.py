"""The child process that marks up a copy of a workbook: confined like the reader's, and like it never trusting.

Its imports must stay within the standard library and the reader: it runs without site-packages.
"""

from __future__ import annotations

import json
import os
import sys

from kpi.intake.workbook.child import OUT_OF_MEMORY, confine
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.marking.workbook_marking import MarkedCell, marked
from kpi.intake.workbook.refusal import Fault, Refusal


def main() -> None:
    """Arguments: the limits as JSON. Standard input: one line of JSON with author and cells, then the workbook.

    Writes the copy, or the fault for which there is none.
    """
    limits = Limits(**json.loads(sys.argv[-1]))
    try:
        confine(limits)
        asked, content = sys.stdin.buffer.read().split(b"\n", 1)
        sys.stdout.buffer.write(answer_for(content, json.loads(asked), limits))
        sys.stdout.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def as_request(author: str, cells: list[MarkedCell]) -> bytes:
    """The line `main` reads before the workbook."""
    return json.dumps([author, cells]).encode() + b"\n"


def answer_for(content: bytes, asked: tuple[str, list[MarkedCell]], limits: Limits) -> bytes:
    try:
        return marked(content, *asked, limits)
    except Refusal as refusal:
        return (refusal.fault or Fault.UNREADABLE).encode()
    except MemoryError:
        raise
    except Exception:  # a file must never end in a traceback
        return Fault.UNREADABLE.encode()
