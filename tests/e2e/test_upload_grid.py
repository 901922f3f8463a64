"""The person's own grid: findings lead to their cells, and what a cell is can be read without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from filled_dashboard import settle
from office_files import write_office_file
from page_reader import HEADING, enrolled
from playwright.sync_api import Page, expect
from test_upload_office_file import HA_TINH, NUMERATOR, drop

pytestmark = pytest.mark.slow

FAR = "Kỳ sau!D101"
SAID = "cell => getComputedStyle(cell, '::after').content"


@pytest.fixture
def two_sheets(tmp_path: Path) -> Path:
    """A workbook whose one error stands on its second sheet, far below its first figure."""
    path = tmp_path / "hai-trang.xlsx"
    notes = [("ghi chú", *[None] * 5)] * 98
    with xlsxwriter.Workbook(path) as book:
        for name, last in (("Kỳ này", 700), ("Kỳ sau", "n/a")):
            sheet = book.add_worksheet(name)
            for place, row in enumerate(
                [HEADING, enrolled(2016, 690, 1000), *notes, enrolled(2017, last, 1000)]
            ):
                sheet.write_row(place, 0, row)
    return path


def chosen_cell(tab: Page) -> str:
    return str(tab.evaluate("document.activeElement.id"))


def test_a_finding_leads_to_its_cell_on_another_sheet_and_the_file_stays(
    tab: Page, dashboard: str, two_sheets: Path
) -> None:
    drop(tab, dashboard, two_sheets)
    expect(tab.locator(f'td[id="{FAR}"]')).to_have_count(0)
    before = tab.url
    link = tab.get_by_role("link", name="Ô D101")
    link.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(f'td[id="{FAR}"]')).to_be_focused()
    expect(tab.locator(f'td[id="{FAR}"]')).to_be_in_viewport()
    settle(tab)
    expect(tab.get_by_role("heading", name="hai-trang.xlsx")).to_be_visible()
    assert chosen_cell(tab) == FAR
    assert tab.url == before


def test_a_touched_cell_says_below_the_grid_what_it_was_taken_for(
    tab: Page, dashboard: str, tmp_path: Path
) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    drop(tab, dashboard, write_office_file(tmp_path / "bao-cao-2019.xlsx"))
    cell = tab.locator(f'td[title^="{NUMERATOR}"]')
    assert cell.evaluate(SAID) == "none"
    cell.click()
    assert NUMERATOR in cell.evaluate(SAID)


def test_the_arrow_keys_walk_from_cell_to_cell(tab: Page, dashboard: str, tmp_path: Path) -> None:
    drop(tab, dashboard, write_office_file(tmp_path / "bao-cao-2019.xlsx"))
    tab.locator("td", has_text="402").click()
    walked = []
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        tab.keyboard.press(key)
        walked.append(chosen_cell(tab).removeprefix("Biểu 01!"))
    assert walked == ["D9", "D10", "C10", "C9"]


def test_reading_a_long_file_says_so_meanwhile(tab: Page, dashboard: str, tmp_path: Path) -> None:
    path = tmp_path / "dai.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row in range(20_000):
            sheet.write_row(row, 0, [row, f"Doanh nghiệp {row}", row % 300])
    tab.goto(f"{dashboard}/upload?plan={HA_TINH}")
    tab.locator("input[type=file]").set_input_files(path)
    expect(tab.get_by_role("status").filter(has_text="Đang đọc dai.xlsx")).to_be_visible()
    expect(tab.get_by_role("heading", name="dai.xlsx")).to_be_visible()
    expect(tab.locator(".k-progress")).to_have_count(0)
