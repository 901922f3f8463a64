"""`PYTHONPATH=.:tests/e2e python tests/e2e/take_pictures.py` takes the pictures of README and guides anew.

Look at them before they are committed.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter
from filled_dashboard import fill, settle
from playwright.sync_api import Browser, Page, sync_playwright
from running_dashboard import PROJECT, running_dashboard

_HA_TINH = "plan=ha-tinh-157-2017"
# Name → address, width, height, theme.
PICTURES = {
    "overview-1440": (f"?{_HA_TINH}", 1440, 1500, "light"),
    "overview-390": (f"?{_HA_TINH}", 390, 1700, "light"),
    "overview-dark-1440": (f"?{_HA_TINH}", 1440, 1200, "dark"),
    "units-1440": (f"units?{_HA_TINH}", 1440, 2000, "light"),
    "indicator-1440": (f"indicator?{_HA_TINH}&indicator=employers-enrolled", 1440, 1290, "light"),
    "duties-1440": ("?plan=quang-ngai-1888-2013", 1440, 1000, "light"),
    "record-1440": (f"admin?part=record&{_HA_TINH}", 1440, 760, "light"),
}


OFFICE_ROWS = (
    ("TP. Hà Tĩnh", 240, 184),
    ("TX. Hồng Lĩnh", 489, 386),
    ("TX. Kỳ Anh", 199, 143),
    ("H. Hương Sơn", 130, 103),
    ("H. Đức Thọ", 589, 451),
    ("H. Vũ Quang", 511, 364),
    ("H. Nghi Xuân", 188, 150),
    ("H. Can Lộc", 340, 281),
    ("H. Hương Khê", 215, 160),
    ("H. Thạch Hà", 302, 251),
    ("H. Cẩm Xuyên", 276, 214),
    ("Kỳ Anh", 168, 131),
    ("H. Lộc Hà", 144, 118),
)


def take(browser: Browser, dashboard: str, name: str) -> None:
    address, width, height, theme = PICTURES[name]
    tab = _opened(browser, f"{dashboard}/{address}", width, height, theme)
    _keep(tab, name)


def take_upload(browser: Browser, dashboard: str, folder: Path) -> None:
    """An office's own layout on its way in, at the cell that can be read in two ways."""
    tab = _opened(browser, f"{dashboard}/upload?{_HA_TINH}", 1440, 1000, "light")
    tab.locator("input[type=file]").set_input_files(_office_workbook(folder / "bao-cao-2018.xlsx"))
    tab.locator(".k-grid").wait_for()
    settle(tab)
    tab.locator("a", has_text="Ô B15").first.click()
    _keep(tab, "upload-1440")


def _opened(browser: Browser, address: str, width: int, height: int, theme: str) -> Page:
    context = browser.new_context(
        locale="vi-VN",
        viewport={"width": width, "height": height},
        color_scheme=theme,  # type: ignore[arg-type]
    )
    tab = context.new_page()
    tab.goto(address)
    settle(tab)
    return tab


def _keep(tab: Page, name: str) -> None:
    tab.mouse.move(0, 0)
    tab.wait_for_timeout(1_000)  # what fades in has faded in
    tab.screenshot(path=PROJECT / "docs" / "images" / f"{name}.png")
    tab.context.close()


def _office_workbook(path: Path) -> Path:
    heads = (
        "STT",
        "Huyện",
        "Thuộc diện phải tham gia",
        "Đã tham gia",
        "Tỷ lệ tham gia (%)",
        "Kế hoạch năm 2018 (%)",
    )
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Số liệu minh họa")
        sheet.merge_range("A1:F1", "ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018")
        sheet.write_row(2, 0, heads)
        for place, (name, whole, part) in enumerate(OFFICE_ROWS, start=1):
            sheet.write_row(2 + place, 0, (place, name, whole, part, round(100 * part / whole, 2), 80))
    return path


if __name__ == "__main__":
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with running_dashboard(Path(folder), fill(f"sqlite:///{folder}/kpi.sqlite3")) as running:
            for picture in PICTURES:
                take(chromium, running, picture)
            take_upload(chromium, running, Path(folder))
        chromium.close()
