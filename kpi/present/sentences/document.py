"""What a document names, in either language: its clauses and the agencies its duties are laid on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi.domain.paper import Sender
from kpi.domain.task import Agency
from kpi.present.words import Language, Words, words_for

_PARTS = ("opening", "closing", "paragraph", "bullet", "point", "and")


def clause_text(clause: str, words: Words) -> str:
    """«IV.1, gạch đầu dòng 6», in English “IV.1, bullet 6”; what is no part of a document stays as it is."""
    if words.language is Language.VIETNAMESE:
        return clause
    as_written = words_for(Language.VIETNAMESE)
    for part in _PARTS:
        written = as_written(f"clause.{part}")
        clause = re.sub(rf"\b{written}\b", words(f"clause.{part}"), clause, flags=re.IGNORECASE)
    return clause


def agency_text(agency: Agency | Sender, words: Words) -> str:
    """The name of an agency, or of who sends a report."""
    return words.pick(agency.name, agency.name_en)


def agencies_text(agencies: Iterable[Agency | Sender], words: Words, by: str = "; ") -> str:
    """Their names after each other."""
    return by.join(agency_text(agency, words) for agency in agencies)
