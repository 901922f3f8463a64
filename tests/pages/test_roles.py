"""Pages show and do only what the person at them may; nobody sees anything."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from page_reader import EXCEL, HA_TINH, HOA, Open, enrolled, send, workbook

from kpi.domain.actor import Actor, Role
from kpi.domain.closing import PeriodState
from kpi.domain.period import Period
from kpi.service import passwords
from kpi.service.closing import standing
from kpi.service.program import Program
from kpi.service.sessions import log_in, log_out
from kpi.ui import session
from kpi.ui.navigation import _PAGES
from tests.people import PASSWORD, settle_in

SUBMIT = f"step.submitted.{HA_TINH}.2017"


class Browser:
    """Whose cookie the pages find."""

    token: str | None = None


@pytest.fixture
def browser(program: Program, monkeypatch: pytest.MonkeyPatch) -> Browser:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
    held = Browser()
    monkeypatch.setattr(session, "_token", lambda: held.token)
    settle_in(program, HOA, "quan-tri", Role.ADMINISTRATOR)
    return held


def enter(program: Program, browser: Browser, role: Role, unit: str = "ha-tinh") -> None:
    name = f"nguoi-{role}"
    units = [unit] if role is Role.OFFICIAL else []
    settle_in(program, Actor("quan-tri", Role.ADMINISTRATOR), name, role, units=units)
    browser.token = log_in(program, name, PASSWORD, "")


@pytest.mark.parametrize("name", _PAGES)
def test_a_page_opened_cold_by_nobody_says_nothing(
    open_page: Open, program: Program, browser: Browser, name: str
) -> None:
    send(program, enrolled(2017, 700, 1000))
    page = open_page(name, plan=HA_TINH, period="2017")
    assert "chưa đăng nhập" in page.text
    assert "Hà Tĩnh" not in page.text
    assert not page.test.button


def test_a_session_that_ends_while_a_page_is_open_shows_nothing_more(
    open_page: Open, program: Program, browser: Browser
) -> None:
    enter(program, browser, Role.OFFICIAL)
    page = open_page("submissions", plan=HA_TINH, period="2017")
    assert "Trình số liệu" in "".join(b.label for b in page.test.button)
    log_out(program, browser.token or "", "")
    page.test.button(key=SUBMIT).click()
    assert "chưa đăng nhập" in page.run().text
    assert standing(program, HA_TINH, Period(2017)).state is PeriodState.OPEN


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.VIEWER, []),
        (Role.OFFICIAL, [SUBMIT]),
        (Role.APPROVER, []),
        (Role.ADMINISTRATOR, ["undo", SUBMIT]),
    ],
)
def test_what_is_offered_on_the_history_is_what_the_role_may_do(
    open_page: Open, program: Program, browser: Browser, role: Role, offered: list[str]
) -> None:
    send(program, enrolled(2017, 700, 1000))
    enter(program, browser, role)
    page = open_page("submissions", plan=HA_TINH, period="2017")
    assert [b.key for b in page.test.button] == offered


@pytest.mark.parametrize("role", [Role.VIEWER, Role.APPROVER])
def test_who_may_not_send_finds_no_place_to_drop_a_file(
    open_page: Open, program: Program, browser: Browser, role: Role
) -> None:
    enter(program, browser, role)
    page = open_page("upload", plan=HA_TINH)
    assert "không có quyền" in page.text
    assert not page.test.file_uploader


def test_of_several_files_those_of_others_say_whose_they_are(
    open_page: Open, program: Program, browser: Browser
) -> None:
    enter(program, browser, Role.OFFICIAL, "huyen-vu-quang")
    page = open_page("upload", plan=HA_TINH)
    theirs, own = (workbook(enrolled(2018, 7, 10, unit)) for unit in ("Huyện Can Lộc", "Huyện Vũ Quang"))
    page.test.file_uploader(key="workbooks").set_value(
        [("can-loc.xlsx", theirs, EXCEL), ("vu-quang.xlsx", own, EXCEL)]
    )
    [files] = [r for r in page.run().test.radio if r.label == "Tệp đang xem"]
    assert "can-loc.xlsx – không phụ trách: Huyện Can Lộc" in files.options[0].replace("\\", "")


def test_the_administration_is_no_page_for_an_official(
    open_page: Open, program: Program, browser: Browser
) -> None:
    enter(program, browser, Role.OFFICIAL)
    page = open_page("admin")
    assert "dành cho người duyệt và quản trị viên" in page.text
    assert not page.test.button


def test_an_administrator_makes_an_account_and_is_shown_its_password_once(
    open_page: Open, program: Program, browser: Browser
) -> None:
    enter(program, browser, Role.ADMINISTRATOR)
    page = open_page("admin", part="accounts")
    page.test.text_input[0].set_value("Mai")
    page.test.button[0].click()
    told = page.run().text
    assert "Đã tạo tài khoản mai (người xem). Mật khẩu: " in told
    assert "Mật khẩu: " not in page.run().text
    password = told.partition("Mật khẩu: ")[2].partition(" ")[0]
    assert log_in(program, "mai", password, "")


def test_the_record_is_searched_and_says_that_it_is_whole(
    open_page: Open, program: Program, browser: Browser
) -> None:
    send(program, enrolled(2017, 700, 1000))
    enter(program, browser, Role.ADMINISTRATOR)
    page = open_page("admin", part="record")
    assert "Chuỗi nhật ký nguyên vẹn: 6 dòng" in page.text
    assert "Tạo tài khoản" in page.text
    page.test.text_input(key="record-text").set_value("so-lieu.xlsx")
    found = page.run().text
    assert "1 dòng, mới nhất trước." in found
    assert "Tệp: so-lieu.xlsx" in found


def test_without_accounts_the_page_says_that_one_person_may_do_everything(open_page: Open) -> None:
    page = open_page("admin", part="accounts")
    assert "chưa có tài khoản" in page.text
    assert "python -m kpi user add" in page.text
