"""The one door: `python dashboard.py` serves the pages and `/healthz` on KPI_HOST:KPI_PORT."""

from pathlib import Path

import streamlit as st

from kpi.ui.routes import ROUTES
from kpi.ui.starting import (
    announce,
    refuse_broken_definitions,
    refuse_strangers_without_accounts,
    refuse_taken_port,
    refuse_unusable_settings,
)
from kpi.ui.states import tell_fault
from kpi.ui.web import MIDDLEWARE
from kpi.ui.web.serving import serve

_PAGES = Path(__file__).resolve().parent / "kpi" / "ui" / "main.py"

app = st.App(_PAGES, routes=ROUTES, middleware=MIDDLEWARE, on_script_error=tell_fault)

if __name__ == "__main__":
    refuse_broken_definitions()
    refuse_unusable_settings()
    refuse_strangers_without_accounts()
    refuse_taken_port()
    announce()
    serve(app, Path(__file__).resolve())
