"""How the figure of a province came to change: what it was, what it became, and whose figures made the difference.

What is known at a moment is what `--known-on` says of a day: of each figure the latest one sent by then and not
taken back by then. The figure that stood at the end of a day is that after the day's last change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kpi.domain.actuals import Actual, Actuals
from kpi.domain.observation import Observation, ObservationKey
from kpi.domain.period import Period
from kpi.domain.plan import Indicator
from kpi.domain.unit import ReportingUnit
from kpi.service.program import Program
from kpi.store import observations
from kpi.store.observations import HistoryEntry


@dataclass(frozen=True, slots=True, order=True)
class Happening:
    """A workbook came, or was taken back; in the order of time."""

    at: datetime
    submission: int
    withdrawn: bool
    by: str
    file_name: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """The figure of one unit before and after; None where there was none."""

    unit: ReportingUnit
    before: Actual | None
    after: Actual | None


@dataclass(frozen=True, slots=True)
class TotalRevision:
    """A figure of the province that was known once, what stood in its place, and the figures that changed it."""

    happening: Happening
    before: Actual
    after: Actual | None
    changes: tuple[FigureChange, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """What stood at one time: the province's figure, and those that were sent, by unit."""

    total: Actual | None
    sent: Mapping[ReportingUnit, Actual]


def total_revisions(
    program: Program, plan_id: str, indicator: Indicator, province: ReportingUnit, period: Period
) -> list[TotalRevision]:
    """Every change of a province's figure by which one sent before was replaced or taken back, the first one first.

    A total that grows because further units report is not revised. Figures made up to show the program are no
    knowledge once real ones came. Of a province that was never a sum `history` tells everything, and this nothing.
    """
    entries = _real(_entries(program, plan_id, indicator, period))
    if all(e.stored.observation.unit == province.id for e in entries):
        return []
    found = []
    before = _State(None, {})
    for happening in _happenings(entries):
        after = _state(program, indicator, province, period, _standing(entries, happening))
        if before.total is not None and after.total != before.total and _revised(before, after, province):
            found.append(TotalRevision(happening, before.total, after.total, _changes(before, after)))
        before = after
    return found


def _entries(program: Program, plan_id: str, indicator: Indicator, period: Period) -> list[HistoryEntry]:
    with program.database.read() as connection:
        return observations.history(connection, plan_id, indicator.id, None, period)


def _real(entries: Sequence[HistoryEntry]) -> list[HistoryEntry]:
    made_up = all(e.stored.illustrative for e in entries)
    return [e for e in entries if e.stored.illustrative == made_up]


def _happenings(entries: Sequence[HistoryEntry]) -> list[Happening]:
    return sorted({h for e in entries for h in _of(e)})


def _of(entry: HistoryEntry) -> Iterator[Happening]:
    source = entry.stored.source
    facts = source.submission_id, source.file_name
    yield Happening(source.received_at, facts[0], False, source.received_by, facts[1])
    if entry.withdrawn_at is not None:
        yield Happening(entry.withdrawn_at, facts[0], True, entry.withdrawn_by or "", facts[1])


def _standing(entries: Sequence[HistoryEntry], last: Happening) -> list[Observation]:
    """What stood once the last of these had happened."""
    standing: dict[ObservationKey, Observation] = {}
    for entry in entries:
        happened = [h for h in _of(entry) if h <= last]
        if happened and not happened[-1].withdrawn:
            standing[entry.stored.observation.key] = entry.stored.observation
    return list(standing.values())


def _state(
    program: Program,
    indicator: Indicator,
    province: ReportingUnit,
    period: Period,
    standing: Sequence[Observation],
) -> _State:
    actuals = Actuals(standing, program.units)
    units = program.units.of_province(province.id)
    figures = {unit: figure for unit in units if (figure := actuals.of(indicator, unit, period))}
    return _State(figures.get(province), {u: f for u, f in figures.items() if not f.derived})


def _revised(before: _State, after: _State, province: ReportingUnit) -> bool:
    """Whether a figure that had been sent is another now, or the province's own stands in place of the sum."""
    replaced = any(after.sent.get(unit) != figure for unit, figure in before.sent.items())
    return replaced or province in after.sent


def _changes(before: _State, after: _State) -> tuple[FigureChange, ...]:
    units = dict.fromkeys([*before.sent, *after.sent])
    changes = (FigureChange(unit, before.sent.get(unit), after.sent.get(unit)) for unit in units)
    return tuple(c for c in changes if c.before != c.after)
