"""Charts of verdicts, each with a text that says the same. Plotly stays in this room."""

from kpi.present.charts.gaps import gap_chart
from kpi.present.charts.path import path_chart
from kpi.present.charts.summary import gap_summary, path_summary

__all__ = ["gap_chart", "gap_summary", "path_chart", "path_summary"]
