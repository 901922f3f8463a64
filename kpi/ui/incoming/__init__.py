"""A workbook on its way in, as a person sees it: findings, questions, what will change, consent, result."""

from pathlib import Path

LOOKS = Path(__file__).parent / "grid.css"
