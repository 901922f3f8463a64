"""Lines and columns the plan does not ask for, near in words and far in meaning."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    NGHE_AN,
    OFFICIAL,
    READ_OR_ASK,
    REFERRED,
    Case,
    Finding,
    Shelf,
    counts,
    percents,
    shares,
)
from ..paper import Page, workbook
from ..places import (
    HA_TINH_PROVINCE,
    HA_TINH_UNITS,
    NGHE_AN_UNITS,
    familiar,
    share_of,
    shortened,
    some_counts,
    some_shares,
)
from ..tables import list_values

SHELF = Shelf("foreign")


def _only(title: str, *headings: str, plan: str | None = None, findings: tuple[Finding, ...] = ()) -> Case:
    """A table of one or two columns of which none is the plan's: part and whole drawn at random."""
    units = NGHE_AN_UNITS if plan else HA_TINH_UNITS
    page = Page("Biểu")
    page.row(title)
    page.row("STT", "Đơn vị", *headings)
    for place, (unit, (part, whole)) in enumerate(some_shares(title, units).items(), 1):
        page.row(place, unit, *(whole, part)[: len(headings)])
    content = workbook(page)
    year = 2023 if plan else 2018
    if plan:
        return Case(content, ASK_OR_REFUSE, plan=plan, year=year, stage=OFFICIAL, findings=findings)
    return Case(content, ASK_OR_REFUSE, year=year, stage=OFFICIAL, findings=findings)


@SHELF.case("workers liable and insured: people, not employers")
def workers_instead_of_employers() -> Case:
    return _only(
        "LAO ĐỘNG THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018",
        "Số lao động thuộc diện phải tham gia",
        "Số lao động đã tham gia",
    )


@SHELF.case("enterprises only, a part of the employers")
def enterprises_instead_of_employers() -> Case:
    return _only(
        "DOANH NGHIỆP THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018",
        "Số doanh nghiệp đang hoạt động",
        "Số doanh nghiệp đã tham gia BHXH bắt buộc, BHTN",
    )


@SHELF.case("health insurance cards")
def health_insurance_only() -> Case:
    return _only("BHYT NĂM 2018", "Dân số", "Số người tham gia BHYT")


@SHELF.case("compulsory insurance by people, no employers")
def people_in_compulsory_insurance() -> Case:
    return _only("BHXH BẮT BUỘC NĂM 2018", "Số người thuộc diện tham gia", "Số người tham gia BHXH bắt buộc")


@SHELF.case("new voluntary participants of the year: a flow, not the stock")
def new_voluntary_participants() -> Case:
    return _only("PHÁT TRIỂN BHXH TỰ NGUYỆN NĂM 2018", "Số người tham gia mới BHXH tự nguyện trong năm")


@SHELF.case("voluntary participants increased by so many: a difference, not the stock")
def increase_of_voluntary_participants() -> Case:
    return _only("BHXH TỰ NGUYỆN NĂM 2018", "Số người tham gia BHXH tự nguyện tăng so với năm 2017")


@SHELF.case("mean participants of the year")
def mean_voluntary_participants() -> Case:
    return _only("BHXH TỰ NGUYỆN NĂM 2018", "Số người tham gia BHXH tự nguyện bình quân trong năm")


@SHELF.case("voluntary participants who left")
def voluntary_participants_who_left() -> Case:
    return _only("BHXH TỰ NGUYỆN NĂM 2018", "Số người dừng tham gia BHXH tự nguyện")


@SHELF.case("employers in arrears of those insured")
def employers_in_arrears() -> Case:
    return _only("NỢ ĐỌNG NĂM 2018", "Số đơn vị đã tham gia", "Số đơn vị nợ đọng từ 3 tháng trở lên")


@SHELF.case("employers newly registered in the year")
def employers_newly_registered() -> Case:
    return _only("TĂNG MỚI NĂM 2018", "Số đơn vị phải tham gia", "Số đơn vị tăng mới trong năm")


@SHELF.case("employers not yet insured, of those liable")
def employers_not_yet_insured() -> Case:
    return _only(
        "CÒN CHƯA THAM GIA NĂM 2018", "Số đơn vị thuộc diện phải tham gia", "Số đơn vị chưa tham gia"
    )


@SHELF.case("occasions of counselling, not people")
def occasions_of_counselling() -> Case:
    return _only(
        "TƯ VẤN VIỆC LÀM NĂM 2023",
        "Số người thất nghiệp có nhu cầu tư vấn",
        "Số lượt người được tư vấn",
        plan=NGHE_AN,
    )


