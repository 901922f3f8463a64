"""Counts under a heading nobody knows, beside the share printed from them: proved by it or asked about, never lost."""

from __future__ import annotations

from collections.abc import Sequence

from ..expectation import (
    ELECTRONIC,
    ENROLLED,
    PLACED,
    QUESTION,
    READ,
    STAFF,
    VOCATIONAL,
    Case,
    Shelf,
    answer,
    finding,
    percents,
    shares,
)
from ..places import HA_TINH_PROVINCE, NGHE_AN_LOWLAND, NGHE_AN_PROVINCE, share_of, shortened, some_shares
from .blind_desk import SOME, Page, by_district, paper, sent, sent_by_centre

SHELF = Shelf("counts beside")
ASK = (QUESTION,)
WHOLE, PART, SHARE = "Số đơn vị thuộc diện phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ tham gia (%)"


def _enrolled(heads: Sequence[str], name: str) -> Page:
    page, _ = by_district(
        "THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", ("Đơn vị", *heads), some_shares(name, SOME), name=name
    )
    return page


@SHELF.case("the part is called by a word of the office's own, and every printed share proves it")
def a_part_proved_by_its_share() -> Case:
    page = _enrolled((WHOLE, "Số đã lập tờ khai", SHARE), "proved")
    figures = shares(ENROLLED, 2018, some_shares("proved", SOME))
    return sent(page, expect=READ, figures=figures, findings=[finding("name-normalised", "D3")])


@SHELF.case("the same for the whole")
def a_whole_proved_by_its_share() -> Case:
    heads = (
        "Đơn vị",
        "Số đơn vị được cấp chữ ký số",
        "Số đơn vị giao dịch điện tử",
        "Tỷ lệ giao dịch điện tử (%)",
    )
    read = some_shares("whole proved", SOME)
    page, _ = by_district("GIAO DỊCH ĐIỆN TỬ NĂM 2018", heads, read)
    return sent(page, expect=READ, figures=shares(ELECTRONIC, 2018, read))


@SHELF.case("«Trong đó» below a known whole, the shares in a group at the right")
def a_part_within_a_known_whole() -> Case:
    page = paper(
        "GIỚI THIỆU VIỆC LÀM NĂM 2023",
        heads=("TT", "Huyện", "Số người thất nghiệp được GTVL", None, "Tỷ lệ (%)"),
    )
    page.row(None, None, "Tổng số", "Trong đó: có việc ổn định", "GTVL thành công")
    page.merge("A3:A4", "B3:B4", "C3:D3")
    read = some_shares("within", NGHE_AN_LOWLAND, whole=(300, 900))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), whole, part, share_of(part, whole))
    return sent_by_centre(page, expect=READ, figures=shares(PLACED, 2023, read), year=2023)


@SHELF.case("staff through three years, the whole in the centre's own words")
def staff_through_the_years() -> Case:
    page = paper(
        "NHÂN SỰ THỰC HIỆN BHTN ĐƯỢC ĐÀO TẠO",
        heads=("TT", "Năm", "Biên chế làm BHTN", "Số nhân sự được đào tạo", "Tỷ lệ (%)"),
    )
    read = {2020: (25, 41), 2021: (31, 43), 2022: (39, 47)}
    for place, (year, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, year, whole, part, share_of(part, whole))
    figures = [f for year, pair in read.items() for f in shares(STAFF, year, {NGHE_AN_PROVINCE: pair})]
    return sent_by_centre(page, expect=READ, figures=figures, year=None)


@SHELF.case("one printed share fits no longer: asked, not proved")
def one_share_that_proves_nothing() -> Case:
    read = some_shares("misprinted", SOME)
    page, rows = by_district(
        "THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018", ("Đơn vị", WHOLE, "Số đã lập tờ khai", SHARE), read
    )
    page.at(f"E{rows[SOME[0]]}", 12.34)
    answers = [answer("indicator-unknown", "D3", "Số đơn vị đã đăng ký tham gia")]
    return sent(page, expect=ASK, figures=shares(ENROLLED, 2018, read), answers=answers)


@SHELF.case("a single row may fit by chance")
def a_single_row_proves_nothing() -> Case:
    page = paper("KẾT QUẢ NĂM 2018", heads=("TT", "Đơn vị", WHOLE, "Số đã lập tờ khai", SHARE))
    page.row(1, "Huyện Đức Thọ", 400, 317, 79.25)
    answers = [answer("indicator-unknown", "D3", "Số đơn vị đã đăng ký tham gia")]
    figures = shares(ENROLLED, 2018, {"Huyện Đức Thọ": (317, 400)})
    return sent(page, expect=ASK, figures=figures, answers=answers)


@SHELF.case("shares printed without decimals fit too much")
def whole_percentages_prove_nothing() -> Case:
    page = paper("KẾT QUẢ NĂM 2018", heads=("TT", "Đơn vị", WHOLE, "Số đã lập tờ khai", SHARE))
    read = {unit: (30 + 11 * place, 100) for place, unit in enumerate(SOME)}
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, part)
    answers = [answer("indicator-unknown", "D3", "Số đơn vị đã đăng ký tham gia")]
    return sent(page, expect=ASK, figures=shares(ENROLLED, 2018, read), answers=answers)


@SHELF.case("two columns with the same figures: which of them is asked")
def two_columns_that_fit() -> Case:
    heads = ("TT", "Đơn vị", WHOLE, "Số đã lập tờ khai", "Số đã xác nhận", SHARE)
    page = paper("KẾT QUẢ NĂM 2018", heads=heads)
    read = some_shares("two fit", SOME)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, part, share_of(part, whole))
    answers = [
        answer("indicator-unknown", "D3", "none"),
        answer("indicator-unknown", "E3", "Số đơn vị đã đăng ký tham gia"),
    ]
    return sent(page, expect=ASK, figures=shares(ENROLLED, 2018, read), answers=answers)


