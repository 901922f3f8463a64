"""Words in brackets behind a unit's name: some say what kind of unit it is, others change what was counted."""

from __future__ import annotations

from ..expectation import ASK_OR_REFUSE, ENROLLED, GROWTH, READ, Case, Shelf, answer, counts, shares
from ..places import HA_TINH_PROVINCE, some_counts, some_shares
from .blind_desk import SOME, paper, sent

SHELF = Shelf("remarks")
PEOPLE = "SỐ NGƯỜI THAM GIA BHXH TỰ NGUYỆN NĂM 2018"
FIRST = 4  # the row of the first unit
ASKED = ("unit-unknown", "unit-ambiguous")


def _people(remark: str, **more: object) -> Case:
    """Counts of districts, the first with something behind its name."""
    read = some_counts("remarked", SOME)
    page = paper(PEOPLE, heads=("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện"))
    for place, (unit, count) in enumerate(read.items(), 1):
        page.row(place, unit + (remark if place == 1 else ""), count)
    return sent(page, figures=counts(GROWTH, 2018, read), **more)  # type: ignore[arg-type]


@SHELF.case("nine months of one district among the years of the others")
def nine_months_of_one_district() -> Case:
    return _people(" (9 tháng)", expect=ASK_OR_REFUSE, answers=[answer(ASKED, f"B{FIRST}", SOME[0])])


@SHELF.case("the plan of one district among the results of the others")
def a_plan_of_one_district() -> Case:
    return _people(" (KH)", expect=ASK_OR_REFUSE)


@SHELF.case("one district without one of its communes")
def without_a_commune() -> Case:
    return _people(" (chưa gồm xã Sơn Tiến)", expect=ASK_OR_REFUSE)


@SHELF.case("the office and a footnote mark behind a name")
def an_office_behind_a_name() -> Case:
    return _people(" (BHXH thành phố) (*)", expect=READ)


@SHELF.case("nine months of the whole province below the districts")
def nine_months_of_the_province() -> Case:
    page = paper(PEOPLE, heads=("STT", "Đơn vị", "Số người tham gia BHXH tự nguyện"))
    page.rows([(place, unit, 400 + place) for place, unit in enumerate(SOME, 1)])
    page.row(None, f"{HA_TINH_PROVINCE} (9 tháng)", 7777)
    return sent(page, expect=ASK_OR_REFUSE, never=("7777",))


@SHELF.case("plans and results of each district in columns of their own, with the districts over them")
def districts_with_remarks_over_columns() -> Case:
    read = some_shares("over-columns", SOME[:2])
    heads = [f"{unit} ({said})" for unit in read for said in ("KH", "TH")]
    page = paper("BÁO CÁO NĂM 2018", heads=("STT", "Chỉ tiêu", *heads))
    page.row(
        1, "Số đơn vị thuộc diện phải tham gia", *(n for _, whole in read.values() for n in (9001, whole))
    )
    page.row(
        2,
        "Số đơn vị đã tham gia BHXH bắt buộc, BHTN",
        *(n for part, _ in read.values() for n in (8001, part)),
    )
    return sent(page, expect=ASK_OR_REFUSE, never=("9001", "8001"), figures=shares(ENROLLED, 2018, read))


@SHELF.case("a district's nine months above its indicators, below another district's year")
def nine_months_above_indicators() -> Case:
    page = paper("BÁO CÁO NĂM 2018", heads=("STT", "Chỉ tiêu", "Số liệu"))
    for unit, whole, part in ((SOME[2], 300, 240), (f"{SOME[3]} (9 tháng)", 9001, 8001)):
        page.row(None, unit)
        page.row(1, "Số đơn vị thuộc diện phải tham gia", whole)
        page.row(2, "Số đơn vị đã tham gia BHXH bắt buộc, BHTN", part)
    return sent(page, expect=ASK_OR_REFUSE, never=("9001", "8001"))
