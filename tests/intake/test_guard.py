"""The child process: whatever becomes of it, the caller gets a grid or an issue, soon, and nothing is left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from workbook_bytes import packed, parts, workbook, worksheet_xml

from kpi.domain.issue import Issue, Severity
from kpi.intake.workbook import child_process, guard
from kpi.intake.workbook.grid import Cell, CellKind, Grid, MergedRange
from kpi.intake.workbook.guard import read_workbook
from kpi.intake.workbook.limits import Limits

MEBIBYTE = 1024 * 1024
SLEEP = "import time; time.sleep(60)"


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    place, threads = tmp_path_factory.mktemp("left"), threading.active_count()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    yield
    assert threading.active_count() <= threads + 1
    assert not os.listdir(place)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def refusal(outcome: Grid | Issue) -> tuple[str, str | None]:
    assert isinstance(outcome, Issue), outcome
    return outcome.code.value, dict(outcome.detail).get("reason")


def child_that_runs(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(guard, "START", program)


def test_a_workbook_is_read() -> None:
    sheet = worksheet_xml(
        '<row r="2" hidden="1"><c r="B2"><f>1+1</f><v>2</v></c>'
        '<c r="D2" t="inlineStr"><is><t>Đức Thọ</t></is></c></row>',
        before='<cols><col min="3" max="3" hidden="1"/></cols>',
        after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    )
    grid = read_workbook(packed(parts(sheet)))
    assert isinstance(grid, Grid)
    (read,) = grid.sheets
    assert list(read.cells.values()) == [
        Cell(2, 2, CellKind.NUMBER, "2", formula=True),
        Cell(2, 4, CellKind.TEXT, "Đức Thọ"),
    ]
    assert (read.name, read.visible) == ("Sheet1", True)
    assert (read.hidden_rows, read.hidden_columns) == ({2}, {3})
    assert read.merged == (MergedRange(1, 1, 2, 2),)


def test_a_refusal_comes_back_with_its_place_and_its_reason() -> None:
    outcome = read_workbook(workbook('<row r="9"><c r="D9"><v>n/a</v></c></row>'))
    assert isinstance(outcome, Issue)
    assert (outcome.severity, outcome.sheet, outcome.cell, outcome.found) == (
        Severity.ERROR,
        "Sheet1",
        "D9",
        "n/a",
    )
    assert refusal(outcome) == ("workbook-damaged", "number-unreadable")


def test_an_empty_or_too_large_file_needs_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    child_that_runs(monkeypatch, "raise SystemExit(1)")
    assert refusal(read_workbook(b""))[0] == "file-empty"
    assert refusal(read_workbook(b"PK\x03\x04" * 10, limits=Limits(upload_bytes=39)))[0] == "file-too-large"


def test_a_workbook_that_fills_the_memory_is_too_big() -> None:
    content = packed(parts(worksheet_xml(f"<row><c><v>{'1' * 60 * MEBIBYTE}</v></c></row>")))
    limits = Limits(memory_bytes=100 * MEBIBYTE)
    assert refusal(read_workbook(content, limits=limits)) == ("workbook-too-big", "memory-exhausted")


def test_a_workbook_that_takes_too_long_is_too_big() -> None:
    content = packed(parts(worksheet_xml(f"<row>{'<c/>' * 16_000}</row>" * 300)))
    started = time.monotonic()
    outcome = read_workbook(content, limits=Limits(seconds=0.5))
    assert refusal(outcome) == ("workbook-too-big", "took-too-long")
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "rows",
    [
        "<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>",
        '<row><c t="inlineStr"><is><t>dài dằng dặc</t></is></c></row>',
    ],
)
def test_more_cells_or_text_than_a_report_can_hold_is_too_big(rows: str) -> None:
    outcome = read_workbook(workbook(rows), limits=Limits(cells=2, text_characters=5))
    assert refusal(outcome)[0] == "workbook-too-big"


def test_an_answer_beyond_its_bounds_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    child_that_runs(monkeypatch, "while True: print('x' * 100_000)")
    outcome = read_workbook(b"PK", limits=Limits(answer_bytes=2 * MEBIBYTE))
    assert refusal(outcome) == ("workbook-too-big", "answer-too-big")


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "import os; os.kill(os.getpid(), 9)",
        "import os; os.kill(os.getpid(), 11)",
        "raise SystemExit(1)",
        "import no_such_module",
    ],
)
def test_a_child_that_dies_makes_the_workbook_unsafe(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    child_that_runs(monkeypatch, program)
    assert refusal(read_workbook(bytes(MEBIBYTE))) == ("workbook-unsafe", "reader-died")


RECORD = {"name": "a", "visible": True, "places": [16384], "looks": [0], "texts": [0], "wordings": ["1"]}


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "null",
        "[]",
        "{}",
        "rubbish",
        "[" * 100_000,
        '{"refused": {}}',
        '{"refused": {"code": "no-such-code", "fault": null, "sheet": null, "cell": null, "found": null}}',
        json.dumps({"sheets": [{**RECORD, "places": [0]}]}),
        json.dumps({"sheets": [{**RECORD, "places": [16384.5]}]}),
        json.dumps({"sheets": [{**RECORD, "places": [16384, 16384], "looks": [0, 0], "texts": [0, 0]}]}),
        json.dumps({"sheets": [{**RECORD, "texts": [1]}]}),
        json.dumps({"sheets": [{**RECORD, "texts": [-1]}]}),
        json.dumps({"sheets": [{**RECORD, "texts": ["1"]}]}),
        json.dumps({"sheets": [{**RECORD, "texts": []}]}),
        json.dumps({"sheets": [{**RECORD, "wordings": [1]}]}),
        json.dumps({"sheets": [{**RECORD, "looks": [7]}]}),
        json.dumps({"sheets": [{**RECORD, "looks": [128]}]}),
        json.dumps({"sheets": [{**RECORD, "looks": [-1]}]}),
        json.dumps({"sheets": [{**RECORD, "hidden_rows": [[1, 10**12]]}]}),
        json.dumps({"sheets": [{**RECORD, "merged": [[1, 1, 10**9, 1]]}]}),
        json.dumps({"sheets": [{**RECORD, "extra": 1}]}),
    ],
)
def test_an_answer_that_is_rubbish_makes_the_workbook_unsafe(
    monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    child_that_runs(monkeypatch, f"import sys; sys.stdin.read(); sys.stdout.write({answer!r})")
    assert refusal(read_workbook(b"PK")) == ("workbook-unsafe", "answer-unclear")


def test_an_answer_in_order_is_a_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = json.dumps({"sheets": [RECORD]})
    child_that_runs(monkeypatch, f"import sys; sys.stdin.read(); sys.stdout.write({answer!r})")
    grid = read_workbook(b"PK")
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.sheets[0].cells.values()] == ["1"]


@pytest.mark.parametrize(
    "program",
    [
        SLEEP,
        f"import sys; sys.stdin.buffer.read(); {SLEEP}",
        f"import os; os.close(1); {SLEEP}",
        f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {SLEEP!r}]); {SLEEP}",
        "while True: pass",
    ],
)
def test_a_child_that_hangs_is_killed_with_its_children(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    child_that_runs(monkeypatch, program)
    started = time.monotonic()
    assert refusal(read_workbook(bytes(MEBIBYTE), limits=Limits(seconds=0.3))) == (
        "workbook-too-big",
        "took-too-long",
    )
    assert time.monotonic() - started < 2


ATTEMPTS = """
import json, os, sys
sys.path.insert(0, sys.argv[1])
from kpi.intake.workbook.child import confine
from kpi.intake.workbook.limits import Limits
import resource
confine(Limits(**json.loads(sys.argv[2])))

