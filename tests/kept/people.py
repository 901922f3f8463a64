"""Officials who send workbooks, each in a process of their own, forked from one that has everything loaded."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kpi.domain.actor import Actor, Role
from kpi.intake.workbook import guard
from kpi.intake.workbook.child import answer_for
from kpi.intake.workbook.child_process import Outcome
from kpi.intake.workbook.limits import Limits
from kpi.registry.definitions import load_definitions
from kpi.service.outcome import Upload
from kpi.service.program import Program
from kpi.store.database import Database
from tests.service.sent_workbooks import PLAN, row, workbook

PROJECT = Path(__file__).resolve().parents[2]
AN = Actor("an", Role.ADMINISTRATOR)
DEFINITIONS = load_definitions()
UNITS = [unit.name for unit in DEFINITIONS.units.of_province("ha-tinh") if unit.parent]


def run_apart(module: str, *words: object, before: tuple[str, ...] = ()) -> Any:
    """What a module of these tests prints, run in a process that may fork: one without pytest's threads."""
    command = [*before, sys.executable, "-m", f"tests.kept.{module}", *map(str, words)]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=900, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout)


def ready() -> None:
    """Has this process read workbooks by itself, so that it is the storing that takes time."""
    os.environ["KPI_TODAY"] = "2018-02-15"
    guard.ask_child = _read


def opened(url: str) -> Program:
    return Program(DEFINITIONS, Database.open(url))


def sending(number: int, rows: int = 39) -> Upload:
    """A workbook like no other: its figures hold its number."""
    years = [2015 + at // len(UNITS) for at in range(rows)]
    cells = (row(UNITS[at % len(UNITS)], number, 100_000, year) for at, year in enumerate(years))
    return Upload(PLAN, f"Biểu {number}.xlsx", workbook(*cells, author=str(number)))


@contextmanager
def apart(work: Callable[[int], None]) -> Iterator[tuple[int, int]]:
    """A process that does the work, told where to write what it has done; its id, and where to read that."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _work_and_end(work, writing)
    os.close(writing)
    try:
        yield process, reading
    finally:
        os.close(reading)


def all_of(process: int, reading: int) -> bytes:
    """What a process has written, once it ended, by itself or not."""
    told = b""
    while piece := os.read(reading, 65536):
        told += piece
    os.waitpid(process, 0)
    return told


def kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)


def _work_and_end(work: Callable[[int], None], writing: int) -> None:
    try:
        work(writing)
    except BaseException as failure:
        os.write(writing, f"failed: {failure!r}\n".encode())
    os._exit(0)


def _read(_program: str, content: bytes, limits: Limits) -> Outcome:
    answer = json.dumps(answer_for(content, limits)).encode()
    return Outcome(bytearray(answer), status=0, timed_out=False, too_long=False)
