"""Faults of the units file: each row that cannot be used is named, with what was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from definition_folders import UNITS, UNITS_FILE, only_problem, problems, with_unit, written

from kpi.registry.definitions import read_definitions
from kpi.registry.problem import Problem, ProblemKind
from kpi.registry.units_file import read_units

ROW = "6"


@pytest.mark.parametrize(
    ("row", "column", "found", "nearest"),
    [
        ("x,Huyện X,distrct,tinh,,,,,,", "level", "distrct", "district"),
        ("x,Huyện X,district,tinh,01/01/2015,,,,,", "exists_from", "01/01/2015", None),
        ("x,Huyện X,district,tinh,,2015-02-30,,,,", "exists_to", "2015-02-30", None),
        ("x,Huyện X,district,tinh,2020-01-01,2019-12-31,,,,", "exists_to", "2019-12-31", None),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_and_column(
    tmp_path: Path, row: str, column: str, found: str, nearest: str | None
) -> None:
    problem = only_problem(tmp_path, with_unit(row))
    assert (problem.kind, problem.file, problem.path) == (
        ProblemKind.WRONG_VALUE,
        UNITS_FILE,
        f"{ROW}.{column}",
    )
    assert (problem.found, problem.nearest) == (found, nearest)


@pytest.mark.parametrize(
    ("row", "column"), [(",Huyện X,district,tinh,,,,,,", "id"), ("x,,district,tinh,,,,,,", "name")]
)
def test_a_unit_has_an_id_and_a_name(tmp_path: Path, row: str, column: str) -> None:
    problem = only_problem(tmp_path, with_unit(row))
    assert problem == Problem(ProblemKind.MISSING_KEY, UNITS_FILE, f"{ROW}.{column}", "", column)


def test_all_that_is_wrong_in_one_row_is_named(tmp_path: Path) -> None:
    found = problems(tmp_path, with_unit("x,,distrct,tinh,2015-02-30,hôm nay,,,,"))
    columns = {p.path.removeprefix(f"{ROW}.") for p in found}
    assert columns == {"name", "level", "exists_from", "exists_to"}


@pytest.mark.parametrize(
    "row", ["x,Huyện X,district,tinh", "x,Huyện X,district,tinh,,,,,,Nhập vào Tây, từ 2025"]
)
def test_a_row_with_too_few_or_too_many_cells_is_refused(tmp_path: Path, row: str) -> None:
    problem = only_problem(tmp_path, with_unit(row))
    assert (problem.kind, problem.file) == (ProblemKind.WRONG_VALUE, UNITS_FILE)
    assert problem.path.startswith(ROW)


def test_a_broken_row_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    written(tmp_path, with_unit("x,Huyện X,distrct,tinh,,,,,,"))
    register, _ = read_units(tmp_path / UNITS_FILE)
    assert list(register) == ["tinh", "van-phong", "dong", "tay"]


def test_all_broken_rows_are_named(tmp_path: Path) -> None:
    rows = "x,Huyện X,distrct,tinh,,,,,,\ny,,district,tinh,,,,,,\nz,Huyện Z,district,tnh,,,taay,,,"
    found = problems(tmp_path, with_unit(rows))
    assert len(found) == 4
    assert {p.nearest for p in found if p.kind is ProblemKind.UNKNOWN_NAME} == {"tinh", "tay"}


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, with_unit("tay,Huyện Tây,district,tinh,,,,,,"))
    assert (problem.kind, problem.found) == (ProblemKind.DUPLICATE, "tay")


@pytest.mark.parametrize("parent", ["", "tay"])
def test_a_district_belongs_to_a_province(tmp_path: Path, parent: str) -> None:
    problem = only_problem(tmp_path, with_unit(f"x,Huyện X,district,{parent},,,,,,"))
    assert (problem.file, problem.kind) == (UNITS_FILE, ProblemKind.UNKNOWN_NAME)
    assert "tinh" in problem.expected


@pytest.mark.parametrize(
    "header", ["id,name", "name,id,level,parent,exists_from,exists_to,successors,aliases,code,note"]
)
def test_other_columns_are_refused(tmp_path: Path, header: str) -> None:
    found = problems(tmp_path, (UNITS_FILE, UNITS.splitlines()[0], header))
    assert (found[0].kind, found[0].file, found[0].found) == (ProblemKind.WRONG_VALUE, UNITS_FILE, header)


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (tmp_path / UNITS_FILE).write_bytes(UNITS.encode("utf-16"))
    found = read_definitions(folder)[1][0]
    assert (found.kind, found.file) == (ProblemKind.UNREADABLE, UNITS_FILE)