def write_a_file():
    with open(PLACE, "w") as file:
        file.write("x")

attempts = {
    "hold two gigabytes": lambda: bytearray(2 << 30),
    "write a file": write_a_file,
    "open many files": lambda: [os.dup(0) for _ in range(100)],
    "see the database address": lambda: os.environ["KPI_DATABASE_URL"],
    "import a library": lambda: __import__("openpyxl"),
    "add up": lambda: 1 + 1,
}
possible = []
for name, attempt in attempts.items():
    try:
        attempt()
        possible.append(name)
    except (MemoryError, OSError, ImportError, KeyError, ValueError):
        pass
print(json.dumps([possible, resource.getrlimit(resource.RLIMIT_CORE), resource.getrlimit(resource.RLIMIT_CPU)]))
"""


def test_the_child_is_confined(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KPI_DATABASE_URL", "postgresql://secret")
    child_that_runs(monkeypatch, ATTEMPTS.replace("PLACE", repr(str(tmp_path / "file"))))
    outcome = child_process.ask_child(guard.START, b"PK", Limits(seconds=3.5))
    assert json.loads(outcome.answer) == [["add up"], [0, 0], [4, 4]]


def test_many_threads_at_once_all_get_their_own_answer() -> None:
    books = [workbook(f"<row><c><v>{number}</v></c></row>") for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        grids = list(pool.map(read_workbook, books))
    assert [grid.sheets[0].cells[1, 1].text for grid in grids if isinstance(grid, Grid)] == list("012345")


def test_no_more_children_run_at_once_than_there_are_seats(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, start = 0, 0, child_process._converse
    lock = threading.Lock()

    def counted(*asked: Any) -> child_process.Outcome:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        try:
            return start(*asked)
        finally:
            with lock:
                running -= 1

    monkeypatch.setattr(child_process, "_converse", counted)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(read_workbook, [workbook()] * 6))
    assert 0 < most <= child_process.CHILDREN_AT_ONCE


def test_the_time_limit_holds_where_processes_have_no_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "killpg")
    child_that_runs(monkeypatch, SLEEP)
    assert refusal(read_workbook(b"PK", limits=Limits(seconds=0.2)))[1] == "took-too-long"


@pytest.mark.parametrize("child", ["child", "marking.child"])
def test_a_child_imports_nothing_but_the_standard_library_and_the_reader(child: str) -> None:
    program = (
        f"import sys; sys.path.insert(0, sys.argv[1]); import kpi.intake.workbook.{child};"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names))"
    )
    run = subprocess.run(
        [sys.executable, *child_process.INTERPRETER_OPTIONS, "-c", program, str(child_process.PROJECT_ROOT)],
        capture_output=True,
        check=True,
        text=True,
    )
    assert set(run.stdout.split()) <= {"__main__", "kpi"}


def test_whoever_waits_too_long_for_a_child_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_process, "SECONDS_IN_LINE", 0.05)
    monkeypatch.setattr(child_process, "_seats", threading.BoundedSemaphore(1))
    child_process._seats.acquire()
    with pytest.raises(child_process.ChildrenBusy):
        read_workbook(b"PK\x03\x04")
    child_process._seats.release()
    assert isinstance(read_workbook(b"PK\x03\x04"), Issue)  # the seat is there for the next
