"""Which unit a name means: certain, in question, or refused."""

from __future__ import annotations

import unicodedata

import pytest
from office_workbooks import (
    ENROLLED,
    HA_TINH,
    NGHE_AN,
    answered,
    choices_of,
    figures,
    long_row,
    long_table,
    places,
    understood,
)

from kpi.domain.period import Period
from kpi.intake.words.unit_names import UnitFound, UnitMatch, UnitNames, is_whole_province, split_kind
from kpi.registry.definitions import load_definitions


def match(text: str, year: int = 2018, province: str = "ha-tinh") -> UnitMatch:
    return UnitNames(load_definitions().units, province).match(text, Period(year))


def found(text: str, year: int = 2018, province: str = "ha-tinh") -> tuple[str, list[str]]:
    matched = match(text, year, province)
    return matched.found.value, [unit.id for unit in matched.units]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Thị xã Kỳ Anh", "thi-xa-ky-anh"),
        ("TX. Kỳ Anh", "thi-xa-ky-anh"),
        ("TX.Kỳ Anh", "thi-xa-ky-anh"),
        ("tx Kỳ Anh", "thi-xa-ky-anh"),
        ("T.X Kỳ Anh", "thi-xa-ky-anh"),
        ("Kỳ Anh (TX)", "thi-xa-ky-anh"),
        ("Kỳ Anh (thị xã)", "thi-xa-ky-anh"),
        ("H. Kỳ Anh", "huyen-ky-anh"),
        ("H.Kỳ Anh", "huyen-ky-anh"),
        ("H Kỳ Anh", "huyen-ky-anh"),
        ("Kỳ Anh (huyện)", "huyen-ky-anh"),
        ("Huyện Kỳ Anh (huyện)", "huyen-ky-anh"),
        ("Hương Khê (miền núi)", "huyen-huong-khe"),
        ("Hương Sơn (BHXH huyện)", "huyen-huong-son"),
        ("HUYỆN KỲ ANH", "huyen-ky-anh"),
        ("Huyện Kì Anh", "huyen-ky-anh"),
        ("BHXH huyện Kỳ Anh", "huyen-ky-anh"),
        ("Bảo hiểm xã hội huyện Kỳ Anh", "huyen-ky-anh"),
        ("UBND huyện Kỳ Anh", "huyen-ky-anh"),
        ("TP. Hà Tĩnh", "thanh-pho-ha-tinh"),
        ("Tp Hà Tĩnh", "thanh-pho-ha-tinh"),
        ("TP.Hà Tĩnh", "thanh-pho-ha-tinh"),
        ("Thành phố\nHà\u00a0Tĩnh", "thanh-pho-ha-tinh"),
        ("Hà Tĩnh (TP)", "thanh-pho-ha-tinh"),
        ("Tỉnh Hà Tĩnh", "ha-tinh"),
        ("Hương Sơn", "huyen-huong-son"),
        ("ÐỨC THỌ", "huyen-duc-tho"),
        ("huyen-duc-tho", "huyen-duc-tho"),
        ("Văn phòng BHXH tỉnh", "van-phong-bhxh-ha-tinh"),
    ],
)
def test_a_name_is_known_with_any_prefix_and_spelling(text: str, unit: str) -> None:
    for form in ("NFC", "NFD"):
        assert found(unicodedata.normalize(form, text)) == ("one", [unit])


@pytest.mark.parametrize("text", ["Thị xã Thái Hoà", "TX Thái Hòa", "THÁI HOÀ"])
def test_either_place_of_the_tone_is_the_same_town(text: str) -> None:
    assert found(text, province="nghe-an") == ("one", ["thi-xa-thai-hoa"])


@pytest.mark.parametrize(
    ("text", "province", "candidates"),
    [
        ("Kỳ Anh", "ha-tinh", {"huyen-ky-anh", "thi-xa-ky-anh"}),
        ("KỲ ANH", "ha-tinh", {"huyen-ky-anh", "thi-xa-ky-anh"}),
        ("Hà Tĩnh", "ha-tinh", {"ha-tinh", "thanh-pho-ha-tinh"}),
        ("Quảng Ngãi", "quang-ngai", {"quang-ngai", "thanh-pho-quang-ngai"}),
    ],
)
def test_a_name_of_two_units_is_never_settled(text: str, province: str, candidates: set[str]) -> None:
    kind, units = found(text, province=province)
    assert (kind, set(units)) == ("ambiguous", candidates)


def test_before_the_town_was_split_off_its_bare_name_can_mean_the_district_alone() -> None:
    assert found("Kỳ Anh", 2014) == ("one", ["huyen-ky-anh"])


@pytest.mark.parametrize(
    "text", ["Ha Tinh", "HA TINH", "Thanh pho Ha Tinh", "Huong Son", "huyen Duc Tho", "Huyện Hương Sown"]
)
def test_what_is_only_near_is_offered_and_never_taken(text: str) -> None:
    assert match(text).found is UnitFound.NEAR


def test_an_unaccented_name_is_offered_with_every_unit_it_may_mean() -> None:
    assert set(found("Ha Tinh")[1]) >= {"ha-tinh", "thanh-pho-ha-tinh"}


@pytest.mark.parametrize(
    "remark", ["9 tháng", "KH", "kế hoạch", "quý IV", "ước", "nữ", "cũ", "chưa gồm xã Sơn Tiến", "32 xã"]
)
@pytest.mark.parametrize(("name", "unit"), [("H. Hương Sơn", "huyen-huong-son"), ("Toàn tỉnh", "ha-tinh")])
def test_a_remark_that_may_change_what_was_counted_is_never_dropped(
    name: str, unit: str, remark: str
) -> None:
    assert found(f"{name} ({remark})") == ("remarked", [unit])


