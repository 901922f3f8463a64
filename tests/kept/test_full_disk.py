"""On a full disk every command refuses with a sentence, and nothing stored is lost."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.kept.people import run_apart

pytestmark = pytest.mark.slow
FULL = "Đĩa đã đầy"
OWN_DISKS = ("unshare", "--mount", "--map-root-user")


@cache
def can_have_a_small_disk() -> bool:
    try:
        mounting = [*OWN_DISKS, "mount", "-t", "tmpfs", "none", "/mnt"]
        return subprocess.run(mounting, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.parametrize("kind", ["disk", "limit"])
def test_a_full_disk_refuses_cleanly_and_loses_nothing(tmp_path: Path, kind: str) -> None:
    if kind == "disk" and not can_have_a_small_disk():
        pytest.skip("needs the right to mount a small file system")
    (tmp_path / "var").mkdir()
    told = run_apart("full_disk", kind, tmp_path / "var", before=OWN_DISKS if kind == "disk" else ())
    refusals = [
        *told["lone"],
        *told["import"]["refused"],
        told["backup"]["answer"],
        *told["restore"]["answers"],
    ]
    assert {(answer["code"], answer["lines"]) for answer in refusals} == {(3, 1)}, refusals
    assert all((FULL in a["said"]) is (kind == "disk") for a in refusals), refusals
    assert told["import"]["imported"] > 3
    assert (told["import"]["lost"], told["restore"]["lost"]) == (0, 0)
    assert told["backup"]["left"] == told["restore"]["left"] == []
    assert (told["afterwards"]["answer"]["code"], told["afterwards"]["wrong"]) == (0, [])
