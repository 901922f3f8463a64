"""Forty people send a large workbook in the same moment: few processes, bounded memory, and everybody is answered."""

from __future__ import annotations

import io
import os
import random
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import pytest
import xlsxwriter
from open_page import opened
from running_dashboard import running_dashboard

from kpi.intake.workbook.child_process import CHILDREN_AT_ONCE

pytestmark = pytest.mark.slow

SENDERS = 40
MOST_GROWTH = (
    600  # MiB of the server itself; forty such files kept and understood one after the other take less
)
ANSWERED_WITHIN = (
    2.0  # seconds, nine of ten times /healthz is asked; the machine is at its limit all the while
)


def test_forty_uploads_at_once_are_read_by_few_processes(tmp_path: Path) -> None:
    content = large_workbook()
    with (
        running_dashboard(tmp_path) as address,
        watched(server_at(address), address, tmp_path) as seen,
        ThreadPoolExecutor(SENDERS) as people,
    ):
        said = list(people.map(lambda n: sent(address, content, f"{n}.xlsx"), range(SENDERS)))
    assert len(said) == SENDERS
    assert seen.children <= CHILDREN_AT_ONCE
    assert seen.within(0.9) < ANSWERED_WITHIN
    assert seen.highest - seen.before < MOST_GROWTH


def sent(address: str, content: bytes, name: str) -> str:
    with opened(address, "upload") as page:
        page.draw()
        status, file_id = page.put(content, name)
        assert status == 204
        page.draw((file_id, name))
        return page.said


@dataclass
class Seen:
    """What was seen of the server meanwhile: most children at once, memory in MiB, seconds /healthz took."""

    before: int
    highest: int = 0
    children: int = 0
    waited: list[float] = field(default_factory=list)

    def within(self, share: float) -> float:
        """Seconds within which that share of the answers came."""
        return sorted(self.waited)[int(len(self.waited) * share)]


@contextmanager
def watched(server: int, address: str, folder: Path) -> Iterator[Seen]:
    """Watches from a process of its own, as forty senders keep this one busy."""
    seen, over = Seen(memory(server)), folder / "over"
    with ProcessPoolExecutor(1, get_context("spawn")) as watcher:
        watching = watcher.submit(watch, server, address, over, seen)
        try:
            yield seen
        finally:
            over.touch()
        seen.__dict__.update(watching.result().__dict__)


def watch(server: int, address: str, over: Path, seen: Seen) -> Seen:
    while not over.exists():
        began = time.perf_counter()
        with urllib.request.urlopen(f"{address}/healthz", timeout=60) as answer:
            assert answer.status == 200
        seen.waited.append(time.perf_counter() - began)
        seen.children = max(seen.children, len(children(server)))
        seen.highest = max(seen.highest, memory(server))
        time.sleep(0.05)
    return seen


def server_at(address: str) -> int:
    """The process that this one started and that listens there."""
    port = address.rpartition(":")[2].encode()
    mine = (int(child) for child in children(os.getpid()))
    return next(pid for pid in mine if b"KPI_PORT=" + port in Path(f"/proc/{pid}/environ").read_bytes())


def memory(process: int) -> int:
    """MiB it holds now."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


def children(process: int) -> set[str]:
    """The processes it started and has not waited for."""
    return {child for task in Path(f"/proc/{process}/task").iterdir() for child in _children_of(task)}


def _children_of(task: Path) -> list[str]:
    try:
        return (task / "children").read_text().split()
    except OSError:  # a thread that has ended meanwhile
        return []


def large_workbook() -> bytes:
    """Some seconds' work to read: forty thousand cells of texts that do not compress."""
    chance, stream = random.Random(1), io.BytesIO()
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(4_000):
            sheet.write_row(row, 0, [f"{chance.getrandbits(160):x}" for _ in range(10)])
    return stream.getvalue()
