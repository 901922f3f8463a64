"""Accounts, passwords, logins and sessions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sent_workbooks import BINH

from kpi.domain.actor import Actor, Role
from kpi.domain.period import VIETNAM
from kpi.service import passwords, sessions, settings
from kpi.service.accounts import add_account, change_account, list_accounts, set_password
from kpi.service.program import Program
from kpi.service.record_search import search_record
from kpi.service.refusal import Refused, Why
from kpi.store.audit import AuditQuery
from tests.people import PASSWORD as GOOD
from tests.people import settle_in

OTHER = "sau con ga trong choai"
HOME = "192.0.2.7"


@pytest.fixture(autouse=True)
def _cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
    passwords._nobodys_hash.cache_clear()


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts the clock on."""
    moment = [datetime(2018, 2, 15, 9, tzinfo=VIETNAM)]
    monkeypatch.setattr(settings, "now", lambda: moment[0])

    def on(**time: float) -> None:
        moment[0] += timedelta(**time)

    return on


@pytest.fixture
def administrator(program: Program) -> Actor:
    settle_in(program, BINH, "quan-tri", Role.ADMINISTRATOR)
    return Actor("quan-tri", Role.ADMINISTRATOR)


def official(program: Program, administrator: Actor, name: str = "hoa") -> None:
    settle_in(program, administrator, name, Role.OFFICIAL, full_name="Nguyễn Thị Hoa", units=["ha-tinh"])


def why(deed: Callable[[], object]) -> Why:
    with pytest.raises(Refused) as refusal:
        deed()
    return refusal.value.why


def test_without_accounts_everyone_is_the_one_local_user(program: Program) -> None:
    found = sessions.actor_for(program, None, HOME)
    assert found is not None
    assert (found.name, found.alone, found.role) == ("local", True, Role.ADMINISTRATOR)


def test_with_accounts_nobody_acts_without_a_session(program: Program, administrator: Actor) -> None:
    assert sessions.actor_for(program, None, HOME) is None
    assert sessions.actor_for(program, "made up", HOME) is None


def test_a_login_gives_a_token_that_stands_for_the_account(program: Program, administrator: Actor) -> None:
    official(program, administrator)
    token = sessions.log_in(program, " Hoa ", GOOD, HOME)
    found = sessions.actor_for(program, token, HOME)
    assert found == Actor("hoa", Role.OFFICIAL, frozenset({"ha-tinh"}), HOME)


def test_only_the_hash_of_a_token_is_stored(program: Program, administrator: Actor) -> None:
    token = sessions.log_in(program, "quan-tri", GOOD, HOME)
    program.database.close()
    stored = b"".join(p.read_bytes() for p in _files_of(program))
    assert token.encode() not in stored
    assert GOOD.encode() not in stored


def _files_of(program: Program):
    from pathlib import Path

    path = Path(program.database._engine.url.database or "")
    return list(path.parent.glob(path.name + "*"))


def test_a_wrong_name_a_wrong_password_and_a_disabled_account_look_alike(
    program: Program, administrator: Actor
) -> None:
    official(program, administrator)
    assert why(lambda: sessions.log_in(program, "ai-do", GOOD, HOME)) is Why.LOGIN_WRONG
    assert why(lambda: sessions.log_in(program, "hoa", OTHER, HOME)) is Why.LOGIN_WRONG
    change_account(program, administrator, "hoa", active=False)
    assert why(lambda: sessions.log_in(program, "hoa", GOOD, HOME)) is Why.LOGIN_WRONG
    failed = search_record(program, administrator, AuditQuery(action="log-in-failed"))
    assert [entry.actor for entry in failed] == ["hoa", "hoa", "ai-do"]


