"""Headings that say when and what in words of their own: estimates, running totals, results beside targets."""

from __future__ import annotations

from datetime import date

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ELECTRONIC,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    PLACED,
    READ,
    REFERRED,
    SATISFACTION,
    Case,
    Figure,
    Shelf,
    counts,
    percents,
    shares,
)
from ..places import HA_TINH_PROVINCE, NGHE_AN_PROVINCE, NGHE_AN_TOWNS, share_of, some_counts, some_shares
from .blind_desk import SOME, by_district, paper, sent, sent_by_centre

SHELF = Shelf("heading words")
FILING, EMPLOYERS = "Số đơn vị giao dịch điện tử", "Tổng số đơn vị sử dụng lao động"
PEOPLE = "Số người tham gia BHXH tự nguyện"


@SHELF.case("«Ước số đơn vị …» is the number, estimated, and so is its share")
def an_estimate_before_the_number() -> Case:
    read = some_shares("estimated", SOME)
    heads = ("Đơn vị", EMPLOYERS, f"Ước {FILING[0].lower()}{FILING[1:]} đến 31/12/2018", "Tỷ lệ (%)")
    page, _ = by_district("GIAO DỊCH ĐIỆN TỬ NĂM 2018", heads, read)
    return sent(page, expect=READ, figures=shares(ELECTRONIC, 2018, read, ESTIMATE))


@SHELF.case("the same in both columns and the title, before the year is over")
def an_estimate_in_every_column() -> Case:
    read = some_shares("all estimated", SOME)
    heads = ("Đơn vị", "Ước tổng số đơn vị sử dụng lao động", "Ước số đơn vị giao dịch điện tử", "Tỷ lệ (%)")
    page, _ = by_district("ƯỚC KẾT QUẢ GIAO DỊCH ĐIỆN TỬ NĂM 2018", heads, read)
    figures = shares(ELECTRONIC, 2018, read, ESTIMATE)
    return sent(page, expect=READ, figures=figures, stage=None, today=date(2018, 12, 14))


@SHELF.case("«Thực hiện số người …»")
def an_achievement_before_the_number() -> Case:
    read = some_counts("achieved", SOME)
    page = paper("BHXH TỰ NGUYỆN", heads=("TT", "Huyện", f"Thực hiện {PEOPLE.lower()} đến 31/12/2018"))
    for place, (unit, people) in enumerate(read.items(), 1):
        page.row(place, unit, people)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read))


@SHELF.case("those estimated to join anew are not those who take part")
def an_estimate_of_new_ones() -> Case:
    page = paper("BHXH TỰ NGUYỆN", heads=("TT", "Huyện", "Ước số người mới tham gia BHXH tự nguyện năm 2018"))
    for place, (unit, people) in enumerate(some_counts("new ones", SOME).items(), 1):
        page.row(place, unit, people)
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("a form's long names: «Tổng số … trong kỳ báo cáo (người)», codes with formulas in the headings")
def a_form_with_long_names() -> Case:
    read = some_shares("form", NGHE_AN_TOWNS)
    heads = (
        "Huyện, thành phố",
        "Tổng số người thất nghiệp có nhu cầu được giới thiệu việc làm trong kỳ báo cáo (người)",
        "Tổng số người thất nghiệp đã được giới thiệu việc làm miễn phí trong kỳ (người)",
        "Tỷ lệ % (4)/(3)",
    )
    page, _ = by_district("GIỚI THIỆU VIỆC LÀM CHO NGƯỜI THẤT NGHIỆP NĂM 2024", heads, read)
    return sent_by_centre(page, expect=READ, figures=shares(REFERRED, 2024, read), year=2024)


@SHELF.case("the same for a quarter is not the year's")
def a_form_for_a_quarter() -> Case:
    heads = (
        "Huyện",
        "Số người thất nghiệp có nhu cầu tư vấn trong quý báo cáo",
        "Số người thất nghiệp được tư vấn trong quý báo cáo",
    )
    page, _ = by_district("KẾT QUẢ NĂM 2024", heads, some_shares("quarter", NGHE_AN_TOWNS), ("whole", "part"))
    return sent_by_centre(page, expect=ASK_OR_REFUSE, year=2024)


def _running(heads: tuple[str, ...], title: str, expect: tuple[str, ...]) -> Case:
    page = paper(title, heads=("TT", "Nội dung", "ĐVT", *heads))
    page.row(1, "Số người thất nghiệp có nhu cầu tư vấn", "Người", 812, 9744)
    page.row(2, "Số người thất nghiệp được tư vấn", "Người", 790, 9312)
    figures = shares(COUNSELLED, 2023, {NGHE_AN_PROVINCE: (9312, 9744)}) if expect == READ else []
    return sent_by_centre(page, expect=expect, figures=figures, year=2023, never=("790", "812"))


@SHELF.case("the running total at the last of December is the year's, the month beside is not")
def a_running_total_at_the_end_of_the_year() -> Case:
    heads = ("Tháng 12/2023", "Lũy kế từ đầu năm đến hết 31/12/2023")
    return _running(heads, "TƯ VẤN VIỆC LÀM NĂM 2023 TỈNH NGHỆ AN", READ)


@SHELF.case("the running total a month before is not")
def a_running_total_before_the_end_of_the_year() -> Case:
    heads = ("Tháng 11/2023", "Lũy kế đến 30/11/2023")
    return _running(heads, "TƯ VẤN VIỆC LÀM NĂM 2023 TỈNH NGHỆ AN", ASK_OR_REFUSE)


