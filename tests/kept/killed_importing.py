"""Kills an importing process at random moments, and looks after each whether every submission is whole or absent.

python -m tests.kept.killed_importing URL KILLS SEED prints one JSON document.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, func, select

from kpi.service.imports import import_workbook
from kpi.service.outcome import Upload
from kpi.store import audit, integrity
from kpi.store.audit import AuditQuery
from kpi.store.database import Database
from kpi.store.tables import observations, submissions
from tests.kept.people import AN, all_of, apart, kill, opened, ready, sending

ROWS = 39
BEGUN, DONE = b"<", b">"


class Watched(Database):
    """Tells when a writing transaction begins and ends."""

    told_to = -1

    @contextmanager
    def write(self) -> Iterator[Connection]:
        os.write(self.told_to, BEGUN)
        with super().write() as connection:
            yield connection
        os.write(self.told_to, DONE)


def import_without_end(url: str, uploads: Sequence[Upload], told_to: int) -> None:
    program = opened(url)
    program.database.__class__, Watched.told_to = Watched, told_to
    for upload in itertools.cycle(uploads):
        stored = import_workbook(program, upload, AN)
        assert stored.accepted, stored.issues
        os.write(told_to, f"{stored.submission}\n".encode())


def duration(url: str, uploads: Sequence[Upload]) -> float:
    """Seconds an import takes, first opening of the database included."""
    program, start = opened(url), time.perf_counter()
    for upload in uploads[:5]:
        assert import_workbook(program, upload, AN).accepted
    program.database.close()
    return (time.perf_counter() - start) / 5


def what_is_stored(url: str) -> tuple[set[int], list[str]]:
    """The submissions, and everything that is not as it should be."""
    database = Database.open(url)
    try:
        with database.read() as connection:
            wrong = [*integrity.damage(connection), *integrity.unlike_when_sent(connection)]
            wrong += [] if audit.verify_chain(connection).whole else ["the record is broken"]
            stored = set(connection.scalars(select(submissions.c.id)))
            return stored, [*wrong, *_parts(connection, stored)]
    finally:
        database.close()


def _parts(connection: Connection, stored: set[int]) -> Iterator[str]:
    """Submissions without some of their figures or without their entry in the record, and entries without theirs."""
    query = select(observations.c.submission_id, func.count()).group_by(observations.c.submission_id)
    counts = dict(connection.execute(query).all())
    yield from (f"submission {n} has {counts.get(n, 0)} figures" for n in stored if counts.get(n) != ROWS)
    entries = audit.audit_entries(connection, AuditQuery(action="import"), limit=None)
    if sorted(int(entry.subject) for entry in entries) != sorted(stored):
        yield "the record tells of other submissions than there are"


def main(url: str, kills: int, seed: int) -> None:
    ready()
    uploads, rng, started = [sending(n, ROWS) for n in range(1, 21)], random.Random(seed), time.perf_counter()
    longest = 8 * duration(url, uploads)
    known, _ = what_is_stored(url)
    wrong: list[str] = []
    in_transaction = 0
    for _ in range(kills):
        with apart(lambda told_to: import_without_end(url, uploads, told_to)) as (process, reading):
            time.sleep(rng.uniform(0, longest))
            kill(process)
            told = all_of(process, reading)
        in_transaction += told.count(BEGUN) > told.count(DONE)
        stored, faults = what_is_stored(url)
        reported = {int(n) for n in told.replace(BEGUN, b"").replace(DONE, b"").split(b"\n")[:-1]}
        wrong += [*faults, *_lost(known, reported, stored)]
        known = stored
    seconds = time.perf_counter() - started
    figures = {
        "kills": kills,
        "longest": longest,
        "in_transaction": in_transaction,
        "survivors": len(known),
        "seconds": seconds,
    }
    print(json.dumps({**figures, "wrong": wrong}))  # noqa: T201


def _lost(known: set[int], reported: set[int], stored: set[int]) -> Iterator[str]:
    """What was there, or was said to be stored, must be; of what was not said, one can be at most."""
    if missing := (known | reported) - stored:
        yield f"lost: {sorted(missing)}"
    if len(stored - known - reported) > 1:
        yield f"stored unsaid: {sorted(stored - known - reported)}"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
