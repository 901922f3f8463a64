"""Reports a plan asks for that carry no figures for its targets: who owes which, for which periods."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime

from kpi.domain.period import Period
from kpi.domain.plan import Plan
from kpi.domain.task import Agency, Recurrence, Task, TaskKind
from kpi.domain.unit import Level, UnitRegister

_PARTS: dict[Recurrence, tuple[str, ...]] = {
    Recurrence.HALF_YEARLY: ("H1", "H2"),
    Recurrence.HALF_YEARLY_AND_YEARLY: ("H1", ""),
    Recurrence.QUARTERLY: ("Q1", "Q2", "Q3", "Q4"),
}
_EVERY_DISTRICT = "UBND các huyện"

Answered = tuple[str, str, Period]  # which duty (by its id), who owes it (by their key), for which period


@dataclass(frozen=True, slots=True)
class Sender:
    """A unit by its id, or an agency by the name the document gives it."""

    key: str
    name: str
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class NotSent:
    """Who has not sent a report of a period that is over."""

    task: Task
    period: Period
    senders: tuple[Sender, ...]
    expected: int


@dataclass(frozen=True, slots=True)
class ReceivedReport:
    """A report as listed: without its bytes. Times are in UTC; `size` is in bytes."""

    id: int
    plan: str
    task: str
    sender: str
    period: Period
    file_name: str
    sha256: str
    size: int
    received_at: datetime
    received_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str | None

    @property
    def is_live(self) -> bool:
        return self.withdrawn_at is None

    @property
    def answers(self) -> Answered:
        """What it is the answer to."""
        return self.task, self.sender, self.period


def paper_reports(plan: Plan) -> list[Task]:
    """The report duties that fall due within a year (violations dealt with, lists of employers)."""
    return [t for t in plan.tasks if t.kind is TaskKind.REPORT and t.recurrence in _PARTS]


def periods_of(task: Task, year: int) -> list[Period]:
    """The periods of a year the duty asks a report for."""
    return [Period(year, part) for part in (_PARTS.get(task.recurrence, ()) if task.recurrence else ())]


def senders_of(task: Task, plan: Plan, units: UnitRegister, period: Period) -> list[Sender]:
    """Who owes the report: every district there was on the period's last day, or the agencies named."""
    senders: list[Sender] = []
    for lead in task.lead:
        if lead.name.startswith(_EVERY_DISTRICT):
            districts = (u for u in units.of_province(plan.province) if u.level is Level.DISTRICT)
            senders += [Sender(u.id, u.name) for u in districts if u.exists_on(period.last_day)]
        else:
            senders.append(_sending(lead))
    return senders


def not_sent(
    task: Task, plan: Plan, units: UnitRegister, period: Period, sent: Container[Answered]
) -> NotSent:
    """Who is missing, given what was answered."""
    owing = senders_of(task, plan, units, period)
    missing = tuple(s for s in owing if (task.id, s.key, period) not in sent)
    return NotSent(task, period, missing, len(owing))


def counting(reports: Iterable[ReceivedReport]) -> dict[Answered, ReceivedReport]:
    """The reports that count: for each duty, sender and period the latest that was not taken back."""
    return {report.answers: report for report in sorted(reports, key=lambda r: r.id) if report.is_live}


def sender_of(key: str, plan: Plan, units: UnitRegister) -> Sender:
    """Who a key stands for: a unit, an agency of the plan, or a name the plan no longer has."""
    unit = units.get(key)
    if unit:
        return Sender(unit.id, unit.name)
    agencies = (lead for task in plan.tasks for lead in task.lead)
    return next((_sending(agency) for agency in agencies if agency.name == key), Sender(key, key))


def _sending(agency: Agency) -> Sender:
    return Sender(agency.name, agency.name, agency.name_en)
