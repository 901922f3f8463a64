"""What charts show, before anything is drawn: lawful levels, the scale they stand on, the order of units."""

from kpi.present.charts.levels import Level, lawful_levels, years_shown
from kpi.present.charts.order import mark_in, worst_first
from kpi.present.charts.scale import Scale

__all__ = ["Level", "Scale", "lawful_levels", "mark_in", "worst_first", "years_shown"]
