"""What commands print for people, one line for each thing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from kpi.domain.evaluation import Evaluation
from kpi.domain.issue import Severity
from kpi.domain.task import TaskStatus
from kpi.domain.unit import UnitRegister
from kpi.present.findings import issue_message
from kpi.present.formats import day, moment, number
from kpi.present.sentences import (
    agencies_text,
    clause_text,
    reason_sentence,
    task_state_text,
    verdict_sign,
    verdict_word,
)
from kpi.present.words import Words
from kpi.service.backups import Backup
from kpi.service.doubts import doubt_key, doubts
from kpi.service.outcome import Change, ImportOutcome
from kpi.store.submissions import StoredSubmission

_SIGNS = {Severity.ERROR: "✖", Severity.QUESTION: "?", Severity.WARNING: "!", Severity.INFO: "·"}


def import_lines(outcome: ImportOutcome, units: UnitRegister, words: Words) -> list[str]:
    """The findings, the questions with their choices, and what was or would be stored."""
    lines = []
    doubted = () if outcome.committed else doubts(outcome)
    for issue in outcome.issues:
        lines.append(f"{_SIGNS[issue.severity]} {issue_message(issue, words)}")
        lines += [f"    --answer '{issue.key}={choice.choice}'  ({choice.label})" for choice in issue.choices]
        if issue in doubted:
            lines.append(f"    --reason-for '{doubt_key(issue)}=…'")
    lines += [
        words("cli.remembered", found=s.found, choice=s.label, question=s.key) for s in outcome.remembered
    ]
    counts = {change.value: outcome.count(change) for change in Change}
    if not outcome.accepted:
        return [*lines, words("cli.import-refused", rejected=outcome.rejected)]
    if outcome.committed:
        return [*lines, words("cli.import-stored", submission=outcome.submission, **counts)]
    if outcome.submission is not None:
        return [*lines, words("cli.import-already-stored", submission=outcome.submission)]
    return [*lines, words("cli.import-would-store", **counts)]


def evaluation_lines(evaluations: Iterable[Evaluation], words: Words) -> list[str]:
    """One line for each verdict."""
    return [
        f"{verdict_sign(e)} {e.period} · {e.unit.name} · {words.pick(e.indicator.short, e.indicator.short_en)}: "
        f"{verdict_word(e, words)}. {reason_sentence(e, words)}"
        for e in evaluations
    ]


def task_lines(statuses: Iterable[TaskStatus], words: Words) -> list[str]:
    """One line for each duty."""
    return [
        f"{s.task.id} · {task_state_text(s.current, words)} · {words.pick(s.task.text, s.task.text_en)}"
        f" · {agencies_text(s.task.lead, words)} ({clause_text(s.task.clause, words)})"
        for s in statuses
    ]


def submission_lines(submissions: Iterable[StoredSubmission], words: Words) -> list[str]:
    """One line for each submission."""
    lines = []
    for s in submissions:
        state = "" if s.is_live else " · " + words("cli.undone-by", by=s.withdrawn_by, on=_day(s, words))
        mark = " · " + words("cli.illustrative") if s.illustrative else ""
        figures = words("cli.figures", count=s.observation_count)
        lines.append(
            f"{s.id} · {moment(s.received_at, words.language)} · {s.received_by} · {s.file_name} · {figures}"
            f" · {s.sha256[:12]}{mark}{state}"
        )
    return lines


def _day(submission: StoredSubmission, words: Words) -> str:
    return day(submission.withdrawn_at.date(), words.language) if submission.withdrawn_at else ""


def backup_lines(backup: Backup, key: str, words: Words) -> list[str]:
    """What became of a backup, its digest and the rows of each table."""
    rows = backup.manifest.rows
    said = words(
        key,
        file=str(backup.file),
        rows=number(sum(rows.values()), words.language),
        size=number(Decimal(backup.size) / 1_000_000, words.language, 1),
        on=moment(datetime.fromisoformat(backup.manifest.made_at), words.language),
    )
    counted = [f"    {name}: {number(count, words.language)}" for name, count in rows.items()]
    return [said, f"SHA-256 {backup.sha256}", *counted]
