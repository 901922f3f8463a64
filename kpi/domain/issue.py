"""Findings about an upload: a code, a place, what was found and what was expected.

The sentence a person reads is made from these by the words of their language, not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"  # refuses the whole file
    QUESTION = "question"  # refuses it until it is answered
    WARNING = "warning"
    INFO = "info"


class Code(StrEnum):
    # the file
    FILE_EMPTY = "file-empty"
    FILE_TOO_LARGE = "file-too-large"
    NOT_A_WORKBOOK = "not-a-workbook"
    WORKBOOK_ENCRYPTED = "workbook-encrypted"
    WORKBOOK_LEGACY_FORMAT = "workbook-legacy-format"
    WORKBOOK_DAMAGED = "workbook-damaged"
    WORKBOOK_UNSAFE = "workbook-unsafe"
    WORKBOOK_TOO_BIG = "workbook-too-big"
    NO_TABLE_FOUND = "no-table-found"
    NO_VALUES = "no-values"
    # the context
    PLAN_MISMATCH = "plan-mismatch"
    YEAR_MISSING = "year-missing"
    YEAR_MISMATCH = "year-mismatch"
    STAGE_UNCLEAR = "stage-unclear"
    PERIOD_CLOSED = "period-closed"
    PERIOD_IN_FUTURE = "period-in-future"
    # names
    INDICATOR_UNKNOWN = "indicator-unknown"
    INDICATOR_AMBIGUOUS = "indicator-ambiguous"
    UNIT_UNKNOWN = "unit-unknown"
    UNIT_AMBIGUOUS = "unit-ambiguous"
    UNIT_NOT_IN_PLAN = "unit-not-in-plan"
    UNIT_NOT_VALID = "unit-not-valid"
    COLUMN_UNKNOWN = "column-unknown"
    LEGACY_FONT = "legacy-font"
    # a value
    VALUE_NOT_A_NUMBER = "value-not-a-number"
    VALUE_AMBIGUOUS_NUMBER = "value-ambiguous-number"
    VALUE_TEXT_NUMBER = "value-text-number"
    VALUE_NEGATIVE = "value-negative"
    VALUE_NOT_WHOLE = "value-not-whole"
    VALUE_OUT_OF_RANGE = "value-out-of-range"
    VALUE_IS_ERROR = "value-is-error"
    VALUE_IS_DATE = "value-is-date"
    VALUE_IS_BOOLEAN = "value-is-boolean"
    FORMULA_WITHOUT_VALUE = "formula-without-value"
    VALUE_MISSING = "value-missing"
    VALUE_NOT_FINITE = "value-not-finite"
    # values together
    PART_EXCEEDS_WHOLE = "part-exceeds-whole"
    SHARE_MISMATCH = "share-mismatch"
    TOTAL_MISMATCH = "total-mismatch"
    SCALE_UNCLEAR = "scale-unclear"
    DUPLICATE_ROW = "duplicate-row"
    DUPLICATE_CONFLICT = "duplicate-conflict"
    JUMP = "jump"
    CHANGES_CLOSED_VALUE = "changes-closed-value"
    # read with care
    SUBTOTAL_SKIPPED = "subtotal-skipped"
    HIDDEN_ROW = "hidden-row"
    HIDDEN_COLUMN = "hidden-column"
    NOTE_SKIPPED = "note-skipped"
    NAME_NORMALISED = "name-normalised"


_QUESTIONS = {
    Code.STAGE_UNCLEAR,
    Code.INDICATOR_AMBIGUOUS,
    Code.UNIT_AMBIGUOUS,
    Code.VALUE_AMBIGUOUS_NUMBER,
    Code.SCALE_UNCLEAR,
}
_WARNINGS = {
    Code.SHARE_MISMATCH,
    Code.TOTAL_MISMATCH,
    Code.JUMP,
    Code.COLUMN_UNKNOWN,
    Code.HIDDEN_ROW,
    Code.HIDDEN_COLUMN,
    Code.VALUE_MISSING,
    Code.CHANGES_CLOSED_VALUE,
}
_INFOS = {
    Code.VALUE_TEXT_NUMBER,
    Code.DUPLICATE_ROW,
    Code.SUBTOTAL_SKIPPED,
    Code.NOTE_SKIPPED,
    Code.NAME_NORMALISED,
    Code.LEGACY_FONT,
}


def usual_severity(code: Code) -> Severity:
    """The severity a code has unless the finder knows better (contract, section 4)."""
    if code in _QUESTIONS:
        return Severity.QUESTION
    if code in _WARNINGS:
        return Severity.WARNING
    return Severity.INFO if code in _INFOS else Severity.ERROR


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: what is sent back, and what it stands for."""

    choice: str
    label: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding. `cell` is the address as Excel shows it; a finding about a row names its first cell.

    `found` is text from the workbook, `expected` a word key or a name; `detail` fills the sentence of the code.
    `about` are the sheets and cells of the figures it puts in doubt, where these are others than its own.
    """

    code: Code
    severity: Severity
    sheet: str | None = None
    cell: str | None = None
    found: str | None = None
    expected: str | None = None
    key: str | None = None
    choices: tuple[Choice, ...] = ()
    detail: tuple[tuple[str, str], ...] = ()
    about: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls,
        code: Code,
        *,
        severity: Severity | None = None,
        sheet: str | None = None,
        cell: str | None = None,
        found: object = None,
        expected: str | None = None,
        key: str | None = None,
        choices: tuple[Choice, ...] = (),
        about: tuple[tuple[str, str], ...] = (),
        **detail: object,
    ) -> Issue:
        """A finding with the usual severity of its code, and `detail` for its sentence."""
        return cls(
            code,
            severity or usual_severity(code),
            sheet,
            cell,
            None if found is None else str(found),
            expected,
            key,
            choices,
            tuple((name, str(value)) for name, value in detail.items()),
            about,
        )

    @property
    def blocks(self) -> bool:
        return self.severity in (Severity.ERROR, Severity.QUESTION)
