"""Who may do what. Every use case that changes or reveals something asks here; a refusal is written down."""

from __future__ import annotations

from collections.abc import Iterable

from kpi.domain.actor import Actor, Deed
from kpi.domain.record import Done
from kpi.service.program import Program
from kpi.service.record import write_down
from kpi.service.refusal import Refused, Why


def require(program: Program, actor: Actor, deed: Deed, subject: str = "", plan: str | None = None) -> None:
    """Refused where the actor's role does not allow the deed. `subject` is what it would have been done to."""
    if not actor.may(deed):
        refuse(program, actor, deed, Refused(Why.NOT_ALLOWED, name=actor.name), subject, plan)


def require_units(
    program: Program, actor: Actor, unit_ids: Iterable[str], subject: str, plan: str | None = None
) -> None:
    """Refused where the actor does not answer for one of the units whose figures they send."""
    foreign = foreign_units(program, actor, unit_ids)
    if foreign:
        refusal = Refused(Why.NOT_YOUR_UNITS, units=", ".join(foreign))
        refuse(program, actor, Deed.SEND, refusal, subject, plan)


def foreign_units(program: Program, actor: Actor, unit_ids: Iterable[str]) -> list[str]:
    """The names of the units among these for which the actor does not answer."""
    foreign = sorted({u for u in unit_ids if not actor.answers_for(u, program.units)})
    return [program.units[u].name if u in program.units else u for u in foreign]


def refuse(
    program: Program, actor: Actor, deed: Deed, refusal: Refused, subject: str = "", plan: str | None = None
) -> None:
    """Writes the refused attempt down and raises the refusal."""
    with program.database.write() as connection:
        detail = {"deed": deed.value, "why": refusal.why.value, **refusal.detail}
        write_down(connection, actor, Done.REFUSED, subject, plan, detail)
    raise refusal
