"""Plain tables that any clerk reads at once, and what stands so near them that it must be asked about."""

from __future__ import annotations

from collections.abc import Sequence

from ..expectation import (
    ASK_OR_REFUSE,
    ESTIMATE,
    GROWTH,
    QUESTION,
    READ,
    VOCATIONAL,
    Case,
    Finding,
    Shelf,
    answer,
    counts,
    finding,
    shares,
)
from ..places import (
    HA_TINH_PROVINCE,
    NGHE_AN_HIGHLAND,
    shortened,
    some_counts,
    some_shares,
)
from .blind_desk import SOME, paper, sent, sent_by_centre

SHELF = Shelf("plain tables")
ASK = (QUESTION,)
READ_2018 = some_counts("plain", SOME)
AGENTS = "collection-agents"
SCHEME = "BHXH TỰ NGUYỆN"
PEOPLE = f"SỐ NGƯỜI THAM GIA {SCHEME} NĂM 2018"


def _planned_and_done(title: str, done: str = "Thực hiện", **more: object) -> Case:
    page = paper(title, heads=("STT", "Đơn vị", "Kế hoạch", done))
    for place, (unit, count) in enumerate(READ_2018.items(), 1):
        page.row(place, shortened(unit), 2000 + place, count)
    figures = counts(GROWTH, 2018, READ_2018)
    return sent(page, **{"expect": READ, "figures": figures, **more})  # type: ignore[arg-type]


@SHELF.case("a title that names the voluntary scheme alone is about the people in it")
def the_scheme_alone_in_the_title() -> Case:
    return _planned_and_done(f"TÌNH HÌNH THỰC HIỆN CHỈ TIÊU {SCHEME} NĂM 2018")


@SHELF.case("the same, estimated by title and heading")
def the_scheme_estimated() -> Case:
    figures = counts(GROWTH, 2018, READ_2018, ESTIMATE)
    done = "Ước thực hiện cả năm"
    return _planned_and_done(
        f"ƯỚC THỰC HIỆN CHỈ TIÊU {SCHEME} NĂM 2018", done, figures=figures, stage=ESTIMATE
    )


@SHELF.case(
    "«Phát triển» may be those who joined in the year: asked, and the people in the scheme are offered"
)
def the_scheme_developed() -> Case:
    answers = [answer("indicator-unknown", "D3", "Số người tham gia BHXH tự nguyện")]
    return _planned_and_done(f"PHÁT TRIỂN {SCHEME} NĂM 2018", expect=ASK, answers=answers)


@SHELF.case("«Thu BHXH tự nguyện» is of money")
def the_scheme_in_money() -> Case:
    return _planned_and_done(f"KẾT QUẢ THU {SCHEME} NĂM 2018", expect=ASK_OR_REFUSE, figures=())


@SHELF.case("a percentage of the scheme is no number of people")
def the_scheme_in_percent() -> Case:
    return _planned_and_done(f"{SCHEME} NĂM 2018 (%)", expect=ASK_OR_REFUSE, figures=())


def _counted(title: str, *heads: str, others: Sequence[int] = (), **more: object) -> Case:
    page = paper(title, heads=("STT", "Đơn vị", *heads))
    for place, (unit, count) in enumerate(READ_2018.items(), 1):
        page.row(place, shortened(unit), count, *(other + place for other in others))
    figures = counts(GROWTH, 2018, READ_2018)
    return sent(page, **{"expect": READ, "figures": figures, **more})  # type: ignore[arg-type]


@SHELF.case("«Số người» below a title that names the one thing people are counted in")
def people_below_their_title() -> Case:
    return _counted(PEOPLE, "Số người")


@SHELF.case("«Số người tham gia (người)» the same, summed up in the title until the year's last day")
def people_taking_part_below_their_title() -> Case:
    title = f"TỔNG HỢP SỐ NGƯỜI THAM GIA {SCHEME} ĐẾN NGÀY 31 THÁNG 12 NĂM 2018"
    return _counted(title, "Số người tham gia (người)")


@SHELF.case("money beside «Số người» is no other number of people")
def people_beside_money() -> Case:
    return _counted(PEOPLE, "Số người", "Số tiền thu", others=[40000], never=("40001",))


@SHELF.case("people of whom nothing is said beside them: which are they?")
def people_beside_other_people() -> Case:
    answers = [answer("indicator-unknown", "C3", "Số người tham gia BHXH tự nguyện")]
    return _counted(PEOPLE, "Số người", "Số nhân khẩu", others=[9000], expect=ASK, answers=answers)


@SHELF.case("employers are no people, whatever the title counts")
def employers_below_a_title_of_people() -> Case:
    return _counted(PEOPLE, "Số đơn vị", expect=ASK_OR_REFUSE, figures=())


@SHELF.case("of two schemes in the title «Số người» is of neither")
def people_below_a_title_of_two_schemes() -> Case:
    title = f"SỐ NGƯỜI THAM GIA BHXH BẮT BUỘC, {SCHEME} NĂM 2018"
    return _counted(title, "Số người tham gia", expect=ASK_OR_REFUSE, figures=())


