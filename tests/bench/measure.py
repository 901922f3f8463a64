"""Two pieces of work timed in turn, A B A B …, so that a drifting machine slows both alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Medians in seconds. `allowance` is what the work may take beyond the multiple of the baseline."""

    name: str
    work: float
    baseline: float
    aim: float
    allowance: float = 0.0

    @property
    def ratio(self) -> float:
        return max(self.work - self.allowance, 0.0) / self.baseline

    def line(self) -> str:
        """One line of the printed table."""
        sign = "✔" if self.ratio <= self.aim else "✖"
        beyond = f" + {self.allowance:g} s" if self.allowance else ""
        return (
            f"{sign} {self.name}: {self.work * 1000:.1f} ms against {self.baseline * 1000:.1f} ms"
            f" = {self.ratio:.2f}×{beyond} (aim ≤ {self.aim:g}×{beyond})"
        )


def compare(
    name: str, work: Work, baseline: Work, aim: float, runs: int = 9, allowance: float = 0.0
) -> Comparison:
    """Medians over `runs` pairs after one warm-up of each."""
    work(), baseline()
    pairs = [(_timed(work), _timed(baseline)) for _ in range(runs)]
    return Comparison(
        name,
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        aim,
        allowance,
    )


def _timed(work: Work) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
