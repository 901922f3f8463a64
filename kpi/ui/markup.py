"""HTML out of escaped text. Nothing on a page becomes markup but through `element`; nothing from data ever does."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

from kpi.present.quoting import undirected

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


class Markup(str):
    """HTML made by `element`: safe to put inside another."""

    __slots__ = ()


def element(tag: str, *content: str, **attributes: str) -> Markup:
    """`<tag …>content</tag>`, with everything that is not Markup escaped.

    Attributes are written `class_`, `aria_label`; an empty one is left out.
    """
    written = "".join(f' {_name(name)}="{escape(value)}"' for name, value in attributes.items() if value)
    return Markup(f"<{tag}{written}>{joined(*content)}</{tag}>")


def joined(*content: str, by: str = "") -> Markup:
    """The parts in a row, each escaped unless it is Markup; empty ones left out."""
    return Markup(
        by.join(
            part if isinstance(part, Markup) else escape(undirected(part)) for part in content if part != ""
        )
    )


def show(markup: Markup) -> None:
    """Puts it on the page, unless there is nothing to put."""
    if markup:
        st.html(markup)


def as_label(text: str) -> str:
    """Text from data for a widget's label, where Streamlit reads Markdown: shown as it is."""
    return _MARKDOWN.sub(r"\\\1", undirected(text))


def _name(attribute: str) -> str:
    return attribute.rstrip("_").replace("_", "-")
