"""Makes the illustrative workbooks beside this file: `python data/samples/make_samples.py`.

The figures are made up, and every sheet says so. They are drawn from a fixed seed, so that the same script
gives the same figures.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from kpi.domain.period import Period  # noqa: E402
from kpi.registry.definitions import load_definitions  # noqa: E402

HEADING = ["Đơn vị", "Chỉ tiêu", "Năm", "Tử số", "Mẫu số", "Giá trị", "Loại số liệu"]
MARK = "SỐ LIỆU MINH HỌA – không phải số liệu thật, chỉ để làm quen với chương trình"
OFFICIAL, ESTIMATE = "Chính thức", "Ước thực hiện"
Row = tuple[str, str, int, int | None, int | None, float | None, str]


def ha_tinh() -> Iterator[Row]:
    """Districts of Hà Tĩnh, 2016–2018 official, 2019 an estimate; one district owes the e-transactions of 2019."""
    chance = random.Random(157)
    districts = _districts("ha-tinh", 2019)
    liable = {unit: chance.randint(90, 420) for unit in districts}
    voluntary = {unit: chance.randint(90, 420) for unit in districts}
    shares = {2016: 0.62, 2017: 0.73, 2018: 0.79, 2019: 0.845}
    growth = {2017: 1.34, 2018: 1.31, 2019: 1.26}
    for year, share in shares.items():
        stage = ESTIMATE if year == 2019 else OFFICIAL
        for unit in districts:
            liable[unit] = round(liable[unit] * chance.uniform(1.02, 1.07))
            enrolled = round(liable[unit] * min(share * chance.uniform(0.9, 1.08), 0.99))
            voluntary[unit] = round(voluntary[unit] * growth.get(year, 1) * chance.uniform(0.97, 1.03))
            yield unit, "employers-enrolled", year, enrolled, liable[unit], None, stage
            yield unit, "voluntary-growth", year, voluntary[unit], None, None, stage
            if year >= 2017 and (year, unit) != (2019, districts[-1]):
                filing = enrolled if year >= 2018 else round(enrolled * chance.uniform(0.93, 1))
                yield unit, "employers-e-transactions", year, filing, enrolled, None, stage


def nghe_an() -> Iterator[Row]:
    """The province of Nghệ An 2020–2025 (2025 an estimate), and referral by district in 2023."""
    chance = random.Random(2269)
    province = "Tỉnh Nghệ An"
    for year in range(2020, 2026):
        stage, step = (ESTIMATE if year == 2025 else OFFICIAL), year - 2020
        asking = 9000 + 350 * step + chance.randint(-100, 100)
        referred = round(asking * (0.64 + 0.027 * step))
        claims, insured, staff = 15000 + chance.randint(-900, 900), 210_000 + 9000 * step, 34
        yield province, "unemployed-counselled", year, asking - max(0, 260 - 50 * step), asking, None, stage
        if year != 2023:
            yield province, "unemployed-referred", year, referred, asking, None, stage
            yield (
                province,
                "referred-placed",
                year,
                round(referred * (0.46 + 0.022 * step)),
                referred,
                None,
                stage,
            )
        yield (
            province,
            "vocational-support",
            year,
            round(claims * (0.011 + 0.0009 * step)),
            claims,
            None,
            stage,
        )
        yield province, "retention-training", year, 120 + 35 * step, insured, None, stage
        yield province, "staff-trained", year, min(staff, 20 + 3 * step), staff, None, stage
        yield province, "satisfaction", year, None, None, round(77.4 + 1.45 * step, 1), stage
    for unit in _districts("nghe-an", 2023):
        asking = chance.randint(180, 900)
        referred = round(asking * chance.uniform(0.62, 0.82))
        yield unit, "unemployed-referred", 2023, referred, asking, None, OFFICIAL
        yield (
            unit,
            "referred-placed",
            2023,
            round(referred * chance.uniform(0.44, 0.6)),
            referred,
            None,
            OFFICIAL,
        )


def _districts(province: str, year: int) -> list[str]:
    return [unit.name for unit in load_definitions().units.expected_to_report(province, Period(year))]


def write(path: Path, rows: Iterator[Row]) -> None:
    """A tidy long table below a line that says the figures are made up."""
    path.parent.mkdir(exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    book.set_properties({"title": MARK, "created": datetime(2026, 1, 1)})  # noqa: DTZ001 – a fixed stamp
    sheet = book.add_worksheet("Số liệu minh họa")
    sheet.write_string(0, 0, MARK, book.add_format({"bold": True, "font_color": "#A63603"}))
    sheet.write_row(2, 0, HEADING, book.add_format({"bold": True, "bottom": 1}))
    for number, row in enumerate(rows, start=3):
        sheet.write_row(number, 0, row)
    sheet.set_column(0, 1, 26)
    sheet.freeze_panes(3, 0)
    book.close()


if __name__ == "__main__":
    write(HERE / "ha-tinh-157-2017" / "minh-hoa-2016-2019.xlsx", ha_tinh())
    write(HERE / "nghe-an-2269" / "minh-hoa-2020-2025.xlsx", nghe_an())
