"""The looks of the cells in workbooks sent out, by name; several names join into one look."""

from __future__ import annotations

from typing import Any

from kpi.present.words import Language, Words

FONT = "Times New Roman"
_GRID = "#9AA5B1"
_INK = "#1F2933"

_TITLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15, "font_color": "#0B3C5D", "valign": "vcenter", "text_wrap": True},
    "subtitle": {"font_size": 11, "font_color": _INK, "valign": "vcenter", "text_wrap": True},
    "strong": {"bold": True},
    "plain": {"bold": False},
    "body": {"font_size": 13, "valign": "top", "align": "justify", "text_wrap": True},
    "body_centred": {"font_size": 13, "valign": "top", "align": "center", "text_wrap": True},
    "small_caps_line": {"font_size": 12, "align": "center", "valign": "vcenter", "text_wrap": True},
    "size13": {"font_size": 13},
    "size14": {"font_size": 14},
    "slanted": {"italic": True},
    "ruled": {"underline": 1},
    "left": {"align": "left"},
    "right": {"align": "right"},
    "banner": {
        "bold": True,
        "font_size": 12,
        "font_color": "#FFFFFF",
        "bg_color": "#B42318",
        "align": "center",
    },
    "alarm": {"bold": True, "font_color": "#B42318", "align": "center", "valign": "vcenter"},
    "hint": {"italic": True, "font_color": "#52606D", "valign": "vcenter", "text_wrap": True},
    "link": {"font_color": "#0B5CAD", "underline": 1},
}
_CELLS: dict[str, dict[str, Any]] = {
    "cell": {"border": 1, "border_color": _GRID, "valign": "top", "text_wrap": True},
    "head": {
        "bold": True,
        "border": 1,
        "border_color": _GRID,
        "bg_color": "#DCE6F0",
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
    },
    "group": {"bg_color": "#0B3C5D", "font_color": "#FFFFFF"},
    "province": {"bold": True, "bg_color": "#F3F6FA"},
    "centre": {"align": "center"},
    "middle": {"valign": "vcenter"},
    "input": {"bg_color": "#FFF7D6", "locked": False},
    "grey": {"bg_color": "#ECEFF1", "font_color": "#7B8794"},
    "mono": {"font_name": "Consolas", "font_size": 9},
}
_NUMBERS: dict[str, dict[str, Any]] = {
    "whole": {"num_format": "#,##0"},
    "days": {"num_format": "0"},
    "day": {"num_format": "dd/mm/yyyy", "align": "center"},
    "moment": {"num_format": "dd/mm/yyyy hh:mm", "align": "center"},
}
LOOKS = _TITLES | _CELLS | _NUMBERS
_VIETNAMESE = "[$-42A]"  # 1.234,56, where the program follows the format and not the machine


def locale_of(words: Words) -> str:
    """What goes before every number format, so that numbers are written as the language writes them."""
    return _VIETNAMESE if words.language is Language.VIETNAMESE else ""
