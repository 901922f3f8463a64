"""Years, plans, estimates, part-years and comparisons side by side: each column is only what it says."""

from __future__ import annotations

from datetime import date

from ..expectation import (
    ASK_OR_REFUSE,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    OFFICIAL,
    READ,
    READ_OR_ASK,
    Case,
    Shelf,
    counts,
    percents,
    shares,
)
from ..paper import Page, workbook
from ..places import (
    HA_TINH_PROVINCE,
    HA_TINH_UNITS,
    familiar,
    plain,
    scaled,
    share_of,
    shortened,
    some_counts,
    some_percents,
    some_shares,
    total,
)
from ..stationery import centred

SHELF = Shelf("years")
DECEMBER_2019 = date(2019, 12, 9)


def _plan_actual_estimate(heading: tuple[str, ...]) -> tuple[Page, dict[str, int], dict[str, int], list[str]]:
    """TH 2018, KH 2019, nine months and estimate of 2019; the page, 2018, 2019 and what must not be taken."""
    page = Page("TH-KH")
    centred(page, "TÌNH HÌNH THỰC HIỆN CHỈ TIÊU PHÁT TRIỂN NGƯỜI THAM GIA BHXH TỰ NGUYỆN", "H")
    page.row(*heading)
    last = some_counts("plan-actual", HA_TINH_UNITS, (400, 900))
    plan, nine, this = (scaled(last, percent) for percent in (141, 117, 133))
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        estimate, planned = this[unit], plan[unit]
        page.row(
            place, shortened(unit), last[unit], planned, nine[unit], estimate,
            share_of(estimate, planned), share_of(estimate, last[unit]),
        )  # fmt: skip
    return page, last, this, [str(n) for taken in (plan, nine) for n in taken.values()]


@SHELF.case("TH 2018, KH 2019, 9T/2019, Ước TH 2019 and two comparisons; only 2019 is asked for")
def plan_nine_months_and_estimate_asked_for_one_year() -> Case:
    page, _, this, never = _plan_actual_estimate(
        ("TT", "Đơn vị", "TH 2018", "KH 2019", "9T/2019", "Ước TH 2019", "Ước TH/KH (%)", "So với 2018 (%)")
    )
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2019,
        today=DECEMBER_2019,
        figures=counts(GROWTH, 2019, this, ESTIMATE),
        never=never,
    )


@SHELF.case("the same in words, every year found is wanted")
def plan_nine_months_and_estimate_every_year() -> Case:
    page, last, this, never = _plan_actual_estimate(
        (
            "STT", "Đơn vị", "Thực hiện năm 2018", "Kế hoạch năm 2019", "Thực hiện 9 tháng năm 2019",
            "Ước thực hiện năm 2019", "Ước thực hiện so với kế hoạch (%)", "Ước 2019 so với thực hiện 2018 (%)",
        )
    )  # fmt: skip
    return Case(
        workbook(page),
        READ_OR_ASK,
        today=DECEMBER_2019,
        figures=[*counts(GROWTH, 2018, last), *counts(GROWTH, 2019, this, ESTIMATE)],
        never=never,
    )


@SHELF.case("two actual years with increase in number and percent")
def two_actual_years_with_increase() -> Case:
    page = Page("So sánh")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018 SO VỚI NĂM 2017")
    page.row("STT", "Đơn vị", "Năm 2017", "Năm 2018", "So sánh tăng (+), giảm (-)")
    page.row(None, None, None, None, "Số người", "Tỷ lệ (%)")
    page.merge("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2")
    before = some_counts("before", HA_TINH_UNITS, (300, 700))
    now = scaled(before, 131)
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        old, new = before[unit], now[unit]
        page.row(place, unit, old, new, new - old, round(100 * (new - old) / old, 1))
    return Case(
        workbook(page),
        READ_OR_ASK,
        stage=OFFICIAL,
        figures=[*counts(GROWTH, 2017, before), *counts(GROWTH, 2018, now)],
    )


@SHELF.case("previous year and reporting year without numbers, the year in the title")
def previous_year_by_its_word() -> Case:
    page = Page("Cùng kỳ")
    page.row("ĐỐI TƯỢNG THAM GIA BHXH TỰ NGUYỆN NĂM 2019")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện", None, "Tăng, giảm")
    page.row(None, None, "Năm trước", "Năm báo cáo")
    page.merge("A2:A3", "B2:B3", "C2:D2", "E2:E3")
    before = some_counts("word-before", HA_TINH_UNITS)
    now = scaled(before, 122)
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, before[unit], now[unit], now[unit] - before[unit])
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2019,
        stage=OFFICIAL,
        figures=counts(GROWTH, 2019, now),
        never=[str(n) for n in before.values()],
    )


