"""Tables that look like one of the plan's and are about something else, and neighbours of figures."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ENROLLED,
    GROWTH,
    NEVER_WRONG,
    PLACED,
    READ,
    READ_OR_ASK,
    SATISFACTION,
    Case,
    Figure,
    Shelf,
    counts,
    percents,
    shares,
)
from ..places import (
    HA_TINH_PROVINCE,
    NGHE_AN_PROVINCE,
    shortened,
    some_counts,
    some_percents,
    some_shares,
    total,
)
from .blind_desk import SOME, SOME_NGHE_AN, by_district, paper, sent, sent_by_centre

SHELF = Shelf("blind traps")
WHOLE, PART = "Số đơn vị SDLĐ thuộc diện phải tham gia", "Số đơn vị SDLĐ đã đăng ký tham gia"
TITLE = "TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018"
PEOPLE = "Số người tham gia BHXH tự nguyện"


@SHELF.case("the debt rate in a table whose title names the schemes")
def debt_rate_under_a_known_title() -> Case:
    heads = ("Huyện", "Số phải thu (triệu đồng)", "Số tiền nợ (triệu đồng)", "Tỷ lệ (%)")
    page, _ = by_district("THU, NỢ BHXH BẮT BUỘC, BHTN NĂM 2018", heads, some_shares("debt", SOME))
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("files instead of employers under a title on electronic filing")
def files_instead_of_employers() -> Case:
    heads = ("Huyện", "Tổng số hồ sơ tiếp nhận", "Số hồ sơ giao dịch điện tử", "Tỷ lệ (%)")
    title = "TÌNH HÌNH GIAO DỊCH ĐIỆN TỬ CỦA ĐƠN VỊ SỬ DỤNG LAO ĐỘNG NĂM 2018"
    page, _ = by_district(title, heads, some_shares("files", SOME))
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("the share of those not registered is the other one")
def the_share_of_those_not_registered() -> Case:
    heads = ("Huyện", "Số đơn vị SDLĐ phải tham gia", "Số đơn vị SDLĐ chưa tham gia", "Tỷ lệ (%)")
    page, _ = by_district(TITLE, heads, some_shares("other share", SOME, percent=(8, 30)))
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("money under a title that speaks of people")
def money_under_a_title_on_people() -> Case:
    page = paper(f"{PEOPLE.upper()} NĂM 2018", heads=("STT", "Đơn vị", "Số tiền thu (triệu đồng)"))
    page.rows([[i, unit, 1200 + i] for i, unit in enumerate(SOME, 1)])
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("collecting agents, women and households beside the participants")
def agents_women_and_households_beside() -> Case:
    read = some_counts("agents", SOME, (300, 900))
    heads = ("STT", "Đơn vị", "Số đại lý thu", "Tổng số người tham gia", "Trong đó: nữ", "Số hộ gia đình")
    page = paper("NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018", heads=heads)
    page.rows([[i, u, 21, n, n // 3, n // 2] for i, (u, n) in enumerate(read.items(), 1)])
    return sent(page, expect=READ_OR_ASK, figures=counts(GROWTH, 2018, read), never=("21",))


@SHELF.case("compulsory and voluntary participants beside each other")
def compulsory_people_beside_voluntary() -> Case:
    read = some_counts("both schemes", SOME, (300, 900))
    page = paper("SỐ NGƯỜI THAM GIA NĂM 2018", heads=("STT", "Đơn vị", "Số người tham gia (người)"))
    page.at("D4", "BHXH tự nguyện")
    page.at("C4", "BHXH bắt buộc")
    page.at("E4", "BHYT")
    page.merge("A3:A4", "B3:B4", "C3:E3")
    page.rows([[i, u, 9000 + i, n, 80000 + i] for i, (u, n) in enumerate(read.items(), 1)])
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read), never=("9001", "80001"))


@SHELF.case("one district through the years, the years in the first column")
def one_district_years_in_the_first_column() -> Case:
    page = paper("THAM GIA BHXH BẮT BUỘC, BHTN", heads=("Năm", "Đơn vị", WHOLE, PART))
    page.rows([[2016, "Huyện Hương Sơn", 150, 101], [2017, "Huyện Hương Sơn", 160, 116]])
    page.row(2018, "Huyện Hương Sơn", 170, 139)
    years = {2016: (101, 150), 2017: (116, 160), 2018: (139, 170)}
    figures = [f for y, pair in years.items() for f in shares(ENROLLED, y, {"Huyện Hương Sơn": pair})]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("the years in the last column")
def years_in_the_last_column() -> Case:
    read = some_counts("last column", SOME)
    page = paper("BHXH TỰ NGUYỆN", heads=("STT", "Đơn vị", PEOPLE, "Năm"))
    page.rows([[i, u, n, 2017] for i, (u, n) in enumerate(read.items(), 1)])
    return sent(page, expect=READ_OR_ASK, figures=counts(GROWTH, 2017, read), year=None)


@SHELF.case("the day of the plan lies within the year reported: no estimate comes of it")
def day_of_the_plan_within_the_year() -> Case:
    read = some_shares("plan day", SOME)
    page = paper(
        TITLE.replace("2018", "2017"),
        "(Kèm theo Kế hoạch số 157/KH-UBND ngày 22/5/2017 của UBND tỉnh)",
        heads=("STT", "Đơn vị", WHOLE, PART),
    )
    page.rows([[i, u, d, n] for i, (u, (n, d)) in enumerate(read.items(), 1)])
    return sent(page, expect=READ, figures=shares(ENROLLED, 2017, read), year=None)


@SHELF.case("the whole province as the last column of a table with units across")
def the_province_as_a_column() -> Case:
    read = some_shares("province column", SOME)
    part, whole = total(read)
    page = paper(TITLE, heads=("TT", "Nội dung", *(shortened(u) for u in read), "Toàn tỉnh"))
    page.row(1, f"{WHOLE} BHXH bắt buộc, BHTN", *(d for _, d in read.values()), whole)
    page.row(2, f"{PART} BHXH bắt buộc, BHTN", *(n for n, _ in read.values()), part)
    optional = shares(ENROLLED, 2018, {HA_TINH_PROVINCE: (part, whole)})
    return sent(page, expect=READ, figures=shares(ENROLLED, 2018, read), optional=optional)


@SHELF.case("the goal, the result and the completion as percentages beside each other")
def three_percentages_beside_each_other() -> Case:
    read = some_percents("three percentages", SOME)
    heads = ("STT", "Đơn vị", "Mục tiêu (%)", "Kết quả (%)", "So với mục tiêu (%)", "So với năm trước (%)")
    page = paper("TỶ LỆ ĐƠN VỊ SDLĐ GIAO DỊCH ĐIỆN TỬ NĂM 2018", heads=heads)
    page.rows([[i, u, 99.5, float(v), 98.1, 104.4] for i, (u, v) in enumerate(read.items(), 1)])
    never = ("99.5", "98.1", "104.4")
    return sent(page, expect=READ, figures=percents(ELECTRONIC, 2018, read), never=never)


@SHELF.case("sheets sent out are not the whole of a survey")
def sheets_sent_out_and_satisfied() -> Case:
    heads = ("TT", "Chỉ tiêu", "Số phiếu phát ra", "Số phiếu hợp lệ", "Số phiếu trả lời hài lòng")
    page = paper("KHẢO SÁT NĂM 2022", heads=heads)
    page.row(1, "Chỉ số hài lòng của người tham gia BHTN", 500, 480, 420)
    figures = [Figure(SATISFACTION, NGHE_AN_PROVINCE, "2022", value="87.5")]
    return sent_by_centre(page, expect=NEVER_WRONG, figures=figures)


@SHELF.case("placed out of all who asked is not placed out of those referred")
def placed_out_of_all_who_asked() -> Case:
    heads = (
        "Huyện",
        "Số người thất nghiệp có nhu cầu GTVL",
        "Số người được GTVL thành công",
        "Tỷ lệ thành công (%)",
    )
    read = some_shares("asked", SOME_NGHE_AN, percent=(20, 50))
    page, _ = by_district("GIỚI THIỆU VIỆC LÀM NĂM 2022", heads, read)
    return sent_by_centre(page, expect=ASK_OR_REFUSE)


@SHELF.case("people of other ages and provinces beside those referred")
def of_which_from_other_provinces() -> Case:
    read = some_shares("of which", SOME_NGHE_AN, whole=(200, 900))
    heads = ("STT", "Huyện", "Số người được giới thiệu việc làm", None, "Số người được GTVL thành công")
    page = paper("GIỚI THIỆU VIỆC LÀM CHO NGƯỜI THẤT NGHIỆP NĂM 2022", heads=heads)
    page.row(None, None, "Tổng số", "Trong đó từ tỉnh khác đến")
    page.merge("A3:A4", "B3:B4", "C3:D3", "E3:E4")
    page.rows([[i, u, d, 17, n] for i, (u, (n, d)) in enumerate(read.items(), 1)])
    return sent_by_centre(page, expect=READ, figures=shares(PLACED, 2022, read), never=("17",))


@SHELF.case("job fairs and foreign workers under a title on job referral")
def job_fairs_under_a_known_title() -> Case:
    heads = ("Huyện", "Số người tham gia phiên giao dịch việc làm", "Số người được tuyển dụng", "Tỷ lệ (%)")
    page, _ = by_district("KẾT QUẢ GIỚI THIỆU VIỆC LÀM NĂM 2022", heads, some_shares("fairs", SOME_NGHE_AN))
    return sent_by_centre(page, expect=ASK_OR_REFUSE)


@SHELF.case("one district through the years, numbered, the years before its name")
def one_district_years_after_the_number() -> Case:
    page = paper("BHXH TỰ NGUYỆN", heads=("STT", "Năm", "Huyện", PEOPLE))
    page.rows([[1, 2017, "Huyện Đức Thọ", 214], [2, 2018, "Huyện Đức Thọ", 301]])
    figures = [Figure(GROWTH, "Huyện Đức Thọ", y, numerator=n) for y, n in (("2017", "214"), ("2018", "301"))]
    return sent(page, expect=READ, figures=figures, year=None)


@SHELF.case("money under a title that names the indicator, with a nameless share")
def money_and_a_nameless_share() -> Case:
    heads = ("Huyện", "Số phải thu (triệu đồng)", "Số đã thu (triệu đồng)", "Tỷ lệ (%)")
    page, _ = by_district(TITLE, heads, some_shares("money share", SOME))
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("communes with an agent under a title that names the indicator, with a nameless share")
def communes_and_a_nameless_share() -> Case:
    heads = ("Huyện", "Số xã, phường, thị trấn", "Số xã có đơn vị tham gia", "Đạt tỷ lệ (%)")
    page, _ = by_district(TITLE, heads, some_shares("communes", SOME, whole=(8, 30)))
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("workers under a title on counselling, with a nameless share")
def job_seekers_and_a_nameless_share() -> Case:
    heads = ("Huyện", "Số lượt người tìm việc", "Số lượt người được hẹn gặp", "Tỷ lệ (%)")
    title = "TỶ LỆ NGƯỜI THẤT NGHIỆP ĐƯỢC TƯ VẤN VIỆC LÀM KHI CÓ NHU CẦU NĂM 2022"
    page, _ = by_district(title, heads, some_shares("seekers", SOME_NGHE_AN))
    return sent_by_centre(page, expect=ASK_OR_REFUSE)


@SHELF.case("whole and printed share as lines, the part left out: the share is all there is")
def whole_and_share_as_lines_without_the_part() -> Case:
    page = paper("TÌNH HÌNH THỰC HIỆN KẾ HOẠCH NĂM 2018", heads=("TT", "Nội dung", "ĐVT", "Thực hiện"))
    page.row(1, "Tổng số đơn vị SDLĐ thuộc diện phải tham gia BHXH bắt buộc, BHTN", "Đơn vị", 2612)
    page.row(None, "Tỷ lệ đơn vị SDLĐ tham gia BHXH bắt buộc, BHTN", "%", 80.59)
    page.row(2, PEOPLE, "Người", 5617)
    figures = [
        Figure(ENROLLED, HA_TINH_PROVINCE, "2018", value="80.59"),
        Figure(GROWTH, HA_TINH_PROVINCE, "2018", numerator="5617"),
    ]
    return sent(page, expect=READ, figures=figures)


@SHELF.case("the year in a column right after the name")
def the_year_right_after_the_name() -> Case:
    page = paper("THAM GIA BHXH BẮT BUỘC, BHTN", heads=("Đơn vị", "Năm", WHOLE, PART))
    page.rows([["Huyện Hương Sơn", 2017, 160, 116], ["Huyện Hương Sơn", 2018, 170, 139]])
    years = {2017: (116, 160), 2018: (139, 170)}
    figures = [f for y, pair in years.items() for f in shares(ENROLLED, y, {"Huyện Hương Sơn": pair})]
    return sent(page, expect=READ, figures=figures, year=None)
