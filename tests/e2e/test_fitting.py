"""Pages at the widths of a telephone, a tablet and a desk: nothing cut off, nothing over another, whatever the theme.

In both languages, with illustrative figures, and with a hundred units, very long names, noughts, gaps and twenty
indicators more.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from filled_dashboard import fill, settle
from fitting import misfits, touching
from page_reader import HA_TINH, NGHE_AN, QUANG_NGAI
from playwright.sync_api import Browser, Page
from running_dashboard import running_dashboard

pytestmark = pytest.mark.slow

TELEPHONE, TABLET, DESK = 390, 768, 1440
MAIN = tuple(
    (plan, page) for plan in (HA_TINH, NGHE_AN) for page in ("", "indicator", "units", "tasks?view=dates")
)
OTHERS = (
    *((HA_TINH, page) for page in ("upload", "submissions", "report", "plans", "guide", "admin")),
    (HA_TINH, "indicator?indicator=voluntary-growth"),
    *((QUANG_NGAI, page) for page in ("", "tasks", "report")),
)
SEEN = (
    *((width, "vi", *page) for width in (TELEPHONE, TABLET) for page in (*MAIN, *OTHERS)),
    *((DESK, "vi", *page) for page in MAIN),
    *((TELEPHONE, "en", *page) for page in MAIN),
)
DARK = tuple((width, page) for width in (TELEPHONE, DESK) for page in ("", "indicator", "units", "plans"))
MANY_UNITS = ("", "indicator", "units", "tasks?view=dates", "submissions", "report")


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("fitting")
    with running_dashboard(folder, fill(f"sqlite:///{folder / 'kpi.sqlite3'}")) as address:
        yield address


@pytest.fixture(scope="module")
def many_units(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("many-units")
    with running_dashboard(folder, script="tests/e2e/many_units_dashboard.py") as address:
        yield address


@pytest.fixture
def screen(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="vi-VN", viewport={"width": DESK, "height": 900})
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("width", "language", "plan", "page"), SEEN)
def test_nothing_is_cut_off_or_over_another(
    screen: Page, dashboard: str, width: int, language: str, plan: str, page: str
) -> None:
    screen.set_viewport_size({"width": width, "height": 900})
    screen.goto(f"{dashboard}/{page}{'&' if '?' in page else '?'}plan={plan}&lang={language}")
    settle(screen)
    assert (misfits(screen), touching(screen)) == ([], [])


@pytest.mark.parametrize(("width", "page"), DARK)
def test_nothing_is_cut_off_or_over_another_in_the_dark(
    screen: Page, dashboard: str, width: int, page: str
) -> None:
    screen.emulate_media(color_scheme="dark")
    screen.set_viewport_size({"width": width, "height": 900})
    screen.goto(f"{dashboard}/{page}?plan={HA_TINH}")
    settle(screen)
    assert screen.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme") == "dark"
    assert (misfits(screen), touching(screen)) == ([], [])


@pytest.mark.parametrize("width", [TELEPHONE, DESK])
@pytest.mark.parametrize("page", MANY_UNITS)
def test_a_hundred_units_with_long_names_fit_too(
    screen: Page, many_units: str, page: str, width: int
) -> None:
    screen.set_viewport_size({"width": width, "height": 900})
    screen.goto(f"{many_units}/{page}")
    settle(screen)
    assert (misfits(screen), touching(screen)) == ([], [])