@SHELF.case("assigned plan, actual and completion, the year in the title; completion above 100 is no share")
def assigned_plan_and_completion() -> Case:
    page = Page("KH giao")
    centred(page, "THỰC HIỆN KẾ HOẠCH PHÁT TRIỂN BHXH TỰ NGUYỆN NĂM 2018", "E")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    page.row(None, None, "Kế hoạch giao", "Thực hiện", "% hoàn thành kế hoạch")
    page.merge("A2:A3", "B2:B3", "C2:E2")
    actual = some_counts("assigned", HA_TINH_UNITS)
    plan = scaled(actual, 97)
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, plan[unit], actual[unit], share_of(actual[unit], plan[unit]))
    return Case(workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, actual))


@SHELF.case("a list of the province: actual, plan, estimate and comparisons")
def province_list_with_plan_and_estimate() -> Case:
    page = Page("Biểu 01")
    centred(page, "KẾT QUẢ THỰC HIỆN NĂM 2018 VÀ ƯỚC THỰC HIỆN NĂM 2019", "H")
    page.row("STT", "Chỉ tiêu", "ĐVT", "TH năm 2018", "Năm 2019", None, "So sánh (%)")
    page.row(None, None, None, None, "Kế hoạch", "Ước TH", "ƯTH/KH", "ƯTH 2019/TH 2018")
    page.merge("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2")
    page.row(1, "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN", "%", 82.4, 90, 88.7, 98.6, 107.6)
    page.row(2, "Số người tham gia BHXH tự nguyện", "Người", 5618, 7500, 7242, 96.6, 128.9)
    page.row(3, "Số tiền thu BHXH", "Tỷ đồng", 1204, 1350, 1331, 98.6, 110.5)
    return Case(
        workbook(page),
        READ_OR_ASK,
        today=DECEMBER_2019,
        figures=[
            *percents(ENROLLED, 2018, {HA_TINH_PROVINCE: "82.4"}),
            *counts(GROWTH, 2018, {HA_TINH_PROVINCE: 5618}),
            *percents(ENROLLED, 2019, {HA_TINH_PROVINCE: "88.7"}, ESTIMATE),
            *counts(GROWTH, 2019, {HA_TINH_PROVINCE: 7242}, ESTIMATE),
        ],
        never=["7500", "90", "1331", "1204", "98.6", "107.6", "128.9"],
    )


@SHELF.case("only the plan of the coming year, nothing achieved")
def plan_figures_only() -> Case:
    page = Page("Giao KH")
    page.row("GIAO CHỈ TIÊU KẾ HOẠCH PHÁT TRIỂN BHXH TỰ NGUYỆN NĂM 2019")
    page.row("STT", "Đơn vị", "Kế hoạch năm 2019")
    for place, (unit, count) in enumerate(some_counts("plan-only", HA_TINH_UNITS).items(), 1):
        page.row(place, unit, count)
    return Case(workbook(page), ASK_OR_REFUSE, year=2019, stage=OFFICIAL, today=date(2020, 1, 20))


@SHELF.case("targets by year under a title of the indicator: figures to reach, not reached")
def targets_assigned_in_the_title() -> Case:
    page = Page("Chỉ tiêu")
    page.row("CHỈ TIÊU PHẤN ĐẤU SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN ĐẾN NĂM 2019")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện (chỉ tiêu giao)")
    for place, (unit, count) in enumerate(some_counts("assigned-title", HA_TINH_UNITS).items(), 1):
        page.row(place, unit, count)
    return Case(workbook(page), ASK_OR_REFUSE, year=2019, stage=OFFICIAL, today=date(2020, 1, 20))


@SHELF.case("part, whole and share of two years under merged year headings")
def two_years_of_shares_under_merged_headings() -> Case:
    page = Page("2017-2018")
    centred(page, "ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2017, 2018", "H")
    page.row("STT", "Đơn vị", "Năm 2017", None, None, "Năm 2018")
    page.row(None, None, *2 * ("Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Tỷ lệ (%)"))
    page.merge("A2:A3", "B2:B3", "C2:E2", "F2:H2")
    first = some_shares("y-2017", HA_TINH_UNITS, percent=(60, 79))
    second = some_shares("y-2018", HA_TINH_UNITS, percent=(76, 92))
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        (a, b), (c, d) = first[unit], second[unit]
        page.row(place, familiar(unit), b, a, share_of(a, b), d, c, share_of(c, d))
    return Case(
        workbook(page),
        READ,
        stage=OFFICIAL,
        figures=[*shares(ENROLLED, 2017, first), *shares(ENROLLED, 2018, second)],
    )


