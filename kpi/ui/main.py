"""The script Streamlit runs for every view: looks, menu, page."""

from pathlib import Path

import streamlit as st

from kpi.ui.navigation import chosen_page
from kpi.ui.session import words
from kpi.ui.states import failures_told

_LOOKS = Path(__file__).parent / "looks.css"

said = words()
page = chosen_page(said)
st.set_page_config(page_title=f"{page.title} – {said('page.program')}", page_icon="📊", layout="wide")
st.html(_LOOKS)
st.html(f'<style>:root{{--k-choose-file:"{said("page.upload.choose")}"}}</style>')
with failures_told(said):
    page.run()
