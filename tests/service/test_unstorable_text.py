"""Letters one of the databases can't hold: what is written with them is kept with a mark in their place."""

from __future__ import annotations

from datetime import date

import pytest
from argon2 import PasswordHasher
from sent_workbooks import BINH, PLAN, row, send

from kpi.domain.closing import Step
from kpi.domain.period import Period
from kpi.service import passwords
from kpi.service.closing import take_step
from kpi.service.duties import mark_done
from kpi.service.program import Program
from kpi.service.record_search import AuditQuery, examine_record, search_record
from kpi.service.refusal import Refused, Why
from kpi.service.sessions import log_in


@pytest.fixture(params=["\x00", "\ud800"], ids=["nul", "half a pair"])
def letter(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def kept_as(program: Program, text: str) -> bool:
    """Whether the record holds it, and is whole."""
    return bool(search_record(program, BINH, AuditQuery(text=text))) and examine_record(program).chain.whole


def test_a_name_nobody_can_have_is_a_wrong_name(
    program: Program, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
    passwords._nobodys_hash.cache_clear()
    with pytest.raises(Refused) as refused:
        log_in(program, f"an{letter}h", "khoai lang nuong chay", "192.0.2.7")
    assert refused.value.why is Why.LOGIN_WRONG
    assert kept_as(program, "an\ufffdh")


def test_the_record_is_searched_for_anything(program: Program, letter: str) -> None:
    assert search_record(program, BINH, AuditQuery(text=letter)) == []


def test_a_note_is_kept(program: Program, letter: str) -> None:
    task = program.plan(PLAN).tasks[0].id
    mark_done(program, PLAN, task, date(2018, 2, 1), f"xong{letter}", BINH)
    assert kept_as(program, "xong\ufffd")


def test_a_file_name_and_a_reason_are_kept(program: Program, letter: str) -> None:
    send(program, row(part=900, year=2016))
    assert send(program, row(part=100), file_name=f"a{letter}.xlsx", reason=f"đúng{letter}").committed
    assert kept_as(program, "đúng\ufffd")
    assert kept_as(program, "a\ufffd.xlsx")


def test_why_a_period_was_reopened_is_kept(program: Program, letter: str) -> None:
    send(program, row())
    period = Period.parse("2017")
    take_step(program, PLAN, period, Step.CLOSED, BINH)
    take_step(program, PLAN, period, Step.REOPENED, BINH, f"sai{letter}")
    assert kept_as(program, "sai\ufffd")