@SHELF.case("job seekers of every kind, not the unemployed who ask")
def job_seekers_of_every_kind() -> Case:
    return _only(
        "SÀN GIAO DỊCH VIỆC LÀM NĂM 2023",
        "Số người tìm việc",
        "Số người được tuyển dụng tại sàn",
        plan=NGHE_AN,
    )


@SHELF.case("placed of all who applied for benefit, given as a share only: another denominator")
def placed_of_all_claimants() -> Case:
    return _only(
        "GTVL NĂM 2023", "Số người nộp hồ sơ hưởng TCTN", "Tỷ lệ có việc làm so với số người nộp hồ sơ (%)",
        plan=NGHE_AN,
    )  # fmt: skip


@SHELF.case("benefit decisions and money paid")
def benefit_decisions_and_money() -> Case:
    return _only(
        "CHI TRẢ TCTN NĂM 2023",
        "Số người có quyết định hưởng TCTN",
        "Số tiền chi trả (triệu đồng)",
        plan=NGHE_AN,
    )


@SHELF.case("a file of the neighbouring province sent for this plan")
def file_of_the_other_plan() -> Case:
    page = Page("GTVL")
    page.row("GIỚI THIỆU VIỆC LÀM TỈNH NGHỆ AN NĂM 2022")
    page.row("STT", "Đơn vị", "Số người thất nghiệp có nhu cầu GTVL", "Số người được giới thiệu việc làm")
    for place, (unit, (part, whole)) in enumerate(some_shares("other", NGHE_AN_UNITS).items(), 1):
        page.row(place, unit, whole, part)
    return Case(workbook(page), ASK_OR_REFUSE, year=2022, stage=OFFICIAL)


@SHELF.case("the right indicator of the wrong province: nothing of it belongs to this plan")
def right_indicator_of_the_wrong_province() -> Case:
    page = Page("TN")
    page.row("SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN TỈNH NGHỆ AN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện")
    list_values(page, some_counts("wrong-province", NGHE_AN_UNITS))
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)


@SHELF.case("the wrong province in the title of a list without units: its figures are not ours")
def list_of_the_wrong_province() -> Case:
    page = Page("CT")
    page.row("MỘT SỐ CHỈ TIÊU BHXH TỈNH NGHỆ AN NĂM 2018")
    page.row("STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2018")
    page.row(1, "Số người tham gia BHXH tự nguyện", "Người", 31885)
    page.row(2, "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN", "%", 84.1)
    return Case(workbook(page), ASK_OR_REFUSE, year=2018, stage=OFFICIAL)


@SHELF.case("compulsory and unemployment insurance in columns of their own with counts that differ")
def two_insurances_apart() -> Case:
    page = Page("BB-TN")
    page.row("ĐƠN VỊ THAM GIA BHXH BẮT BUỘC VÀ BHTN NĂM 2019")
    page.row(
        "STT",
        "Đơn vị",
        "Số đơn vị thuộc diện phải tham gia",
        "Số đơn vị tham gia BHXH bắt buộc",
        "Số đơn vị tham gia BHTN",
    )
    for place, (unit, (part, whole)) in enumerate(some_shares("apart", HA_TINH_UNITS).items(), 1):
        page.row(place, unit, whole, part, part - 3 - place % 4)
    return Case(workbook(page), ASK_OR_REFUSE, year=2019, stage=OFFICIAL)


@SHELF.case("wanted columns amid health insurance, arrears, money and workers")
def wanted_amid_foreign_columns() -> Case:
    page = Page("Tổng hợp")
    page.row("TỔNG HỢP CÔNG TÁC THU, NỢ, PHÁT TRIỂN ĐỐI TƯỢNG NĂM 2018")
    page.row(
        "STT", "Đơn vị", "Số tiền nợ (triệu đồng)", "Tỷ lệ nợ (%)", "Số đơn vị thuộc diện phải tham gia BHXH, BHTN",
        "Số đơn vị đã tham gia BHXH bắt buộc, BHTN", "Số lao động đã tham gia", "Số người tham gia BHYT",
        "Số người tham gia BHXH tự nguyện", "Số người tham gia BHTN",
    )  # fmt: skip
    read, people = some_shares("amid", HA_TINH_UNITS), some_counts("amid-people", HA_TINH_UNITS)
    other = some_counts("amid-other", HA_TINH_UNITS, (10000, 90000))
    for place, unit in enumerate(HA_TINH_UNITS, 1):
        part, whole = read[unit]
        page.row(
            place, shortened(unit), other[unit] // 7, 3.2, whole, part, other[unit] // 3, other[unit],
            people[unit], other[unit] // 4,
        )  # fmt: skip
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2018,
        stage=OFFICIAL,
        figures=[*shares(ENROLLED, 2018, read), *counts(GROWTH, 2018, people)],
        never=[str(n) for n in other.values()],
    )


