"""Headings as offices of Hà Tĩnh might phrase them, written without a look at the known ones."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    READ,
    READ_OR_ASK,
    Case,
    Figure,
    Shelf,
    counts,
    shares,
)
from ..places import (
    HA_TINH_OFFICE,
    HA_TINH_PROVINCE,
    HA_TINH_UNITS,
    scaled,
    shortened,
    some_counts,
    some_shares,
    unaccented,
)
from ..tables import list_values
from .blind_desk import SOME, by_district, paper, sent

SHELF = Shelf("blind")
TITLE = "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018"


@SHELF.case("the insurance office names its branches and its own books")
def branches_of_the_insurance_office() -> Case:
    read = some_shares("branches", (*HA_TINH_UNITS, HA_TINH_OFFICE))
    heads = (
        "BHXH các huyện, TX, TP",
        "Số đơn vị SDLĐ thuộc đối tượng bắt buộc phải tham gia",
        "Số đơn vị đang tham gia BHXH, BHTN",
        "Tỷ lệ đơn vị tham gia so với số phải tham gia (%)",
    )

    def branch(unit: str) -> str:
        return "Văn phòng BHXH tỉnh" if unit == HA_TINH_OFFICE else f"BHXH {unit[0].lower()}{unit[1:]}"

    page, _ = by_district("KẾT QUẢ PHÁT TRIỂN ĐỐI TƯỢNG NĂM 2018", heads, read, naming=branch)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("total and «trong đó» under one heading")
def registered_as_a_part_of_those_liable() -> Case:
    read = some_shares("of which", SOME)
    page = paper(TITLE, heads=("TT", "Địa bàn", "Đơn vị SDLĐ thuộc diện tham gia BHXH bắt buộc, BHTN"))
    page.row(None, None, "Tổng số", "Trong đó: số đã đăng ký tham gia")
    page.merge("A3:A4", "B3:B4", "C3:D3")
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("two schemes side by side with different counts: which of them the target means must be asked")
def compulsory_and_unemployment_apart() -> Case:
    page = paper("SỐ ĐƠN VỊ THAM GIA NĂM 2018", heads=("TT", "Huyện", "BHXH bắt buộc", None, "BHTN"))
    page.row(None, None, "Phải tham gia", "Đã tham gia", "Phải tham gia", "Đã tham gia")
    page.merge("A3:A4", "B3:B4", "C3:D3", "E3:F3")
    for place, (unit, (part, whole)) in enumerate(some_shares("apart", SOME).items(), 1):
        page.row(place, unit, whole, part, whole - 9, part - 8)
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("enterprises are only some of the employers")
def enterprises_where_employers_belong() -> Case:
    heads = ("Huyện", "Số doanh nghiệp đang hoạt động", "Số doanh nghiệp đã tham gia BHXH", "Tỷ lệ (%)")
    page, _ = by_district("DOANH NGHIỆP THAM GIA BHXH BẮT BUỘC NĂM 2018", heads, some_shares("firms", SOME))
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("people where the target counts employers")
def workers_where_employers_belong() -> Case:
    heads = (
        "Huyện",
        "Số lao động thuộc diện tham gia BHXH bắt buộc",
        "Số lao động đã tham gia BHXH bắt buộc, BHTN",
        "Tỷ lệ (%)",
    )
    page, _ = by_district(TITLE, heads, some_shares("workers", SOME, whole=(900, 9000)))
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("employers, workers and money in one table")
def employers_among_workers_and_money() -> Case:
    read = some_shares("money", SOME)
    heads = (
        "STT",
        "Đơn vị",
        "Số đơn vị SDLĐ phải tham gia BHXH bắt buộc, BHTN",
        "Số đơn vị SDLĐ đã tham gia BHXH bắt buộc, BHTN",
        "Số lao động tham gia BHXH bắt buộc (người)",
        "Số phải thu (triệu đồng)",
        "Số đã thu (triệu đồng)",
        "Nợ đọng (triệu đồng)",
    )
    page = paper("KẾT QUẢ THU BHXH, BHYT, BHTN NĂM 2018", heads=heads)
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), whole, part, part * 31 + 5, 41000 + place, 39000 + place, 2000)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read), never=("2000", "41001", "39001"))


@SHELF.case("the stock on the last day of the year is the year's count")
def voluntary_stock_on_the_last_day() -> Case:
    read = some_counts("last day", SOME)
    page = paper(
        "BÁO CÁO PHÁT TRIỂN BHXH TỰ NGUYỆN",
        heads=("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện có đến 31/12/2018"),
    )
    list_values(page, read, shortened)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read))


@SHELF.case("two years, their difference and their growth")
def voluntary_with_growth_printed() -> Case:
    before = some_counts("growth printed", SOME, (200, 700))
    after = scaled(before, 137)
    heads = (
        "STT",
        "Huyện, thị xã, thành phố",
        "Số người tham gia BHXH tự nguyện",
        None,
        "Tăng (+), giảm (-)",
    )
    page = paper("BHXH TỰ NGUYỆN NĂM 2017 - 2018", heads=(*heads, "Tốc độ tăng (%)"))
    page.row(None, None, "Năm 2017", "Năm 2018")
    page.merge("A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4")
    for place, unit in enumerate(before, 1):
        old, new = before[unit], after[unit]
        page.row(place, unit, old, new, new - old, round(100 * new / old - 100, 2))
    figures = [*counts(GROWTH, 2017, before), *counts(GROWTH, 2018, after)]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("new entrants beside those taking part: only the stock counts")
def new_entrants_beside_the_stock() -> Case:
    read = some_counts("entrants", SOME)
    heads = (
        "TT",
        "Địa phương",
        "Số người tham gia BHXH tự nguyện mới trong năm",
        "Số người dừng đóng BHXH tự nguyện trong năm",
        "Số người đang tham gia BHXH tự nguyện đến cuối năm 2018",
    )
    page = paper("BIẾN ĐỘNG NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018", heads=heads)
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), 31 + place, 7, count)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read), never=("32", "7"))


@SHELF.case("new entrants alone are a flow and not the number of participants")
def new_entrants_alone() -> Case:
    heads = ("TT", "Địa phương", "Số người tham gia BHXH tự nguyện tăng mới trong năm 2018")
    page = paper("KHAI THÁC MỚI BHXH TỰ NGUYỆN NĂM 2018", heads=heads)
    list_values(page, some_counts("flow", SOME, (15, 90)), shortened)
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("«BHXH TN» is not BHTN in a plan with voluntary insurance, or is asked about")
def voluntary_shortened_to_two_letters() -> Case:
    read = some_counts("two letters", SOME)
    page = paper("KẾT QUẢ THỰC HIỆN NĂM 2018", heads=("TT", "Đơn vị", "Số người tham gia BHXH TN"))
    list_values(page, read, shortened)
    return sent(page, expect=READ_OR_ASK, figures=counts(GROWTH, 2018, read))


@SHELF.case("electronic files through an agent, out of all employers under management")
def electronic_files_through_an_agent() -> Case:
    read = some_shares("agent", SOME, percent=(81, 99))
    heads = (
        "Cơ quan BHXH",
        "Tổng số đơn vị SDLĐ đang quản lý",
        "Số đơn vị đã thực hiện giao dịch hồ sơ điện tử (I-VAN, cổng GDĐT)",
        "Tỷ lệ đơn vị GDĐT (%)",
    )
    page, _ = by_district("KẾT QUẢ TRIỂN KHAI GIAO DỊCH ĐIỆN TỬ NĂM 2018", heads, read)
    return sent(page, expect=READ, figures=shares(ELECTRONIC, 2018, read))


@SHELF.case("declaring over the internet is filing electronically")
def declared_over_the_internet() -> Case:
    read = some_shares("internet", SOME, percent=(81, 99))
    heads = ("Đơn vị", "Tổng số đơn vị SDLĐ", "Số đơn vị kê khai, nộp hồ sơ BHXH qua mạng Internet", "%")
    page, _ = by_district("KÊ KHAI BHXH QUA MẠNG NĂM 2018", heads, read)
    return sent(page, expect=READ_OR_ASK, figures=shares(ELECTRONIC, 2018, read))


@SHELF.case("all three indicators in one wide table with two lines of headings")
def three_indicators_in_one_table() -> Case:
    joined, filing = some_shares("wide a", SOME), some_shares("wide b", SOME)
    people = some_counts("wide c", SOME)
    heads = (
        "STT",
        "Đơn vị",
        "Tham gia BHXH bắt buộc, BHTN",
        None,
        "Giao dịch điện tử",
        None,
        "Số người tham gia BHXH tự nguyện",
    )
    page = paper("BIỂU TỔNG HỢP NĂM 2018", heads=heads)
    page.row(None, None, "Số đơn vị SDLĐ thuộc diện", "Số đơn vị SDLĐ đã đăng ký")
    page.at("E4", "Tổng số đơn vị SDLĐ")
    page.at("F4", "Số đơn vị SDLĐ giao dịch điện tử")
    page.merge("A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4")
    for place, unit in enumerate(SOME, 1):
        page.row(place, shortened(unit), *joined[unit][::-1], *filing[unit][::-1], people[unit])
    figures = [*shares(ENROLLED, 2018, joined), *shares(ELECTRONIC, 2018, filing)]
    return sent(page, expect=READ, figures=[*figures, *counts(GROWTH, 2018, people)])


@SHELF.case("a list for the province with part and whole in columns of their own")
def province_list_with_part_and_whole() -> Case:
    heads = ("TT", "Chỉ tiêu", "Tử số", "Mẫu số", "Kết quả (%)")
    page = paper("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU BHXH TỈNH HÀ TĨNH NĂM 2018", heads=heads)
    page.row(1, "Đơn vị SDLĐ đăng ký tham gia BHXH bắt buộc và BHTN", 2105, 2612, 80.59)
    page.row(2, "Đơn vị SDLĐ thực hiện giao dịch điện tử", 2580, 2601, 99.19)
    figures = [
        *shares(ENROLLED, 2018, {HA_TINH_PROVINCE: (2105, 2612)}),
        *shares(ELECTRONIC, 2018, {HA_TINH_PROVINCE: (2580, 2601)}),
    ]
    return sent(page, expect=READ, figures=figures)


@SHELF.case("part, whole and share of the province as lines of a list")
def part_and_whole_as_lines_of_a_list() -> Case:
    page = paper("TÌNH HÌNH THỰC HIỆN KẾ HOẠCH NĂM 2018", heads=("TT", "Nội dung", "ĐVT", "Thực hiện"))
    page.row(1, "Tổng số đơn vị SDLĐ thuộc diện phải tham gia BHXH bắt buộc, BHTN", "Đơn vị", 2612)
    page.row(None, "Trong đó: Số đơn vị SDLĐ đã đăng ký tham gia BHXH bắt buộc, BHTN", "Đơn vị", 2105)
    page.row(None, "Tỷ lệ đơn vị SDLĐ tham gia BHXH bắt buộc, BHTN", "%", 80.59)
    page.row(2, "Số người tham gia BHXH tự nguyện", "Người", 5617)
    figures = [
        *shares(ENROLLED, 2018, {HA_TINH_PROVINCE: (2105, 2612)}),
        Figure(GROWTH, HA_TINH_PROVINCE, "2018", numerator="5617"),
    ]
    return sent(page, expect=READ, figures=figures)


@SHELF.case("headings broken over many lines, with hard spaces")
def headings_broken_into_narrow_columns() -> Case:
    read = some_shares("narrow", SOME)
    heads = (
        "TÊN\nĐƠN\u00a0VỊ",
        "SỐ ĐƠN VỊ\nSỬ DỤNG\nLAO  ĐỘNG\nTHUỘC DIỆN\nPHẢI\nTHAM GIA",
        "SỐ\u00a0ĐƠN\u00a0VỊ\nSỬ DỤNG LAO ĐỘNG\nĐÃ ĐĂNG KÝ\nTHAM GIA",
        "TỶ LỆ\n(%)",
    )
    page, _ = by_district(TITLE, heads, read)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("headings without accents")
def headings_without_accents() -> Case:
    read = some_shares("no accents", SOME)
    heads = ("Don vi", "So don vi SDLD thuoc dien phai tham gia", "So don vi SDLD da tham gia", "Ty le (%)")
    page, _ = by_district(unaccented(TITLE), heads, read)
    return sent(page, expect=READ_OR_ASK, figures=shares(ENROLLED, 2018, read))


@SHELF.case("every word shortened")
def headings_in_abbreviations() -> Case:
    read = some_shares("abbreviated", SOME)
    heads = ("ĐV", "Số ĐV SDLĐ thuộc diện TG BHXH BB, BHTN", "Số ĐV SDLĐ đã TG BHXH BB, BHTN", "TL (%)")
    page, _ = by_district("TÌNH HÌNH TG BHXH BB, BHTN NĂM 2018", heads, read)
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read))


@SHELF.case("those not yet registered are no numerator")
def those_not_yet_registered() -> Case:
    wholes = dict(zip(SOME, (400, 200, 320, 160, 80, 40), strict=True))
    heads = (
        "STT",
        "Huyện",
        "Số đơn vị SDLĐ phải tham gia BHXH bắt buộc, BHTN",
        "Số đơn vị SDLĐ chưa tham gia",
        "Tỷ lệ đơn vị SDLĐ đã tham gia (%)",
    )
    page = paper(TITLE, heads=heads)
    for place, (unit, whole) in enumerate(wholes.items(), 1):
        page.row(place, shortened(unit), whole, whole // 4, 75)
    figures = [Figure(ENROLLED, unit, "2018", value="75") for unit in SOME]
    return sent(page, expect=READ_OR_ASK, figures=figures, never=("100", "50", "10"))