@SHELF.case("part and whole both under strange names: each is asked about")
def part_and_whole_both_strange() -> Case:
    heads = ("Địa bàn", "Tổng số đã rà soát", "Số được xét duyệt", "Tỷ lệ hỗ trợ học nghề (%)")
    read = some_shares("both strange", NGHE_AN_LOWLAND, whole=(400, 900), percent=(3, 9))
    page, _ = by_district("KẾT QUẢ NĂM 2023", heads, read)
    answers = [
        answer("indicator-unknown", "C3", "Số người nộp hồ sơ hưởng trợ cấp thất nghiệp"),
        answer("indicator-unknown", "D3", "Số người nộp hồ sơ hưởng trợ cấp thất nghiệp được hỗ trợ"),
    ]
    return sent_by_centre(
        page, expect=ASK, figures=shares(VOCATIONAL, 2023, read), answers=answers, year=2023
    )


@SHELF.case("the printed share is one of workers, not of employers, as its counts show")
def a_share_of_workers() -> Case:
    page = _enrolled(("Lao động trong danh sách", "Lao động có sổ", SHARE), "workers")
    return sent(page, expect=ASK, findings=[finding("indicator-unknown", "E3")])


@SHELF.case("a count that is none of the share's: said so, the share stands alone")
def a_count_that_is_none_of_the_shares() -> Case:
    page = paper("KẾT QUẢ NĂM 2018", heads=("TT", "Đơn vị", "Số buổi tuyên truyền", SHARE))
    values = {unit: f"{71 + place}.5" for place, unit in enumerate(SOME)}
    for place, (unit, value) in enumerate(values.items(), 1):
        page.row(place, unit, 4 + place, float(value))
    answers = [answer("indicator-unknown", "C3", "none")]
    return sent(page, expect=ASK, figures=percents(ENROLLED, 2018, values), answers=answers)


def _tidy(heads: Sequence[str]) -> tuple[Page, dict[str, tuple[int, int]]]:
    page, read = Page("Data"), some_shares("tidy counts", SOME)
    page.row("Đơn vị", "Chỉ tiêu", "Năm", *heads, "Tỷ lệ (%)")
    for unit, (part, whole) in read.items():
        page.row(unit, "Tỷ lệ giao dịch điện tử", 2018, part, whole, share_of(part, whole))
    return page, read


@SHELF.case("a tidy table with counts under names of the office's own: asked, and taken as answered")
def counts_of_a_tidy_table() -> Case:
    page, read = _tidy(("Số thực hiện", "Tổng số"))
    answers = [
        answer("indicator-unknown", "D1", "numerator"),
        answer("indicator-unknown", "E1", "denominator"),
    ]
    return sent(page, expect=ASK, figures=shares(ELECTRONIC, 2018, read), answers=answers)


@SHELF.case("whole numbers of a tidy table that are no counts of the share")
def whole_numbers_of_a_tidy_table() -> Case:
    page, read = _tidy(("Mã số", "Thứ hạng"))
    answers = [answer("indicator-unknown", cell, "none") for cell in ("D1", "E1")]
    values = {unit: str(share_of(*pair)) for unit, pair in read.items()}
    return sent(page, expect=ASK, figures=percents(ELECTRONIC, 2018, values), answers=answers)


@SHELF.case("rows of indicators, the part in a column nobody knows beside «Mẫu số» and «Tỷ lệ (%)»")
def a_strange_part_where_rows_name_indicators() -> Case:
    page = paper(
        "KẾT QUẢ NĂM 2018 TỈNH HÀ TĨNH",
        heads=("TT", "Nội dung", "Đã rà soát xong", "Mẫu số", "Tỷ lệ (%)"),
    )
    page.row(1, "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN", 2688, 3305, 81.33)
    page.row(2, "Tỷ lệ giao dịch điện tử", 2590, 2688, 96.35)
    figures = shares(ENROLLED, 2018, {HA_TINH_PROVINCE: (2688, 3305)})
    figures += shares(ELECTRONIC, 2018, {HA_TINH_PROVINCE: (2590, 2688)})
    answers = [answer("indicator-unknown", "C3", "numerator")]
    return sent(page, expect=ASK, figures=figures, answers=answers)


def _rows(part: int, share: float) -> Page:
    page = paper("KẾT QUẢ NĂM 2024 TỈNH NGHỆ AN", heads=("TT", "Nội dung", "ĐVT", "Thực hiện năm 2024"))
    page.row(1, "Số viên chức đã có chứng chỉ", "Người", part)
    page.row(2, "Tổng số nhân sự làm BHTN", "Người", 44)
    page.row(3, "Tỷ lệ nhân sự được đào tạo", "%", share)
    page.row(4, "Số ngày tập huấn", "Ngày", 12)
    return page


@SHELF.case("a row whose count gives the share below: asked, and its count taken")
def a_row_that_gives_the_share() -> Case:
    answers = [answer("indicator-unknown", "B4", "Số nhân sự thực hiện BHTN được đào tạo")]
    figures = shares(STAFF, 2024, {NGHE_AN_PROVINCE: (31, 44)})
    return sent_by_centre(_rows(31, 70.45), expect=ASK, figures=figures, answers=answers, year=2024)


@SHELF.case("a row whose count does not give it is left aside, and named")
def a_row_that_does_not_give_the_share() -> Case:
    figures = percents(STAFF, 2024, {NGHE_AN_PROVINCE: "70.45"})
    found = [finding("indicator-unknown", "B4")]
    return sent_by_centre(_rows(29, 70.45), expect=READ, figures=figures, findings=found, year=2024)
