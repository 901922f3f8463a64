"""Findings gathered while a workbook is read: all at once, each once, questions with the answers already given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kpi.domain.issue import Choice, Code, Issue, Severity
from kpi.intake.request import Request


@dataclass(frozen=True, slots=True)
class Settled:
    """A question that was answered: where, what stood there, and the choice."""

    code: Code
    key: str
    found: str | None
    choice: str
    label: str
    sheet: str | None = None
    cell: str | None = None


class Findings:
    """Collects issues. A question with an answer among its choices is settled and no longer listed."""

    def __init__(self, request: Request) -> None:
        self._answers = request.answers
        self._issues: dict[tuple[object, ...], Issue] = {}
        self._settled: dict[str, Settled] = {}
        self._asking: set[tuple[str | None, str | None]] = set()

    def add(self, code: Code, **places: object) -> None:
        """Notes a finding; see `Issue.of` for its places."""
        self.note(Issue.of(code, **places))  # type: ignore[arg-type]

    def note(self, issue: Issue) -> None:
        place = issue.code, issue.sheet, issue.cell, issue.key
        if place == (issue.code, None, None, None):
            place = (*place, issue.detail)  # type: ignore[assignment]
        self._issues.setdefault(place, issue)
        if issue.severity is Severity.QUESTION:
            self._asking.add((issue.sheet, issue.cell))

    def ask(
        self,
        code: Code,
        subject: str,
        choices: Sequence[Choice],
        *,
        sheet: str | None = None,
        cell: str | None = None,
        found: object = None,
        expected: str | None = None,
        **detail: object,
    ) -> str | None:
        """The choice given for a question, or None after noting it. `subject` tells questions of a cell apart."""
        key = ":".join(part for part in (code.value, sheet, cell, subject) if part)
        answer = self._answers.get(key)
        chosen = next((choice for choice in choices if choice.choice == answer), None)
        if chosen is not None:
            text = None if found is None else str(found)
            self._settled[key] = Settled(code, key, text, chosen.choice, chosen.label, sheet, cell)
            return chosen.choice
        self.note(
            Issue.of(
                code,
                severity=Severity.QUESTION,
                sheet=sheet,
                cell=cell,
                found=found,
                expected=expected,
                key=key,
                choices=tuple(choices),
                about=(),
                **detail,
            )
        )
        return None

    def asks_at(self, sheet: str, cell: str | None) -> bool:
        """Whether a question about a place waits for its answer."""
        return (sheet, cell) in self._asking

    def all(self) -> list[Issue]:
        """Every finding: what refuses the file first, then in the order of discovery."""
        order = [Severity.ERROR, Severity.QUESTION, Severity.WARNING, Severity.INFO]
        return sorted(self._issues.values(), key=lambda issue: order.index(issue.severity))

    def settled(self) -> list[Settled]:
        """The questions that were answered, in the order of discovery."""
        return list(self._settled.values())

    @property
    def blocking(self) -> bool:
        return any(issue.blocks for issue in self._issues.values())
