"""Every fault of a folder is listed in one reading, so that nobody corrects them one run at a time."""

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
    UNITS_FILE,
    problems,
    with_unit,
    written,
)

from kpi.registry import definitions
from kpi.registry.definitions import load_definitions, read_definitions
from kpi.registry.problem import DefinitionsBroken, ProblemKind

MANY = [
    (PLAN_FILE, "province: tinh", "province: tin"),
    (SHARE_FILE, '    unit: "%"\n', ""),
    (SHARE_FILE, "term: from", "term: form"),
    (SHARE_FILE, "noun: đơn vị", "nuon: đơn vị"),
    (GROWTH_FILE, "targets:", "targets: ["),
    (INCREASE_FILE, "    base_year: 2020\n", ""),
    (DIRECTIONS_FILE, "better_when: lower", "better_when: lowest"),
    (TASKS_FILE, "id: N2", "id: N1"),
    with_unit("x,Huyện X,district,nowhere,,,,,,"),
]


def test_faults_of_every_file_are_listed_together(tmp_path: Path) -> None:
    found = {(p.kind, p.file, p.path) for p in problems(tmp_path, *MANY)}
    assert found == {
        (ProblemKind.UNKNOWN_NAME, PLAN_FILE, "province"),
        (ProblemKind.MISSING_KEY, SHARE_FILE, "targets[0].unit"),
        (ProblemKind.WRONG_VALUE, SHARE_FILE, "targets[1].term"),
        (ProblemKind.MISSING_KEY, SHARE_FILE, "noun"),
        (ProblemKind.UNKNOWN_KEY, SHARE_FILE, "nuon"),
        (ProblemKind.UNREADABLE, GROWTH_FILE, ""),
        (ProblemKind.WRONG_VALUE, INCREASE_FILE, "targets[0]"),
        (ProblemKind.WRONG_VALUE, DIRECTIONS_FILE, "directions[0].better_when"),
        (ProblemKind.DUPLICATE, TASKS_FILE, "tasks"),
        (ProblemKind.UNKNOWN_NAME, UNITS_FILE, "x"),
    }


def test_a_broken_plan_file_hides_no_duty_given_twice(tmp_path: Path) -> None:
    found = problems(tmp_path, (PLAN_FILE, "issuer:", "isuer:"), (TASKS_FILE, "id: N2", "id: N1"))
    assert {(p.kind, p.file) for p in found} >= {
        (ProblemKind.UNKNOWN_KEY, PLAN_FILE),
        (ProblemKind.DUPLICATE, TASKS_FILE),
    }


def test_a_broken_tasks_file_hides_no_unknown_province_or_indicator(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        (TASKS_FILE, "kind: report", "kind: reprot"),
        (PLAN_FILE, "province: tinh", "province: tin"),
        (PLAN_FILE, "  - tham-gia\n", ""),
    )
    assert {(p.file, p.path) for p in found} == {
        (TASKS_FILE, "tasks[2].kind"),
        (PLAN_FILE, "province"),
        (PLAN_FILE, "indicators"),
    }


def test_a_broken_indicator_is_not_reported_a_second_time_as_unknown(tmp_path: Path) -> None:
    found = problems(tmp_path, (SHARE_FILE, "kind: share\n", ""))
    assert [(p.kind, p.file) for p in found] == [(ProblemKind.MISSING_KEY, SHARE_FILE)]


def test_a_broken_plan_leaves_another_plan_readable(tmp_path: Path) -> None:
    folder = written(tmp_path)
    other = folder / "ke-hoach-khac"
    (other / "indicators").mkdir(parents=True)
    text = (folder / "ke-hoach-2017" / "plan.yaml").read_text(encoding="utf-8")
    text = text.replace("ke-hoach-2017", "ke-hoach-khac").replace("  - tham-gia\n", "")
    text = text.replace("  - tu-nguyen\n  - hoc-nghe\n", "").replace("indicators:", "indicators: []")
    (other / "plan.yaml").write_text(text, encoding="utf-8")
    (other / "tasks.yaml").write_text("tasks: []\n", encoding="utf-8")
    (folder / "ke-hoach-2017" / "plan.yaml").write_text("id: [", encoding="utf-8")
    read, found = read_definitions(folder)
    assert [p.file for p in found] == [PLAN_FILE]
    assert list(read.plans) == ["ke-hoach-khac"]


def test_the_program_does_not_start_on_broken_definitions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, *MANY)
    monkeypatch.setattr(definitions, "DATA", tmp_path)
    load_definitions.cache_clear()
    try:
        with pytest.raises(DefinitionsBroken) as refused:
            load_definitions()
    finally:
        load_definitions.cache_clear()
    assert len(refused.value.problems) == len(MANY) + 1
