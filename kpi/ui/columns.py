"""Years as columns: the bar of each figure under the step of its target. Boxes and text, so that it can be read
aloud, printed, and follows the theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kpi.domain.evaluation import Evaluation
from kpi.domain.observation import Stage
from kpi.present.charts import Level, Scale
from kpi.ui.markup import Markup, element, joined

Levels = Mapping[int, Level]


def percent(share: Fraction) -> str:
    """A CSS length; for drawing alone."""
    return f"{float(100 * share):.2f}%"


def figure_bar(evaluation: Evaluation, scale: Scale, colour: str) -> Markup:
    """From nought to the figure: solid if final, hatched while it may change, hollow for an estimate."""
    if evaluation.actual is None:
        return joined()
    nought, end = scale.place(Fraction(0)), scale.place(evaluation.actual)
    foot, height = min(nought, end), abs(end - nought)
    return element(
        "i",
        class_=f"k-col {colour}{firmness(evaluation)}",
        style=f"bottom:{percent(foot)};height:{percent(height)}",
    )


def firmness(evaluation: Evaluation) -> str:
    """The class of a bar that says how firm its figure is."""
    if evaluation.stage is Stage.ESTIMATE:
        return " hollow"
    return "" if evaluation.final else " hatched"


def target_step(levels: Levels, year: int, scale: Scale) -> Markup:
    """The level of the year, and the riser from the one of the year before where they differ."""
    level, before = levels.get(year), levels.get(year - 1)
    if level is None:
        return joined()
    here = scale.place(level.percent)
    step = element("i", class_="k-step", style=f"bottom:{percent(here)}")
    if before is None or before.percent == level.percent:
        return step
    there = scale.place(before.percent)
    riser = f"bottom:{percent(min(here, there))};height:{percent(abs(here - there))}"
    return joined(step, element("i", class_="k-riser", style=riser))


def run_length(levels: Levels, year: int, last: int) -> int:
    """Over how many years, from this one on, the document asks the same; 0 where the year begins no level."""
    level, before = levels.get(year), levels.get(year - 1)
    if level is None or (before is not None and before.demand == level.demand):
        return 0
    following = year
    while following < last and (after := levels.get(following + 1)) and after.demand == level.demand:
        following += 1
    return following - year + 1


def heights(evaluations: Sequence[Evaluation], levels: Sequence[Level]) -> list[Fraction]:
    """Everything that must find room: figures, levels, and where the last figure's trend ends."""
    measured = [e for e in evaluations if e.actual is not None]
    found = [e.actual for e in measured if e.actual is not None] + [level.percent for level in levels]
    projected = measured[-1].outlook.projected if measured else None
    return found if projected is None else [*found, projected]
