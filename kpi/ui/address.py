"""The choices in the address, so that a copied link opens the same view elsewhere."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st

_KEPT = "chosen."


def asked_for(name: str) -> str | None:
    """The choice in the address, else the one made earlier in this session."""
    found: str | None = st.query_params.get(name) or st.session_state.get(_KEPT + name)
    return found


def followed(name: str, current: str | None) -> bool:
    """Whether the choice in the address is not the one last made here: a link was followed, or the way back.

    Where `current` is another than the one last made, somebody just chose it, and the address is behind.
    """
    found, last = st.query_params.get(name), st.session_state.get(_KEPT + name)
    return found is not None and found != last and current in (None, last)


def remember(name: str, value: str) -> None:
    """Keeps a choice, and writes it into the address."""
    st.session_state[_KEPT + name] = value
    if st.query_params.get(name) != value:
        st.query_params[name] = value


def forget(*names: str) -> None:
    for name in names:
        st.session_state.pop(_KEPT + name, None)
        st.query_params.pop(name, None)


def link_to(page: str, **choices: str) -> str:
    """The address of a page with the choices, in the language in use."""
    language = asked_for("lang")
    chosen = choices | ({"lang": language} if language else {})
    return f"/{page}?{urlencode(chosen)}" if chosen else f"/{page}"


def this_page_in(language: str) -> str:
    """The same view in another language, relative to the page."""
    return "?" + urlencode(st.query_params.to_dict() | {"lang": language})


def way_to_login() -> str:
    """The address of the login, which leads back to this view."""
    here = st.context.url
    path = urlsplit(here).path if isinstance(here, str) else "/"
    chosen = urlencode(st.query_params.to_dict())
    query = {"next": f"{path or '/'}?{chosen}" if chosen else path or "/"}
    return "/login?" + urlencode(query | ({"lang": lang} if (lang := asked_for("lang")) else {}))
