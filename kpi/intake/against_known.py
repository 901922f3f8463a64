"""Readings against what is already known: closed periods, and changes on last year nobody would expect."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kpi.domain.issue import Code, Issue
from kpi.domain.observation import Observation, ObservationKey, Stage
from kpi.intake.request import Reading

JUMP_FACTOR = 5  # five times last year's count, or a fifth of it, is worth a second look
JUMP_LEAST = 50  # … unless the counts are small
FALL_LEAST = 2  # a share this many percentage points below last year's is too


@dataclass(frozen=True, slots=True)
class KnownData:
    """The figures that stand, the periods closed now, and those closed at some time."""

    figures: Mapping[ObservationKey, Observation]
    closed: Collection[str]
    ever_closed: Collection[str]


def findings_against_known(readings: Iterable[Reading], known: KnownData) -> list[Issue]:
    """The findings on readings that are new or change a figure; those that change nothing are not to be given."""
    readings = list(readings)
    figures = {**known.figures, **{r.observation.key: r.observation for r in readings}}
    jumps = (_jump(reading, figures) for reading in readings)
    return [*_closed(readings, known), *(issue for issue in jumps if issue)]


def _closed(readings: list[Reading], known: KnownData) -> list[Issue]:
    found: dict[str, Issue] = {}
    for reading in readings:
        period = str(reading.observation.period)
        place = {"sheet": reading.sheet, "cell": reading.cell, "found": period, "period": period}
        if period in known.closed:
            found.setdefault(period, Issue.of(Code.PERIOD_CLOSED, **place))  # type: ignore[arg-type]
        elif period in known.ever_closed and reading.observation.key in known.figures:
            found.setdefault(period, Issue.of(Code.CHANGES_CLOSED_VALUE, **place))  # type: ignore[arg-type]
    return list(found.values())


def _jump(reading: Reading, figures: Mapping[ObservationKey, Observation]) -> Issue | None:
    now = reading.observation
    before = next((b for stage in Stage if (b := figures.get(_a_year_before(now, stage)))), None)
    if before is None:
        return None
    pairs = [(now.numerator, before.numerator), (now.denominator, before.denominator)]
    for current, previous in pairs:
        if current is not None and previous is not None and _is_jump(current, previous):
            return Issue.of(
                Code.JUMP,
                sheet=reading.sheet,
                cell=reading.cell,
                found=current,
                previous=previous,
                current=current,
                factor=JUMP_FACTOR,
            )
    return _fall(reading, before)


def _fall(reading: Reading, before: Observation) -> Issue | None:
    """A share that falls below one already reached."""
    current, previous = _share(reading.observation), _share(before)
    if current is None or previous is None or previous - current < FALL_LEAST:
        return None
    before_shown, now_shown = f"{float(previous):.2f}%", f"{float(current):.2f}%"
    return Issue.of(
        Code.JUMP,
        sheet=reading.sheet,
        cell=reading.cell,
        found=now_shown,
        previous=before_shown,
        current=now_shown,
    )


def _share(observation: Observation) -> Fraction | None:
    if observation.value is not None:
        return Fraction(observation.value)
    if observation.numerator is None or not observation.denominator:
        return None
    return Fraction(100 * observation.numerator, observation.denominator)


def _a_year_before(now: Observation, stage: Stage) -> ObservationKey:
    return ObservationKey(now.indicator, now.unit, now.period.a_year_before(), stage)


def _is_jump(current: int, previous: int) -> bool:
    small, large = sorted((current, previous))
    return large - small >= JUMP_LEAST and large >= JUMP_FACTOR * small
