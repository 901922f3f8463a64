"""What a sheet's name says about whose figures it holds."""

from __future__ import annotations

import pytest

from kpi.intake.words.sheet_names import is_usual, names_within, shortened_in
from kpi.registry.definitions import load_definitions


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Sheet1",
            "Sheet1 (2)",
            "Trang tính1",
            "Trang_tính1",
            "Bảng tính1",
            "Copy of Sheet1",
            "BC",
            "Biểu 1",
        ),
        *(
            "Bieu01",
            "PL1",
            "Phụ lục II",
            "TH",
            "2018",
            "Tổng hợp",
            "Toàn tỉnh",
            "Toan tinh",
            "BHXH TN",
            "QIII",
        ),
    ],
)
def test_a_name_that_any_workbook_may_bear_is_usual(name: str) -> None:
    assert is_usual(name)


@pytest.mark.parametrize("name", ["DTho", "TP", "VP", "Khối DN", "Hương Sơn", "HS1", "BC HSon"])
def test_any_other_name_is_not_usual(name: str) -> None:
    assert not is_usual(name)


def test_a_name_among_usual_words_is_found() -> None:
    assert names_within("BC Hương Sơn 2018")[0] == "bc hương sơn 2018"
    assert names_within("BC Hương Sơn 2018")[-1] == "hương sơn"


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("HSon", {"huyen-huong-son"}),
        ("HgSon_2018", {"huyen-huong-son"}),
        ("DTho", {"huyen-duc-tho"}),
        ("KA", {"huyen-ky-anh", "thi-xa-ky-anh"}),
        ("TPHT", {"thanh-pho-ha-tinh"}),
        ("TX", {"thi-xa-hong-linh", "thi-xa-ky-anh"}),
        ("VP", {"van-phong-bhxh-ha-tinh"}),
        ("Hài lòng", set()),
        ("TH", set()),
        ("Sheet1", set()),
    ],
)
def test_a_short_name_may_mean_each_unit_with_its_initials(name: str, units: set[str]) -> None:
    own = load_definitions().units.of_province("ha-tinh")
    assert {unit.id for unit in shortened_in(name, own)} == units
