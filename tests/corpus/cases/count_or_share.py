"""Short names without «số» or «tỷ lệ»: 98 below them may be people or a percentage, and is never guessed."""

from __future__ import annotations

from collections.abc import Sequence

from ..expectation import (
    ACCEPT,
    COUNSELLED,
    ENROLLED,
    PLACED,
    QUESTION,
    READ,
    REFERRED,
    SATISFACTION,
    VOCATIONAL,
    Answer,
    Case,
    Figure,
    Shelf,
    answer,
    finding,
    percents,
    shares,
)
from ..paper import Shown
from ..places import NGHE_AN_HIGHLAND, NGHE_AN_PROVINCE, NGHE_AN_TOWNS, familiar, shortened, some_shares
from .blind_desk import Page, paper, sent, sent_by_centre

SHELF = Shelf("count or share")
ASK = (QUESTION,)
MANY, FEW = (700, 1900), (100, 190)
SMALL = {unit: 40 + 7 * place for place, unit in enumerate(NGHE_AN_TOWNS)}  # 40 … 61
NEEDED, REFERRED_PEOPLE = "Số người thất nghiệp có nhu cầu GTVL", "Số người thất nghiệp được GTVL"
FILED = "Số người nộp hồ sơ hưởng TCTN"


def _placed(page: Page, referred: dict[str, tuple[int, int]], percent: int) -> dict[str, tuple[int, int]]:
    placed = {unit: (part * percent // 100, part) for unit, (part, _) in referred.items()}
    for place, unit in enumerate(referred, 1):
        page.row(place, shortened(unit), *referred[unit][::-1], placed[unit][0])
    return placed


def _three_columns(
    title: str, last: str, whole: tuple[int, int], lines: Sequence[str] = ()
) -> tuple[Page, list[Figure]]:
    page = paper(title, *lines, heads=("STT", "Đơn vị", NEEDED, REFERRED_PEOPLE, last))
    referred = some_shares(title, NGHE_AN_HIGHLAND, whole=whole, percent=(70, 80))
    placed = _placed(page, referred, 50)
    return page, [*shares(REFERRED, 2024, referred), *shares(PLACED, 2024, placed)]


@SHELF.case("hundreds of people under «GTVL thành công» can be no percentage")
def hundreds_under_a_name_without_number() -> Case:
    page, figures = _three_columns("GIỚI THIỆU VIỆC LÀM NĂM 2024", "GTVL thành công", MANY)
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


@SHELF.case("98 under «GTVL thành công» beside counts: people or percent is asked, and heeded")
def fewer_than_a_hundred_under_a_name_without_number() -> Case:
    page, figures = _three_columns("GTVL NĂM 2024", "GTVL thành công", FEW)
    answers = [answer("indicator-ambiguous", "E3", "Số người được giới thiệu việc làm thành công")]
    return sent_by_centre(page, expect=ASK, figures=figures, answers=answers, year=2024)


@SHELF.case("the same under «ĐVT: Người»")
def fewer_than_a_hundred_measured_in_people() -> Case:
    page, figures = _three_columns(
        "KẾT QUẢ GTVL NĂM 2024", "Giới thiệu việc làm thành công", FEW, ["ĐVT: Người"]
    )
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


@SHELF.case("«(người)» in the heading says the same")
def fewer_than_a_hundred_with_people_in_brackets() -> Case:
    page, figures = _three_columns("SỐ LIỆU GTVL NĂM 2024", "Giới thiệu việc làm thành công (người)", FEW)
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


def _by_unit(lines: Sequence[str], heads: Sequence[str | None], values: Sequence[object]) -> Page:
    page = paper(*lines, heads=("TT", "Huyện", *heads))
    for place, (unit, value) in enumerate(zip(NGHE_AN_TOWNS, values, strict=True), 1):
        page.row(place, shortened(unit), value)
    return page


@SHELF.case("whole percentages under «ĐVT: %»")
def whole_percentages_measured_in_percent() -> Case:
    page = _by_unit(["KẾT QUẢ NĂM 2024", "Đơn vị tính: %"], ["Hỗ trợ học nghề"], list(SMALL.values()))
    figures = percents(VOCATIONAL, 2024, {unit: str(value) for unit, value in SMALL.items()})
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


@SHELF.case("whole percentages below «Tỷ lệ (%)»")
def whole_percentages_below_a_group_of_shares() -> Case:
    page = paper("KẾT QUẢ NĂM 2024", heads=("TT", "Huyện", "Tỷ lệ (%)"))
    page.row(None, None, "Hỗ trợ học nghề", "GTVL thành công")
    page.merge("A3:A4", "B3:B4", "C3:D3")
    for place, (unit, value) in enumerate(SMALL.items(), 1):
        page.row(place, unit, value, value + 9)
    figures = percents(VOCATIONAL, 2024, {unit: str(value) for unit, value in SMALL.items()})
    figures += percents(PLACED, 2024, {unit: str(value + 9) for unit, value in SMALL.items()})
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


@SHELF.case("shown with a percent sign")
def shares_under_a_percent_format() -> Case:
    page = _by_unit(["KẾT QUẢ NĂM 2024"], ["GTVL thành công"], [Shown(v / 100, "0%") for v in SMALL.values()])
    figures = percents(PLACED, 2024, {unit: str(value) for unit, value in SMALL.items()})
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


@SHELF.case("decimals are no people")
def decimals_are_no_people() -> Case:
    page = _by_unit(["KẾT QUẢ NĂM 2024"], ["Hỗ trợ học nghề"], [v + 0.5 for v in SMALL.values()])
    figures = percents(VOCATIONAL, 2024, {unit: f"{value}.5" for unit, value in SMALL.items()})
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


@SHELF.case("whole numbers up to 61 and nothing that tells: asked, and a share where the person says so")
def nothing_tells_people_from_percent() -> Case:
    page = _by_unit(["KẾT QUẢ NĂM 2024"], ["Hỗ trợ học nghề"], list(SMALL.values()))
    figures = percents(VOCATIONAL, 2024, {unit: str(value) for unit, value in SMALL.items()})
    answers = [answer("indicator-ambiguous", "C3", "Tỷ lệ người nộp hồ sơ")]
    return sent_by_centre(page, expect=ASK, figures=figures, answers=answers, year=2024)


@SHELF.case("the title names it, the only column names a year")
def only_the_title_names_it() -> Case:
    page = _by_unit(["HỖ TRỢ HỌC NGHỀ CHIA THEO HUYỆN"], ["Năm 2024"], list(SMALL.values()))
    return sent_by_centre(page, expect=ASK, year=2024, findings=[finding("indicator-ambiguous", "C3")])


@SHELF.case("people learning a trade below a group of that name, in a wide table")
def few_people_below_a_group() -> Case:
    page = paper("BHTN NĂM 2024", heads=("TT", "Đơn vị", "Tư vấn", None, "Hỗ trợ học nghề"))
    page.row(
        None,
        None,
        "Số người có nhu cầu tư vấn",
        "Số người được tư vấn",
        FILED,
        "Được hỗ trợ học nghề",
    )
    page.merge("A3:A4", "B3:B4", "C3:D3", "E3:F3")
    advised = some_shares("wide", NGHE_AN_TOWNS)
    for place, unit in enumerate(NGHE_AN_TOWNS, 1):
        page.row(place, familiar(unit), *advised[unit][::-1], 900 + place, SMALL[unit])
    trade = {unit: (SMALL[unit], 901 + place) for place, unit in enumerate(NGHE_AN_TOWNS)}
    answers = [answer("indicator-ambiguous", "F4", "Số người nộp hồ sơ")]
    figures = [*shares(COUNSELLED, 2024, advised), *shares(VOCATIONAL, 2024, trade)]
    return sent_by_centre(page, expect=ASK, figures=figures, answers=answers, year=2024)


def _listed(rows: Sequence[Sequence[object]], heads: Sequence[str]) -> Page:
    page = paper("KẾT QUẢ THỰC HIỆN BHTN NĂM 2024 TỈNH NGHỆ AN", heads=("STT", "Nội dung", *heads))
    for place, row in enumerate(rows, 1):
        page.row(place, *row)
    return page


@SHELF.case("a row measured in people")
def a_row_measured_in_people() -> Case:
    rows = [(FILED, "Người", 812), ("Hỗ trợ học nghề", "Người", 35)]
    page = _listed(rows, ("ĐVT", "Thực hiện năm 2024"))
    figures = shares(VOCATIONAL, 2024, {NGHE_AN_PROVINCE: (35, 812)})
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


@SHELF.case("a row measured in percent")
def a_row_measured_in_percent() -> Case:
    page = _listed([("Giới thiệu việc làm thành công", "%", 63)], ("ĐVT", "Thực hiện năm 2024"))
    figures = percents(PLACED, 2024, {NGHE_AN_PROVINCE: "63"})
    return sent_by_centre(page, expect=READ, figures=figures, year=2024)


@SHELF.case("a row nobody measured: 35 people or 35 %")
def a_row_without_measure() -> Case:
    page = _listed([(FILED, 812), ("Hỗ trợ học nghề", 35)], ("Thực hiện năm 2024",))
    answers: list[Answer] = [answer("indicator-ambiguous", "B5", "Số người nộp hồ sơ")]
    figures = shares(VOCATIONAL, 2024, {NGHE_AN_PROVINCE: (35, 812)})
    return sent_by_centre(page, expect=ASK, figures=figures, answers=answers, year=2024)


@SHELF.case("a row of satisfaction: 86 may be sheets or the index")
def satisfaction_without_measure() -> Case:
    page = _listed([("Hài lòng của người tham gia BHTN", 86)], ("Kết quả năm 2024",))
    answers = [answer("indicator-ambiguous", "B4", "Chỉ số hài lòng")]
    figures = percents(SATISFACTION, 2024, {NGHE_AN_PROVINCE: "86"})
    return sent_by_centre(page, expect=ASK, figures=figures, answers=answers, year=2024)


@SHELF.case("a title «TÌNH HÌNH THAM GIA …» over whole percentages with a sign in the heading")
def percentages_below_a_title_without_share() -> Case:
    page = paper("TÌNH HÌNH THAM GIA BHXH BẮT BUỘC, BHTN", heads=("TT", "Đơn vị", "Năm 2018 (%)"))
    read = {"Huyện Đức Thọ": "81", "Huyện Can Lộc": "77", "Huyện Lộc Hà": "90"}
    for place, (unit, value) in enumerate(read.items(), 1):
        page.row(place, unit, int(value))
    return sent(page, expect=(ACCEPT, QUESTION), figures=percents(ENROLLED, 2018, read), year=2018)


@SHELF.case(
    "employers filing electronically, fewer than a hundred each, below a title without «số» or «tỷ lệ»"
)
def few_employers_below_a_title_without_number() -> Case:
    page = paper("GIAO DỊCH ĐIỆN TỬ HỒ SƠ BHXH, BHTN", heads=("TT", "Đơn vị", "Năm 2018"))
    for place, unit in enumerate(("Huyện Đức Thọ", "Huyện Can Lộc", "Huyện Lộc Hà"), 1):
        page.row(place, unit, 60 + 11 * place)
    return sent(page, expect=ASK, year=2018, never=("71", "82", "93"))


@SHELF.case("«Số liệu năm …», «Số thực hiện» say nothing of people")
def a_column_of_figures_is_not_one_of_people() -> Case:
    page = _listed([("Giới thiệu việc làm thành công", 63)], ("Số liệu thực hiện năm 2024",))
    answers = [answer("indicator-ambiguous", "B4", "Tỷ lệ giới thiệu việc làm thành công")]
    figures = percents(PLACED, 2024, {NGHE_AN_PROVINCE: "63"})
    return sent_by_centre(page, expect=ASK, figures=figures, answers=answers, year=2024)


def _below_a_share(heading: str, *figures: float) -> Page:
    title = "Tỷ lệ đơn vị tham gia BHXH bắt buộc, BHTN năm 2018"
    page = paper(title, heads=("STT", "Đơn vị", heading))
    page.rows([(1, "Huyện Đức Thọ", figures[0]), (2, "Huyện Can Lộc", figures[1])])
    return page


for _name, _heading in {"numbers": "Số lượng", "totals": "Tổng số"}.items():
    SHELF.add(
        f"{_name}_below_the_title_of_a_share",
        f"whole numbers under «{_heading}» may be employers or percent",
        lambda h=_heading: sent(_below_a_share(h, 30, 12), expect=ASK),
    )


@SHELF.case("decimals below the title of a share are percent, whatever the heading")
def decimals_below_the_title_of_a_share() -> Case:
    figures = percents(ENROLLED, 2018, {"Huyện Đức Thọ": "75.5", "Huyện Can Lộc": "81.2"})
    return sent(_below_a_share("Tổng số", 75.5, 81.2), expect=READ, figures=figures)
