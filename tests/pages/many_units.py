"""A province as hard on the pages as one may get: a hundred units, very long names, noughts, gaps and mergers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from kpi.domain.observation import Observation, SourcedObservation, Stage
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.domain.unit import Level, ReportingUnit, UnitRegister
from kpi.registry.definitions import Definitions, load_definitions
from kpi.service.program import Program
from kpi.store.submissions import NewSubmission, add_submission

PLAN, PROVINCE, MANY = "ha-tinh-157-2017", "ha-tinh", 100
LONG = "Đơn vị hành chính – kinh tế đặc biệt <b>Nguyễn Thị Minh Khai</b> & Trường Sơn Đông Bắc"
YEARS = range(2016, 2021)


def hard_definitions(further_indicators: int = 0) -> Definitions:
    """The plan of Hà Tĩnh over a hundred districts, the first of them with a long name, every tenth merged away.

    `further_indicators` of long names are added, of which nothing is known.
    """
    known = load_definitions()
    districts = [_district(n) for n in range(MANY)]
    register = UnitRegister.of([known.units[PROVINCE], *districts])
    plan = known.plans[PLAN]
    first, *others = plan.indicators
    long_named = replace(first, name=f"{first.name} – {LONG}", short=f"{first.short} – {LONG}")
    further = [_further(first, n) for n in range(1, further_indicators + 1)]
    return Definitions({PLAN: replace(plan, indicators=(long_named, *others, *further))}, register)


def _further(indicator: Indicator, number: int) -> Indicator:
    name = f"Chỉ tiêu thêm {number}"
    return replace(indicator, id=f"further-{number}", name=f"{name} – {LONG}", short=name)


def fill(program: Program) -> None:
    """Figures of every kind: usual ones, nought of something, nought of nought, the whole, and none at all."""
    observations = [o for n in range(MANY) for year in YEARS for o in _observed(n, year)]
    with program.database.write() as connection:
        add_submission(
            connection,
            NewSubmission(
                PLAN,
                f"{LONG}.xlsx",
                "0" * 64,
                b"x",
                datetime.now(UTC),
                "chị Hoa",
                [SourcedObservation(o, "Số liệu", "D7") for o in observations],
            ),
        )


def _district(number: int) -> ReportingUnit:
    name = LONG if number == 0 else f"Huyện số {number:03d}"
    if number % 10 == 9:
        ended = date(2018, 12, 31)
        return ReportingUnit(f"d{number}", name, Level.DISTRICT, PROVINCE, None, ended, (f"d{number - 1}",))
    return ReportingUnit(f"d{number}", name, Level.DISTRICT, PROVINCE)


def _observed(number: int, year: int) -> list[Observation]:
    if number % 7 == 3 or (number % 10 == 9 and year > 2018):
        return []
    counts = {0: (0, 1000), 1: (0, 0), 2: (1000, 1000)}.get(
        number % 20, (500 + (number * 37 + year * 11) % 500, 1000)
    )
    stage = Stage.ESTIMATE if year == YEARS[-1] else Stage.OFFICIAL
    return [Observation("employers-enrolled", f"d{number}", Period(year), stage, *counts)]
