"""Whose figures a sheet of indicators holds: its name or its title tells, a neutral one means the province."""

from __future__ import annotations

from ..expectation import ASK_OR_REFUSE, ENROLLED, QUESTION, READ, Case, Shelf, answer, shares
from ..paper import Page
from ..places import HA_TINH_OFFICE, HA_TINH_PROVINCE
from .blind_desk import paper, sent

SHELF = Shelf("whose")
WHOLE, PART = "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia BHXH bắt buộc, BHTN"
REPORT = "BÁO CÁO NĂM 2018"
FIGURES = ((240, 300), (810, 900))  # of the first sheet, of the second
HUONG_SON, DUC_THO = "Huyện Hương Sơn", "Huyện Đức Thọ"
ASKED = ("unit-unknown", "unit-ambiguous")


def _sheet(name: str, *titles: str, place: int = 0) -> Page:
    page = paper(*titles, REPORT, heads=("STT", "Chỉ tiêu", "ĐVT", "Năm 2018"), name=name)
    part, whole = FIGURES[place]
    page.row(1, WHOLE, "đơn vị", whole)
    page.row(2, PART, "đơn vị", part)
    return page


def _of(*units: str | None) -> list[object]:
    """The figures of the sheets in their order, each of its unit."""
    named = [(unit, figures) for unit, figures in zip(units, FIGURES, strict=False) if unit]
    return shares(ENROLLED, 2018, dict(named))  # type: ignore[return-value]


def _titled(title: str, unit: str | None = None, **more: object) -> Case:
    return sent(_sheet("Sheet1", title), figures=_of(unit), **more)  # type: ignore[arg-type]


@SHELF.case("a district's sheet in short beside another's in full")
def a_short_name_beside_a_full_one() -> Case:
    pages = _sheet("Hương Sơn"), _sheet("DTho", place=1)
    answers = [answer(ASKED, None, DUC_THO)]
    return sent(*pages, expect=QUESTION, figures=_of(HUONG_SON, DUC_THO), answers=answers)


@SHELF.case("the office's sheet in short beside a district's")
def an_office_beside_a_district() -> Case:
    pages = _sheet("Hương Sơn"), _sheet("VP", place=1)
    answers = [answer(ASKED, None, HA_TINH_OFFICE)]
    return sent(*pages, expect=QUESTION, figures=_of(HUONG_SON, HA_TINH_OFFICE), answers=answers)


@SHELF.case("a block of companies beside a district's sheet")
def a_block_beside_a_district() -> Case:
    pages = _sheet("Hương Sơn"), _sheet("Khối DN", place=1)
    return sent(*pages, expect=ASK_OR_REFUSE, never=("810",), figures=_of(HUONG_SON))


@SHELF.case("the sheet of all beside a district's: «TH»")
def the_sum_beside_a_district() -> Case:
    pages = _sheet("Hương Sơn"), _sheet("TH", place=1)
    return sent(*pages, expect=READ, figures=_of(HUONG_SON, HA_TINH_PROVINCE))


@SHELF.case("one sheet whose name is short for a district: «HSon»")
def a_lone_short_name() -> Case:
    return sent(
        _sheet("HSon"), expect=QUESTION, figures=_of(HUONG_SON), answers=[answer(ASKED, None, HUONG_SON)]
    )


@SHELF.case("one sheet with a usual name: «Biểu 02-BHXH»")
def a_lone_usual_name() -> Case:
    return sent(_sheet("Biểu 02-BHXH"), expect=READ, figures=_of(HA_TINH_PROVINCE))


@SHELF.case("the district's name among usual words: «BC Hương Sơn 2018»")
def a_name_among_usual_words() -> Case:
    return sent(_sheet("BC Hương Sơn 2018"), expect=READ, figures=_of(HUONG_SON))


@SHELF.case("the sheet of one district under the title of another")
def a_title_against_the_sheet() -> Case:
    return sent(_sheet("Hương Sơn", "BHXH HUYỆN ĐỨC THỌ"), expect=ASK_OR_REFUSE, never=("240",))


@SHELF.case("two units in the title")
def two_units_in_the_title() -> Case:
    return _titled("HUYỆN KỲ ANH VÀ THỊ XÃ KỲ ANH", expect=ASK_OR_REFUSE, never=("240",))


