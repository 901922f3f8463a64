"""A child process that is given a workbook: little memory, little time, no secrets, ended with all it started."""

from __future__ import annotations

import errno
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
from typing import IO

from kpi.intake.workbook.child import OUT_OF_MEMORY
from kpi.intake.workbook.limits import Limits
from kpi.intake.workbook.refusal import Fault

CHILDREN_AT_ONCE = 2
SECONDS_IN_LINE = 20.0  # a person still waits for that; a usual workbook is read in a fifth of a second
PROJECT_ROOT = Path(__file__).resolve().parents[3]
# isolated, without site-packages: nothing but the standard library and the reader can be imported
INTERPRETER_OPTIONS = ("-I", "-S", "-X", "utf8")
# the child has no business with the database address or any other secret of the environment
ENVIRONMENT_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
CHUNK = 1024 * 1024

_seats = threading.BoundedSemaphore(CHILDREN_AT_ONCE)


class ChildrenBusy(OSError):
    """As many children as may are at work, and stayed so: try again later."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a child sent back, and how it ended."""

    answer: bytearray
    status: int
    timed_out: bool
    too_long: bool

    @property
    def fault(self) -> Fault | None:
        """Why there is no answer to rely on; None where there is one."""
        if self.too_long:
            return Fault.ANSWER_TOO_BIG
        if self.status == OUT_OF_MEMORY:
            return Fault.MEMORY_EXHAUSTED
        if self.status == 0:
            return None
        if self.timed_out or self.status == -getattr(signal, "SIGXCPU", 0):
            return Fault.TOOK_TOO_LONG
        return Fault.READER_DIED


def ask_child(program: str, content: bytes, limits: Limits) -> Outcome:
    """Starts this interpreter on the program, writes the content to it and takes its answer.

    The program's arguments are the place of the project and the limits as JSON. Waits for a free seat when as
    many children as may are at work. Raises ChildrenBusy where none becomes free, OSError when the machine can
    start no process at all.
    """
    arguments = [*INTERPRETER_OPTIONS, "-c", program, str(PROJECT_ROOT), json.dumps(asdict(limits))]
    if not _seats.acquire(timeout=SECONDS_IN_LINE):
        raise ChildrenBusy(errno.EAGAIN, os.strerror(errno.EAGAIN))
    try:
        return _converse(arguments, content, limits)
    finally:
        _seats.release()


def _converse(arguments: list[str], content: bytes, limits: Limits) -> Outcome:
    with _start(arguments) as process, _killed_after(limits.seconds, process) as timed_out:
        _send(process.stdin, content)
        answer, too_long = _receive(process.stdout, limits.answer_bytes)
        if too_long:
            _kill(process)
        status = process.wait()
        return Outcome(answer, status, timed_out.is_set(), too_long)


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


def _start(arguments: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *arguments],
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
