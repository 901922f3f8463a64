"""Parts of pages drawn from fixed figures, each the same text on every machine and day.

After a change that is meant, `PYTHONPATH=. python tests/pages/drawn_examples.py` writes the pictures in `drawn/` anew;
look at the difference before it is committed.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kpi.domain.evaluation import Evaluation, Evaluator
from kpi.domain.observation import Observation, Stage
from kpi.domain.period import Period
from kpi.present.words import words_for
from kpi.registry.definitions import load_definitions
from kpi.ui.bars import bar
from kpi.ui.markup import Markup
from kpi.ui.path import path

DRAWN = Path(__file__).with_name("drawn")
_PLAN, _INDICATOR = "ha-tinh-157-2017", "employers-enrolled"
# Before any target, met, missed by a hundredth, an estimate; two of the years are closed.
_FIGURES = {2016: (6100, 10000), 2017: (7148, 10000), 2018: (7999, 10000), 2019: (8534, 10000)}


def drawn() -> dict[str, str]:
    """Name → text, a line an element, so that a difference can be read."""
    years = _judged()
    words = words_for("vi")
    parts = {"path": path(years[0].indicator, years, words), "bar": bar(years[2], words)}
    return {name: _a_line_each(part) for name, part in parts.items()}


def _judged() -> list[Evaluation]:
    definitions = load_definitions()
    plan = definitions.plans[_PLAN]
    observations = (
        Observation(
            _INDICATOR,
            plan.province,
            Period(year),
            Stage.ESTIMATE if year == 2019 else Stage.OFFICIAL,
            *counts,
        )
        for year, counts in _FIGURES.items()
    )
    closed = (Period(2016), Period(2017))
    evaluator = Evaluator(plan, definitions.units, observations, closed, date(2020, 1, 15))
    indicator = next(i for i in plan.indicators if i.id == _INDICATOR)
    return [
        evaluator.evaluate(indicator, definitions.units[plan.province], Period(year)) for year in _FIGURES
    ]


def _a_line_each(part: Markup) -> str:
    return part.replace("><", ">\n<") + "\n"


if __name__ == "__main__":
    DRAWN.mkdir(exist_ok=True)
    for name, text in drawn().items():
        (DRAWN / f"{name}.html").write_text(text, encoding="utf-8")
