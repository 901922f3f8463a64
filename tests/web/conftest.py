"""The real server serves several rooms of tests."""

from __future__ import annotations

import sys
from pathlib import Path

_TESTS = Path(__file__).resolve().parents[1]
sys.path += [str(_TESTS / "e2e"), str(_TESTS / "web")]
