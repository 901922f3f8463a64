"""The places a line of a title names: a district in full or by its bare name, and what is no reporting unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kpi.domain.unit import Level, ReportingUnit
from kpi.intake.words.text import bare, fold, fold_name, tidy
from kpi.intake.words.unit_names import split_kind

_WRITTEN = {
    "thành phố": ("thành phố", "tp", "t p"),
    "thị xã": ("thị xã", "tx", "t x"),
    "huyện": ("huyện", "h"),
}
# Who a paper is for or from whom it comes as a person: no word of whose figures it holds.
_ADDRESSED = re.compile(
    r"(?:đơn vị nhận|nơi nhận|kính gửi|người (?:lập|ký|báo cáo)|[^,]{2,20}, (?:ngày|tháng)\b)"
)
# To whom an office below sends its form; the province's own goes to others: «Kính gửi: BHXH Việt Nam».
_SENT_TO_AN_OFFICE = re.compile(
    r"(?:đơn vị nhận|nơi nhận|kính gửi)\s*:?\s*(?:cơ quan )?(?:bhxh|bảo hiểm xã hội)"
    r" (?:tỉnh|huyện|thị xã|thành phố|t[px]\b)"
)
# A body that is not the province's own insurance: «Bưu điện tỉnh», «báo cáo của Văn phòng BHXH tỉnh».
_BODY = re.compile(
    r"(?:^|\b(?:của|tại) |\bbáo cáo: ?)(?:bưu điện|bệnh viện|(?:tổng )?công ty|trường|ngân hàng|đại lý|khối|văn phòng"
    r"|vp|hội|liên đoàn|cụm)\b|\bbưu điện (?:tỉnh|huyện|thị xã|thành phố|tp|tx)\b|\bkhối (?:tỉnh|trực thu)\b"
    r"|\bvăn phòng bhxh\b"
)
# A part of the province that is no unit: «các huyện miền núi».
_REGION = re.compile(
    r"\b(?:cả nước|toàn quốc|miền (?:núi|tây|đông|bắc|trung|nam)|bắc trung bộ|vùng cao"
    r"|ven biển|đồng bằng|biên giới|thành thị|nông thôn(?! mới))\b"
)
# What a total leaves out: «(không kể TX Kỳ Anh)».
_LEAVES_OUT = re.compile(
    r"\b(?:không kể|chưa kể|(?:không|chưa) (?:bao )?gồm|(?:không|chưa) tính|ngoại trừ|loại trừ|trừ)\b"
)
_PROVINCE = re.compile(r"\btỉnh\b")
_NAMED = "|"  # stands where a district was named
_KIND_WORDS = frozenset(fold("xã phường huyện trấn phố tx tp").split())
# Before and behind «xã», «huyện» … where no name follows: «bảo hiểm xã hội», «hợp tác xã», «các xã», «huyện, thị xã».
_NOT_BEFORE = frozenset(fold("số các cấp tác mỗi từng theo tuyến").split())
_NOT_BEHIND = frozenset(
    fold(
        """hội viên xã phường thị thành tỉnh huyện tx tp và có trên trong đã đạt được theo năm quý tháng tham thuộc
        trực nông miền của do về chưa không là ở đang còn giao thực hoàn toàn kết báo tự bắt đến tính số đối với cho
        từ khu vùng mới bhxh bhyt bhtn cũ"""
    ).split()
) | {_NAMED}


@dataclass(frozen=True, slots=True)
class PlacesNamed:
    """`full` are named with their kind, `near` without it or without marks; `other` is a place, body or remainder."""

    full: tuple[ReportingUnit, ...] = ()
    near: tuple[ReportingUnit, ...] = ()
    other: bool = False

    @property
    def any(self) -> bool:
        return bool(self.full or self.near or self.other)


class TitlePlaces:
    """Finds what lines of text name of one province's districts."""

    def __init__(self, units: Iterable[ReportingUnit]) -> None:
        own = list(units)
        districts = [unit for unit in own if unit.level is Level.DISTRICT]
        provinces = {split_kind(unit.name)[1] for unit in own if unit.level is Level.PROVINCE}
        self._full = [(f" {fold_name(form)} ", unit) for unit in districts for form in _written(unit)]
        self._unmarked = [(f" {bare(form)} ", unit) for unit in districts for form in _written(unit)]
        self._bare = [
            (f" {fold_name(form)} ", unit)
            for unit in districts
            if (name := split_kind(unit.name)[1]) not in provinces
            for form in ((name,) if " " in name else (f"bhxh {name}", f"xã hội {name}"))
        ]
        self._known: dict[str, PlacesNamed] = {}

    def named(self, text: str) -> PlacesNamed:
        """What one line names; nothing in a line about an addressee or a signature."""
        if text not in self._known:
            self._known[text] = PlacesNamed() if is_addressed(text) else self._named(text)
        return self._known[text]

    def _named(self, text: str) -> PlacesNamed:
        full, rest = _taken(f" {fold_name(text)} ", self._full)
        near, rest = _taken(rest, self._bare)
        if text.isascii():
            near += _taken(f" {bare(text)} ", self._unmarked)[0]
        names = {split_kind(unit.name)[1] for unit in full}
        near = [unit for unit in near if split_kind(unit.name)[1] not in names]
        plain = tidy(text)
        left_out = bool(_LEAVES_OUT.search(plain)) and bool(full or near or _PROVINCE.search(plain))
        other = left_out or bool(_BODY.search(plain) or _REGION.search(plain)) or _names_another(rest.split())
        return PlacesNamed(tuple(dict.fromkeys(full)), tuple(dict.fromkeys(near)), other)


def is_addressed(text: str) -> bool:
    """Whether a line tells who a paper is for, who made it, or where and when it was signed."""
    return bool(_ADDRESSED.match(tidy(text)))


def is_sent_to_an_office(text: str) -> bool:
    """Whether a line says that the paper goes to the insurance office of the province or of a district."""
    return bool(_SENT_TO_AN_OFFICE.match(tidy(text)))


def _written(unit: ReportingUnit) -> list[str]:
    kind, name = split_kind(unit.name)
    return [f"{form} {name}" for form in _WRITTEN.get(kind, (kind,))]


def _taken(text: str, forms: list[tuple[str, ReportingUnit]]) -> tuple[list[ReportingUnit], str]:
    """The units whose form stands in the text, and the text without them."""
    found = [(form, unit) for form, unit in forms if form in text]
    for form, _ in found:
        text = text.replace(form, f" {_NAMED} ")
    return [unit for _, unit in found], text


def _names_another(words: list[str]) -> bool:
    """Whether a kind of place stands before a name that is no unit's: «xã Sơn Tiến», «TP. Vinh»."""
    threes = zip(["", *words], words, words[1:], strict=False)
    return any(
        word in _KIND_WORDS
        and before not in _NOT_BEFORE
        and behind not in _NOT_BEHIND
        and not behind[0].isdigit()
        for before, word, behind in threes
    )