@SHELF.case("a list of many lines, three of which are the plan's")
def three_lines_of_a_long_list() -> Case:
    page = Page("Chỉ tiêu")
    page.row("BIỂU TỔNG HỢP CHỈ TIÊU NGÀNH BHXH TỈNH HÀ TĨNH NĂM 2019")
    page.row("STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2019")
    lines: list[tuple[str | int | None, str, str | None, float | None]] = [
        ("I", "Phát triển đối tượng", None, None),
        (1, "Số người tham gia BHXH bắt buộc", "Người", 71250),
        (2, "Số người tham gia BHXH tự nguyện", "Người", 9120),
        (3, "Trong đó: tham gia mới", "Người", 3310),
        (4, "Số người tham gia BHTN", "Người", 60340),
        (5, "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN", "%", 90.57),
        (6, "Tỷ lệ bao phủ BHYT", "%", 91.2),
        ("II", "Cải cách hành chính", None, None),
        (1, "Tỷ lệ đơn vị giao dịch điện tử", "%", 99.3),
        (2, "Tỷ lệ hồ sơ giải quyết đúng hạn", "%", 98.8),
        ("III", "Thu, nợ", None, None),
        (1, "Số tiền nợ BHXH", "Tỷ đồng", 84.5),
        (2, "Tỷ lệ nợ trên số phải thu", "%", 3.9),
    ]
    page.rows(lines)
    return Case(
        workbook(page),
        READ_OR_ASK,
        year=2019,
        stage=OFFICIAL,
        figures=[
            *counts(GROWTH, 2019, {HA_TINH_PROVINCE: 9120}),
            *percents(ENROLLED, 2019, {HA_TINH_PROVINCE: "90.57"}),
            *percents(ELECTRONIC, 2019, {HA_TINH_PROVINCE: "99.3"}),
        ],
        never=["71250", "3310", "60340", "91.2", "98.8", "84.5", "3.9"],
    )


@SHELF.case("people counselled beside occasions of counselling: the people count")
def people_beside_occasions() -> Case:
    page = Page("TV")
    page.row("KẾT QUẢ TƯ VẤN CHO NGƯỜI THẤT NGHIỆP NĂM 2023")
    page.row(
        "STT", "Đơn vị", "Số người thất nghiệp có nhu cầu tư vấn", "Số người thất nghiệp được tư vấn",
        "Số lượt người được tư vấn",
    )  # fmt: skip
    read = some_shares("people-occasions", NGHE_AN_UNITS, whole=(90, 1200), percent=(90, 100))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, familiar(unit), whole, part, part * 2 + 5)
    return Case(
        workbook(page),
        READ_OR_ASK,
        plan=NGHE_AN,
        year=2023,
        stage=OFFICIAL,
        figures=shares(COUNSELLED, 2023, read),
    )


@SHELF.case("the growth rate beside the count it comes from: the count is the figure")
def growth_rate_beside_its_count() -> Case:
    page = Page("TĐ")
    page.row("BHXH TỰ NGUYỆN NĂM 2018")
    page.row("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện", "Tốc độ tăng so với năm trước (%)")
    read = some_counts("rate", HA_TINH_UNITS)
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, unit, count, 21.5 + place)
    return Case(workbook(page), READ_OR_ASK, year=2018, stage=OFFICIAL, figures=counts(GROWTH, 2018, read))


@SHELF.case("applicants for benefit between need and referral: the need is the denominator")
def applicants_between_need_and_referral() -> Case:
    page = Page("GTVL")
    page.row("GIỚI THIỆU VIỆC LÀM CHO NGƯỜI THẤT NGHIỆP NĂM 2024")
    page.row(
        "STT", "Đơn vị", "Số người nộp hồ sơ hưởng TCTN", "Số người thất nghiệp có nhu cầu GTVL",
        "Số người thất nghiệp được GTVL", "Tỷ lệ (%)",
    )  # fmt: skip
    read = some_shares("between", NGHE_AN_UNITS, whole=(90, 1200))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), whole + 77, whole, part, share_of(part, whole))
    return Case(
        workbook(page),
        READ_OR_ASK,
        plan=NGHE_AN,
        year=2024,
        stage=OFFICIAL,
        figures=shares(REFERRED, 2024, read),
    )
