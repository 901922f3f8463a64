"""A spoilt workbook is refused or read as it now stands; no spoiling brings the reader down or makes figures up."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from .good_workbooks import NAMES, good_workbooks
from .mutants import Mutant, mutant
from .outcome import misread, outcome_of, untraceable

SEED = int(os.environ.get("KPI_FUZZ_SEED", "20170816"))
A_FEW, MANY = 120, 6000


@pytest.mark.parametrize("name", NAMES)
def test_the_unspoilt_workbook_is_accepted(name: str) -> None:
    good = next(good for good in good_workbooks() if good.name == name)
    outcome = outcome_of(good.content, good.request)
    assert outcome.accepted
    assert outcome.figures
    assert outcome.grid is not None
    assert outcome.understood is not None
    assert untraceable(good.content, outcome.grid, outcome.understood) == []


def test_a_few_spoilt_workbooks_are_refused_or_read_as_they_stand() -> None:
    for number in range(A_FEW):
        _judge(mutant(SEED, number))


@pytest.mark.slow
def test_thousands_of_spoilt_workbooks_are_refused_or_read_as_they_stand() -> None:
    outcomes = Counter(_judge(mutant(SEED, number)) for number in range(A_FEW, A_FEW + MANY))
    fewest = min(outcomes[kind] for kind in ("accepted", "findings", "workbook-damaged", "workbook-unsafe"))
    assert fewest > MANY // 50, outcomes


def test_a_mutant_can_be_made_again() -> None:
    assert mutant(SEED, 7).content == mutant(SEED, 7).content
    assert mutant(SEED, 7).content != mutant(SEED + 1, 7).content


def _judge(spoilt: Mutant) -> str:
    """What became of the mutant; fails with the mutant's label where it is not what it must be."""
    try:
        outcome = outcome_of(spoilt.content, spoilt.good.request)
        if outcome.grid is None or outcome.understood is None:
            return str(outcome.refused)
        faults = untraceable(spoilt.content, outcome.grid, outcome.understood)
        if outcome.accepted:
            faults += misread(spoilt.content, outcome.grid)
    except Exception as error:
        raise AssertionError(str(spoilt)) from error
    assert not faults, f"{spoilt}\n" + "\n".join(faults)
    return "accepted" if outcome.accepted else "findings"
