"""`PYTHONPATH=.:tests/e2e python tests/e2e/take_pictures.py` takes the pictures of README and guides anew.

All but that of a workbook on its way in, which shows an office's own layout. Look at them before they are committed.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from filled_dashboard import fill, settle
from playwright.sync_api import Browser, sync_playwright
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


def take(browser: Browser, dashboard: str, name: str) -> None:
    address, width, height, theme = PICTURES[name]
    context = browser.new_context(
        locale="vi-VN",
        viewport={"width": width, "height": height},
        color_scheme=theme,  # type: ignore[arg-type]
    )
    tab = context.new_page()
    tab.goto(f"{dashboard}/{address}")
    settle(tab)
    tab.wait_for_timeout(1_000)  # what fades in has faded in
    tab.screenshot(path=PROJECT / "docs" / "images" / f"{name}.png")
    context.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with running_dashboard(Path(folder), fill(f"sqlite:///{folder}/kpi.sqlite3")) as running:
            for picture in PICTURES:
                take(chromium, running, picture)
        chromium.close()
