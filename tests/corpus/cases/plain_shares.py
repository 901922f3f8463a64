"""Plain tables of shares and their counts, and what stands so near them that it must be asked about."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ELECTRONIC,
    ENROLLED,
    PLACED,
    QUESTION,
    READ,
    REFERRED,
    Case,
    Shelf,
    percents,
    shares,
)
from ..places import (
    NGHE_AN_HIGHLAND,
    NGHE_AN_PROVINCE,
    share_of,
    shortened,
    some_percents,
    some_shares,
)
from .blind_desk import SOME, paper, sent, sent_by_centre

SHELF = Shelf("plain shares")
ASK = (QUESTION,)
CASHLESS = "cashless-payments"
QUANG_NGAI_PLAN = "quang-ngai-6983-2021"
QUANG_NGAI = ("Thành phố Quảng Ngãi", "Huyện Bình Sơn", "Huyện Trà Bồng", "Huyện Sơn Tịnh")


def _filed(title: str, *heads: str, share: bool = True, **more: object) -> Case:
    page = paper(title, heads=("STT", "Đơn vị", *heads, *(["Tỷ lệ (%)"] if share else [])))
    read = some_shares("filed", SOME, whole=(300, 900))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), whole, part, *([share_of(part, whole)] if share else []))
    return sent(page, **{"expect": READ, "figures": shares(ELECTRONIC, 2018, read), **more})  # type: ignore[arg-type]


FILING = "ĐƠN VỊ THỰC HIỆN GIAO DỊCH ĐIỆN TỬ NĂM 2018"


@SHELF.case("electronic filing of social insurance records, in the plan's words less the second scheme")
def records_filed_electronically() -> Case:
    whole, part = "Tổng số đơn vị sử dụng lao động", "Số đơn vị thực hiện giao dịch điện tử hồ sơ BHXH"
    return _filed("KẾT QUẢ NĂM 2018", whole, part, share=False)


@SHELF.case("«Đã giao dịch điện tử» below a title that says who, beside all of them")
def filed_below_a_title_that_says_who() -> Case:
    return _filed(FILING, "Tổng số đơn vị", "Đã giao dịch điện tử")


@SHELF.case("beside records it may be records that were filed")
def filed_beside_records() -> Case:
    return _filed(FILING, "Tổng số hồ sơ", "Đã giao dịch điện tử", expect=ASK_OR_REFUSE, figures=())


@SHELF.case("below a title that says nobody it is asked who filed")
def filed_by_nobody() -> Case:
    return _filed("KẾT QUẢ NĂM 2018", "Tổng số đơn vị", "Đã giao dịch điện tử", expect=ASK, figures=())


def _paid(whole: str, part: str, **more: object) -> Case:
    page = paper("CHI TRẢ KHÔNG DÙNG TIỀN MẶT NĂM 2023", heads=("STT", "Đơn vị", whole, part))
    read = some_shares("paid", QUANG_NGAI, whole=(2000, 9000))
    for place, (unit, (number, total)) in enumerate(read.items(), 1):
        page.row(place, unit, total, number)
    figures = shares(CASHLESS, 2023, read)
    return sent(page, **{"plan": QUANG_NGAI_PLAN, "year": 2023, "expect": READ, "figures": figures, **more})  # type: ignore[arg-type]


@SHELF.case("pensions and benefits paid into a bank account")
def paid_into_an_account() -> Case:
    return _paid(
        "Tổng số người hưởng lương hưu, trợ cấp BHXH", "Số người nhận qua tài khoản ngân hàng (người)"
    )


@SHELF.case("pensions, benefits of both insurances, by card")
def paid_by_card() -> Case:
    return _paid(
        "TỔNG SỐ NGƯỜI NHẬN LƯƠNG HƯU, TRỢ CẤP BHXH, TCTN", "Số người hưởng lương hưu, trợ cấp qua thẻ ATM"
    )


@SHELF.case("money paid is no number of people paid")
def money_paid_into_an_account() -> Case:
    return _paid("Tổng số tiền chi trả", "Số tiền chi qua ngân hàng", expect=ASK_OR_REFUSE, figures=())


ENROLLED_TITLE = "TỶ LỆ ĐƠN VỊ THAM GIA BHXH BẮT BUỘC, BHTN NĂM 2018"


def _share_alone(title: str, heading: str, **more: object) -> Case:
    read = some_percents("alone", SOME)
    page = paper(title, heads=("STT", "Đơn vị", heading))
    for place, (unit, value) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), float(value))
    figures = percents(ENROLLED, 2018, read)
    return sent(page, **{"expect": READ, "figures": figures, **more})  # type: ignore[arg-type]


@SHELF.case("shares «theo địa bàn» under a bare «Tỷ lệ»")
def shares_by_place() -> Case:
    return _share_alone(f"{ENROLLED_TITLE} THEO ĐỊA BÀN", "Tỷ lệ năm 2018 (%)")


@SHELF.case("«Tỷ lệ đạt được (%)» below the title of the share")
def shares_reached() -> Case:
    return _share_alone(ENROLLED_TITLE, "Tỷ lệ đạt được (%)")


@SHELF.case("«% tham gia» below the title of the share")
def shares_by_their_sign() -> Case:
    return _share_alone(ENROLLED_TITLE, "% tham gia")


@SHELF.case("«Tỷ lệ hoàn thành (%)» is of a plan, whatever the title")
def shares_of_a_plan() -> Case:
    return _share_alone(ENROLLED_TITLE, "Tỷ lệ hoàn thành (%)", expect=ASK_OR_REFUSE, figures=())


def _referred(title: str, **more: object) -> Case:
    page = paper(title, heads=("STT", "Đơn vị", "Có nhu cầu GTVL", "Được GTVL", "GTVL thành công"))
    read = some_shares("referred", NGHE_AN_HIGHLAND, whole=(500, 900), percent=(70, 80))
    placed = {unit: (part * 50 // 100, part) for unit, (part, _) in read.items()}
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        page.row(place, shortened(unit), whole, part, placed[unit][0])
    figures = [*shares(REFERRED, 2022, read), *shares(PLACED, 2022, placed)]
    return sent_by_centre(page, **{"expect": READ, "figures": figures, **more})  # type: ignore[arg-type]


@SHELF.case("short headings below a title that says whose referral it is")
def referred_below_their_title() -> Case:
    return _referred("GIỚI THIỆU VIỆC LÀM CHO NGƯỜI THẤT NGHIỆP NĂM 2022")


@SHELF.case("the same below a title that does not: asked")
def referred_below_another_title() -> Case:
    return _referred("SÀN GIAO DỊCH VIỆC LÀM NĂM 2022", expect=ASK_OR_REFUSE, figures=())


@SHELF.case("the plan's own sentence as a row, measured in per cent")
def the_plans_sentences_in_percent() -> Case:
    page = paper("KẾT QUẢ THỰC HIỆN NĂM 2022", heads=("TT", "Chỉ tiêu", "ĐVT", "Năm 2022"))
    page.row(1, "Người thất nghiệp được tư vấn miễn phí khi có nhu cầu", "%", 94)
    page.row(2, "Người được giới thiệu việc làm thành công trong số người được giới thiệu", "%", 57)
    figures = percents(COUNSELLED, 2022, {NGHE_AN_PROVINCE: "94"})
    figures += percents(PLACED, 2022, {NGHE_AN_PROVINCE: "57"})
    return sent_by_centre(page, expect=READ, figures=figures)