def test_what_a_remark_stands_behind_may_be_left_aside_by_an_answer() -> None:
    row = long_row("Huyện Hương Sơn (9 tháng)")
    asked = understood(long_table(row))
    assert (figures(asked), places(asked.issues, "question")) == ({}, {("unit-unknown", "A2")})
    assert set(choices_of(asked, "unit-unknown")) == {"huyen-huong-son", "none"}
    left = understood(long_table(row), answers=answered(asked, "unit-unknown", "none"))
    assert figures(left) == {}


@pytest.mark.parametrize("text", ["Huyện Kỳ Sơn", "TP. Vinh", "Đức Phổ"])
def test_a_unit_of_another_province_is_elsewhere(text: str) -> None:
    assert match(text).found is UnitFound.ELSEWHERE


def test_the_same_name_in_two_provinces_is_the_plans_own() -> None:
    assert found("Văn phòng BHXH tỉnh", province="nghe-an") == ("one", ["van-phong-bhxh-nghe-an"])


@pytest.mark.parametrize("text", ["Phòng Tổng hợp", "Khối doanh nghiệp", "I", "Vùng miền núi"])
def test_what_is_like_no_unit_is_unknown(text: str) -> None:
    assert match(text).found is UnitFound.UNKNOWN


@pytest.mark.parametrize("text", ["Toàn tỉnh", "TOÀN TỈNH", "Toàn  tỉnh:", "Cả tỉnh"])
def test_the_whole_province_has_names_of_its_own(text: str) -> None:
    assert is_whole_province(text)


@pytest.mark.parametrize("text", ["Cộng", "Tổng cộng", "Tỉnh Hà Tĩnh", "Toàn huyện"])
def test_a_sum_is_not_the_whole_province(text: str) -> None:
    assert not is_whole_province(text)


def test_a_prefix_is_told_from_the_name_that_begins_like_one() -> None:
    assert split_kind("Hương Sơn") == ("", "hương sơn")
    assert split_kind("Thạch Hà") == ("", "thạch hà")
    assert split_kind("H.Thạch Hà") == ("huyện", "thạch hà")


def test_a_question_about_a_name_is_settled_by_the_answer_alone() -> None:
    row = long_row("Kỳ Anh")
    asked = understood(long_table(row))
    assert figures(asked) == {}
    assert places(asked.issues) == {("unit-ambiguous", "A2")}
    assert set(choices_of(asked, "unit-ambiguous")) == {"huyen-ky-anh", "thi-xa-ky-anh"}
    settled = understood(long_table(row), answers=answered(asked, "unit-ambiguous", "thi-xa-ky-anh"))
    assert figures(settled) == {(ENROLLED, "thi-xa-ky-anh", "2017", "official"): "700/1000"}
    assert settled.issues == ()


def test_an_answer_that_is_no_choice_leaves_the_question_open() -> None:
    row = long_row("Kỳ Anh")
    answers = answered(understood(long_table(row)), "unit-ambiguous", "huyen-huong-son")
    assert places(understood(long_table(row), answers=answers).issues) == {("unit-ambiguous", "A2")}


def test_two_rows_of_one_ambiguous_name_are_two_questions() -> None:
    outcome = understood(long_table(long_row("Kỳ Anh"), long_row("Kỳ Anh", part=600)))
    keys = {issue.key for issue in outcome.issues}
    assert (len(outcome.issues), len(keys)) == (2, 2)


def test_a_near_name_is_a_question_and_a_far_one_an_error() -> None:
    near, far = (
        understood(long_table(long_row("Huyện Hương Sown"))),
        understood(long_table(long_row("Phòng 3"))),
    )
    assert places(near.issues, "question") == {("unit-unknown", "A2")}
    assert places(far.issues, "error") == {("unit-unknown", "A2")}


def test_a_merged_unit_is_refused_and_its_successors_named() -> None:
    (issue,) = understood(long_table(long_row("Huyện Lộc Hà", year=2025))).issues
    assert (issue.code, issue.severity, issue.cell) == ("unit-not-valid", "error", "A2")
    assert dict(issue.detail)["successor"] == "Huyện Thạch Hà, Thành phố Hà Tĩnh"


@pytest.mark.parametrize(("year", "refused"), [(2014, True), (2015, False), (2025, False), (2026, True)])
def test_a_unit_may_report_a_period_on_any_day_of_which_it_existed(year: int, refused: bool) -> None:
    outcome = understood(long_table(long_row("Thị xã Kỳ Anh", year=year, stage=None)), stage=None)
    assert (("unit-not-valid", "A2") in places(outcome.issues)) is refused


def test_a_unit_of_another_province_is_an_error() -> None:
    outcome = understood(long_table(long_row("Huyện Kỳ Sơn")), plan=HA_TINH)
    assert places(outcome.issues, "error") == {("unit-not-in-plan", "A2")}


def test_a_unit_below_the_level_that_reports_is_an_error() -> None:
    row = long_row("Huyện Nghi Lộc", "satisfaction", 2023, None, None, 81.5)
    assert places(understood(long_table(row), plan=NGHE_AN).issues, "error") == {("unit-not-in-plan", "A2")}


def test_another_spelling_is_noted_and_the_units_own_is_not() -> None:
    assert places(understood(long_table(long_row("H. Hương Sơn"))).issues, "info") == {
        ("name-normalised", "A2")
    }
    assert understood(long_table(long_row("Huyện Hương Sơn"))).issues == ()
