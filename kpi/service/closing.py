"""Making a period final: submitted by an official, approved by another person, closed; reopened for a reason."""

from __future__ import annotations

from collections.abc import Iterable

from kpi.domain.actor import Actor, Deed
from kpi.domain.closing import PeriodStanding, PeriodState, Step, StepTaken
from kpi.domain.period import Period
from kpi.domain.record import Done
from kpi.service import settings
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why
from kpi.service.rights import refuse, require, require_units
from kpi.service.texts import storable
from kpi.store import closures, observations
from kpi.store.database import Connection

DEEDS = {
    Step.SUBMITTED: (Deed.SUBMIT, Done.SUBMIT),
    Step.APPROVED: (Deed.APPROVE, Done.APPROVE),
    Step.RETURNED: (Deed.APPROVE, Done.RETURN),
    Step.CLOSED: (Deed.CLOSE, Done.CLOSE),
    Step.REOPENED: (Deed.CLOSE, Done.REOPEN),
}
NEED_A_REASON = {Step.RETURNED, Step.REOPENED}


def standing(program: Program, plan_id: str, period: Period) -> PeriodStanding:
    """Where the period stands, and how it came there."""
    with program.database.read() as connection:
        return PeriodStanding.of(period, closures.step_log(connection, program.plan(plan_id).id))


def take_step(
    program: Program,
    plan_id: str,
    period: Period,
    step: Step,
    actor: Actor,
    why: str = "",
    seen: PeriodStanding | None = None,
) -> PeriodStanding:
    """Takes a step with a period that is over; returns where it stands then.

    `seen` is where it stood when the person decided: something that happened since refuses the step. Refused
    too without the right, without a reason where one is asked for, for a step that does not follow, for approving
    what one has submitted oneself, and for submitting a period without figures.
    """
    plan, (deed, done) = program.plan(plan_id), DEEDS[step]
    require(program, actor, deed, str(period), plan.id)
    if step is Step.SUBMITTED:
        require_units(program, actor, [plan.province], str(period), plan.id)
    if step in NEED_A_REASON and not why.strip():
        raise Refused(Why.REASON_MISSING)
    if step is not Step.REOPENED and period.last_day >= settings.today():
        raise Refused(Why.PERIOD_NOT_OVER, period=period)
    with program.database.write() as connection:
        before = PeriodStanding.of(period, closures.step_log(connection, plan.id))
        refusal = _objection(connection, plan.id, before, step, actor, seen)
        if refusal is None:
            taken = StepTaken(period, step, settings.now(), actor.name, storable(why).strip())
            closures.append_step(connection, plan.id, taken)
            detail = {"before": before.state.value, "why": taken.why}
            write_down(connection, actor, done, str(period), plan.id, detail)
            return PeriodStanding(period, (*before.steps, taken))
    if refusal.why is Why.OWN_SUBMISSION:
        refuse(program, actor, deed, refusal, str(period), plan.id)
    raise refusal


def _objection(
    connection: Connection,
    plan_id: str,
    before: PeriodStanding,
    step: Step,
    actor: Actor,
    seen: PeriodStanding | None,
) -> Refused | None:
    """What stands against the step, looked at in the transaction that would take it."""
    period = before.period
    if seen is not None and seen != before:
        return Refused(Why.PERIOD_CHANGED, period=period)
    if not before.allows(step, alone=actor.alone):
        return Refused(_why_not(before.state, step), period=period)
    if step is Step.APPROVED and before.submitted_by == actor.name:
        return Refused(Why.OWN_SUBMISSION)
    if step is Step.SUBMITTED and not observations.has_figures(connection, plan_id, period):
        return Refused(Why.PERIOD_EMPTY, period=period)
    return None


def reopen_where_submitted(
    connection: Connection, plan_id: str, periods: Iterable[Period], actor: Actor, cause: str
) -> None:
    """Takes periods whose figures change back to open where they wait for approval or are approved."""
    log = closures.step_log(connection, plan_id)
    for period in sorted(set(periods)):
        if PeriodStanding.of(period, log).allows(Step.CHANGED):
            taken = StepTaken(period, Step.CHANGED, settings.now(), actor.name, cause)
            closures.append_step(connection, plan_id, taken)


def _why_not(state: PeriodState, step: Step) -> Why:
    match state, step:
        case _, Step.REOPENED:
            return Why.PERIOD_NOT_CLOSED
        case PeriodState.CLOSED, _:
            return Why.ALREADY_CLOSED
        case PeriodState.OPEN, _:
            return Why.PERIOD_NOT_SUBMITTED
        case PeriodState.SUBMITTED, Step.CLOSED:
            return Why.PERIOD_NOT_APPROVED
        case _:
            return Why.ALREADY_SUBMITTED
