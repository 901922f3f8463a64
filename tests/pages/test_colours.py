"""The palette: readable in both themes, and its two verdicts told apart by people who see colours otherwise.

Contrast is that of WCAG 2. Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes (2009)
for full protanopia, deuteranopia and tritanopia; the difference is CIE76 in L*a*b*.
"""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

LOOKS = (Path(__file__).resolve().parents[2] / "kpi" / "ui" / "looks.css").read_text(encoding="utf-8")
THEMES = ("light", "dark")
ON = [
    ("ink", "paper"),
    ("ink", "card"),
    ("mute", "paper"),
    ("mute", "card"),
    ("accent", "paper"),
    ("accent", "card"),
    ("on-accent", "accent"),
    ("ink", "note-ground"),
    ("made-up", "made-up-ground"),
    *(
        (kind, ground)
        for kind in ("met", "missed", "waiting")
        for ground in ("paper", "card", f"{kind}-ground")
    ),
]
SEEN = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
Colour = tuple[float, float, float]


def linear(token: str, theme: str) -> Colour:
    """A colour of the style sheet in linear RGB."""
    found = re.search(rf"--k-{token}: light-dark\((#\w+), (#\w+)\)", LOOKS)
    assert found, token
    digits = found[1 + THEMES.index(theme)].lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return _linear(red), _linear(green), _linear(blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def luminance(colour: Colour) -> float:
    red, green, blue = colour
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def as_seen(colour: Colour, eyes: str) -> Colour:
    red, green, blue = (
        min(max(sum(m * c for m, c in zip(row, colour, strict=True)), 0.0), 1.0) for row in SEEN[eyes]
    )
    return red, green, blue


def lab(colour: Colour) -> Colour:
    r, g, b = colour
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: Colour, other: Colour) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read_on_its_ground(theme: str) -> None:
    faint = {
        (text, ground): round(contrast(linear(text, theme), linear(ground, theme)), 2)
        for text, ground in ON
        if contrast(linear(text, theme), linear(ground, theme)) < 4.5
    }
    assert faint == {}


@pytest.mark.parametrize(("theme", "eyes"), list(product(THEMES, SEEN)))
def test_met_and_missed_differ_for_all_eyes(theme: str, eyes: str) -> None:
    met, missed = (as_seen(linear(name, theme), eyes) for name in ("met", "missed"))
    assert difference(met, missed) > 20


def test_older_browsers_get_the_light_colours() -> None:
    light = dict(re.findall(r"--k-([\w-]+): light-dark\((#\w+),", LOOKS))
    fallback = LOOKS[LOOKS.index("@supports not") :]
    assert dict(re.findall(r"--k-([\w-]+): (#\w+);", fallback[: fallback.index("}\n}")])) == light
