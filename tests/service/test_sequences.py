"""Whatever is sent, taken back, closed and reopened in whatever order: what stands is what a simple model says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sent_workbooks import BINH, DUC_THO, HUONG_SON, PLAN, counted, row, send, standing

from kpi.domain.closing import Step
from kpi.domain.period import Period
from kpi.service.closing import take_step
from kpi.service.program import Program
from kpi.service.records import undo
from kpi.service.refusal import Refused

Key = tuple[str, str]
Figures = dict[Key, int]

KEYS = [(unit, str(year)) for unit in (HUONG_SON, DUC_THO) for year in (2016, 2017)]
FIGURES = st.dictionaries(st.sampled_from(KEYS), st.integers(1, 3), min_size=1, max_size=3)
STEPS = st.one_of(
    st.tuples(st.just("send"), FIGURES),
    st.tuples(st.just("send"), FIGURES),
    st.tuples(st.just("undo"), st.integers(0, 5)),
    st.tuples(st.just("close"), st.sampled_from(["2016", "2017"])),
    st.tuples(st.just("reopen"), st.sampled_from(["2016", "2017"])),
)


@dataclass
class Model:
    """Submissions in order, None where taken back; of each key the latest counts."""

    sent: list[Figures | None] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)

    def standing(self) -> Figures:
        return {key: part for figures in self.sent if figures for key, part in figures.items()}

    def send(self, figures: Figures) -> tuple[bool, dict[str, int]]:
        """Whether the file is accepted, and how its figures compare."""
        now = self.standing()
        changing = {key for key, part in figures.items() if now.get(key) != part}
        counts = {
            "new": sum(key not in now for key in figures),
            "changed": sum(key in now for key in changing),
            "unchanged": len(figures) - len(changing),
        }
        accepted = not any(year in self.closed for _, year in changing)
        if accepted and (changing or figures not in self.sent):
            self.sent.append(figures)
        return accepted, {name: count for name, count in counts.items() if count}

    def undo(self, at: int) -> bool:
        if at >= len(self.sent) or self.sent[at] is None:
            return False
        later = {key for figures in self.sent[at + 1 :] if figures for key in figures}
        if any(year in self.closed for key in self.sent[at] or () if key not in later for year in key[1:]):
            return False
        self.sent[at] = None
        return True


def _done(action: Callable[..., Any], *asked: Any) -> bool:
    try:
        action(*asked)
    except Refused:
        return False
    return True


def _step(program: Program, model: Model, step: tuple[str, Any]) -> None:
    kind, what = step
    if kind == "send":
        rows = [row(unit, part, 9, int(year)) for (unit, year), part in sorted(what.items())]
        outcome = send(program, *rows)
        assert (outcome.accepted, counted(outcome)) == model.send(what)
    elif kind == "undo":
        assert _done(undo, program, what + 1, BINH) == model.undo(what)
    elif kind == "close":
        assert _done(take_step, program, PLAN, Period.parse(what), Step.CLOSED, BINH) == (
            what not in model.closed
        )
        model.closed.add(what)
    else:
        assert _done(take_step, program, PLAN, Period.parse(what), Step.REOPENED, BINH, "vì sai") == (
            what in model.closed
        )
        model.closed.discard(what)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=2, max_size=9))
def test_what_stands_is_what_the_model_says(
    new_program: Callable[[], Program], steps: list[tuple[str, Any]]
) -> None:
    program, model = new_program(), Model()
    for step in steps:
        _step(program, model, step)
        assert standing(program) == {key: f"{part}/9" for key, part in model.standing().items()}
