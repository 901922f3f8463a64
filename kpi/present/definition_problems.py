"""What is wrong in the files that define plans, as sentences."""

from __future__ import annotations

import re

from kpi.present.quoting import quotable
from kpi.present.words import Words

_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")


def definition_problem(
    kind: str, file: str, path: str, found: str, expected: str, nearest: str | None, words: Words
) -> str:
    """One sentence: file, path in it, found, expected, nearest known key: «plan.yaml, targets[2].value: …»."""
    sentence = words(f"problem.{kind}", found=quotable(found), expected=_expectation(expected, words))
    where = f"{file}, {path}" if path else file
    hint = words("definition.nearest", nearest=nearest) if nearest else ""
    return f"{where}: {sentence}{hint}"


def _expectation(expected: str, words: Words) -> str:
    """The words for an expectation code or a validator's stock phrase; anything else as it is."""
    code = _NOT_IN_KEYS.sub("-", expected.lower()).strip("-")
    key = f"expectation.{code}"
    return words(key) if words.has(key) else expected
