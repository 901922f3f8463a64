"""Plan, period, unit and indicator: chosen on the page, kept in the address, a sensible one where it is invalid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from kpi.domain.period import Period
from kpi.domain.plan import Indicator, Plan
from kpi.domain.task import TaskStatus
from kpi.domain.unit import ReportingUnit
from kpi.present.sentences import agency_text, period_text
from kpi.present.sentences.terms import capitalised
from kpi.present.words import Words
from kpi.service.evaluations import Knowledge
from kpi.ui.address import asked_for, followed, forget, remember
from kpi.ui.agencies import agencies
from kpi.ui.opening import program

_OF_A_PLAN = ("period", "unit", "indicator", "agency")
_TASK_VIEWS = ("pressing", "agency", "dates")
_EVERYONE = "all"


def choose_plan(words: Words) -> Plan:
    """The plan looked at; by default the first."""
    plans = program().definitions.plans
    before = asked_for("plan")
    options = {plan.id: words.pick(plan.short, plan.short_en) for plan in plans.values()}
    plan_id = _choose("plan", options, next(iter(options)), words("page.choose.plan"))
    if before in options and before != plan_id:
        forget(*_OF_A_PLAN)
    return plans[plan_id]


def choose_period(known: Knowledge, words: Words) -> Period:
    """A year of the plan, or another period with figures; by default the last with a figure."""
    options = {str(p): _short(p, words) for p in known.evaluator.periods()}
    default = str(known.latest_period())
    options.setdefault(default, _short(known.latest_period(), words))
    label = words("page.choose.period")
    return Period.parse(_choose("period", options, default, label, known.plan.id, _side_by_side))


def choose_unit(
    known: Knowledge, units: Iterable[ReportingUnit], words: Words, whole: str = ""
) -> ReportingUnit:
    """One of the units; by default the province, called `whole` where it stands for all of them."""
    options = {unit.id: unit.name for unit in units}
    if whole:
        options[known.plan.province] = whole
    unit_id = _choose(
        "unit", options, known.plan.province, words("page.choose.unit"), f"{known.plan.id}{sorted(options)}"
    )
    return known.evaluator.units[unit_id]


def choose_indicator(plan: Plan, words: Words) -> Indicator:
    """One of the plan's indicators with a target; by default the first."""
    options = {i.id: words.pick(i.short, i.short_en) for i in plan.indicators}
    chosen = _choose("indicator", options, plan.indicators[0].id, words("page.choose.indicator"), plan.id)
    return next(i for i in plan.indicators if i.id == chosen)


def choose_task_view(words: Words) -> str:
    """How duties are arranged: `pressing` first, by `agency`, or along their `dates`."""
    options = {name: words(f"page.tasks.view-{name}") for name in _TASK_VIEWS}
    return _choose("view", options, "pressing", words("page.tasks.view"), "", _side_by_side)


def choose_admin_view(names: Sequence[str], words: Words) -> str:
    """Which part of the administration is shown; by default the first."""
    options = {name: words(f"admin.view-{name}") for name in names}
    return _choose("part", options, names[0], words("admin.view"), "", _side_by_side)


def choose_agency(statuses: Iterable[TaskStatus], plan_id: str, words: Words) -> str | None:
    """Whose duties alone are looked at; None for everyone's."""
    options = {_EVERYONE: words("page.tasks.everyone")} | {
        a.name: agency_text(a, words) for a in agencies(statuses, words)
    }
    chosen = _choose("agency", options, _EVERYONE, words("page.tasks.agency"), plan_id)
    return None if chosen == _EVERYONE else chosen


def choose_template_year(known: Knowledge, words: Words) -> int:
    """The year a template is for; by default the one after the last with a figure."""
    first = known.plan.base_year or known.plan.first_year or known.as_of.year
    options = {str(year): str(year) for year in range(known.as_of.year, first - 1, -1)}
    latest = known.latest_period().year
    default = str(latest if known.empty else latest + 1)
    default = default if default in options else next(iter(options))
    return int(_choose("template", options, default, words("page.choose.template-year"), known.plan.id))


def _choose(
    name: str,
    options: Mapping[str, str],
    default: str,
    label: str,
    scope: str = "",
    widget: Callable[..., str] | None = None,
) -> str:
    """The key of the option chosen. `scope` tells apart the choices of one plan from those of another."""
    key = f"choose.{name}.{scope}"
    current, asked = st.session_state.get(key), asked_for(name)
    wanted = (asked, current) if followed(name, current) else (current, asked)
    # Set on every run: on another page the same key is another widget, which would start at its first option.
    st.session_state[key] = next((value for value in wanted if value in options), default)
    chosen = (widget or st.selectbox)(label, list(options), format_func=options.__getitem__, key=key)
    remember(name, chosen)
    return chosen


def _side_by_side(label: str, options: list[str], **settings: Any) -> str:
    """Options side by side, where they are few and people go back and forth between them."""
    return st.segmented_control(label, options, required=True, **settings)  # type: ignore[no-any-return]


def _short(period: Period, words: Words) -> str:
    return str(period.year) if period.is_year else capitalised(period_text(period, words))
