"""Tables that are text: they can be read aloud, copied and printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kpi.ui.markup import Markup, element, joined


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: frozenset[int] = frozenset(),
    name: str = "",
    heads: int = 0,
    class_: str = "",
) -> Markup:
    """A table that scrolls sideways by itself where it is wider than the page.

    `numbers` are the columns, from 0, whose cells are set flush right; `heads` is the column whose cells head
    their rows. `name` is what the table is called aloud, by default its first heading.
    """
    head = element(
        "tr",
        *(
            element("th", text, scope="col", class_="k-number" if place in numbers else "")
            for place, text in enumerate(headings)
        ),
    )
    body = [_row(cells, numbers, heads) for cells in rows]
    return element(
        "div",
        element("table", element("thead", head), element("tbody", *body), class_=f"k-table {class_}".strip()),
        class_="k-scroll",
        tabindex="0",
        role="region",
        aria_label=name or (headings[0] if headings else ""),
    )


def _row(cells: Sequence[str], numbers: frozenset[int], heads: int) -> Markup:
    return element(
        "tr",
        joined(*(_cell(place, text, numbers, heads) for place, text in enumerate(cells))),
    )


def _cell(place: int, text: str, numbers: frozenset[int], heads: int) -> Markup:
    flush = "k-number" if place in numbers else ""
    if place == heads:
        return element("th", text or " ", scope="row", class_=flush)
    return element("td", text or " ", class_=flush)
