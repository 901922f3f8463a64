"""Headings in two languages, one below the other in a cell: the Vietnamese half says all there is to say."""

from __future__ import annotations

import re

# Only words that repeat what the Vietnamese half says; «new», «female», «target» would tell another figure.
_WORDS = """
    a an and at by for from in of on per the to with no order number total district districts unit units name
    area location province whole year employer employers enterprise enterprises organisation organisations
    organization organizations person persons people participant participants insured insurance social unemployment
    compulsory voluntary liable registered registering enrolled enrolment participating participated joining covered
    coverage electronic electronically transaction transactions filing filers share shares rate percentage percent
    ratio proportion unemployed counselled counseled referred placed job jobs vocational training support supported
    asking seeking needing counselling counseling employment service services
    claimants benefit benefits satisfied satisfaction index respondents surveyed note notes remark remarks result
    results actual indicator indicators value
"""
_ENGLISH = frozenset(_WORDS.split())
_HALVES = re.compile(r"\s*\n\s*|\s+/\s+|\s*\((?=[^()]*\)\s*$)")


def without_translation(text: str) -> str:
    """«Đơn vị⏎District» → «Đơn vị»; a text in one language as it is."""
    halves = [half for half in _HALVES.split(text.strip()) if half.strip()]
    while len(halves) > 1 and _is_english(halves[-1]):
        text = text[: text.rindex(halves[-1])].rstrip(" \n/(")
        halves.pop()
    return text


def _is_english(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return bool(words) and all(word in _ENGLISH for word in words)
