"""Workbooks as provincial offices lay them out, each with the one right reading."""
