"""What axe-core finds on every page, in the light and in the dark theme, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from filled_dashboard import fill, settle
from playwright.sync_api import Browser, Page
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
]
# What Streamlit draws by itself and gives no way to change: the drop zone of its uploader is a labelled section
# with the role of a presentation.
BEYOND_REACH = {"presentation-role-conflict"}


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("accessibility")
    with running_dashboard(folder, fill(folder / "kpi.sqlite3")) as address:
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
    from axe_playwright_python.sync_playwright import Axe

    themed.goto(f"{dashboard}/{page}")
    settle(themed)
    themed.wait_for_timeout(300)  # colours fade in
    found = Axe().run(themed).response["violations"]
    objections = [
        (rule["id"], node["html"][:200], node["failureSummary"])
        for rule in found
        if rule["id"] not in BEYOND_REACH
        for node in rule["nodes"]
    ]
    assert objections == []


@pytest.mark.parametrize("page", ["", "indicator", "units", "tasks"])
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_label_of_a_chart_touches_another(
    chromium: Browser, dashboard: str, page: str, width: int
) -> None:
    context = chromium.new_context(locale="vi-VN", viewport={"width": width, "height": 900})
    tab = context.new_page()
    tab.goto(f"{dashboard}/{page}")
    settle(tab)
    touching = tab.evaluate(_TOUCHING)
    context.close()
    assert touching == []


_TOUCHING = """() => {
  const found = [];
  for (const chart of document.querySelectorAll(".k-path, .k-bar, .k-multiples > li")) {
    const labels = [...chart.querySelectorAll(
      ".k-path-years b, .k-figure, .k-path-years small, .k-projected, .k-step-label, .k-bar-value, .k-bar-demand")];
    const boxes = labels.map((label) => {
      const range = document.createRange();
      range.selectNodeContents(label);
      return [label.innerText, range.getBoundingClientRect()];
    });
    boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
      if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 2 && q.top < p.bottom - 2)
        found.push(a + " × " + b);
    }));
  }
  return found;
}"""
