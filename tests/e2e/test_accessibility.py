"""What axe-core finds on every page, in the light and in the dark theme, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filled_dashboard import fill, settle
from office_files import write_office_file
from playwright.sync_api import Browser, Page, expect
from running_dashboard import running_dashboard

pytestmark = pytest.mark.slow

PAGES = [
    "",
    "?plan=quang-ngai-1888-2013",
    "?plan=nghe-an-2269&lang=en",
    "indicator",
    "units",
    "tasks",
    "tasks?view=dates",
    "upload",
    "submissions",
    "report",
    "plans",
    "guide",
    "admin?part=periods",
    "admin?part=accounts",
    "admin?part=record",
]
# What Streamlit draws by itself and gives no way to change: the drop zone of its uploader is a labelled section
# with the role of a presentation.
BEYOND_REACH = {"presentation-role-conflict"}


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("accessibility")
    with running_dashboard(folder, fill(f"sqlite:///{folder / 'kpi.sqlite3'}")) as address:
        yield address


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A tab of a person whose system asks for the theme."""
    context = chromium.new_context(
        locale="vi-VN", viewport={"width": 1440, "height": 900}, color_scheme=request.param
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_to_object_to(themed: Page, dashboard: str, page: str) -> None:
    themed.goto(f"{dashboard}/{page}")
    settle(themed)
    assert objections(themed) == []


def test_axe_finds_nothing_to_object_to_in_a_workbook_as_it_was_understood(
    themed: Page, dashboard: str, tmp_path: Path
) -> None:
    themed.goto(f"{dashboard}/upload?plan=ha-tinh-157-2017")
    themed.locator("input[type=file]").set_input_files(write_office_file(tmp_path / "bao-cao.xlsx"))
    themed.locator("td.numerator").first.click()
    settle(themed)
    themed.evaluate("document.querySelectorAll('details').forEach(kind => kind.open = true)")
    assert objections(themed) == []


def objections(tab: Page) -> list[tuple[str, str, str]]:
    """The rule, the part and the reason of each of axe's objections."""
    from axe_playwright_python.sync_playwright import Axe

    tab.wait_for_timeout(300)  # colours fade in
    return [
        (rule["id"], node["html"][:200], node["failureSummary"])
        for rule in Axe().run(tab).response["violations"]
        if rule["id"] not in BEYOND_REACH
        for node in rule["nodes"]
    ]


def test_a_term_is_explained_to_whoever_comes_to_it_with_the_tab_key(themed: Page, dashboard: str) -> None:
    themed.goto(f"{dashboard}/")
    settle(themed)
    term = themed.locator(".k-term").first
    expect(term.locator(".k-tip")).to_be_hidden()
    term.focus()
    themed.keyboard.press("Shift+Tab")
    themed.keyboard.press("Tab")
    expect(term.locator(".k-tip")).to_be_visible()
