"""Each address opened cold, wide and narrow, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

PAGES = {
    "": "Tổng quan",
    "indicator": "Chỉ tiêu",
    "units": "Đơn vị",
    "tasks": "Nhiệm vụ",
    "upload": "Nộp số liệu",
    "submissions": "Lịch sử nộp",
    "report": "Báo cáo",
    "plans": "Kế hoạch và căn cứ",
    "guide": "Hướng dẫn",
}
ENGLISH = re.compile(
    r"\b(the|and|of|browse|upload|drag|limit|select|choose|running|oops|page not found|no results)\b", re.I
)


@pytest.fixture(scope="module", autouse=True)
def illustrative_data(dashboard: str, chromium: object) -> None:
    """Two clicks from nothing to charts: open the program, load illustrative data."""
    context = chromium.new_context()  # type: ignore[attr-defined]
    tab = context.new_page()
    tab.goto(dashboard)
    tab.get_by_role("button", name="Nạp số liệu minh họa").click()
    expect(tab.locator(".k-path").first).to_be_visible(timeout=20_000)
    expect(tab.locator(".k-illustrative").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_an_address_opens_cold_in_vietnamese(tab: Page, dashboard: str, page: str) -> None:
    tab.goto(f"{dashboard}/{page}")
    expect(tab).to_have_title(f"{PAGES[page]} – Giám sát chỉ tiêu BHXH")
    settle(tab)
    tab.add_style_tag(content="[data-testid=stIconMaterial] { display: none }")  # icons are letters of a font
    main = tab.locator('[data-testid="stMain"]').inner_text()
    leaks = ENGLISH.findall(main.replace("English", ""))
    assert not leaks
    expect(tab.locator(".k-illustrative").first).to_be_visible()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_english_on_request(tab: Page, dashboard: str, page: str) -> None:
    tab.goto(f"{dashboard}/{page}?lang=en")
    settle(tab)
    expect(tab.get_by_role("link", name="Tiếng Việt")).to_be_visible()
    expect(tab.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("page", PAGES)
def test_the_framework_says_nothing_aloud_in_english(tab: Page, dashboard: str, page: str) -> None:
    tab.goto(f"{dashboard}/{page}")
    settle(tab)
    expect(tab.locator("html")).to_have_attribute("lang", "vi")
    named = "[...document.querySelectorAll('[aria-label], [placeholder]')].flatMap(e => [e.ariaLabel, e.placeholder])"
    said = [name for name in tab.evaluate(named) if name]
    assert [name for name in said if ENGLISH.search(name) or name in ("Open", "App pages")] == []


def test_a_copied_link_opens_the_same_view(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/indicator?plan=ha-tinh-157-2017&period=2018&indicator=voluntary-growth")
    expect(tab.get_by_text("Tốc độ tăng số người tham gia BHXH tự nguyện").first).to_be_visible()
    tab.get_by_role("radio", name="2017").click()
    expect(tab).to_have_url(re.compile("period=2017"))
    expect(tab).to_have_url(re.compile("indicator=voluntary-growth"))


def test_the_plan_chosen_goes_along_from_page_to_page(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/?plan=nghe-an-2269")
    settle(tab)
    tab.get_by_role("link", name="Nhiệm vụ", exact=True).click()
    expect(tab).to_have_url(re.compile("/tasks.*plan=nghe-an-2269"))
    expect(tab.locator(".k-document")).to_contain_text("2269")


def test_the_bundled_font_is_the_one_seen(tab: Page, dashboard: str) -> None:
    tab.goto(dashboard)
    settle(tab)
    tab.wait_for_function(
        "() => [...document.fonts].some(f => f.status === 'loaded' && f.family.includes('Be Vietnam Pro'))"
    )


def settle(tab: Page) -> None:
    """Waits until the page has drawn its top and has nothing more to draw."""
    expect(tab.locator(".k-head")).to_be_visible()
    expect(tab.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_attached()