def _beside_targets(result: str, expect: tuple[str, ...]) -> Case:
    heads = ("Mục tiêu đến 2025", result, "Mức độ hoàn thành (%)", "Còn thiếu (điểm %)")
    page = paper("ĐÁNH GIÁ THỰC HIỆN MỤC TIÊU - TỈNH NGHỆ AN", heads=("TT", "Mục tiêu", *heads))
    page.row(1, "Tỷ lệ giới thiệu việc làm thành công", "60%", 56.4, 94, 3.6)
    page.row(2, "Chỉ số hài lòng của người tham gia BHTN", "85%", 83.1, 97.8, 1.9)
    figures = [
        Figure(PLACED, NGHE_AN_PROVINCE, "2024", value="56.4"),
        Figure(SATISFACTION, NGHE_AN_PROVINCE, "2024", value="83.1"),
    ]
    never = ("60", "94", "97.8")
    figures = figures if expect == READ else []
    return sent_by_centre(page, expect=expect, figures=figures, year=2024, never=never)


@SHELF.case("«Kết quả đạt được năm …» between the target and how far it is reached")
def the_result_reached() -> Case:
    return _beside_targets("Kết quả đạt được năm 2024", READ)


@SHELF.case("«Ước đạt năm …» says the same of an estimate")
def the_result_expected() -> Case:
    page = paper("ĐÁNH GIÁ MỤC TIÊU - NGHỆ AN", heads=("TT", "Mục tiêu", "KH năm 2024", "Ước đạt năm 2024"))
    page.row(1, "Tỷ lệ giới thiệu việc làm thành công", "60%", 57.25)
    figures = [Figure(PLACED, NGHE_AN_PROVINCE, "2024", ESTIMATE, value="57.25")]
    return sent_by_centre(page, expect=READ, figures=figures, year=2024, stage=None)


@SHELF.case("«Đạt được so với mục tiêu» is a comparison")
def the_result_against_the_target() -> Case:
    return _beside_targets("Đạt được so với mục tiêu năm 2024 (%)", ASK_OR_REFUSE)


@SHELF.case("short headings with years are no row of the table")
def short_headings_with_years() -> Case:
    read = some_shares("short years", SOME)
    heads = ("Đơn vị", "Đã tham gia năm 2017", "Phải tham gia năm 2018", "Đã tham gia năm 2018")
    page = paper("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN", heads=("STT", *heads))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, part - 7, whole, part)
    figures = shares(ENROLLED, 2018, read)
    return sent(page, expect=READ, figures=figures)


@SHELF.case("two indicators in one table, the years of the second below its name")
def two_indicators_one_by_year() -> Case:
    page = paper(
        "THỰC HIỆN KẾ HOẠCH 157 NĂM 2019",
        heads=("TT", "Đơn vị", "Giao dịch điện tử", None, None, PEOPLE, None, None),
    )
    page.row(None, None, EMPLOYERS, FILING, "Tỷ lệ (%)", "Năm 2018", "Năm 2019", "Tỷ lệ tăng (%)")
    page.merge("A3:A4", "B3:B4", "C3:E3", "F3:H3")
    filing, people = some_shares("two a", SOME), some_counts("two b", SOME)
    for place, unit in enumerate(SOME, 1):
        (part, whole), now = filing[unit], people[unit]
        page.row(place, unit, whole, part, share_of(part, whole), now - 60, now, 12.5)
    figures = [*shares(ELECTRONIC, 2019, filing), *counts(GROWTH, 2019, people)]
    return sent(page, expect=READ, figures=figures, year=2019, never=("12.5",))


@SHELF.case("«Năm đánh giá» over a column of years")
def the_year_of_the_survey() -> Case:
    page = paper(
        "ĐO LƯỜNG SỰ HÀI LÒNG CỦA NGƯỜI THAM GIA BHTN",
        heads=("STT", "Năm đánh giá", "Số phiếu thu về", "Số phiếu hài lòng", "Chỉ số hài lòng (%)"),
    )
    read = {2022: (640, 800), 2023: (683, 820)}
    for place, (year, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, year, whole, part, share_of(part, whole))
    figures = [f for year, pair in read.items() for f in shares(SATISFACTION, year, {NGHE_AN_PROVINCE: pair})]
    return sent_by_centre(page, expect=READ, figures=figures, year=None)


def _by_year(result: str) -> Case:
    heads = ("Năm", "Mục tiêu (%)", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", result, "Đánh giá")
    page = paper("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN TỈNH HÀ TĨNH", heads=heads)
    read = {2017: (2011, 2810), 2018: (2404, 2907)}
    for year, (part, whole) in read.items():
        page.row(year, 70, whole, part, share_of(part, whole), "Đạt")
    figures = [f for year, pair in read.items() for f in shares(ENROLLED, year, {HA_TINH_PROVINCE: pair})]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("«Kết quả (%)» beside the counts is their share, not a second count")
def a_result_in_percent_beside_its_counts() -> Case:
    return _by_year("Kết quả (%)")


@SHELF.case("so is «Thực hiện (%)»")
def an_achievement_in_percent_beside_its_counts() -> Case:
    return _by_year("Thực hiện (%)")


@SHELF.case("«Đơn vị tham gia … (%)» is a share though the name counts employers")
def a_counting_name_in_percent() -> Case:
    heads = ("TT", "Huyện", "Đơn vị tham gia BHXH bắt buộc, BHTN (%)")
    page = paper("KẾT QUẢ NĂM 2018", heads=heads)
    values = {unit: str(71 + place) for place, unit in enumerate(SOME)}
    for place, (unit, value) in enumerate(values.items(), 1):
        page.row(place, unit, int(value))
    return sent(page, expect=READ, figures=percents(ENROLLED, 2018, values))
