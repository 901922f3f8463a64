"""The one door: `python dashboard.py` serves the pages and `/healthz` on KPI_HOST:KPI_PORT."""

from pathlib import Path

import streamlit as st

from kpi.ui.routes import ROUTES
from kpi.ui.starting import announce, refuse_broken_definitions, server_options

app = st.App(Path(__file__).resolve().parent / "kpi" / "ui" / "main.py", routes=ROUTES)

if __name__ == "__main__":
    refuse_broken_definitions()
    options = server_options()
    announce()
    app.run(config=options)
