"""Accounts on the command line, and commands that act for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from argon2 import PasswordHasher
from click.testing import CliRunner
from typed_commands import PLAN, row, sent, typed, written

from kpi.cli.main import cli
from kpi.service import passwords


@pytest.fixture(autouse=True)
def _cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))


def an_administrator() -> str:
    answer = typed("user", "add", "quan-tri", "--role", "administrator")
    assert answer.code == 0, answer.stderr
    return answer.stdout


def an_official(*units: str, name: str = "hoa") -> None:
    chosen = [word for unit in units for word in ("--unit", unit)]
    answer = typed("user", "add", name, "--role", "official", *chosen)
    assert answer.code == 0, answer.stderr


def test_a_password_is_made_and_shown_once(tmp_path: Path) -> None:
    said = an_administrator().splitlines()
    assert "quản trị viên" in said[0]
    assert len(said[1]) == 20
    assert said[1] not in typed("user", "list").stdout


def test_a_password_comes_from_standard_input_and_is_not_echoed() -> None:
    asked = ["user", "add", "an", "--role", "administrator", "--password-stdin"]
    answer = CliRunner().invoke(cli, asked, input="khoai lang nuong chay\n")
    assert answer.exit_code == 0
    assert "khoai" not in answer.output
    weak = CliRunner().invoke(cli, ["user", "passwd", "an", "--password-stdin"], input="123\n")
    assert weak.exit_code == 1
    assert "12 ký tự" in weak.stderr


def test_accounts_are_listed_without_their_secrets() -> None:
    an_administrator()
    an_official("ha-tinh")
    assert sent("user", "list")["accounts"] == [
        {"name": "hoa", "full_name": "", "role": "official", "units": ["ha-tinh"], "active": True},
        {"name": "quan-tri", "full_name": "", "role": "administrator", "units": [], "active": True},
    ]


def test_a_disabled_account_acts_no_more_until_it_is_enabled(tmp_path: Path) -> None:
    an_administrator()
    an_official("ha-tinh")
    file = written(tmp_path, row())
    assert typed("user", "disable", "hoa").code == 0
    assert typed("import", file, "--plan", PLAN, "--as", "hoa").code == 2
    assert typed("user", "enable", "hoa").code == 0
    assert typed("import", file, "--plan", PLAN, "--as", "hoa").code == 0


def test_a_command_is_refused_what_its_account_may_not(tmp_path: Path) -> None:
    an_administrator()
    an_official("huyen-duc-tho")
    answer = typed("import", written(tmp_path, row()), "--plan", PLAN, "--as", "hoa", "--json")
    assert (answer.code, answer.document["error"]["code"]) == (1, "not-your-units")
    assert "Hương Sơn" in answer.stderr
    assert typed("close", "--plan", PLAN, "--period", "2017", "--as", "hoa").code == 1
    assert typed("user", "add", "moi", "--role", "viewer", "--as", "hoa").code == 1
    assert typed("demo", "--as", "hoa").code == 1


def test_with_accounts_a_period_is_closed_step_by_step_by_two_people(tmp_path: Path) -> None:
    an_administrator()
    sent("import", written(tmp_path, row()), "--plan", PLAN)
    an_official("ha-tinh")
    assert typed("user", "add", "lan", "--role", "approver").code == 0

    def step(name: str, by: str, *more: str) -> int:
        return typed(name, "--plan", PLAN, "--period", "2017", "--as", by, *more).code

    assert [step("close", "lan"), step("submit", "hoa"), step("approve", "hoa")] == [1, 0, 1]
    assert [step("return", "lan", "--why", "thiếu huyện"), step("submit", "hoa")] == [0, 0]
    assert [step("approve", "lan"), step("close", "lan"), step("submit", "hoa")] == [0, 0, 1]
    assert step("reopen", "lan", "--why", "sai số") == 0


def test_changing_an_account_says_what_it_is_now() -> None:
    an_administrator()
    an_official("ha-tinh")
    answer = typed("user", "change", "hoa", "--unit", "huyen-duc-tho", "--unit", "huyen-huong-son")
    assert "huyen-duc-tho, huyen-huong-son" in answer.stdout
    assert "người duyệt" in typed("user", "change", "hoa", "--role", "approver").stdout


def test_without_a_first_administrator_there_is_no_other_account() -> None:
    answer = typed("user", "add", "hoa", "--role", "viewer")
    assert (answer.code, "--role administrator" in answer.stderr) == (1, True)
