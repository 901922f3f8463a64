"""What a gap report and a template hold, before anything is drawn or written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kpi.domain.actuals import Actual
from kpi.domain.evaluation import Evaluation
from kpi.domain.observation import Stage
from kpi.domain.paper import NotSent
from kpi.domain.period import Period
from kpi.domain.plan import Indicator, Plan
from kpi.domain.task import TaskStatus
from kpi.domain.trend import Trend
from kpi.domain.unit import ReportingUnit


@dataclass(frozen=True, slots=True)
class Source:
    """Where one figure came from: file, sheet and cell, who sent it and when."""

    indicator: Indicator
    unit: ReportingUnit
    period: Period
    stage: Stage
    submission: int
    file_name: str
    sha256: str
    sheet: str
    cell: str
    received_at: datetime
    received_by: str
    illustrative: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NotReported:
    """The units that owe an indicator for the period."""

    indicator: Indicator
    units: tuple[ReportingUnit, ...]
    expected: int


@dataclass(frozen=True, slots=True)
class GapReport:
    """Everything a gap report says on one plan and period, of all units or of one.

    `previous` are the evaluations a year before; `years` those of the report's own subject (the province, or the
    one unit) year by year up to the period, a series for each indicator.
    """

    plan: Plan
    period: Period
    unit: ReportingUnit | None
    as_of: date
    made_at: datetime
    closed: bool
    illustrative: bool
    evaluations: tuple[Evaluation, ...]
    trends: tuple[Trend, ...]
    tasks: tuple[TaskStatus, ...]
    not_reported: tuple[NotReported, ...]
    sources: tuple[Source, ...]
    previous: tuple[Evaluation, ...] = ()
    years: tuple[tuple[Evaluation, ...], ...] = ()
    not_sent: tuple[NotSent, ...] = ()

    @property
    def subject(self) -> str:
        """The id of the unit the report is about: the province, or the one unit."""
        return self.unit.id if self.unit else self.plan.province

    @property
    def own(self) -> tuple[Evaluation, ...]:
        """The evaluations of the report's own subject, in the plan's order."""
        return tuple(e for e in self.evaluations if e.unit.id == self.subject)

    @property
    def of_units(self) -> tuple[Evaluation, ...]:
        """The evaluations of the units below the subject, indicator by indicator."""
        return tuple(e for e in self.evaluations if e.unit.id != self.subject)

    def year_before(self, evaluation: Evaluation) -> Evaluation | None:
        """The same indicator and unit a year before; None where the unit did not have to report then."""
        wanted = evaluation.indicator.id, evaluation.unit.id
        return next((e for e in self.previous if (e.indicator.id, e.unit.id) == wanted), None)


@dataclass(frozen=True, slots=True)
class TemplateForm:
    """The workbook to fill in: which units report which indicators, and what is known of the year before.

    `units` holds, by indicator id, the units that report it; `previous` and `current` the figures already
    there, by indicator id and unit id.
    """

    plan: Plan
    period: Period
    units: Mapping[str, tuple[ReportingUnit, ...]]
    previous: Mapping[tuple[str, str], Actual]
    current: Mapping[tuple[str, str], Actual]
