"""What was submitted, and taking it back."""

from __future__ import annotations

from kpi.domain.actor import Actor, Deed
from kpi.domain.period import Period
from kpi.domain.record import Done
from kpi.service import settings
from kpi.service.closing import reopen_where_submitted
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why
from kpi.service.rights import refuse, require
from kpi.store import closures, observations, submissions
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


def undo(program: Program, submission_id: int, actor: Actor) -> StoredSubmission:
    """Takes a submission back: the values before it stand again.

    Refused where that would touch a closed period, and for an official where someone else sent it.
    """
    require(program, actor, Deed.UNDO, str(submission_id))
    try:
        _require_own(program, submission_id, actor)
        with program.database.write() as connection:
            taken = submissions.submission(connection, submission_id)
            periods = _periods_standing_on(connection, taken)
            _refuse_closed(connection, taken, periods)
            submissions.withdraw(connection, submission_id, settings.now(), actor.name)
            reopen_where_submitted(connection, taken.plan, periods, actor, f"#{submission_id}")
            detail = {"file": taken.file_name, "sha256": taken.sha256}
            write_down(connection, actor, Done.UNDO, str(submission_id), taken.plan, detail)
            return submissions.submission(connection, submission_id)
    except UnknownSubmission:
        raise Refused(Why.UNKNOWN_SUBMISSION, submission=submission_id) from None
    except AlreadyWithdrawn:
        raise Refused(Why.ALREADY_UNDONE, submission=submission_id) from None


def _require_own(program: Program, submission_id: int, actor: Actor) -> None:
    with program.database.read() as connection:
        sent = submissions.submission(connection, submission_id)
    if not actor.may_take_back(sent.received_by):
        refusal = Refused(Why.NOT_YOUR_SUBMISSION, submission=submission_id, by=sent.received_by)
        refuse(program, actor, Deed.UNDO, refusal, str(submission_id), sent.plan)


def _periods_standing_on(connection: Connection, taken: StoredSubmission) -> set[Period]:
    """The periods in which a figure of the submission stands."""
    stored = observations.live_observations(connection, taken.plan)
    return {s.observation.period for s in stored if s.submission_id == taken.id}


def _refuse_closed(connection: Connection, taken: StoredSubmission, periods: set[Period]) -> None:
    closed = closures.closed_periods(connection, taken.plan)
    for period in sorted(periods):
        if str(period) in closed:
            raise Refused(Why.PERIOD_CLOSED, period=period)
