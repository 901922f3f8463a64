"""Which reporting unit a name means. A name that can mean two is never settled by a guess."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process

from kpi.domain.period import Period
from kpi.domain.unit import Level, ReportingUnit, UnitRegister
from kpi.intake.words.text import bare, fold_name, tidy

NEAR_ENOUGH = 80  # of 100: below this a name is not even offered
MOST_OFFERED = 4
FEWEST_ELSEWHERE = 3  # units of another province in a file: fewer may be by chance

_KINDS = {
    "thành phố": r"thành phố\b|t\.?p\b\.?",
    "thị xã": r"thị xã\b|t\.?x\b\.?",
    "huyện": r"huyện\b|h\.|h(?= )",
    "tỉnh": r"(?:toàn )?tỉnh\b|t\.(?=\s?\w)",
}
_OFFICE_OF = re.compile(
    r"(?:ubnd|bhxh|bảo hiểm xã hội|phòng [^,;]{2,40}?|cơ quan bhxh)\s+"
    r"(?=huyện|thị xã|thành phố|t\.?p\b|t\.?x\b|h\.)"
)
_NUMBER_BEFORE = re.compile(r"^(?:\d{1,2}[.)]\s*|[-+•]\s+)")
_BARE_KIND = re.compile(r"^(?:thanh pho|thi xa|huyen|tinh) ")
_MARKS_BEHIND = re.compile(r"(?:\s*(?:\((?:\*+|\d{1,2})\)|[*†‡¹²³]+|\d\)))+$")
# Brackets that say what kind of place a unit is, or which office reports it. Any other may change what was counted:
# «(9 tháng)», «(KH)», «(nữ)», «(chưa gồm xã Sơn Tiến)».
_HARMLESS_REMARK = re.compile(
    r"\s*\((?:(?:huyện )?(?:miền núi|vùng cao|biên giới|ven biển|đồng bằng|trung du)"
    r"|(?:cơ quan )?(?:bhxh|bảo hiểm xã hội|ubnd)(?: (?:huyện|thị xã|thành phố|tỉnh|tp|tx))?)\)$"
)
_REMARKS = re.compile(r"\s*\([^()]*\)?")
_KIND_AFTER = re.compile(r"(.+?)\s*\((.+?)\)$")


class UnitFound(StrEnum):
    ONE = "one"
    AMBIGUOUS = "ambiguous"
    NOT_VALID = "not-valid"  # the unit is known and did not exist in the period
    ELSEWHERE = "elsewhere"  # a unit of another province
    REMARKED = "remarked"  # the unit is named, and words in brackets that may change what was counted
    NEAR = "near"  # unknown, but something is near
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """What a name can mean; `units` holds the one, or the candidates. `exact` is false if spelt differently."""

    found: UnitFound
    units: tuple[ReportingUnit, ...] = ()
    exact: bool = True

    @property
    def unit(self) -> ReportingUnit:
        return self.units[0]


class UnitNames:
    """Names of the units of one province, matched with or without prefix and with either tone placement."""

    def __init__(self, register: UnitRegister, province: str) -> None:
        self.own = register.of_province(province)
        self._others = [unit for unit in register.values() if unit not in self.own]
        self._by_id = {unit.id: unit for unit in self.own}
        self._by_name = _index(self.own)
        self._by_name_elsewhere = _index(self._others)
        self._spelt = {unit.id: bare(split_kind(unit.name)[1]) for unit in self.own}
        self._matched: dict[tuple[str, Period | None], UnitMatch] = {}

    def match(self, text: str, period: Period | None) -> UnitMatch:
        """The unit a name means in a period (None: at any time)."""
        key = text, period
        if key not in self._matched:
            self._matched[key] = self._match(text, period)
        return self._matched[key]

    def _match(self, text: str, period: Period | None) -> UnitMatch:
        outright = self.outright(text, period)
        if outright.found is not UnitFound.UNKNOWN:
            return outright
        near = self._near(text)
        return UnitMatch(UnitFound.NEAR if near else UnitFound.UNKNOWN, near)

    def outright(self, text: str, period: Period | None) -> UnitMatch:
        """The unit a name means by its very words; unknown where it is at most near one."""
        whole = self._by_its_words(text, period)
        plain = without_remarks(text)
        if whole.found is not UnitFound.UNKNOWN or plain == tidy(text):
            return whole
        if is_whole_province(plain):
            return UnitMatch(UnitFound.REMARKED, (self.own[0],))
        named = self._by_its_words(plain, period)
        certain = named.found in (UnitFound.ONE, UnitFound.AMBIGUOUS)
        return UnitMatch(UnitFound.REMARKED, named.units) if certain else named

    def _by_its_words(self, text: str, period: Period | None) -> UnitMatch:
        by_id = self._by_id.get(tidy(text))
        named = [by_id] if by_id else self._named(text, self._by_name)
        if named:
            return _settle(named, text, period)
        elsewhere = self._named(text, self._by_name_elsewhere)
        return UnitMatch(UnitFound.ELSEWHERE, tuple(elsewhere)) if elsewhere else UnitMatch(UnitFound.UNKNOWN)

    def spells(self, text: str) -> bool:
        """Whether a name is a unit's but for its marks: «Huong Son»."""
        return _BARE_KIND.sub("", bare(split_kind(without_remarks(text))[1])) in self._spelt.values()

    def inside(self, texts: list[str]) -> ReportingUnit | None:
        """The one district-level unit that lines of text name in full, with its kind; None if none or several."""
        districts = [unit for unit in self.own if unit.level is Level.DISTRICT]
        folded = [f" {fold_name(text)} " for text in texts]
        named = [u for u in districts if any(f" {fold_name(u.name)} " in text for text in folded)]
        return named[0] if len(named) == 1 else None

    def other_province(self, texts: list[str]) -> ReportingUnit | None:
        """A province that lines of text name in full («tỉnh Nghệ An»), where they don't name the own one."""
        folded = [f" {fold_name(text)} " for text in texts]
        if any(f" {fold_name(split_kind(self.own[0].name)[1])} " in text for text in folded):
            return None
        provinces = [unit for unit in self._others if unit.level is Level.PROVINCE]
        return next((p for p in provinces if any(f" {fold_name(p.name)} " in text for text in folded)), None)

    def province_elsewhere(self, texts: Iterable[str]) -> ReportingUnit | None:
        """The other province that at least three of the texts name units of, where none names an own one."""
        found = [match for text in texts if (match := self.outright(text, None)).units]
        if any(match.found is not UnitFound.ELSEWHERE for match in found):
            return None
        parents = Counter(match.unit.parent for match in found)
        most = next((parent for parent, times in parents.most_common(1) if times >= FEWEST_ELSEWHERE), None)
        return next((unit for unit in self._others if unit.id == most), None)

    @staticmethod
    def _named(text: str, index: dict[tuple[str, str], list[ReportingUnit]]) -> list[ReportingUnit]:
        whole = fold_name(text)
        if ("alias", whole) in index:
            return index["alias", whole]
        kind, name = split_kind(text)
        return index.get((kind, fold_name(name)), [])

    def _near(self, text: str) -> tuple[ReportingUnit, ...]:
        _, name = split_kind(without_remarks(text))
        hits = process.extract(
            _BARE_KIND.sub("", bare(name)),
            self._spelt,
            scorer=fuzz.ratio,
            score_cutoff=NEAR_ENOUGH,
            limit=MOST_OFFERED,
        )
        ids = [unit_id for _, _, unit_id in hits]
        return tuple(sorted((u for u in self.own if u.id in ids), key=lambda u: ids.index(u.id)))


