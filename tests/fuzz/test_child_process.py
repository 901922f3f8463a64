"""Spoilt workbooks through the real child process: the same answer, soon, and nothing left behind."""

from __future__ import annotations

import resource
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kpi.intake.workbook.grid import Grid
from kpi.intake.workbook.guard import read_workbook

from .mutants import Mutant, mutant
from .outcome import outcome_of
from .test_mutants import SEED

A_FEW, SOME_HUNDRED = 4, 300
WARMING_UP = 40
SECONDS = 10
MOST_GROWTH = 24 * 1024 * 1024  # bytes; what a leak of every answer would exceed many times


def test_a_few_spoilt_workbooks_get_the_same_answer_from_the_child() -> None:
    for number in range(A_FEW):
        _judge(mutant(SEED, number))


@pytest.mark.slow
def test_hundreds_of_spoilt_workbooks_leave_the_server_as_it_was() -> None:
    for number in range(WARMING_UP):
        _judge(mutant(SEED, number))
    memory, threads, files = _memory(), threading.active_count(), _open_files()
    children = _children()  # a browser or database of other tests may be among them
    for number in range(WARMING_UP, SOME_HUNDRED):
        _judge(mutant(SEED, number))
    assert _memory() - memory < MOST_GROWTH
    _wait_for(lambda: threading.active_count() <= threads)
    assert _open_files() == files
    assert _children() <= children


def _wait_for(settled: Callable[[], bool]) -> None:
    """A thread of the test runner itself may come and go; one left behind by a reading stays."""
    ends = time.monotonic() + SECONDS
    while not settled():
        assert time.monotonic() < ends
        time.sleep(0.1)


def _judge(spoilt: Mutant) -> None:
    """The child's answer came in time and is the answer of the reader in this process."""
    here = outcome_of(spoilt.content, spoilt.good.request)
    start = time.monotonic()
    answer = read_workbook(spoilt.content)
    assert time.monotonic() - start < SECONDS, str(spoilt)
    if isinstance(answer, Grid):
        assert answer == here.grid, str(spoilt)
    else:
        assert answer.code.value == here.refused, str(spoilt)


def _memory() -> int:
    """Bytes this process holds now, not at its peak."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _children() -> set[str]:
    """The processes this one started and has not waited for."""
    return {
        pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()
    }
