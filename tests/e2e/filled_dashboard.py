"""A dashboard with illustrative figures, and waiting for a page to have drawn itself."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from kpi.domain.actor import local_user
from kpi.service.demo import fill_with_illustrative_data
from kpi.service.program import Program


def fill(url: str) -> str:
    """Puts every sample workbook into a database, and returns its URL."""
    program = Program.open(url)
    fill_with_illustrative_data(program, local_user("a test"))
    program.database.close()
    return url


def settle(tab: Page) -> None:
    """Waits until the page has drawn its top and has nothing more to draw."""
    expect(tab.locator(".k-head")).to_be_visible()
    expect(tab.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_attached()
    expect(tab.locator('[data-testid="stApp"][data-test-connection-state="CONNECTED"]')).to_be_attached()
