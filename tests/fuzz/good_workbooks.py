"""The good workbooks that mutations start from: the program's own form, a tidy table, tables of offices."""

from __future__ import annotations

import io
import tempfile
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kpi.domain.observation import Stage
from kpi.intake.request import Request
from tests.bench.workbooks import filled_template, program_in, tidy_rows
from tests.corpus.cases import ALL_CASES
from tests.corpus.expectation import Case
from tests.corpus.judge import definitions

Parts = dict[str, bytes]
OWN_FORM, TIDY_ROWS = "own form", "tidy rows"
OFFICE_TABLES = (
    "two_years_of_shares_under_merged_headings",
    "fractions_under_a_percent_format",
    "thousands_of_people_above_the_table",
    "counts_as_dotted_text",
    "formulas_with_results",
    "hidden_rows_with_last_years_figures",
    "merged_unit_over_its_indicators",
    "a_sheet_for_each_year",
    "counselling_by_district",
    "own_form_saved_by_libreoffice",
)
NAMES = (OWN_FORM, TIDY_ROWS, *OFFICE_TABLES)


@dataclass(frozen=True)
class GoodWorkbook:
    """A workbook that is accepted when it is sent as `request` says."""

    name: str
    content: bytes
    request: Request

    @property
    def parts(self) -> Parts:
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


@cache
def good_workbooks() -> tuple[GoodWorkbook, ...]:
    offices = {case.name: case for case in ALL_CASES}
    return (
        GoodWorkbook(OWN_FORM, _template(), plain_request()),
        GoodWorkbook(TIDY_ROWS, tidy_rows(60), plain_request()),
        *(_office_table(name, offices[name].build()) for name in OFFICE_TABLES),
    )


def plain_request() -> Request:
    """How a workbook is sent that says all by itself."""
    return _request(Case(b"", ()))


def _template() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        program = program_in(Path(folder), "form")
        content = filled_template(program, 2018)
        program.database.close()
        return content


def _office_table(name: str, case: Case) -> GoodWorkbook:
    return GoodWorkbook(name, case.content, _request(case))


def _request(case: Case) -> Request:
    known = definitions()
    stage = Stage(case.stage) if case.stage else None
    return Request(known.plans[case.plan], known.units, case.today, case.year, stage)
