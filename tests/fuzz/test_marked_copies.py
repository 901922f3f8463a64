"""Marking any cells of any workbook changes nothing else of it, and no file can make it do harm."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any
from xml.etree import ElementTree

import pytest

from kpi.domain.issue import Severity
from kpi.intake.workbook.annotated_copy import COPY_LIMITS, Note, annotated_copy
from kpi.intake.workbook.grid import Grid, Sheet, column_letters
from kpi.intake.workbook.limits import DEFAULT_LIMITS
from kpi.intake.workbook.marking.child import answer_for
from kpi.intake.workbook.marking.workbook_marking import MarkedCell
from kpi.intake.workbook.package import Package
from kpi.intake.workbook.refusal import Fault
from kpi.intake.workbook.workbook_index import read_index
from tests.corpus.cases import ALL_CASES
from tests.corpus.judge import grid_of

from . import hostile_files as hostile
from .good_workbooks import NAMES, good_workbooks
from .mutants import mutant
from .test_hostile_files import ENTITIES, PARTS
from .test_mutants import SEED

A_FEW, MANY = 60, 3000
SEVERITIES = ("error", "question", "warning")
SHARED = (
    "[content_types].xml",
    "xl/styles.xml",
    "xl/comments",
    "xl/drawings/vmldrawing",
    "xl/worksheets/_rels/",
)


def any_cells(grid: Grid, rng: Random) -> list[MarkedCell]:
    """A few cells of each sheet, full and empty ones."""
    return [
        (sheet.name, f"{column_letters(column)}{row}", rng.choice(SEVERITIES), f"<sai> & {row}")
        for sheet in rng.sample(grid.sheets, min(3, len(grid.sheets)))
        for row, column in {_any_place(sheet, rng) for _ in range(rng.randint(1, 12))}
    ]


def _any_place(sheet: Sheet, rng: Random) -> tuple[int, int]:
    if sheet.cells and rng.random() < 0.6:
        return rng.choice(list(sheet.cells))
    return rng.randint(1, 60), rng.randint(1, 30)


def harm_done(sent: bytes, copy: bytes, cells: list[MarkedCell]) -> list[str]:
    """What is otherwise in the copy, the marks aside."""
    before, after = _parts(sent), _parts(copy)
    sheets = {
        sheet.part: sheet.name for sheet in read_index(Package(sent, DEFAULT_LIMITS), DEFAULT_LIMITS).sheets
    }
    harm = [
        f"{name} is otherwise"
        for name in before
        if _may_not_differ(name, sheets) and after[name] != before[name]
    ]
    for part, name in sheets.items():
        marks = sum(sheet == name for sheet, *_ in cells)
        harm += _harm_to_sheet(_SheetXml.of(before[part]), _SheetXml.of(after[part]), marks)
    return harm


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _may_not_differ(part: str, sheets: dict[str, str]) -> bool:
    return part not in sheets and not part.lower().startswith(SHARED)


@dataclass(frozen=True)
class _SheetXml:
    """A sheet's rows, its cells and their looks by address, and whatever surrounds them, as text."""

    rows: dict[str, str]
    cells: dict[str, str]
    looks: dict[str, str]
    rest: list[str]

    @classmethod
    def of(cls, xml: bytes) -> _SheetXml:
        root = ElementTree.fromstring(xml)
        data = next(child for child in root if _name(child) == "sheetData")
        looks = {cell.attrib["r"]: cell.attrib.pop("s", "0") for row in data for cell in row}
        return cls(
            {row.attrib["r"]: str(sorted(row.attrib.items())) for row in data},
            {cell.attrib["r"]: ElementTree.tostring(cell, "unicode") for row in data for cell in row},
            looks,
            [
                ElementTree.tostring(c, "unicode")
                for c in root
                if _name(c) not in ("sheetData", "legacyDrawing")
            ],
        )


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _harm_to_sheet(before: _SheetXml, after: _SheetXml, marks: int) -> list[str]:
    harm = [f"row {key}" for key, row in before.rows.items() if after.rows.get(key) != row]
    harm += [f"cell {key}" for key, cell in before.cells.items() if after.cells.get(key) != cell]
    harm += [
        f"new cell {key}: {after.cells[key]}"
        for key in after.cells.keys() - before.cells
        if after.cells[key].count("<") > 1
    ]
    otherwise = [key for key, look in after.looks.items() if before.looks.get(key) != look]
    harm += [f"looks of {otherwise}"] if len(otherwise) > marks else []
    return harm + [f"instead of {a}: {b}" for a, b in zip(before.rest, after.rest, strict=True) if a != b]