@SHELF.case("«Số người tham gia BHXH» over the whole and its two schemes")
def schemes_below_the_people_in_them() -> Case:
    page = paper("TÌNH HÌNH THAM GIA BHXH NĂM 2018", heads=("STT", "Đơn vị", "Số người tham gia BHXH"))
    page.row(None, None, "Tổng số", "BHXH bắt buộc", "BHXH tự nguyện")
    page.merge("A3:A4", "B3:B4", "C3:E3")
    for place, (unit, count) in enumerate(READ_2018.items(), 1):
        page.row(place, shortened(unit), count + 4000 + place, 4000 + place, count)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, READ_2018))


@SHELF.case("money below the same groups is no number of people")
def schemes_below_the_money_of_them() -> Case:
    page = paper("TÌNH HÌNH THU BHXH NĂM 2018", heads=("STT", "Đơn vị", "Số thu BHXH"))
    page.row(None, None, "Tổng số", "BHXH bắt buộc", "BHXH tự nguyện")
    page.merge("A3:A4", "B3:B4", "C3:E3")
    for place, (unit, count) in enumerate(READ_2018.items(), 1):
        page.row(place, shortened(unit), count + 4000 + place, 4000 + place, count)
    return sent(page, expect=ASK_OR_REFUSE)


POINTS = some_counts("points", SOME, (10, 60))


def _agents(heads: Sequence[str], **more: object) -> Case:
    page = paper("MẠNG LƯỚI ĐẠI LÝ THU NĂM 2018", heads=("STT", "Đơn vị", *heads))
    for place, (unit, count) in enumerate(POINTS.items(), 1):
        figures = {"Số đại lý thu": 3 + place, "Số điểm thu": count, "Số nhân viên đại lý": 70 + place}
        page.row(place, shortened(unit), *(figures[head] for head in heads))
    return sent(page, **more)  # type: ignore[arg-type]


@SHELF.case("the plan counts collection points, an agent has several: agents alone are asked about")
def agents_alone() -> Case:
    return _agents(["Số đại lý thu"], expect=ASK, findings=[finding("indicator-unknown", "C3")])


@SHELF.case("agents and their staff beside the points are other figures")
def agents_beside_their_points() -> Case:
    heads = ["Số đại lý thu", "Số điểm thu", "Số nhân viên đại lý"]
    return _agents(heads, expect=READ, figures=counts(AGENTS, 2018, POINTS))


def _agents_in_a_form(measure: str, **more: object) -> Case:
    page = paper("KẾT QUẢ NĂM 2018", heads=("STT", "Nội dung", "ĐVT", "Năm 2018"))
    page.row(1, "Số người tham gia BHXH tự nguyện", "Người", 8120)
    page.row(2, "Đại lý thu", measure, 301)
    people = counts(GROWTH, 2018, {HA_TINH_PROVINCE: 8120})
    points = counts(AGENTS, 2018, {HA_TINH_PROVINCE: 301})
    return sent(page, **{"figures": [*people, *points], **more})  # type: ignore[arg-type]


@SHELF.case("agents measured in points are the points")
def agents_measured_in_points() -> Case:
    return _agents_in_a_form("Điểm", expect=READ)


@SHELF.case("agents measured in agents are not")
def agents_measured_in_agents() -> Case:
    noted: list[Finding] = [finding("indicator-unknown", "B5")]
    people = counts(GROWTH, 2018, {HA_TINH_PROVINCE: 8120})
    return _agents_in_a_form(
        "Đại lý", expect=(*READ, QUESTION), figures=people, never=("301",), findings=noted
    )


FILED, DECIDED = "Số người nộp hồ sơ hưởng TCTN", "Số người có quyết định hưởng TCTN"
HELPED = "Số người được hỗ trợ học nghề"


def _claimed(*heads: str, **more: object) -> Case:
    page = paper("TÌNH HÌNH THỰC HIỆN BHTN NĂM 2022", heads=("STT", "Đơn vị", *heads))
    read = some_shares("claimed", NGHE_AN_HIGHLAND, whole=(400, 900), percent=(3, 9))
    for place, (unit, (part, whole)) in enumerate(read.items(), 1):
        figures = {FILED: whole, DECIDED: whole - 9, HELPED: part}
        page.row(place, shortened(unit), *(figures[head] for head in heads))
    return sent_by_centre(page, **{"figures": shares(VOCATIONAL, 2022, read), **more})  # type: ignore[arg-type]


@SHELF.case("who got a decision stands beside who filed, whom the plan divides by")
def decided_beside_filed() -> Case:
    return _claimed(FILED, DECIDED, HELPED, expect=READ)


@SHELF.case("who got a decision alone may be whom the office divides by: asked")
def decided_alone() -> Case:
    return _claimed(DECIDED, HELPED, expect=ASK, figures=())


@SHELF.case("a title that compares two years above columns that name each")
def two_years_compared() -> Case:
    title = "SO SÁNH SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018 VỚI NĂM 2017"
    page = paper(title, heads=("STT", "Đơn vị", "Năm 2017 (người)", "Năm 2018 (người)", "Tăng, giảm"))
    for place, (unit, count) in enumerate(READ_2018.items(), 1):
        page.row(place, shortened(unit), count - 60 - place, count, 60 + place)
    return sent(page, expect=READ, figures=counts(GROWTH, 2018, READ_2018))


@SHELF.case("the title tells of a growth: which number stands below «Năm 2018» is asked")
def a_growth_in_the_title() -> Case:
    return _counted(
        "SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN TĂNG NĂM 2018", "Năm 2018", expect=ASK_OR_REFUSE, figures=()
    )
