"""Signs that mean the same on every page: the verdict, how firm it is, and that figures are made up."""

from __future__ import annotations

from kpi.domain.evaluation import Compliance, Evaluation
from kpi.present.sentences import verdict_sign, verdict_word
from kpi.present.words import Words
from kpi.ui.markup import Markup, element, joined

_COLOURS = {Compliance.MET: "met", Compliance.MISSED: "missed"}


def verdict_colour(evaluation: Evaluation) -> str:
    """The class that colours a verdict; what is neither met nor missed stays grey."""
    return _COLOURS.get(evaluation.compliance, "waiting")


def verdict_badge(evaluation: Evaluation, words: Words) -> Markup:
    """Sign, word and colour together; dashed while the verdict may still change."""
    judged = evaluation.compliance in _COLOURS
    firmness = "" if evaluation.final or not judged else " provisional"
    sign = element("span", verdict_sign(evaluation), aria_hidden="true")
    return element(
        "span",
        sign,
        verdict_word(evaluation, words),
        class_=f"k-badge {verdict_colour(evaluation)}{firmness}",
    )


def illustrative_mark(words: Words) -> Markup:
    """«số liệu minh họa»."""
    return element("span", words("cli.illustrative"), class_="k-illustrative")


def heading(text: str, note: str = "") -> Markup:
    """The heading of a part of a page, with a quiet remark beside it."""
    return element("h2", text, *((" ", element("small", note)) if note else ()), class_="k-heading")


def quiet(*text: str) -> Markup:
    """A line in the colour of side remarks."""
    return element("p", joined(*text), class_="k-quiet")


def link(text: str, address: str, **attributes: str) -> Markup:
    """A link within the program."""
    return element("a", text, href=address, target="_self", **attributes)
