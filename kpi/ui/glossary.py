"""Words that need a word: explained where they stand, on hover or focus, and together in the guide."""

from __future__ import annotations

from kpi.present.words import Words
from kpi.ui.markup import Markup, element, joined

TERMS = (
    "bhxh",
    "bhtn",
    "points",
    "provisional",
    "estimate",
    "final",
    "pace",
    "outlook",
    "coverage",
    "denominator",
    "base",
    "against-province",
)


def explained(text: str, name: str, words: Words) -> Markup:
    """The text with its meaning, which shows on hover, on focus and to screen readers."""
    meaning = words(f"glossary.{name}.means")
    tip = element("span", meaning, class_="k-tip", role="tooltip")
    return element("span", text, tip, class_="k-term", tabindex="0")


def glossary_list(words: Words) -> Markup:
    """Every term with its meaning."""
    entries = (
        joined(element("dt", words(f"glossary.{name}.term")), element("dd", words(f"glossary.{name}.means")))
        for name in TERMS
    )
    return element("dl", *entries, class_="k-readings")
