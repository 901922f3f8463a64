"""Plain lists and forms that any clerk reads at once, and what stands so near them that it must be asked about."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ENROLLED,
    ESTIMATE,
    GROWTH,
    OFFICIAL,
    READ,
    Case,
    Figure,
    Shelf,
    counts,
    finding,
    percents,
)
from ..places import HA_TINH_PROVINCE, NGHE_AN_PROVINCE, some_counts, some_percents
from .blind_desk import SOME, paper, sent, sent_by_centre

SHELF = Shelf("plain lists")
PEOPLE, SHARE = "Số người tham gia BHXH tự nguyện", "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN"
READ_2018, SHARES_2018 = some_counts("plain list", SOME), some_percents("plain list", SOME)


@SHELF.case("«Giá trị» holds what the row's own name counts")
def counts_and_shares_in_one_column() -> Case:
    page = paper("SỐ LIỆU NĂM 2018", heads=("Đơn vị", "Chỉ tiêu", "Năm", "Giá trị"))
    for unit, count in READ_2018.items():
        page.row(unit, PEOPLE, 2018, count)
        page.row(unit, SHARE, 2018, float(SHARES_2018[unit]))
    figures = counts(GROWTH, 2018, READ_2018) + percents(ENROLLED, 2018, SHARES_2018)
    return sent(page, expect=READ, figures=figures)


@SHELF.case("a number of people under «Tỷ lệ (%)» is not taken")
def counts_under_a_share() -> Case:
    page = paper("SỐ LIỆU NĂM 2018", heads=("Đơn vị", "Chỉ tiêu", "Năm", "Tỷ lệ (%)"))
    page.rows([(unit, PEOPLE, 2018, count) for unit, count in READ_2018.items()])
    return sent(page, expect=ASK_OR_REFUSE)


@SHELF.case("the title says the stage of every row")
def the_stage_of_a_list_in_its_title() -> Case:
    return _unsaid("KẾT QUẢ THỰC HIỆN NĂM 2018", OFFICIAL)


@SHELF.case("the title says that every row is an estimate")
def the_estimate_of_a_list_in_its_title() -> Case:
    return _unsaid("ƯỚC THỰC HIỆN NĂM 2018", ESTIMATE)


def _unsaid(title: str, stage: str, **more: object) -> Case:
    page = paper(title, heads=("Đơn vị", "Chỉ tiêu", "Năm", "Giá trị"))
    page.rows([(unit, PEOPLE, 2018, count) for unit, count in READ_2018.items()])
    figures = counts(GROWTH, 2018, READ_2018, stage)
    return sent(page, **{"expect": READ, "figures": figures, "stage": None, **more})  # type: ignore[arg-type]


@SHELF.case("nothing tells the stage: asked, at the first row")
def a_list_without_stage() -> Case:
    stated = [finding("stage-unclear", "A4")]
    return _unsaid("SỐ LIỆU NĂM 2018", OFFICIAL, expect=ASK_OR_REFUSE, figures=(), findings=stated)


def _owed(measure: str, factor: int, due: int = 30_000, **more: object) -> Case:
    page = paper(
        "TÌNH HÌNH NỢ BHXH NĂM 2018",
        f"Đơn vị tính: {measure}",
        heads=("Đơn vị", "Số tiền phải thu BHXH", "Số tiền nợ BHXH"),
    )
    page.rows([(SOME[0], due, 900), (SOME[1], due + 70, 1200)])
    owed = {SOME[0]: (900, due), SOME[1]: (1200, due + 70)}
    figures = [
        Figure("arrears-rate", unit, "2018", numerator=str(part * factor), denominator=str(whole * factor))
        for unit, (part, whole) in owed.items()
    ]
    return sent(page, **{"expect": READ, "figures": figures, **more})  # type: ignore[arg-type]


@SHELF.case("money in millions is plain where the plan counts money")
def money_in_millions() -> Case:
    return _owed("triệu đồng", 10**6)


@SHELF.case("money in thousands")
def money_in_thousands() -> Case:
    return _owed("nghìn đồng", 1000)


@SHELF.case("«triệu đồng» above figures as large as đồng")
def money_in_millions_as_large_as_dong() -> Case:
    asked = [finding("scale-unclear", "B4")]
    return _owed(
        "triệu đồng", 1, 30_000_000_000, expect=ASK_OR_REFUSE, figures=(), never=("900",), findings=asked
    )


def _targets(title: str, **more: object) -> Case:
    page = paper(title, heads=("TT", "Mục tiêu", "ĐVT", "Năm 2022"))
    page.row(1, "Tỷ lệ người thất nghiệp được tư vấn miễn phí", "%", 94)
    page.row(2, "Tỷ lệ giới thiệu việc làm thành công", "%", 51)
    figures = percents(COUNSELLED, 2022, {NGHE_AN_PROVINCE: "94"})
    figures += percents("referred-placed", 2022, {NGHE_AN_PROVINCE: "51"})
    return sent_by_centre(page, **{"expect": READ, "figures": figures, **more})  # type: ignore[arg-type]


@SHELF.case("«Mục tiêu» over the names below a title of what was reached of them")
def targets_reached() -> Case:
    return _targets("TIẾN ĐỘ THỰC HIỆN MỤC TIÊU ĐỀ ÁN TRÊN ĐỊA BÀN TỈNH NGHỆ AN")


@SHELF.case("«Mục tiêu» below a title that tells of nothing reached")
def targets_set() -> Case:
    return _targets("ĐỀ ÁN PHÁT TRIỂN BHTN TỈNH NGHỆ AN", expect=ASK_OR_REFUSE, figures=())


@SHELF.case("news items and features that were published")
def news_items_published() -> Case:
    page = paper("KẾT QUẢ TUYÊN TRUYỀN NĂM 2018", heads=("STT", "Nội dung", "ĐVT", "Kết quả năm 2018"))
    page.row(1, "Số tin, bài, chuyên mục về BHXH đã đăng, phát", "Tin, bài", 486)
    page.row(2, "Số hội nghị tuyên truyền", "Hội nghị", 57)
    return sent(
        page, expect=READ, figures=counts("media-items", 2018, {HA_TINH_PROVINCE: 486}), never=("57",)
    )
