"""What a gap report and a template hold, gathered for one plan and period."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.domain.actuals import Actual
from kpi.domain.evaluation import Evaluation
from kpi.domain.period import Period
from kpi.domain.plan import Plan
from kpi.domain.report import GapReport, NotReported, Source, TemplateForm
from kpi.domain.unit import Level, ReportingUnit
from kpi.service import settings
from kpi.service.duties import task_statuses
from kpi.service.evaluations import Knowledge, evaluate, know, trends
from kpi.service.program import Program
from kpi.service.received import papers_not_sent
from kpi.service.refusal import Refused, Why


def gap_report(
    program: Program, knowledge: Knowledge, period: Period, unit: ReportingUnit | None = None
) -> GapReport:
    """The gap report of a period, of all units or of one."""
    unit_id = unit.id if unit else None
    return GapReport(
        plan=knowledge.plan,
        period=period,
        unit=unit,
        as_of=knowledge.as_of,
        made_at=settings.now(),
        closed=period in knowledge.evaluator.closed,
        illustrative=knowledge.illustrative,
        evaluations=tuple(evaluate(knowledge, period, unit_id)),
        trends=tuple(trends(knowledge, period, unit_id)),
        tasks=tuple(task_statuses(program, knowledge.plan.id, knowledge.as_of)),
        not_reported=_owing(knowledge, period, unit),
        sources=tuple(sources(knowledge, period, unit_id)),
        previous=tuple(evaluate(knowledge, period.a_year_before(), unit_id)),
        years=_year_by_year(knowledge, period, unit),
        not_sent=tuple(papers_not_sent(program, knowledge.plan.id, period, knowledge.as_of))
        if not unit
        else (),
    )


def units_to_report(knowledge: Knowledge, period: Period) -> list[ReportingUnit]:
    """The units below the province that owe or sent a figure for the period, each once."""
    found = {e.unit.id: e.unit for e in evaluate(knowledge, period)}
    return [unit for unit in found.values() if unit.id != knowledge.plan.province]


def gap_reports(program: Program, knowledge: Knowledge, period: Period) -> Iterator[GapReport]:
    """The province's report and one for each unit, gathered as they are asked for."""
    yield gap_report(program, knowledge, period)
    for unit in units_to_report(knowledge, period):
        yield gap_report(program, knowledge, period, unit)


def _year_by_year(
    knowledge: Knowledge, period: Period, unit: ReportingUnit | None
) -> tuple[tuple[Evaluation, ...], ...]:
    """The subject's evaluations of every year with a demand or a figure up to the period, by indicator."""
    evaluator = knowledge.evaluator
    subject = unit or evaluator.units[knowledge.plan.province]
    years = [p for p in evaluator.periods() if p.is_year and p.year <= period.year]
    series = (
        tuple(evaluator.evaluate(indicator, subject, year) for year in years)
        for indicator in knowledge.plan.indicators
        if subject in evaluator.units_for(indicator, period)
    )
    return tuple(series)


def _owing(knowledge: Knowledge, period: Period, unit: ReportingUnit | None) -> tuple[NotReported, ...]:
    """Who owes what; in a report of one unit, what that unit owes."""
    owing = not_reported(knowledge, period)
    if unit is None:
        return owing
    return tuple(NotReported(entry.indicator, (unit,), 1) for entry in owing if unit in entry.units)


def not_reported(knowledge: Knowledge, period: Period) -> tuple[NotReported, ...]:
    """By indicator, the units that owe a figure for the period; an indicator nobody owes is left out."""
    found = []
    for indicator in knowledge.plan.indicators:
        due = [
            u
            for u in knowledge.evaluator.units_for(indicator, period)
            if u.level is Level.DISTRICT
            or (u.level is Level.PROVINCE and Level.DISTRICT not in indicator.levels)
        ]
        reported = knowledge.evaluator.actuals.reporting(indicator, period)
        missing = tuple(unit for unit in due if unit.id not in reported)
        if (
            missing and knowledge.plan.province not in reported
        ):  # the province's own figure discharges its units
            found.append(NotReported(indicator, missing, len(due)))
    return tuple(found)


def sources(knowledge: Knowledge, period: Period, unit_id: str | None = None) -> list[Source]:
    """Where each figure a period's verdicts rest on came from: the period's own, and last year's counts."""
    periods = {period, period.a_year_before()}
    rows = []
    for stored in knowledge.stored:
        o = stored.observation
        indicator = knowledge.plan.indicator(o.indicator)
        if indicator is None or o.period not in periods or unit_id not in (None, o.unit):
            continue
        rows.append(
            Source(
                indicator,
                knowledge.evaluator.units[o.unit],
                o.period,
                o.stage,
                stored.submission_id,
                stored.source.file_name,
                stored.source.sha256,
                stored.sheet,
                stored.cell,
                stored.source.received_at,
                stored.source.received_by,
                stored.illustrative,
                stored.reason,
            )
        )
    return rows


def template_form(
    program: Program, plan_id: str, year: int, unit: ReportingUnit | None = None
) -> TemplateForm:
    """The workbook to fill in for a year, of all units or of one, with what is known of that year and the one before.

    Refused for a plan without numeric targets, whose duties are recorded one by one, and for a unit that does
    not report in that year.
    """
    if not program.plan(plan_id).indicators:
        raise Refused(Why.NOTHING_TO_FILL_IN, plan=plan_id)
    knowledge = know(program, plan_id)
    plan, period = knowledge.plan, Period(year)
    units = {i.id: tuple(_units_of(knowledge, plan, i.levels, period)) for i in plan.indicators}
    if unit is not None:
        units = {i: tuple(u for u in reporting if u.id == unit.id) for i, reporting in units.items()}
        if not any(units.values()):
            known = ", ".join(u.id for u in _units_of(knowledge, plan, tuple(Level), period))
            raise Refused(Why.UNKNOWN_UNIT, unit=unit.name, known=known)
    return TemplateForm(
        plan,
        period,
        units,
        _known(knowledge, units, period.a_year_before()),
        _known(knowledge, units, period),
    )


def _units_of(
    knowledge: Knowledge, plan: Plan, levels: tuple[Level, ...], period: Period
) -> list[ReportingUnit]:
    register = knowledge.evaluator.units
    return [
        unit
        for unit in register.of_province(plan.province)
        if unit.existed_within(period)
        and (unit.level in levels or (unit.level is Level.AGENCY and Level.DISTRICT in levels))
    ]


def _known(
    knowledge: Knowledge, units: dict[str, tuple[ReportingUnit, ...]], period: Period
) -> dict[tuple[str, str], Actual]:
    actuals = knowledge.evaluator.actuals
    found = {}
    for indicator in knowledge.plan.indicators:
        for unit in units[indicator.id]:
            figure = actuals.of(indicator, unit, period)
            if figure is not None and not figure.derived:
                found[indicator.id, unit.id] = figure
    return found
