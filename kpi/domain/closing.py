"""How the figures of a period become final: submitted, approved, closed; and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kpi.domain.period import Period


class PeriodState(StrEnum):
    OPEN = "open"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    CLOSED = "closed"


class Step(StrEnum):
    """What happened to a period. `CHANGED`: figures came or went after it was submitted, so that it is open again."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    CLOSED = "closed"
    REOPENED = "reopened"
    CHANGED = "changed"


_LEADS_TO = {
    Step.SUBMITTED: PeriodState.SUBMITTED,
    Step.RETURNED: PeriodState.OPEN,
    Step.APPROVED: PeriodState.APPROVED,
    Step.CLOSED: PeriodState.CLOSED,
    Step.REOPENED: PeriodState.OPEN,
    Step.CHANGED: PeriodState.OPEN,
}
_POSSIBLE = {
    PeriodState.OPEN: {Step.SUBMITTED},
    PeriodState.SUBMITTED: {Step.APPROVED, Step.RETURNED, Step.CHANGED},
    PeriodState.APPROVED: {Step.CLOSED, Step.RETURNED, Step.CHANGED},
    PeriodState.CLOSED: {Step.REOPENED},
}


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step of a period. `at` is in UTC; `why` is empty where no reason was asked for."""

    period: Period
    step: Step
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class PeriodStanding:
    """Where a period stands, and the steps that led there, in the order they happened."""

    period: Period
    steps: tuple[StepTaken, ...] = ()

    @classmethod
    def of(cls, period: Period, log: Iterable[StepTaken]) -> PeriodStanding:
        return cls(period, tuple(taken for taken in log if taken.period == period))

    @property
    def state(self) -> PeriodState:
        return _LEADS_TO[self.steps[-1].step] if self.steps else PeriodState.OPEN

    @property
    def submitted_by(self) -> str | None:
        """Who submitted what is waiting for approval or approved; None while it is open."""
        last = next((taken for taken in reversed(self.steps) if taken.step is Step.SUBMITTED), None)
        return last.by if last and self.state is not PeriodState.OPEN else None

    def allows(self, step: Step, *, alone: bool = False) -> bool:
        """Whether the step is possible now. Whoever is alone closes without the approval of a second person."""
        if alone and step is Step.CLOSED:
            return self.state is not PeriodState.CLOSED
        return step in _POSSIBLE[self.state]
