"""An upload taken in: read behind the guard, understood, compared with what is known, stored whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kpi.domain.actor import Actor, Deed
from kpi.domain.issue import Code, Issue, Severity
from kpi.domain.observation import Observation, ObservationKey, SourcedObservation
from kpi.domain.record import Done
from kpi.intake.against_known import KnownData, findings_against_known
from kpi.intake.findings import Settled
from kpi.intake.request import Request
from kpi.intake.understand import Understanding, understand
from kpi.intake.workbook.grid import Grid
from kpi.intake.workbook.guard import named_as_workbook, read_workbook
from kpi.intake.workbook.limits import DEFAULT_LIMITS
from kpi.service import settings
from kpi.service.bulk import without_looking_for_cycles
from kpi.service.closing import reopen_where_submitted
from kpi.service.doubts import kept_reason, reasons_of_figures, require_doubted
from kpi.service.memory import fitting_answers, remembered_answers, settled_facts
from kpi.service.outcome import Agreement, Change, ComparedReading, ImportOutcome, Upload
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why
from kpi.service.rights import require, require_units
from kpi.store import closures, observations, submissions
from kpi.store.database import Connection
from kpi.store.submissions import NewSubmission

LARGEST_UPLOAD = DEFAULT_LIMITS.upload_bytes


@without_looking_for_cycles()
def preview(program: Program, upload: Upload) -> ImportOutcome:
    """What an upload would do; stores nothing. Refused where a reason is for a warning there is not."""
    understood, remembered = _understand(program, upload)
    with program.database.read() as connection:
        outcome = _compare(program, connection, upload, understood, remembered)
    require_doubted(outcome)
    return outcome


@without_looking_for_cycles()
def import_workbook(
    program: Program, upload: Upload, actor: Actor, agreed: Agreement | None = None
) -> ImportOutcome:
    """Stores an upload if nothing in it blocks: bytes, figures and record in one transaction.

    The very bytes already stored, with nothing changed since, are not stored again. Refused without the right to
    send, or to send for one of the units in it; and where the person agreed to something else than what it would
    do by now, as somebody else stored figures meanwhile, or a reason is for a warning there is not.
    """
    require(program, actor, Deed.SEND, upload.file_name, upload.plan_id)
    understood, remembered = _understand(program, upload)
    if any(issue.blocks for issue in understood.issues):
        with program.database.read() as connection:
            return _compare(program, connection, upload, understood, remembered)
    units = {reading.observation.unit for reading in understood.readings}
    require_units(program, actor, units, upload.file_name, upload.plan_id)
    with program.database.write() as connection:
        outcome = _compare(program, connection, upload, understood, remembered)
        return _store(connection, outcome, actor, agreed) if outcome.accepted else outcome


def _understand(program: Program, upload: Upload) -> tuple[Understanding, tuple[Settled, ...]]:
    """The upload as it reads with the answers given, and with those remembered for questions still open."""
    plan = program.plan(upload.plan_id)
    grid = read_workbook(upload.content)
    if isinstance(grid, Grid) and not named_as_workbook(upload.file_name):
        grid = Issue.of(Code.NOT_A_WORKBOOK, named=upload.file_name)
    if not isinstance(grid, Grid):
        return Understanding((), (grid,)), ()
    request = Request(plan, program.units, settings.today(), upload.year, upload.stage, upload.answers)
    understood = understand(grid, request)
    if not any(issue.severity is Severity.QUESTION for issue in understood.issues):
        return understood, ()
    with program.database.read() as connection:
        remembered = remembered_answers(submissions.live_findings(connection, plan.id))
    answers = fitting_answers(understood.issues, remembered)
    if not answers:
        return understood, ()
    understood = understand(grid, replace(request, answers={**answers, **upload.answers}))
    return understood, tuple(settled for settled in understood.settled if settled.key in answers)


def _compare(
    program: Program,
    connection: Connection,
    upload: Upload,
    understood: Understanding,
    remembered: tuple[Settled, ...],
) -> ImportOutcome:
    """The readings against the figures that stand. Made-up figures never stand against real ones."""
    stored = observations.live_observations(connection, upload.plan_id)
    real = [s for s in stored if upload.illustrative or not s.illustrative]
    known = {s.observation.key: s.observation for s in real}
    compared = tuple(_compared(reading, known) for reading in understood.readings)
    changing = [c.reading for c in compared if c.change is not Change.UNCHANGED]
    data = KnownData(
        known,
        closures.closed_periods(connection, upload.plan_id),
        closures.ever_closed(connection, upload.plan_id),
        program.units,
    )
    issues = (*understood.issues, *findings_against_known(changing, data))
    return ImportOutcome(
        upload,
        compared,
        issues,
        understood,
        remembered,
        replaces_illustrative=len(real) < len(stored),
    )


def _compared(reading: SourcedObservation, known: Mapping[ObservationKey, Observation]) -> ComparedReading:
    before = known.get(reading.observation.key)
    if before is None:
        return ComparedReading(reading, Change.NEW, None)
    change = Change.UNCHANGED if before == reading.observation else Change.CHANGED
    return ComparedReading(reading, change, before)


def _store(
    connection: Connection, outcome: ImportOutcome, actor: Actor, agreed: Agreement | None
) -> ImportOutcome:
    upload = outcome.upload
    same = submissions.find_live_by_sha(connection, upload.plan_id, upload.sha256)
    if same and all(c.change is Change.UNCHANGED for c in outcome.readings):
        return replace(outcome, submission=same[-1])
    if agreed and not agreed.covers(outcome.agreement):
        raise Refused(Why.CHANGED_MEANWHILE, file=upload.file_name)
    require_doubted(outcome)
    if outcome.replaces_illustrative:
        _withdraw_illustrative(connection, upload.plan_id, actor)
    submission = submissions.add_submission(connection, _new_submission(outcome, actor))
    changing = [c for c in outcome.readings if c.change is not Change.UNCHANGED]
    periods = {c.reading.observation.period for c in changing}
    reopen_where_submitted(connection, upload.plan_id, periods, actor, f"#{submission}")
    write_down(connection, actor, Done.IMPORT, str(submission), upload.plan_id, _import_detail(outcome))
    return replace(outcome, committed=True, submission=submission)


def _import_detail(outcome: ImportOutcome) -> dict[str, object]:
    """What the record says of an import: the file, what the person answered and stood by, what changed."""
    upload = outcome.upload
    return {
        "file": upload.file_name,
        "sha256": upload.sha256,
        "reason": kept_reason(outcome),
        "answers": dict(upload.answers),
        "changed-values": [
            _changed_value(c) for c in outcome.readings if c.before and c.change is Change.CHANGED
        ],
        **{change.value: outcome.count(change) for change in Change},
    }


def _changed_value(compared: ComparedReading) -> list[str]:
    """Indicator, unit, period, stage, the figure before and the figure after."""
    now, before = compared.reading.observation, compared.before
    key = now.key
    return [key.indicator, key.unit, str(key.period), key.stage.value, _figure(before), _figure(now)]


def _figure(observation: Observation | None) -> str:
    if observation is None:
        return ""
    parts = (observation.numerator, observation.denominator, observation.value)
    return "/".join(str(part) for part in parts if part is not None)


def _withdraw_illustrative(connection: Connection, plan_id: str, actor: Actor) -> None:
    for submission in submissions.list_submissions(connection, plan_id):
        if submission.illustrative and submission.is_live:
            submissions.withdraw(connection, submission.id, settings.now(), actor.name)
            write_down(connection, actor, Done.UNDO, str(submission.id), plan_id, {"reason": "illustrative"})


def _new_submission(outcome: ImportOutcome, actor: Actor) -> NewSubmission:
    upload = outcome.upload
    return NewSubmission(
        plan=upload.plan_id,
        file_name=upload.file_name,
        sha256=upload.sha256,
        content=upload.content,
        received_at=settings.now(),
        received_by=actor.name,
        observations=[compared.reading for compared in outcome.readings],
        illustrative=upload.illustrative,
        findings=[*issue_facts(outcome.issues), *settled_facts(outcome.understood.settled)],
        reason=kept_reason(outcome),
        reasons=reasons_of_figures(outcome),
        answers=dict(upload.answers),
    )


def issue_facts(issues: Iterable[Issue]) -> Iterable[dict[str, str | None]]:
    """The findings as plain facts to be kept with a submission."""
    for issue in issues:
        yield {
            "severity": issue.severity,
            "code": issue.code,
            "sheet": issue.sheet,
            "cell": issue.cell,
            "found": issue.found,
            **dict(issue.detail),
        }
