"""Years, parts of a year, stages and plans in headings and titles, written without a look at the reader."""

from __future__ import annotations

from datetime import date

from ..expectation import (
    ASK_OR_REFUSE,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    NEVER_WRONG,
    READ,
    READ_OR_ASK,
    REFERRED,
    REFUSE,
    Case,
    Figure,
    Shelf,
    counts,
    finding,
    shares,
)
from ..places import HA_TINH_PROVINCE, scaled, shortened, some_counts, some_shares
from ..tables import list_values
from .blind_desk import SOME, SOME_NGHE_AN, by_district, paper, sent, sent_by_centre

SHELF = Shelf("blind time")
WHOLE, PART = "Số đơn vị SDLĐ thuộc diện phải tham gia", "Số đơn vị SDLĐ đã đăng ký tham gia"
HEADS = ("Đơn vị", WHOLE, PART, "Tỷ lệ (%)")
TITLE = "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN"
PEOPLE = "Số người tham gia BHXH tự nguyện"


@SHELF.case("the first half of a year is a period of its own")
def first_half_in_the_title() -> Case:
    read = some_shares("half", SOME)
    page, _ = by_district(f"{TITLE} 6 THÁNG ĐẦU NĂM 2018", HEADS, read)
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, "2018-H1", read), year=None)


@SHELF.case("nine months are no year")
def nine_months_in_the_title() -> Case:
    page, _ = by_district(f"{TITLE} 9 THÁNG ĐẦU NĂM 2018", HEADS, some_shares("nine", SOME))
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("figures as of November are no official ones though the sender calls them so")
def as_of_november_called_official() -> Case:
    read = some_shares("november", SOME)
    page, _ = by_district(f"{TITLE} (Tính đến ngày 30/11/2018)", HEADS, read)
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read, ESTIMATE))


@SHELF.case("figures as of November are an estimate of the year, or asked about")
def as_of_november_with_no_stage_said() -> Case:
    read = some_shares("november", SOME)
    page, _ = by_district(f"{TITLE} (Tính đến ngày 30/11/2018)", HEADS, read)
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read, ESTIMATE), stage=None)


@SHELF.case("what was done, what is planned and what is expected beside each other")
def done_planned_and_expected() -> Case:
    heads = ("TT", "Chỉ tiêu", "ĐVT", "TH năm 2017", "KH năm 2018", "Ước TH năm 2018", "KH năm 2019")
    page = paper("MỘT SỐ CHỈ TIÊU BHXH TỈNH HÀ TĨNH", heads=heads)
    page.row(1, "Tỷ lệ đơn vị SDLĐ đăng ký tham gia BHXH bắt buộc, BHTN", "%", 71.4, 80, 79.8, 90)
    page.row(2, PEOPLE, "người", 4120, 5350, 5402, 7022)
    figures = [
        Figure(ENROLLED, HA_TINH_PROVINCE, "2017", value="71.4"),
        Figure(ENROLLED, HA_TINH_PROVINCE, "2018", ESTIMATE, value="79.8"),
        Figure(GROWTH, HA_TINH_PROVINCE, "2017", numerator="4120"),
        Figure(GROWTH, HA_TINH_PROVINCE, "2018", ESTIMATE, numerator="5402"),
    ]
    case = {"year": None, "stage": None, "today": date(2018, 12, 10), "never": ("80", "90", "5350", "7022")}
    return sent(page, expect=READ, figures=figures, **case)


@SHELF.case("six months and the whole year expected")
def six_months_and_the_year_expected() -> Case:
    read, half = some_counts("six", SOME, (300, 900)), some_counts("six b", SOME, (100, 290))
    heads = ("STT", "Đơn vị", f"{PEOPLE} 6 tháng đầu năm 2018", f"{PEOPLE} ước cả năm 2018")
    page = paper("PHÁT TRIỂN BHXH TỰ NGUYỆN", heads=heads)
    page.rows([[i, shortened(unit), half[unit], read[unit]] for i, unit in enumerate(SOME, 1)])
    return sent(
        page,
        expect=READ_OR_ASK,
        figures=counts(GROWTH, 2018, read, ESTIMATE),
        optional=counts(GROWTH, "2018-H1", half) + counts(GROWTH, "2018-H1", half, ESTIMATE),
        stage=None,
        today=date(2018, 7, 15),
    )