@SHELF.case("years as numbers across, districts down, the indicator in the title alone")
def years_across_indicator_in_the_title() -> Case:
    page = Page("TN 2016-2019")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN GIAI ĐOẠN 2016 - 2019")
    page.row("Đơn vị tính: người")
    page.row("STT", "Đơn vị", 2016, 2017, 2018, 2019)
    base = some_counts("across", HA_TINH_UNITS, (200, 500))
    by_year = {year: scaled(base, 100 + 31 * step) for step, year in enumerate(range(2016, 2020))}
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, *(counted[unit] for counted in by_year.values()))
    wanted = [figure for year, counted in by_year.items() for figure in counts(GROWTH, year, counted)]
    return Case(workbook(page), READ_OR_ASK, stage=OFFICIAL, figures=wanted)


@SHELF.case("shares by year and their difference in points")
def shares_by_year_and_their_difference() -> Case:
    page = Page("TL")
    page.row("TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN (%)")
    page.row("STT", "Đơn vị", "Năm 2018", "Năm 2019", "Tăng/giảm (điểm %)")
    first = some_percents("points-a", HA_TINH_UNITS, (7000, 8300))
    second = some_percents("points-b", HA_TINH_UNITS, (8400, 9700))
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(
            place,
            unit,
            float(first[unit]),
            float(second[unit]),
            round(float(second[unit]) - float(first[unit]), 2),
        )
    return Case(
        workbook(page),
        READ_OR_ASK,
        stage=OFFICIAL,
        figures=[*percents(ENROLLED, 2018, first), *percents(ENROLLED, 2019, second)],
    )


@SHELF.case("years down, indicators across, for the province")
def years_down_for_the_province() -> Case:
    page = Page("Chuỗi")
    page.row("TỈNH HÀ TĨNH: THAM GIA BHXH QUA CÁC NĂM")
    page.row("Năm", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia", "Số người tham gia BHXH tự nguyện")
    rows = {2017: (2626, 1924, 3907), 2018: (2890, 2380, 5618), 2019: (3105, 2821, 7402)}
    page.rows((year, *numbers) for year, numbers in rows.items())
    enrolled = [f for y, (d, n, _) in rows.items() for f in shares(ENROLLED, y, {HA_TINH_PROVINCE: (n, d)})]
    people = [f for y, (_, _, n) in rows.items() for f in counts(GROWTH, y, {HA_TINH_PROVINCE: n})]
    return Case(workbook(page), READ_OR_ASK, stage=OFFICIAL, figures=[*enrolled, *people])


@SHELF.case("tables of two years one below the other, each under its own title")
def two_years_one_below_the_other() -> Case:
    page = Page("Hai năm")
    wanted = []
    for year in (2017, 2018):
        page.row(f"THAM GIA BHXH BẮT BUỘC, BHTN NĂM {year}")
        page.row("STT", "Đơn vị", "Số đơn vị phải tham gia", "Số đơn vị đã tham gia")
        read = some_shares(f"below-{year}", HA_TINH_UNITS)
        for place, (unit, (part, whole)) in enumerate(read.items(), 1):
            page.row(place, unit, whole, part)
        part, whole = total(read)
        page.row(None, "Cộng", whole, part)
        page.skip(2)
        wanted += shares(ENROLLED, year, read)
    return Case(workbook(page), READ_OR_ASK, stage=OFFICIAL, figures=wanted)


@SHELF.case("cumulative growth given as percent with the plan's 30% beside it: no count anywhere")
def growth_in_percent_only() -> Case:
    page = Page("Tốc độ")
    page.row("TỐC ĐỘ TĂNG SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018 SO VỚI NĂM 2017")
    page.row("STT", "Đơn vị", "Kế hoạch (%)", "Thực hiện năm 2018 (%)")
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        page.row(place, unit, 30, float(plain(2400 + 113 * place)))
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)


@SHELF.case("the year in the heading differs from the title's, which names the plan's whole span")
def span_in_the_title_year_in_the_heading() -> Case:
    page = Page("2017-2020")
    page.row("KẾT QUẢ THỰC HIỆN KẾ HOẠCH GIAI ĐOẠN 2017-2020 VỀ BHXH BẮT BUỘC, BHTN")
    page.row(
        "STT", "Đơn vị", "Số đơn vị phải tham gia năm 2019", "Số đơn vị đã tham gia năm 2019", "Tỷ lệ (%)"
    )
    read = some_shares("span", HA_TINH_UNITS)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, share_of(part, whole))
    return Case(
        workbook(page),
        READ_OR_ASK,
        stage=OFFICIAL,
        figures=shares(ENROLLED, 2019, read),
    )
