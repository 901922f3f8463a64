"""An entry of the record in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kpi.domain.actor import COMMAND_LINE, Role
from kpi.domain.closing import PeriodState
from kpi.domain.record import AuditEntry, Done
from kpi.present.formats import moment
from kpi.present.sentences.terms import term
from kpi.present.words import Words

_COLUMNS = ("number", "at", "actor", "origin", "what", "plan", "subject", "detail")


def record_headings(words: Words) -> list[str]:
    return [words(f"record.{name}") for name in _COLUMNS]


def entry_cells(entry: AuditEntry, words: Words) -> list[str]:
    """The cells of an entry, under the headings of the record."""
    return [
        str(entry.id),
        moment(entry.at, words.language),
        entry.actor,
        _origin(entry.origin, words),
        done_text(entry, words),
        entry.plan or "",
        entry.subject,
        detail_text(entry, words),
    ]


def done_text(entry: AuditEntry, words: Words) -> str:
    """What was done; as the record calls it where this version of the program does not know it."""
    return term(Done(entry.action), words) if entry.action in set(Done) else entry.action


def detail_text(entry: AuditEntry, words: Words) -> str:
    """«Tệp: Biểu 1.xlsx; Mới: 13»; of a refusal the sentence that was said."""
    facts = dict(entry.detail)
    sentence = f"refusal.{facts.get('why')}"
    if entry.action == Done.REFUSED and words.has(sentence):
        return words(sentence, **{name: value for name, value in facts.items() if name != "why"})
    return _facts(facts, words)


def _origin(origin: str, words: Words) -> str:
    return words("record.here") if origin in ("", COMMAND_LINE) else origin


def _facts(facts: Mapping[str, Any], words: Words) -> str:
    """Each fact under its name; what is empty is left out."""
    said = (
        f"{_name(name, words)}: {_value(name, value, words)}"
        for name, value in facts.items()
        if value not in ("", [], {}, 0) or value is False
    )
    return "; ".join(said)


def _name(name: str, words: Words) -> str:
    return words(f"record.fact.{name}") if words.has(f"record.fact.{name}") else name


def _value(name: str, value: Any, words: Words) -> str:
    match value:
        case bool():
            return words("record.yes" if value else "record.no")
        case Mapping():
            return f"({_facts(value, words)})"
        case list():
            return ", ".join(_value("", each, words) for each in value)
        case str() if name == "role" and value in set(Role):
            return term(Role(value), words)
        case str() if name == "before" and value in set(PeriodState):
            return term(PeriodState(value), words)
        case _:
            return str(value)
