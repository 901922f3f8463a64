"""On A4 paper: the same figures in the light colours, without what can only be clicked."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from filled_dashboard import fill, settle
from page_reader import HA_TINH, NGHE_AN
from playwright.sync_api import Browser, Page
from running_dashboard import running_dashboard

pytestmark = pytest.mark.slow

# On paper at most; one more would be a page with a few lines, or a table torn apart.
SHEETS = {"": 2, "indicator": 2, "units": 2, "tasks": 5}
PAPER = {"width": 703, "height": 994}  # what A4 leaves within the margins, in CSS pixels


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("print")
    with running_dashboard(folder, fill(f"sqlite:///{folder / 'kpi.sqlite3'}")) as address:
        yield address


@pytest.fixture
def dark_tab(chromium: Browser) -> Iterator[Page]:
    """Of someone who reads in the dark, and prints all the same."""
    context = chromium.new_context(
        locale="vi-VN", viewport={"width": 1440, "height": 900}, color_scheme="dark"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("plan", [HA_TINH, NGHE_AN])
@pytest.mark.parametrize("page", SHEETS)
def test_a_page_prints_on_few_sheets(dark_tab: Page, dashboard: str, page: str, plan: str) -> None:
    dark_tab.goto(f"{dashboard}/{page}?plan={plan}")
    settle(dark_tab)
    printed = dark_tab.pdf(prefer_css_page_size=True)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= SHEETS[page]


@pytest.mark.parametrize("page", SHEETS)
def test_on_paper_there_is_nothing_to_click_and_nothing_dark(
    dark_tab: Page, dashboard: str, page: str
) -> None:
    dark_tab.goto(f"{dashboard}/{page}?plan={HA_TINH}")
    settle(dark_tab)
    dark_tab.emulate_media(media="print")
    dark_tab.set_viewport_size(PAPER)
    assert dark_tab.locator("button:visible, input:visible, .k-more:visible").count() == 0
    assert dark_tab.locator(".k-kicker").inner_text() == "Tỉnh Hà Tĩnh · 157/KH-UBND · 11/05/2017"
    ground = "getComputedStyle(document.querySelector('.k-head')).getPropertyValue('color-scheme')"
    assert dark_tab.evaluate(ground) == "light"
    assert dark_tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