def _judge(content: bytes, grid: Grid, rng: Random) -> None:
    cells = any_cells(grid, rng)
    copy = answer_for(content, ("Kiểm tra", cells), DEFAULT_LIMITS)
    assert copy.startswith(b"PK"), (copy, cells)
    assert grid_of(copy) == grid, cells
    assert harm_done(content, copy, cells) == [], cells


@pytest.mark.parametrize("name", NAMES)
def test_marks_on_a_good_workbook_change_nothing_else(name: str) -> None:
    good = next(good for good in good_workbooks() if good.name == name)
    grid = grid_of(good.content)
    assert isinstance(grid, Grid)
    _judge(good.content, grid, Random(name))


@pytest.mark.slow
@pytest.mark.parametrize("named", ALL_CASES, ids=lambda named: named.name)
def test_marks_on_any_workbook_of_the_corpus_change_nothing_else(named: Any) -> None:
    content = named.build().content
    grid = grid_of(content)
    if isinstance(grid, Grid):
        _judge(content, grid, Random(named.name))


def test_a_few_spoilt_workbooks_are_marked_as_they_stand_or_not_at_all() -> None:
    for number in range(A_FEW):
        _judge_spoilt(number)


@pytest.mark.slow
def test_thousands_of_spoilt_workbooks_are_marked_as_they_stand_or_not_at_all() -> None:
    marked = sum(_judge_spoilt(number) for number in range(A_FEW, A_FEW + MANY))
    assert marked > MANY // 10


def _judge_spoilt(number: int) -> bool:
    """Whether the mutant was marked; where the reader takes it, the copy must read alike."""
    spoilt = mutant(SEED, number)
    grid = grid_of(spoilt.content)
    cells = any_cells(grid, Random(number)) if isinstance(grid, Grid) else [("Sheet1", "A1", "error", "sai")]
    copy = answer_for(spoilt.content, ("Kiểm tra", cells), DEFAULT_LIMITS)
    if not copy.startswith(b"PK"):
        assert Fault(copy.decode()) is not Fault.UNREADABLE, spoilt
        return False
    if isinstance(grid, Grid):
        assert grid_of(copy) == grid, spoilt
    return isinstance(grid, Grid)


HOSTILE: dict[str, tuple[Callable[[], bytes], set[Fault]]] = {
    "a gigabyte of blanks": (hostile.zip_bomb, {Fault.UNPACKED_TOO_BIG}),
    "sizes that lie": (hostile.lying_sizes, {Fault.SIZE_LIES}),
    "parts that overlap": (hostile.overlapping_parts, {Fault.ENTRIES_OVERLAP}),
    "rows in rows in rows": (hostile.nested_without_end, {Fault.XML_TOO_DEEP}),
    "an attribute without end": (hostile.one_endless_attribute, {Fault.XML_TOKEN_TOO_LONG}),
    "zips in a zip": (hostile.zips_in_a_zip, {Fault.PART_MISSING}),
    "ten million empty cells": (
        lambda: hostile.empty_cells(1_000_000),
        {Fault.TOOK_TOO_LONG, Fault.MEMORY_EXHAUSTED, Fault.UNPACKED_TOO_BIG},
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_hurt_is_given_up_in_time(name: str) -> None:
    build, faults = HOSTILE[name]
    content = build()
    start = time.monotonic()
    assert annotated_copy(content, [Note("Sheet1", "A1", Severity.ERROR, "sai")], "Kiểm tra") in faults
    assert time.monotonic() - start < COPY_LIMITS.seconds + 3


@pytest.mark.slow
@pytest.mark.parametrize("kind", ENTITIES)
@pytest.mark.parametrize("part", [part for part in PARTS if part != hostile.STRINGS])
def test_entities_are_refused_in_every_part_that_is_opened(part: str, kind: str) -> None:
    content = hostile.with_document_type(part, *ENTITIES[kind])
    note = Note("Sheet1", "A1", Severity.ERROR, "sai")
    assert annotated_copy(content, [note], "Kiểm tra") is Fault.XML_DECLARES_ENTITIES