@SHELF.case("a commune in the title")
def a_commune_in_the_title() -> Case:
    return _titled("XÃ SƠN TIẾN, HUYỆN HƯƠNG SƠN", expect=ASK_OR_REFUSE, never=("240",))


@SHELF.case("the post of the province in the title")
def the_post_in_the_title() -> Case:
    return _titled("BƯU ĐIỆN TỈNH HÀ TĨNH", expect=ASK_OR_REFUSE, never=("240",))


@SHELF.case("the province without one of its towns")
def the_province_without_a_town() -> Case:
    return _titled("TỈNH HÀ TĨNH (KHÔNG KỂ TX KỲ ANH)", expect=ASK_OR_REFUSE, never=("240",))


@SHELF.case("the report of the province's own office")
def the_office_in_the_title() -> Case:
    return _titled(
        "BÁO CÁO CỦA VĂN PHÒNG BHXH TỈNH",
        HA_TINH_OFFICE,
        expect=QUESTION,
        answers=[answer(ASKED, "A1", HA_TINH_OFFICE)],
    )


@SHELF.case("a district of another province in the title")
def a_foreign_district_in_the_title() -> Case:
    return _titled("BHXH HUYỆN NAM ĐÀN", expect=ASK_OR_REFUSE, never=("240",))


@SHELF.case("a town in the title with its kind in short")
def a_town_in_the_title_in_short() -> Case:
    return _titled("BHXH TX. KỲ ANH", "Thị xã Kỳ Anh", expect=READ)


@SHELF.case("a district in the title without its kind")
def a_bare_district_in_the_title() -> Case:
    return _titled("BHXH ĐỨC THỌ", DUC_THO, expect=QUESTION, answers=[answer(ASKED, "A1", DUC_THO)])


@SHELF.case("society, communes and towns in a title about the province")
def a_title_with_words_like_places() -> Case:
    title = "KẾT QUẢ BẢO HIỂM XÃ HỘI TẠI CÁC HUYỆN, THỊ XÃ, THÀNH PHỐ TỈNH HÀ TĨNH"
    return _titled(title, HA_TINH_PROVINCE, expect=READ)


def _above(second: str) -> Case:
    """Two lines of names above indicators: a district's, and one whose figures must not become the district's."""
    page = paper(REPORT, heads=("STT", "Chỉ tiêu", "ĐVT", "Năm 2018"))
    page.row(None, HUONG_SON)
    page.row(1, WHOLE, "đơn vị", 300)
    page.row(2, PART, "đơn vị", 240)
    page.row(None, second)
    page.row(3, "Số người tham gia BHXH tự nguyện", "người", 7777)
    return sent(page, expect=ASK_OR_REFUSE, never=("7777",), figures=_of(HUONG_SON))


@SHELF.case("a commune's name above indicators, below a district's")
def a_commune_above_indicators() -> Case:
    return _above("Xã Sơn Tiến")


@SHELF.case("a name without marks above indicators, below another district's")
def an_unmarked_name_above_indicators() -> Case:
    return _above("Huyen Duc Tho")


@SHELF.case("a district of another province above indicators, below a district's")
def a_foreign_district_above_indicators() -> Case:
    return _above("Huyện Nam Đàn")


for _name, _title in {
    "another_province": "TỈNH THANH HÓA",
    "the_country": "TOÀN QUỐC",
    "a_union": "LIÊN ĐOÀN LAO ĐỘNG TỈNH",
    "a_block": "KHỐI TỈNH NĂM 2018",
    "a_part_of_the_country": "KHU VỰC BẮC TRUNG BỘ",
}.items():
    SHELF.add(
        f"titled_by_{_name}",
        f"«{_title}» is not the province",
        lambda t=_title: _titled(t, expect=ASK_OR_REFUSE),
    )

for _name, _heading in {
    "communes": "Xã",
    "enterprises": "Doanh nghiệp",
    "post_offices": "Bưu điện huyện",
    "destinations": "Nơi chuyển đến",
}.items():

    def _named_below(heading: str = _heading) -> Case:
        page = paper(REPORT, heads=("STT", heading, "Số người tham gia BHXH tự nguyện"))
        page.rows([(1, HUONG_SON, 200), (2, DUC_THO, 300)])
        return sent(page, expect=ASK_OR_REFUSE)

    SHELF.add(f"names_of_{_name}", f"names below «{_heading}» may be no districts", _named_below)
