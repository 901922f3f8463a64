"""Each fault of a definition file is named with its file, its place, what was found and what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest
from definition_folders import (
    DIRECTIONS_FILE,
    GROWTH_FILE,
    INCREASE_FILE,
    PLAN_FILE,
    SHARE_FILE,
    TASKS_FILE,
    only_problem,
    problems,
    written,
)

from kpi.registry.definitions import read_definitions
from kpi.registry.problem import Problem, ProblemKind


def test_an_unknown_key_is_named_with_the_nearest_known_one(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (SHARE_FILE, "    term: year", "    term: year\n    claus: II"))
    assert (found.kind, found.file, found.path) == (
        ProblemKind.UNKNOWN_KEY,
        SHARE_FILE,
        "targets[0].claus",
    )
    assert (found.found, found.nearest) == ("claus", "clause")
    assert "operator" in found.expected


def test_a_key_like_no_other_has_no_nearest(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (PLAN_FILE, "base_year: 2016", "base_year: 2016\nzzz: 1"))
    assert (found.path, found.nearest) == ("zzz", None)


def test_the_known_keys_are_those_of_the_place_and_not_of_the_file(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (SHARE_FILE, "  name_en: Enrolled", "  name_en: Enrolled\n  alias: []"))
    assert (found.path, found.nearest) == ("numerator.alias", "aliases")
    assert found.expected == "name, name_en, aliases"


@pytest.mark.parametrize(
    ("file", "line", "path", "key"),
    [
        (SHARE_FILE, '    unit: "%"\n', "targets[0].unit", "unit"),
        (SHARE_FILE, "    clause: II.2\n", "targets[0].clause", "clause"),
        (SHARE_FILE, "    issued: 2017-05-11\n", "targets[0].issued", "issued"),
        (SHARE_FILE, "    term: year\n", "targets[0].term", "term"),
        (SHARE_FILE, "clause: II.2\n", "clause", "clause"),
        (TASKS_FILE, "    clause: III.1\n", "tasks[0].clause", "clause"),
        (TASKS_FILE, "    lead: [Sở Y tế]\n", "tasks[0].lead", "lead"),
        (PLAN_FILE, "number: 1/KH-UBND\n", "number", "number"),
        (DIRECTIONS_FILE, "    better_when: lower\n", "directions[0].better_when", "better_when"),
    ],
)
def test_a_missing_key_is_named_at_its_place(
    tmp_path: Path, file: str, line: str, path: str, key: str
) -> None:
    found = only_problem(tmp_path, (file, line, ""))
    assert found == Problem(ProblemKind.MISSING_KEY, file, path, "", key)


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "found"),
    [
        (SHARE_FILE, "value: 70.5", "value: nhiều", "targets[0].value", "nhiều"),
        (SHARE_FILE, "value: 70.5", "value: -1", "targets[0].value", "-1"),
        (SHARE_FILE, 'unit: "%"', "unit: người", "targets[0].unit", "người"),
        (SHARE_FILE, "year: 2017", 'year: "2017"', "targets[0].year", "2017"),
        (SHARE_FILE, "year: 2017", "year: 217", "targets[0].year", "217"),
        (SHARE_FILE, "clause: II.2", "clause: ''", "clause", ""),
        (SHARE_FILE, "levels: [province, district]", "levels: []", "levels", "[]"),
        (TASKS_FILE, "before: 2020-03-01", "before: ngày 1", "tasks[0].deadline.before", "ngày 1"),
        (TASKS_FILE, "lead: [Sở Y tế]", "lead: Sở Y tế", "tasks[0].lead", "Sở Y tế"),
        (TASKS_FILE, '"12-10"', '"10/12"', "tasks[2].deadline.yearly_before", "10/12"),
        (TASKS_FILE, '"12-10"', '"13-01"', "tasks[2].deadline.yearly_before", "13-01"),
        (PLAN_FILE, "id: ke-hoach-2017", "id: Kế hoạch", "id", "Kế hoạch"),
        (PLAN_FILE, "issued: 2017-05-11", "issued: 11/5/2017", "issued", "11/5/2017"),
    ],
)
def test_a_wrong_value_is_shown_at_its_place(
    tmp_path: Path, file: str, old: str, new: str, path: str, found: str
) -> None:
    problem = only_problem(tmp_path, (file, old, new))
    assert (problem.kind, problem.file, problem.path) == (ProblemKind.WRONG_VALUE, file, path)
    assert found in problem.found
    assert problem.expected


@pytest.mark.parametrize(
    ("old", "new", "path", "nearest"),
    [
        ('operator: ">="', "operator: increasing", "targets[1].operator", "increase"),
        ("term: from", "term: form", "targets[1].term", "from"),
        ("kind: share", "kind: shares", "kind", "share"),
        ("better_when: higher", "better_when: high", "better_when", "higher"),
        ("district]", "districts]", "levels[1]", "district"),
    ],
)
def test_a_word_outside_the_list_is_answered_with_the_nearest(
    tmp_path: Path, old: str, new: str, path: str, nearest: str
) -> None:
    problem = only_problem(tmp_path, (SHARE_FILE, old, new))
    assert (problem.kind, problem.path, problem.nearest) == (ProblemKind.WRONG_VALUE, path, nearest)


IMPOSSIBLE_DAYS = [
    (PLAN_FILE, "issued: 2017-05-11", "issued: 2017-02-30", "issued", "2017-02-30"),
    (SHARE_FILE, "issued: 2017-05-11", "issued: 2017-13-01", "targets[0].issued", "2017-13-01"),
    (TASKS_FILE, "by: 2025-12-31", "by: 2025-11-31", "tasks[1].deadline.by", "2025-11-31"),
    (TASKS_FILE, '"12-10"', '"02-30"', "tasks[2].deadline.yearly_before", "02-30"),
    (TASKS_FILE, '"12-10"', '"11-31"', "tasks[2].deadline.yearly_before", "11-31"),
]


@pytest.mark.parametrize(("file", "old", "new", "path", "found"), IMPOSSIBLE_DAYS)
def test_a_day_no_calendar_has_is_a_wrong_value(
    tmp_path: Path, file: str, old: str, new: str, path: str, found: str
) -> None:
    problem = only_problem(tmp_path, (file, old, new))
    assert (problem.kind, problem.file, problem.path) == (ProblemKind.WRONG_VALUE, file, path)
    assert found in problem.found


@pytest.mark.parametrize("number", [".nan", ".inf", "-.inf"])
def test_a_number_that_is_none_is_a_wrong_value_at_its_place(tmp_path: Path, number: str) -> None:
    problem = only_problem(tmp_path, (SHARE_FILE, "value: 70.5", f"value: {number}"))
    assert (problem.kind, problem.path) == (ProblemKind.WRONG_VALUE, "targets[0].value")
    assert number in problem.found


def test_a_bare_number_is_no_date(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, (PLAN_FILE, "issued: 2017-05-11", "issued: 86400"))
    assert (problem.kind, problem.path) == (ProblemKind.WRONG_VALUE, "issued")


def test_a_share_above_a_hundred_percent_is_refused_at_its_place(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, (SHARE_FILE, "value: 100", "value: 100.01"))
    assert (problem.kind, problem.file, problem.path) == (
        ProblemKind.WRONG_VALUE,
        SHARE_FILE,
        "targets[1].value",
    )
    assert (problem.found, problem.expected) == ("100.01", "share-above-hundred")


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "rule"),
    [
        (
            INCREASE_FILE,
            "    base_year: 2020\n",
            "",
            "targets[0]",
            "increase-needs-base-year-and-no-value",
        ),
        (
            INCREASE_FILE,
            "    base_year: 2020\n",
            "    base_year: 2020\n    value: 5\n",
            "targets[0]",
            "increase-needs-base-year-and-no-value",
        ),
        (
            SHARE_FILE,
            "    value: 70.5\n",
            "",
            "targets[0]",
            "threshold-needs-value-and-no-base-year",
        ),
        (
            SHARE_FILE,
            "denominator:\n  name: Thuộc diện\n  name_en: Liable\n",
            "",
            "",
            "share-needs-numerator-and-denominator",
        ),
        (
            GROWTH_FILE,
            "levels:",
            "denominator:\n  name: x\n  name_en: x\nlevels:",
            "",
            "count-needs-numerator-alone",
        ),
        (
            TASKS_FILE,
            "before: 2020-03-01",
            "before: 2020-03-01\n      by: 2020-03-01",
            "tasks[0].deadline",
            "one-date-only",
        ),
        (TASKS_FILE, "      first_year: 2017\n", "", "tasks[2].deadline", "yearly-needs-first-year"),
        (TASKS_FILE, "lead: [Báo]", "lead: [Báo]\n    note: Rõ", "tasks[3]", "note-in-both-languages"),
        (
            TASKS_FILE,
            "lead: [Báo]",
            "lead: [Báo]\n    deliverable_en: List",
            "tasks[3]",
            "deliverable-in-both-languages",
        ),
    ],
)
def test_facts_that_do_not_go_together_name_the_rule(
    tmp_path: Path, file: str, old: str, new: str, path: str, rule: str
) -> None:
    problem = only_problem(tmp_path, (file, old, new))
    assert (problem.kind, problem.file, problem.path, problem.expected) == (
        ProblemKind.WRONG_VALUE,
        file,
        path,
        rule,
    )


def test_a_key_given_twice_is_refused_and_named(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, (SHARE_FILE, "    value: 70.5\n", "    value: 70.5\n    value: 71\n"))
    assert (problem.kind, problem.file) == (ProblemKind.UNREADABLE, SHARE_FILE)
    assert "value" in problem.found


def test_what_is_no_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, (SHARE_FILE, "targets:", "targets: ["))
    assert (problem.kind, problem.file, problem.expected) == (ProblemKind.UNREADABLE, SHARE_FILE, "yaml")
    assert "line" in problem.found


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258"])
def test_a_file_in_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    folder = written(tmp_path)
    text = "title: Nghị quyết\n" if encoding == "utf-16" else "title: Đ\n"
    (tmp_path / PLAN_FILE).write_bytes(text.encode(encoding))
    (problem,) = read_definitions(folder)[1]
    assert (problem.kind, problem.file) == (ProblemKind.UNREADABLE, PLAN_FILE)


@pytest.mark.parametrize("text", ["", "- một\n", "chỉ một câu\n"])
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    folder = written(tmp_path)
    (tmp_path / SHARE_FILE).write_text(text, encoding="utf-8")
    (problem,) = read_definitions(folder)[1]
    assert (problem.kind, problem.file) == (ProblemKind.WRONG_VALUE, SHARE_FILE)


@pytest.mark.parametrize("file", [PLAN_FILE, TASKS_FILE])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    folder = written(tmp_path)
    (tmp_path / file).unlink()
    (problem,) = read_definitions(folder)[1]
    assert (problem.kind, problem.file) == (ProblemKind.UNREADABLE, file)


def test_a_folder_without_any_plan_is_refused(tmp_path: Path) -> None:
    (problem,) = read_definitions(tmp_path)[1]
    assert (problem.kind, problem.expected) == (ProblemKind.UNREADABLE, "plan.yaml")


@pytest.mark.parametrize(
    ("first", "second", "overlapping"),
    [
        (("year", 2017), ("year", 2017), True),
        (("year", 2017), ("year", 2018), False),
        (("from", 2017), ("year", 2017), True),
        (("from", 2017), ("year", 2019), True),
        (("from", 2018), ("year", 2017), False),
        (("from", 2017), ("from", 2017), True),
        (("from", 2017), ("from", 2020), True),
        (("by", 2025), ("by", 2025), True),
        (("by", 2025), ("by", 2030), False),
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_two_demands_in_force_at_once_are_refused_in_whichever_order(
    tmp_path: Path, first: tuple[str, int], second: tuple[str, int], overlapping: bool, swapped: bool
) -> None:
    one, other = (second, first) if swapped else (first, second)
    found = problems(
        tmp_path,
        (SHARE_FILE, "term: from\n    year: 2020", f"term: {other[0]}\n    year: {other[1]}"),
        (SHARE_FILE, "term: year\n    year: 2017", f"term: {one[0]}\n    year: {one[1]}"),
    )
    assert [(p.kind, p.file, p.path) for p in found] == (
        [(ProblemKind.OVERLAP, SHARE_FILE, "targets[1]")] if overlapping else []
    )


def test_a_revision_of_another_day_is_no_overlap(tmp_path: Path) -> None:
    old = "term: from\n    year: 2020\n    clause: II.2\n    issued: 2017-05-11"
    new = "term: year\n    year: 2017\n    clause: II.2\n    issued: 2018-01-01"
    assert problems(tmp_path, (SHARE_FILE, old, new)) == []


def test_an_id_unlike_its_file_name_is_refused(tmp_path: Path) -> None:
    found = problems(tmp_path, (SHARE_FILE, "id: tham-gia", "id: tham-da"))
    assert Problem(ProblemKind.NAME_MISMATCH, SHARE_FILE, "id", "tham-da", "tham-gia") in found


def test_a_plan_unlike_its_folder_is_refused(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (PLAN_FILE, "id: ke-hoach-2017", "id: ke-hoach-2018"))
    assert found == Problem(ProblemKind.NAME_MISMATCH, PLAN_FILE, "id", "ke-hoach-2018", "ke-hoach-2017")


def test_an_unknown_province_is_answered_with_the_nearest(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (PLAN_FILE, "province: tinh", "province: tin"))
    assert (found.kind, found.path, found.found) == (ProblemKind.UNKNOWN_NAME, "province", "tin")
    assert (found.expected, found.nearest) == ("tinh", "tinh")


def test_a_district_is_no_province(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (PLAN_FILE, "province: tinh", "province: tay"))
    assert (found.kind, found.path) == (ProblemKind.UNKNOWN_NAME, "province")


def test_an_indicator_listed_but_not_defined_is_answered_with_the_nearest(tmp_path: Path) -> None:
    found = problems(tmp_path, (PLAN_FILE, "  - tham-gia\n", "  - tham-gja\n"))
    unknown = next(p for p in found if p.kind is ProblemKind.UNKNOWN_NAME)
    assert (unknown.file, unknown.found, unknown.nearest) == (PLAN_FILE, "tham-gja", "tham-gia")


def test_an_indicator_defined_but_not_listed_is_missed(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (PLAN_FILE, "  - tham-gia\n", ""))
    assert found == Problem(ProblemKind.MISSING_KEY, PLAN_FILE, "indicators", "", "tham-gia")


def test_an_indicator_listed_twice_is_refused(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (PLAN_FILE, "  - tham-gia\n", "  - tham-gia\n  - tham-gia\n"))
    assert (found.kind, found.file, found.found) == (ProblemKind.DUPLICATE, PLAN_FILE, "tham-gia")


def test_a_duty_with_the_id_of_another_is_refused(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (TASKS_FILE, "id: N2", "id: N1"))
    assert (found.kind, found.found) == (ProblemKind.DUPLICATE, "N1")


def test_a_direction_with_the_id_of_an_indicator_is_refused(tmp_path: Path) -> None:
    found = only_problem(tmp_path, (DIRECTIONS_FILE, "id: no-dong", "id: tham-gia"))
    assert (found.kind, found.found) == (ProblemKind.DUPLICATE, "tham-gia")
