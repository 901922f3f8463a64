"""Reports received: kept to the byte, listed without their bytes, never changed."""

from __future__ import annotations

import hashlib

import pytest
import sqlalchemy as sa
from sample_submissions import NOON, PLAN

from kpi.domain.period import Period
from kpi.store import received
from kpi.store.database import Database

Q3 = Period(2017, "Q3")


def add(database: Database, content: bytes = b"PK\x00") -> int:
    with database.write() as connection:
        return received.add_received(connection, PLAN, "HT-N41", "d1", Q3, "ds.xlsx", content, NOON, "lan")


def test_a_report_is_kept_to_the_byte_with_its_hash_and_who_sent_it(database: Database) -> None:
    number = add(database)
    with database.read() as connection:
        (kept,) = received.received(connection, PLAN)
        assert received.received_content(connection, number) == b"PK\x00"
    assert (kept.task, kept.sender, kept.period, kept.received_by) == ("HT-N41", "d1", Q3, "lan")
    assert (kept.sha256, kept.size) == (hashlib.sha256(b"PK\x00").hexdigest(), 3)
    assert kept.received_at == NOON


def test_another_plan_has_none_of_it(database: Database) -> None:
    add(database)
    with database.read() as connection:
        assert received.received(connection, "other") == []
        assert received.received_content(connection, 99) is None


@pytest.mark.parametrize(
    "change", ["UPDATE received_reports SET sender = 'x'", "DELETE FROM received_reports"]
)
def test_a_report_received_is_never_changed(database: Database, change: str) -> None:
    add(database)
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), database.write() as connection:
        connection.execute(sa.text(change))
