"""Tables that are text: they can be read aloud, copied and printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kpi.ui.markup import Markup, element, joined


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], numbers: frozenset[int] = frozenset()
) -> Markup:
    """A table that scrolls sideways by itself where it is wider than the page.

    `numbers` are the columns, from 0, whose cells are set flush right. The first cell of a row heads it.
    """
    head = element("tr", *(element("th", text, scope="col") for text in headings))
    body = [_row(cells, numbers) for cells in rows]
    return element(
        "div",
        element("table", element("thead", head), element("tbody", *body), class_="k-table"),
        class_="k-scroll",
        tabindex="0",
        role="region",
        aria_label=headings[0] if headings else "",
    )


def _row(cells: Sequence[str], numbers: frozenset[int]) -> Markup:
    written = [
        element("th" if place == 0 else "td", text or " ", class_="k-number" if place in numbers else "")
        for place, text in enumerate(cells)
    ]
    return element("tr", joined(*written))
