"""Which of a title's times its figures are of: the part reported, not what comes next, a length or a paper's year."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    ESTIMATE,
    GROWTH,
    QUESTION,
    READ,
    Case,
    Figure,
    Shelf,
    counts,
    finding,
)
from ..paper import Page
from ..places import some_counts
from .blind_desk import SOME, paper, sent

SHELF = Shelf("title-times")
HEAD = "Số người tham gia BHXH tự nguyện"
COUNTED = some_counts("title-time", SOME)
STATED = tuple(str(count) for count in COUNTED.values())


def _page(title: str, *heads: str, name: str = "Sheet1") -> Page:
    """Columns of which the last holds the known counts, the others multiples of them."""
    page = paper(title, heads=("Đơn vị", *(heads or (HEAD,))), name=name)
    before = len(heads or (HEAD,)) - 1
    page.rows(
        [(unit, *(count * 7 + place for place in range(before)), count) for unit, count in COUNTED.items()]
    )
    return page


def _refused(kind: str, page: Page, year: int | None = None) -> None:
    """A case under a name of its own: none of the figures may be the year's."""

    def build() -> Case:
        return sent(page, expect=ASK_OR_REFUSE, never=STATED, year=year)

    build.__name__ = kind
    SHELF.case(kind.replace("_", " "))(build)


def _read(kind: str, page: Page, period: int | str, stage: str = "official", year: int | None = None) -> None:
    figures: list[Figure] = counts(GROWTH, period, COUNTED, stage)

    def build() -> Case:
        return sent(page, expect=READ, figures=figures, year=year)

    build.__name__ = kind
    SHELF.case(kind.replace("_", " "))(build)


NINE = "KẾT QUẢ 9 THÁNG ĐẦU NĂM 2018"
for _number, (_title, _heads) in enumerate(
    [
        (NINE, (f"{HEAD} thực hiện",)),
        (NINE, (f"{HEAD} kế hoạch 2018", f"{HEAD} thực hiện")),
        (NINE, (f"{HEAD} năm 2017", f"{HEAD} năm 2018")),
        ("BÁO CÁO SƠ KẾT 6 THÁNG ĐẦU NĂM 2018", (f"{HEAD} TH 2017", f"{HEAD} TH 2018")),
        ("KẾT QUẢ THÁNG 11 NĂM 2018", (f"{HEAD} thực hiện",)),
        ("KẾT QUẢ 9 THÁNG VÀ ƯỚC NĂM 2018", (f"{HEAD} thực hiện",)),
        ("SỐ LIỆU 9 THÁNG VÀ ƯỚC NĂM 2018", ()),
    ]
):
    _refused(f"a_column_under_a_title_of_a_part_of_the_year_{_number}", _page(_title, *_heads))

for _number, _title in enumerate(
    [
        "KẾT QUẢ THỰC HIỆN 09 THÁNG ĐẦU NĂM 2018",
        "KẾT QUẢ NĂM 2018 (09 THÁNG)",
        "KẾT QUẢ TÁM THÁNG NĂM 2018",
        "KẾT QUẢ MƯỜI MỘT THÁNG NĂM 2018",
        "KẾT QUẢ ĐẾN THÁNG CHÍN 2018",
    ]
):
    _refused(f"months_padded_or_spelt_{_number}", _page(_title))

for _number, _name in enumerate(["09T", "06T 2018", "09 tháng 2018"]):
    _refused(f"padded_months_in_the_sheets_name_{_number}", _page("KẾT QUẢ THỰC HIỆN NĂM 2018", name=_name))

for _number, _title in enumerate(
    [
        "KẾT QUẢ NĂM 2018 VÀ QUÝ I NĂM 2019",
        "KẾT QUẢ QUÝ IV/2018 VÀ NĂM 2018",
        "TIẾN ĐỘ THỰC HIỆN 9 THÁNG SO VỚI KẾ HOẠCH CẢ NĂM 2018",
        "KẾT QUẢ THỰC HIỆN LUẬT BHXH 2014",
        "KẾT QUẢ THỰC HIỆN CHỈ THỊ 34 NĂM 2016 CỦA THỦ TƯỚNG",
        "KẾT QUẢ THAM GIA TRÊN 6 THÁNG NĂM 2018",
    ]
):
    _refused(f"two_times_a_length_or_a_papers_year_{_number}", _page(_title))

for _number, (_title, _year) in enumerate(
    [
        ("KẾT QUẢ THỰC HIỆN NĂM 2017 VÀ PHƯƠNG HƯỚNG NĂM 2018", 2018),
        ("KẾT QUẢ NĂM 2017, KẾ HOẠCH NĂM 2018", 2018),
        ("KẾT QUẢ NĂM 2018 SO VỚI NĂM 2017", 2017),
        ("KẾT QUẢ NĂM 2017 VÀ NĂM 2018", 2018),
        ("KẾT QUẢ 2016-2018", 2017),
    ]
):
    _refused(f"the_year_asked_is_not_the_one_reported_{_number}", _page(_title), _year)

for _number, (_title, _period) in enumerate(
    [
        ("KẾT QUẢ 06 THÁNG ĐẦU NĂM 2018", "2018-H1"),
        ("KẾT QUẢ 6 THÁNG ĐẦU NĂM, PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM 2018", "2018-H1"),
        ("KẾT QUẢ QUÝ III, PHƯƠNG HƯỚNG QUÝ IV NĂM 2018", "2018-Q3"),
        ("KẾT QUẢ THỰC HIỆN NĂM 2018 VÀ PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019", 2018),
        ("KẾT QUẢ NĂM 2018 SO VỚI CÙNG KỲ NĂM 2017", 2018),
    ]
):
    _read(f"the_part_that_is_reported_{_number}", _page(_title), _period)

_read(
    "an_estimate_of_the_year_under_a_title_of_nine_months",
    _page(NINE, f"{HEAD} thực hiện", f"{HEAD} ước thực hiện cả năm"),
    2018,
    ESTIMATE,
)
_read(
    "a_year_asked_behind_a_papers_number", _page("KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT 28 NĂM 2018"), 2018, year=2018
)


_read(
    "another_year_behind_the_plans_own_number", _page("BÁO CÁO THỰC HIỆN KẾ HOẠCH 157/KH-UBND NĂM 2019"), 2019
)


@SHELF.case("a column of nine months left aside is named")
def a_column_left_aside_is_named() -> Case:
    page = _page(NINE, f"{HEAD} thực hiện", f"{HEAD} ước thực hiện cả năm")
    named = [finding("column-unknown", "B:B")]
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, COUNTED, ESTIMATE), year=None, findings=named)


@SHELF.case("a year behind a paper's number is asked about")
def a_papers_year_is_asked_about() -> Case:
    page = _page("KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT 28 NĂM 2018")
    return sent(page, expect=(QUESTION,), year=None, findings=[finding("year-missing", "A1")])
