"""Hostile text on every page of a real browser: it is read, it does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filled_dashboard import settle
from hostile_text import CAUGHT, FILE, plant, spoilt_workbook
from page_reader import HA_TINH
from playwright.sync_api import Page, expect
from running_dashboard import running_dashboard

from kpi.service.program import Program

pytestmark = pytest.mark.slow

PAGES = ("", "indicator", "units", "tasks", "submissions", "report", "plans", "guide", "admin")
SHOWN_ON = ("indicator", "tasks", "submissions", "report")
DONE_BY_IT = f"""() => [
    window.{CAUGHT} === undefined ? 0 : 1,
    document.querySelectorAll('img[src="x"], img[src*="evil"], [onerror], [onload], [onclick]').length,
    document.querySelectorAll('a[href^="javascript:" i], a[href*="evil"]').length,
    [...document.scripts].filter(s => s.textContent.includes("{CAUGHT}")).length,
    document.querySelectorAll('.katex').length,
]"""


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    url = f"sqlite:///{folder / 'hostile.sqlite3'}"
    program = Program.open(url)
    plant(program)
    program.database.close()
    with running_dashboard(folder, url) as address:
        yield address


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_it_and_nothing_happens(tab: Page, dashboard: str, page: str) -> None:
    tab.goto(f"{dashboard}/{page}?plan={HA_TINH}&period=2017")
    settle(tab)
    tab.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    if page in SHOWN_ON:
        assert "evil.example" in tab.locator("[data-testid=stMain]").evaluate("e => e.textContent")
    for pointed_at in tab.locator("[data-testid=stMain] [title]").all()[:30]:
        pointed_at.hover(force=True, timeout=2_000)
    assert tab.evaluate(DONE_BY_IT) == [0] * 5


def test_the_upload_page_shows_it_and_nothing_happens(tab: Page, dashboard: str, tmp_path: Path) -> None:
    spoilt = tmp_path / f"{FILE.removesuffix('.xlsx')[:60]}.xlsx"
    spoilt.write_bytes(spoilt_workbook())
    tab.goto(f"{dashboard}/upload?plan={HA_TINH}")
    tab.locator("input[type=file]").set_input_files([spoilt])
    expect(tab.locator(".k-grid")).to_contain_text("evil.example")
    settle(tab)
    assert tab.evaluate(DONE_BY_IT) == [0] * 5


def test_an_address_writes_nothing_into_a_page(tab: Page, dashboard: str) -> None:
    nasty = f"%3Cimg src=x onerror=window.{CAUGHT}=1%3E"
    for asked in ("plan", "period", "unit", "indicator", "lang"):
        tab.goto(f"{dashboard}/indicator?{asked}={nasty}")
        expect(tab.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_attached()
        assert tab.evaluate(DONE_BY_IT) == [0] * 5
