"""`import --reason-for`: a reason for one warning alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from typed_commands import PLAN, row, sent, typed, written

from kpi.service.evaluations import know
from kpi.service.program import Program

PRINTED = tuple(
    row(unit, part, 100, value=85) for unit, part in (("Huyện Hương Sơn", 70), ("Huyện Đức Thọ", 80))
)
OF_FIRST, OF_SECOND = "share-mismatch:Số liệu:F2", "share-mismatch:Số liệu:F3"


def test_a_warning_may_have_a_reason_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path, *PRINTED)
    offered = typed("import", path, "--plan", PLAN, "--dry-run").stdout
    assert f"--reason-for '{OF_FIRST}=…'" in offered
    sent(
        "import", path, "--plan", PLAN, "--reason", "làm tròn", "--reason-for", f"{OF_SECOND}=gõ nhầm 85 = 58"
    )
    program = Program.open()
    beside = {s.observation.unit: s.reason for s in know(program, PLAN).stored}
    program.database.close()
    assert beside == {"huyen-huong-son": "làm tròn", "huyen-duc-tho": "gõ nhầm 85 = 58"}


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_reason_for_no_warning_is_refused_and_names_those_there_are(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    asked = ("import", written(tmp_path, *PRINTED), "--plan", PLAN, *more)
    refused = typed(*asked, "--reason-for", "share-mismatch:Số liệu:D9=gõ nhầm")
    assert refused.code == 1
    assert OF_FIRST in refused.stderr
    assert sent("submissions", "--plan", PLAN)["submissions"] == []
    assert typed(*asked, "--reason-for", "gõ nhầm").code == 2


def test_a_reason_given_again_with_what_is_stored_already_is_no_fault(tmp_path: Path) -> None:
    asked = ("import", written(tmp_path, *PRINTED), "--plan", PLAN, "--reason-for", f"{OF_FIRST}=làm tròn")
    assert sent(*asked)["committed"]
    assert sent(*asked, "--dry-run")["counts"]["unchanged"] == 2
