"""A reporting season from the empty program to the report in hand, in a real browser and a spreadsheet program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Locator, Page, expect
from running_dashboard import running_dashboard

pytestmark = pytest.mark.slow

HA_TINH = "ha-tinh-157-2017"
OFFICIAL = "Chính thức"


@pytest.fixture(scope="module")
def dashboard(
    tmp_path_factory: pytest.TempPathFactory, new_database_for_module: Callable[[], str]
) -> Iterator[str]:
    with running_dashboard(tmp_path_factory.mktemp("reporting"), new_database_for_module()) as address:
        yield address


def test_template_filled_sent_judged_and_reported(tab: Page, dashboard: str, tmp_path: Path) -> None:
    from libreoffice import LibreOffice

    office = LibreOffice(tmp_path)
    template = download(tab, f"{dashboard}/report?plan={HA_TINH}&template=2017", "Tải biểu mẫu năm 2017")

    first = saved_by(office, tmp_path, "dot-1", filled(template, enrolled=8696))
    send(tab, f"{dashboard}/upload?plan={HA_TINH}", first)
    tab.get_by_role("link", name="Xem kết luận").click()
    expect(tab.locator("h1")).to_contain_text("Năm 2017: 1 chỉ tiêu chưa đạt. Còn thiếu 1.147 đơn vị")
    expect(tab.locator(".k-card").first).to_contain_text("Chưa đạt (tạm tính)")
    expect(chart(tab)).to_contain_text("61,84%")

    second = saved_by(office, tmp_path, "dot-2", filled(template, enrolled=9843))
    send(tab, f"{dashboard}/upload?plan={HA_TINH}", second)
    tab.get_by_role("link", name="Xem kết luận").click()
    expect(tab.locator("h1")).to_contain_text("Năm 2017: 1 chỉ tiêu đạt.")
    expect(tab.locator(".k-card").filter(has_text="BHXH bắt buộc")).to_contain_text("Đạt (tạm tính)")
    expect(chart(tab)).to_contain_text("70,002%")

    tab.goto(f"{dashboard}/submissions?plan={HA_TINH}")
    expect(tab.locator(".k-table tbody tr")).to_have_count(2)

    report = download(tab, f"{dashboard}/report?plan={HA_TINH}&period=2017", "Tải báo cáo 2017")
    assert_recalculation_changes_nothing(office, report)


def filled(template: bytes, enrolled: int) -> bytes:
    """The template as an official fills it in: the province's own figures, marked official."""
    book = load_workbook(BytesIO(template))
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for row in sheet.iter_rows() for cell in row if is_code(cell.value)}
    province = next(row for row in range(1, 40) if sheet.cell(row, 2).value == "Tỉnh Hà Tĩnh")
    sheet["C3"] = OFFICIAL
    sheet.cell(province, columns["kpi:employers-enrolled:numerator:2017"]).value = enrolled
    sheet.cell(province, columns["kpi:employers-enrolled:denominator:2017"]).value = 14061
    return as_bytes(book)


def is_code(value: object) -> bool:
    return isinstance(value, str) and value.startswith("kpi:")


def saved_by(office: object, folder: Path, name: str, content: bytes) -> Path:
    """The workbook after the spreadsheet program opened and saved it."""
    office.recalculated({name: content})  # type: ignore[attr-defined]
    kept = folder / f"{name}.xlsx"
    kept.write_bytes((folder / "out" / f"{name}.xlsx").read_bytes())
    return kept


def send(tab: Page, address: str, file: Path) -> None:
    tab.goto(address)
    tab.locator("input[type=file]").set_input_files(file)
    expect(tab.get_by_text("Chưa lưu gì.")).to_be_visible()
    # An impatient hand: stored once, be it said in answer to the first click or to the second.
    tab.get_by_role("button", name="Xác nhận và lưu").dblclick()
    stored = re.compile(r"Đã lưu lần nộp số|đã được nộp \(lần nộp số")
    expect(tab.get_by_text(stored).first).to_be_visible()


def download(tab: Page, address: str, button: str) -> bytes:
    tab.goto(address)
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_bytes()


def chart(tab: Page) -> Locator:
    return tab.locator(".k-path").first


def assert_recalculation_changes_nothing(office: object, report: bytes) -> None:
    """Every formula of the report, worked out anew by the spreadsheet program, gives what the program saved."""
    formulas = load_workbook(BytesIO(report))
    cached = load_workbook(BytesIO(report), data_only=True)
    recalculated = office.recalculated({"report": report})["report"]  # type: ignore[attr-defined]
    compared = 0
    for sheet in formulas.worksheets:
        for cell in (c for row in sheet.iter_rows() for c in row if c.data_type == "f"):
            expected = cached[sheet.title][cell.coordinate].value
            found = recalculated[sheet.title][cell.coordinate].value
            assert (
                found == pytest.approx(expected) if isinstance(expected, float | int) else found == expected
            )
            compared += 1
    assert compared > 10


def as_bytes(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()
