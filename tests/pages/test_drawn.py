"""The chart and the bar of fixed figures are drawn as they were last looked at and found right."""

from __future__ import annotations

import pytest
from drawn_examples import DRAWN, drawn


@pytest.mark.parametrize("name", ["path", "bar"])
def test_it_is_drawn_as_it_was_found_right(name: str) -> None:
    assert drawn()[name] == (DRAWN / f"{name}.html").read_text(encoding="utf-8")
