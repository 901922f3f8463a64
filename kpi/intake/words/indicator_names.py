"""Which indicator, and which of its figures, a heading or a row name means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from kpi.domain.plan import Counted, Indicator, IndicatorKind, Plan
from kpi.intake.slots import Role
from kpi.intake.words.heading_words import (
    HARMLESS_IN_GROUPS,
    HARMLESS_IN_TITLES,
    narrowing_words,
    one_wording,
)
from kpi.intake.words.headings import says_count, says_share
from kpi.intake.words.text import bare, fold, tidy

NEAR_ENOUGH = 85  # of 100: below this a name is not even offered
MOST_OFFERED = 4
_NOUNS = {fold("người"), "nguoi", fold("đơn"), "don"}  # «đơn vị»: what is counted
_COUNTED = [
    one_wording(noun) for noun in ("Số người", "Số người thất nghiệp", "Số đơn vị", "Số phiếu", "Số điểm")
]
_PEOPLE_IN = one_wording("Số người tham gia")
# What may stand around a scheme's name in a title without making it one of money, benefits or newcomers.
_ABOUT_A_SCHEME = set(
    fold(
        """kết quả thực hiện tình hình ước chỉ tiêu báo cáo số liệu bảng biểu phụ lục mẫu thống kê tổng hợp chi tiết
        theo huyện thị xã thành phố tỉnh địa bàn phương đơn vị từng các của tại trên"""
    ).split()
)
_AMONG_ALL = re.compile(r"\btrong (?:tổng )?số\b")
_OF_MONEY = set(fold("thu chi tiền đồng").split())
FEWEST_WORDS = 3  # a shorter name is no proof inside a longer title


@dataclass(frozen=True, slots=True)
class Meaning:
    """One figure of one indicator."""

    indicator: Indicator
    role: Role


class IndicatorNames:
    """The names of a plan's indicators and of what they count."""

    def __init__(self, plan: Plan) -> None:
        self._meanings: dict[str, list[Meaning]] = defaultdict(list)
        self._named: dict[str, list[Indicator]] = defaultdict(list)
        self._owned: dict[str, list[Indicator]] = defaultdict(list)
        for indicator in plan.measured:
            for name in (indicator.id, indicator.name, indicator.short, *indicator.aliases):
                self._named[one_wording(name)].append(indicator)
                self._owned[one_wording(name)].append(indicator)
            self._learn_counted(indicator, indicator.numerator, Role.NUMERATOR)
            self._learn_counted(indicator, indicator.denominator, Role.DENOMINATOR)
            if indicator.kind is not IndicatorKind.COUNT:
                for name in (indicator.name, indicator.short, *indicator.aliases):
                    self._learn_value(name, indicator)

        self._schemes = self._schemes_of_people()
        self._words = {word for name in (*self._named, *self._meanings) for word in name.split()}

    def _learn_value(self, name: str, indicator: Indicator) -> None:
        """The share's own names; a short name that is also what is counted stays the count's.

        A name that does not say «tỷ lệ» or «chỉ số» may as well stand over the people it is about.
        """
        if any(m.indicator is indicator for m in self._meanings[one_wording(name)]):
            return
        self._learn(name, indicator, Role.VALUE)
        if indicator.kind in (IndicatorKind.SHARE, IndicatorKind.INDEX) and not says_share(name):
            self._learn(name, indicator, Role.NUMERATOR)

    def _learn_counted(self, indicator: Indicator, counted: Counted | None, role: Role) -> None:
        for name in (counted.name, *counted.aliases) if counted else ():
            self._named[one_wording(name)].append(indicator)
            self._learn(name, indicator, role)

    def _learn(self, name: str, indicator: Indicator, role: Role) -> None:
        meaning = Meaning(indicator, role)
        known = self._meanings[one_wording(name)]
        if meaning not in known:
            known.append(meaning)

    def _schemes_of_people(self) -> dict[str, list[Meaning]]:
        """What only the people in it are counted of, by a name without «Số người (tham gia)»: «BHXH tự nguyện»."""
        return {
            scheme: found
            for name, meanings in self._meanings.items()
            if name.startswith(f"{_PEOPLE_IN} ")
            and (found := [m for m in meanings if m.indicator.denominator is None])
            for scheme in (name.removeprefix(f"{_PEOPLE_IN} "), name.removeprefix(f"{_COUNTED[0]} "))
        }

    def meanings(self, text: str) -> list[Meaning]:
        """What a heading means by name; empty if nothing: a name inside a longer heading is no proof."""
        return self._meanings.get(one_wording(text), [])

    def indicators(self, text: str) -> list[Indicator]:
        """The indicators a cell names outright, whatever figure of theirs it speaks of."""
        return _distinct(self._named.get(one_wording(text), ()))

    def by_own_name(self, text: str) -> list[Indicator]:
        """The indicators a group or title names by their own names, not by what they count."""
        return _distinct(self._owned.get(one_wording(text), ()))

    def whose_share(self, text: str) -> list[Indicator]:
        """The indicators a group or title is about by their own names, harmless words around: «… theo địa bàn»."""
        shares = (m.indicator for m in self.meanings_of_title(text) if m.role is Role.VALUE)
        return self.by_own_name(text) or _distinct(shares)

    def meanings_of_title(self, text: str) -> list[Meaning]:
        """What a title is about: its name, the scheme it names, else the longest name with no foreign word beside."""
        exact = self.meanings(text)
        if exact or (exact := self._schemes.get(_scheme_titled(text), [])):
            return exact
        longest = self._longest_inside(text)
        beside = f" {one_wording(text)} ".replace(f" {longest} ", " ")
        own = {word for m in self._meanings[longest] for word in _words_of(m.indicator)} if longest else set()
        foreign = _foreign(beside, own | HARMLESS_IN_GROUPS | HARMLESS_IN_TITLES)
        return self._meanings[longest] if longest and not narrowing_words(beside) and not foreign else []

    def meanings_inside(self, text: str) -> list[Meaning]:
        """What the longest known name within a title means, whatever stands beside it: to be offered, never taken."""
        longest = self._longest_inside(text)
        if longest:
            return self._meanings[longest]
        wording = f" {one_wording(text)} "
        found = (found for scheme, found in self._schemes.items() if f" {scheme} " in wording)
        return [] if _OF_MONEY & set(wording.split()) else next(found, [])

    def _longest_inside(self, text: str) -> str:
        wording = f" {one_wording(text)} "
        inside = (
            name for name in self._meanings if len(name.split()) >= FEWEST_WORDS and f" {name} " in wording
        )
        return max(inside, key=len, default="")

    def narrows(self, groups: list[str]) -> bool:
        """Whether a group's name above makes another figure of what stands below it."""
        return any(narrowing_words(one_wording(group)) for group in groups if not self.knows(group))

    def strange(self, groups: list[str]) -> bool:
        """Whether a group's name has a word no name of the plan has: «Phân bổ», «Số đầu kỳ», «Đợt 1»."""
        wordings = (one_wording(group) for group in groups if not self.knows(group))
        return any(_foreign(wording, self._words | HARMLESS_IN_GROUPS) for wording in wordings)

    def without_noun(self, text: str) -> list[Meaning]:
        """What a text means that names all but who is counted: «BHXH tự nguyện». To be offered, never taken."""
        wording = one_wording(text)
        nouns = _COUNTED if " " in wording else ()  # «Thu», «Tham gia» say too little
        return next((found for noun in nouns if (found := self._meanings.get(f"{noun} {wording}"))), [])

    def in_measure(self, text: str, measure: str | None) -> list[Meaning]:
        """What a name means that its unit of measure completes: «Đại lý thu» in «điểm», «Người được tư vấn» in «%»."""
        if not measure or says_share(text):
            return []
        if fold(measure) == fold("tỷ lệ") or tidy(measure) == "%":
            return [] if says_count(_AMONG_ALL.sub(" ", tidy(text))) else self.meanings(f"tỷ lệ {text}")
        return [] if self.knows(text) else self.meanings(f"{measure} {text}")

    def narrowing_beyond(self, texts: Iterable[str], indicator: Indicator) -> bool:
        """Whether texts narrow by words none of the indicator's own names has: «lao động» where employers count."""
        own = narrowing_words(" ".join(one_wording(name) for name in _names_of(indicator)))
        return any(narrowing_words(one_wording(text)) - own for text in texts)

    @staticmethod
    def says_otherwise(text: str, meaning: Meaning) -> bool:
        """Whether a text has a word that no name of a figure has."""
        wording = one_wording(text)
        own = {word for name in _names_of_figure(meaning) for word in one_wording(name).split()}
        return not wording.isascii() and bool(_foreign(wording, own))

    @staticmethod
    def names_of(indicator: Indicator) -> tuple[str, ...]:
        """Everything an indicator and what it counts are called."""
        return tuple(_names_of(indicator))

    def names_of_all(self, indicators: Iterable[Indicator]) -> set[str]:
        """Everything any of the indicators is called."""
        return {name for indicator in _distinct(indicators) for name in self.names_of(indicator)}

    def knows(self, text: str) -> bool:
        """Whether a heading is a known name."""
        return one_wording(text) in self._meanings

    def near(self, text: str) -> list[Indicator]:
        """Indicators whose name is like the text: to be offered, never taken."""
        return _distinct(meaning.indicator for meaning in self.near_meanings(text))

    def near_meanings(self, text: str) -> list[Meaning]:
        """Figures whose name is like the text: to be offered, never taken.

        A foreign word rules a name out, and so does another noun: people are not employers. A text without any
        accent is compared with the names without theirs.
        """
        wording = one_wording(text)
        names = (
            {bare(name): name for name in self._meanings}
            if wording.isascii()
            else dict.fromkeys(self._meanings)
        )
        hits = process.extract(
            wording, list(names), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH, limit=MOST_OFFERED
        )
        near = (names[hit] or hit for hit, _, _ in hits if _may_be_meant(wording, hit))
        return list(dict.fromkeys(meaning for name in near for meaning in self._meanings[name]))

    @staticmethod
    def name_of(meaning: Meaning) -> str:
        """What a figure is called: the numerator's or denominator's name, or the indicator's."""
        indicator = meaning.indicator
        counted = {Role.NUMERATOR: indicator.numerator, Role.DENOMINATOR: indicator.denominator}.get(
            meaning.role
        )
        return counted.name if counted else indicator.name


