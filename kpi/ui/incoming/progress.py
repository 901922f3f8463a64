"""What takes its time says so at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from kpi.ui.markup import element, show


@contextmanager
def progress(text: str, done: int = 0, of: int = 1) -> Iterator[None]:
    """Says what is being done, while it is; a style sheet leaves out what is over in a moment.

    `done` of `of` files are finished; of a single one nobody can say how far it is.
    """
    place = st.empty()
    share = {"value": str(done), "max": str(of)} if of > 1 else {}
    with place:
        show(
            element(
                "div", element("progress", aria_label=text, **share), text, class_="k-progress", role="status"
            )
        )
    try:
        yield
    finally:
        place.empty()
