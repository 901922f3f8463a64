"""The shape of the definition files: every key known, every value typed, nothing else let through."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from kpi.domain.plan import BetterWhen, IndicatorKind, Operator, Term
from kpi.domain.task import Recurrence, TaskKind
from kpi.domain.unit import Level


def _written_day(value: object) -> object:
    """A quoted day as a day; anything else is left for the strict type, or a number would be seconds since 1970."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


Day = Annotated[date, Field(strict=True), BeforeValidator(_written_day)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Year = Annotated[int, Field(ge=1990, le=2100, strict=True)]
_DAYS_OF_31 = r"(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])"
_DAYS_OF_30 = r"(0[469]|11)-(0[1-9]|[12]\d|30)"
_DAYS_OF_28 = r"02-(0[1-9]|1\d|2[0-8])"
MonthDay = Annotated[str, StringConstraints(pattern=f"^({_DAYS_OF_31}|{_DAYS_OF_30}|{_DAYS_OF_28})$")]


class _Definition(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ReadingFile(_Definition):
    ambiguity: Text
    ambiguity_en: Text
    reading: Text
    reading_en: Text


class TargetFile(_Definition):
    operator: Operator
    value: Annotated[Decimal, Field(ge=0)] | None = None
    unit: Literal["%"]
    term: Term
    year: Year
    clause: Text
    issued: Day | None
    base_year: Year | None = None
    readings: list[ReadingFile] = []

    @model_validator(mode="after")
    def _value_or_base(self) -> TargetFile:
        if self.operator is Operator.INCREASE:
            if self.value is not None or self.base_year is None:
                raise ValueError("increase-needs-base-year-and-no-value")
            if self.base_year >= self.year:
                raise ValueError("base-year-before-due-year")
        elif self.value is None or self.base_year is not None:
            raise ValueError("threshold-needs-value-and-no-base-year")
        return self


class CountedFile(_Definition):
    name: Text
    name_en: Text
    aliases: list[Text] = []


class IndicatorFile(_Definition):
    id: Slug
    kind: IndicatorKind
    name: Text
    name_en: Text
    short: Text
    short_en: Text
    clause: Text
    noun: Text
    noun_en: Text
    noun_in_full: Text | None = None
    numerator: CountedFile | None = None
    denominator: CountedFile | None = None
    aliases: list[Text] = []
    levels: Annotated[list[Level], Field(min_length=1)]
    better_when: BetterWhen
    targets: list[TargetFile] = []
    readings: list[ReadingFile] = []

    @model_validator(mode="after")
    def _parts_fit_kind(self) -> IndicatorFile:
        if self.kind is IndicatorKind.SHARE and not (self.numerator and self.denominator):
            raise ValueError("share-needs-numerator-and-denominator")
        if self.kind in (IndicatorKind.GROWTH, IndicatorKind.COUNT) and (
            not self.numerator or self.denominator
        ):
            raise ValueError("count-needs-numerator-alone")
        return self


class DirectionsFile(_Definition):
    directions: list[IndicatorFile]


class DeadlineFile(_Definition):
    """`before` excludes the day it names, `by` includes it; `yearly_before` is month-day of every year."""

    text: Text
    text_en: Text
    before: Day | None = None
    by: Day | None = None
    yearly_before: MonthDay | None = None
    first_year: Year | None = None

    @model_validator(mode="after")
    def _one_date(self) -> DeadlineFile:
        if sum(x is not None for x in (self.before, self.by, self.yearly_before)) > 1:
            raise ValueError("one-date-only")
        if (self.yearly_before is None) != (self.first_year is None):
            raise ValueError("yearly-needs-first-year")
        return self


class TaskFile(_Definition):
    id: Text
    kind: TaskKind
    clause: Text
    text: Text
    text_en: Text
    lead: Annotated[list[Text], Field(min_length=1)]
    coordinating: list[Text] = []
    deadline: DeadlineFile | None = None
    recurrence: Recurrence | None = None
    deliverable: Text | None = None
    deliverable_en: Text | None = None
    report_to: Text | None = None
    via: Text | None = None
    note: Text | None = None
    note_en: Text | None = None

    @model_validator(mode="after")
    def _in_both_languages(self) -> TaskFile:
        if (self.deliverable is None) != (self.deliverable_en is None):
            raise ValueError("deliverable-in-both-languages")
        if (self.note is None) != (self.note_en is None):
            raise ValueError("note-in-both-languages")
        return self


class TasksFile(_Definition):
    tasks: list[TaskFile]


class PlanFile(_Definition):
    id: Slug
    province: Slug
    title: Text
    title_en: Text
    short: Text
    short_en: Text
    issuer: Text
    issuer_en: Text
    number: Text | None
    issued: Day | None
    base_year: Year | None = None
    first_year: Year
    indicators: list[Slug]
    readings: list[ReadingFile] = []
