"""What a person asks of an upload, and what reading it needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kpi.domain.observation import Stage
from kpi.domain.plan import Plan
from kpi.domain.unit import UnitRegister


@dataclass(frozen=True, slots=True)
class Request:
    """Read the upload for `plan`; keep only `year` if given; `stage` where the workbook names none.

    `answers` are choices by question key.
    """

    plan: Plan
    units: UnitRegister
    today: date
    year: int | None = None
    stage: Stage | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
