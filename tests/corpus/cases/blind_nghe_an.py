"""Tables of the employment service centre and the labour office of Nghệ An, in wordings of their own."""

from __future__ import annotations

import unicodedata

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
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
    shares,
)
from ..places import NGHE_AN_PROVINCE, shortened, some_shares
from .blind_desk import SOME_NGHE_AN, by_district, paper, sent_by_centre

SHELF = Shelf("blind Nghệ An")
CENTRE = "TRUNG TÂM DỊCH VỤ VIỆC LÀM TỈNH NGHỆ AN"


@SHELF.case("three services and the claims, with those in need before each")
def three_services_with_those_in_need() -> Case:
    advised, referred = some_shares("need a", SOME_NGHE_AN), some_shares("need b", SOME_NGHE_AN)
    placed = {unit: (part * 6 // 10, part) for unit, (part, _) in referred.items()}
    heads = (
        "TT",
        "Huyện, TP, TX",
        "Số người nộp hồ sơ hưởng TCTN",
        "Số người thất nghiệp có nhu cầu tư vấn",
        "Số người thất nghiệp được tư vấn việc làm",
        "Số người thất nghiệp có nhu cầu GTVL",
        "Số người thất nghiệp được GTVL",
        "Số người có việc làm sau khi được giới thiệu",
    )
    page = paper(CENTRE, "KẾT QUẢ THỰC HIỆN CHÍNH SÁCH BHTN NĂM 2022", heads=heads)
    for place, unit in enumerate(SOME_NGHE_AN, 1):
        need = (*advised[unit][::-1], *referred[unit][::-1])
        page.row(place, shortened(unit), 9000 + place, *need, placed[unit][0])
    figures = [*shares(COUNSELLED, 2022, advised), *shares(REFERRED, 2022, referred)]
    figures += shares(PLACED, 2022, placed)
    return sent_by_centre(page, expect=READ, figures=figures, never=("9001", "9002"))


@SHELF.case("occasions are no people")
def occasions_over_people() -> Case:
    heads = ("Huyện", "Số người thất nghiệp có nhu cầu tư vấn", "Số lượt người được tư vấn")
    page, _ = by_district(
        "TƯ VẤN VIỆC LÀM NĂM 2022", heads, some_shares("occasions", SOME_NGHE_AN), ("whole", "part")
    )
    return sent_by_centre(page, expect=ASK_OR_REFUSE)


@SHELF.case("claimants and those learning a trade")
def claimants_learning_a_trade() -> Case:
    read = some_shares("trade", SOME_NGHE_AN, percent=(2, 9))
    heads = ("Địa phương", "Số người hưởng TCTN", "Số người được hỗ trợ học nghề", "Tỷ lệ (%)")
    page, _ = by_district("HỖ TRỢ HỌC NGHỀ CHO NGƯỜI HƯỞNG TCTN NĂM 2022", heads, read)
    return sent_by_centre(page, expect=READ_OR_ASK, figures=shares(VOCATIONAL, 2022, read))


@SHELF.case("decisions of the office stand for the people they are about")
def decisions_for_claimants() -> Case:
    read = some_shares("decisions", SOME_NGHE_AN, percent=(2, 9))
    heads = (
        "Địa bàn",
        "Số người có quyết định hưởng trợ cấp thất nghiệp",
        "Số người có quyết định hỗ trợ học nghề",
        "Tỷ lệ (%)",
    )
    page, _ = by_district("KẾT QUẢ GIẢI QUYẾT CHẾ ĐỘ BHTN NĂM 2022", heads, read)
    return sent_by_centre(page, expect=READ_OR_ASK, figures=shares(VOCATIONAL, 2022, read))


@SHELF.case("the law's long words for training that keeps a job")
def training_in_the_words_of_the_law() -> Case:
    read = some_shares("keeping", SOME_NGHE_AN, whole=(900, 9000), percent=(1, 6))
    heads = (
        "Huyện",
        "Số lao động đang tham gia BHTN",
        "Số lao động được hỗ trợ đào tạo, bồi dưỡng, nâng cao trình độ kỹ năng nghề để duy trì việc làm",
        "Tỷ lệ (%)",
    )
    page, _ = by_district("HỖ TRỢ NGƯỜI SỬ DỤNG LAO ĐỘNG ĐÀO TẠO NĂM 2022", heads, read)
    return sent_by_centre(page, expect=READ, figures=shares(RETENTION, 2022, read))


@SHELF.case("the centre's staff, one line for the centre itself")
def staff_on_the_line_of_the_centre() -> Case:
    heads = (
        "TT",
        "Đơn vị",
        "Tổng số cán bộ, viên chức làm công tác BHTN",
        "Số cán bộ, viên chức làm công tác BHTN được đào tạo, tập huấn",
        "Tỷ lệ (%)",
    )
    page = paper("ĐÀO TẠO CÁN BỘ LÀM CÔNG TÁC BHTN NĂM 2022", heads=heads)
    page.row(1, "Trung tâm Dịch vụ việc làm Nghệ An", 48, 42, 87.5)
    figures = shares(STAFF, 2022, {NGHE_AN_PROVINCE: (42, 48)})
    return sent_by_centre(page, expect=READ_OR_ASK, figures=figures)


@SHELF.case("an index as text with a percent sign in a list")
def satisfaction_as_text() -> Case:
    page = paper("MỘT SỐ KẾT QUẢ NĂM 2022", heads=("STT", "Nội dung", "Kết quả"))
    page.row(1, "Chỉ số hài lòng của người tham gia BHTN", "86,5%")
    figures = [Figure(SATISFACTION, NGHE_AN_PROVINCE, "2022", value="86.5")]
    return sent_by_centre(page, expect=READ, figures=figures, findings=[finding("value-text-number", "C4")])


@SHELF.case("the satisfied are a share of the sheets that came back, not of those sent out")
def satisfaction_from_a_survey() -> Case:
    heads = ("TT", "Đối tượng khảo sát", "Số phiếu phát ra", "Số phiếu thu về", "Số phiếu hài lòng")
    page = paper("KHẢO SÁT MỨC ĐỘ HÀI LÒNG NĂM 2022", heads=(*heads, "Chỉ số hài lòng (%)"))
    page.row(1, "Người tham gia BHTN trên địa bàn tỉnh", 500, 480, 420, 87.5)
    figures = [Figure(SATISFACTION, NGHE_AN_PROVINCE, "2022", value="87.5")]
    return sent_by_centre(page, expect=READ_OR_ASK, figures=figures)


@SHELF.case("a mark on a scale of five is no percentage")
def satisfaction_on_a_scale_of_five() -> Case:
    page = paper("KẾT QUẢ KHẢO SÁT NĂM 2022", heads=("TT", "Nội dung", "Điểm trung bình (thang điểm 5)"))
    page.row(1, "Mức độ hài lòng của người tham gia BHTN", 4.2)
    return sent_by_centre(page, expect=ASK_OR_REFUSE)


@SHELF.case("every indicator of the plan through the years, the base year and the goals beside")
def every_indicator_through_the_years() -> Case:
    rows = {
        COUNSELLED: ("Tỷ lệ người thất nghiệp được tư vấn khi có nhu cầu", (90.1, 93.5, 95.2), 100),
        REFERRED: ("Tỷ lệ người thất nghiệp được GTVL khi có nhu cầu", (61.2, 65.4, 69.7), 80),
        PLACED: ("Tỷ lệ người được GTVL thành công trên số được giới thiệu", (41.3, 44.6, 48.9), 60),
        VOCATIONAL: ("Tỷ lệ người hưởng TCTN được hỗ trợ học nghề", (3.4, 3.9, 4.3), None),
        RETENTION: ("Tỷ lệ NLĐ tham gia BHTN được hỗ trợ đào tạo duy trì việc làm", (0.3, 0.4, 0.6), None),
        STAFF: ("Tỷ lệ cán bộ làm công tác BHTN của Trung tâm được đào tạo", (70.5, 80.2, 91.3), 100),
        SATISFACTION: ("Chỉ số hài lòng của người tham gia BHTN", (75.5, 78.2, 80.4), 85),
    }
    heads = ("TT", "Chỉ tiêu", "ĐVT", "TH 2020", "TH 2021", "TH 2022", "KH đến 2025")
    page = paper("KẾT QUẢ THỰC HIỆN CHỈ TIÊU BHTN TỈNH NGHỆ AN", heads=heads)
    figures = []
    for place, (indicator, (words, values, goal)) in enumerate(rows.items(), 1):
        page.row(place, words, "%", *values, goal)
        figures += [
            Figure(indicator, NGHE_AN_PROVINCE, str(2020 + i), value=str(v)) for i, v in enumerate(values)
        ]
    return sent_by_centre(page, expect=READ, figures=figures, year=None)


@SHELF.case("parts and wholes as lines below each other, years across")
def parts_and_wholes_as_lines_by_year() -> Case:
    page = paper("TƯ VẤN, GIỚI THIỆU VIỆC LÀM TỈNH NGHỆ AN", heads=("TT", "Nội dung", "ĐVT", "2021", "2022"))
    page.row(1, "Số người thất nghiệp có nhu cầu tư vấn", "người", 8120, 9240)
    page.row(None, "- Số người thất nghiệp được tư vấn", "người", 7714, 8963)
    page.row(2, "Số người thất nghiệp có nhu cầu giới thiệu việc làm", "người", 5230, 5810)
    page.row(None, "- Số người thất nghiệp được giới thiệu việc làm", "người", 3504, 4124)
    page.row(None, "- Số người được giới thiệu việc làm thành công", "người", 1650, 2013)
    figures = [
        *shares(COUNSELLED, 2021, {NGHE_AN_PROVINCE: (7714, 8120)}),
        *shares(COUNSELLED, 2022, {NGHE_AN_PROVINCE: (8963, 9240)}),
        *shares(REFERRED, 2021, {NGHE_AN_PROVINCE: (3504, 5230)}),
        *shares(REFERRED, 2022, {NGHE_AN_PROVINCE: (4124, 5810)}),
        *shares(PLACED, 2021, {NGHE_AN_PROVINCE: (1650, 3504)}),
        *shares(PLACED, 2022, {NGHE_AN_PROVINCE: (2013, 4124)}),
    ]
    return sent_by_centre(page, expect=READ, figures=figures, year=None)


@SHELF.case("placed out of those referred, nothing else")
def referred_people_who_took_a_job() -> Case:
    read = some_shares("took a job", SOME_NGHE_AN)
    heads = (
        "Huyện",
        "Số người được giới thiệu việc làm",
        "Số người nhận được việc làm",
        "Tỷ lệ có việc làm (%)",
    )
    page, _ = by_district("KẾT QUẢ GIỚI THIỆU VIỆC LÀM NĂM 2022", heads, read)
    return sent_by_centre(page, expect=READ, figures=shares(PLACED, 2022, read))


@SHELF.case("a printed share of another whole: the counts stand, the printed share does not")
def printed_share_of_another_whole() -> Case:
    read = some_shares("another whole", SOME_NGHE_AN)
    heads = (
        "STT",
        "Huyện",
        "Số người thất nghiệp có nhu cầu GTVL",
        "Số người thất nghiệp được GTVL",
        "Số người được GTVL thành công",
        "Tỷ lệ thành công so với số có nhu cầu (%)",
    )
    page = paper("GIỚI THIỆU VIỆC LÀM NĂM 2022", heads=heads)
    placed = {unit: (part // 2, part) for unit, (part, _) in read.items()}
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, unit, whole, part, part // 2, round(100 * (part // 2) / whole, 2))
    figures = [*shares(REFERRED, 2022, read), *shares(PLACED, 2022, placed)]
    return sent_by_centre(page, expect=READ_OR_ASK, figures=figures)


@SHELF.case("a quarter is a period of its own")
def third_quarter_in_the_title() -> Case:
    read = some_shares("third quarter", SOME_NGHE_AN)
    heads = ("Huyện", "Số người thất nghiệp có nhu cầu tư vấn", "Số người thất nghiệp được tư vấn", "%")
    page, _ = by_district("TƯ VẤN VIỆC LÀM QUÝ III NĂM 2022", heads, read)
    return sent_by_centre(page, expect=READ_OR_ASK, figures=shares(COUNSELLED, "2022-Q3", read), year=None)


@SHELF.case("a whole sheet in decomposed Unicode")
def decomposed_sheet() -> Case:
    read = some_shares("decomposed", SOME_NGHE_AN)
    heads = (
        "Đơn vị",
        "Số người thất nghiệp có nhu cầu tư vấn",
        "Số người thất nghiệp được tư vấn",
        "Tỷ lệ %",
    )
    page, _ = by_district("TƯ VẤN VIỆC LÀM NĂM 2022", heads, read)
    page.cells = {
        k: unicodedata.normalize("NFD", v) if isinstance(v, str) else v for k, v in page.cells.items()
    }
    return sent_by_centre(page, expect=READ, figures=shares(COUNSELLED, 2022, read))


@SHELF.case("those who filed a claim are not those who asked for counselling")
def counselled_out_of_all_claims() -> Case:
    heads = ("Huyện", "Số người nộp hồ sơ hưởng TCTN", "Số người được tư vấn", "Tỷ lệ (%)")
    page, _ = by_district("TÌNH HÌNH THỰC HIỆN BHTN NĂM 2022", heads, some_shares("claims", SOME_NGHE_AN))
    return sent_by_centre(page, expect=ASK_OR_REFUSE)


@SHELF.case("the table's units are offices of the labour department")
def labour_offices_of_the_districts() -> Case:
    read = some_shares("offices", SOME_NGHE_AN)
    heads = (
        "Phòng LĐ-TB&XH",
        "Người thất nghiệp có nhu cầu GTVL",
        "Người thất nghiệp được GTVL",
        "Tỷ lệ (%)",
    )
    page, _ = by_district(
        "GIỚI THIỆU VIỆC LÀM CHO NGƯỜI THẤT NGHIỆP NĂM 2022",
        heads,
        read,
        naming=lambda unit: f"Phòng LĐ-TB&XH {unit[0].lower()}{unit[1:]}",
    )
    return sent_by_centre(page, expect=READ_OR_ASK, figures=shares(REFERRED, 2022, read))


@SHELF.case("spellings with i, hoà and glued short forms")
def old_spellings_of_the_districts() -> Case:
    read = some_shares("spellings", ("Thành phố Vinh", "Thị xã Thái Hòa", "Huyện Quỳ Hợp", "Huyện Quỳ Châu"))
    names = dict(zip(read, ("Tp.Vinh", "Txã Thái Hoà", "Huyện Quì Hợp", "H.Quì Châu"), strict=True))
    heads = ("Đơn vị", "Số người thất nghiệp có nhu cầu tư vấn", "Số người thất nghiệp được tư vấn", "%")
    page, _ = by_district("TƯ VẤN VIỆC LÀM NĂM 2022", heads, read, naming=names.__getitem__)
    return sent_by_centre(page, expect=READ_OR_ASK, figures=shares(COUNSELLED, 2022, read))
