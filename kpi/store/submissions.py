"""Accepted workbooks: stored whole with what came from them, listed, and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, func, insert, select

from kpi.domain.observation import ObservationKey, SourcedObservation
from kpi.store.columns import decimal_text
from kpi.store.errors import AlreadyWithdrawn, UnknownSubmission
from kpi.store.rows import add_many
from kpi.store.tables import kept_reasons, observations, submissions, withdrawals


@dataclass(frozen=True, slots=True)
class NewSubmission:
    """A workbook that was accepted. `received_at` is aware; `findings` and `answers` hold JSON data alone.

    `reasons` are why single figures were kept although the program warned about them.
    """

    plan: str
    file_name: str
    sha256: str
    content: bytes
    received_at: datetime
    received_by: str
    observations: Sequence[SourcedObservation]
    illustrative: bool = False
    findings: Sequence[Mapping[str, Any]] = ()
    answers: Mapping[str, str] | None = None
    reason: str = ""
    reasons: Mapping[ObservationKey, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredSubmission:
    """A submission as listed: without its bytes. Times are in UTC; `size` is in bytes.

    `reason` is why the sender stood by figures the program warned about.
    """

    id: int
    plan: str
    file_name: str
    sha256: str
    size: int
    received_at: datetime
    received_by: str
    illustrative: bool
    observation_count: int
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    reason: str = ""

    @property
    def is_live(self) -> bool:
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class AcceptedWith:
    """What the person saw and answered before a submission was stored."""

    findings: list[dict[str, Any]]
    answers: dict[str, str]


def add_submission(connection: Connection, new: NewSubmission) -> int:
    """Stores a workbook and every observation that came from it; returns the submission's id.

    Ids grow: a later submission has a higher one. Raises ValueError for a value that is not finite.
    """
    rows = [_observation_row(new.plan, sourced) for sourced in new.observations]
    insertion = insert(submissions).values(_submission_row(new)).returning(submissions.c.id)
    submission_id: int = connection.execute(insertion).scalar_one()
    for row in rows:
        row["submission_id"] = submission_id
    if rows:
        add_many(connection, observations, rows)
    if new.reasons:
        _keep_reasons(connection, submission_id, new.reasons)
    return submission_id


def _keep_reasons(connection: Connection, submission_id: int, reasons: Mapping[ObservationKey, str]) -> None:
    """Each reason beside its observation."""
    key = observations.c.indicator, observations.c.unit, observations.c.period, observations.c.stage
    query = select(observations.c.id, *key).where(observations.c.submission_id == submission_id)
    ids = {tuple(place): number for number, *place in connection.execute(query)}
    rows = [
        {"observation_id": ids[k.indicator, k.unit, str(k.period), k.stage.value], "reason": reason}
        for k, reason in reasons.items()
    ]
    connection.execute(insert(kept_reasons), rows)


def withdraw(connection: Connection, submission_id: int, at: datetime, by: str) -> None:
    """Takes a submission back: its observations no longer count, those it superseded stand again.

    Raises UnknownSubmission or AlreadyWithdrawn.
    """
    if not submission(connection, submission_id).is_live:
        raise AlreadyWithdrawn(submission_id)
    connection.execute(insert(withdrawals).values(submission_id=submission_id, at=at, by=by))


def list_submissions(connection: Connection, plan: str | None = None) -> list[StoredSubmission]:
    """Every submission, withdrawn ones too, the latest first; of one plan or of all."""
    query = _listing().order_by(submissions.c.id.desc())
    if plan is not None:
        query = query.where(submissions.c.plan == plan)
    return [StoredSubmission(*row) for row in connection.execute(query)]


def submission(connection: Connection, submission_id: int) -> StoredSubmission:
    """One submission; raises UnknownSubmission."""
    query = _listing().where(submissions.c.id == submission_id)
    return StoredSubmission(*_only(connection, query, submission_id))


def submission_content(connection: Connection, submission_id: int) -> bytes:
    """The workbook exactly as it was sent; raises UnknownSubmission."""
    query = select(submissions.c.content).where(submissions.c.id == submission_id)
    return bytes(_only(connection, query, submission_id).content)


def accepted_with(connection: Connection, submission_id: int) -> AcceptedWith:
    """The findings a submission was accepted with and the answers given; raises UnknownSubmission."""
    query = select(submissions.c.findings, submissions.c.answers).where(submissions.c.id == submission_id)
    return AcceptedWith(*_only(connection, query, submission_id))


def live_findings(connection: Connection, plan: str) -> list[list[dict[str, Any]]]:
    """What the plan's live submissions were accepted with, the latest first."""
    ids = _live_ids().where(submissions.c.plan == plan)
    query = select(submissions.c.findings).where(submissions.c.id.in_(ids)).order_by(submissions.c.id.desc())
    return list(connection.scalars(query))


def find_live_by_sha(connection: Connection, plan: str, sha256: str) -> list[int]:
    """Ids of the plan's submissions of these very bytes that have not been withdrawn, the earliest first."""
    query = _live_ids().where(submissions.c.plan == plan, submissions.c.sha256 == sha256)
    return list(connection.scalars(query.order_by(submissions.c.id)))


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever submitted, for any plan."""
    return not connection.execute(select(exists(select(submissions.c.id)))).scalar_one()


def has_illustrative(connection: Connection, plan: str) -> bool:
    """Whether some live submission of the plan holds made-up figures."""
    query = _live_ids().where(submissions.c.plan == plan, submissions.c.illustrative)
    return bool(connection.execute(select(exists(query))).scalar_one())


def _submission_row(new: NewSubmission) -> dict[str, Any]:
    return {
        "plan": new.plan,
        "file_name": new.file_name,
        "sha256": new.sha256,
        "size": len(new.content),
        "received_at": new.received_at,
        "received_by": new.received_by,
        "illustrative": new.illustrative,
        "answers": dict(new.answers or {}),
        "findings": list(new.findings),
        "reason": new.reason,
        "content": new.content,
    }


def _observation_row(plan: str, sourced: SourcedObservation) -> dict[str, Any]:
    actual = sourced.observation
    return {
        "plan": plan,
        "indicator": actual.indicator,
        "unit": actual.unit,
        "period": str(actual.period),
        "stage": actual.stage.value,
        "numerator": actual.numerator,
        "denominator": actual.denominator,
        "value": None if actual.value is None else decimal_text(actual.value),
        "sheet": sourced.sheet,
        "cell": sourced.cell,
        "denominator_cell": sourced.denominator_cell,
    }


def _listing() -> Select[*tuple[Any, ...]]:
    """Columns in the order of StoredSubmission."""
    counted = select(func.count()).where(observations.c.submission_id == submissions.c.id).scalar_subquery()
    seen = submissions.c
    return select(
        *(seen.id, seen.plan, seen.file_name, seen.sha256, seen.size),
        *(seen.received_at, seen.received_by, seen.illustrative),
        counted,
        *(withdrawals.c.at, withdrawals.c.by, seen.reason),
    ).outerjoin_from(submissions, withdrawals, withdrawals.c.submission_id == submissions.c.id)


def _live_ids() -> Select[tuple[int]]:
    withdrawn = select(withdrawals.c.submission_id)
    return select(submissions.c.id).where(submissions.c.id.not_in(withdrawn))


def _only(
    connection: Connection, query: Select[*tuple[Any, ...]], submission_id: int
) -> Row[*tuple[Any, ...]]:
    row = connection.execute(query).first()
    if row is None:
        raise UnknownSubmission(submission_id)
    return row
