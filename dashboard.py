"""The one door: `python dashboard.py` serves the pages and `/healthz` on KPI_HOST:KPI_PORT."""

from pathlib import Path

import streamlit as st

from kpi.ui.routes import ROUTES
from kpi.ui.starting import (
    announce,
    refuse_broken_definitions,
    refuse_strangers_without_accounts,
    server_options,
)
from kpi.ui.web import MIDDLEWARE

app = st.App(Path(__file__).resolve().parent / "kpi" / "ui" / "main.py", routes=ROUTES, middleware=MIDDLEWARE)

if __name__ == "__main__":
    refuse_broken_definitions()
    options = server_options()
    refuse_strangers_without_accounts()
    announce()
    app.run(config=options)
