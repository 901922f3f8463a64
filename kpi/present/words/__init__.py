"""Every sentence a person reads, in Vietnamese and in English, from the TOML files beside this one.

The files of a language together form one catalogue; a key is `file.table.key` without the file: the tables
are unique over all files ("verdict.met"). Sentences are filled with named places: `{count}`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any


class Language(StrEnum):
    VIETNAMESE = "vi"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue of one language. `words("verdict.met")` is the sentence, filled."""

    language: Language
    sentences: dict[str, str]

    def __call__(self, key: str, **places: object) -> str:
        """The sentence of a key, filled; raises KeyError for a key that is not in the catalogue."""
        sentence = self.sentences[key]
        return sentence.format(**places) if places else sentence

    def has(self, key: str) -> bool:
        return key in self.sentences

    def pick(self, vietnamese: str, english: str) -> str:
        """Of a text that the data hold in both languages, the one to show."""
        return english if self.language is Language.ENGLISH and english else vietnamese


@cache
def words_for(language: Language | str) -> Words:
    """The catalogue of a language; Vietnamese for an unknown one."""
    known = language if language in set(Language) else Language.VIETNAMESE
    sentences: dict[str, str] = {}
    for path in sorted((Path(__file__).parent / known).glob("*.toml")):
        for key, sentence in _flat(tomllib.loads(path.read_text(encoding="utf-8"))):
            if key in sentences:
                raise ValueError(f"{path.name}: {key} is given twice")
            sentences[key] = sentence
    return Words(Language(known), sentences)


def _flat(table: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        found += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]
    return found
