"""Names in another language, without their noun, or of the office's own: read, asked about, never mixed up."""

from __future__ import annotations

from collections.abc import Sequence

from ..expectation import (
    ASK_OR_REFUSE,
    ELECTRONIC,
    ESTIMATE,
    GROWTH,
    NGHE_AN,
    PLACED,
    QUESTION,
    READ,
    REFERRED,
    REFUSE,
    RETENTION,
    SATISFACTION,
    STAFF,
    Case,
    Figure,
    Shelf,
    answer,
    counts,
    finding,
    percents,
    shares,
)
from ..paper import Page, workbook
from ..places import NGHE_AN_PROVINCE, NGHE_AN_TOWNS, share_of, some_counts, some_shares
from .blind_desk import SOME, by_district, paper, sent, sent_by_centre

SHELF = Shelf("other words")
ASK = (QUESTION,)


@SHELF.case("each heading in Vietnamese and, below, in English")
def headings_in_two_languages() -> Case:
    heads = (
        "Đơn vị\nUnit",
        "Tổng số đơn vị sử dụng lao động\nTotal number of employers",
        "Số đơn vị giao dịch điện tử\nEmployers filing electronically",
        "Tỷ lệ (%)\nShare (%)",
    )
    read = some_shares("two languages", SOME)
    page, _ = by_district("GIAO DỊCH ĐIỆN TỬ NĂM 2018", heads, read)
    return sent(page, expect=READ, figures=shares(ELECTRONIC, 2018, read))


@SHELF.case("the English behind a stroke or in brackets")
def english_behind_a_stroke() -> Case:
    heads = ("Đơn vị / District", "Số người tham gia BHXH tự nguyện (Participants in voluntary insurance)")
    page = paper("BHXH TỰ NGUYỆN NĂM 2018", heads=("STT / No.", *heads))
    read = some_counts("stroke", SOME)
    for place, (unit, people) in enumerate(read.items(), 1):
        page.row(place, unit, people)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, read))


@SHELF.case("the English half says what the Vietnamese does not: new participants")
def english_that_narrows() -> Case:
    page = paper(
        "BHXH TỰ NGUYỆN", heads=("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện\nNew participants")
    )
    for place, (unit, people) in enumerate(some_counts("narrows", SOME).items(), 1):
        page.row(place, unit, people)
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("«BHXH | Tự nguyện» beside BHYT and BHTN: who is counted is asked")
def a_kind_of_insurance_without_its_people() -> Case:
    page = paper("THAM GIA BẢO HIỂM NĂM 2018", heads=("TT", "Huyện", "BHXH", None, "BHTN", "BHYT"))
    page.row(None, None, "Bắt buộc", "Tự nguyện")
    page.merge("A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4")
    read = some_counts("kinds", SOME)
    for place, (unit, people) in enumerate(read.items(), 1):
        page.row(place, unit, 9 * people, people, 7 * people, 80 * people)
    answers = [answer("indicator-unknown", "D4", "Số người tham gia BHXH tự nguyện")]
    return sent(page, expect=ASK, figures=counts(GROWTH, 2018, read), answers=answers)


