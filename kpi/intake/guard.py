"""The gate for uploads: a workbook is opened in a child process with little memory and little time.

Whatever the bytes do to the child, this process gets a grid or an issue.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from kpi.domain.issue import Code, Issue
from kpi.intake.child import OUT_OF_MEMORY
from kpi.intake.grid import Grid
from kpi.intake.limits import DEFAULT_LIMITS, Limits
from kpi.intake.refusal import Fault
from kpi.intake.wire import grid_from

CHILDREN_AT_ONCE = 2
PROJECT_ROOT = Path(__file__).resolve().parents[2]
# isolated, without site-packages: nothing but the standard library and the reader can be imported
INTERPRETER_OPTIONS = ("-I", "-S", "-X", "utf8")
START = "import sys; sys.path.insert(0, sys.argv[1]); from kpi.intake.child import main; main()"
# the child has no business with the database address or any other secret of the environment
ENVIRONMENT_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
CHUNK = 1024 * 1024

_seats = threading.BoundedSemaphore(CHILDREN_AT_ONCE)


@dataclass(frozen=True, slots=True)
class _Outcome:
    answer: bytearray
    status: int
    timed_out: bool
    too_long: bool


def read_workbook(content: bytes, *, limits: Limits = DEFAULT_LIMITS) -> Grid | Issue:
    """The cells of a workbook, or the one reason why it can't be read; safe for any bytes and any thread.

    Waits for a free child when as many as may are at work. The issue's detail `reason` is a `Fault`.
    Raises OSError only when the machine can start no process at all.
    """
    if not content:
        return Issue.of(Code.FILE_EMPTY)
    if len(content) > limits.upload_bytes:
        return Issue.of(Code.FILE_TOO_LARGE, found=len(content), most=limits.upload_bytes)
    with _seats:
        outcome = _ask_child(content, limits)
    return _failure(outcome) or _understood(outcome.answer)


def _ask_child(content: bytes, limits: Limits) -> _Outcome:
    with _start_child(limits) as process, _killed_after(limits.seconds, process) as timed_out:
        _send(process.stdin, content)
        answer, too_long = _receive(process.stdout, limits.answer_bytes)
        if too_long:
            _kill(process)
        status = process.wait()
        return _Outcome(answer, status, timed_out.is_set(), too_long)


@contextmanager
def _killed_after(seconds: float, process: subprocess.Popen[bytes]) -> Iterator[threading.Event]:
    """A clock over the child, which does not outlive the block; the event tells that the clock struck."""
    struck = threading.Event()

    def strike() -> None:
        struck.set()
        _kill(process)

    clock = threading.Timer(seconds, strike)
    try:
        clock.start()
        yield struck
    finally:
        clock.cancel()
        _kill(process)


def _start_child(limits: Limits) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *INTERPRETER_OPTIONS, "-c", START, str(PROJECT_ROOT), json.dumps(asdict(limits))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in ENVIRONMENT_KEPT if name in os.environ},
        start_new_session=True,
    )


def _send(pipe: IO[bytes] | None, content: bytes) -> None:
    """A child that is gone before it has read everything is judged by how it went."""
    assert pipe is not None
    try:
        pipe.write(content)
        pipe.close()
    except OSError:
        return


def _receive(pipe: IO[bytes] | None, most: int) -> tuple[bytearray, bool]:
    """The answer, and whether it went beyond what an answer may be."""
    assert pipe is not None
    answer = bytearray()
    while chunk := pipe.read(CHUNK):
        answer += chunk
        if len(answer) > most:
            return bytearray(), True
    return answer, False


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child and all of its group, unless it has ended already."""
    if process.poll() is not None:
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, OSError):  # no process groups here, or gone in this moment
        process.kill()


def _failure(outcome: _Outcome) -> Issue | None:
    if outcome.too_long:
        return _refused(Code.WORKBOOK_TOO_BIG, Fault.ANSWER_TOO_BIG)
    if outcome.status == OUT_OF_MEMORY:
        return _refused(Code.WORKBOOK_TOO_BIG, Fault.MEMORY_EXHAUSTED)
    if outcome.status == 0:
        return None
    if outcome.timed_out or outcome.status == -getattr(signal, "SIGXCPU", 0):
        return _refused(Code.WORKBOOK_TOO_BIG, Fault.TOOK_TOO_LONG)
    return _refused(Code.WORKBOOK_UNSAFE, Fault.READER_DIED)


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
