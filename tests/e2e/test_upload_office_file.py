"""The file an office has, dropped into the page of a real browser: understood, asked about, corrected, stored."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from office_files import DISTRICTS, SCRIPT, write_office_file
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

HA_TINH = "ha-tinh-157-2017"
NUMERATOR = "Số đơn vị đã đăng ký tham gia BHXH bắt buộc, BHTN, Huyện Cẩm Xuyên, 2019"
WIDTHS = (
    "() => [document.documentElement, document.querySelector('[data-testid=stMain]')].map(e => e.scrollWidth)"
)


def drop(tab: Page, dashboard: str, *files: Path) -> None:
    tab.goto(f"{dashboard}/upload?plan={HA_TINH}")
    tab.locator("input[type=file]").set_input_files(files)
    expect(tab.locator(".k-grid")).to_be_visible()


def test_an_office_file_is_understood_answered_and_stored(tab: Page, dashboard: str, tmp_path: Path) -> None:
    drop(tab, dashboard, write_office_file(tmp_path / "bao-cao-2019.xlsx"))
    expect(tab.locator(f'td[title^="{NUMERATOR}"]')).to_contain_text("402")
    expect(tab.locator(".k-grid")).to_contain_text(SCRIPT)  # as text; the tab watches for foreign requests

    tab.get_by_text("chính thức", exact=True).click()
    tab.get_by_text("Thị xã Kỳ Anh", exact=True).first.click()
    expect(tab.get_by_text("Chưa lưu gì.")).to_be_visible()
    expect(tab.locator(".k-table")).to_contain_text("512 / 640")

    confirm = tab.get_by_role("button", name="Xác nhận và lưu")
    confirm.click()
    expect(tab.get_by_text("Hãy ghi lý do trước khi lưu")).to_be_visible()
    tab.get_by_label("Vì sao các số này vẫn đúng?").fill("số trong sổ theo dõi đúng")
    confirm.click()
    expect(tab.get_by_text(re.compile("Đã lưu lần nộp số"))).to_be_visible()
    tab.goto(f"{dashboard}/submissions?plan={HA_TINH}")
    expect(tab.get_by_text("số trong sổ theo dõi đúng").first).to_be_visible()


def test_a_copy_with_marked_errors_is_taken_away(tab: Page, dashboard: str, tmp_path: Path) -> None:
    wrong = {"Huyện Hương Khê": (500, 400, 75.0), **DISTRICTS}
    drop(tab, dashboard, write_office_file(tmp_path / "sai.xlsx", 2018, wrong))
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name="Tải bản có đánh dấu lỗi").click()
    assert waiting.value.suggested_filename == "sai (đánh dấu lỗi).xlsx"
    sheet = load_workbook(BytesIO(waiting.value.path().read_bytes())).worksheets[0]
    comments = {c.coordinate: c.comment.text for row in sheet.iter_rows() for c in row if c.comment}
    assert comments["C7"].startswith("Lỗi: ")
    assert sheet["C7"].value == 500


def test_the_page_fits_a_telephone_with_a_file_in_it(tab: Page, dashboard: str, tmp_path: Path) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    files = [write_office_file(tmp_path / f"bao-cao-{year}.xlsx", year) for year in (2018, 2019)]
    drop(tab, dashboard, *files)
    expect(tab.get_by_text("Tệp đang xem")).to_be_visible()
    assert max(tab.evaluate(WIDTHS)) <= 390
