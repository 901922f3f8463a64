"""What stands in brackets behind a known name: a unit of measure, a code, or words that make another figure of it."""

from __future__ import annotations

from ..expectation import (
    ASK_OR_REFUSE,
    COUNSELLED,
    ESTIMATE,
    GROWTH,
    READ,
    READ_OR_ASK,
    Case,
    Shelf,
    counts,
    percents,
)
from ..places import NGHE_AN_PROVINCE, some_counts
from .blind_desk import SOME, paper, sent, sent_by_centre

SHELF = Shelf("brackets")
PEOPLE = "Số người tham gia BHXH tự nguyện"
READ_2018 = some_counts("brackets", SOME)


def _under(heading: str, expect: tuple[str, ...], stage: str | None = None) -> Case:
    page = paper("BÁO CÁO NĂM 2018", heads=("STT", "Đơn vị", heading))
    page.rows([(place, unit, count) for place, (unit, count) in enumerate(READ_2018.items(), 1)])
    figures = counts(GROWTH, 2018, READ_2018, stage or "official") if expect == READ else []
    return sent(page, expect=expect, figures=figures)


for _name, _heading in {
    "a_measure": f"{PEOPLE} (người)",
    "a_code": f"{PEOPLE} (2)",
    "a_formula": f"{PEOPLE} (3=1+2)",
    "a_footnote_mark": f"{PEOPLE} (*)",
    "a_letter": f"{PEOPLE} (b)",
    "a_ratio_of_columns": f"{PEOPLE} (3=2/1)",
}.items():
    SHELF.add(f"brackets_with_{_name}", f"{_heading} is the name", lambda h=_heading: _under(h, READ))

for _name, _words in {
    "the_plan": "KH",
    "the_same_period": "cùng kỳ",
    "the_year_before": "năm trước",
    "an_aim": "chỉ tiêu",
    "a_guess": "dự kiến",
    "nine_months": "9T",
    "december": "T12",
    "a_day_in_june": "30/6/2018",
    "what_is_left": "còn lại",
    "a_council": "HĐND",
    "one_district": "huyện Kỳ Anh",
    "hundreds": "ĐVT: trăm người",
    "occasions": "đvt: lượt",
    "september": "T9",
    "a_quarter": "Q3",
    "a_half": "H1",
    "a_rise": "+",
    "a_fall": "-",
    "the_young": "18-30",
    "the_old": "> 60",
    "thousands_in_short": "k",
    "women_in_short": "N",
    "a_scale_of_five": "/5",
    "promille": "‰",
}.items():
    SHELF.add(
        f"brackets_with_{_name}",
        f"«({_words})» makes another figure of a known name",
        lambda w=_words: _under(f"{PEOPLE} ({w})", ASK_OR_REFUSE),
    )


def _in_a_rows_name(words: str) -> Case:
    page = paper("KẾT QUẢ NĂM 2022", heads=("TT", "Chỉ tiêu", "Năm 2022"))
    page.row(1, "Số người thất nghiệp có nhu cầu tư vấn", 200)
    page.row(2, f"Số người thất nghiệp được tư vấn việc làm ({words})", 150)
    return sent_by_centre(page, expect=ASK_OR_REFUSE)


for _name, _words in {"a_stage": "ước", "a_scale": "nghìn người", "another_year": "năm 2021"}.items():
    SHELF.add(
        f"a_rows_name_with_{_name}",
        f"«({_words})» behind a row's name is asked about",
        lambda w=_words: _in_a_rows_name(w),
    )


@SHELF.case("a heading of twelve months is the year's")
def twelve_months() -> Case:
    return _under(f"{PEOPLE} 12 tháng năm 2018", READ)


@SHELF.case("«(ước)» tells the stage")
def brackets_with_the_stage() -> Case:
    return _under(f"{PEOPLE} (ước)", READ, ESTIMATE)


@SHELF.case("a share's plan in brackets")
def brackets_with_a_shares_plan() -> Case:
    page = paper("KẾT QUẢ NĂM 2022", heads=("TT", "Chỉ tiêu", "Năm 2022"))
    page.row(1, "Tỷ lệ người thất nghiệp được tư vấn khi có nhu cầu (%)", 94.5)
    page.row(2, "Tỷ lệ người thất nghiệp được tư vấn khi có nhu cầu (%) (KH)", 95)
    figures = percents(COUNSELLED, 2022, {NGHE_AN_PROVINCE: "94.5"})
    return sent_by_centre(page, expect=READ_OR_ASK, figures=figures, never=("95",))


for _name, _place in {
    "": "",
    "of_the_province": " tỉnh",
    "of_the_whole_province": " toàn tỉnh",
    "of_the_province_by_name": " tỉnh Hà Tĩnh",
    "of_all_districts": " các huyện, thị xã, thành phố",
    "of_the_province_in_a_year": " tỉnh năm 2018",
}.items():
    SHELF.add(
        f"on_the_ground_{_name or 'alone'}",
        "the whole province's ground adds nothing to a name",
        lambda p=_place: _under(f"{PEOPLE} trên địa bàn{p}", READ),
    )

for _name, _place in {
    "of_a_commune": "xã Sơn Tây",
    "of_a_town": "thành phố Hà Tĩnh",
    "of_another_province": "tỉnh Quảng Bình",
    "of_a_zone": "KKT Vũng Áng",
    "until_june": "tỉnh 6 tháng đầu năm",
    "planned": "tỉnh (kế hoạch)",
    "added": "tỉnh tăng thêm",
    "new": "tỉnh mới phát triển",
    "in_arrears": "tỉnh chưa đóng đủ",
}.items():
    SHELF.add(
        f"on_the_ground_{_name}",
        "what is said behind «trên địa bàn» makes another figure",
        lambda p=_place: _under(f"{PEOPLE} trên địa bàn {p}", ASK_OR_REFUSE),
    )


@SHELF.case("a share of one town's people, in a row")
def on_the_ground_of_a_town_in_a_row() -> Case:
    page = paper(
        "Kết quả thực hiện BHTN tỉnh Nghệ An", heads=("STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022")
    )
    page.row(1, "Tỷ lệ người thất nghiệp được tư vấn miễn phí trên địa bàn thành phố Vinh", "%", 90)
    return sent_by_centre(page, expect=ASK_OR_REFUSE)
