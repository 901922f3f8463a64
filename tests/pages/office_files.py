"""Workbooks as offices keep them, with the things that go wrong in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

SCRIPT = "<script>alert(1)</script> ![x](http://evil.example/x.png) =1+1"
# «Kỳ Anh» is a district and a town; the printed share of Hương Sơn is not what its counts give
DISTRICTS: Mapping[str, tuple[int, int, float]] = {
    "Thành phố Hà Tĩnh": (2811, 3050, 92.16),
    "Kỳ Anh": (512, 640, 80.0),
    "Cẩm Xuyên": (402, 451, 89.14),
    "Huyện Hương Sơn": (300, 400, 57.0),
    "Huyện Đức Thọ": (322, 371, 86.79),
}


def write_office_file(
    path: Path, year: int = 2019, districts: Mapping[str, Sequence[Any]] = DISTRICTS
) -> Path:
    """A report on employers with a title block, merged headings, a hidden row, a total and a signature."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Biểu 01")
        centre = book.add_format({"align": "center", "bold": True, "text_wrap": True, "valign": "vcenter"})
        sheet.merge_range("A1:E1", "BẢO HIỂM XÃ HỘI TỈNH HÀ TĨNH", centre)
        sheet.merge_range("A3:E3", f"TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM {year}", centre)
        sheet.merge_range("A5:A6", "STT", centre)
        sheet.merge_range("B5:B6", "Đơn vị", centre)
        sheet.merge_range("C5:E5", "Đơn vị sử dụng lao động", centre)
        sheet.write_row("C6", ["Đã tham gia", "Thuộc diện phải tham gia", "Tỷ lệ tham gia (%)"], centre)
        for place, (name, figures) in enumerate(districts.items(), start=1):
            sheet.write_row(5 + place, 0, [place, name, *figures])
        last = 6 + len(districts)
        sheet.set_row(last - 1, None, None, {"hidden": True})
        sheet.write_string(last + 1, 1, SCRIPT)
        sheet.merge_range(last + 3, 2, last + 3, 4, "GIÁM ĐỐC", centre)
        sheet.set_column("B:B", 24)
        sheet.set_column("C:E", 15)
    return path