def test_a_name_that_is_not_there_costs_as_much_hashing(
    program: Program, administrator: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified = []
    monkeypatch.setattr(passwords, "fits", lambda *asked: verified.append(asked) or False)
    why(lambda: sessions.log_in(program, "ai-do", GOOD, HOME))
    assert verified == [(GOOD, None)]


def test_logins_are_throttled_for_the_account_and_lifted_in_time(
    program: Program, administrator: Actor, wait: Callable[..., None]
) -> None:
    official(program, administrator)
    for attempt in range(sessions.MOST_FAILURES_OF_ACCOUNT):
        assert why(lambda: sessions.log_in(program, "hoa", OTHER, f"198.51.100.{attempt}")) is Why.LOGIN_WRONG  # noqa: B023
    assert why(lambda: sessions.log_in(program, "hoa", GOOD, HOME)) is Why.LOGIN_THROTTLED
    assert sessions.log_in(program, "quan-tri", GOOD, HOME)
    wait(minutes=16)
    assert sessions.log_in(program, "hoa", GOOD, HOME)


def test_many_logins_at_once_are_not_tried_past_the_limit(
    program: Program, administrator: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each attempt counts before its password is looked at."""
    tried = []

    def slowly(*asked: object) -> bool:
        tried.append(asked)
        if len(tried) < 50:
            why(lambda: sessions.log_in(program, "quan-tri", OTHER, HOME))
        return False

    monkeypatch.setattr(passwords, "fits", slowly)
    why(lambda: sessions.log_in(program, "quan-tri", OTHER, HOME))
    assert len(tried) == sessions.MOST_FAILURES_OF_ACCOUNT


def test_logins_are_throttled_for_the_address(program: Program, administrator: Actor) -> None:
    for attempt in range(sessions.MOST_FAILURES_FROM_ADDRESS):
        why(lambda: sessions.log_in(program, f"ai-{attempt}", OTHER, HOME))  # noqa: B023
    assert why(lambda: sessions.log_in(program, "quan-tri", GOOD, HOME)) is Why.LOGIN_THROTTLED
    assert sessions.log_in(program, "quan-tri", GOOD, "192.0.2.8")


def fail(program: Program, name: str, address: str, times: int) -> None:
    for _ in range(times):
        why(lambda: sessions.log_in(program, name, OTHER, address))


@pytest.mark.parametrize(
    ("name", "address"),
    [("quan-tri", "198.51.100.1"), ("ai-do", HOME)],
    ids=["a stranger who tries the account", "a colleague behind the same address"],
)
def test_nobody_else_keeps_an_account_out_of_where_it_has_logged_in_from(
    program: Program, administrator: Actor, wait: Callable[..., None], name: str, address: str
) -> None:
    assert sessions.log_in(program, "quan-tri", GOOD, HOME)
    wait(days=29)
    for again in range(sessions.MOST_FAILURES_FROM_ADDRESS):
        fail(program, f"{name}-{again}" if name == "ai-do" else name, address, 1)
    assert why(lambda: sessions.log_in(program, name, GOOD, address)) is Why.LOGIN_THROTTLED
    assert sessions.log_in(program, "quan-tri", GOOD, HOME)


def test_where_an_account_has_logged_in_from_its_own_failures_are_throttled_all_the_same(
    program: Program, administrator: Actor
) -> None:
    assert sessions.log_in(program, "quan-tri", GOOD, HOME)
    fail(program, "quan-tri", HOME, sessions.MOST_FAILURES_OF_ACCOUNT)
    assert why(lambda: sessions.log_in(program, "quan-tri", GOOD, HOME)) is Why.LOGIN_THROTTLED


def test_where_an_account_logged_in_from_long_ago_is_a_strange_place_again(
    program: Program, administrator: Actor, wait: Callable[..., None]
) -> None:
    assert sessions.log_in(program, "quan-tri", GOOD, HOME)
    wait(days=31)
    fail(program, "quan-tri", "198.51.100.1", sessions.MOST_FAILURES_OF_ACCOUNT)
    assert why(lambda: sessions.log_in(program, "quan-tri", GOOD, HOME)) is Why.LOGIN_THROTTLED


def test_a_session_ends_when_unused(
    program: Program, administrator: Actor, wait: Callable[..., None]
) -> None:
    token = sessions.log_in(program, "quan-tri", GOOD, HOME)
    wait(hours=1, minutes=59)
    assert sessions.actor_for(program, token, HOME)
    wait(hours=1, minutes=59)
    assert sessions.actor_for(program, token, HOME)
    wait(hours=2, minutes=1)
    assert sessions.actor_for(program, token, HOME) is None


def test_a_session_ends_after_twelve_hours_however_busy(
    program: Program, administrator: Actor, wait: Callable[..., None]
) -> None:
    token = sessions.log_in(program, "quan-tri", GOOD, HOME)
    for _ in range(12):
        wait(minutes=59)
        assert sessions.actor_for(program, token, HOME)
    wait(minutes=13)
    assert sessions.actor_for(program, token, HOME) is None


def test_logging_out_ends_that_session_alone(program: Program, administrator: Actor) -> None:
    here, there = (sessions.log_in(program, "quan-tri", GOOD, HOME) for _ in range(2))
    sessions.log_out(program, here, HOME)
    assert sessions.actor_for(program, here, HOME) is None
    assert sessions.actor_for(program, there, HOME)


@pytest.mark.parametrize("change", ["role", "active", "password"])
def test_a_change_of_the_account_ends_its_sessions(
    program: Program, administrator: Actor, change: str
) -> None:
    official(program, administrator)
    token = sessions.log_in(program, "hoa", GOOD, HOME)
    match change:
        case "role":
            change_account(program, administrator, "hoa", role=Role.VIEWER)
        case "active":
            change_account(program, administrator, "hoa", active=False)
        case _:
            set_password(program, administrator, "hoa", OTHER)
    assert sessions.actor_for(program, token, HOME) is None


def test_a_password_somebody_else_made_is_good_for_changing_it_alone(
    program: Program, administrator: Actor
) -> None:
    add_account(program, administrator, "moi", Role.VIEWER, GOOD)
    token = sessions.log_in(program, "moi", GOOD, HOME)
    assert sessions.is_limited(program, token)
    assert sessions.actor_for(program, token, HOME) is None
    holder = sessions.holder_of(program, token, HOME)
    assert holder is not None
    set_password(program, holder, "moi", OTHER)
    assert sessions.actor_for(program, sessions.log_in(program, "moi", OTHER, HOME), HOME)


def test_a_password_an_administrator_gives_anew_is_changed_too(
    program: Program, administrator: Actor
) -> None:
    official(program, administrator)
    set_password(program, administrator, "hoa", OTHER)
    assert sessions.is_limited(program, sessions.log_in(program, "hoa", OTHER, HOME))


def test_of_an_overlong_password_the_first_part_is_not_enough(program: Program, administrator: Actor) -> None:
    long = "khoai lang nuong chay " * 11 + "khoai lang nuo"
    assert len(long) == passwords.LONGEST
    set_password(program, administrator, "quan-tri", long)
    assert sessions.log_in(program, "quan-tri", long, HOME)
    assert why(lambda: sessions.log_in(program, "quan-tri", long + "x", HOME)) is Why.LOGIN_WRONG


def test_everyone_may_change_their_own_password(program: Program, administrator: Actor) -> None:
    official(program, administrator)
    set_password(program, Actor("hoa", Role.OFFICIAL), "hoa", OTHER)
    assert sessions.log_in(program, "hoa", OTHER, HOME)


@pytest.mark.parametrize("password", ["short", "123456789012", "nguyenthihoa", "quan-tri", "x" * 300])
def test_a_password_soon_guessed_is_refused(program: Program, administrator: Actor, password: str) -> None:
    asked = lambda: add_account(  # noqa: E731
        program, administrator, "hoa", Role.VIEWER, password, full_name="Nguyễn Thị Hoa"
    )
    assert why(asked) is Why.PASSWORD_WEAK


def test_a_made_password_is_strong_enough() -> None:
    assert not passwords.is_weak(passwords.made_password())


def test_the_first_account_is_an_administrators(program: Program) -> None:
    asked = lambda: add_account(program, BINH, "hoa", Role.VIEWER, GOOD)  # noqa: E731
    assert why(asked) is Why.FIRST_IS_ADMINISTRATOR


@pytest.mark.parametrize("change", [{"role": Role.VIEWER}, {"active": False}])
def test_the_last_administrator_stays(program: Program, administrator: Actor, change: dict) -> None:
    assert why(lambda: change_account(program, administrator, "quan-tri", **change)) is Why.LAST_ADMINISTRATOR
    add_account(program, administrator, "hai", Role.ADMINISTRATOR, GOOD)
    change_account(program, administrator, "quan-tri", **change)


@pytest.mark.parametrize("name", ["local", "a", "có dấu", "a b", "<b>", "x" * 65, "../x", ""])
def test_some_names_are_no_names_of_accounts(program: Program, administrator: Actor, name: str) -> None:
    asked = lambda: add_account(program, administrator, name, Role.VIEWER, GOOD)  # noqa: E731
    assert why(asked) is Why.ACCOUNT_NAME_UNFIT


def test_a_name_is_given_once_whatever_its_case(program: Program, administrator: Actor) -> None:
    asked = lambda: add_account(program, administrator, "Quan-Tri", Role.VIEWER, GOOD)  # noqa: E731
    assert why(asked) is Why.ACCOUNT_EXISTS


@pytest.mark.parametrize("units", [[], ["khong-co"]])
def test_an_official_needs_units_that_exist(program: Program, administrator: Actor, units: list[str]) -> None:
    asked = lambda: add_account(program, administrator, "hoa", Role.OFFICIAL, GOOD, units=units)  # noqa: E731
    assert why(asked) is Why.UNITS_MISSING


def test_the_record_says_before_and_after_and_no_secret(program: Program, administrator: Actor) -> None:
    official(program, administrator)
    change_account(program, administrator, "hoa", role=Role.APPROVER)
    (entry,) = search_record(program, administrator, AuditQuery(action="user-change"))
    assert entry.detail["before"]["role"] == "official"
    assert entry.detail["after"] == {"role": "approver", "units": [], "active": True}
    everything = search_record(program, administrator, AuditQuery(), limit=None)
    assert not any("argon2" in str(e.detail) or GOOD in str(e.detail) for e in everything)


def test_a_command_acts_with_the_rights_of_the_account_it_names(
    program: Program, administrator: Actor
) -> None:
    official(program, administrator)
    assert sessions.actor_on_command_line(program, "hoa").role is Role.OFFICIAL
    operator = sessions.actor_on_command_line(program, "local")
    assert (operator.role, operator.alone) == (Role.ADMINISTRATOR, False)
    change_account(program, administrator, "hoa", active=False)
    for name in ("hoa", "ai-do"):
        assert why(lambda: sessions.actor_on_command_line(program, name)) is Why.UNKNOWN_ACCOUNT  # noqa: B023
    assert [a.active for a in list_accounts(program, administrator)] == [False, True]
