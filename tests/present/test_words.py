"""The catalogue is whole: the same keys and places in both languages, none unused, none missing."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kpi.domain.issue import Code
from kpi.present.findings import places_in
from kpi.present.sentences import term
from kpi.present.sentences.terms import TABLES
from kpi.present.words import Words, words_for

VI, EN = words_for("vi"), words_for("en")
ROOT = Path(__file__).parents[2]


def test_both_languages_have_the_same_keys() -> None:
    assert set(VI.sentences) == set(EN.sentences)


def test_both_languages_fill_the_same_places() -> None:
    differing = {
        key
        for key in VI.sentences.keys() & EN.sentences.keys()
        if places_in(VI.sentences[key]) != places_in(EN.sentences[key])
    }
    assert differing == set()


@pytest.mark.parametrize("words", [VI, EN], ids=["vi", "en"])
def test_every_state_and_kind_has_its_word(words: Words) -> None:
    for kind in TABLES:
        assert all(term(member, words) for member in kind)


def test_no_table_of_states_has_a_word_too_many() -> None:
    for kind, table in TABLES.items():
        keys = {key.removeprefix(f"{table}.") for key in VI.sentences if key.startswith(f"{table}.")}
        assert keys == {str(member) for member in kind}


@pytest.mark.parametrize("words", [VI, EN], ids=["vi", "en"])
def test_every_issue_code_has_a_sentence_that_needs_no_detail(words: Words) -> None:
    for code in Code:
        assert places_in(words(f"issue.{code}")) == frozenset()


def test_no_issue_sentence_is_for_a_code_that_does_not_exist() -> None:
    codes = {key.split(".")[1] for key in VI.sentences if key.startswith("issue.")}
    assert codes == {str(code) for code in Code}


@pytest.mark.parametrize("words", [VI, EN], ids=["vi", "en"])
def test_no_sentence_is_empty(words: Words) -> None:
    assert [key for key, sentence in words.sentences.items() if not sentence.strip()] == []


def test_every_key_is_used_somewhere() -> None:
    tables = tuple(f"{table}." for table in TABLES.values())
    constants, starts = set(_constants()), tuple(_starts())
    unused = {
        key
        for key in VI.sentences
        if not key.startswith(starts + tables) and key not in constants and not _put_together(key, constants)
    }
    assert unused == set()


def _put_together(key: str, constants: set[str]) -> bool:
    """Whether the code names the table and the rest each by itself: f"{table}.title" with "task_sheet"."""
    table, _, rest = key.partition(".")
    return table in constants and (rest in constants or f".{rest}" in constants)


def test_every_key_asked_for_is_there() -> None:
    asked = set(_keys_asked_for())
    assert asked
    assert asked - set(VI.sentences) == set()


def test_an_unknown_language_falls_back_to_vietnamese() -> None:
    assert words_for("fr") is not None
    assert words_for("fr")("compliance.met") == "Đạt"


@cache
def _nodes() -> tuple[ast.AST, ...]:
    paths = [*(ROOT / "kpi").rglob("*.py"), *(ROOT / "pages").rglob("*.py"), *ROOT.glob("*.py")]
    sources = (ast.parse(path.read_text(encoding="utf-8")) for path in paths)
    return tuple(node for source in sources for node in ast.walk(source))


def _constants() -> Iterator[str]:
    """Every string in the code."""
    return (node.value for node in _nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _starts() -> Iterator[str]:
    """How strings with places begin, where that is a table: f"verdict.{…}" → "verdict."."""
    for node in _nodes():
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            start = str(node.values[0].value)
            if "." in start:
                yield start


def _keys_asked_for() -> Iterator[str]:
    """First arguments of `words("…")` and `said("…")`, both sides of a choice included."""
    for node in _nodes():
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("words", "said")
            and node.args
        ):
            first = node.args[0]
            sides = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            yield from (s.value for s in sides if isinstance(s, ast.Constant) and isinstance(s.value, str))