@SHELF.case("the same time last year beside this year")
def same_time_last_year() -> Case:
    old = some_counts("same time", SOME, (200, 700))
    new = scaled(old, 131)
    heads = ("STT", "Đơn vị", f"{PEOPLE} năm 2018", f"{PEOPLE} cùng kỳ năm 2017", "So sánh (%)")
    page = paper("BHXH TỰ NGUYỆN", heads=heads)
    for place, unit in enumerate(SOME, 1):
        page.row(place, unit, new[unit], old[unit], round(100 * new[unit] / old[unit], 1))
    optional = counts(GROWTH, 2017, old)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, new), optional=optional)


@SHELF.case("four quarters and the whole year")
def four_quarters_and_the_year() -> Case:
    read = some_counts("quarters", SOME, (400, 900))
    page = paper(
        f"{PEOPLE.upper()} NĂM 2018", heads=("STT", "Đơn vị", "Quý I", "Quý II", "Quý III", "Quý IV")
    )
    page.at("G3", "Cả năm")
    parts = {q: scaled(read, 80 + 5 * q) for q in range(1, 5)}
    for place, unit in enumerate(SOME, 1):
        page.row(place, unit, *(parts[q][unit] for q in parts), read[unit])
    optional = [f for q in parts for f in counts(GROWTH, f"2018-Q{q}", parts[q])]
    return sent(page, expect=READ_OR_ASK, figures=counts(GROWTH, 2018, read), optional=optional)


@SHELF.case("months alone: none of them is the year and their sum is not either")
def twelve_months_alone() -> Case:
    read = some_counts("months", SOME, (400, 900))
    months = [f"T{month}" for month in range(1, 13)]
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("STT", "Đơn vị", *months))
    for place, unit in enumerate(SOME, 1):
        page.row(place, unit, *(read[unit] + month for month in range(12)))
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("no year on the paper and none given")
def no_year_on_paper_or_given() -> Case:
    page, _ = by_district(TITLE, HEADS, some_shares("no year", SOME))
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("year-missing")], year=None)


@SHELF.case("two last days as headings")
def two_last_days_as_headings() -> Case:
    old = some_counts("last days", SOME, (200, 700))
    new = scaled(old, 128)
    page = paper(PEOPLE.upper(), heads=("STT", "Đơn vị", "Đến 31/12/2017", "Đến 31/12/2018"))
    page.rows([[i, unit, old[unit], new[unit]] for i, unit in enumerate(SOME, 1)])
    figures = [*counts(GROWTH, 2017, old), *counts(GROWTH, 2018, new)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("a last day that is a date cell in the line of headings")
def a_date_cell_as_heading() -> Case:
    read = some_counts("date cell", SOME)
    page = paper(PEOPLE.upper(), heads=("STT", "Đơn vị", date(2018, 12, 31)))
    list_values(page, read)
    return sent(page, expect=READ_OR_ASK, figures=counts(GROWTH, 2018, read))


@SHELF.case("a year that has not come")
def a_year_to_come() -> Case:
    page, _ = by_district(f"{TITLE} NĂM 2027", HEADS, some_shares("to come", SOME))
    return sent(page, expect=REFUSE, findings=[finding("period-in-future")], year=None, stage=None)


@SHELF.case("an estimate in the title called official by its sender")
def estimate_called_official() -> Case:
    read = some_shares("called", SOME)
    page, _ = by_district(f"ƯỚC THỰC HIỆN {TITLE} NĂM 2018", HEADS, read)
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read, ESTIMATE))


