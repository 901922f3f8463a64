"""What is wrong in a definition file is said with file, place, found, expected and the nearest key."""

import re
from pathlib import Path

import pytest
from verdict_examples import EN, VI

from kpi.present.definition_problems import definition_problem
from kpi.present.words import Words
from kpi.registry import schema
from kpi.registry.problem import ProblemKind


def test_an_unknown_key_names_the_nearest_one() -> None:
    said = definition_problem("unknown-key", "p/plan.yaml", "isued", "isued", "id, issued", "issued", VI)
    assert said == (
        "p/plan.yaml, isued: khóa “isued” không có trong khai báo; các khóa được dùng: id, issued; gần nhất: issued"
    )


@pytest.mark.parametrize("words", [VI, EN], ids=["vi", "en"])
@pytest.mark.parametrize("kind", list(ProblemKind))
def test_every_kind_of_problem_has_its_sentence(kind: ProblemKind, words: Words) -> None:
    said = definition_problem(kind, "plan.yaml", "", "found", "expected", None, words)
    assert said.startswith("plan.yaml: ")
    assert "{" not in said


def test_every_rule_of_the_definitions_is_put_into_words() -> None:
    source = Path(schema.__file__).read_text(encoding="utf-8")
    rules = re.findall(r'ValueError\("([a-z-]+)"\)', source)
    assert rules
    assert [rule for rule in rules if not VI.has(f"expectation.{rule}")] == []


def test_a_validators_stock_phrase_is_translated_and_another_left_as_it_is() -> None:
    known = definition_problem("wrong-value", "a", "year", "'x'", "Input should be a valid integer", None, VI)
    assert known.endswith("cần một số nguyên")
    assert definition_problem("wrong-value", "a", "b", "1", "'>' or '>='", None, VI).endswith(
        "cần '>' or '>='"
    )
