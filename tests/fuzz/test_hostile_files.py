"""Files made to hurt get the code they deserve within ten seconds, and this process holds no more than before."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kpi.domain.issue import Issue
from kpi.intake import effort
from kpi.intake.understand import Understanding, understand
from kpi.intake.workbook.grid import CellKind, Grid
from kpi.intake.workbook.guard import read_workbook
from kpi.intake.workbook.limits import DEFAULT_LIMITS

from . import hostile_files as hostile
from .good_workbooks import plain_request
from .hostile_files import SHEET, STRINGS

SECONDS = 10
PATIENT = replace(DEFAULT_LIMITS, seconds=60)  # where reading is not what is measured
MEBIBYTE = 1024 * 1024
# What this process may hold at its peak beyond what earlier tests left it: half a million cells and the bytes.
MOST_HELD = 450 * MEBIBYTE

REFUSED: dict[str, tuple[Callable[[], bytes], str, str | None]] = {
    "a gigabyte of blanks": (hostile.zip_bomb, "workbook-too-big", "unpacked-too-big"),
    "zips in a zip": (hostile.zips_in_a_zip, "not-a-workbook", None),
    "sizes that lie": (hostile.lying_sizes, "workbook-unsafe", "size-lies"),
    "parts that overlap": (hostile.overlapping_parts, "workbook-unsafe", "entries-overlap"),
    "rows in rows in rows": (hostile.nested_without_end, "workbook-damaged", "element-unexpected"),
    "an attribute without end": (hostile.one_endless_attribute, "workbook-unsafe", "xml-token-too-long"),
    "a text without end": (hostile.endless_text, "workbook-damaged", "text-too-long"),
    "ten million empty cells": (lambda: hostile.empty_cells(1_000_000), "workbook-too-big", "took-too-long"),
    "a million figures": (lambda: hostile.filled_cells(100_000), "workbook-too-big", "cells-too-many"),
    "a long text everywhere": (hostile.one_long_text_in_every_cell, "workbook-too-big", "text-too-much"),
    "the sheet merged into one": (lambda: hostile.merged_all_over(1), "workbook-too-big", "merges-too-many"),
    "merged 60,000 times": (lambda: hostile.merged_all_over(60_000), "workbook-too-big", "merges-too-many"),
}
ENTITIES = {
    "a billion laughs": (hostile.BILLION_LAUGHS, "&l9;"),
    "a file of the server": (hostile.FILE_ON_THE_SERVER, "&e;"),
}
PARTS = (SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml")
PATHS = ("../../x", "/etc/passwd", "..\\..\\x", "C:\\x", "xl/../../x")


def refusal(content: bytes) -> tuple[str, str | None]:
    start = time.monotonic()
    answer = read_workbook(content)
    assert time.monotonic() - start < SECONDS
    assert isinstance(answer, Issue), answer
    return answer.code.value, dict(answer.detail).get("reason")


def understood(content: bytes) -> Understanding:
    grid = read_workbook(content, limits=PATIENT)
    assert isinstance(grid, Grid), grid
    start = time.thread_time()
    outcome = understand(grid, plain_request())
    assert time.thread_time() - start < 2 * effort.SECONDS
    return outcome


@pytest.mark.slow
@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_too_much_is_refused_in_time(name: str) -> None:
    build, code, reason = REFUSED[name]
    before = _start_watching_memory()
    assert refusal(build()) in (
        (code, reason),
        ("workbook-too-big", "took-too-long"),
    )  # as a slow machine may find
    assert _memory("VmHWM") - before < MOST_HELD


def _start_watching_memory() -> int:
    """What this process holds now, in bytes; its peak counts anew from here."""
    Path("/proc/self/clear_refs").write_text("5")
    return _memory("VmRSS")


def _memory(what: str) -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{what}:")[2].split()[0]) * 1024


@pytest.mark.slow
@pytest.mark.parametrize("kind", ENTITIES)
@pytest.mark.parametrize("part", PARTS)
def test_entities_are_refused_in_every_part(part: str, kind: str) -> None:
    content = hostile.with_document_type(part, *ENTITIES[kind])
    assert refusal(content) == ("workbook-unsafe", "xml-declares-entities")


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS)
def test_a_path_that_leaves_the_workbook_is_refused(path: str) -> None:
    assert refusal(hostile.entry_named(path)) == ("workbook-unsafe", "entry-name-unsafe")


@pytest.mark.slow
def test_a_million_empty_cells_are_read_as_nothing() -> None:
    grid = read_workbook(hostile.empty_cells(100_000))
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.sheets[0].cells.values()] == ["7"]


TYPED = ("=cmd|' /C calc'!A0", "@SUM(1+1)", "+1+1", "-1+1", '=HYPERLINK("https://example.invalid")', "\t=1+1")


def test_text_that_looks_like_a_formula_stays_text() -> None:
    grid = read_workbook(hostile.column_of_texts(TYPED))
    assert isinstance(grid, Grid)
    cells = [grid.sheets[0].cells[row, 1] for row in range(1, len(TYPED) + 1)]
    assert [(cell.kind, cell.formula) for cell in cells] == [(CellKind.TEXT, False)] * len(TYPED)
    assert [cell.text.strip() for cell in cells] == [text.strip() for text in TYPED]


def test_a_formula_that_calls_a_program_shows_the_result_it_was_saved_with() -> None:
    grid = read_workbook(hostile.with_part(SHEET, hostile.sheet_of([hostile.CALLING_ROW])))
    assert isinstance(grid, Grid)
    cell = grid.sheets[0].cells[1, 1]
    assert (cell.kind, cell.text, cell.formula) == (CellKind.NUMBER, "70", True)


SEARCHES: dict[str, Callable[[], bytes]] = {
    "words across the widest rows": lambda: hostile.names_in(rows=20, columns=16_000),
    "names nobody knows, each another": lambda: hostile.names_in(rows=60_000, columns=5),
    "one heading after the other": hostile.headings_without_end,
    "texts as long as a cell holds": hostile.long_texts,
    "a table below a flood of titles": hostile.table_below_a_flood,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SEARCHES)
def test_a_workbook_that_would_be_searched_for_hours_is_given_up_in_time(name: str) -> None:
    outcome = understood(SEARCHES[name]())
    assert outcome.readings == ()
    assert any(issue.blocks for issue in outcome.issues)
