"""A finding is one sentence: where, what was found, what was expected, what to do."""

import pytest
from verdict_examples import EN, VI

from kpi.domain.issue import Choice, Code, Issue
from kpi.present.findings import choice_text, expected_text, issue_message
from kpi.present.words import Words

DETAILS = {
    "unit": "Huyện Lộc Hà",
    "period": "2025",
    "before": "2024",
    "until": "2024-12-31",
    "since": "2015-04-11",
    "successor": "Huyện Thạch Hà",
    "near": "Huyện Kỳ Anh",
    "file_year": "2018",
    "asked_year": "2017",
    "coded_year": "2018",
    "shared": "Huyện Lộc Hà, Huyện Thạch Hà",
    "numerator": "1001",
    "denominator": "1000",
    "printed": "61.8%",
    "computed": "61.8448",
    "other": "D9",
    "previous": "14061",
    "current": "140610",
    "factor": "10",
    "title_stage": "official",
    "date": "2017-11-24",
    "reading": "10361",
    "limit": "100",
    "name": "Tổng cộng",
    "file_plan": "a",
    "asked_plan": "b",
    "indicator": "Tỷ lệ tham gia",
    "reason": "cell-given-twice",
    "most": "10485760",
}


def test_the_sentence_names_the_cell_what_was_found_and_what_was_expected() -> None:
    issue = Issue.of(Code.VALUE_NOT_A_NUMBER, cell="D9", found="n/a", expected="whole-number")
    assert issue_message(issue, VI) == (
        'Ô D9: tìm thấy "n/a", cần một số nguyên không âm; để trống ô nếu chưa có số liệu'
    )


def test_a_sheet_is_named_beside_its_cell() -> None:
    issue = Issue.of(Code.VALUE_NEGATIVE, sheet="PL01", cell="D9", found="-3", expected="whole-number")
    assert issue_message(issue, VI).startswith("Ô D9 (trang tính “PL01”): tìm thấy số âm")
    assert issue_message(Issue.of(Code.NO_VALUES, sheet="PL01"), EN).startswith("Sheet “PL01”: the table")


@pytest.mark.parametrize("words", [VI, EN], ids=["vi", "en"])
@pytest.mark.parametrize("code", list(Code))
def test_every_code_makes_a_sentence_with_all_details_and_with_none(code: Code, words: Words) -> None:
    full = Issue.of(
        code,
        sheet="S",
        cell="A1",
        found="x",
        expected="number",
        choices=(Choice("a", "A"), Choice("b", "B")),
        **DETAILS,
    )
    for issue in (full, Issue.of(code), Issue.of(code, found="x")):
        message = issue_message(issue, words)
        assert "{" not in message
        assert message[0].isupper() or message[0] in '“"'


def test_a_jump_names_the_unit_and_both_periods() -> None:
    details = {"unit": "Huyện Đức Thọ", "before": "2016-Q1", "period": "2017-Q1"}
    fallen = Issue.of(Code.JUMP, sheet="PL01", cell="D9", previous="90.00%", current="80.00%", **details)
    assert issue_message(fallen, VI) == (
        "Ô D9 (trang tính “PL01”): số của Huyện Đức Thọ thay đổi từ 90,00% (quý I/2016)"
        " thành 80,00% (quý I/2017); hãy kiểm tra lại"
    )
    grown = Issue.of(Code.JUMP, cell="D9", previous=100, current=14061, factor=5, **details)
    assert issue_message(grown, EN) == (
        "Cell D9: the figure of Huyện Đức Thọ changed from 100 (first quarter of 2016)"
        " to 14,061 (first quarter of 2017), 5 times or more apart; please check"
    )


def test_a_unit_that_ended_names_its_last_day_and_its_successor() -> None:
    issue = Issue.of(
        Code.UNIT_NOT_VALID,
        unit="Huyện Lộc Hà",
        period="2025",
        until="2024-12-31",
        successor="Huyện Thạch Hà",
    )
    assert issue_message(issue, VI) == (
        "Huyện Lộc Hà chỉ tồn tại đến ngày 31/12/2024, không còn trong năm 2025; từ đó là Huyện Thạch Hà, "
        "hãy ghi đơn vị có trong kỳ"
    )


