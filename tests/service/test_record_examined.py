"""The record is walked whole within the hour, and what came since at every look; nothing whole is said of the rest."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sent_workbooks import BINH, row, send

from kpi.service import settings
from kpi.service.program import Program
from kpi.service.record_search import examine_record
from kpi.service.records import undo
from kpi.store import audit


@pytest.fixture
def walked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many entries each walk worked out anew."""
    counts: list[int] = []
    real = audit._in_order

    def counting(connection: sa.Connection, after: int) -> list[object]:
        found = list(real(connection, after))
        counts.append(len(found))
        return found

    monkeypatch.setattr(audit, "_in_order", counting)
    return counts


def tamper(program: Program, statement: str) -> None:
    with program.database.write() as connection:
        for change in ("update", "delete") if connection.dialect.name == "sqlite" else ("change",):
            on = "" if connection.dialect.name == "sqlite" else " ON audit_entries"
            connection.execute(sa.text(f"DROP TRIGGER audit_entries_refuse_{change}{on}"))
        connection.execute(sa.text(statement))


def test_only_what_came_since_is_walked(program: Program, walked: list[int]) -> None:
    send(program, row())
    first = examine_record(program)
    undo(program, 1, BINH)
    second = examine_record(program, first)
    assert (second.chain.whole, second.chain.entries, second.all_at) == (True, 2, first.all_at)
    assert walked == [1, 1]


def test_an_hour_later_all_is_walked_and_an_edit_below_is_found(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(program, row())
    send(program, row(part=701))
    first = examine_record(program)
    tamper(program, "UPDATE audit_entries SET actor = 'khác' WHERE id = 1")
    assert examine_record(program, first).all_at == first.all_at, "it says from when what it says is"
    monkeypatch.setattr(settings, "now", lambda: first.all_at + timedelta(hours=1))
    assert examine_record(program, first).chain.broken_at == 1


def test_where_the_newer_do_not_fit_all_is_walked_before_anything_is_said(
    program: Program, walked: list[int]
) -> None:
    send(program, row())
    send(program, row(part=701))
    first = examine_record(program)
    tamper(program, "UPDATE audit_head SET count = 1, hash = (SELECT hash FROM audit_entries WHERE id = 1)")
    assert examine_record(program, first).chain.cut_off
    assert walked == [2, 0, 2]
