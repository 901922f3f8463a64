"""Reports received: kept to the byte, listed without their bytes, never changed."""

from __future__ import annotations

import hashlib

import pytest
import sqlalchemy as sa
from sample_submissions import NOON, PLAN

from kpi.domain.period import Period
from kpi.store import received
from kpi.store.database import Database
from kpi.store.received import NewReport

Q3 = Period(2017, "Q3")


def add(database: Database, content: bytes = b"PK\x00") -> int:
    with database.write() as connection:
        new = NewReport(PLAN, "HT-N41", "d1", Q3, "ds.xlsx", sha256(content), content, NOON, "lan")
        return received.add_received(connection, new)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_report_is_kept_to_the_byte_with_its_hash_and_who_sent_it(database: Database) -> None:
    number = add(database)
    with database.read() as connection:
        (kept,) = received.received(connection, PLAN)
        assert received.received_content(connection, number) == b"PK\x00"
    assert (kept.task, kept.sender, kept.period, kept.received_by) == ("HT-N41", "d1", Q3, "lan")
    assert (kept.sha256, kept.size) == (sha256(b"PK\x00"), 3)
    assert kept.received_at == NOON


def test_another_plan_has_none_of_it(database: Database) -> None:
    add(database)
    with database.read() as connection:
        assert received.received(connection, "other") == []
        assert received.received_content(connection, 99) is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE received_reports SET sender = 'x'",
        "DELETE FROM received_reports",
        "UPDATE report_withdrawals SET by = 'x'",
        "DELETE FROM report_withdrawals",
    ],
)
def test_what_was_received_and_taken_back_is_never_changed(database: Database, change: str) -> None:
    number = add(database)
    with database.write() as connection:
        received.withdraw_report(connection, number, NOON, "lan")
    with pytest.raises(sa.exc.IntegrityError, match="append-only"), database.write() as connection:
        connection.execute(sa.text(change))


def test_a_report_taken_back_is_still_listed_and_taken_back_once(database: Database) -> None:
    number = add(database)
    with database.write() as connection:
        received.withdraw_report(connection, number, NOON, "hoa")
    with database.read() as connection:
        (listed,) = received.received(connection, PLAN)
        assert listed == received.received_report(connection, number)
    assert (listed.is_live, listed.withdrawn_at, listed.withdrawn_by) == (False, NOON, "hoa")
    with pytest.raises(sa.exc.IntegrityError), database.write() as connection:
        received.withdraw_report(connection, number, NOON, "lan")
