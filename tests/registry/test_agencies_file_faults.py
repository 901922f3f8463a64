"""Agencies as the documents name them: known, spelt right, and named in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from definition_folders import AGENCIES_FILE, TASKS_FILE, only_problem, problems

from kpi.registry.problem import Problem, ProblemKind

ROW = "Báo,Newspaper"


@pytest.mark.parametrize(
    ("lead", "path"),
    [
        ("lead: [Sở Y té]", "tasks[0].lead[0]"),
        ("lead: [Sở Y tế]\n    coordinating: [Báo, Sở Y té]", "tasks[0].coordinating[1]"),
        ("lead: [Sở Y tế]\n    report_to: Sở Y té", "tasks[0].report_to"),
        ("lead: [Sở Y tế]\n    via: Sở Y té", "tasks[0].via"),
    ],
)
def test_a_misspelt_agency_is_named_with_the_nearest_known(tmp_path: Path, lead: str, path: str) -> None:
    problem = only_problem(tmp_path, (TASKS_FILE, "lead: [Sở Y tế]", lead))
    assert problem == Problem(
        ProblemKind.UNKNOWN_NAME, TASKS_FILE, path, "Sở Y té", "agencies.csv", "Sở Y tế"
    )


@pytest.mark.parametrize("row", ["Báo", "Báo,", ",Newspaper", "Báo,Newspaper,x"])
def test_an_agency_has_a_name_in_each_language(tmp_path: Path, row: str) -> None:
    found = problems(tmp_path, (AGENCIES_FILE, ROW, row))
    assert (found[0].kind, found[0].file, found[0].path) == (ProblemKind.WRONG_VALUE, AGENCIES_FILE, "5")


def test_an_agency_named_twice_is_refused(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, (AGENCIES_FILE, ROW, f"{ROW}\n{ROW}"))
    assert problem == Problem(ProblemKind.DUPLICATE, AGENCIES_FILE, "6", "Báo", "name")


@pytest.mark.parametrize("head", ["ten,name_en", ""])
def test_a_file_of_agencies_with_another_head_is_refused_without_blaming_every_duty(
    tmp_path: Path, head: str
) -> None:
    problem = only_problem(tmp_path, (AGENCIES_FILE, "name,name_en", head))
    assert (problem.kind, problem.file, problem.path) == (ProblemKind.WRONG_VALUE, AGENCIES_FILE, "1")
