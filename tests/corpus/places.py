"""The reporting units of both provinces as offices write them, and made-up figures for them."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable, Mapping

HA_TINH_PROVINCE, NGHE_AN_PROVINCE = "Tỉnh Hà Tĩnh", "Tỉnh Nghệ An"
HA_TINH_OFFICE = "Văn phòng BHXH tỉnh Hà Tĩnh"

HA_TINH_UNITS = (
    "Thành phố Hà Tĩnh",
    "Thị xã Hồng Lĩnh",
    "Thị xã Kỳ Anh",
    "Huyện Hương Sơn",
    "Huyện Đức Thọ",
    "Huyện Vũ Quang",
    "Huyện Nghi Xuân",
    "Huyện Can Lộc",
    "Huyện Hương Khê",
    "Huyện Thạch Hà",
    "Huyện Cẩm Xuyên",
    "Huyện Kỳ Anh",
    "Huyện Lộc Hà",
)
NGHE_AN_TOWNS = ("Thành phố Vinh", "Thị xã Cửa Lò", "Thị xã Thái Hòa", "Thị xã Hoàng Mai")
NGHE_AN_LOWLAND = (
    "Huyện Diễn Châu",
    "Huyện Đô Lương",
    "Huyện Hưng Nguyên",
    "Huyện Nam Đàn",
    "Huyện Nghi Lộc",
    "Huyện Quỳnh Lưu",
    "Huyện Yên Thành",
)
NGHE_AN_HIGHLAND = (
    "Huyện Anh Sơn",
    "Huyện Con Cuông",
    "Huyện Kỳ Sơn",
    "Huyện Nghĩa Đàn",
    "Huyện Quế Phong",
    "Huyện Quỳ Châu",
    "Huyện Quỳ Hợp",
    "Huyện Tân Kỳ",
    "Huyện Thanh Chương",
    "Huyện Tương Dương",
)
NGHE_AN_UNITS = NGHE_AN_TOWNS + NGHE_AN_LOWLAND + NGHE_AN_HIGHLAND
KINDS = ("Thành phố ", "Thị xã ", "Huyện ")
NEEDS_ITS_KIND = ("Thành phố Hà Tĩnh", "Thị xã Kỳ Anh", "Huyện Kỳ Anh")


def bare(unit: str) -> str:
    """`Huyện Hương Sơn` → `Hương Sơn`."""
    return next((unit.removeprefix(kind) for kind in KINDS if unit.startswith(kind)), unit)


def shortened(unit: str, city: str = "TP. ", town: str = "TX. ", district: str = "H. ") -> str:
    """The name with an office's own short form of its kind."""
    for kind, short in zip(KINDS, (city, town, district), strict=True):
        if unit.startswith(kind):
            return short + unit.removeprefix(kind)
    return unit


def familiar(unit: str) -> str:
    """Bare where nothing else has that name, else with its kind."""
    return unit if unit in NEEDS_ITS_KIND else bare(unit)


def unaccented(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


def some_shares(
    seed: str, units: Iterable[str], whole: tuple[int, int] = (60, 640), percent: tuple[int, int] = (58, 96)
) -> dict[str, tuple[int, int]]:
    """{unit: (part, whole)}, the same for the same seed."""
    draw = random.Random(seed)
    drawn = {}
    for unit in units:
        size = draw.randint(*whole)
        drawn[unit] = (size * draw.randint(*percent) // 100, size)
    return drawn


def some_counts(seed: str, units: Iterable[str], between: tuple[int, int] = (120, 980)) -> dict[str, int]:
    """{unit: count}, the same for the same seed."""
    draw = random.Random(seed)
    return {unit: draw.randint(*between) for unit in units}


def some_percents(seed: str, units: Iterable[str], between: tuple[int, int] = (6100, 9870)) -> dict[str, str]:
    """{unit: percent with at most two decimals, as plain text}, the same for the same seed."""
    draw = random.Random(seed)
    return {unit: plain(draw.randint(*between)) for unit in units}


def plain(hundredths: int) -> str:
    """7130 → `71.3`."""
    return f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")


def in_vietnamese(text: str) -> str:
    """A plain decimal with a decimal comma."""
    return text.replace(".", ",")


def dotted(count: int) -> str:
    """12345 → `12.345`."""
    return f"{count:,}".replace(",", ".")


def total(counted: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    return sum(n for n, _ in counted.values()), sum(d for _, d in counted.values())


def share_of(part: int, whole: int) -> float:
    """The percentage an office prints: two decimals."""
    return round(100 * part / whole, 2)


def scaled(read: Mapping[str, int], percent: int) -> dict[str, int]:
    """Every count at so many percent of what it was, rounded down."""
    return {unit: count * percent // 100 for unit, count in read.items()}
