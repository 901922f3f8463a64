"""Made-up figures for a first look, marked as such wherever they show."""

from __future__ import annotations

from pathlib import Path

from kpi.registry.definitions import DATA
from kpi.service.imports import ImportOutcome, Upload, import_workbook
from kpi.service.program import Program
from kpi.service.refusal import Refused, Why
from kpi.store import submissions

SAMPLES = DATA / "samples"


def fill_with_illustrative_data(program: Program, actor: str) -> list[ImportOutcome]:
    """Imports every sample workbook (`data/samples/<plan>/*.xlsx`) into an empty database."""
    with program.database.read() as connection:
        if not submissions.is_empty(connection):
            raise Refused(Why.NOT_EMPTY)
    return [_import(program, path, actor) for path in sorted(SAMPLES.glob("*/*.xlsx"))]


def _import(program: Program, path: Path, actor: str) -> ImportOutcome:
    upload = Upload(path.parent.name, path.name, path.read_bytes(), illustrative=True)
    outcome = import_workbook(program, upload, actor)
    if not outcome.accepted:
        causes = ", ".join(issue.code for issue in outcome.issues if issue.blocks)
        raise Refused(Why.SAMPLE_BROKEN, file=path.name, cause=causes)
    return outcome
