"""The names by which the shipped plans are found in workbooks: plain text, and no two things under one name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi.domain.plan import Counted, Indicator, Plan
from kpi.registry.definitions import DATA, load_definitions

PLANS = load_definitions().plans
DEFINITION_FILES = [DATA / "units.csv", *sorted((DATA / "plans").rglob("*.yaml"))]


def folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def counted_names(counted: Counted | None) -> set[str]:
    return set() if counted is None else {folded(name) for name in (counted.name, *counted.aliases)}


def names_of(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Each name, with what it stands for in that indicator."""
    for name in {folded(name) for name in (indicator.name, indicator.short, *indicator.aliases)}:
        yield name, f"{indicator.id} (name)"
    for name in counted_names(indicator.numerator):
        yield name, f"{indicator.id} (numerator)"
    for name in counted_names(indicator.denominator):
        yield name, f"{indicator.id} (denominator)"


@pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: plan.id)
def test_one_name_stands_for_one_thing_within_a_plan(plan: Plan) -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for indicator in plan.measured:
        for name, meaning in names_of(indicator):
            meanings[name].add(meaning)
    shared = {frozenset(found) for found in meanings.values() if len(found) > 1}
    allowed = {
        frozenset({"unemployed-referred (numerator)", "referred-placed (denominator)"}),
        *own_count(plan),
    }
    assert shared - allowed == set()


def own_count(plan: Plan) -> set[frozenset[str]]:
    """A count is called by the name of what it counts."""
    return {
        frozenset({f"{i.id} (name)", f"{i.id} (numerator)"}) for i in plan.measured if i.denominator is None
    }


@pytest.mark.parametrize("file", DEFINITION_FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_definition_files_are_composed_unicode(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not {"\u00a0", "\u200b", "\ufeff", "\ufffd"} & set(text)


@pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: plan.id)
def test_every_indicator_is_named_in_both_languages(plan: Plan) -> None:
    lacking = [
        i.id for i in plan.measured if not all((i.name, i.name_en, i.short, i.short_en, i.noun, i.noun_en))
    ]
    assert lacking == []


@pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: plan.id)
def test_every_reading_says_what_is_open_and_how_it_is_read(plan: Plan) -> None:
    readings = [
        *plan.readings,
        *(r for i in plan.measured for r in i.readings),
        *(r for i in plan.measured for t in i.targets for r in t.readings),
    ]
    assert readings
    assert all((r.ambiguity, r.reading, r.ambiguity_en, r.reading_en) for r in readings)
