"""`import`, `submissions`, `undo`, `close`, `reopen`: answers, exit codes and documents."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from typed_commands import ENROLLED, GROWTH, PLAN, row, sent, typed, written

IMPORT = {"file", "sha256", "plan", "accepted", "committed", "submission", "counts", "observations", "issues"}
BEYOND = {"remembered"}  # answers taken over from an earlier workbook: more than the contract asks
OBSERVATION = {
    "indicator",
    "unit",
    "unit_name",
    "period",
    "stage",
    "numerator",
    "denominator",
    "value",
    "sheet",
} | {
    "cell",
    "change",
}
ISSUE = {"severity", "code", "sheet", "cell", "found", "expected", "message", "key", "choices"}


def imported(path: Path, *more: object) -> Any:
    return sent("import", path, "--plan", PLAN, *more)


def test_an_import_answers_in_the_shape_promised(tmp_path: Path) -> None:
    path = written(tmp_path, row(), row("Toàn tỉnh", 3907, None, 2017, GROWTH), row("Kỳ Anh"))
    answer = typed("import", path, "--plan", PLAN, "--dry-run", "--json")
    document = answer.document
    assert set(document) == IMPORT | BEYOND
    assert set(document["counts"]) == {"new", "changed", "unchanged", "rejected"}
    assert [set(o) for o in document["observations"]] == [OBSERVATION] * 2
    assert [set(i) for i in document["issues"]] == [ISSUE]
    assert [set(c) for c in document["issues"][0]["choices"]] == [{"choice", "label"}] * 2


def test_an_import_says_what_it_read_and_stored(tmp_path: Path) -> None:
    path = written(tmp_path, row(), row("Toàn tỉnh", 3907, None, 2017, GROWTH))
    document = imported(path)
    share, growth = document["observations"]
    assert share == {
        "indicator": ENROLLED,
        "unit": "huyen-huong-son",
        "unit_name": "Huyện Hương Sơn",
        "period": "2017",
        "stage": "official",
        "numerator": "700",
        "denominator": "1000",
        "value": "70",
        "sheet": "Số liệu",
        "cell": "D2",
        "change": "new",
    }
    assert (growth["numerator"], growth["denominator"], growth["value"]) == ("3907", None, None)
    assert document["counts"] == {"new": 2, "changed": 0, "unchanged": 0, "rejected": 0}
    assert (document["file"], document["plan"]) == ("biểu 1.xlsx", PLAN)
    assert document["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (document["accepted"], document["committed"], document["submission"]) == (True, True, "1")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ((2, 3, None), "66.6667"),
        ((1, 3, None), "33.3333"),
        ((0, 3, None), "0"),
        ((0, 0, None), None),
        ((1, 8, None), "12.5"),
        ((123457, 200000, None), "61.7285"),
        ((None, None, "69,99995"), "70"),
        ((None, None, "69,99994"), "69.9999"),
        ((None, None, "69,9600"), "69.96"),
        ((None, None, 100), "100"),
    ],
)
def test_decimals_have_four_places_at_most_and_no_idle_zeros(
    tmp_path: Path, content: Any, shown: str
) -> None:
    part, whole, value = content
    document = imported(written(tmp_path, row(part=part, whole=whole, value=value)))
    assert [o["value"] for o in document["observations"]] == [shown]


def test_a_dry_run_stores_nothing_and_says_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, row())
    foreseen = imported(path, "--dry-run")
    assert (foreseen["committed"], foreseen["submission"]) == (False, None)
    assert sent("submissions", "--plan", PLAN)["submissions"] == []
    done = imported(path)
    assert (foreseen["counts"], foreseen["observations"]) == (done["counts"], done["observations"])


def test_the_same_bytes_again_are_unchanged(tmp_path: Path) -> None:
    path = written(tmp_path, row())
    imported(path)
    again = imported(path)
    assert again["counts"] == {"new": 0, "changed": 0, "unchanged": 1, "rejected": 0}
    assert (again["accepted"], again["committed"], again["submission"]) == (True, False, "1")
    assert "1" in typed("import", path, "--plan", PLAN).stdout


def test_a_refused_file_is_one_document_with_every_issue_and_code_one(tmp_path: Path) -> None:
    path = written(tmp_path, row(part="n/a"), row("Phòng 3"), row("Huyện Đức Thọ", 5, 4))
    answer = typed("import", path, "--plan", PLAN, "--json")
    assert answer.code == 1
    assert {(i["code"], i["cell"]) for i in answer.document["issues"]} == {
        ("value-not-a-number", "D2"),
        ("unit-unknown", "A3"),
        ("part-exceeds-whole", "D4"),
    }
    assert all(
        i["severity"] == "error" and i["message"] and i["sheet"] == "Số liệu"
        for i in answer.document["issues"]
    )
    assert answer.document["counts"]["rejected"] == 3
    assert (answer.document["accepted"], answer.document["committed"]) == (False, False)


def test_a_message_says_where_what_and_what_was_expected(tmp_path: Path) -> None:
    path = written(tmp_path, row(part="n/a"))
    vietnamese = typed("import", path, "--plan", PLAN).stdout
    assert "D2" in vietnamese
    assert "n/a" in vietnamese
    assert "cần" in vietnamese.casefold()
    english = typed("--lang", "en", "import", path, "--plan", PLAN).stdout
    assert "D2" in english
    assert "n/a" in english
    assert "cần" not in english.casefold()


def test_a_question_is_settled_by_the_key_and_choice_it_shows(tmp_path: Path) -> None:
    path = written(tmp_path, row("Kỳ Anh"), row("Huyện Đức Thọ", None, None, value="81.250"))
    asked = typed("import", path, "--plan", PLAN, "--json")
    assert asked.code == 1
    wanted = {"unit-ambiguous": "thi-xa-ky-anh", "value-ambiguous-number": "81.25"}
    answers = [f"{i['key']}={wanted[i['code']]}" for i in asked.document["issues"]]
    words = [word for answer in answers for word in ("--answer", answer)]
    done = imported(path, *words)
    assert {(o["unit"], o["value"]) for o in done["observations"]} == {
        ("thi-xa-ky-anh", "70"),
        ("huyen-duc-tho", "81.25"),
    }
    assert not any(i["severity"] in ("error", "question") for i in done["issues"])
    half = typed("import", path, "--plan", PLAN, "--json", *words[:2])
    assert (half.code, len(half.document["issues"])) == (1, 1)


def test_what_is_shown_to_answer_with_can_be_typed_as_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path, row("Kỳ Anh"))
    shown = [
        line.strip()
        for line in typed("import", path, "--plan", PLAN).stdout.splitlines()
        if "--answer" in line
    ]
    answer = next(line for line in shown if "thi-xa-ky-anh" in line).split("'")[1]
    assert typed("import", path, "--plan", PLAN, "--answer", answer).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("--year", "abc"),
        ("--year", "17"),
        ("--year", "2017-H1"),
        ("--stage", "final"),
        ("--answer", "không có dấu bằng"),
        ("--nonsense",),
    ],
)
def test_wrong_usage_is_code_two_and_stores_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    answer = typed("import", written(tmp_path, row()), "--plan", PLAN, *words)
    assert answer.code == 2
    assert answer.stderr
    assert sent("submissions", "--plan", PLAN)["submissions"] == []


def test_a_missing_file_and_a_folder_are_wrong_usage(tmp_path: Path) -> None:
    for path in (tmp_path / "không có.xlsx", tmp_path):
        answer = typed("import", path, "--plan", PLAN)
        assert (answer.code, "Traceback" in answer.stderr, bool(answer.stderr)) == (2, False, True)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_a_file_that_is_no_workbook_is_refused_with_one_issue(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    answer = typed("import", path, "--plan", PLAN, "--json")
    assert answer.code == 1
    (issue,) = answer.document["issues"]
    assert (issue["severity"], answer.document["observations"]) == ("error", [])


def test_the_year_and_stage_asked_for_reach_the_reading(tmp_path: Path) -> None:
    path = written(tmp_path, (*row()[:6], None), (*row(year=2016)[:6], None))
    assert typed("import", path, "--plan", PLAN, "--json").code == 1
    document = imported(path, "--year", 2016, "--stage", "estimate")
    assert [(o["period"], o["stage"]) for o in document["observations"]] == [("2016", "estimate")]


def test_history_lists_who_sent_what_and_what_was_taken_back(tmp_path: Path) -> None:
    imported(written(tmp_path, row()), "--as", "an")
    imported(written(tmp_path, row(part=701), name="sửa.xlsx"), "--as", "binh")
    assert typed("undo", 2, "--as", "chi").code == 0
    second, first = sent("submissions", "--plan", PLAN)["submissions"]
    assert (first["id"], first["file"], first["received_by"], first["undone_by"]) == (
        "1",
        "biểu 1.xlsx",
        "an",
        None,
    )
    assert (second["id"], second["file"], second["undone_by"]) == ("2", "sửa.xlsx", "chi")
    shown = typed("submissions", "--plan", PLAN).stdout
    assert "biểu 1.xlsx" in shown
    assert "chi thu hồi" in shown


def test_taking_back_restores_the_very_evaluation(tmp_path: Path) -> None:
    imported(written(tmp_path, row(), row("Toàn tỉnh", 701, 1000)))
    before = typed("evaluate", "--plan", PLAN, "--json").stdout
    changed = imported(written(tmp_path, row(part=999), row("Toàn tỉnh", 9, 1000)))
    assert changed["counts"]["changed"] == 2
    assert typed("evaluate", "--plan", PLAN, "--json").stdout != before
    typed("undo", changed["submission"])
    assert typed("evaluate", "--plan", PLAN, "--json").stdout == before


@pytest.mark.parametrize(("submission", "code"), [("7", 2), ("0", 2), ("abc", 2)])
def test_taking_back_what_is_not_there_is_wrong_usage(submission: str, code: int) -> None:
    assert typed("undo", submission).code == code


def test_taking_back_twice_is_refused(tmp_path: Path) -> None:
    imported(written(tmp_path, row()))
    assert [typed("undo", 1).code for _ in range(2)] == [0, 1]


def test_a_closed_period_refuses_and_a_reopened_one_warns(tmp_path: Path) -> None:
    imported(written(tmp_path, row()))
    changed = written(tmp_path, row(part=701))
    assert typed("close", "--plan", PLAN, "--period", 2017).code == 0
    refused = typed("import", changed, "--plan", PLAN, "--json")
    assert (refused.code, [i["code"] for i in refused.document["issues"]]) == (1, ["period-closed"])
    assert typed("undo", 1).code == 1
    assert typed("reopen", "--plan", PLAN, "--period", 2017).code == 2  # no reason given
    assert typed("reopen", "--plan", PLAN, "--period", 2017, "--why", "sai số").code == 0
    assert [(i["code"], i["severity"]) for i in imported(changed)["issues"]] == [
        ("changes-closed-value", "warning")
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("close", "--plan", PLAN, "--period", "2018"), 1),
        (("close", "--plan", PLAN, "--period", "2017-13"), 2),
        (("close", "--plan", "nope", "--period", "2017"), 2),
        (("close", "--plan", PLAN), 2),
        (("reopen", "--plan", PLAN, "--period", "2017", "--why", "x"), 1),
    ],
)
def test_closing_what_can_not_be_closed_is_said_in_a_sentence(words: tuple[str, ...], code: int) -> None:
    answer = typed(*words)
    assert (answer.code, answer.stdout) == (code, "")
    assert answer.stderr.strip()
