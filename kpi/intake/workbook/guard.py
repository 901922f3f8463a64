"""The gate for uploads: a workbook is opened in a child process with little memory and little time.

Whatever the bytes do to the child, this process gets a grid or an issue.
"""

from __future__ import annotations

import json
from typing import Any

from kpi.domain.issue import Code, Issue
from kpi.intake.workbook.child_process import Outcome, ask_child
from kpi.intake.workbook.grid import Grid
from kpi.intake.workbook.limits import DEFAULT_LIMITS, Limits
from kpi.intake.workbook.refusal import Fault
from kpi.intake.workbook.wire import grid_from

START = "import sys; sys.path.insert(0, sys.argv[1]); from kpi.intake.workbook.child import main; main()"
_ENDINGS = (".xlsx", ".xlsm")
_TOO_BIG = {Fault.ANSWER_TOO_BIG, Fault.MEMORY_EXHAUSTED, Fault.TOOK_TOO_LONG}


def read_workbook(content: bytes, *, limits: Limits = DEFAULT_LIMITS) -> Grid | Issue:
    """The cells of a workbook, or the one reason why it can't be read; safe for any bytes and any thread.

    Waits for a free child when as many as may are at work. The issue's detail `reason` is a `Fault`.
    Raises OSError only when the machine can start no process: none at all, or none in time (ChildrenBusy).
    """
    if not content:
        return Issue.of(Code.FILE_EMPTY)
    if len(content) > limits.upload_bytes:
        return Issue.of(Code.FILE_TOO_LARGE, found=len(content), most=limits.upload_bytes)
    outcome = ask_child(START, content, limits)
    return _failure(outcome) or _understood(outcome.answer)


def named_as_workbook(file_name: str) -> bool:
    """Whether the name is one of a workbook that can be read: it is given back under it, to be opened by its ending."""
    return file_name.casefold().endswith(_ENDINGS)


def _failure(outcome: Outcome) -> Issue | None:
    fault = outcome.fault
    if fault is None:
        return None
    return _refused(Code.WORKBOOK_TOO_BIG if fault in _TOO_BIG else Code.WORKBOOK_UNSAFE, fault)


def _refused(code: Code, fault: Fault) -> Issue:
    return Issue.of(code, reason=fault.value)


def _understood(answer: bytearray) -> Grid | Issue:
    try:
        spoken = json.loads(answer)
        return _issue_from(spoken["refused"]) if "refused" in spoken else grid_from(spoken)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return _refused(Code.WORKBOOK_UNSAFE, Fault.ANSWER_UNCLEAR)


def _issue_from(refused: dict[str, Any]) -> Issue:
    where = {name: refused[name] for name in ("sheet", "cell", "found")}
    if refused["fault"] is None:
        return Issue.of(Code(refused["code"]), **where)
    return Issue.of(Code(refused["code"]), **where, reason=Fault(refused["fault"]).value)
