"""What is sent in, and what comes of it: the readings beside the figures they replace, and what a person agrees to."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from kpi.domain.issue import Issue
from kpi.domain.observation import Observation, SourcedObservation, Stage
from kpi.intake.findings import Settled
from kpi.intake.understand import Understanding
from kpi.service.texts import storable_name


class Change(StrEnum):
    """What a reading does to the figure known before it."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Upload:
    """A workbook someone sends, and how they want it read.

    `reason` is why they stand by figures the program warns about; `reasons` are those given for one warning alone,
    by its key (`kpi.service.doubts.doubt_key`).
    """

    plan_id: str
    file_name: str
    content: bytes
    year: int | None = None
    stage: Stage | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    illustrative: bool = False
    reason: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "file_name", storable_name(self.file_name))

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


class ComparedReading(NamedTuple):
    """A reading beside the figure it replaces."""

    reading: SourcedObservation
    change: Change
    before: Observation | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a person agrees to: these bytes, these readings against these figures, with these findings."""

    sha256: str
    readings: tuple[ComparedReading, ...]
    issues: tuple[Issue, ...]
    replaces_illustrative: bool

    def covers(self, now: Agreement) -> bool:
        """Whether it still is the same. Whoever agreed that made-up figures go does not mind that they went."""
        same = (self.sha256, self.readings, self.issues) == (now.sha256, now.readings, now.issues)
        return same and (self.replaces_illustrative or not now.replaces_illustrative)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What came of an upload. `submission` is the one that holds these figures, stored now or before.

    `remembered` are answers taken over from an earlier workbook of the same layout; an answer given anew counts.
    """

    upload: Upload
    readings: tuple[ComparedReading, ...]
    issues: tuple[Issue, ...]
    understood: Understanding
    remembered: tuple[Settled, ...] = ()
    committed: bool = False
    submission: int | None = None
    replaces_illustrative: bool = False

    @property
    def accepted(self) -> bool:
        return not any(issue.blocks for issue in self.issues)

    @property
    def agreement(self) -> Agreement:
        """What whoever confirms this outcome agrees to."""
        return Agreement(self.upload.sha256, self.readings, self.issues, self.replaces_illustrative)

    def count(self, change: Change) -> int:
        return sum(compared.change is change for compared in self.readings)

    @property
    def rejected(self) -> int:
        """How many places in the file keep it from being accepted."""
        return len({(i.sheet, i.cell, i.key) for i in self.issues if i.blocks})
