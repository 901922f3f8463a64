"""What a gap report and a template hold, before anything is drawn or written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kpi.domain.actuals import Actual
from kpi.domain.evaluation import Evaluation
from kpi.domain.observation import Stage
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
    """Everything a gap report says on one plan and period, of all units or of one."""

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
