"""Officials at the same moment, in processes of their own: no update is lost, no file is stored twice."""

from __future__ import annotations

import pytest

from tests.kept.at_once import OFFICIALS, TIMES
from tests.kept.people import run_apart

pytestmark = pytest.mark.slow


def test_who_looks_agrees_and_looks_again_where_refused_loses_no_update(url: str) -> None:
    counted = run_apart("at_once", "counting", url)
    assert counted["standing"] == [f"{OFFICIALS * TIMES}/1000"]
    assert set(counted["told"]) == {"refused"}


def test_the_same_file_at_the_very_same_moment_is_one_import(url: str) -> None:
    sent = run_apart("at_once", "same", url)
    assert sent["answers"] == OFFICIALS * sent["files"]
    assert sent["submissions"] == sent["committed"] == sent["files"]
