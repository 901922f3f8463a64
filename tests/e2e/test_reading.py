"""Someone who has two minutes before a meeting: from the first sentence to the cell, by mouse or by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from filled_dashboard import fill, settle
from playwright.sync_api import Page, expect
from running_dashboard import running_dashboard

pytestmark = pytest.mark.slow

HA_TINH, NGHE_AN, QUANG_NGAI = "ha-tinh-157-2017", "nghe-an-2269", "quang-ngai-1888-2013"


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("reading")
    with running_dashboard(folder, fill(f"sqlite:///{folder / 'kpi.sqlite3'}")) as address:
        yield address


def test_one_click_leads_from_a_card_to_the_sum_and_the_cells(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/?plan={HA_TINH}&period=2019")
    card = tab.locator(".k-card").first
    expect(card).to_contain_text("còn thiếu 156 đơn vị")
    expect(card).to_contain_text("Chậm nhịp")
    expect(card.locator(".k-chip.outlook")).to_contain_text("Dự báo")
    card.get_by_role("link", name="Vì sao, từ ô nào").click()
    expect(tab).to_have_url(re.compile("/indicator.*indicator=employers-enrolled.*period=2019.*unit=ha-tinh"))
    expect(tab.get_by_text("2.852 ÷ 3.342 = 85,34%").first).to_be_visible()
    expect(tab.locator(".k-table").first).to_contain_text("D108")
    with tab.expect_download() as download:
        tab.get_by_role("button", name=re.compile("Tải tệp gốc")).click()
    assert download.value.suggested_filename == "minh-hoa-2016-2019.xlsx"


def test_links_lead_on_and_back_within_the_session(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/?plan={HA_TINH}&period=2019")
    settle(tab)
    tab.evaluate("window.sameSession = true")
    tab.locator(".k-card").first.get_by_role("link", name="Vì sao, từ ô nào").click()
    expect(tab.locator("#vi-sao")).to_be_in_viewport()
    assert tab.evaluate("window.sameSession")
    tab.goto(f"{dashboard}/units?plan={HA_TINH}&period=2019&indicator=employers-enrolled")
    settle(tab)
    tab.evaluate("window.sameSession = true")
    tab.locator(".k-unit-years").get_by_role("link", name="✖ 71,68%").click()
    expect(tab.get_by_role("radio", name="2018")).to_be_checked()
    expect(tab).to_have_url(re.compile("/indicator.*period=2018.*unit=huyen-vu-quang"))
    tab.go_back()
    expect(tab.locator(".k-ranking")).to_be_visible()
    expect(tab.get_by_role("radio", name="2019")).to_be_checked()
    assert tab.evaluate("window.sameSession")


def test_a_link_opens_anew_in_another_tab_and_an_anchor_is_reached_on_a_cold_page(
    tab: Page, dashboard: str
) -> None:
    tab.goto(f"{dashboard}/?plan={HA_TINH}&period=2019")
    settle(tab)
    with tab.context.expect_page() as opened:
        tab.locator(".k-card").first.get_by_role("link", name="Vì sao, từ ô nào").click(modifiers=["Control"])
    expect(opened.value.locator("#vi-sao")).to_be_in_viewport()
    expect(tab).to_have_url(re.compile(r"/\?plan"))


def test_a_unit_is_found_from_the_overview_and_from_its_cell(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/?plan={HA_TINH}&period=2019")
    tab.get_by_role("link", name=re.compile("Tất cả đơn vị")).click()
    expect(tab).to_have_url(re.compile("/units.*indicator=employers-enrolled.*period=2019"))
    row = tab.locator(".k-ranking tbody tr").first
    expect(row).to_contain_text("24 đơn vị")
    tab.locator(".k-unit-years").get_by_role("link", name="✖ 71,68%").click()
    expect(tab).to_have_url(re.compile("period=2018.*unit=huyen-vu-quang"))
    expect(tab.get_by_text("so với mục tiêu tỉnh").first).to_be_visible()


def test_the_province_is_the_sum_of_its_units_on_the_page_of_units(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/units?plan={HA_TINH}&period=2019")
    expect(tab.locator(".k-province")).to_contain_text("2.852 ÷ 3.342 = 85,34%")
    expect(tab.locator(".k-province")).to_contain_text("13/13")
    expect(tab.get_by_text("Huyện Lộc Hà: đến hết ngày 31/12/2024")).to_be_visible()


def test_a_document_without_figures_is_about_its_duties(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/?plan={QUANG_NGAI}")
    expect(tab.locator("h1")).to_have_text("7 nhiệm vụ: 4 quá hạn, 3 không nêu thời hạn.")
    expect(tab.locator(".k-timeline")).to_contain_text("Hôm nay, 24/11/2026")
    tab.get_by_role("link", name="Sở Y tế", exact=True).click()
    expect(tab).to_have_url(re.compile("/tasks.*agency="))
    expect(tab.locator(".k-entry").first).to_contain_text("Sở Y tế")


@pytest.mark.parametrize(
    "address",
    [
        f"/?plan={NGHE_AN}&period=2023",
        f"/indicator?plan={HA_TINH}&period=2018&indicator=voluntary-growth&unit=huyen-vu-quang",
        f"/units?plan={HA_TINH}&period=2018&indicator=voluntary-growth",
        f"/tasks?plan={NGHE_AN}&view=dates",
    ],
)
def test_the_language_changes_and_the_place_stays(tab: Page, dashboard: str, address: str) -> None:
    tab.goto(dashboard + address)
    settle(tab)
    before = choices(tab)
    tab.get_by_role("link", name="English").click()
    expect(tab.locator("html")).to_have_attribute("lang", "en")
    settle(tab)
    assert choices(tab) | {"lang": "en"} == before | {"lang": "en"}
    tab.get_by_role("link", name="Tiếng Việt").click()
    expect(tab.locator("html")).to_have_attribute("lang", "vi")
    settle(tab)
    assert choices(tab) | {"lang": "vi"} == before | {"lang": "vi"}


def test_what_is_chosen_by_hand_opens_again_from_its_address(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/tasks?plan={HA_TINH}")
    tab.get_by_role("radio", name="Theo cơ quan").click()
    expect(tab).to_have_url(re.compile("view=agency"))
    settle(tab)
    seen, address = tab.locator(".k-heading").all_inner_texts(), tab.url
    fresh = tab.context.new_page()
    fresh.goto(address)
    settle(fresh)
    assert fresh.locator(".k-heading").all_inner_texts() == seen


def test_the_main_actions_are_reached_by_keyboard_alone(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/?plan={HA_TINH}&period=2019")
    settle(tab)
    assert tabbed_to(tab, "Vì sao, từ ô nào")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile("/indicator"))
    settle(tab)
    assert tabbed_to(tab, "Tải tệp gốc")


def test_a_duty_is_recorded_by_keyboard_alone(tab: Page, dashboard: str) -> None:
    tab.goto(f"{dashboard}/tasks?plan={QUANG_NGAI}")
    settle(tab)
    assert tabbed_to(tab, "Ghi nhận nhiệm vụ đã hoàn thành")
    tab.keyboard.press("Enter")
    assert tabbed_to(tab, "Ghi nhận", exact=True)
    tab.keyboard.press("Enter")
    expect(tab.locator(".k-notice.good")).to_contain_text("Đã ghi nhận")


def choices(tab: Page) -> dict[str, str]:
    """The choices in the address, without the language."""
    query = tab.evaluate("() => Object.fromEntries(new URLSearchParams(location.search))")
    return {name: value for name, value in query.items() if name != "lang"}


def tabbed_to(tab: Page, name: str, exact: bool = False) -> bool:
    """Presses Tab until the thing of that name has the focus; whether it ever gets it."""
    for _ in range(120):
        tab.keyboard.press("Tab")
        focused: str = tab.evaluate(
            "() => document.querySelector('a:focus, button:focus, summary:focus')?.innerText.trim() ?? ''"
        )
        if focused == name or (not exact and name in focused):
            return True
    return False