@SHELF.case("«Được GTVL» counts those referred, and is the whole of those placed: one answer for both")
def a_count_of_two_indicators_without_its_people() -> Case:
    heads = (
        "TT",
        "Huyện",
        "Số người thất nghiệp có nhu cầu GTVL",
        "Được GTVL",
        "Số người được GTVL thành công",
    )
    page = paper("GIỚI THIỆU VIỆC LÀM NĂM 2024", heads=heads)
    referred = some_shares("answered once", NGHE_AN_TOWNS, whole=(300, 900))
    for place, (unit, (part, whole)) in enumerate(referred.items(), 1):
        page.row(place, unit, whole, part, part // 2)
    placed = {unit: (part // 2, part) for unit, (part, _) in referred.items()}
    answers = [answer("indicator-unknown", "D3", "Số người thất nghiệp được giới thiệu việc làm miễn phí")]
    figures = [*shares(REFERRED, 2024, referred), *shares(PLACED, 2024, placed)]
    return sent_by_centre(page, expect=ASK, figures=figures, answers=answers, year=2024)


def _survey(last: Sequence[object]) -> Page:
    heads = ("TT", "Tiêu chí", "Số phiếu hài lòng", "Tỷ lệ (%)")
    page = paper("KHẢO SÁT NGƯỜI THAM GIA BHTN TỈNH NGHỆ AN NĂM 2024", heads=heads)
    page.row(1, "Nơi đón tiếp, chỗ ngồi chờ", 701, 82.5)
    page.row(2, "Thái độ phục vụ", 733, 86.2)
    page.row(3, "Thời gian giải quyết", 690, 81.2)
    page.row(*last)
    return page


@SHELF.case("a survey by criterion: only the overall index is the indicator")
def an_overall_index_below_its_criteria() -> Case:
    figures = percents(SATISFACTION, 2024, {NGHE_AN_PROVINCE: "83.4"})
    page = _survey((None, "Mức độ hài lòng chung", None, 83.4))
    return sent_by_centre(page, expect=READ, figures=figures, year=2024, never=("82.5", "86.2", "81.2"))


@SHELF.case("a survey by criterion without an overall index gives none")
def criteria_without_an_overall_index() -> Case:
    return sent_by_centre(_survey((4, "Kết quả giải quyết", 711, 83.6)), expect=ASK_OR_REFUSE, year=2024)


@SHELF.case("staff «của Trung tâm DVVL», workers «đang tham gia» and not «người»")
def rows_in_the_centres_words() -> Case:
    page = paper("KẾT QUẢ NĂM 2024 TỈNH NGHỆ AN", heads=("TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2024"))
    page.row(1, "Tỷ lệ nhân sự làm BHTN của Trung tâm dịch vụ việc làm tỉnh được đào tạo", "%", 97.5)
    page.row(2, "Tỷ lệ lao động tham gia BHTN được hỗ trợ đào tạo duy trì việc làm", "%", 1.25)
    figures = percents(RETENTION, 2024, {NGHE_AN_PROVINCE: "1.25"})
    figures += percents(STAFF, 2024, {NGHE_AN_PROVINCE: "97.5"})
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


def _tidy_rows(heading: str, stages: Sequence[str]) -> Page:
    page = Page("Data")
    page.row("Đơn vị", "Mã chỉ tiêu", "Năm", "Tử số", "Mẫu số", heading)
    for unit, stage in zip(NGHE_AN_TOWNS, stages, strict=True):
        page.row(unit, "unemployed-counselled", 2023, 90, 100, stage)
    return page


def _counselled(stage: str, units: Sequence[str]) -> list[Figure]:
    return shares("unemployed-counselled", 2023, dict.fromkeys(units, (90, 100)), stage)


@SHELF.case("a tidy table whose «Trạng thái» tells the stage")
def a_state_that_tells_the_stage() -> Case:
    page = _tidy_rows("Trạng thái", ("Chính thức", "Chính thức", "Ước thực hiện", "Ước"))
    figures = _counselled("official", NGHE_AN_TOWNS[:2]) + _counselled(ESTIMATE, NGHE_AN_TOWNS[2:])
    return Case(workbook(page), READ, plan=NGHE_AN, year=2023, figures=figures)


@SHELF.case("a tidy table whose «Trạng thái» tells something else")
def a_state_that_tells_no_stage() -> Case:
    page = _tidy_rows("Trạng thái", ("Đã duyệt", "Đã duyệt", "Chính thức", "Trả lại"))
    figures = _counselled("official", NGHE_AN_TOWNS)
    found = [finding("column-unknown", "F1")]
    return Case(
        workbook(page), READ, plan=NGHE_AN, year=2023, stage="official", figures=figures, findings=found
    )


@SHELF.case("a form nobody has filled in")
def a_form_without_figures() -> Case:
    page = paper(
        "GIAO DỊCH ĐIỆN TỬ NĂM 2018", heads=("STT", "Đơn vị", "Tổng số đơn vị", "Số đơn vị kê khai điện tử")
    )
    for place, unit in enumerate(SOME, 1):
        page.row(place, unit)
    return sent(page, expect=REFUSE, findings=[finding("no-values")])


@SHELF.case("a table of something else is no empty form")
def a_table_of_something_else() -> Case:
    page = paper("THU BHXH NĂM 2018", heads=("STT", "Phòng", "Số phải thu", "Số đã thu"))
    page.row(1, "Phòng Thu", 812, 790)
    return sent(page, expect=REFUSE, findings=[finding("no-table-found")])


@SHELF.case("a share in percent with a count whose name says «Số … (%)»: a count is whole")
def a_count_in_percent() -> Case:
    page = paper("KẾT QUẢ NĂM 2018", heads=("STT", "Đơn vị", "Số đơn vị đã tham gia BHXH bắt buộc, BHTN (%)"))
    for place, (unit, (part, whole)) in enumerate(some_shares("count in percent", SOME).items(), 1):
        page.row(place, unit, share_of(part, whole))
    return sent(page, expect=ASK_OR_REFUSE, findings=[finding("value-not-whole", when=("reject",))])
