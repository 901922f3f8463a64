"""Every role in a real browser: logging in, what each finds, a period's way to closed, logging out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filled_dashboard import fill, settle
from playwright.sync_api import Browser, Page, expect
from running_dashboard import running_dashboard, started

from kpi.domain.actor import Role, local_user
from kpi.service.program import Program
from tests.people import PASSWORD, settle_in

pytestmark = pytest.mark.slow

PERIOD = "/submissions?plan=ha-tinh-157-2017&period=2019"
LogIn = Callable[..., Page]


@pytest.fixture(scope="module")
def dashboard(
    tmp_path_factory: pytest.TempPathFactory, new_database_for_module: Callable[[], str]
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("roles")
    url = fill(new_database_for_module())
    program = Program.open(url)
    for role in (Role.ADMINISTRATOR, Role.OFFICIAL, Role.APPROVER, Role.VIEWER):
        units = ["ha-tinh"] if role is Role.OFFICIAL else []
        settle_in(program, local_user("a test"), role.value, role, units=units)
    program.database.close()
    with running_dashboard(folder, url) as address:
        yield address


@pytest.fixture
def log_in(chromium: Browser, dashboard: str) -> Iterator[LogIn]:
    """A browser of its own for each person, who is asked to log in and comes to the page they wanted."""
    contexts = []

    def come_in(role: Role, to: str = PERIOD, width: int = 1440) -> Page:
        contexts.append(chromium.new_context(locale="vi-VN", viewport={"width": width, "height": 900}))
        contexts[-1].set_default_timeout(20_000)
        tab = contexts[-1].new_page()
        tab.goto(dashboard + to)
        expect(tab.get_by_role("heading", name="Đăng nhập")).to_be_visible()
        tab.get_by_label("Tên tài khoản").fill(role.value)
        tab.get_by_label("Mật khẩu").fill(PASSWORD)
        tab.get_by_role("button", name="Đăng nhập").click()
        settle(tab)
        assert tab.url == dashboard + to
        return tab

    yield come_in
    for context in contexts:
        context.close()


def test_a_period_goes_to_closed_through_the_hands_of_two_people(log_in: LogIn) -> None:
    official, approver = log_in(Role.OFFICIAL), log_in(Role.APPROVER)
    official.get_by_role("button", name="Trình số liệu năm 2019").click()
    expect(official.get_by_text("Đã trình số liệu kỳ 2019, chờ duyệt.")).to_be_visible()
    approver.reload()
    settle(approver)
    approver.get_by_role("button", name="Duyệt số liệu năm 2019").click()
    expect(approver.get_by_text("Đã duyệt số liệu kỳ 2019.")).to_be_visible()
    approver.get_by_role("button", name="Khóa năm 2019").click()
    expect(approver.get_by_text("Đã khóa kỳ 2019.")).to_be_visible()
    official.reload()
    settle(official)
    expect(official.get_by_text("Năm 2019: đã khóa.")).to_be_visible()
    expect(official.get_by_role("button", name="Trình số liệu năm 2019")).to_have_count(0)


def test_a_viewer_looks_and_changes_nothing_on_a_telephone(log_in: LogIn) -> None:
    viewer = log_in(Role.VIEWER, "/upload?plan=ha-tinh-157-2017", width=390)
    expect(viewer.get_by_text("không có quyền làm việc này")).to_be_visible()
    expect(viewer.locator('[data-testid="stFileUploader"]')).to_have_count(0)
    assert viewer.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_administrator_reads_the_record_and_takes_it_away(log_in: LogIn, tmp_path: Path) -> None:
    administrator = log_in(Role.ADMINISTRATOR, "/admin?plan=ha-tinh-157-2017&part=record")
    expect(administrator.get_by_text("Chuỗi nhật ký nguyên vẹn")).to_be_visible()
    with administrator.expect_download() as taken:
        administrator.get_by_role("button", name="Tải nhật ký").click()
    assert Path(taken.value.path()).read_bytes().startswith(b"PK")


def test_after_logging_out_an_open_page_says_and_does_nothing_more(log_in: LogIn, dashboard: str) -> None:
    official = log_in(Role.OFFICIAL)
    second = official.context.new_page()
    second.goto(dashboard + "/logout")
    second.get_by_role("button", name="Đăng xuất").click()
    expect(second.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    official.get_by_text("2018", exact=True).first.click()
    expect(official.get_by_text("Phiên làm việc đã kết thúc hoặc chưa đăng nhập.")).to_be_visible()
    official.goto(dashboard + PERIOD)
    expect(official.get_by_role("heading", name="Đăng nhập")).to_be_visible()


def test_a_page_in_another_tab_is_gone_when_it_is_looked_at_after_logging_out(
    log_in: LogIn, dashboard: str
) -> None:
    official = log_in(Role.OFFICIAL)
    second = official.context.new_page()
    second.goto(dashboard + "/logout")
    second.get_by_role("button", name="Đăng xuất").click()
    expect(second.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    official.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # as when the tab is chosen
    expect(official.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    assert "Hà Tĩnh" not in official.inner_text("body")


def test_no_script_reads_the_session(log_in: LogIn) -> None:
    assert "kpi_session" not in log_in(Role.VIEWER).evaluate("document.cookie")


def test_without_accounts_it_does_not_open_to_other_machines(tmp_path: Path) -> None:
    ended = started(tmp_path, KPI_HOST="0.0.0.0")
    assert ended.returncode == 1
    assert "python -m kpi user add" in ended.stderr
