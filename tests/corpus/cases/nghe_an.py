"""Nghệ An's indicators, by district and for the province alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ESTIMATE,
    NEVER_WRONG,
    NGHE_AN,
    OFFICIAL,
    PLACED,
    READ,
    READ_OR_ASK,
    REFERRED,
    RETENTION,
    SATISFACTION,
    STAFF,
    VOCATIONAL,
    Case,
    Figure,
    Shelf,
    finding,
    percents,
    shares,
)
from ..paper import Formula, Page, Shown, workbook
from ..places import (
    NGHE_AN_PROVINCE,
    NGHE_AN_TOWNS,
    NGHE_AN_UNITS,
    familiar,
    share_of,
    shortened,
    some_percents,
    some_shares,
    total,
)
from ..stationery import centred, letterhead, signatures
from ..tables import list_shares

SHELF = Shelf("nghe-an")


def _case(page: Page, expect: tuple[str, ...], year: int, *figures: list[Figure], **more: Any) -> Case:
    wanted = [figure for some in figures for figure in some]
    return Case(workbook(page), expect, plan=NGHE_AN, year=year, stage=OFFICIAL, figures=wanted, **more)


def _province(part: int, whole: int) -> dict[str, tuple[int, int]]:
    return {NGHE_AN_PROVINCE: (part, whole)}


@SHELF.case("counselling by district under the letterhead of the employment service centre")
def counselling_by_district() -> Case:
    page = Page("Tư vấn")
    letterhead(
        page,
        "SỞ LAO ĐỘNG - TB&XH NGHỆ AN",
        "TRUNG TÂM DỊCH VỤ VIỆC LÀM",
        "Số: 41/BC-TTDVVL",
        "Nghệ An, ngày 12 tháng 01 năm 2024",
    )
    centred(page, "KẾT QUẢ TƯ VẤN CHO NGƯỜI THẤT NGHIỆP NĂM 2023", "E")
    page.row(
        "TT",
        "Đơn vị",
        "Số người thất nghiệp có nhu cầu tư vấn",
        "Số người thất nghiệp được tư vấn miễn phí",
        "Tỷ lệ (%)",
    )
    page.row("A", "B", "(1)", "(2)", "(3)=(2)/(1)*100")
    read = some_shares("counsel", NGHE_AN_UNITS, whole=(70, 1400), percent=(88, 100))
    list_shares(page, read, shortened)
    part, whole = total(read)
    page.row(None, "Tổng cộng", whole, part, share_of(part, whole))
    signatures(page, ("Hồ Thị Nga", "Trần Quốc Tuấn"))
    optional = shares(COUNSELLED, 2023, _province(part, whole))
    return _case(page, READ, 2023, shares(COUNSELLED, 2023, read), optional=optional)


@SHELF.case("referral and placement under two-row headings, the placed share of those referred")
def referral_and_placement_with_shares() -> Case:
    page = Page("GTVL")
    centred(page, "GIỚI THIỆU VIỆC LÀM NĂM 2024", "H")
    page.row(
        "STT",
        "Đơn vị",
        "Số người thất nghiệp có nhu cầu giới thiệu việc làm",
        "Được giới thiệu việc làm",
        None,
        "Giới thiệu việc làm thành công",
    )
    page.row(
        None,
        None,
        None,
        "Số người được giới thiệu việc làm",
        "Tỷ lệ (%)",
        "Số người được giới thiệu việc làm thành công",
        "Tỷ lệ trên số được giới thiệu (%)",
    )
    page.merge("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2")
    read = some_shares("refer", NGHE_AN_UNITS, whole=(90, 1600), percent=(60, 90))
    placed = {unit: (part * 6 // 11, part) for unit, (part, _) in read.items()}
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        got = placed[unit][0]
        page.row(place, familiar(unit), whole, part, share_of(part, whole), got, share_of(got, part))
    return _case(page, READ_OR_ASK, 2024, shares(REFERRED, 2024, read), shares(PLACED, 2024, placed))


@SHELF.case(
    "the printed placed share is of those who asked, not of those referred: never 40-odd percent as the share"
)
def placed_share_on_the_wrong_base() -> Case:
    page = Page("GTVL")
    page.row("GIỚI THIỆU VIỆC LÀM CHO NGƯỜI THẤT NGHIỆP NĂM 2022")
    page.row(
        "STT", "Đơn vị", "Số người thất nghiệp có nhu cầu GTVL", "Số người thất nghiệp được GTVL",
        "Số người được GTVL thành công", "Tỷ lệ GTVL thành công so với nhu cầu (%)",
    )  # fmt: skip
    read = some_shares("base", NGHE_AN_UNITS, whole=(90, 1600), percent=(60, 90))
    placed = {unit: (part * 6 // 11, part) for unit, (part, _) in read.items()}
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, placed[unit][0], share_of(placed[unit][0], whole))
    return _case(page, READ_OR_ASK, 2022, shares(REFERRED, 2022, read), shares(PLACED, 2022, placed))


@SHELF.case("vocational support of those who claimed, with a total by formula")
def vocational_support_by_district() -> Case:
    page = Page("Học nghề")
    page.row("HỖ TRỢ HỌC NGHỀ CHO NGƯỜI LAO ĐỘNG THẤT NGHIỆP NĂM 2021")
    page.row(
        "STT",
        "Đơn vị",
        "Số người nộp hồ sơ hưởng trợ cấp thất nghiệp",
        "Số người được hỗ trợ học nghề",
        "Tỷ lệ (%)",
    )
    read = some_shares("vocational", NGHE_AN_UNITS, whole=(100, 1900), percent=(1, 9))
    list_shares(page, read)
    part, whole = total(read)
    page.row(
        None, "Cộng", Formula(whole, "=SUM(C3:C23)"), Formula(part, "=SUM(D3:D23)"), share_of(part, whole)
    )
    return _case(
        page,
        READ,
        2021,
        shares(VOCATIONAL, 2021, read),
        optional=shares(VOCATIONAL, 2021, _province(part, whole)),
    )


@SHELF.case("training to keep jobs: few people of very many, by district")
def retention_training_by_district() -> Case:
    page = Page("Duy trì VL")
    page.row("HỖ TRỢ ĐÀO TẠO DUY TRÌ VIỆC LÀM NĂM 2025")
    page.row(
        "STT", "Đơn vị", "Số người đang tham gia BHTN", "Số người được hỗ trợ đào tạo để duy trì việc làm"
    )
    units = [unit for unit in NGHE_AN_UNITS if unit != "Thị xã Cửa Lò"]
    read = {unit: (place % 4 * 5, 2000 + 137 * place) for place, unit in enumerate(units)}
    list_shares(page, read, familiar, columns=("whole", "part"))
    return _case(page, READ, 2025, shares(RETENTION, 2025, read))


@SHELF.case("staff of the centre: one row, province only")
def staff_of_the_centre() -> Case:
    page = Page("Nhân sự")
    page.row("ĐÀO TẠO NHÂN SỰ THỰC HIỆN BHTN TẠI TRUNG TÂM DỊCH VỤ VIỆC LÀM NGHỆ AN NĂM 2023")
    page.row("STT", "Chỉ tiêu", "ĐVT", "Số liệu")
    page.row(1, "Tổng số nhân sự thực hiện BHTN", "Người", 46)
    page.row(2, "Số nhân sự thực hiện BHTN được đào tạo, bồi dưỡng", "Người", 41)
    page.row(3, "Tỷ lệ nhân sự được đào tạo, bồi dưỡng", "%", share_of(41, 46))
    return _case(page, READ_OR_ASK, 2023, shares(STAFF, 2023, _province(41, 46)))


@SHELF.case("satisfaction with the ballots it comes from")
def satisfaction_with_ballots() -> Case:
    page = Page("Hài lòng")
    page.row("KẾT QUẢ KHẢO SÁT MỨC ĐỘ HÀI LÒNG CỦA NGƯỜI THAM GIA BHTN NĂM 2023")
    page.row("STT", "Nội dung", "Kết quả")
    page.row(1, "Tổng số phiếu khảo sát", 1250)
    page.row(2, "Số phiếu hài lòng", 1021)
    page.row(3, "Chỉ số hài lòng của người tham gia BHTN (%)", 81.68)
    return _case(page, READ_OR_ASK, 2023, percents(SATISFACTION, 2023, {NGHE_AN_PROVINCE: "81.68"}))


@SHELF.case("satisfaction and staff among others, percents only, some under a percent format")
def province_list_of_percentages() -> Case:
    page = Page("Tổng hợp")
    page.row("KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU BHTN TỈNH NGHỆ AN NĂM 2024")
    page.row("TT", "Mục tiêu", "Mục tiêu đến 2025", "Kết quả năm 2024")
    page.row(1, "Tỷ lệ người thất nghiệp được tư vấn miễn phí", "100%", Shown(0.986, "0.0%"))
    page.row(2, "Tỷ lệ người thất nghiệp được giới thiệu việc làm miễn phí", "80%", Shown(0.7725, "0.00%"))
    page.row(3, "Tỷ lệ người được giới thiệu việc làm thành công", "60%", Shown(0.551, "0.0%"))
    page.row(4, "Tỷ lệ nhân sự thực hiện BHTN được đào tạo, bồi dưỡng", "100%", Shown(0.95, "0%"))
    page.row(5, "Chỉ số hài lòng của người tham gia BHTN", "85%", Shown(0.834, "0.0%"))
    values = {COUNSELLED: "98.6", REFERRED: "77.25", PLACED: "55.1", STAFF: "95", SATISFACTION: "83.4"}
    wanted = [figure for name, v in values.items() for figure in percents(name, 2024, {NGHE_AN_PROVINCE: v})]
    return _case(page, READ, 2024, wanted, never=["85", "80", "60", "100"])


@SHELF.case("every indicator with its counts as rows, groups numbered with roman numerals")
def province_list_of_counts() -> Case:
    page = Page("Biểu TH")
    centred(page, "TỔNG HỢP KẾT QUẢ THỰC HIỆN CHÍNH SÁCH BHTN TỈNH NGHỆ AN NĂM 2022", "E")
    page.row("STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú")
    page.row("I", "Tư vấn, giới thiệu việc làm")
    page.row(1, "Số người thất nghiệp có nhu cầu tư vấn", "Người", 13820)
    page.row(2, "Số người thất nghiệp được tư vấn", "Người", 13544)
    page.row(3, "Số người thất nghiệp có nhu cầu giới thiệu việc làm", "Người", 9099)
    page.row(4, "Số người thất nghiệp được giới thiệu việc làm", "Người", 6576)
    page.row(5, "Số người được giới thiệu việc làm thành công", "Người", 3316)
    page.row("II", "Hỗ trợ học nghề")
    page.row(1, "Số người nộp hồ sơ hưởng trợ cấp thất nghiệp", "Hồ sơ", 14120)
    page.row(2, "Số người được hỗ trợ học nghề", "Người", 402)
    return _case(
        page,
        READ_OR_ASK,
        2022,
        shares(COUNSELLED, 2022, _province(13544, 13820)),
        shares(REFERRED, 2022, _province(6576, 9099)),
        shares(PLACED, 2022, _province(3316, 6576)),
        shares(VOCATIONAL, 2022, _province(402, 14120)),
    )


@SHELF.case("years across with an estimate and a target, counts with shares below each")
def province_series_with_counts() -> Case:
    page = Page("2021-2024")
    page.row("KẾT QUẢ GIỚI THIỆU VIỆC LÀM TỈNH NGHỆ AN GIAI ĐOẠN 2021-2025")
    page.row("TT", "Chỉ tiêu", "ĐVT", "TH 2021", "TH 2022", "TH 2023", "Ước TH 2024", "Mục tiêu đến 2025")
    needs, referred = (8800, 9099, 9412, 9650), (5737, 6269, 6710, 7295)
    page.row(1, "Số người thất nghiệp có nhu cầu giới thiệu việc làm", "Người", *needs)
    page.row(2, "Số người thất nghiệp được giới thiệu việc làm", "Người", *referred)
    ratios = (share_of(n, d) for n, d in zip(referred, needs, strict=True))
    page.row(3, "Tỷ lệ người thất nghiệp được giới thiệu việc làm", "%", *ratios, 80)
    wanted = []
    for year, part, whole in zip(range(2021, 2025), referred, needs, strict=True):
        wanted += shares(REFERRED, year, _province(part, whole), ESTIMATE if year == 2024 else OFFICIAL)
    return Case(
        workbook(page), READ_OR_ASK, plan=NGHE_AN, today=date(2024, 12, 3), figures=wanted, never=["80"]
    )


@SHELF.case("placed more than referred in one row")
def placed_above_referred() -> Case:
    page = Page("GTVL")
    page.row("GIỚI THIỆU VIỆC LÀM NĂM 2023")
    page.row(
        "STT", "Đơn vị", "Số người được giới thiệu việc làm", "Số người được giới thiệu việc làm thành công"
    )
    read = some_shares("above-referred", NGHE_AN_UNITS, percent=(40, 70)) | {"Huyện Quế Phong": (92, 90)}
    lines = list_shares(page, read, columns=("whole", "part"))
    row = f"{lines['Huyện Quế Phong']}:{lines['Huyện Quế Phong']}"
    return _case(page, ASK_OR_REFUSE, 2023, findings=[finding("part-exceeds-whole", row)])


@SHELF.case("satisfaction by district: the plan has it for the province alone")
def satisfaction_by_district() -> Case:
    page = Page("Hài lòng")
    page.row("CHỈ SỐ HÀI LÒNG CỦA NGƯỜI THAM GIA BHTN NĂM 2023")
    page.row("STT", "Đơn vị", "Chỉ số hài lòng (%)")
    for place, (unit, value) in enumerate(some_percents("by-district", NGHE_AN_TOWNS).items(), 1):
        page.row(place, unit, float(value))
    page.row(None, "Toàn tỉnh", 82.15)
    figures = percents(SATISFACTION, 2023, {NGHE_AN_PROVINCE: "82.15"})
    return _case(page, NEVER_WRONG, 2023, figures)


@SHELF.case("need and referral by half-year and year: only the year is asked")
def half_years_and_year() -> Case:
    page = Page("6T-12T")
    page.row("KẾT QUẢ GIỚI THIỆU VIỆC LÀM TỈNH NGHỆ AN")
    page.row("STT", "Chỉ tiêu", "ĐVT", "6 tháng đầu năm 2023", "Cả năm 2023")
    page.row(1, "Số người thất nghiệp có nhu cầu giới thiệu việc làm", "Người", 4510, 9412)
    page.row(2, "Số người thất nghiệp được giới thiệu việc làm", "Người", 3098, 6710)
    return _case(
        page,
        READ_OR_ASK,
        2023,
        shares(REFERRED, 2023, _province(6710, 9412)),
        optional=shares(REFERRED, "2023-H1", _province(3098, 4510)),
    )


@SHELF.case("abbreviated headings: NTN, GTVL, TCTN")
def abbreviations_of_the_centre() -> Case:
    page = Page("TH")
    page.row("TỔNG HỢP GTVL CHO NLĐ THẤT NGHIỆP NĂM 2022")
    page.row("TT", "Huyện/TP/TX", "Số NTN có nhu cầu GTVL", "Số NTN được GTVL", "Tỷ lệ %")
    read = some_shares("ntn", NGHE_AN_UNITS)
    list_shares(page, read, familiar)
    return _case(page, NEVER_WRONG, 2022, shares(REFERRED, 2022, read))


@SHELF.case("the whole beside each part in a table of three services, headings in three rows")
def three_services_under_three_rows() -> Case:
    page = Page("3 dịch vụ")
    centred(page, "KẾT QUẢ CÁC DỊCH VỤ CHO NGƯỜI THẤT NGHIỆP NĂM 2023", "H")
    page.row("STT", "Đơn vị", "Kết quả thực hiện năm 2023")
    page.row(None, None, "Tư vấn", None, "Giới thiệu việc làm", None, "Hỗ trợ học nghề")
    page.row(
        None, None, "Số người có nhu cầu tư vấn", "Số người được tư vấn", "Số người có nhu cầu GTVL",
        "Số người được GTVL", "Số người nộp hồ sơ hưởng TCTN", "Số người được hỗ trợ học nghề",
    )  # fmt: skip
    page.merge("A2:A4", "B2:B4", "C2:H2", "C3:D3", "E3:F3", "G3:H3")
    names = (COUNSELLED, REFERRED, VOCATIONAL)
    drawn = {name: some_shares(f"service-{name}", NGHE_AN_UNITS, whole=(80, 1500)) for name in names}
    for place, unit in enumerate(NGHE_AN_UNITS, 1):
        numbers = [number for name in names for number in reversed(drawn[name][unit])]
        page.row(place, shortened(unit, "Tp ", "Tx ", "H."), *numbers)
    wanted = [shares(name, 2023, read) for name, read in drawn.items()]
    return _case(page, READ, 2023, *wanted)
