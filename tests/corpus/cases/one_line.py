"""Tables of a single line: the province's, its centre's, or a district's; never that of whoever stands nearest."""

from __future__ import annotations

from collections.abc import Sequence

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ELECTRONIC,
    PLACED,
    QUESTION,
    READ,
    REFERRED,
    SATISFACTION,
    STAFF,
    Case,
    Shelf,
    answer,
    shares,
)
from ..places import HA_TINH_PROVINCE, NGHE_AN_PROVINCE
from .blind_desk import paper, sent, sent_by_centre

SHELF = Shelf("one line")
ASK = (QUESTION,)
FILING = ("Tổng số đơn vị sử dụng lao động", "Số đơn vị giao dịch điện tử", "Tỷ lệ (%)")


def _filing(title: str, *rows: Sequence[object], expect: tuple[str, ...], unit: str) -> Case:
    page = paper("GIAO DỊCH ĐIỆN TỬ NĂM 2018", title, heads=FILING)
    page.rows(rows)
    figures = shares(ELECTRONIC, 2018, {unit: (2590, 2688)}) if QUESTION not in expect else []
    return sent(page, expect=expect, figures=figures)


@SHELF.case("no name at all: the province's")
def a_line_without_a_name() -> Case:
    return _filing("TỈNH HÀ TĨNH", (2688, 2590, 96.35), expect=READ, unit=HA_TINH_PROVINCE)


@SHELF.case("no name, and a title that names a district")
def a_line_of_the_district_in_the_title() -> Case:
    return _filing("HUYỆN CẨM XUYÊN", (2688, 2590, 96.35), expect=READ, unit="Huyện Cẩm Xuyên")


@SHELF.case("two lines without names may be two districts")
def two_lines_without_names() -> Case:
    return _filing("", (2688, 2590, 96.35), (311, 290, 93.25), expect=ASK_OR_REFUSE, unit="")


@SHELF.case("the code row of a form between heading and line")
def a_line_below_a_code_row() -> Case:
    rows = [("1", "2", "3=2/1"), (2688, 2590, 96.35)]
    return _filing("TỈNH HÀ TĨNH", *rows, expect=READ, unit=HA_TINH_PROVINCE)


@SHELF.case("the centre's own line: asked whether it stands for the province")
def the_centres_own_line() -> Case:
    heads = ("TT", "Đơn vị", "Tổng số nhân sự làm công tác BHTN", "Số nhân sự được đào tạo, bồi dưỡng")
    page = paper("NHÂN SỰ NĂM 2024", heads=heads)
    page.row(1, "Trung tâm DVVL Nghệ An", 48, 45)
    answers = [answer("unit-unknown", "B4", NGHE_AN_PROVINCE)]
    figures = shares(STAFF, 2024, {NGHE_AN_PROVINCE: (45, 48)})
    return sent_by_centre(page, expect=ASK, figures=figures, answers=answers, year=2024)


@SHELF.case("those asked, whose name is that of another indicator's whole")
def the_line_of_those_asked() -> Case:
    heads = ("STT", "Nhóm khảo sát", "Số phiếu hợp lệ", "Số phiếu hài lòng", "Mức độ hài lòng (%)")
    page = paper("ĐO LƯỜNG SỰ HÀI LÒNG NĂM 2024", heads=heads)
    page.row(1, "Người lao động tham gia BHTN", 900, 774, 86)
    answers = [answer("unit-unknown", "B4", NGHE_AN_PROVINCE)]
    figures = shares(SATISFACTION, 2024, {NGHE_AN_PROVINCE: (774, 900)})
    return sent_by_centre(page, expect=ASK, figures=figures, answers=answers, year=2024)


@SHELF.case("several services in one line")
def several_services_in_one_line() -> Case:
    heads = (
        "Số người thất nghiệp có nhu cầu tư vấn",
        "Số người thất nghiệp được tư vấn",
        "Số người thất nghiệp có nhu cầu GTVL",
        "Số người thất nghiệp được GTVL",
        "Số người được GTVL thành công",
    )
    page = paper("KẾT QUẢ BHTN NĂM 2024 TỈNH NGHỆ AN", heads=heads)
    page.row(9810, 9655, 4120, 3077, 1644)
    whole = NGHE_AN_PROVINCE
    figures = [
        *shares(COUNSELLED, 2024, {whole: (9655, 9810)}),
        *shares(REFERRED, 2024, {whole: (3077, 4120)}),
        *shares(PLACED, 2024, {whole: (1644, 3077)}),
    ]
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


@SHELF.case("five grades: the fourth is not all who are satisfied")
def five_grades_of_satisfaction() -> Case:
    heads = ("TT", "Số phiếu khảo sát", "Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng")
    page = paper("KHẢO SÁT NGƯỜI THAM GIA BHTN NĂM 2024", heads=heads)
    page.row(1, 1500, 402, 873, 150, 75)
    return sent_by_centre(page, expect=ASK_OR_REFUSE, year=2024)


@SHELF.case("a line whose name is another province's")
def a_line_of_another_province() -> Case:
    page = paper("GIAO DỊCH ĐIỆN TỬ NĂM 2018", "TỈNH QUẢNG NGÃI", heads=FILING)
    page.row(2688, 2590, 96.35)
    return sent(page, expect=ASK_OR_REFUSE)
