"""The child process that reads an upload: confines itself, reads standard input, answers in JSON.

Its imports must stay within the standard library and the reader: it runs without site-packages.
"""

from __future__ import annotations

import json
import math
import os
import sys
from types import ModuleType
from typing import Any

from kpi.domain.issue import Code
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.refusal import Fault, Refusal, damaged
from kpi.intake.workbook.spreadsheet import read_spreadsheet

resource: ModuleType | None
try:
    import resource
except ImportError:  # not on Windows; the time limit of the parent stays
    resource = None

OUT_OF_MEMORY = 70  # exit status; an answer might not be possible any more
OPEN_FILES = 32


def main() -> None:
    """Arguments: the limits as JSON. Reads the workbook from standard input, writes one JSON document."""
    limits = Limits(**json.loads(sys.argv[-1]))
    try:
        confine(limits)
        answer = answer_for(sys.stdin.buffer.read(), limits)
        spoken = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        sys.stdout.buffer.write(spoken.encode(errors="replace"))
        sys.stdout.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def confine(limits: Limits) -> None:
    """Bound memory, processor time, open files; no core dump, no file can be written."""
    if resource is None:
        return
    seconds = math.ceil(limits.seconds)
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def answer_for(content: bytes, limits: Limits) -> dict[str, Any]:
    """`{"sheets": […]}`, or `{"refused": {code, fault, sheet, cell, found}}`."""
    try:
        return {"sheets": [record.as_json() for record in read_spreadsheet(content, limits)]}
    except Refusal as refusal:
        return {"refused": _as_json(refusal)}
    except MemoryError:
        raise
    except Exception as error:  # a file must never end in a traceback
        return {"refused": _as_json(damaged(Fault.UNREADABLE, found=type(error).__name__))}


def _as_json(refusal: Refusal) -> dict[str, str | None]:
    return {
        "code": Code(refusal.code).value,
        "fault": refusal.fault.value if refusal.fault else None,
        "sheet": refusal.sheet,
        "cell": refusal.cell,
        "found": refusal.found,
    }
