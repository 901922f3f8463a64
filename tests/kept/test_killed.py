"""A process killed at any moment leaves whole submissions, or the state before or after a restore."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kept.people import run_apart

pytestmark = pytest.mark.slow


def test_an_import_killed_at_any_moment_is_whole_or_absent(tmp_path: Path) -> None:
    killed = run_apart("killed_importing", f"sqlite:///{tmp_path / 'kpi.db'}", 200, 1)
    assert killed["wrong"] == []
    assert killed["in_transaction"] >= 20, killed
    assert killed["survivors"] >= 50, killed


def test_on_postgresql_too(new_postgresql_url: Callable[[], str]) -> None:
    killed = run_apart("killed_importing", new_postgresql_url(), 60, 2)
    assert killed["wrong"] == []
    assert killed["in_transaction"] >= 5, killed


def test_a_restore_killed_at_any_moment_leaves_the_state_before_or_after(tmp_path: Path) -> None:
    killed = run_apart("killed_restoring", f"sqlite:///{tmp_path / 'kpi.db'}", tmp_path, 40, 3)
    assert killed["wrong"] == []
    assert 3 <= killed["replaced"] <= 37, killed
