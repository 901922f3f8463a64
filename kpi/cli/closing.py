"""Commands on the way of a period to final: submit, approve or return, close, reopen."""

from __future__ import annotations

import click

from kpi.cli.opened import opened_program
from kpi.cli.options import PERIOD, as_option, plan_option, words_asked_for
from kpi.cli.output import answering
from kpi.domain.closing import Step
from kpi.domain.period import Period
from kpi.service.closing import take_step
from kpi.service.sessions import actor_on_command_line

_period_option = click.option("--period", type=PERIOD, required=True)
_why_option = click.option("--why", required=True, help="the reason, which is kept")


@click.command()
@plan_option
@_period_option
@as_option
def submit(plan_id: str, period: Period, user: str) -> None:
    """Submit a period's figures for approval."""
    _take(plan_id, period, Step.SUBMITTED, user)


@click.command()
@plan_option
@_period_option
@as_option
def approve(plan_id: str, period: Period, user: str) -> None:
    """Approve a submitted period."""
    _take(plan_id, period, Step.APPROVED, user)


@click.command(name="return")
@plan_option
@_period_option
@_why_option
@as_option
def return_(plan_id: str, period: Period, why: str, user: str) -> None:
    """Return a submitted or approved period for correction."""
    _take(plan_id, period, Step.RETURNED, user, why)


@click.command()
@plan_option
@_period_option
@as_option
def close(plan_id: str, period: Period, user: str) -> None:
    """Close a period to further imports; once there are accounts, an approved one."""
    _take(plan_id, period, Step.CLOSED, user)


@click.command()
@plan_option
@_period_option
@_why_option
@as_option
def reopen(plan_id: str, period: Period, why: str, user: str) -> None:
    """Open a closed period again, with the reason."""
    _take(plan_id, period, Step.REOPENED, user, why)


def _take(plan_id: str, period: Period, step: Step, user: str, why: str = "") -> None:
    words = words_asked_for()
    with answering(words):
        program = opened_program()
        take_step(program, plan_id, period, step, actor_on_command_line(program, user), why)
        click.echo(words(f"closing.taken.{step}", period=period))
