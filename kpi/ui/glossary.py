"""Words that need a word: explained where they stand, on hover, focus or a tap, and together in the guide."""

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


def explained(text: str, name: str, words: Words, class_: str = "") -> Markup:
    """The text with its meaning, which shows on hover, when the tab key comes to it, and on a tap."""
    tip = element("span", words(f"glossary.{name}.means"), class_="k-tip", role="tooltip")
    return element("span", text, tip, class_=f"k-term {class_}".strip(), tabindex="0")


def glossary_list(words: Words) -> Markup:
    """Every term with its meaning."""
    entries = (
        joined(element("dt", words(f"glossary.{name}.term")), element("dd", words(f"glossary.{name}.means")))
        for name in TERMS
    )
    return element("dl", *entries, class_="k-readings")
