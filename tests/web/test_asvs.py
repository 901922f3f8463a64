"""docs/asvs.md claims nothing that has no file or test to look at."""

from __future__ import annotations

import re
from collections import Counter

from kpi.service.settings import PROJECT

LEVEL_ONE = 70
TEXT = (PROJECT / "docs" / "asvs.md").read_text()
ROWS = [
    [cell.strip() for cell in line.split("|")[1:-1]] for line in TEXT.splitlines() if re.match(r"\| \d", line)
]


def test_every_requirement_stands_there_once() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS) == LEVEL_ONE
    assert {row[2] for row in ROWS} == {"met", "n/a", "falls short"}


def test_the_sums_are_those_of_the_table() -> None:
    counted = Counter(row[2] for row in ROWS)
    assert f"{counted['met']} met, {counted['n/a']} that do not apply" in TEXT
    assert re.search(rf"{counted['falls short']} in which it falls short", TEXT)


def test_whatever_is_met_is_shown_by_something_that_exists() -> None:
    for number, _, state, shown_by in ROWS:
        places = re.findall(r"`((?:tests|kpi|docs|deploy)/[^`]+|README\.md|pyproject\.toml)`", shown_by)
        assert places or state != "met", number
        for place in places:
            path, _, test = place.partition("::")
            assert (PROJECT / path).is_file(), f"{number}: {path}"
            assert not test or f"def {test}(" in (PROJECT / path).read_text(), f"{number}: {test}"