@SHELF.case("one figure marked as an estimate in its cell")
def one_figure_marked_as_estimate() -> Case:
    read = some_counts("marked", SOME)
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("STT", "Đơn vị", PEOPLE))
    list_values(page, read | {SOME[2]: f"{read[SOME[2]]} (ước)"})
    sure = {unit: count for unit, count in read.items() if unit != SOME[2]}
    figures = [*counts(GROWTH, 2018, sure), *counts(GROWTH, 2018, {SOME[2]: read[SOME[2]]}, ESTIMATE)]
    return sent(page, expect=NEVER_WRONG, figures=figures)


@SHELF.case("assigned plan and completion beside what was done")
def plan_assigned_and_completion_in_percent() -> Case:
    read = some_counts("assigned", SOME)
    heads = ("STT", "Đơn vị", "Kế hoạch giao năm 2018", "Thực hiện năm 2018", "Hoàn thành KH (%)")
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=heads)
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), 1111, count, round(count / 11.11, 1))
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read), never=("1111",))


@SHELF.case("a span of years in the title, the years in the columns")
def a_span_of_years() -> Case:
    columns = {year: some_counts(f"span {year}", SOME) for year in (2016, 2017, 2018)}
    page = paper(f"{PEOPLE.upper()} GIAI ĐOẠN 2016 - 2018", heads=("STT", "Đơn vị", *columns))
    page.rows([[i, unit, *(read[unit] for read in columns.values())] for i, unit in enumerate(SOME, 1)])
    figures = [f for year, read in columns.items() for f in counts(GROWTH, year, read)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("«this year» and «last year» under a title with the year")
def this_year_and_last_year() -> Case:
    old = some_counts("this year", SOME, (200, 700))
    new = scaled(old, 140)
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("STT", "Đơn vị", "Năm trước", "Năm báo cáo"))
    page.rows([[i, unit, old[unit], new[unit]] for i, unit in enumerate(SOME, 1)])
    optional = counts(GROWTH, 2017, old)
    return sent(page, expect=READ_OR_ASK, figures=counts(GROWTH, 2018, new), optional=optional)


@SHELF.case("the goal's year in the title beside the year reported")
def the_year_of_the_goal_in_the_title() -> Case:
    read = some_shares("goal", SOME_NGHE_AN)
    title = "KẾT QUẢ NĂM 2022 THỰC HIỆN MỤC TIÊU GIỚI THIỆU VIỆC LÀM ĐẾN NĂM 2025"
    heads = (
        "Đơn vị",
        "Số người thất nghiệp có nhu cầu giới thiệu việc làm",
        "Số người thất nghiệp được giới thiệu việc làm",
        "Tỷ lệ (%)",
    )
    page, _ = by_district(title, heads, read)
    return sent_by_centre(page, expect=READ, figures=shares(REFERRED, 2022, read))


@SHELF.case("the date and year of the plan itself under the title")
def the_date_of_the_plan_under_the_title() -> Case:
    read = some_shares("plan date", SOME)
    page = paper(
        f"{TITLE} NĂM 2019",
        "(Theo Kế hoạch số 157/KH-UBND ngày 22 tháng 5 năm 2017 của UBND tỉnh)",
        heads=("STT", *HEADS),
    )
    for place, (unit, (n, d)) in enumerate(read.items(), 1):
        page.row(place, unit, d, n, round(100 * n / d, 2))
    return sent(page, expect=READ, figures=shares(ENROLLED, 2019, read), year=None)


@SHELF.case("a stock accumulated to the end of the year beside what December alone brought")
def cumulated_from_the_start_of_the_year() -> Case:
    read = some_counts("cumulated", SOME)
    heads = ("STT", "Đơn vị", "Phát sinh tháng 12", f"{PEOPLE} lũy kế đến hết năm 2018")
    page = paper("BHXH TỰ NGUYỆN THÁNG 12 NĂM 2018", heads=heads)
    page.rows([[i, unit, 3, count] for i, (unit, count) in enumerate(read.items(), 1)])
    return sent(page, expect=READ_OR_ASK, figures=counts(GROWTH, 2018, read), never=("3",))
