"""Imports against a bare reading of the same bytes: the own form, tidy rows, tables of offices, a large file."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import openpyxl

from kpi.domain.actor import local_user
from kpi.domain.observation import Stage
from kpi.service.imports import import_workbook
from kpi.service.outcome import Upload
from tests.bench.measure import Comparison, compare
from tests.bench.workbooks import PLAN, filled_template, program_in, read_bare, tidy_rows
from tests.corpus.cases import ALL_CASES

ALLOWANCE = 0.15  # seconds: what starting the confined process and the transaction may take
OFFICES = {"13-unit table": "two_rows_with_a_group", "21-unit table": "counselling_by_district"}
LARGE = 10_000_000  # bytes
SYLLABLES = (
    "công ty hợp tác xã trách nhiệm hữu hạn xây dựng thương mại dịch vụ vận tải hương sơn đức thọ cẩm xuyên"
)


def importing(folder: Path) -> Iterator[Comparison]:
    """Each kind of workbook with its aim."""
    form = Upload(PLAN, "bench.xlsx", filled_template(program_in(folder, "template"), 2018))
    yield _importing("a 13-unit template", form, folder, aim=2.0, allowance=ALLOWANCE)
    for name, case in OFFICES.items():
        yield _importing(f"an office's {name}", office_table(case), folder, aim=2.0, allowance=ALLOWANCE)
    tidy = Upload(PLAN, "bench.xlsx", tidy_rows(20_000))
    yield _importing("20,000 tidy rows", tidy, folder, aim=2.5, runs=3)
    large = with_a_list_of_employers(office_table(OFFICES["13-unit table"]))
    yield _importing(f"a workbook of {len(large.content) / 1e6:.0f} MB", large, folder, aim=2.0, runs=3)


def office_table(name: str) -> Upload:
    """A workbook of the corpus, sent as its case says."""
    case = next(case for case in ALL_CASES if case.name == name).build()
    stage = Stage(case.stage) if case.stage else None
    return Upload(case.plan, "bench.xlsx", case.content, case.year, stage)


def with_a_list_of_employers(upload: Upload, rows: int = 40_000) -> Upload:
    """The same table with the list it was counted from on another sheet, and scans of the signed paper in the file."""
    book = openpyxl.load_workbook(io.BytesIO(upload.content))
    sheet, rng, syllables = book.create_sheet("Danh sách"), Random(2017), SYLLABLES.split()
    for number in range(rows):
        employer = " ".join(rng.choices(syllables, k=8))
        sheet.append(
            [number, f"HT{number:06}", employer, employer[:20], rng.randrange(500), rng.randrange(10**9)]
        )
    saved = io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved, "a") as archive:
        archive.writestr("xl/media/image1.jpeg", rng.randbytes(LARGE - len(saved.getvalue())))
    return replace(upload, content=saved.getvalue())


def _importing(
    name: str, upload: Upload, folder: Path, aim: float, runs: int = 9, allowance: float = 0.0
) -> Comparison:
    databases = itertools.count()
    programs = [program_in(folder, f"{len(upload.content)}-{next(databases)}") for _ in range(runs + 1)]

    def work() -> None:
        outcome = import_workbook(programs.pop(), upload, local_user("a benchmark", "bench"))
        assert outcome.committed, [i.code for i in outcome.issues if i.blocks][:3]

    return compare(f"import of {name}", work, lambda: read_bare(upload.content), aim, runs, allowance)