def _scheme_titled(text: str) -> str:
    """«Ước thực hiện chỉ tiêu BHXH tự nguyện năm 2018» → «bhxh tự nguyện»; nothing of a title about a share."""
    words = [] if says_share(text) else one_wording(text).split()
    return " ".join(word for word in words if word not in _ABOUT_A_SCHEME and not word.isdecimal())


def _may_be_meant(wording: str, name: str) -> bool:
    words, named = set(wording.split()), set(name.split())
    counted, counts = words & _NOUNS, named & _NOUNS
    other_noun = counted and counts and not counted & counts
    return not other_noun and not narrowing_words(" ".join(words ^ named))


def _foreign(wording: str, known: set[str]) -> set[str]:
    """The words, no numbers, that are not known."""
    return {word for word in set(wording.split()) - known if not word.isdecimal()}


def _words_of(indicator: Indicator) -> set[str]:
    return {word for name in _names_of(indicator) for word in one_wording(name).split()}


def _names_of_figure(meaning: Meaning) -> tuple[str, ...]:
    indicator = meaning.indicator
    counted = {Role.NUMERATOR: indicator.numerator, Role.DENOMINATOR: indicator.denominator}.get(meaning.role)
    return (counted.name, *counted.aliases) if counted else (indicator.name, *indicator.aliases)


def _names_of(indicator: Indicator) -> Iterator[str]:
    yield from (indicator.name, indicator.short, *indicator.aliases)
    for counted in (indicator.numerator, indicator.denominator):
        if counted is not None:
            yield from (counted.name, *counted.aliases)


def _distinct(indicators: Iterable[Indicator]) -> list[Indicator]:
    return list({indicator.id: indicator for indicator in indicators}.values())
