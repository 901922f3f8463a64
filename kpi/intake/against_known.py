"""Readings against what is already known: closed periods, and changes on last year nobody would expect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kpi.domain.issue import Code, Issue
from kpi.domain.observation import Observation, ObservationKey, SourcedObservation, year_before
from kpi.domain.unit import UnitRegister

JUMP_FACTOR = 5  # five times last year's count, or a fifth of it, is worth a second look
JUMP_LEAST = 50  # … unless the counts are small
FALL_LEAST = 2  # a share this many percentage points below last year's is too


@dataclass(frozen=True, slots=True)
class KnownData:
    """The figures that stand, the periods closed now, those closed at some time, and what units are called."""

    figures: Mapping[ObservationKey, Observation]
    closed: Collection[str]
    ever_closed: Collection[str]
    units: UnitRegister


def findings_against_known(readings: Iterable[SourcedObservation], known: KnownData) -> list[Issue]:
    """The findings on readings that are new or change a figure; those that change nothing are not to be given."""
    readings = list(readings)
    figures = {**known.figures, **{r.observation.key: r.observation for r in readings}}
    jumps = (_jump(reading, known, figures) for reading in readings)
    return [*_closed(readings, known), *(issue for issue in jumps if issue)]


def _closed(readings: list[SourcedObservation], known: KnownData) -> list[Issue]:
    """One finding for each period, at its first reading, about all of them."""
    touched: dict[tuple[Code, str], list[SourcedObservation]] = defaultdict(list)
    for reading in readings:
        period = str(reading.observation.period)
        code = _closing_touched(reading, period, known)
        if code is not None:
            touched[code, period].append(reading)
    return [
        Issue.of(
            code,
            sheet=these[0].sheet,
            cell=these[0].cell,
            found=period,
            period=period,
            about=tuple((reading.sheet, reading.cell) for reading in these),
        )
        for (code, period), these in touched.items()
    ]


def _closing_touched(reading: SourcedObservation, period: str, known: KnownData) -> Code | None:
    if period in known.closed:
        return Code.PERIOD_CLOSED
    if period in known.ever_closed and reading.observation.key in known.figures:
        return Code.CHANGES_CLOSED_VALUE
    return None


def _jump(
    reading: SourcedObservation, known: KnownData, figures: Mapping[ObservationKey, Observation]
) -> Issue | None:
    now = reading.observation
    before = year_before(now, figures)
    if before is None:
        return None
    for current, previous in ((now.numerator, before.numerator), (now.denominator, before.denominator)):
        if current is not None and previous is not None and _is_jump(current, previous):
            return _doubt(reading, before, known, previous, current, factor=JUMP_FACTOR)
    return _fall(reading, before, known)


def _is_jump(current: int, previous: int) -> bool:
    small, large = sorted((current, previous))
    return large - small >= JUMP_LEAST and large >= JUMP_FACTOR * small


def _fall(reading: SourcedObservation, before: Observation, known: KnownData) -> Issue | None:
    """A share that falls below one already reached."""
    now_share, before_share = _share(reading.observation), _share(before)
    if now_share is None or before_share is None:
        return None
    (part, whole), (part_before, whole_before) = now_share, before_share
    if part_before * whole - part * whole_before < FALL_LEAST * whole * whole_before:
        return None
    return _doubt(reading, before, known, _percent(*before_share), _percent(*now_share))


def _share(observation: Observation) -> tuple[int, int] | None:
    """A share in percent, exact, as one whole number over another: every reading is held against last year's."""
    if observation.value is not None:
        return observation.value.as_integer_ratio()
    if observation.numerator is None or not observation.denominator:
        return None
    return 100 * observation.numerator, observation.denominator


def _percent(part: int, whole: int) -> str:
    return f"{Decimal(part) / whole:.2f}%"


def _doubt(
    reading: SourcedObservation,
    before: Observation,
    known: KnownData,
    previous: object,
    current: object,
    factor: object = "",
) -> Issue:
    now = reading.observation
    return Issue.of(
        Code.JUMP,
        sheet=reading.sheet,
        cell=reading.cell,
        found=current,
        unit=known.units[now.unit].name,
        before=before.period,
        previous=previous,
        period=now.period,
        current=current,
        factor=factor,
    )
