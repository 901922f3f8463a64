"""Made-up figures for a first look, marked as such wherever they show."""

from __future__ import annotations

from dataclasses import replace

from kpi.domain.actor import Actor, Deed
from kpi.intake.context import WHOLE
from kpi.registry.definitions import DATA
from kpi.service.imports import import_workbook, preview
from kpi.service.outcome import ImportOutcome, Upload
from kpi.service.program import Program
from kpi.service.refusal import Refused, Why
from kpi.service.rights import require
from kpi.store import submissions

SAMPLES = DATA / "samples"


def fill_with_illustrative_data(program: Program, actor: Actor) -> list[ImportOutcome]:
    """Imports every sample workbook (`data/samples/<plan>/*.xlsx`) into an empty database."""
    require(program, actor, Deed.OPERATE, "demo")
    with program.database.read() as connection:
        if not submissions.is_empty(connection):
            raise Refused(Why.NOT_EMPTY)
    uploads = [
        Upload(path.parent.name, path.name, path.read_bytes(), illustrative=True)
        for path in sorted(SAMPLES.glob("*/*.xlsx"))
    ]
    uploads = [_knowing_its_title(preview(program, upload)) for upload in uploads]
    for upload in uploads:
        _refuse_broken(preview(program, upload))
    return [import_workbook(program, upload, actor) for upload in uploads]


def _knowing_its_title(outcome: ImportOutcome) -> Upload:
    """The sample, its own title agreed to: «số liệu minh họa» makes other figures of any that are sent as real."""
    doubted = [i.key for i in outcome.issues if i.key and WHOLE in {choice.choice for choice in i.choices}]
    return replace(outcome.upload, answers=dict.fromkeys(doubted, WHOLE))


def _refuse_broken(outcome: ImportOutcome) -> None:
    """One sample that can't be read keeps all of them out."""
    if not outcome.accepted:
        causes = ", ".join(issue.code for issue in outcome.issues if issue.blocks)
        raise Refused(Why.SAMPLE_BROKEN, file=outcome.upload.file_name, cause=causes)
