"""A page of plain HTML: a form, in the looks of the other pages, without a script."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kpi.present.words import Words
from kpi.ui.markup import Markup, element, joined

_ROOM = Path(__file__).parents[1]


def plain_page(title: str, body: Markup, words: Words) -> str:
    """The whole document."""
    head = joined(
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", f"{title} – {words('page.program')}"),
        Markup(f"<style>{_looks()}</style>"),
    )
    main = element("main", element("p", words("page.program"), class_="k-kicker"), body)
    return "<!doctype html>" + element(
        "html", element("head", head), element("body", main), lang=words.language
    )


def form(title: str, submit: str, *content: Markup, said: str = "", below: str = "") -> Markup:
    """A form that is sent to its own address. `said`: what came of the last try; `below`: what stands after it."""
    return joined(
        element("h1", title),
        element("p", said, class_="k-notice bad", role="alert") if said else "",
        element("form", *content, element("button", submit, type="submit"), method="post"),
        below,
    )


def field(name: str, label: str, autocomplete: str, *, value: str = "", secret: bool = False) -> Markup:
    """A labelled line to fill in."""
    attributes = {"name": name, "autocomplete": autocomplete, "value": value, "required": "required"}
    line = element("input", type="password" if secret else "text", **attributes)
    return element("label", element("span", label), Markup(line.removesuffix("</input>")))


@cache
def _looks() -> str:
    sheets = (_ROOM / "looks.css", _ROOM / "web" / "plain.css")
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
