"""Lines between the rows: years, plans, groups; what they say holds for the rows below, and for no others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ELECTRONIC,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    READ,
    READ_OR_ASK,
    VOCATIONAL,
    Case,
    Figure,
    Shelf,
    counts,
    percents,
    shares,
)
from ..paper import Page
from ..places import HA_TINH_PROVINCE, NGHE_AN_PROVINCE, shortened, some_shares
from ..tables import Shares
from .blind_desk import SOME, paper, sent, sent_by_centre

SHELF = Shelf("bands")
HEADS = ("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)")
FIRST, SECOND = some_shares("band a", SOME), some_shares("band b", SOME)


def _units(page: Page, read: Shares) -> None:
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), whole, part, round(100 * part / whole, 2))


def _banded(bands: Mapping[str, Shares], outlined: bool = True, title: str = "QUA CÁC NĂM") -> Page:
    page = paper(f"ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN {title}", heads=HEADS)
    for letter, (band, read) in zip("ABCD", bands.items(), strict=False):
        line = page.row(*((letter, band) if outlined else (band,)))
        if not outlined:
            page.merge(f"A{line}:E{line}")
        _units(page, read)
    return page


@SHELF.case("a year above its districts, another below")
def years_above_their_districts() -> Case:
    page = _banded({"Năm 2017": FIRST, "Năm 2018": SECOND})
    figures = [*shares(ENROLLED, 2017, FIRST), *shares(ENROLLED, 2018, SECOND)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("the years across the whole table, in merged cells")
def years_across_the_table() -> Case:
    page = _banded({"NĂM 2018": FIRST, "NĂM 2019": SECOND}, outlined=False)
    figures = [*shares(ENROLLED, 2018, FIRST), *shares(ENROLLED, 2019, SECOND)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("only the year asked for is taken")
def one_of_the_years() -> Case:
    page = _banded({"Năm 2018": FIRST, "Năm 2019": SECOND})
    return sent(page, expect=READ, figures=shares(ENROLLED, 2019, SECOND), year=2019)


@SHELF.case("the plan of the next year below this year's figures")
def a_plan_below_the_figures() -> Case:
    page = _banded({"Thực hiện năm 2018": FIRST, "Kế hoạch năm 2019": SECOND}, title="NĂM 2018")
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, FIRST), year=None)


@SHELF.case("half a year below a whole one")
def half_a_year_below_a_whole_one() -> Case:
    page = _banded({"Năm 2018": FIRST, "6 tháng đầu năm 2019": SECOND})
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, FIRST), year=None)


@SHELF.case("an estimated year below an achieved one")
def an_estimated_year_below() -> Case:
    page = _banded({"Thực hiện năm 2018": FIRST, "Ước thực hiện năm 2019": SECOND})
    figures = [*shares(ENROLLED, 2018, FIRST), *shares(ENROLLED, 2019, SECOND, ESTIMATE)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("a group that mentions a year is no year")
def a_group_that_mentions_a_year() -> Case:
    half = len(SOME) // 2
    bands = {
        "Địa bàn có khu công nghiệp từ năm 2015": dict(list(FIRST.items())[:half]),
        "Địa bàn khác": dict(list(FIRST.items())[half:]),
    }
    page = _banded(bands, title="NĂM 2018")
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, FIRST))


@SHELF.case("districts above the first year have none")
def districts_above_the_first_year() -> Case:
    page = paper("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN", heads=HEADS)
    _units(page, FIRST)
    page.row(None, "Năm 2018")
    _units(page, SECOND)
    return sent(page, expect=ASK_OR_REFUSE, year=None)


def _list(title: str, rows: Sequence[Sequence[object]], heads: Sequence[str]) -> Page:
    page = paper(title, heads=("TT", "Chỉ tiêu", "ĐVT", *heads))
    page.rows(rows)
    return page


@SHELF.case("a list that begins with a group")
def a_list_that_begins_with_a_group() -> Case:
    rows = [
        ("I", "Kinh tế"),
        (1, "Thu nhập bình quân đầu người", "Triệu đồng", 48.2, 52.5),
        ("II", "Lao động, bảo hiểm"),
        (2, "Tỷ lệ hộ nghèo", "%", 5, 4.1),
        (3, "Số người tham gia BHXH tự nguyện", "Người", 9000, 9517),
    ]
    page = _list("MỘT SỐ CHỈ TIÊU TỈNH HÀ TĨNH NĂM 2019", rows, ("KH 2019", "TH 2019"))
    figures = [Figure(GROWTH, HA_TINH_PROVINCE, "2019", numerator="9517")]
    return sent(page, expect=READ, figures=figures, year=2019, never=("9000", "4.1", "52.5"))


@SHELF.case("indicators below each year")
def indicators_below_each_year() -> Case:
    rows: list[Sequence[object]] = []
    read = {2021: (7001, 8104), 2022: (7922, 8333)}
    for letter, (year, (part, whole)) in zip("AB", read.items(), strict=True):
        rows += [
            (letter, f"Năm {year}"),
            (1, "Số người thất nghiệp có nhu cầu tư vấn", "Người", whole),
            (2, "Số người thất nghiệp được tư vấn", "Người", part),
        ]
    page = _list("TƯ VẤN VIỆC LÀM TỈNH NGHỆ AN", rows, ("Kết quả",))
    figures = [f for year, pair in read.items() for f in shares(COUNSELLED, year, {NGHE_AN_PROVINCE: pair})]
    return sent_by_centre(page, expect=READ, figures=figures, year=None)


@SHELF.case("a region first, before any district")
def a_region_before_any_district() -> Case:
    page = paper("GIAO DỊCH ĐIỆN TỬ NĂM 2018", heads=("TT", "Đơn vị", "Tỷ lệ giao dịch điện tử (%)"))
    page.row("I", "Vùng đô thị")
    values = {"Thành phố Hà Tĩnh": "98.7", "Thị xã Hồng Lĩnh": "97.2"}
    for place, (unit, value) in enumerate(values.items(), 1):
        page.row(place, unit, float(value))
    page.row("II", "Vùng nông thôn")
    page.row(3, "Huyện Đức Thọ", 91.3)
    figures = percents(ELECTRONIC, 2018, {**values, "Huyện Đức Thọ": "91.3"})
    return sent(page, expect=READ, figures=figures)


@SHELF.case("years across stay, whatever a line between the rows says")
def years_across_and_a_line_between() -> Case:
    heads = ("TT", "Đơn vị", "Số người tham gia BHXH tự nguyện năm 2017", "Năm 2018")
    page = paper("BHXH TỰ NGUYỆN TỈNH HÀ TĨNH", heads=heads)
    page.row(None, "Theo địa bàn năm 2018")
    page.row(1, "Huyện Can Lộc", 401, 533)
    page.row(2, "Huyện Lộc Hà", 377, 498)
    figures = [
        *counts(GROWTH, 2017, {"Huyện Can Lộc": 401, "Huyện Lộc Hà": 377}),
        *counts(GROWTH, 2018, {"Huyện Can Lộc": 533, "Huyện Lộc Hà": 498}),
    ]
    return sent(page, expect=READ_OR_ASK, figures=figures, year=None)


@SHELF.case("training for a trade in the second year only: rows of a year without figures give none")
def a_year_without_figures() -> Case:
    rows = [
        ("A", "Năm 2021"),
        (1, "Tỷ lệ hỗ trợ học nghề", "%", "-"),
        ("B", "Năm 2022"),
        (1, "Tỷ lệ hỗ trợ học nghề", "%", 4.25),
    ]
    page = _list("HỌC NGHỀ TỈNH NGHỆ AN", rows, ("Kết quả",))
    figures = percents(VOCATIONAL, 2022, {NGHE_AN_PROVINCE: "4.25"})
    return sent_by_centre(page, expect=READ, figures=figures, year=None)


for _name, _line in {
    "planned": "Năm 2019 (KH)",
    "aimed_at": "Đến năm 2020",
    "ahead": "Phương hướng năm 2019",
    "of_some_districts": "Huyện miền núi năm 2019",
}.items():

    def _first_year_is_another(line: str = _line) -> Case:
        page = _banded({line: FIRST}, title="NĂM 2018")
        return sent(page, expect=ASK_OR_REFUSE)

    def _second_year_is_another(line: str = _line) -> Case:
        page = _banded({"Năm 2018": FIRST, line: SECOND})
        return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, FIRST))

    SHELF.add(f"first_year_{_name}", f"«{_line}» above all units of 2018", _first_year_is_another)
    SHELF.add(f"second_year_{_name}", f"«{_line}» below the units of 2018", _second_year_is_another)
