"""The JSON documents of the commands: machine forms, decimals as strings, null where something does not apply."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from kpi.domain.evaluation import Evaluation
from kpi.domain.issue import Issue
from kpi.domain.observation import Observation
from kpi.domain.paper import ReceivedReport
from kpi.domain.plan import Counted, Indicator, IndicatorKind, Plan, Reading, Target
from kpi.domain.task import Occurrence, Task, TaskStatus
from kpi.domain.trend import Trend
from kpi.domain.unit import ReportingUnit, UnitRegister
from kpi.present.findings import expected_text, issue_message
from kpi.present.formats import machine
from kpi.present.sentences import reason_sentence
from kpi.present.words import Words
from kpi.service.outcome import Change, ComparedReading, ImportOutcome
from kpi.service.received import Receipt
from kpi.store.submissions import StoredSubmission

Document = dict[str, Any]


def import_document(outcome: ImportOutcome, units: UnitRegister, words: Words) -> Document:
    """The answer to `import --json`."""
    return {
        "file": outcome.upload.file_name,
        "sha256": outcome.upload.sha256,
        "plan": outcome.upload.plan_id,
        "accepted": outcome.accepted,
        "committed": outcome.committed,
        "submission": None if outcome.submission is None else str(outcome.submission),
        "counts": {change.value: outcome.count(change) for change in Change} | {"rejected": outcome.rejected},
        "observations": [_compared(compared, units) for compared in outcome.readings],
        "issues": [_issue(issue, words) for issue in outcome.issues],
        "remembered": {settled.key: settled.choice for settled in outcome.remembered},
    }


def _compared(compared: ComparedReading, units: UnitRegister) -> Document:
    observation = compared.reading.observation
    return {
        "indicator": observation.indicator,
        "unit": observation.unit,
        "unit_name": units[observation.unit].name,
        "period": str(observation.period),
        "stage": observation.stage.value,
        "numerator": machine(observation.numerator),
        "denominator": machine(observation.denominator),
        "value": machine(_value(observation)),
        "sheet": compared.reading.sheet,
        "cell": compared.reading.cell,
        "change": compared.change.value,
    }


def _value(observation: Observation) -> Fraction | None:
    if observation.value is not None:
        return Fraction(observation.value)
    if observation.numerator is None or not observation.denominator:
        return None
    return Fraction(100 * observation.numerator, observation.denominator)


def _issue(issue: Issue, words: Words) -> Document:
    return {
        "severity": issue.severity.value,
        "code": issue.code.value,
        "sheet": issue.sheet,
        "cell": issue.cell,
        "found": issue.found,
        "expected": expected_text(issue, words),
        "message": issue_message(issue, words),
        "key": issue.key,
        "choices": [{"choice": choice.choice, "label": choice.label} for choice in issue.choices],
    }


def evaluation_document(evaluation: Evaluation, words: Words) -> Document:
    """One verdict of `evaluate --json`."""
    figure, verdict = evaluation.figure, evaluation.verdict
    numerator, denominator = _counts(evaluation)
    return {
        "indicator": evaluation.indicator.id,
        "unit": evaluation.unit.id,
        "unit_name": evaluation.unit.name,
        "period": str(evaluation.period),
        "stage": figure.stage.value if figure else None,
        "actual": machine(evaluation.actual),
        "numerator": machine(numerator),
        "denominator": machine(denominator),
        "derived": figure.derived if figure else False,
        "coverage": str(figure.coverage) if figure and figure.coverage else None,
        "target": _target(evaluation.target) if evaluation.target else None,
        "compliance": verdict.compliance.value,
        "reason_code": verdict.reason.value if verdict.reason else None,
        "final": evaluation.final,
        "gap_points": machine(verdict.gap_points),
        "gap_units": machine(verdict.gap_units),
        "pace": evaluation.pace.state.value,
        "pace_ratio": machine(evaluation.pace.ratio),
        "pace_base": str(evaluation.pace.base) if evaluation.pace.base else None,
        "outlook": evaluation.outlook.state.value,
        "projected": machine(evaluation.outlook.projected),
        "projected_period": str(evaluation.outlook.period) if evaluation.outlook.period else None,
        "reason": reason_sentence(evaluation, words),
    }


def _counts(evaluation: Evaluation) -> tuple[int | None, int | None]:
    """Numerator and denominator; of growth this year's count and last year's. Of a partial sum nothing."""
    figure = evaluation.figure
    if figure is None or not figure.complete:
        return None, None
    if evaluation.indicator.kind is IndicatorKind.GROWTH:
        base = evaluation.verdict.base
        return figure.numerator, base.numerator if base and base.complete else None
    return figure.numerator, figure.denominator


def _target(target: Target) -> Document:
    return {
        "operator": target.operator.value,
        "value": machine(target.value),
        "unit": target.unit,
        "due": str(target.year),
        "clause": target.clause,
    }


def trend_document(trend: Trend) -> Document:
    """How a direction without a figure moves."""
    return {
        "indicator": trend.indicator.id,
        "unit": trend.unit.id,
        "unit_name": trend.unit.name,
        "period": str(trend.period),
        "actual": machine(trend.current),
        "previous": machine(trend.previous),
        "previous_period": str(trend.previous_period) if trend.previous_period else None,
        "direction": trend.direction.value if trend.direction else None,
        "clause": trend.indicator.clause,
    }


def plan_document(plan: Plan) -> Document:
    """A plan with its indicators, targets, directions and tasks."""
    return {
        "id": plan.id,
        "province": plan.province,
        "title": plan.title,
        "number": plan.number or None,
        "issued": plan.issued.isoformat() if plan.issued else None,
        "issuer": plan.issuer,
        "base_year": plan.base_year,
        "indicators": [_indicator(indicator) for indicator in plan.indicators],
        "directions": [_indicator(direction) for direction in plan.directions],
        "tasks": [_task(task) for task in plan.tasks],
        "readings": [_reading(reading) for reading in plan.readings],
    }


def _indicator(indicator: Indicator) -> Document:
    return {
        "id": indicator.id,
        "kind": indicator.kind.value,
        "name": indicator.name,
        "clause": indicator.clause,
        "levels": [level.value for level in indicator.levels],
        "better_when": indicator.better_when.value,
        "numerator": _counted(indicator.numerator),
        "denominator": _counted(indicator.denominator),
        "targets": [_dated_target(target) for target in indicator.targets],
        "readings": [_reading(reading) for reading in indicator.readings],
    }


def _counted(counted: Counted | None) -> str | None:
    return counted.name if counted else None


def _dated_target(target: Target) -> Document:
    return _target(target) | {
        "term": target.term.value,
        "issued": target.issued.isoformat() if target.issued else None,
        "base_year": target.base_year,
        "readings": [_reading(reading) for reading in target.readings],
    }


def _reading(reading: Reading) -> Document:
    return {"ambiguity": reading.ambiguity, "reading": reading.reading}


def _task(task: Task) -> Document:
    return {
        "id": task.id,
        "kind": task.kind.value,
        "clause": task.clause,
        "text": task.text,
        "lead": [agency.name for agency in task.lead],
        "coordinating": [agency.name for agency in task.coordinating],
        "deadline": task.deadline_text or None,
        "recurrence": task.recurrence.value if task.recurrence else None,
        "deliverable": task.deliverable or None,
        "report_to": task.report_to.name if task.report_to else None,
        "via": task.via.name if task.via else None,
    }


def task_document(status: TaskStatus) -> Document:
    """A duty with its state, and every time it fell or falls due."""
    return (
        _task(status.task)
        | _occurrence(status.current)
        | {"occurrences": [_occurrence(o) for o in status.occurrences if o.last_day]}
    )


def _occurrence(occurrence: Occurrence) -> Document:
    days = occurrence.days
    return {
        "state": occurrence.state.value,
        "due": occurrence.last_day.isoformat() if occurrence.last_day else None,
        "year": occurrence.year,
        "done_on": occurrence.done_on.isoformat() if occurrence.done_on else None,
        "days_overdue": days if days is not None and days > 0 else None,
        "days_left": -days if days is not None and days <= 0 else None,
        "note": occurrence.note or None,
        "record": occurrence.record,
    }


def unit_document(unit: ReportingUnit) -> Document:
    """A reporting unit with its dates and successors."""
    return {
        "id": unit.id,
        "name": unit.name,
        "level": unit.level.value,
        "parent": unit.parent,
        "exists_from": unit.exists_from.isoformat() if unit.exists_from else None,
        "exists_to": unit.exists_to.isoformat() if unit.exists_to else None,
        "successors": list(unit.successors),
    }


def submission_document(submission: StoredSubmission) -> Document:
    """An accepted workbook in the history."""
    return {
        "id": str(submission.id),
        "plan": submission.plan,
        "file": submission.file_name,
        "sha256": submission.sha256,
        "size": submission.size,
        "received_at": submission.received_at.isoformat(),
        "received_by": submission.received_by,
        "observations": submission.observation_count,
        "illustrative": submission.illustrative,
        "undone_at": submission.withdrawn_at.isoformat() if submission.withdrawn_at else None,
        "undone_by": submission.withdrawn_by,
    }


def paper_document(report: ReceivedReport, counts: bool) -> Document:
    """A report without figures that was received; `counts` until another takes its place or it is taken back."""
    return {
        "id": str(report.id),
        "task": report.task,
        "sender": report.sender,
        "period": str(report.period),
        "file": report.file_name,
        "sha256": report.sha256,
        "size": report.size,
        "received_at": report.received_at.isoformat(),
        "received_by": report.received_by,
        "counts": counts,
        "undone_at": report.withdrawn_at.isoformat() if report.withdrawn_at else None,
        "undone_by": report.withdrawn_by,
    }


def receipt_document(receipt: Receipt) -> Document:
    """The answer to `receive --json`."""
    supersedes = None if receipt.supersedes is None else str(receipt.supersedes)
    return {"paper": str(receipt.number), "kept": receipt.kept, "supersedes": supersedes}
