"""What was submitted, taking it back, and closing periods."""

from __future__ import annotations

from kpi.domain.period import Period
from kpi.service import settings
from kpi.service.program import Program
from kpi.service.refusal import Refused, Why
from kpi.store import audit, closures, observations, submissions
from kpi.store.database import Connection
from kpi.store.errors import AlreadyWithdrawn, UnknownSubmission
from kpi.store.submissions import StoredSubmission


def list_submissions(program: Program, plan_id: str) -> list[StoredSubmission]:
    """The plan's submissions, the latest first, taken-back ones too."""
    plan = program.plan(plan_id)
    with program.database.read() as connection:
        return submissions.list_submissions(connection, plan.id)


def submission_file(program: Program, submission_id: int) -> tuple[StoredSubmission, bytes]:
    """A submission and its workbook as it was sent."""
    try:
        with program.database.read() as connection:
            return (
                submissions.submission(connection, submission_id),
                submissions.submission_content(connection, submission_id),
            )
    except UnknownSubmission:
        raise Refused(Why.UNKNOWN_SUBMISSION, submission=submission_id) from None


def undo(program: Program, submission_id: int, actor: str) -> StoredSubmission:
    """Takes a submission back: the values before it stand again. Refused where that would touch a closed period."""
    try:
        with program.database.write() as connection:
            taken = submissions.submission(connection, submission_id)
            _refuse_closed(connection, taken)
            submissions.withdraw(connection, submission_id, settings.now(), actor)
            audit.append_audit(
                connection,
                settings.now(),
                actor,
                "undo",
                taken.plan,
                str(submission_id),
                {"file": taken.file_name, "sha256": taken.sha256},
            )
            return submissions.submission(connection, submission_id)
    except UnknownSubmission:
        raise Refused(Why.UNKNOWN_SUBMISSION, submission=submission_id) from None
    except AlreadyWithdrawn:
        raise Refused(Why.ALREADY_UNDONE, submission=submission_id) from None


def _refuse_closed(connection: Connection, taken: StoredSubmission) -> None:
    closed = closures.closed_periods(connection, taken.plan)
    if not closed:
        return
    for stored in observations.live_observations(connection, taken.plan):
        if stored.submission_id == taken.id and str(stored.observation.period) in closed:
            raise Refused(Why.PERIOD_CLOSED, period=stored.observation.period)


def close_period(program: Program, plan_id: str, period: Period, actor: str) -> None:
    """Closes a period that is over to further imports; its official verdicts become final."""
    plan = program.plan(plan_id)
    if period.last_day >= settings.today():
        raise Refused(Why.PERIOD_NOT_OVER, period=period)
    with program.database.write() as connection:
        if str(period) in closures.closed_periods(connection, plan.id):
            raise Refused(Why.ALREADY_CLOSED, period=period)
        closures.close_period(connection, plan.id, period, settings.now(), actor)
        audit.append_audit(connection, settings.now(), actor, "close", plan.id, str(period), {})


def reopen_period(program: Program, plan_id: str, period: Period, why: str, actor: str) -> None:
    """Opens a closed period again, for a reason that is kept."""
    plan = program.plan(plan_id)
    if not why.strip():
        raise Refused(Why.REASON_MISSING)
    with program.database.write() as connection:
        if str(period) not in closures.closed_periods(connection, plan.id):
            raise Refused(Why.PERIOD_NOT_CLOSED, period=period)
        closures.reopen_period(connection, plan.id, period, settings.now(), actor, why.strip())
        audit.append_audit(
            connection, settings.now(), actor, "reopen", plan.id, str(period), {"why": why.strip()}
        )
