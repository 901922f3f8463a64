"""Findings about an upload as sentences, cell by cell.

A code may have several sentences, `issue.<code>` and `issue.<code>.<variant>`; the fullest one whose places
are all at hand is said, the last of equals, so that a finding with less detail still makes a whole sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from string import Formatter

from kpi.domain.issue import Choice, Code, Issue
from kpi.domain.observation import Stage
from kpi.domain.period import Period
from kpi.present.formats import day, number, plain
from kpi.present.quoting import quotable
from kpi.present.sentences.terms import capitalised, period_text, term
from kpi.present.words import Language, Words, words_for

_DAYS = {"until", "since", "date"}
_PERIODS = {"period", "before"}
_NUMBERS = {
    "numerator",
    "denominator",
    "printed",
    "previous",
    "current",
    "factor",
    "limit",
    "reading",
}
_BYTES = {"most"}
_MOST_DIGITS = 30
_STAGES = {"title_stage"}


def issue_message(issue: Issue, words: Words) -> str:
    """One sentence: where, what was found, what was expected, what to do."""
    sentence, where = issue_sentence(issue, words), place_text(issue.sheet, issue.cell, words)
    return f"{where}: {sentence}" if where else capitalised(sentence)


def issue_sentence(issue: Issue, words: Words) -> str:
    """The sentence without its place, to be said at the cell itself."""
    places = _places(issue, words)
    return words(_fullest(f"issue.{issue.code}", frozenset(places), words.language), **places)


def issue_kind(code: Code, words: Words) -> str:
    """What findings of a code have in common: the first clause of its sentence, «Số âm không hợp lệ»."""
    return capitalised(words(f"issue.{code}").partition(";")[0])


def choice_text(code: Code, choice: Choice, words: Words) -> str:
    """What an answer stands for, in words: «ước thực hiện», not `estimate`."""
    if choice.choice in set(Stage):
        return term(Stage(choice.choice), words)
    key = f"choice.{'times-' if choice.label.startswith('×') else ''}{choice.choice}"
    if words.has(key):
        return words(key)
    if code is Code.SCALE_UNCLEAR and not choice.label.startswith("×"):
        return f"{_shown('reading', choice.label, words)}%"
    return _shown("reading", choice.label, words) if code is Code.VALUE_AMBIGUOUS_NUMBER else choice.label


def expected_text(issue: Issue, words: Words) -> str:
    """What was expected in plain words; a name or text that is no word key stands as it is, empty for none."""
    if issue.expected is None:
        return ""
    key = f"expected.{issue.expected}"
    return words(key) if words.has(key) else quotable(issue.expected)


def place_text(sheet: str | None, cell: str | None, words: Words) -> str:
    """«Ô C14 (trang tính “PL01”)», or as much of it as is known."""
    if cell and sheet:
        return words("place.cell-of-sheet", cell=cell, sheet=sheet)
    if cell:
        return words("place.cell", cell=cell)
    return words("place.sheet", sheet=sheet) if sheet else ""


def _places(issue: Issue, words: Words) -> dict[str, str]:
    """Everything the sentence may name, as people write it. Empty details count as absent."""
    places = {name: _shown(name, text, words) for name, text in issue.detail if text}
    known = {
        "cell": issue.cell,
        "sheet": issue.sheet,
        "found": quotable(issue.found) if issue.found else None,
        "expected": expected_text(issue, words),
        "choices": ", ".join(f"“{quotable(choice_text(issue.code, c, words))}”" for c in issue.choices),
    }
    return places | {name: text for name, text in known.items() if text}


def _shown(name: str, text: str, words: Words) -> str:
    try:
        if name in _DAYS:
            return day(date.fromisoformat(text), words.language)
        if name in _PERIODS:
            return period_text(Period.parse(text), words)
        if name == "computed":  # ours, with as many decimals as it needs
            return plain(Decimal(text), words.language)
        if name in _NUMBERS:
            return _number(text, words)
        if name in _BYTES:
            return f"{number(Fraction(int(text), 2**20), words.language)} MB"
    except (ValueError, InvalidOperation):
        return quotable(text)
    if name == "reason" and words.has(f"fault.{text}"):
        return words(f"fault.{text}")
    return words(f"stage.{text}") if name in _STAGES and words.has(f"stage.{text}") else quotable(text)


def _number(text: str, words: Words) -> str:
    """A number as it was written, in the separators of the language; its own decimals are kept, at most four."""
    bare = Decimal(text.strip().removesuffix("%"))
    exponent = bare.as_tuple().exponent
    if not isinstance(exponent, int) or abs(bare.adjusted()) > _MOST_DIGITS:  # NaN, or nothing to write out
        return quotable(text)
    shown = number(bare, words.language, min(4, max(0, -exponent)))
    return shown + "%" if text.strip().endswith("%") else shown


def _fullest(key: str, available: frozenset[str], language: Language) -> str:
    sayable = [k for k, named in _variants(key, language).items() if named <= available]
    return max(reversed(sayable), key=lambda k: len(_variants(key, language)[k]))


@cache
def _variants(key: str, language: Language) -> Mapping[str, frozenset[str]]:
    """The keys of a code's sentences with the places each names."""
    sentences = words_for(language).sentences
    return {k: places_in(s) for k, s in sentences.items() if k == key or k.startswith(key + ".")}


def places_in(sentence: str) -> frozenset[str]:
    """The names of the places a sentence has to be filled in: "{found}, not {expected}" → found, expected."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)