@lru_cache(maxsize=8192)
def split_kind(text: str) -> tuple[str, str]:
    """«TX.Kỳ Anh» → («thị xã», «kỳ anh»); the kind is empty where none is written."""
    plain = _NUMBER_BEFORE.sub("", tidy(text))
    office = _OFFICE_OF.match(plain)
    name = _MARKS_BEHIND.sub("", plain[office.end() :] if office else plain)
    after = _KIND_AFTER.match(name)
    if after and (kind := _kind_of(after[2])):
        before, rest = _kind_before(after[1])
        return kind, rest if before == kind else after[1]
    return _kind_before(_HARMLESS_REMARK.sub("", name))


def _kind_before(name: str) -> tuple[str, str]:
    for kind, pattern in _KINDS.items():
        if before := re.match(rf"(?:{pattern})[\s:.]*(?=\S)", name):
            return kind, name[before.end() :]
    return "", name


def names_kind_alone(text: str) -> bool:
    """«Huyện», «TX.»: the kind of a unit without its name."""
    return _kind_of(tidy(text)) in ("thành phố", "thị xã", "huyện")


def without_remarks(text: str) -> str:
    """«Huyện Hương Sơn (9 tháng)» → «huyện hương sơn»; as it is where nothing stands outside brackets."""
    return _REMARKS.sub("", tidy(text)).strip() or tidy(text)


def _kind_of(text: str) -> str | None:
    return next(
        (
            kind
            for kind, pattern in _KINDS.items()
            if re.fullmatch(pattern, text + " ") or re.fullmatch(pattern, text)
        ),
        None,
    )


def _index(units: list[ReportingUnit]) -> dict[tuple[str, str], list[ReportingUnit]]:
    index: dict[tuple[str, str], list[ReportingUnit]] = defaultdict(list)
    for unit in units:
        kind, name = split_kind(unit.name)
        for key in {(kind, fold_name(name)), ("", fold_name(name))}:
            index[key].append(unit)
        for alias in unit.aliases:
            index["alias", fold_name(alias)].append(unit)
    return dict(index)


def _settle(named: list[ReportingUnit], text: str, period: Period | None) -> UnitMatch:
    there = [unit for unit in named if period is None or unit.existed_within(period)]
    if not there:
        return UnitMatch(UnitFound.NOT_VALID, tuple(named))
    if len(there) > 1:
        return UnitMatch(UnitFound.AMBIGUOUS, tuple(there))
    exact = tidy(text) == tidy(there[0].name)
    return UnitMatch(UnitFound.ONE, tuple(there), exact)


def is_whole_province(text: str) -> bool:
    """«Toàn tỉnh»: the province's own value, not a subtotal."""
    return tidy(text).strip(" .:*") in {"toàn tỉnh", "tỉnh", "cả tỉnh", "toàn tỉnh (tổng số)"}
