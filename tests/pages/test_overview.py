"""The first page: the verdicts in words, and what to do where there are none."""

from __future__ import annotations