def test_an_absent_detail_falls_back_to_a_shorter_sentence() -> None:
    issue = Issue.of(Code.UNIT_NOT_VALID, unit="Huyện Lộc Hà", period="2025")
    assert issue_message(issue, VI).startswith("Huyện Lộc Hà không tồn tại trong năm 2025;")
    empty = Issue.of(Code.UNIT_NOT_VALID, unit="Huyện Lộc Hà", period="2025", successor="", until="")
    assert issue_message(empty, VI) == issue_message(issue, VI)


def test_numbers_in_details_are_written_with_the_separators_of_the_language() -> None:
    issue = Issue.of(Code.PART_EXCEEDS_WHOLE, numerator="14061", denominator="8696.5")
    assert "Tử số 14.061 lớn hơn mẫu số 8.696,5" in issue_message(issue, VI)
    assert "The numerator 14,061 is larger than the denominator 8,696.5" in issue_message(issue, EN)


@pytest.mark.parametrize("odd", ["NaN", "1E+999999999", "1E-999999999", "abc", "Infinity"])
def test_a_detail_that_is_no_number_after_all_is_shown_as_it_is(odd: str) -> None:
    issue = Issue.of(Code.SHARE_MISMATCH, printed=odd, computed="61.84")
    assert f"là {odd}, " in issue_message(issue, VI)


def test_text_from_the_file_is_shortened_and_never_taken_for_a_place() -> None:
    issue = Issue.of(Code.UNIT_UNKNOWN, found="{found}\n" + "a" * 500)
    message = issue_message(issue, VI)
    assert '"{found} aaa' in message
    assert len(message) < 200


def test_choices_are_listed_by_their_labels() -> None:
    choices = (Choice("447", "Huyện Kỳ Anh"), Choice("449", "Thị xã Kỳ Anh"))
    issue = Issue.of(Code.UNIT_AMBIGUOUS, found="Kỳ Anh", choices=choices)
    assert "hãy chọn: “Huyện Kỳ Anh”, “Thị xã Kỳ Anh”" in issue_message(issue, VI)


def test_the_old_formats_are_told_how_to_become_xlsx() -> None:
    message = issue_message(Issue.of(Code.WORKBOOK_LEGACY_FORMAT), VI)
    assert all(program in message for program in ("Excel", "LibreOffice", ".xlsx"))


def test_the_fault_of_a_damaged_file_is_put_into_words() -> None:
    issue = Issue.of(Code.WORKBOOK_DAMAGED, found="D9", reason="cell-given-twice")
    assert '(một ô có hai lần: "D9")' in issue_message(issue, VI)


def test_the_limit_of_a_file_is_given_in_megabytes() -> None:
    assert "(10 MB)" in issue_message(Issue.of(Code.FILE_TOO_LARGE, most=10 * 2**20), VI)


def test_an_expectation_is_a_word_key_or_a_name_as_it_is() -> None:
    assert expected_text(Issue.of(Code.NO_VALUES, expected="year"), VI) == "một năm, ví dụ 2017"
    assert expected_text(Issue.of(Code.NO_VALUES, expected="Huyện Kỳ Anh"), VI) == "Huyện Kỳ Anh"
    assert expected_text(Issue.of(Code.NO_VALUES), VI) == ""


def test_a_share_we_computed_is_said_without_idle_decimals() -> None:
    issue = Issue.of(Code.SHARE_MISMATCH, printed="57.00", computed="75.0000")
    assert "trong bảng là 57,00, tính từ tử số và mẫu số là 75;" in issue_message(issue, VI)


@pytest.mark.parametrize(
    ("code", "choice", "said"),
    [
        (Code.STAGE_UNCLEAR, Choice("estimate", "estimate"), "ước thực hiện"),
        (Code.UNIT_AMBIGUOUS, Choice("ha-tinh/ky-anh", "Huyện Kỳ Anh"), "Huyện Kỳ Anh"),
        (Code.COLUMN_UNKNOWN, Choice("none", "–"), "không phải số liệu của kế hoạch, bỏ qua"),
        (Code.SCALE_UNCLEAR, Choice("1000", "× 1000"), "con số tính bằng nghìn"),
        (Code.SCALE_UNCLEAR, Choice("0.7", "0.7"), "0,7%"),
        (Code.VALUE_AMBIGUOUS_NUMBER, Choice("10.361", "10.361"), "10,361"),
    ],
)
def test_a_choice_is_offered_in_words(code: Code, choice: Choice, said: str) -> None:
    assert choice_text(code, choice, VI) == said
